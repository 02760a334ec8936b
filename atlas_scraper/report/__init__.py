"""The report of a release: one HTML page to look at where tables are too much."""
