"""Records into files: JSON, JSON Lines and CSV."""
