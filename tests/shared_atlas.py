"""What is known of real pages, beside the checkout; tests that need it are skipped where it is absent."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "shared" / "atlas"
needed = pytest.mark.skipif(
    not FOLDER.is_dir(), reason=f"needs {FOLDER.relative_to(FOLDER.parents[1])} beside the checkout"
)
