"""The report's own words, in English and in French: from `words.toml`, from Unicode CLDR through Babel, and numbers."""

import tomllib
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from atlas_scraper.report.cells import Words

_LANGUAGES = ("en", "fr")


def words_of(group: str, name: str) -> Words:
    """Give the words for a name of a group; the name itself where nobody has listed it."""
    english, french = lists().get(group, {}).get(name, (name, name))
    return english, french


@cache
def lists() -> dict[str, dict[str, list[str]]]:
    """Read the groups of `words.toml`."""
    return tomllib.loads(files("atlas_scraper.report").joinpath("words.toml").read_text("utf-8"))


def description(english: str) -> Words:
    """Give a column's description in both languages; the English alone where nobody has translated it."""
    english = " ".join(english.split())
    return english, _descriptions().get(english, english)


@cache
def _descriptions() -> dict[str, str]:
    found: dict[str, str] = tomllib.loads(
        files("atlas_scraper.report").joinpath("descriptions.toml").read_text("utf-8")
    )
    return found


@cache
def country(code: str) -> Words:
    """Give the names of a country by its ISO alpha-2 code; the code itself where CLDR has none.

    >>> country("VN"), country("DE")
    (('Vietnam', 'Viêt Nam'), ('Germany', 'Allemagne'))
    """
    from babel import Locale  # noqa: PLC0415 - slow to load, and a report without countries needs none

    english, french = (Locale(language).territories.get(code, code) for language in _LANGUAGES)
    return english, french


def day(moment: date) -> Words:
    """Write a day.

    >>> day(date(2026, 11, 1))
    ('1 November 2026', '1er novembre 2026')
    """
    from babel.dates import format_date  # noqa: PLC0415 - as above

    english, french = (format_date(moment, "d MMMM y", locale=language) for language in _LANGUAGES)
    return english, f"1er {french.removeprefix('1 ')}" if moment.day == 1 else french


def grouped(value: int | Decimal) -> Words:
    """Write a number with narrow spaces between thousands (ISO 80000-1), which both languages read.

    >>> grouped(Decimal("1234.5"))
    ('1\u202f234.50', '1\u202f234,50')
    """
    whole = value == int(value)
    text = (f"{int(value):,}" if whole else f"{value:,.2f}").replace(",", "\u202f")
    return text, text.replace(".", ",")


def percent(part: int, whole: int) -> Words:
    """Write a share.

    >>> percent(1, 3)
    ('33.3%', '33,3\u202f%')
    """
    text = f"{100 * part / whole:.1f}" if whole else "–"
    return (f"{text}%", f"{text.replace('.', ',')}\u202f%") if whole else (text, text)
