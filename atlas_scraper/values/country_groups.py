"""Groups of countries: the UN's regions, the World Bank's income groups, the OECD's list of recipients of aid.

`country-groups-2025.csv` was made by `tests/build_countries.py` and read row by row; sources are in `docs/codes.md`.
"""

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

INCOME_GROUPS = ("low", "lower middle", "upper middle", "high")


class CountryGroups(NamedTuple):
    """What groups a country belongs to."""

    m49_region_code: str | None
    """Three digits; `None` for what the UN counts in no region."""
    m49_region: str | None
    m49_subregion_code: str | None
    m49_subregion: str | None
    income_group: str | None
    """From `INCOME_GROUPS`; `None` where the World Bank has no figures."""
    income_year: int | None
    """Year of the World Bank's list, which came out in July."""
    dac_eligible: bool
    """Whether what it receives counts as official development assistance."""
    dac_year: int
    """Year of flows for which that list holds."""


def groups_of(code: str | None) -> CountryGroups | None:
    """Give the groups of a country by its ISO 3166-1 alpha-2 code; `None` for `None`.

    >>> groups_of("NA").income_group
    'lower middle'
    """
    return _groups().get(code or "")


@cache
def _groups() -> dict[str, CountryGroups]:
    text = files("atlas_scraper.values").joinpath("country-groups-2025.csv").read_text("utf-8")
    return {
        row["country_code"]: CountryGroups(
            m49_region_code=row["m49_region_code"] or None,
            m49_region=row["m49_region"] or None,
            m49_subregion_code=row["m49_subregion_code"] or None,
            m49_subregion=row["m49_subregion"] or None,
            income_group=row["income_group"] or None,
            income_year=int(row["income_year"]) if row["income_year"] else None,
            dac_eligible=row["dac_eligible"] == "true",
            dac_year=int(row["dac_year"]),
        )
        for row in csv.DictReader(text.splitlines())
    }
