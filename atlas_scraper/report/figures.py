"""The figures at the head of a report: how much there is, and how old it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from atlas_scraper.report.cells import Number, Words
from atlas_scraper.report.summary import Summary
from atlas_scraper.report.words import day, percent, words_of


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure; its words are those of `words.toml` under its name.

    Args:
        name: what it is.
        number: the number, `None` where it is not known.
        unit: written behind the number.
        shown: what is written in place of the number, `None` for the number itself.
        note: a line below.
    """

    name: str
    number: Number | None
    unit: str | Words = ""
    shown: Words | None = None
    note: Words | None = None


def figures_of(summary: Summary, created: date | None) -> Iterator[Figure]:
    """Yield the figures.

    Args:
        summary: what was counted.
        created: the day of the release, `None` where it is not known.
    """
    yield Figure("partnerships", Number(summary.records, "records", ""))
    yield Figure("euros", Number(summary.euros, "euros", ""), "\u00a0€")
    yield Figure("countries", Number(sum(1 for code in summary.countries if code), "country_codes", ""))
    share = percent(summary.ongoing, summary.records)
    yield Figure("ongoing", Number(summary.ongoing, "ongoing", ""), shown=share, note=_of(summary))
    yield _age(summary, created)


def _of(summary: Summary) -> Words:
    english, french = words_of("text", "of_all")
    numbers = {"part": f"{summary.ongoing:,}".replace(",", "\u202f")}
    numbers |= {"whole": f"{summary.records:,}".replace(",", "\u202f")}
    return english.format(**numbers), french.format(**numbers)


def _age(summary: Summary, created: date | None) -> Figure:
    """Say how long ago half of the pages had been read, seen from the day of the release, and when the oldest was."""
    half = summary.half_read
    if half is None:
        return Figure("age", None)
    oldest, newest = day(min(summary.read)), day(max(summary.read))
    english, french = words_of("text", "read_on" if oldest == newest else "read_between")
    note = english.format(oldest=oldest[0], newest=newest[0]), french.format(oldest=oldest[1], newest=newest[1])
    if created is None:
        return Figure("age", None, note=note)
    days = (created - half).days
    return Figure(
        "age", Number(days, "age", ""), words_of("text", f"day_{days}" if days in {0, 1} else "days"), note=note
    )
