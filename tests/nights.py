"""What the tests of the night share: a quick run against a local server, and what it left behind."""

import json
from pathlib import Path
from typing import Any

from atlas_scraper.dataset.frontier import Plan
from atlas_scraper.dataset.publication import RunOutcome
from atlas_scraper.local_atlas.facts import facts_of
from atlas_scraper.local_atlas.pages import CLOCK, CODE, SESSION, project_page
from atlas_scraper.night.plans import Night
from atlas_scraper.night.refresh import refresh
from atlas_scraper.night.settings import load_settings


def night(
    output: Path, base_url: str, ids: tuple[int, ...], archives: tuple[Path, ...] = (), **settings: Any
) -> RunOutcome:
    """Run a night without pauses and with short deadlines."""
    quick: dict[str, Any] = {"base_url": base_url, "delay": 0.0, "timeout": 1.0, "tries": 2}
    return refresh(Night(output, load_settings(**quick | settings), Plan(ids), archives))


def page_of(number: int, night: int = 1) -> bytes:
    """Give the page of a project, as one session sees it."""
    text = project_page(facts_of(number, night))
    return text.replace(SESSION, "").replace(CLOCK, "01/01/2026").replace(CODE, "e1s1").encode()


def report(output: Path) -> dict[str, Any]:
    """Read the report that the last run left."""
    found: dict[str, Any] = json.loads((output / "run.json").read_text("utf-8"))
    return found


def released(output: Path) -> dict[int, dict[str, Any]]:
    """Read the records of the latest release, by number."""
    lines = (output / "latest" / "partnerships.jsonl").read_text("utf-8").splitlines()
    return {record["project_id"]: record for record in map(json.loads, lines)}


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder, by their place in it."""
    folder = folder.resolve()
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
