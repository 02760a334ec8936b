"""A copy of the package that a test changes, and what a script says that imports it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parents[1] / "atlas_scraper"


def copied_package(folder: Path) -> Path:
    """Copy the package into a folder."""
    copy = folder / PACKAGE.name
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


def said_by(script: str, folder: Path) -> dict[str, Any]:
    """Run a script with the package that lies in a folder, and read the JSON that it prints."""
    run = subprocess.run(  # noqa: S603 - our own
        [sys.executable, "-c", script],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not run.returncode, run.stderr
    return dict(json.loads(run.stdout))
