"""Where settings come from; apart from the settings themselves, whose libraries are slow to import."""

import os
from pathlib import Path

CONFIG_FILE = Path("atlas.toml")
PREFIX = "ATLAS_"


def is_anything_set() -> bool:
    """Tell whether a variable or the file of the working folder sets anything."""
    return CONFIG_FILE.is_file() or any(name.upper().startswith(PREFIX) for name in os.environ)
