"""Words that the site prints on every page, or in place of content; none of them is about a partnership."""

import re

from atlas_scraper.values.text import fold

_BREADCRUMB = re.compile(r"(?:vous\s+êtes\s+ici\s*:?\s*)?accueil\s*[>›»/]", re.IGNORECASE)
_EMPTY = re.compile(
    r"aucune? \w.{0,60}|pas d['’].{0,60}|(?:néant|sans objet|vide|non renseigné)[ .]*|"
    r"(?:il n['’]y a|nous n['’]avons) .{0,60}",
    re.IGNORECASE | re.DOTALL,
)


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split("|"))


_SITE_TITLES = _folded(
    "Atlas français de la coopération décentralisée et des autres actions extérieures|"
    "Atlas français de la coopération décentralisée|Détail projet"
)
_EMPTY_TABLE = _folded(
    "Aucune information à présenter|Aucune information|Aucune donnée à présenter|Aucune donnée disponible|"
    "Aucun élément à présenter|Aucun élément à afficher|Aucun résultat"
)
# What links and buttons within or below the content say.
_ACTIONS = _folded(
    "Accueil|Retour|Retour à la liste|Retour aux résultats|Retour à la recherche|Retour à l'accueil|"
    "Nouvelle recherche|Rechercher|Imprimer|Imprimer la page|Imprimer cette page|Version imprimable|Exporter|"
    "Exporter en PDF|Télécharger|Partager|Partager la page|Partager sur Facebook|Partager sur X|Partager sur Twitter|"
    "Partager sur LinkedIn|Partager par courriel|Copier le lien|Facebook|Twitter|LinkedIn|"
    "Envoyer|Envoyer à un ami|Valider|Fermer|Annuler|Enregistrer|Modifier|Éditer|Supprimer|Ajouter|Consulter|"
    "Voir|Voir la fiche|Voir plus|Voir moins|Afficher plus|Afficher moins|Lire la suite|En savoir plus|Déplier|Replier|"
    "Tout afficher|Tout déplier|Tout replier|Trier|Tri croissant|Tri décroissant|Trier par ordre croissant|"
    "Trier par ordre décroissant|Haut de page|Retour en haut de page|Aller au contenu|Plan du site|Mentions légales|"
    "Accessibilité|Contact|Contacts|Nous contacter|Aide|Crédits|Données personnelles|Gestion des cookies|"
    "Ministère de l'Europe et des Affaires étrangères"
)


def name_of_site_line(text: str) -> str:
    """Name a line that the site prints on every page, or give an empty string."""
    if _BREADCRUMB.match(text):
        return "breadcrumb"
    return "site title" if fold(text) in _SITE_TITLES else ""


def says_empty(text: str) -> bool:
    """Tell whether a line is what the site prints in place of a table's rows."""
    return fold(text) in _EMPTY_TABLE


def says_no_rows(text: str) -> bool:
    """Tell whether the only text of a row says that there is none; words that would be prose elsewhere."""
    return not fold(text) or _EMPTY.fullmatch(text.strip()) is not None


def is_action(text: str) -> bool:
    """Tell whether a text is what a link or button of the site says."""
    return fold(text) in _ACTIONS
