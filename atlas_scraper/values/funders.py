"""Kinds of funders, told by the first words of their names as published.

Only what the words say: a body whose name does not say what it is, is `other`.
"""

import re

from atlas_scraper.values.text import fold

# Kind → how folded names of its kind begin; the first kind that fits is taken.
_BEGINNINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "european union",
        (
            *("unioneuropeenne", "commissioneuropeenne", "ue", "feder", "fse", "interreg", "europeaid", "erasmus"),
            *("fondseuropeen", "fondssocialeuropeen", "programmeeuropeen"),
        ),
    ),
    (
        "state",
        (
            *("etat", "ministere", "ambassade", "prefecture", "mae", "meae", "maee", "maedi", "scac", "france"),
            *("agencefrancaisededeveloppement", "afd"),
        ),
    ),
    ("water agency", ("agencedeleau", "agencesdeleau")),
    ("region", ("region", "conseilregional", "collectiviteterritorialede", "collectivitedecorse")),
    ("department", ("departement", "conseildepartemental", "conseilgeneral", "collectiviteeuropeennedalsace")),
    ("intercommunality", ("communaute", "metropole", "agglomeration", "grandlyon", "etablissementpublicterritorial")),
    ("syndicate", ("syndicat", "sivom", "sivu", "siaap", "sedif")),
    ("commune", ("commune", "ville", "mairie", "municipalite")),
    ("association", ("association", "ong", "comitedejumelage", "fondation", "fonds")),
)
OTHER = "other"
KINDS = (*(kind for kind, _ in _BEGINNINGS), OTHER)
_WHOLE_WORDS = {"ue", "ong", "mae", "etat", "scac", "meae", "france", "fonds", "feder", "fse", "afd"}
METHODS = {"first-words": "The name begins as those of its kind do."}
_ARTICLE = re.compile(r"^(?:l['’]|la |le |les )", re.IGNORECASE)


def kind_of(funder: str | None) -> str:
    """Give the kind of a funder, from `KINDS`.

    >>> kind_of("Conseil général de l'Isère"), kind_of("VILLE DE LYON"), kind_of("Uelzen"), kind_of(None)
    ('department', 'commune', 'other', 'other')
    """
    name = _ARTICLE.sub("", (funder or "").strip())
    folded, first = fold(name), fold(name.split()[0]) if name.split() else ""
    for kind, beginnings in _BEGINNINGS:
        for beginning in beginnings:
            if first == beginning if beginning in _WHOLE_WORDS else folded.startswith(beginning):
                return kind
    return OTHER
