"""What the explorer knows of authorities, partners and countries: the rows of their tables, in short."""

from collections.abc import Iterable, Sequence
from typing import Any

from atlas_scraper.writers.bodies import BODIES, BODY
from atlas_scraper.writers.gathering import Gathering

Row = dict[str, Any]
_SHOWN = {
    "authorities": {
        "key": "authority_key",
        "name": "name",
        "spellings": "spellings",
        "kind": "register_kind",
        "region": "register_region",
        "code": "register_code",
        "siren": "register_siren",
        "departement": "register_departement",
        "population": "register_population",
        "populationYear": "register_population_year",
        "latitude": "register_latitude",
        "longitude": "register_longitude",
        "given": "given_eur",
    },
    "partners": {
        "key": "partner_key",
        "name": "name",
        "spellings": "spellings",
        "country": "country_code",
        "countryName": "country",
        "geonames": "geonames_id",
        "place": "place",
        "division": "place_division",
        "population": "place_population",
        "latitude": "latitude",
        "longitude": "longitude",
    },
    "countries": {"key": "country_code", "income": "income_group", "eligible": "dac_eligible"},
}


def bodies_of(gathered: Gathering, name: str, keys: Sequence[str]) -> dict[str, list[Any]]:
    """Give what is shown of the bodies of a table, a list for each property.

    Args:
        gathered: the bodies of all records.
        name: name of the table.
        keys: keys of the bodies, in the order in which they are to be.
    """
    (table,) = (table for table in BODIES if table.name == name)
    rows = (dict(zip(table.header, table.row({BODY: each}), strict=True)) for each in gathered.bodies(name))
    shown = _SHOWN[name]
    by_key = {row[shown["key"]]: row for row in rows}
    found = {mine: [by_key[key][its] for key in keys] for mine, its in shown.items()}
    if "spellings" in found:  # a body with one spelling has said it by its name
        found["spellings"] = [text if "\n" in (text or "") else None for text in found["spellings"]]
    return found


def regions_of_france(gathered: Gathering) -> dict[str, str]:
    """Name the régions of the authorities, by INSEE code."""
    table = BODIES[0]
    places = [table.header.index(name) for name in ("register_region", "register_region_name")]
    rows: Iterable[list[Any]] = (table.row({BODY: each}) for each in gathered.bodies(table.name))
    pairs = ([row[place] for place in places] for row in rows)
    return {code: name for code, name in sorted(pairs, key=str) if code}
