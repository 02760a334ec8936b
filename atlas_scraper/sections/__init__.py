"""A `Document` into the parts of a record: one file for each section of the page."""
