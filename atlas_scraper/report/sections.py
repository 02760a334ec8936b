"""The sections of a report: each a table with its bars, or a picture and the table that it is drawn from."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import quote, urlencode

from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Partnership, Status
from atlas_scraper.report.cells import Cell, Code, Drawing, Number, Row
from atlas_scraper.report.columns import columns
from atlas_scraper.report.differences import Changed
from atlas_scraper.report.summary import UNKNOWN, Summary
from atlas_scraper.report.words import country, description, lists, percent, words_of
from atlas_scraper.report.world import world
from atlas_scraper.values.funders import KINDS
from atlas_scraper.values.theme_names import english_of
from atlas_scraper.writers.tables import TABLES

_MOST_ROWS = 30
_NOTHING = "-"
"""Value of the explorer's filters for what a page does not say."""
_MEANINGS = {each.value: each.meaning for each in IssueCode}


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the report; its words are those of `words.toml` under its name."""

    name: str
    columns: Sequence[str] = ()
    rows: Sequence[Row] = ()
    drawn: Drawing | None = None
    changed: Sequence[Changed] = ()
    has_more: bool = False
    totals: Mapping[str, int] = field(default_factory=dict)


def sections_of(summary: Summary, changed: Sequence[Changed], totals: Counter[str]) -> Iterator[Section]:
    """Yield the sections of a report.

    Args:
        summary: what was counted.
        changed: the first projects that changed.
        totals: how many there are of each kind of change.
    """
    yield _countries(summary)
    themes = ((key, (_named(key),), count, _theme(key)) for key, count in _by_size(summary.themes))
    yield _ranked("themes", ("theme", "count"), themes)
    pairs = (
        ("\t".join(key), tuple(map(_named, key)), count, _theme(*key)) for key, count in _by_size(summary.subthemes)
    )
    yield _ranked("subthemes", ("theme", "subtheme", "count"), pairs)
    yield _starts(summary)
    yield _funding(summary)
    goals = ((str(goal), _goal(goal), count, _chosen(goal=goal)) for goal, count in sorted(summary.goals.items()))
    yield _ranked("goals", ("goal", "count"), goals)
    names = (
        (key, (key,), count, _authority(summary.keys.get(key, ()))) for key, count in _by_size(summary.authorities)
    )
    yield _ranked("authorities", ("authority", "count"), names)
    titled = [each.titled(summary.titles) for each in changed]
    yield Section("changes", changed=titled, totals=totals, has_more=totals.total() > len(titled))
    yield _filled(summary)
    yield _unread(summary)
    yield Section("dictionary", ("name", "meaning"), list(_dictionary()))


def _countries(summary: Summary) -> Section:
    counts = _by_size(summary.countries)
    most = max(summary.countries.values(), default=1)
    rows = [
        Row(
            (country(code) if code else words_of("text", "no_code"), Number(count, "countries", code)),
            count / most,
            f"#/country/{code}" if code else "",
        )
        for code, count in counts
    ]
    coded = {code: count for code, count in counts if code}
    return Section("countries", ("country", "count"), rows, world(coded) if coded else None)


def _ranked(name: str, headed: Sequence[str], counted: Iterable[tuple[str, Sequence[Cell], int, str]]) -> Section:
    """Make a table of counts with a bar for each row, which leads to its place; of many rows, the first thirty."""
    found = list(counted)
    most = max((count for _, _, count, _ in found), default=1)
    rows = [
        Row((*(cell or None for cell in cells), Number(count, name, key)), count / most, place)
        for key, cells, count, place in found[:_MOST_ROWS]
    ]
    return Section(name, headed, rows, has_more=len(found) > _MOST_ROWS)


def _chosen(**filters: Any) -> str:
    """Give the place in the explorer where partnerships are chosen so; see `address.js`."""
    return f"#/?{urlencode(filters)}"


def _theme(theme: str, subtheme: str | None = None) -> str:
    """Give the place of a theme; partnerships without a sub-theme cannot be chosen."""
    if subtheme is None:
        return _chosen(theme=theme or _NOTHING)
    return _chosen(theme=f"{theme or _NOTHING}|{subtheme}") if subtheme else ""


def _named(theme: str) -> Cell:
    """Give a theme's name in both languages, as published where no translation of it is known."""
    english = english_of(theme)
    return (english, theme) if english else theme


def _authority(keys: Collection[str]) -> str:
    """Give the place of a name's authority, where only one bears it."""
    return "".join(f"#/authority/{quote(key, safe='')}" for key in keys) if len(keys) == 1 else ""


def _goal(goal: int) -> tuple[Cell, ...]:
    english, french = words_of("goal", str(goal))
    return ((f"{goal}. {english}", f"{goal}. {french}"),)


def _starts(summary: Summary) -> Section:
    ranked = sorted(summary.starts.items(), key=lambda each: (-(each[0][0] or 0), each[0][1]))
    rows = [
        Row(
            (_year(year), _value(status), Number(count, "starts", f"{year or UNKNOWN}\t{status}")),
            place=_chosen(**{"from": year, "until": year}, status=status or _NOTHING) if year else "",
        )
        for (year, status), count in ranked
    ]
    dated = {(year, status): float(count) for (year, status), count in ranked if year}
    kinds = {**{each.value: words_of("value", each.value) for each in Status}, UNKNOWN: words_of("text", "unknown")}
    return Section("starts", ("year", "status", "count"), rows, columns(dated, kinds) if dated else None)


def _funding(summary: Summary) -> Section:
    ranked = sorted(summary.funding.items(), key=lambda each: (-(each[0][0] or 0), KINDS.index(each[0][1])))
    rows = [
        Row((_year(year), _value(kind), Number(euros, "funding", f"{year or UNKNOWN}\t{kind}")))
        for (year, kind), euros in ranked
    ]
    dated = {(year, kind): float(euros) for (year, kind), euros in ranked if year and euros > 0}
    kinds = {kind: words_of("value", kind) for kind in KINDS}
    return Section("funding", ("year", "kind", "euros"), rows, columns(dated, kinds) if dated else None)


def _filled(summary: Summary) -> Section:
    rows = [
        Row((words_of("field", name), Number(count, "filled", name), percent(count, whole)), count / max(1, whole))
        for name in Partnership.model_fields
        for count, whole in [(summary.filled[name], summary.records)]
    ]
    return Section("filled", ("field", "count", "share"), rows)


def _unread(summary: Summary) -> Section:
    codes = [
        Row((_meaning(code), Number(count, "issues", code)), place=_chosen(issue=code))
        for code, count in _by_size(summary.issues)
    ]
    labels = [Row((label or None, Number(count, "unread", label))) for label, count in _by_size(summary.unread)]
    rows = [*codes, *islice(labels, _MOST_ROWS)]
    return Section("unread", ("label", "count"), rows, has_more=len(labels) > _MOST_ROWS)


def _meaning(code: str) -> Cell:
    english = _MEANINGS[code]
    return english, lists()["issue"].get(code, [english])[0]


def _dictionary() -> Iterator[Row]:
    for table in TABLES:
        for column in table.columns:
            name = Code(f"{table.name}.{column.name}", words_of("kind", column.kind.value))
            yield Row((name, description(column.description)))


def _by_size(counts: Counter[Any]) -> list[tuple[Any, int]]:
    return sorted(counts.items(), key=lambda each: (-each[1], each[0]))


def _value(name: str) -> Cell:
    return words_of("value", name) if name else None


def _year(year: int | None) -> Cell:
    return (str(year), str(year)) if year else None
