"""The explorer of a release: one HTML file in which anybody searches it, filters it, and opens each partnership."""
