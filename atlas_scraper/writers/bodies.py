"""Tables of bodies and countries: one row each, gathered from all records."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from atlas_scraper.values.countries import alpha3_of
from atlas_scraper.values.funders import KINDS, kind_of
from atlas_scraper.values.identities import METHODS
from atlas_scraper.writers.columns import Column, Kind
from atlas_scraper.writers.gathering import PERCENTS, Body
from atlas_scraper.writers.places import country_columns, place_columns, register_columns
from atlas_scraper.writers.table import Reference, Table

BODY = "body"
"""What the items of these tables hold."""


def _column(name: str, kind: Kind, description: str, part: Callable[[Body], Any], **more: Any) -> Column:
    return Column(name, kind, description, lambda item, _: part(item[BODY]), **more)


def _number(euros: Decimal) -> float:
    return int(euros) if euros == euros.to_integral_value() else float(euros)


def _percents(place: int) -> Callable[[Body], float]:
    return lambda body: _number(body.percents[place])


def _only_other(body: Body, place: int) -> str | None:
    found = {other[place] for other in body.others}
    return found.pop() or None if len({key for key, _ in body.others}) == len(found) == 1 else None


def _keys(name: str, what: str) -> Sequence[Column]:
    return (
        _column(name, Kind.STRING, f"Key of the {what}.", lambda body: body.key, is_required=True),
        _column(
            f"{name}_method",
            Kind.STRING,
            "How the key was made: by the number of its page on the site, or by its name.",
            lambda body: body.method,
            is_required=True,
            choices=tuple(METHODS),
        ),
        _column("name", Kind.STRING, "Its name, in the spelling that most rows have.", lambda body: body.name),
        _column(
            "spellings",
            Kind.STRING,
            "All spellings of its name, separated by a line feed, in the order in which they came.",
            lambda body: "\n".join(body.names) or None,
        ),
    )


def _counts(of_years: str) -> Sequence[Column]:
    return (
        _column(
            "partnerships",
            Kind.INTEGER,
            "Number of partnerships.",
            lambda body: body.partnerships,
            is_required=True,
            minimum=1,
        ),
        _column("first_year", Kind.INTEGER, f"First {of_years}.", lambda body: min(body.years, default=None)),
        _column("last_year", Kind.INTEGER, f"Last {of_years}.", lambda body: max(body.years, default=None)),
    )


_START = "year in which one of them began, or was signed where that is missing"
_PARTNERSHIPS_EUR = _column(
    "partnerships_eur",
    Kind.NUMBER,
    "Sum of amount_eur of its partnerships, whoever gave it; a euro counts for each of a partnership's bodies.",
    lambda body: _number(body.amount),
)
_AUTHORITIES = (
    *_keys("authority_key", "authority"),
    *register_columns(lambda item: item[BODY].identity()),
    *_counts(_START),
    _PARTNERSHIPS_EUR,
    _column(
        "given_eur",
        Kind.NUMBER,
        "Sum of amount_eur that it is named for as a funder on pages where it is an authority.",
        lambda body: _number(body.given),
    ),
)
_PARTNERS = (
    *_keys("partner_key", "partner"),
    _column("country", Kind.STRING, "Country, as most rows have it.", lambda body: body.country[0]),
    _column("country_code", Kind.STRING, "ISO 3166-1 alpha-2 code of that country.", lambda body: body.country[1]),
    *place_columns(lambda item: item[BODY].place()),
    *_counts(_START),
    _PARTNERSHIPS_EUR,
)
_FUNDERS = (
    *_keys("funder_key", "funder"),
    _column("funder_kind", Kind.STRING, "Kind of the funder.", lambda body: kind_of(body.name), choices=KINDS),
    _column(
        "authority_key",
        Kind.STRING,
        "Key of the authority that it is, where it is the same one on each of its pages.",
        lambda body: _only_other(body, 0),
    ),
    *_counts("year of its funding"),
    _column("amount_eur", Kind.NUMBER, "Sum of amount_eur.", lambda body: _number(body.amount)),
    *(
        _column(f"one_percent_eur_{number}", Kind.NUMBER, f"Sum of one_percent_eur_{number}.", _percents(number - 1))
        for number in range(1, PERCENTS + 1)
    ),
)
_COUNTRIES = (
    _column(
        "country_code",
        Kind.STRING,
        "ISO 3166-1 alpha-2 code.",
        lambda body: body.key,
        is_required=True,
        pattern="^[A-Z]{2}$",
    ),
    _column(
        "country_code_alpha3",
        Kind.STRING,
        "ISO 3166-1 alpha-3 code.",
        lambda body: alpha3_of(body.key),
        pattern="^[A-Z]{3}$",
    ),
    _column("name", Kind.STRING, "Its name, in the spelling that most rows have.", lambda body: body.name),
    *country_columns(lambda item: item[BODY].key),
    _column("partners", Kind.INTEGER, "Number of its partners.", lambda body: len(body.others), minimum=0),
    *_counts(_START),
    _PARTNERSHIPS_EUR,
)
BODIES: Sequence[Table] = (
    Table("authorities", "A French authority, with what the register knows of it.", _AUTHORITIES, ("authority_key",)),
    Table(
        "partners",
        "An authority or body abroad, with its place.",
        _PARTNERS,
        ("partner_key",),
        references=(Reference("country_code", "countries"),),
    ),
    Table(
        "funders",
        "A funder, with what it gave.",
        _FUNDERS,
        ("funder_key",),
        references=(Reference("authority_key", "authorities"),),
    ),
    Table("countries", "A country of a partner, with the groups that it belongs to.", _COUNTRIES, ("country_code",)),
)
