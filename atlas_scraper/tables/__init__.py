"""A table, or lines that were one, into rows of named cells."""
