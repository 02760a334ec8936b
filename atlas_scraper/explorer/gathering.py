"""The records of a release as the explorer holds them: an index for its first view, and the rest in parts.

The index has a list for each property, with an entry for each partnership; what comes again is in it once and told by
its number. Everything else of a record stands in the parts, which are opened when somebody reads or searches. Both hold
what the tables of the same release hold, made of the same records and the same history: nothing is added to what its
policy of people leaves.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from atlas_scraper.explorer.bodies import bodies_of, regions_of_france
from atlas_scraper.explorer.interning import Interned
from atlas_scraper.explorer.names import country_of, regions_of, themes_in_english
from atlas_scraper.explorer.packing import json_of
from atlas_scraper.explorer.wording import Wording
from atlas_scraper.record.model import Partnership, Status
from atlas_scraper.values.funders import KINDS, told_kind_of
from atlas_scraper.writers.gathering import Gathering
from atlas_scraper.writers.history import History
from atlas_scraper.writers.json import dump
from atlas_scraper.writers.keys import authority_of, partner_of

Row = dict[str, Any]
_IN_THE_INDEX = ("project_id", "title", "convention_year", "start_year", "status", "end_date", "theme")
_IN_BOTH = {"funding": ("year", "amount_eur"), "other_themes": ("theme", "subtheme", "subsubtheme")}
"""Lists of which the index holds some properties, and the parts the others."""
_EPOCH = date(1970, 1, 1)
PART = 250
"""Partnerships in one part: one is opened within a few hundredths of a second, and a part still compresses well."""
FIRST = 50
"""Titles that the first view shows: as many as its list has rows. All of them are half of what an index would be."""
NO_KEY = -1
"""Number of a body that has no key."""


@dataclass
class Gathered:
    """What a release holds for its explorer.

    Args:
        index: what its first view needs.
        words: all words of the titles and the parts, packed.
        titles: the titles of all records; the index has the first `FIRST` of them alone.
        parts: the rest of the records, in the order of the index, `PART` of them packed together: a list
            for each field.
    """

    index: Row
    words: str
    titles: str
    parts: list[str]


@dataclass
class _Numbers:
    """Numbers of what comes again."""

    countries: Interned[str] = field(default_factory=Interned)
    authorities: Interned[str] = field(default_factory=Interned)
    partners: Interned[str] = field(default_factory=Interned)
    themes: Interned[tuple[str | None, ...]] = field(default_factory=Interned)
    kinds: Interned[str | None] = field(default_factory=Interned)
    funding: list[tuple[int, int | None, float | None]] = field(default_factory=list)

    def pay(self, funding: Iterable[Row]) -> int:
        """Take what the funders of a partnership gave behind that of the one before, and tell how many there are."""
        before = len(self.funding)
        for each in funding:
            kind = told_kind_of(each["funder"]).kind if each["funder"] else None
            self.funding.append((self.kinds(kind), each["year"], each["amount_eur"]))
        return len(self.funding) - before

    def money(self) -> Row:
        """Give what `pay` has numbered, a list for each property."""
        columns = zip(*self.funding, strict=True) if self.funding else ((), (), ())
        return {"kinds": self.kinds.values} | dict(zip(("kind", "year", "euros"), map(list, columns), strict=True))


def gather(records: Iterable[Partnership], history: History | None) -> Gathered:
    """Gather the records of a release.

    Args:
        records: its records.
        history: rows of its tables of history; `None` where it has none.
    """
    numbers, bodies = _Numbers(), Gathering()
    changes = _by_project(history.changes) if history else {}
    states = {state["project_id"]: state for state in history.states} if history else {}
    rows: list[Row] = []
    part: list[Row] = []
    parts = Wording()
    for record in records:
        dumped = dump(record)
        bodies.add(dumped)
        number = record.project_id or 0
        rows.append(_row(dumped, numbers, changes.get(number, ())))
        part.append(_part(dumped, changes.get(number, ()), states.get(number)))
        if len(part) == PART:  # few of them are held at a time
            parts.add(json_of(_columns(part)))
            part = []
    if part:
        parts.add(json_of(_columns(part)))
    columns = _columns(rows)
    titles = columns.get("title", [])
    parts.add(json_of(titles))
    countries = [country_of(code) for code in numbers.countries.values]
    themes = numbers.themes.values
    index = {
        "partnerships": columns | {"title": titles[:FIRST]},
        "money": numbers.money(),
        "authorities": bodies_of(bodies, "authorities", numbers.authorities.values),
        "partners": bodies_of(bodies, "partners", numbers.partners.values),
        "countries": [list(each) for each in countries],
        "countryFacts": bodies_of(bodies, "countries", numbers.countries.values),
        "worldRegions": regions_of(each.code for each in countries),
        "frenchRegions": regions_of_france(bodies),
        "themes": themes,
        "themesInEnglish": themes_in_english({level for theme in themes for level in theme if level}),
        "stacked": {"status": [each.value for each in Status], "funder": KINDS},
        "hasHistory": history is not None,
    }
    words, (*told, all_titles) = parts.packed()
    return Gathered(index, words, all_titles, told)


def _row(record: Row, numbers: _Numbers, changes: Iterable[Row]) -> Row:
    """Give the entries of a record in the index."""
    days = [date.fromisoformat(each["day"]) for each in changes]
    return {
        "id": record["project_id"],
        "title": record["title"],
        "signed": record["convention_year"],
        "begun": record["start_year"],
        "ended": record["end_date"],
        "status": record["status"],
        "theme": NO_KEY if record["theme"] is None else numbers.themes(_levels(record["theme"])),
        "further": [numbers.themes(_levels(each)) for each in record["other_themes"]],
        "goals": [each["goal"] for each in record["sdgs"] if each["goal"]],
        "authorities": [
            numbers.authorities(key.key) if (key := authority_of(each)) else NO_KEY
            for each in record["french_authorities"]
        ],
        "partners": [
            numbers.partners(key.key) if (key := partner_of(each)) else NO_KEY for each in record["foreign_partners"]
        ],
        "countries": [
            numbers.countries(each["country_code"]) if each["country_code"] else NO_KEY
            for each in record["foreign_partners"]
        ],
        "money": numbers.pay(record["funding"]),
        "issues": [each["code"] for each in record["issues"]],
        "changed": (max(days) - _EPOCH).days if days else None,
    }


def _levels(theme: Row) -> tuple[str | None, ...]:
    return theme["theme"], theme["subtheme"], theme["subsubtheme"]


def _part(record: Row, changes: Iterable[Row], state: Row | None) -> Row:
    """Give what the index does not hold of a record, without what is absent."""
    part = {name: found for name, value in record.items() if name not in _IN_THE_INDEX and (found := _stated(value))}
    part["provenance"].pop("sha256")  # thirty-two bytes that nothing compresses, and nothing to read
    for name, properties in _IN_BOTH.items():
        for each in part.get(name, ()):
            for known in properties:
                each.pop(known, None)
    shown = [_change(each) for each in changes]
    return part | ({"changes": shown} if shown else {}) | ({"state": _stated(state)} if state else {})


def _columns(rows: list[Row]) -> Row:
    """Give a list for each property: what is alike stands together, and compresses better."""
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


def _stated(value: Any) -> Any:
    """Leave out what is absent, at any depth; lists of a fixed length keep their places."""
    if isinstance(value, dict):
        return {name: found for name, each in value.items() if (found := _stated(each)) not in (None, [], {})}
    if isinstance(value, list):
        return [_stated(each) for each in value]
    return value


def _change(change: Row) -> Row:
    """Give a change; of two lists, what only one of them has: paragraphs that stayed are in the record already."""
    before, after = change.get("before"), change.get("after")
    if isinstance(before, list) and isinstance(after, list):
        only = [each for each in before if each not in after], [each for each in after if each not in before]
        before, after = only if any(only) else (before, after)
    told = {name: change.get(name) for name in ("day", "change", "field", "cause")} | {"before": before, "after": after}
    return {name: value for name, value in told.items() if value is not None}


def _by_project(changes: Iterable[Mapping[str, Any]]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for change in changes:
        found.setdefault(change["project_id"], []).append(dict(change))
    return found
