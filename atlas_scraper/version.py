"""The version of the program, which every record carries."""

__version__ = "0.1.0"
