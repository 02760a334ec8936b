"""What on a page belongs to the site and not to the partnership, ignored by name.

The room before this one knows the parts of a site that the markup names (navigation, header, footer). Here
the labels tell the rest: what stands outside the smallest element that holds them all is around the content.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import takewhile

from atlas_scraper.sections.items import Item
from atlas_scraper.values.text import fold

_BREADCRUMB = re.compile(r"(?:vous\s+êtes\s+ici\s*:?\s*)?accueil\s*[>›»/]", re.IGNORECASE)
_SITE_TITLES = frozenset(
    map(
        fold,
        (
            "Atlas français de la coopération décentralisée et des autres actions extérieures",
            "Atlas français de la coopération décentralisée",
            "Détail projet",
        ),
    )
)
_EMPTY_TABLE = frozenset(
    map(
        fold,
        (
            "Aucune information à présenter",
            "Aucune information",
            "Aucune donnée à présenter",
            "Aucune donnée disponible",
            "Aucun élément à présenter",
            "Aucun résultat",
        ),
    )
)
# Links and buttons that stand within or below the content.
_SITE_WORDS = frozenset(
    map(
        fold,
        (
            "Accueil",
            "Retour",
            "Retour à la liste",
            "Retour aux résultats",
            "Retour à la recherche",
            "Retour à l'accueil",
            "Nouvelle recherche",
            "Imprimer",
            "Imprimer la page",
            "Version imprimable",
            "Exporter",
            "Exporter en PDF",
            "Télécharger",
            "Partager",
            "Fermer",
            "Haut de page",
            "Retour en haut de page",
            "Aller au contenu",
            "Modifier",
            "Plan du site",
            "Mentions légales",
            "Accessibilité",
            "Contact",
            "Contacts",
            "Nous contacter",
            "Aide",
            "Crédits",
            "Données personnelles",
            "Gestion des cookies",
            "Ministère de l'Europe et des Affaires étrangères",
        ),
    )
)


def ignore_chrome(items: Sequence[Item], labels: Collection[int]) -> None:
    """Ignore, by name, what belongs to the site around the content.

    Args:
        items: the items of the page.
        labels: where its labels are.
    """
    if not labels:
        return
    root = _common([items[number].block.path for number in labels])
    in_chrome = sum(bool(items[number].block.chrome) for number in labels)
    last = max(labels)
    for number, item in enumerate(items):
        if item.block.chrome and not in_chrome:
            item.give("ignored", item.block.chrome)
        elif item.block.path[: len(root)] != root:
            item.give("ignored", "outside the content")
        elif number not in labels and (name := name_of_site_line(item.text)):
            item.give("ignored", name)
        elif says_empty(item.text):
            item.give("ignored", "empty table")
        elif number not in labels and fold(item.text) in _SITE_WORDS and (number > last or _is_interactive(item)):
            item.give("ignored", "site chrome")


def name_of_site_line(text: str) -> str:
    """Name a line that the site prints on every page, or give an empty string."""
    if _BREADCRUMB.match(text):
        return "breadcrumb"
    return "site title" if fold(text) in _SITE_TITLES else ""


def says_empty(text: str) -> bool:
    """Tell whether a text is what the site prints in place of a table's rows."""
    return fold(text) in _EMPTY_TABLE


def _is_interactive(item: Item) -> bool:
    return bool(item.runs) and all(run.interactive for run in item.runs if run.text.strip())


def _common(paths: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    """Give the path of the smallest element that holds all paths."""
    levels = zip(*paths, strict=False)
    return tuple(level[0] for level in takewhile(lambda level: len(set(level)) == 1, levels))
