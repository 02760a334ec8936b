"""Outlines of countries that come with the package, for all that draws a map."""
