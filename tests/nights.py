"""What the tests of the night share: a quick run against a local server, and what it left behind."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import tenacity

from atlas_scraper.dataset import publication
from atlas_scraper.dataset.frontier import Plan
from atlas_scraper.dataset.publication import RunOutcome
from atlas_scraper.fetch import client, pace
from atlas_scraper.local_atlas.facts import facts_of
from atlas_scraper.local_atlas.pages import CLOCK, CODE, SESSION, project_page
from atlas_scraper.night.plans import Night
from atlas_scraper.night.refresh import refresh
from atlas_scraper.night.settings import load_settings
from atlas_scraper.writers import Format
from atlas_scraper.writers.extras import MissingExtra


class Days:
    """A clock that tests set, for all that asks for the time of day in a run."""

    START = datetime(2026, 3, 1, 2, tzinfo=UTC)

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = self.START
        days = self

        class Clock(datetime):
            @classmethod
            def now(cls, tz: Any = None) -> Any:
                return days.now.astimezone(tz)

        for name in ("night.refresh", "night.visit", "night.rounds", "fetch.client", "dataset.run_report"):
            monkeypatch.setattr(f"atlas_scraper.{name}.datetime", Clock)

    def next(self, days: float = 1) -> None:
        self.now += timedelta(days=days)


def leave_out_what_is_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out of releases what is slow to write, and the same whatever the nights were."""
    slow = dict.fromkeys((Format.XLSX, Format.PARQUET, Format.SQLITE), MissingExtra("a library", "none", "install it"))
    monkeypatch.setattr(publication, "missing", lambda _: slow)
    monkeypatch.setattr(publication, "lacking", lambda *_: "left out of this test")


def publish_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out of releases all that no night is compared with, the explorer too, as early nights of a demo do."""
    leave_out_what_is_slow(monkeypatch)
    monkeypatch.setattr(publication.Ending, "is_plain", property(lambda _: True, lambda *_: None))


def try_again_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait hardly at all before a page is asked for again, and after an error."""
    monkeypatch.setattr(client, "_BEFORE_ANOTHER_TRY", tenacity.wait_fixed(0.01))
    monkeypatch.setattr(pace, "_FIRST_PENALTY", 0.001)


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


def differing(folder: Path, other: Path) -> set[str]:
    """Name the files that two folders do not share byte by byte; to compare their bytes at once says it in minutes."""
    one, two = bytes_of(folder), bytes_of(other)
    return {name for name in one.keys() | two.keys() if one.get(name) != two.get(name)}


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder, by their place in it."""
    folder = folder.resolve()
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
