"""What is gathered from all records: bodies and countries, each with what is counted of it.

A partnership counts once for each of its bodies, however often its page names them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from atlas_scraper.values.identities import Key
from atlas_scraper.values.places import PlaceAbroad
from atlas_scraper.values.register import Identity
from atlas_scraper.writers.columns import Item
from atlas_scraper.writers.keys import authority_of, authority_of_funder, funder_of, partner_of
from atlas_scraper.writers.places import identify, place_of

PERCENTS = 3


@dataclass
class Body:
    """What is counted of one body or country.

    Args:
        key: its key.
        method: how the key was made.
        names: spellings with the number of rows that have them, in the order in which they came.
        countries: name and code of its country, as often as they stand beside it.
        partnerships: number of partnerships.
        years: years of these, or of its funding.
        amount: euros, by `amount_eur` alone.
        percents: euros of the three columns of 1 %.
        given: euros that it gave itself.
        others: keys of bodies that it is, or that stand on its pages.
    """

    key: str
    method: str = ""
    names: Counter[str] = field(default_factory=Counter)
    countries: Counter[tuple[str | None, str | None]] = field(default_factory=Counter)
    partnerships: int = 0
    years: set[int] = field(default_factory=set)
    amount: Decimal = Decimal(0)
    percents: list[Decimal] = field(default_factory=lambda: [Decimal(0)] * PERCENTS)
    given: Decimal = Decimal(0)
    others: set[tuple[str, str]] = field(default_factory=set)

    @property
    def name(self) -> str | None:
        """The spelling that most rows have, the first of these."""
        return self.names.most_common(1)[0][0] if self.names else None

    @property
    def country(self) -> tuple[str | None, str | None]:
        """Name and code of its country, as most rows have them."""
        return self.countries.most_common(1)[0][0] if self.countries else (None, None)

    def identity(self) -> Identity | None:
        """Give the authority of the register that its names mean; `None` where they mean several."""
        found = {it[:2]: it for name in self.names if (it := identify(name))}
        return next(iter(found.values())) if len(found) == 1 else None

    def place(self) -> PlaceAbroad | None:
        """Give the place that its names mean; `None` where they mean several."""
        codes = [code for _, code in self.countries]
        found = {it.geonameid: it for name in self.names for code in codes if (it := place_of(name, code))}
        return next(iter(found.values())) if len(found) == 1 else None


class Gathering:
    """Gathers bodies from records, one by one."""

    def __init__(self) -> None:
        self._bodies: dict[str, dict[str, Body]] = {
            name: {} for name in ("authorities", "partners", "funders", "countries")
        }

    def add(self, record: Item) -> None:
        """Take in a record, dumped as JSON values."""
        year = record["start_year"] or record["convention_year"]
        amount = _euros(row["amount_eur"] for row in record["funding"])
        years = [year] if year else []
        authorities = [
            self._named("authorities", authority_of(row), row["name"]) for row in record["french_authorities"]
        ]
        partners = [self._partner(row) for row in record["foreign_partners"]]
        countries = [self._country(row) for row in record["foreign_partners"]]
        for body in _each_once(authorities + partners + countries):
            _count(body, years)
            body.amount += amount
        for partner, country in zip(partners, countries, strict=True):
            if partner and country:
                country.others.add((partner.key, ""))
        funders = [self._funding(row, record) for row in record["funding"]]
        for body in _each_once(funders):
            _count(body, ())

    def bodies(self, table: str) -> Iterator[Body]:
        """Yield the bodies of a table, by their keys."""
        for _, body in sorted(self._bodies[table].items()):
            yield body

    def _named(self, table: str, key: Key | None, name: str | None) -> Body | None:
        if key is None:
            return None
        body = self._bodies[table].setdefault(key.key, Body(key.key, key.method))
        if name:
            body.names[name] += 1
        return body

    def _partner(self, row: Item) -> Body | None:
        body = self._named("partners", partner_of(row), row["name"])
        if body and (row["country"] or row["country_code"]):
            body.countries[row["country"], row["country_code"]] += 1
        return body

    def _country(self, row: Item) -> Body | None:
        code = row["country_code"]
        return self._named("countries", Key(code, ""), row["country"]) if code else None

    def _funding(self, row: Item, record: Item) -> Body | None:
        body = self._named("funders", funder_of(row), row["funder"])
        amount = _euros([row["amount_eur"]])
        if found := authority_of_funder(row, record):
            self._bodies["authorities"][found[0]].given += amount
        if body:
            body.amount += amount
            body.years.update([row["year"]] if row["year"] else [])
            body.percents = [
                known + _euros([more]) for known, more in zip(body.percents, row["one_percent_eur"], strict=True)
            ]
            body.others.add(found or ("", ""))
        return body


def _each_once(bodies: Iterable[Body | None]) -> Iterator[Body]:
    yield from {id(body): body for body in bodies if body}.values()


def _count(body: Body, years: Iterable[int]) -> None:
    body.partnerships += 1
    body.years.update(years)


def _euros(amounts: Iterable[float | None]) -> Decimal:
    return sum((Decimal(str(amount)) for amount in amounts if amount is not None), Decimal(0))
