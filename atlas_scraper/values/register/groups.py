"""Names of groups of communes: the kind in front or behind, written out or as letters, and the name itself.

The DGCL's list has `CA Lorient Agglomération`, `CC du Pays de Laon`, `Bordeaux Métropole`; pages print `Communauté
d'agglomération de Lorient`, `Laon (communauté de communes du pays de)`, `Lorient Agglomération`.
"""

import re
from collections.abc import Iterator

NAMED = "named"
"""Category of a whole name that says itself what it is: `Lorient Agglomération`."""
_CATEGORIES = {
    "CC": r"communaut[ée]s? des? communes?|CC|C\.C\.?|com\.? ?com\.?|communaut[ée] de com\.?",
    "CA": r"communaut[ée]s? (?:d['’ ]|de l['’])agglo(?:m[ée]rations?|\.)?|CA|C\.A\.?|agglo(?:m[ée]ration)?",
    "CU": r"communaut[ée] urbaine|CU|C\.U\.?",
    "METRO": r"m[ée]tropole",
    "EPT": r"[ée]tablissement public territorial|EPT",
}
_LETTERS = re.compile(r"(?:CC|CA|CU|EPT|C\.[CAU]\.?)")  # `cu` and `ca` are words
_ANY = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _CATEGORIES.items())
_FRONT = re.compile(rf"(?:la |l['’])?(?:{_ANY})(?=[\W_]|$)[\s:,–-]*(?P<rest>.*)", re.IGNORECASE)
_REST = r"(?P<rest>.(?:.*?(?<![\s,–-]))??)[\s,–-]++"  # up to where a run of spaces and dashes begins
_BEHIND = re.compile(rf"{_REST}\(?(?:la )?(?:{_ANY})\)?", re.IGNORECASE)
_SAYS_IT = re.compile(r"agglo|communaut[ée]|m[ée]tropole", re.IGNORECASE)
_SUFFIX = re.compile(
    rf"{_REST}(?:communaut[ée]|agglo(?:m[ée]ration)?|m[ée]tropole|communaut[ée] d['’]agglom[ée]ration|"
    r"communaut[ée] de communes|communaut[ée] urbaine)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:du |des |de la |de l['’] ?|de |d['’] ?|la |les |le |l['’] ?)", re.IGNORECASE)
_ACRONYM = re.compile(r"(?<!\s)\s*+\([^()]*+\)$")


def names_of_group(name: str, kind: str = "epci") -> Iterator[tuple[str, str]]:
    """Yield categories and names under which a group may be printed.

    Args:
        name: as the list has it, or as a page prints it.
        kind: `ept` for names of Paris's établissements publics territoriaux, which do not say what they are.

    >>> list(names_of_group("CA Lorient Agglomération"))
    [('CA', 'Lorient Agglomération'), ('CA', 'Lorient'), ('named', 'Lorient Agglomération')]
    >>> list(names_of_group("Lorient"))
    []
    """
    for whole in dict.fromkeys((name, _ACRONYM.sub("", name))):
        category, core = _front(whole)
        behind, rest = (None, whole) if category else _behind(whole)
        if category or behind or kind == "ept":
            found = category or behind or "EPT"
            yield from ((found, each) for each in _cores(core if category else rest))
        said = core if category in {"CC", "CA", "CU", "EPT"} else whole
        if _SAYS_IT.search(said):
            yield NAMED, _without_article(said)


def _front(name: str) -> tuple[str | None, str]:
    hit = _FRONT.fullmatch(name)
    category = _category(hit)
    return (category, hit["rest"]) if hit and category and hit["rest"] else (None, name)


def _behind(name: str) -> tuple[str | None, str]:
    hit = _BEHIND.fullmatch(name)
    category = _category(hit)
    return (category, hit["rest"]) if hit and category else (None, name)


def _category(hit: re.Match[str] | None) -> str | None:
    name = next((name for name in _CATEGORIES if hit and hit[name]), None)
    if hit and name and hit[name].isascii() and len(hit[name]) <= 4 and not _LETTERS.fullmatch(hit[name]):
        return None
    return name


def _cores(core: str) -> Iterator[str]:
    """Yield a name without its preposition, and without the kind that it ends in as well."""
    core = _without_article(core)
    yield core
    if suffix := _SUFFIX.fullmatch(core):
        yield suffix["rest"]


def _without_article(name: str) -> str:
    """Take off prepositions and articles: `du Grand Chalon` and `Le Grand Chalon` are one name."""
    while hit := _ARTICLE.match(name):
        name = name[hit.end() :]
    return name
