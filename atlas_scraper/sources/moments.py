"""Dates as people give them: a year, a month or a day, and the first and last moment of each."""

import re
from datetime import UTC, datetime, timedelta

from atlas_scraper.errors import FetchError

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def moments_of(date: str) -> tuple[datetime, datetime]:
    """Give the first and the last moment of `2015`, `2015-06` or `2015-06-30`, in UTC.

    Raises:
        FetchError: it is no date.
    """
    found = _DATE.fullmatch(date)
    try:
        year, month, day = (int(part or 1) for part in found.groups()) if found else (0, 0, 0)
        first = datetime(year, month, day, tzinfo=UTC)
        if found and found[3]:
            after = first + timedelta(days=1)
        elif found and found[2]:
            after = (first + timedelta(days=31)).replace(day=1)
        else:
            after = datetime(year + 1, 1, 1, tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise FetchError("a date", repr(date), "give 2015, 2015-06 or 2015-06-30") from error
    return first, after - timedelta(seconds=1)
