"""Columns that no page has: keys and codes that follow from what a page says, so that tables join with others.

They stand in the tables alone; records hold what the page says. Sources and methods are in `docs/codes.md`.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from atlas_scraper.values.countries import alpha3_of
from atlas_scraper.values.crs import RELATIONS, Purpose, purpose_of
from atlas_scraper.values.text import fold
from atlas_scraper.writers.columns import Column, Item, Kind, value_at
from atlas_scraper.writers.keys import AUTHORITY_KEY, FUNDER, PARTNER_KEY, PARTNER_OF_CONTACT
from atlas_scraper.writers.places import identify, place_columns, place_of, register_columns
from atlas_scraper.writers.table import Reference

_LEVELS = ("theme", "subtheme", "subsubtheme")
_purpose_of = lru_cache(maxsize=1_000)(purpose_of)


def _purpose(part: Callable[[Purpose], str]) -> Callable[[Item, Item], str | None]:
    def value(row: Item, _: Item) -> str | None:
        theme = row.get("theme")
        # The main theme is a model inside the record, the others are rows of their own.
        levels = theme if isinstance(theme, dict) else row if theme else {}
        found = _purpose_of(*(levels.get(name) for name in _LEVELS))
        return part(found) if found else None

    return value


def _repeats_main(row: Item, record: Item) -> bool:
    main = record["theme"] or {}
    return all(fold(row[level] or "") == fold(main.get(level) or "") for level in _LEVELS)


_CRS = (
    Column(
        "crs_code",
        Kind.STRING,
        "Code of the theme in the OECD's Creditor Reporting System, by a crosswalk of atlas_scraper; three digits are "
        "a sector.",
        _purpose(lambda found: found.code),
        pattern="^[0-9]{3}([0-9]{2})?$",
    ),
    Column(
        "crs_relation",
        Kind.STRING,
        "How that code relates to the theme, as in SKOS.",
        _purpose(lambda found: found.relation),
        choices=RELATIONS,
    ),
)
_ALPHA3 = Column(
    "country_code_alpha3",
    Kind.STRING,
    "ISO 3166-1 alpha-3 code of the country. Loaders read Namibia's alpha-2 code NA as missing; not so NAM.",
    lambda partner, _: alpha3_of(partner["country_code"]),
    pattern="^[A-Z]{3}$",
)
_REPEATS_MAIN = Column(
    "repeats_main",
    Kind.BOOLEAN,
    "Whether it is the partnership's main theme again, which is not to be counted twice.",
    _repeats_main,
    is_required=True,
)
# Table → columns at its end.
DERIVED: Mapping[str, Sequence[Column]] = {
    "partnerships": _CRS,
    "other_themes": (*_CRS, _REPEATS_MAIN),
    "foreign_partners": (
        _ALPHA3,
        *PARTNER_KEY,
        *place_columns(lambda partner: place_of(partner["name"], partner["country_code"])),
    ),
    "foreign_contacts": PARTNER_OF_CONTACT,
    "french_authorities": (*register_columns(lambda authority: identify(authority["name"])), *AUTHORITY_KEY),
    "funding": FUNDER,
}
REFERENCES: Mapping[str, tuple[Reference, ...]] = {
    "foreign_partners": (Reference("partner_key", "partners"), Reference("country_code", "countries")),
    "foreign_contacts": (Reference("partner_key", "partners"),),
    "french_authorities": (Reference("authority_key", "authorities"),),
    "funding": (Reference("funder_key", "funders"), Reference("funder_authority", "authorities", "authority_key")),
    "links": (Reference("authority_key", "authorities"), Reference("partner_key", "partners")),
}


def _part(name: str, kind: Kind, description: str, *path: str) -> Column:
    return Column(name, kind, description, lambda item, _: value_at(item, path))


LINK_COLUMNS: Sequence[Column] = (
    Column(
        "authority_key",
        Kind.STRING,
        "Key in authorities.",
        lambda it, record: AUTHORITY_KEY[0].value(it["authority"], record),
    ),
    Column(
        "partner_key", Kind.STRING, "Key in partners.", lambda it, record: PARTNER_KEY[0].value(it["partner"], record)
    ),
    _part("authority", Kind.STRING, "Name of the authority, as published.", "authority", "name"),
    _part("partner", Kind.STRING, "Name of the partner, as published.", "partner", "name"),
    _part("country", Kind.STRING, "Country of the partner, as published.", "partner", "country"),
    _part("country_code", Kind.STRING, "ISO 3166-1 alpha-2 code of that country.", "partner", "country_code"),
)
"""Columns of `links` behind its keys; its items hold an authority and a partner."""
