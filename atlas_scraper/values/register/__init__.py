"""French authorities in the official register: by the kind and the name that a page prints, and never by likeness.

The register is INSEE's Code officiel géographique and the DGCL's list of EPCI, as packaged by Etalab (Licence Ouverte);
its vintage is in the names of the files. A code is given only where what is printed decides it: kind and name together
fit one authority, or one in the département that is printed behind the name. A name of the past leads to the authority
of today in its place where there is only one. A name without a kind ("Lyon") may be a commune, its métropole or a team;
many communes share their name: none of them gets a code.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from atlas_scraper.values.register import book
from atlas_scraper.values.register.book import VINTAGE, Sense
from atlas_scraper.values.register.groups import names_of_group
from atlas_scraper.values.text import fold

KINDS = ("commune", "epci", "ept", "departement", "region", "collectivity")
METHODS = {
    "kind-and-name": "The kind and the name printed fit one authority of the register.",
    "kind-name-and-departement": "They fit several, of which one is in the département printed behind the name.",
    "historic": "They fit an authority of the past; the code is that of the only one of today in its place.",
    "listed": "The name printed is in a list of usual spellings, reviewed by hand.",
}
STATUSES = ("commune", "epci", "ept", "departement", "region", "special", "overseas")
"""`special`: a collectivity with special status (article 72 of the Constitution); `overseas`: articles 74 and 76."""
_SPECIAL = {
    *(("commune", "75056"), ("epci", "200046977"), ("collectivity", "6AE")),  # Paris, Lyon's métropole, Alsace
    *(
        ("region", "94"),
        ("region", "02"),
        ("region", "03"),
        ("departement", "976"),
    ),  # Corse, Martinique, Guyane, Mayotte
}


class Identity(NamedTuple):
    """An authority of the register."""

    kind: str
    """Which list it is in, from `KINDS`."""
    code: str
    """INSEE's code of a commune, département, region or collectivity; the SIREN of an EPCI or EPT."""
    siren: str | None
    """SIREN, where the register has it."""
    method: str
    """How it was decided, from `METHODS`."""
    vintage: str
    """Year of the register."""
    name: str
    """Name of today in the register."""
    status: str
    """What it is by law, from `STATUSES`."""
    departement: str | None
    """INSEE's code of its département; `None` for regions and for what lies in several."""
    region: str | None
    """INSEE's code of its region; `None` for what lies in several, and overseas."""
    region_name: str | None
    """Name of that region."""
    region_population: int | None
    """Municipal population of that region."""
    population: int | None
    """Municipal population."""
    population_year: int | None
    """Year of the population."""
    latitude: float | None
    """Of the commune, the chef-lieu, or the largest commune of an EPCI; degrees north."""
    longitude: float | None
    """Degrees east."""


_THE = r"(?:la |le |l['’])?"
_OF = r"(?:de la |de l['’ ]|du |des |de |d['’ ])?"
# How the kinds are printed in front of a name.
_PRINTED = (
    (
        "commune",
        re.compile(
            rf"{_THE}(?:commune(?: nouvelle)?|ville|mairie|municipalit[ée])[ :-]+(?P<rest>.+)",
            re.IGNORECASE,
        ),
    ),
    (
        "departement",
        re.compile(
            rf"{_THE}(?:conseil (?:d[ée]partemental|g[ée]n[ée]ral)|d[ée]partement)\b[ :-]*{_OF}(?P<rest>.+)",
            re.IGNORECASE,
        ),
    ),
    ("departement", re.compile(rf"C[DG](?: ?(?=[0-9])| {_OF})(?P<rest>.+)")),
    ("region", re.compile(rf"{_THE}(?:conseil r[ée]gional|r[ée]gion)\b[ :-]*{_OF}(?P<rest>.+)", re.IGNORECASE)),
    ("region", re.compile(rf"CR {_OF}(?P<rest>.+)")),
)
_KIND_BEHIND = re.compile(
    r"(?P<name>[^()]+?) ?\((?P<kind>(?:commune|ville|mairie|municipalit[ée]|conseil (?:d[ée]partemental|g[ée]n[ée]ral|"
    r"r[ée]gional)|d[ée]partement|r[ée]gion|communaut[ée] [^()]+?)"
    r"(?P<of> (?:de la|de l['’]|du|des|de|d['’]))?)\)",
    re.IGNORECASE,
)
_IN = re.compile(r"(?P<name>.+?) ?\((?P<departement>[^()]+)\)")
_LETTERS = re.compile(r"C[DG] ?[0-9]{0,3}|CR")
_ARTICLES = (("du ", "Le "), ("des ", "Les "), ("de ", ""), ("d'", ""), ("d’", ""))
_SAINT = re.compile(r"\bSt(e?)[-. ]+", re.IGNORECASE)


def identify(name: str | None) -> Identity | None:
    """Give the authority that a page names, or `None` where what it prints does not decide.

    Args:
        name: such as `Commune de Saint-Étienne`, `Ville de Saint-Denis (93)` or `Conseil général de l'Ain`.
    """
    printed = _SAINT.sub(r"Saint\1-", " ".join((name or "").split()))
    if turned := _KIND_BEHIND.fullmatch(printed):
        space = "" if turned["kind"].endswith(("'", "’")) else " "
        printed = f"{turned['kind']}{space}{turned['name']}"
    if found := _decided(list(_senses(printed)), None):
        return found
    if within := _IN.fullmatch(printed):
        departement = book.departement(within["departement"])
        if departement or _LETTERS.fullmatch(within["departement"]):
            return _decided(list(_senses(within["name"])), departement)
    return None  # what stands in the brackets says something else


def names_of(kind: str) -> Iterator[str]:
    """Yield the names that the register has of a kind, as it prints them."""
    return book.names_of(kind)


def _senses(printed: str) -> Iterator[Sense]:
    """Yield all that a name may mean."""
    yield from book.senses("listed", fold(printed))
    for kind, pattern in _PRINTED:
        if hit := pattern.fullmatch(printed):
            for rest in dict.fromkeys(map(fold, _names(kind, hit["rest"]))):
                yield from book.senses(kind, rest)
            return
    for category, core in dict.fromkeys(names_of_group(printed)):
        yield from book.senses(category, fold(core))


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


def _decided(senses: list[Sense], departement: str | None) -> Identity | None:
    """Give the one authority that is meant; that a name may be short for a larger commune's is one sense more."""
    within = [each for each in senses if not departement or each.departement in {departement, ""}]
    meant = {(each.kind, each.code) for each in within}
    sources = {each.source for each in within} - {book.SHORT}
    if len(meant) != 1 or not sources:
        return None
    if "register" in sources:
        several = departement and len({(each.kind, each.code) for each in senses}) > 1
        method = "kind-name-and-departement" if several else "kind-and-name"
    else:
        method = "historic" if "former" in sources else "listed"
    return _identity(*meant.pop(), method)


def _identity(kind: str, code: str, method: str) -> Identity:
    it = book.entry(kind, code)
    status = kind
    if (kind, code) in _SPECIAL:
        status = "special"
    elif kind == "collectivity":
        status = "overseas"
    region = book.entry("region", it.region) if it.region else None
    place = (it.population, it.population_year, it.latitude, it.longitude)
    around = (it.departement or None, it.region or None, region and region.name, region and region.population)
    return Identity(kind, code, it.siren or None, method, VINTAGE, it.name, status, *around, *place)
