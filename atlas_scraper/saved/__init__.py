"""Pages that lie in files: found, read, written, and kept as samples."""
