"""Themes of the atlas to purpose codes of the OECD's Creditor Reporting System, by a crosswalk of ours.

Codes and names are those of the OECD's "DAC and CRS code lists": five digits for a purpose, three for a sector where a
theme is no single purpose. Relations are those of SKOS (https://www.w3.org/TR/skos-reference/#mapping): `exact`;
`close`; `broad`, where the code is the wider one; `narrow`, where the theme is. Where no code is right there is none,
with the reason in the file.
"""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from atlas_scraper.values.text import fold

RELATIONS = ("exact", "close", "broad", "narrow")


class Purpose(NamedTuple):
    """A code of the CRS for a theme."""

    code: str
    """Three digits for a sector, five for a purpose."""
    name: str
    """Its name in the CRS."""
    relation: str
    """How it relates to the theme, from `RELATIONS`."""


def purpose_of(theme: str | None, subtheme: str | None, subsubtheme: str | None) -> Purpose | None:
    """Give the code of a theme: that of its most specific level that the crosswalk has, or `None`.

    >>> purpose_of("Education, Social et Recherche", "Santé", None)
    Purpose(code='120', name='Health', relation='exact')
    """
    levels = [fold(level or "") for level in (theme, subtheme, subsubtheme)]
    for known in (3, 2, 1):
        key = (*levels[:known], *[""] * (3 - known))
        if key in _crosswalk():
            return _crosswalk()[key]
    return None


@cache
def _crosswalk() -> dict[tuple[str, ...], Purpose | None]:
    return {
        tuple(fold(row[level]) for level in ("theme", "subtheme", "subsubtheme")): Purpose(
            row["crs_code"], row["crs_name"], row["relation"]
        )
        if row["crs_code"]
        else None
        for row in rows()
    }


def rows() -> list[dict[str, str]]:
    """Give the rows of the crosswalk as its file has them."""
    text = files("atlas_scraper.values").joinpath("crs.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
