"""French authorities in the official register: by the kind and the name that a page prints, and never by likeness.

The register is INSEE's Code officiel géographique and the DGCL's list of EPCI, as packaged by Etalab (Licence Ouverte);
its vintage is in the name of the file. A code is given only where what is printed decides it: kind and name together
fit one authority, or one in the département that is printed behind the name. A name without a kind ("Lyon") may be a
commune, its métropole or a team; a region of before 2016 is in no register of today; many communes share their name:
all of them get no code.
"""

import csv
import gzip
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from atlas_scraper.values.text import fold

VINTAGE = "2026"
KINDS = ("commune", "epci", "departement", "region")
METHODS = {
    "kind-and-name": "The kind and the name printed fit one authority of the register.",
    "kind-name-and-departement": "They fit several, of which one is in the département printed behind the name.",
}


class Identity(NamedTuple):
    """An authority of the register."""

    kind: str
    """`commune`, `epci`, `departement` or `region`."""
    code: str
    """INSEE's code of a commune, département or region; the SIREN of an EPCI."""
    siren: str | None
    """SIREN, where the register has it: of communes and EPCI."""
    method: str
    """How it was decided, from `METHODS`."""
    vintage: str
    """Year of the register."""


_THE = r"(?:la |le |l['’])?"
_OF = r"(?:de la |de l['’ ]|du |des |de |d['’])?"
# How the kinds are printed in front of a name. What the register itself prints in front of an EPCI stays in its name.
_PRINTED = (
    ("commune", re.compile(rf"{_THE}(?:commune|ville|mairie|municipalit[ée]) (?P<rest>.+)", re.IGNORECASE)),
    (
        "departement",
        re.compile(
            rf"{_THE}(?:conseil (?:d[ée]partemental|g[ée]n[ée]ral)|d[ée]partement)\b ?{_OF}(?P<rest>.+)", re.IGNORECASE
        ),
    ),
    ("region", re.compile(rf"{_THE}(?:conseil r[ée]gional|r[ée]gion)\b ?{_OF}(?P<rest>.+)", re.IGNORECASE)),
    ("epci", re.compile(r"(?P<rest>(?:communaut[ée]|.*m[ée]tropole).*)", re.IGNORECASE)),
)
_IN = re.compile(r"(?P<name>.+?) ?\((?P<departement>[^()]+)\)")
_ARTICLES = (("du ", "Le "), ("des ", "Les "), ("de ", ""), ("d'", ""), ("d’", ""))
_ACRONYM = re.compile(r" \([^()]*\)$")  # behind the name of an EPCI
_SAINT = re.compile(r"\bSt(e?)[-. ]+", re.IGNORECASE)
_WITHOUT_CODE = {"former", "short"}
_SHORT = {
    "CC ": "Communauté de communes ",
    "CA ": "Communauté d'agglomération ",
    "CU ": "Communauté urbaine ",
}


def identify(name: str | None) -> Identity | None:
    """Give the authority that a page names, or `None` where what it prints does not decide.

    Args:
        name: such as `Commune de Saint-Étienne`, `Ville de Saint-Denis (93)` or `Conseil général de l'Ain`.
    """
    printed, departement = _whole(" ".join((name or "").split())), None
    if within := _IN.fullmatch(printed):
        printed, departement = within["name"], _departements().get(fold(within["departement"]))
        if departement is None:
            return None  # what stands in the brackets says something else
    for kind, pattern in _PRINTED:
        if hit := pattern.fullmatch(printed):
            return _decided(kind, hit["rest"], departement)
    return None


def names_of(kind: str) -> Iterator[str]:
    """Yield the names that the register has of a kind, as it prints them."""
    return (row["name"] for row in _rows() if row["kind"] == kind)


def _decided(kind: str, rest: str, departement: str | None) -> Identity | None:
    found = {row for name in _names(kind, rest) for row in _register().get((kind, fold(name)), ())}
    method = "kind-and-name"
    if departement:
        method = "kind-and-name" if len(found) == 1 else "kind-name-and-departement"
        found = {row for row in found if row[2] in {departement, ""}}
    if len(found) != 1:
        return None
    ((code, siren, _),) = found
    return Identity(kind, code, siren or None, method, VINTAGE) if code else None


def _names(kind: str, rest: str) -> Iterator[str]:
    """Yield the names that may be meant: `du Mans` is `Le Mans`, `de Vans` is `Vans`."""
    if kind != "commune":
        yield rest
        return
    prepositions = [(printed, article) for printed, article in _ARTICLES if rest.lower().startswith(printed)]
    for printed, article in prepositions:
        yield article + rest[len(printed) :]
    if not prepositions:  # else `Ville d'Angers` would be Dangers too
        yield rest


@cache
def _register() -> dict[tuple[str, str], list[tuple[str, str, str]]]:
    """Read the register: kind and folded name to code, SIREN and département.

    A commune that is part of another today stands in it without a code, so that its name decides nothing: a page of its
    time meant it, and not the one elsewhere that is called alike. So does the beginning of a larger commune's name.
    """
    register: dict[tuple[str, str], list[tuple[str, str, str]]] = {}
    for row in _rows():
        kind, code, siren, name = row["kind"], row["code"], row["siren"], row["name"]
        if kind in _WITHOUT_CODE:
            kind, code, siren = "commune", "", row["code"]
        if kind == "epci":
            name = _ACRONYM.sub("", _whole(name))
        register.setdefault((kind, fold(name)), []).append((code, siren, row["departement"]))
        if kind in {"departement", "region"} and name.startswith("La "):  # printed as `Région Réunion` too
            register[kind, fold(name.removeprefix("La "))] = register[kind, fold(name)]
    return register


@cache
def _departements() -> dict[str, str]:
    """Give the code of each département by its folded name and by its code."""
    rows = [row for row in _rows() if row["kind"] == "departement"]
    return {
        fold(key): row["code"] for row in rows for key in (row["name"], row["name"].removeprefix("La "), row["code"])
    }


def _whole(name: str) -> str:
    """Write out what is abbreviated, the kinds of EPCI and `St`, always in the same way."""
    for short, long in _SHORT.items():
        if name.startswith(short):
            name = long + name.removeprefix(short)
    return _SAINT.sub(r"Saint\1-", name)


def _rows() -> Iterator[dict[str, str]]:
    packed = files("atlas_scraper.values.register").joinpath(f"authorities-{VINTAGE}.csv.gz").read_bytes()
    yield from csv.DictReader(gzip.decompress(packed).decode("utf-8").splitlines())
