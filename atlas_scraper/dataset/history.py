"""The history of each project, kept for good: added, gone and back, and every change of every field.

A change says on which day and in which run it was seen, and whose doing it is: the site's, our parser's, or either's
where the page of the time was not in the archive when the parser changed.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, astuple, dataclass, replace
from itertools import groupby
from typing import Any, Literal

from atlas_scraper.dataset.changes import Dumped, change_of
from atlas_scraper.dataset.older_records import adapted
from atlas_scraper.dataset.store import Store
from atlas_scraper.errors import RecordInvalid
from atlas_scraper.people.policy import Policy
from atlas_scraper.writers.json import dump

SITE, PARSER, EITHER = "site", "parser", "either"
FILE = "history.jsonl"
FRAME = "frame"
"""What a record of the past has beside its fields: the texts around the content of its page; `None` where unknown."""
# How a record was made, and the rest of its page: kept, so that a record of any day can be given as it was, and no
# change of the project.
_BESIDES = ("provenance", "source_url", FRAME)


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the history.

    Args:
        project_id: number of the project.
        run: the run that saw it; empty for what was known before history was kept.
        day: the day on which it was seen, ISO 8601, UTC.
        cause: `site`, `parser`, or `either`.
        change: what happened; `changed` is about one field.
        field: the field that changed, else `None`.
        before: its value before.
        after: its value after.
        seen_between: the moments between which it happened, ISO 8601: when what was before was last seen, `None` where
            nothing was, and when what is since was first seen; `None` where nobody knows.
    """

    project_id: int
    run: str
    day: str
    cause: str
    change: Literal["added", "changed", "gone", "back"]
    field: str | None = None
    before: Any = None
    after: Any = None
    seen_between: tuple[str | None, str] | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A change as it is seen: of which project, in which run, on which day, whose doing it is, and between when."""

    project_id: int
    run: str
    day: str
    cause: str = SITE
    before: str | None = None
    at: str | None = None


def keep(db: sqlite3.Connection, seen: Seen, change: str) -> None:
    """Keep that a project was added, is gone, or is back."""
    db.execute(
        "INSERT INTO history (project_id, run, day, cause, seen_before, seen_at, change) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (*astuple(seen), change),
    )


def keep_fields(db: sqlite3.Connection, seen: Seen, old: Dumped, new: Dumped) -> None:
    """Keep what changed between two pages of a project, field by field: their records, and what was around them."""
    for name in dict.fromkeys((*new, *old)):
        if old.get(name) != new.get(name):
            db.execute(
                "INSERT INTO history (project_id, run, day, cause, seen_before, seen_at, change, field, before, after)"
                " VALUES (?, ?, ?, ?, ?, ?, 'changed', ?, ?, ?)",
                (*astuple(seen), name, _text(old.get(name)), _text(new.get(name))),
            )


def history_of(store: Store, policy: Policy) -> Iterator[Event]:
    """Yield the history as a policy leaves it, by project, the oldest first."""
    for number, events in groupby(_events(store), key=lambda event: event.project_id):
        if policy.is_idle:
            yield from (event for event in events if event.field not in _BESIDES)
        else:
            row = store.row("SELECT record FROM pages WHERE project_id = ?", (number,))
            yield from _without_people(list(events), json.loads(row[0]) if row and row[0] else {}, policy)


def held_before(store: Store) -> Iterator[Dumped]:
    """Yield what fields held before they changed, each as a record of that field alone: somebody may be named there."""
    for event in _events(store):
        if event.field and event.field != FRAME:
            yield {"project_id": event.project_id, event.field: event.before}


def lines_of(store: Store, policy: Policy, until: str = "9999-12-31") -> Iterator[str]:
    """Yield the lines of `history.jsonl`, up to a day."""
    for event in (each for each in history_of(store, policy) if each.day <= until):
        yield json.dumps(asdict(event), ensure_ascii=False) + "\n"


def records_as_of(store: Store, day: str) -> Iterator[Dumped]:
    """Yield the records of the projects that there were at the end of a day, as they were then, by number.

    Each has, as `FRAME`, what was around it on its page.

    What was seen later is undone, the newest first; clocks that jumped do not count, but the order in which things
    were seen.
    """
    row = store.row("SELECT max(id) FROM history WHERE day <= ?", (day,))
    last = (row and row[0]) or 0
    query = "SELECT project_id, record, frame, gone FROM pages WHERE record IS NOT NULL ORDER BY project_id"
    for number, record, frame, gone in store.rows(query):
        dumped, is_there = json.loads(record) | {FRAME: json.loads(frame) if frame else None}, not gone
        later = store.rows(
            "SELECT change, field, before FROM history WHERE project_id = ? AND id > ? ORDER BY id DESC", (number, last)
        )
        for change, name, before in later:
            if change == "changed":
                dumped[name] = json.loads(before)
            else:
                is_there = change == "gone"
        if is_there:
            yield dumped


def _events(store: Store) -> Iterator[Event]:
    query = (
        "SELECT project_id, run, day, cause, change, field, before, after, seen_before, seen_at FROM history"
        " WHERE project_id IN (SELECT project_id FROM pages) ORDER BY project_id, id"
    )
    for number, run, day, cause, change, name, before, after, seen_before, seen_at in store.rows(query):
        old, new = (json.loads(before), json.loads(after)) if name else (None, None)
        between = (seen_before, seen_at) if seen_at else None
        yield Event(number, run, day, cause, change, name, old, new, between)


def _without_people(events: list[Event], record: Dumped, policy: Policy) -> Iterator[Event]:
    """Go back from the present record, and compare what the policy leaves of it before and after each change."""
    groups = [list(group) for _, group in groupby(events, key=lambda one: (one.run, one.cause, one.change))]
    changes: list[Iterator[Event]] = []
    for group in reversed(groups):
        if group[0].change != "changed":
            changes.append(iter(group))
            continue
        before = record | {event.field: event.before for event in group if event.field}
        changes.append(_changes_left(group[0], _left(before, policy), _left(record, policy)))
        record = before
    for each in reversed(changes):
        yield from each


def _changes_left(event: Event, before: Dumped | None, after: Dumped | None) -> Iterator[Event]:
    """Yield the changes between two records; where one cannot be read, nobody can tell where its people are."""
    if before is None or after is None:
        yield replace(event, field=None, before=None, after=None)
    elif change := change_of(before, after):
        for name, sides in change.fields.items():
            yield replace(event, field=name, **sides)


def _left(record: Dumped, policy: Policy) -> Dumped | None:
    try:
        return dump(policy.apply(adapted(record)))
    except RecordInvalid:
        return None


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
