"""Bytes into a `Document` of lines and tables, in reading order: the only room that knows markup."""
