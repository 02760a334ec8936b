"""The sections of a report: each a chart or two and the table that they are drawn from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import Any

from atlas_scraper.record.model import Partnership
from atlas_scraper.report import charts
from atlas_scraper.report.summary import UNKNOWN, Summary
from atlas_scraper.values.funders import KINDS
from atlas_scraper.writers.tables import TABLES

_MOST_BARS, _MOST_ROWS, _MOST_CHANGES = 20, 30, 50
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a table, and what it counts, so that a test can count it again."""

    value: int | Decimal
    measure: str
    key: str


Cell = str | Number | None
"""A text, a number, or nothing stated."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the report; its words are those of `words.toml` under its name."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    drawn: Sequence[str] = ()
    has_more: bool = False
    totals: Mapping[str, int] = field(default_factory=dict)


def sections_of(summary: Summary, changes: Iterable[Mapping[str, Any]]) -> Iterator[Section]:
    """Yield the sections of a report.

    Args:
        summary: what was counted.
        changes: the lines of `changes.jsonl`, read.
    """
    yield _countries(summary)
    yield _ranked("themes", "theme", summary.themes)
    yield _subthemes(summary)
    yield _starts(summary)
    yield _funding(summary)
    yield _goals(summary)
    yield _ranked("authorities", "authority", summary.authorities)
    yield _filled(summary)
    yield _changes(changes)
    yield _unread(summary)
    rows = [
        (table.name, column.name, column.kind.value, column.description) for table in TABLES for column in table.columns
    ]
    yield Section("dictionary", ("table", "name", "type", "meaning"), rows)


def _countries(summary: Summary) -> Section:
    ranked = _by_size(summary.countries)
    rows = [(summary.names.get(code) or None, code or None, Number(count, "countries", code)) for code, count in ranked]
    drawn = []
    if any(summary.countries):
        known = {code: count for code, count in ranked if code}
        names = [(summary.names.get(code) or code or "?", count) for code, count in ranked[:_MOST_BARS]]
        drawn = [charts.world(known, "Carte du monde"), charts.bars(_cut(names), "Pays")]
    return Section("countries", ("country", "code", "count"), rows, drawn)


def _ranked(name: str, column: str, counts: Counter[str]) -> Section:
    ranked = _by_size(counts)
    rows = [(key or None, Number(count, name, key)) for key, count in ranked[:_MOST_ROWS]]
    drawn = [charts.bars(_cut((key or "?", count) for key, count in ranked[:_MOST_BARS]), name)] if ranked else []
    return Section(name, (column, "count"), rows, drawn, has_more=len(ranked) > _MOST_ROWS)


def _subthemes(summary: Summary) -> Section:
    ranked = _by_size(summary.subthemes)
    rows = [
        (theme or None, subtheme or None, Number(count, "subthemes", f"{theme}\t{subtheme}"))
        for (theme, subtheme), count in ranked[:_MOST_ROWS]
    ]
    return Section("subthemes", ("theme", "subtheme", "count"), rows, has_more=len(ranked) > _MOST_ROWS)


def _starts(summary: Summary) -> Section:
    ranked = sorted(summary.starts.items(), key=lambda each: (each[0][0] or 0, each[0][1]))
    rows = [
        (_year(year), status or None, Number(count, "starts", f"{year or UNKNOWN}\t{status}"))
        for (year, status), count in ranked
    ]
    stacked = [(year, status or "?", count) for (year, status), count in ranked if year]
    return Section("starts", ("year", "status", "count"), rows, [charts.columns(stacked, "starts")] if stacked else [])


def _funding(summary: Summary) -> Section:
    ranked = sorted(summary.funding.items(), key=lambda each: (each[0][0] or 0, KINDS.index(each[0][1])))
    rows = [
        (_year(year), kind, Number(euros, "funding", f"{year or UNKNOWN}\t{kind}")) for (year, kind), euros in ranked
    ]
    stacked = [(year, kind, float(euros)) for (year, kind), euros in ranked if year]
    return Section("funding", ("year", "kind", "euros"), rows, [charts.columns(stacked, "euros")] if stacked else [])


def _goals(summary: Summary) -> Section:
    ranked = [(goal, f"{goal} {summary.goal_labels.get(goal, '')}".strip()) for goal in sorted(summary.goals)]
    rows = [(name, Number(summary.goals[goal], "goals", str(goal))) for goal, name in ranked]
    drawn = [charts.bars(_cut((name, summary.goals[goal]) for goal, name in ranked), "goals")] if ranked else []
    return Section("goals", ("goal", "count"), rows, drawn)


def _filled(summary: Summary) -> Section:
    rows = [
        (name, Number(summary.filled[name], "filled", name), _percent(summary.filled[name], summary.records))
        for name in Partnership.model_fields
    ]
    return Section("filled", ("field", "count", "share"), rows)


def _changes(changes: Iterable[Mapping[str, Any]]) -> Section:
    totals: Counter[str] = Counter({"added": 0, "changed": 0, "gone": 0})
    first: list[tuple[Cell, ...]] = []
    for change in changes:
        totals[change["change"]] += 1
        if len(first) < _MOST_CHANGES:
            first.append((str(change["project_id"]), change["change"], ", ".join(change["fields"])))
    return Section(
        "changes", ("project", "change", "fields"), first, has_more=totals.total() > len(first), totals=totals
    )


def _unread(summary: Summary) -> Section:
    rows = [(code, Number(count, "issues", code)) for code, count in _by_size(summary.issues)]
    labels = [(label or None, Number(count, "unread", label)) for label, count in _by_size(summary.unread)]
    return Section(
        "unread", ("label", "count"), [*rows, *islice(labels, _MOST_ROWS)], has_more=len(labels) > _MOST_ROWS
    )


def _by_size(counts: Counter[Any]) -> list[tuple[Any, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def _cut(rows: Iterable[tuple[str, int]]) -> list[tuple[str, float]]:
    """Shorten names for a chart; two that are then the same stay two."""
    cut: dict[str, float] = {}
    for name, count in rows:
        short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
        while short in cut:
            short += "\u200b"
        cut[short] = count
    return list(cut.items())


def _year(year: int | None) -> str | None:
    return str(year) if year else None


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"
