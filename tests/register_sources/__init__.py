"""What `build_register.py` reads: packaged extracts of official lists, as rows of the register."""
