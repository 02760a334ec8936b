"""The register's files, read once: what a kind and a folded name stand for.

A name leads to every authority that it may mean, those of the past by their successors; where there are several, it
decides nothing. So it is with a name with which a larger commune's begins: `Chalon` may be short for Chalon-sur-Saône.
"""

import csv
import gzip
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from atlas_scraper.values.register.groups import names_of_group
from atlas_scraper.values.text import fold

VINTAGE, POPULATION_YEAR = "2026", 2023
"""Year of INSEE's and the DGCL's lists; year of the populations that are in force in it."""
SHORT = "short"
"""Kind of the rows of beginnings of names."""
_POPULATION_YEARS = {"976": 2017}  # Mayotte's last census


class Entry(NamedTuple):
    """An authority of today."""

    kind: str
    code: str
    siren: str
    departement: str
    region: str
    population: int | None
    population_year: int | None
    latitude: float | None
    longitude: float | None
    name: str


class Sense(NamedTuple):
    """What a name may mean."""

    kind: str
    code: str
    departement: str
    """Where it stood, for a name of the past; empty for what lies in several or is one itself."""
    source: str
    """`register`, `former`, `listed`; `short` for what the name is only the beginning of."""


def entry(kind: str, code: str) -> Entry:
    """Give an authority of today."""
    row = _rows()[kind, code]
    departement, population = row[3], row[5]
    return Entry(
        *(kind, code, row[2], departement, row[4]),
        population=int(population) if population else None,
        population_year=_POPULATION_YEARS.get(departement, POPULATION_YEAR) if population else None,
        latitude=float(row[6]) if row[6] else None,
        longitude=float(row[7]) if row[7] else None,
        name=row[8],
    )


def entries() -> Iterator[Entry]:
    """Yield all authorities of today."""
    return (entry(*key) for key in _rows())


def names_of(kind: str) -> Iterator[str]:
    """Yield the names of today's authorities of a kind; an `Entry` of each would take six times as long."""
    return (row[8] for (each, _), row in _rows().items() if each == kind)


def senses(kind: str, name: str) -> list[Sense]:
    """Give what a folded name may mean among those of a kind, an EPCI's category, or `listed` for whole names."""
    return _senses().get((kind, name), [])


def departement(name: str) -> str | None:
    """Give the code of a département by its name or its code."""
    found = {sense.code for sense in senses("departement", fold(name)) if sense.source == "register"}
    return found.pop() if len(found) == 1 else None


@cache
def _rows() -> dict[tuple[str, str], list[str]]:
    """Give the rows of today's authorities by kind and code; their cells stand as in `Entry`."""
    return {(row[0], row[1]): row for row in _packed("authorities") if row[0] != SHORT}


@cache
def _senses() -> dict[tuple[str, str], list[Sense]]:
    book: dict[tuple[str, str], list[Sense]] = {}
    for kind, name, sense in _named():
        book.setdefault((kind, fold(name)), []).append(sense)
    return book


def _named() -> Iterator[tuple[str, str, Sense]]:
    """Yield each name with what it stands among."""
    for kind, code, _, departement, *_, name in _packed("authorities"):
        if kind == SHORT:
            yield "commune", name, Sense("commune", code, departement, SHORT)
        else:
            yield from _names(name, Sense(kind, code, departement, "register"))
    for kind, code, departement, name in _packed("former"):
        # What was an EPCI may be an établissement public territorial today.
        kind_today = kind if (kind, code) in _rows() else "ept"
        yield from _names(name, Sense(kind_today, code, departement, "former"))
    text = files("atlas_scraper.values.register").joinpath("spellings.csv").read_text("utf-8")
    for kind, name, code, _ in list(csv.reader(text.splitlines()))[1:]:
        sense = Sense(kind, code, "", "listed")
        yield from (("listed", name, sense), (kind, name, sense))


def _names(name: str, sense: Sense) -> Iterator[tuple[str, str, Sense]]:
    if sense.kind in {"epci", "ept"}:
        yield from ((category, core, sense) for category, core in names_of_group(name, sense.kind))
        return
    yield sense.kind, name, sense
    if sense.kind in {"departement", "region"} and name.startswith("La "):  # printed as `Région Réunion` too
        yield sense.kind, name.removeprefix("La "), sense
    if sense.kind == "departement":  # `Conseil général du 93`
        yield sense.kind, sense.code, sense


@cache
def _packed(name: str) -> list[list[str]]:
    packed = files("atlas_scraper.values.register").joinpath(f"{name}-{VINTAGE}.csv.gz").read_bytes()
    return list(csv.reader(gzip.decompress(packed).decode("utf-8").splitlines()))[1:]
