"""Columns that say where a body is and what it is called in registers.

Sources and methods are in `docs/codes.md`.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from atlas_scraper.values import places, register
from atlas_scraper.values.country_groups import INCOME_GROUPS, groups_of
from atlas_scraper.values.places import PlaceAbroad
from atlas_scraper.values.register import Identity
from atlas_scraper.writers.columns import Column, Item, Kind

# Each column asks, and most bodies stand on several pages.
identify = lru_cache(maxsize=20_000)(register.identify)
place_of = lru_cache(maxsize=40_000)(places.place_of)


def register_columns(find: Callable[[Item], Identity | None]) -> Sequence[Column]:
    """Make the columns of what the register knows of a French authority.

    Args:
        find: takes a row's item and gives its authority.
    """

    def column(field: str, kind: Kind, description: str, **more: Any) -> Column:
        def value(item: Item, _: Item) -> Any:
            return getattr(found, field) if (found := find(item)) else None

        return Column(f"register_{field}", kind, description, value, **more)

    return (
        column("kind", Kind.STRING, "List of the official register that it is in.", choices=register.KINDS),
        column(
            "code",
            Kind.STRING,
            "INSEE code of a commune, département, region or collectivity, SIREN of an EPCI or EPT; where the name "
            "printed decides it.",
        ),
        column(
            "siren",
            Kind.STRING,
            "SIREN, of communes, EPCI, départements and regions; of Bas-Rhin, Haut-Rhin and Paris the one that the "
            "département had.",
            pattern="^[0-9]{9}$",
        ),
        column("method", Kind.STRING, "How it was decided; see docs/codes.md.", choices=tuple(register.METHODS)),
        column("vintage", Kind.STRING, "Year of the register."),
        column("name", Kind.STRING, "Name of today in the register."),
        column(
            "status",
            Kind.STRING,
            "What it is by law: special is a collectivity with special status, overseas one of articles 74 and 76 of "
            "the Constitution.",
            choices=register.STATUSES,
        ),
        column(
            "departement", Kind.STRING, "INSEE code of its département; missing for regions and what lies in several."
        ),
        column(
            "region", Kind.STRING, "INSEE code of its region of today; missing for what lies in several, and overseas."
        ),
        column("region_name", Kind.STRING, "Name of that region."),
        column("region_population", Kind.INTEGER, "Municipal population of that region, by INSEE.", minimum=0),
        column("population", Kind.INTEGER, "Municipal population, by INSEE.", minimum=0),
        column("population_year", Kind.INTEGER, "Year of the population.", minimum=1900, maximum=2100),
        column(
            "latitude",
            Kind.NUMBER,
            "Degrees north of the commune, the chef-lieu, or the largest commune of an EPCI; from GeoNames.",
            minimum=-90,
            maximum=90,
        ),
        column("longitude", Kind.NUMBER, "Degrees east of the same place.", minimum=-180, maximum=180),
    )


def place_columns(find: Callable[[Item], PlaceAbroad | None]) -> Sequence[Column]:
    """Make the columns of what GeoNames knows of a body abroad.

    Args:
        find: takes a row's item and gives its place.
    """

    def column(name: str, field: str, kind: Kind, description: str, **more: Any) -> Column:
        def value(item: Item, _: Item) -> Any:
            return getattr(found, field) if (found := find(item)) else None

        return Column(name, kind, description, value, **more)

    return (
        column(
            "geonames_id",
            "geonameid",
            Kind.INTEGER,
            "Number in GeoNames; where the name and the country decide one place.",
            minimum=1,
        ),
        column("geonames_method", "method", Kind.STRING, "How it was decided.", choices=tuple(places.METHODS)),
        column("geonames_vintage", "vintage", Kind.STRING, "Year of the extract of GeoNames."),
        column("place", "name", Kind.STRING, "Name of the place in GeoNames."),
        column("place_division_code", "division", Kind.STRING, "GeoNames code of its first-order division."),
        column("place_division", "division_name", Kind.STRING, "Name of that division."),
        column("place_population", "population", Kind.INTEGER, "Population by GeoNames, of no one year.", minimum=0),
        column("latitude", "latitude", Kind.NUMBER, "Degrees north.", minimum=-90, maximum=90),
        column("longitude", "longitude", Kind.NUMBER, "Degrees east.", minimum=-180, maximum=180),
    )


def country_columns(code: Callable[[Item], str | None]) -> Sequence[Column]:
    """Make the columns of the groups that a country belongs to.

    Args:
        code: takes a row's item and gives the ISO 3166-1 alpha-2 code.
    """

    def column(field: str, kind: Kind, description: str, **more: Any) -> Column:
        def value(item: Item, _: Item) -> Any:
            return getattr(found, field) if (found := groups_of(code(item))) else None

        return Column(field, kind, description, value, **more)

    region = {"pattern": "^[0-9]{3}$"}
    year = {"minimum": 1900, "maximum": 2100}
    return (
        column("m49_region_code", Kind.STRING, "UN M49 code of its region.", **region),
        column("m49_region", Kind.STRING, "Name of that region."),
        column("m49_subregion_code", Kind.STRING, "UN M49 code of its sub-region.", **region),
        column("m49_subregion", Kind.STRING, "Name of that sub-region."),
        column("income_group", Kind.STRING, "Income group by the World Bank.", choices=INCOME_GROUPS),
        column("income_year", Kind.INTEGER, "Year of the World Bank's list.", **year),
        column("dac_eligible", Kind.BOOLEAN, "Whether it is on the OECD's DAC List of ODA Recipients."),
        column("dac_year", Kind.INTEGER, "Year of flows for which that list holds.", **year),
    )
