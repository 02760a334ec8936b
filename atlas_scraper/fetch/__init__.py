"""Addresses into raw pages, politely, kept in an archive: the only room that knows the network."""
