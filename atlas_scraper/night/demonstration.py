"""Nights against the local atlas, each on a date of its own: everything that a nightly run does, without network.

The first night asks for all numbers, each of the others for one in four, in turn. On one of them the site is down, and
nothing is published. The last one is tonight. The last releases stay; those before, which are removed, hold no
more than what the next one is compared with.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from atlas_scraper.dataset.frontier import Plan
from atlas_scraper.dataset.publication import RunOutcome
from atlas_scraper.local_atlas.pages import maintenance
from atlas_scraper.local_atlas.server import LocalAtlas
from atlas_scraper.local_atlas.twins import page_of
from atlas_scraper.night.plans import Night
from atlas_scraper.night.refresh import refresh
from atlas_scraper.night.settings import Settings
from atlas_scraper.writers.extras import library

_TURNS = 4
KEPT = 3
"""Releases that stay: enough to compare, and to go back."""
_FEWEST_WITH_A_BAD_ONE = 3


@dataclass(frozen=True, slots=True)
class Demonstrated:
    """A night that was run.

    Args:
        number: from 1.
        day: its date.
        outcome: what came of it.
    """

    number: int
    day: datetime
    outcome: RunOutcome

    def __str__(self) -> str:
        """Say in a line what came of it."""
        report = self.outcome.report
        visits, changes = report["visits"], report.get("changes", {})
        said = [f"{sum(visits.values())} asked for"]
        said += [f"{changes[name]} {name}" for name in ("added", "changed", "gone") if changes.get(name)]
        said += [f"{visits['failed']} failed"] if visits["failed"] else []
        said += ["the site is down: nothing is published"] if "stopped_by" in report else []
        return f"{self.day:%Y-%m-%d}  {self.outcome.outcome:9}  {', '.join(said)}"


def run(folder: Path, projects: int, nights: int) -> Iterator[Demonstrated]:
    """Run nights, the last of them now.

    Args:
        folder: where to.
        projects: highest number of a project.
        nights: how many.

    Raises:
        MissingExtra: the library that sets the clock is not installed.
    """
    bad = nights * 2 // 3 if nights >= _FEWEST_WITH_A_BAD_ONE else 0
    tonight = datetime.now(UTC)
    with LocalAtlas(range(1, projects + 1), page_of=page_of) as atlas:
        settings = Settings(base_url=atlas.base_url, delay=0.0, keep=KEPT)
        for number in range(1, nights + 1):
            atlas.night, atlas.page_of = number, (lambda *_: maintenance()) if number == bad else page_of
            ids = range(1, projects + 1) if number == 1 else range(1 + number % _TURNS, projects + 1, _TURNS)
            day = tonight - timedelta(days=nights - number)
            # One night more than stay, for the bad one may be among them.
            night = Night(folder, settings, Plan(tuple(ids)), is_plain=number <= nights - KEPT - 1)
            with _clock_at(day, is_now=number == nights):
                yield Demonstrated(number, day, refresh(night))


@contextmanager
def _clock_at(moment: datetime, *, is_now: bool) -> Iterator[None]:
    """Let it be another time of day for all that asks, until the end."""
    if is_now:
        yield
        return
    with library("time_machine").travel(moment, tick=True):
        yield
