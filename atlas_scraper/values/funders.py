"""Kinds of funders, told by the first words of their names as published, else by the register of authorities.

Only what the words or the register say: a body whose name does not say what it is, is `other`.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from atlas_scraper.values.register import identify
from atlas_scraper.values.text import fold

# Kind → how names of its kind begin, in words without case and accents; the first kind that fits is taken.
_BEGINNINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "european union",
        (
            *("union europeenne", "commission europeenne", "ue", "feder", "fse", "interreg", "europeaid", "erasmus"),
            *("fonds europeen", "fonds europeens", "fonds social europeen", "programme europeen"),
        ),
    ),
    (
        "state",
        (
            *("etat", "ministere", "ministeres", "ambassade", "prefecture", "mae", "meae", "maee", "maedi", "scac"),
            *("france", "agence francaise de developpement", "afd"),
        ),
    ),
    ("water agency", ("agence de l eau", "agences de l eau")),
    (
        "region",
        (
            *("region", "regions", "conseil regional", "conseils regionaux", "collectivite territoriale de"),
            "collectivite de corse",
        ),
    ),
    (
        "department",
        (
            *("departement", "departements", "conseil departemental", "conseils departementaux", "conseil general"),
            *("conseils generaux", "collectivite europeenne d alsace"),
        ),
    ),
    (
        "intercommunality",
        (
            *("communaute", "communautes", "metropole", "metropoles", "agglomeration", "agglomerations", "grand lyon"),
            "etablissement public territorial",
        ),
    ),
    ("syndicate", ("syndicat", "syndicats", "sivom", "sivu", "siaap", "sedif")),
    ("commune", ("commune", "communes", "ville", "villes", "mairie", "municipalite")),
    ("association", ("association", "associations", "ong", "comite de jumelage", "fondation", "fonds")),
)
OTHER = "other"
KINDS = (*(kind for kind, _ in _BEGINNINGS), OTHER)
METHODS = {
    "first-words": "The name begins as those of its kind do.",
    "register": "The name is that of an authority of this kind in the register.",
}
_OF_REGISTER = {
    "commune": "commune",
    "epci": "intercommunality",
    "ept": "intercommunality",
    "departement": "department",
    "region": "region",
}
_ARTICLE = re.compile(r"^(?:l['’]|la |le |les )", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")


class FunderKind(NamedTuple):
    """The kind of a funder."""

    kind: str
    """From `KINDS`."""
    method: str | None
    """How it was told, from `METHODS`; `None` for `OTHER`."""


def kind_of(funder: str | None) -> str:
    """Give the kind of a funder, from `KINDS`.

    >>> kind_of("Conseil général de l'Isère"), kind_of("Brest métropole"), kind_of("Uelzen"), kind_of(None)
    ('department', 'intercommunality', 'other', 'other')
    """
    return told_kind_of(funder).kind


@lru_cache(maxsize=20_000)  # the tables and the report ask for each row, and funders come again and again
def told_kind_of(funder: str | None) -> FunderKind:
    """Give the kind of a funder and how it was told."""
    words = " ".join(map(fold, _WORD.findall(_ARTICLE.sub("", (funder or "").strip()))))
    for kind, beginnings in _BEGINNINGS:
        if any(f"{words} ".startswith(f"{beginning} ") for beginning in beginnings):
            return FunderKind(kind, "first-words")
    identity = identify(funder)
    kind = _OF_REGISTER.get(identity.kind, OTHER) if identity else OTHER
    return FunderKind(kind, "register" if kind != OTHER else None)
