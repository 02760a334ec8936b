"""Columns that no page has: codes that follow from what a page says, so that tables join with others.

They stand in the tables alone; records hold what the page says. Sources and methods are in `docs/codes.md`.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from atlas_scraper.values.countries import alpha3_of
from atlas_scraper.values.crs import RELATIONS, Purpose, purpose_of
from atlas_scraper.values.register import KINDS, METHODS, Identity, identify
from atlas_scraper.writers.columns import Column, Kind

_identify = lru_cache(maxsize=20_000)(identify)  # each column asks, and most authorities stand on several pages
_purpose_of = lru_cache(maxsize=1_000)(purpose_of)


def _text(
    name: str,
    description: str,
    value: Callable[[dict[str, Any]], str | None],
    choices: Sequence[str] = (),
    pattern: str | None = None,
) -> Column:
    return Column(name, Kind.STRING, description, value, choices=tuple(choices), pattern=pattern)


def _authority(part: Callable[[Identity], str | None]) -> Callable[[dict[str, Any]], str | None]:
    return lambda row: part(found) if (found := _identify(row["name"])) else None


def _purpose(part: Callable[[Purpose], str]) -> Callable[[dict[str, Any]], str | None]:
    def value(row: dict[str, Any]) -> str | None:
        theme = row.get("theme")
        # The main theme is a model inside the record, the others are rows of their own.
        levels = theme if isinstance(theme, dict) else row if theme else {}
        found = _purpose_of(*(levels.get(name) for name in ("theme", "subtheme", "subsubtheme")))
        return part(found) if found else None

    return value


_CRS = (
    _text(
        "crs_code",
        "Code of the theme in the OECD's Creditor Reporting System, by a crosswalk of atlas_scraper; three digits are "
        "a sector.",
        _purpose(lambda found: found.code),
        pattern="^[0-9]{3}([0-9]{2})?$",
    ),
    _text(
        "crs_relation",
        "How that code relates to the theme, as in SKOS.",
        _purpose(lambda found: found.relation),
        RELATIONS,
    ),
)
# Table → columns at its end.
DERIVED: Mapping[str, Sequence[Column]] = {
    "partnerships": _CRS,
    "other_themes": _CRS,
    "foreign_partners": (
        _text(
            "country_code_alpha3",
            "ISO 3166-1 alpha-3 code of the country. Loaders read Namibia's alpha-2 code NA as missing; not so NAM.",
            lambda partner: alpha3_of(partner["country_code"]),
            pattern="^[A-Z]{3}$",
        ),
    ),
    "french_authorities": (
        _text("register_kind", "Kind of authority in the official register.", _authority(lambda it: it.kind), KINDS),
        _text(
            "register_code",
            "INSEE code of a commune, département or region, SIREN of an EPCI; where the name printed decides it.",
            _authority(lambda it: it.code),
        ),
        _text(
            "register_siren",
            "SIREN, of communes and EPCI.",
            _authority(lambda it: it.siren),
            pattern="^[0-9]{9}$",
        ),
        _text(
            "register_method",
            "How it was decided; see docs/codes.md.",
            _authority(lambda it: it.method),
            tuple(METHODS),
        ),
        _text("register_vintage", "Year of the register.", _authority(lambda it: it.vintage)),
    ),
}
