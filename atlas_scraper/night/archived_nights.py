"""The nights of an archive, in their order, each with its journal where there is one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from atlas_scraper.dataset.journal import Journal, read_journal
from atlas_scraper.fetch.replay import Replay
from atlas_scraper.night.unknown_project import IMPOSSIBLE
from atlas_scraper.values.addresses import project_id_of

_RUN = re.compile(r"(\d{8}T\d{6}Z)(?:-\d+)?")


@dataclass(frozen=True, slots=True)
class ArchivedNight:
    """One night of an archive.

    Args:
        name: name of its run.
        started: when it began, as far as is known.
        replay: its captures.
        journal: what was noted of it; `None` where there is nothing.
        is_ours: whether a run of ours made it.
    """

    name: str
    started: datetime
    replay: Replay
    journal: Journal | None
    is_ours: bool = True

    def numbers(self, chosen: tuple[int, ...] | None) -> list[int]:
        """List the projects that were asked for, those first that were asked for first; of chosen ones alone."""
        found = {project_id_of(address) for address in self.replay.addresses()} - {None, IMPOSSIBLE}
        first: list[int] = []
        if self.journal:
            found |= {number for number, _, _ in self.journal.failed}
            first = [number for number in self.journal.known if number in found]
        numbers = [*first, *sorted(number for number in found if number and number not in first)]
        wanted = set(numbers if chosen is None else chosen)
        return [number for number in numbers if number in wanted]


def nights_of(replay: Replay) -> list[ArchivedNight]:
    """List the nights of an archive, by their places among all runs where journals tell them, else by date."""
    nights = [_night(name, part) for name, part in replay.nights()]
    journals = [night.journal for night in nights if night.journal]
    since = min((journal.started for journal in journals), default="")
    believed = []
    for night in nights:
        if night.journal or not night.is_ours or not journals or night.started.isoformat() < since:
            believed.append(night)
        else:
            replay.problems.append(f"the night {night.name} was not finished; the dataset is made without it")
    # No clock moves the places of our runs; nothing but their dates orders them among nights of others.
    has_places = all(night.is_ours for night in believed)
    return sorted(
        believed,
        key=lambda night: (night.journal.place if night.journal and has_places else 0, night.started, night.name),
    )


def _night(name: str, part: Replay) -> ArchivedNight:
    run = _RUN.fullmatch(name)
    if not run:  # a day of an archive that others made
        return ArchivedNight(part.last_date.strftime("%Y%m%dT%H%M%SZ"), part.first_date, part, None, is_ours=False)
    started = datetime.strptime(run[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    files = {capture.file for address in part.addresses()[:1] for capture in part.captures_of(address)}
    journals = [journal for file in sorted(files) if (journal := read_journal(file, part.problems))]
    if not journals:
        return ArchivedNight(run[0], started, part, None)
    return ArchivedNight(run[0], datetime.fromisoformat(journals[0].started), part, journals[0])


def count(nights: Iterable[ArchivedNight], chosen: tuple[int, ...] | None) -> int:
    """Count the projects of nights, each night's by itself."""
    return sum(len(night.numbers(chosen)) for night in nights)
