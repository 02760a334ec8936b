"""Tables of history: what changed on each night, how each project stands, how each run went.

They come from the store, not from records: whoever writes a release gives them as rows by name, see `History`.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from atlas_scraper.writers.columns import Column, Item, Kind
from atlas_scraper.writers.table import PROJECT, ROW, Table

STATES = ("current", "stale", "missing", "gone", "never read")
CHANGES = ("added", "changed", "gone", "back")
CAUSES = ("site", "parser", "either")


class History(NamedTuple):
    """The rows of the tables of history, each by the names of its table's columns; what is absent is missing."""

    changes: Iterable[Item]
    """By project and `row`, the oldest first; `before` and `after` as JSON values."""
    states: Iterable[Item]
    """By project."""
    runs: Iterable[Item]
    """By run."""


def changes_of(events: Iterable[Mapping[str, Any]]) -> Iterator[Item]:
    """Yield the rows that the lines of a release's `history.jsonl`, read, make; a project's are counted from 1."""
    counts = Counter[int]()
    for event in events:
        counts[event[PROJECT]] += 1
        yield {**event, "run": event["run"] or None, ROW: counts[event[PROJECT]]}


def run_of(report: Mapping[str, Any]) -> Item:
    """Give the row that a run's `run.json` makes."""
    visits = report.get("visits")
    # Of a night that was read out of an archive only their number is known.
    counts = {f"visits_{name}": count for name, count in visits.items()} if isinstance(visits, Mapping) else {}
    counts |= {f"projects_{name}": count for name, count in report.get("changes", {}).items()}
    version = report.get("versions", {}).get("atlas_scraper")
    return {**report, **counts, "parser_version": version, "broken_bounds": len(report.get("health", ()))}


def _column(name: str, kind: Kind, description: str, **more: Any) -> Column:
    def value(item: Item, _: Item) -> Any:
        found = item.get(name)
        return _in_utc(found) if found and kind is Kind.DATETIME else found

    return Column(name, kind, description, value, **more)


def _in_utc(time: str) -> str:
    """Write a time as records have it."""
    return datetime.fromisoformat(time).astimezone(UTC).isoformat().replace("+00:00", "Z")


def _interval(before: str | None, at: str) -> str:
    return f"{_in_utc(before) if before else '..'}/{_in_utc(at)}"


def _as_json(name: str, description: str) -> Column:
    def value(item: Item, _: Item) -> str | None:
        return None if item.get(name) is None else json.dumps(item[name], ensure_ascii=False)

    return Column(name, Kind.STRING, description, value)


def _count(name: str, description: str) -> Column:
    return _column(name, Kind.INTEGER, description, minimum=0)


_CHANGES = (
    _column(PROJECT, Kind.INTEGER, "Number of the project.", is_required=True, minimum=1),
    _column(ROW, Kind.INTEGER, "Place among the changes of the project, from 1.", is_required=True, minimum=1),
    _column("run", Kind.STRING, "Run that saw it; missing for what was known before history was kept."),
    _column("day", Kind.DATE, "Day on which it was seen, UTC.", is_required=True),
    _column("change", Kind.STRING, "What became of the project.", is_required=True, choices=CHANGES),
    _column("field", Kind.STRING, "Field that changed; missing for a project that was added, is gone or is back."),
    _as_json("before", "What the field held before, as JSON; missing for null."),
    _as_json("after", "What it holds since, as JSON; missing for null."),
    _column(
        "cause",
        Kind.STRING,
        "Whose doing it is: the site's, our parser's, or either's where nobody can tell any more.",
        choices=CAUSES,
    ),
    Column(
        "seen_between",
        Kind.STRING,
        "When it happened, as an ISO 8601 interval from when what was before was last seen (`..` where nothing was) to"
        " when what is since was first seen. Missing where nobody knows, and for our parser's doing.",
        lambda item, _: _interval(*item["seen_between"]) if item.get("seen_between") else None,
    ),
)
_STATES = (
    _column(PROJECT, Kind.INTEGER, "Number of the project.", is_required=True, minimum=1),
    _column(
        "state",
        Kind.STRING,
        "How it stands: stale after a failure; missing, then gone, where the site says that there is none.",
        is_required=True,
        choices=STATES,
    ),
    _column("first_seen", Kind.DATETIME, "When its page was first read."),
    _column("last_seen", Kind.DATETIME, "When its page was last read."),
    _column("last_change", Kind.DATETIME, "When its record last changed."),
    _count("failures", "Failures since it was last read."),
    _column("last_failure", Kind.STRING, "When and how it last failed."),
    _column("gone_on", Kind.DATE, "Day on which it was found gone, for one that is."),
)
_RUNS = (
    _column("run", Kind.STRING, "Name of the run, and of its release.", is_required=True),
    _column("outcome", Kind.STRING, "What came of it.", is_required=True),
    _column("started_at", Kind.DATETIME, "When it began."),
    _column("ended_at", Kind.DATETIME, "When it ended."),
    _column("seconds", Kind.NUMBER, "How long it took.", minimum=0),
    _column("last_release", Kind.STRING, "Release before it."),
    _count("records", "Partnerships in its release."),
    _count("visits_new", "Pages of new projects."),
    _count("visits_changed", "Pages that changed."),
    _count("visits_unchanged", "Pages that did not change."),
    _count("visits_missing", "Projects that the site says do not exist."),
    _count("visits_failed", "Pages that failed."),
    _count("projects_added", "Projects that the release has and the one before had not."),
    _count("projects_changed", "Projects that changed."),
    _count("projects_gone", "Projects that the release has no longer."),
    _count("projects_same", "Projects that stayed the same."),
    _count("broken_bounds", "Bounds of health that were broken."),
    _column("parser_version", Kind.STRING, "Version of atlas_scraper."),
)
HISTORY: Sequence[Table] = (
    Table(
        "changes",
        "A change of one field of a project, or that it was added, is gone or is back; of all nights.",
        _CHANGES,
        (PROJECT, ROW),
    ),
    Table("states", "How a project stands, those that are gone included.", _STATES, (PROJECT,)),
    Table("runs", "A run of the night.", _RUNS, ("run",)),
)
