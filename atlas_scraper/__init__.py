"""Turns the pages of the Atlas français de la coopération décentralisée into validated data."""

__version__ = "0.1.0"
