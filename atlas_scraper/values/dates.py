"""Dates and years.

Odd about the source: the site prints dates as `dd/mm/yyyy`, day first, and no other form was seen; the others
read here are what a person would type in the same field. A year stands alone on its line, and the year of a
signature may be missing with its label. Years of two digits, spans and approximations are not read: the caller
keeps the raw text in an issue.
"""

import re
from datetime import date

from atlas_scraper.values.text import fold, tidy

# The years of the record model (`Year`).
_FIRST_YEAR, _LAST_YEAR = 1900, 2100

_MONTHS = {
    "janvier": 1,
    "fevrier": 2,
    "mars": 3,
    "avril": 4,
    "mai": 5,
    "juin": 6,
    "juillet": 7,
    "aout": 8,
    "septembre": 9,
    "octobre": 10,
    "novembre": 11,
    "decembre": 12,
}
_SHORT_MONTHS = {"janv": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
_BEFORE = re.compile(
    r"(?:(?:le|au|jusqu['’]au) )?+(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?+", re.IGNORECASE
)
_HOUR = re.compile(r"(?<![ T,])[ T,]++(?:à )?\d{1,2}[:h]\d{2}(?::\d{2}(?:\.\d+)?)?$")
_DAY_FIRST = re.compile(
    r"(?P<day>[0-9]{1,2})(?P<mark>[/.-]| [/.-] |[⁄∕])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})"
)
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
# The `er` of the first of a month is often raised, and an extractor may set a space before what was raised.
_IN_WORDS = re.compile(
    r"(?P<day>1(?= ?er )|[0-9]{1,2}(?! ?er ))(?: ?er)? (?P<month>[^\W\d_]+)(?P<stop>\.)? (?P<year>[0-9]{4})",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[«\"“] *+([^«»\"“”]*[^«»\"“” ]) *+[»\"”]")
_YEAR = re.compile(r"(?P<bracket>\()?(?P<year>[0-9]{4})(?(bracket)\)| ?\.?)")


def read_date(text: str) -> date | None:
    """Read one date, day before month.

    Args:
        text: `31/12/2018`, `31-12-2018`, `31.12.2018`, `2018-12-31`, `31 décembre 2018` or `1er janvier 2019`,
            spaces and quotation marks around it aside; a day or a month may have one digit, and an hour may follow
            (`00:00`). A month may be shortened (`31 déc. 2018`), the day of the week stand before it, and what makes it
            a limit (`jusqu'au`).

    Returns:
        The date, of a year from 1900 to 2100; None for any other text and for days that no calendar has.
    """
    text = _BEFORE.sub("", _HOUR.sub("", _unquoted(text)), count=1)
    found = _DAY_FIRST.fullmatch(text) or _ISO.fullmatch(text) or _IN_WORDS.fullmatch(text)
    if found is None:
        return None
    month = _month(found["month"], is_short=bool(found.groupdict().get("stop")))
    year = _known_year(found["year"])
    if year is None:
        return None
    try:
        return date(year, month, int(found["day"]))
    except ValueError:
        return None


def _month(text: str, *, is_short: bool) -> int:
    """Give the number of a month, in digits or in words; 0 where the text is none."""
    if text.isdecimal():
        return int(text)
    return (_SHORT_MONTHS if is_short else _MONTHS).get(fold(text), 0)


def read_year(text: str) -> int | None:
    """Read one year that stands alone, as in `2010`, `2010.`, `(2010)` or `« 2010 »`.

    Args:
        text: a line or a cell; spaces around the year, a full stop after it, brackets and quotation marks around it are
            left aside.

    Returns:
        The year, from 1900 to 2100; None for any other text (`2010-2012`, `vers 2010`, `10`).
    """
    found = _YEAR.fullmatch(_unquoted(text))
    return _known_year(found["year"]) if found else None


def _unquoted(text: str) -> str:
    """Give a text, tidied, without quotation marks around it."""
    text = tidy(text)
    quoted = _QUOTED.fullmatch(text)
    return quoted[1] if quoted else text


def _known_year(digits: str) -> int | None:
    """Give the year when the record has room for it."""
    year = int(digits)
    return year if _FIRST_YEAR <= year <= _LAST_YEAR else None
