"""Which captures are worth fetching: those that say something of a page, as many a year as are wanted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from atlas_scraper.sources.table import Row, in_order

# An answer of 5xx or 429 says nothing of a page; an index names no status for a revisit.
_USABLE = {None, 200, 301, 302, 303, 307, 308, 404, 410}


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted of a table.

    Args:
        since: the first moment.
        until: the last moment.
        per_year: captures of a project and year at most, spread over the year; the last of it first.
    """

    since: datetime | None = None
    until: datetime | None = None
    per_year: int | None = None

    def of(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows to fetch, by project and moment, the same capture of two archives once."""
        wanted = (row for row in in_order(rows) if row.status in _USABLE and self._is_within(row))
        for _, captures in groupby(wanted, key=lambda row: (row.project_id, row.moment.year)):
            found = list({(row.moment, row.digest): row for row in captures}.values())
            yield from found if self.per_year is None else _spread(found, self.per_year)

    def _is_within(self, row: Row) -> bool:
        return (not self.since or row.moment >= self.since) and (not self.until or row.moment <= self.until)


def _spread(rows: list[Row], number: int) -> list[Row]:
    """Choose so many of a year's captures: the last, the first, and those evenly between."""
    if len(rows) <= number:
        return rows
    if number == 1:
        return rows[-1:]
    last = len(rows) - 1
    return [rows[round(place * last / (number - 1))] for place in range(number)]
