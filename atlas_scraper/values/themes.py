"""The atlas's own words for themes, as far as they were seen.

The vocabulary is open: a value outside it is kept and reported, never dropped. It is needed where a rendition
joined cells, since a row of themes can only be cut by knowing the themes, and to tell a value from prose.
"""

from functools import cache

from atlas_scraper.values.text import fold

# Theme -> sub-themes -> sub-sub-themes, as published.
THEMES: dict[str, dict[str, tuple[str, ...]]] = {
    "Politique, humanitaire et coopération transfrontalière": {
        "Gouvernance locale et appui institutionnel": ("Appui institutionnel", "Gouvernance et démocratie locales"),
        "Coopération transfrontalière": (),
    },
    "Economie durable": {
        "Agriculture et développement rural": (
            "Agriculture et agroalimentaire",
            "Aménagement et valorisation des territoires ruraux",
        ),
        "Attractivité des territoires": (
            "Entreprises",
            "Pôles de compétitivité, clusters, filières",
            "Tourisme",
        ),
        "Aménagement du territoire et transports": ("Planification et développement urbain",),
        "Technologies de l'information et de la communication": (),
    },
    "Environnement, Climat et Energie": {
        "Eau et déchets": ("Eau et assainissement",),
        "Protection / Gestion de l'environnement / Biodiversité": (),
        "Economie circulaire": (),
    },
    "Education, Social et Recherche": {
        "Education, emploi, formation professionnelle": (),
        "Insertion sociale": (),
        "Jeunesse & genre": ("Jeunesse, mobilité et protection de l'enfance",),
        "Santé": ("Prévention et éducation à la santé",),
        "Sport": (),
    },
    "Culture et Patrimoine": {
        "Patrimoine": (),
        "Infrastructures, équipements et manifestations culturelles": (),
        "Francophonie": ("Francophonie économique",),
    },
}


@cache
def theme_levels() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Give the known themes, sub-themes and sub-sub-themes, folded."""
    return (
        frozenset(map(fold, THEMES)),
        frozenset(fold(sub) for subs in THEMES.values() for sub in subs),
        frozenset(fold(deep) for subs in THEMES.values() for deeps in subs.values() for deep in deeps),
    )


def is_theme(text: str, level: int) -> bool:
    """Tell whether a text is a known theme of a level, 0 for the first."""
    return fold(text) in theme_levels()[level]
