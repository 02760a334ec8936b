"""Words that the site prints on every page, or in place of content; none of them is about a partnership.

The list is closed and reviewed: what is not in it is never ignored for its words. Seen on the site's pages, or in
the framework that it runs on, or in the State's design system to which it moves.
"""

import re
from collections.abc import Iterable

from atlas_scraper.labelling.words import SiteWords, folded

_BREADCRUMB = (
    "Accueil|Vous êtes ici|Atlas|Détail projet|Détail du projet|Accès par la carte du monde|Espace collectivités|"
    "Accès aux données|Fil d'Ariane|Voir le fil d'Ariane"
)
_TITLES = (
    "Atlas français de la coopération décentralisée et des autres actions extérieures|"
    "Atlas français de la coopération décentralisée|Atlas de la coopération décentralisée|Fiche projet|"
    "Fiche du projet|Fiche partenariat|Fiche du partenariat|Sommaire|Dans cette page|Menu|Menu principal|"
    "Navigation|Navigation principale"
)
# What links and buttons within, above or below the content say.
_ACTIONS = (
    "Action|Actions|Fiche|Lien|Liens|Retour|Retour à la liste|Retour aux résultats|Retour à la recherche|"
    "Retour à l'accueil|Retour à l'atlas|Nouvelle recherche|Recherche|Rechercher|Recherche avancée|Imprimer|"
    "Imprimer la page|Imprimer cette page|Imprimer la fiche|Version imprimable|Exporter|Exporter en PDF|"
    "Télécharger|Télécharger la fiche|Partager|Partager la page|Partager sur Facebook|Partager sur X|"
    "Partager sur Twitter|Partager sur LinkedIn|Partager par courriel|Copier le lien|Copier dans le presse-papier|"
    "Copier|Facebook|Twitter|LinkedIn|YouTube|Instagram|Envoyer|Envoyer à un ami|Valider|Fermer|Annuler|Enregistrer|"
    "Modifier|Modifier le code|Éditer|Supprimer|Ajouter|Consulter|Consulter la fiche|Voir|Voir la fiche|Voir le détail|"
    "Voir la carte|Voir plus|Voir moins|Afficher plus|Afficher moins|Afficher|Masquer|Lire la suite|En savoir plus|"
    "Déplier|Replier|Tout afficher|Tout déplier|Tout replier|Développer|Réduire|Agrandir|Ouvrir|Lire plus|Lire moins|"
    "Voir plus de lignes|Voir plus de résultats|Afficher plus de lignes|Afficher plus de résultats|Voir la suite|"
    "Afficher la suite|Charger plus|Plus de résultats|Diapositive précédente|Diapositive suivante|"
    "Voir tout|Tout voir|Copié|Lien copié|Trier|Tri|Tri croissant|Tri décroissant|"
    "Trier par ordre croissant|Trier par ordre décroissant|Haut de page|Haut de la page|En haut|Retour en haut|"
    "Retour en haut de page|Retour en haut de la page|Revenir en haut|Revenir en haut de page|Remonter|"
    "Retour au sommaire|Retour au menu|Aller au contenu|"
    "Aller au contenu principal|Aller au menu|Aller à la recherche|Accéder au contenu|Infobulle|Tout accepter|"
    "Tout refuser|Personnaliser|Paramétrer|Accepter|Refuser|Se connecter|Connexion|Mon compte|Déconnexion|"
    "S'identifier|Créer un compte|S'abonner|Suivez-nous|Nouvelle fenêtre|Nouvel onglet|Ouvre une nouvelle fenêtre|"
    "Ouvre un nouvel onglet|S'ouvre dans une nouvelle fenêtre|S'ouvre dans un nouvel onglet|Lien externe|"
    "Page précédente|Page suivante|Information contextuelle|Aide contextuelle|Masquer le message|"
    "Écouter|Écouter le texte|Écouter ce texte|Écouter la page|Écouter cette page|Lire à haute voix|"
    "Lire la page à haute voix|Traduire|Traduire le texte|Traduire ce texte|Traduire la page|Traduire cette page"
)
_ON_CAPTIONS = ("Trier", "Trier par", "Tri par", "Modifier", "Modifier le", "Modifier la", "Éditer", "Copier")
_LEGAL = (
    "Plan du site|Mentions légales|Accessibilité|Accessibilité : non conforme|"
    "Accessibilité : partiellement conforme|Accessibilité : totalement conforme|Contact|Contacts|Nous contacter|"
    "Nous écrire|Aide|FAQ|Foire aux questions|Crédits|Données personnelles|Données personnelles et cookies|Cookies|"
    "Gestion des cookies|Gérer les cookies|Paramètres d'affichage|Conditions générales d'utilisation|"
    "Politique de confidentialité|Glossaire|RSS|Lettre d'information|Ce site utilise des cookies|"
    "Liberté Égalité Fraternité|"
    "legifrance.gouv.fr|gouvernement.fr|info.gouv.fr|service-public.fr|service-public.gouv.fr|data.gouv.fr|"
    "diplomatie.gouv.fr|france.fr|Tous droits réservés|"
    "Sauf mention contraire, tous les contenus de ce site sont sous licence etalab-2.0|"
    "Sauf mention explicite de propriété intellectuelle détenue par des tiers, les contenus de ce site sont proposés "
    "sous licence etalab-2.0|Licence etalab-2.0|Licence ouverte"
)
# Who publishes the site, and who as well may be named by a page as a funder or partner.
_BODIES = (
    "Ministère de l'Europe et des Affaires étrangères|Ministère des Affaires étrangères|"
    "Ministère des Affaires étrangères et du Développement international|"
    "Ministère des Affaires étrangères et européennes|MEAE|République française|"
    "Commission nationale de la coopération décentralisée|CNCD|France Diplomatie"
)
_EMPTY_TABLE = (
    "Aucune information à présenter|Aucune information|Aucune donnée à présenter|Aucune donnée disponible|"
    "Pas de données|Pas de donnée|Pas de résultat|Pas d'information|Aucun|Aucune|Non renseigné|"
    "Non renseignée|Néant|Sans objet|Aucun élément à présenter|Aucun élément à afficher|Aucun résultat|"
    "Aucun résultat à afficher|Non communiqué|Non communiquée|Non précisé|Non précisée|Non disponible|"
    "Non applicable|N/A|N/D|s.o.|Vide|Aucune valeur|Null|None|undefined|Non défini|Non définie|Non spécifié|"
    "Non spécifiée|Non saisi|Non saisie|Non indiqué|Non indiquée|Non renseigné(e)|Non précisé(e)|Non communiqué(e)|"
    "Non défini(e)|Non spécifié(e)|Information non disponible|Information non renseignée|Donnée non disponible|"
    "Aucune donnée|Aucune donnée à afficher|Aucune réponse|Pas de réponse|Sans réponse|Champ vide|"
    "Champ non renseigné|Valeur non définie|"
    "Pas de valeur|N.R.|N.C.|N.D.|Ø|Aucun texte|Aucun contenu|Aucune description|Aucune information disponible|"
    "Aucune information renseignée|Pas d'information disponible|Pas de contenu|Pas de texte|Rubrique non renseignée|"
    "Cette rubrique n'a pas été renseignée|Cette rubrique n'est pas renseignée|Cette rubrique est vide|"
    "Ce champ n'a pas été renseigné|Ce champ n'est pas renseigné|Ce champ est vide|"
    "Il n'y a pas de description pour ce champ|Cette liste est vide|"
    "Aucun élément trouvé|Aucun résultat trouvé|Aucun enregistrement trouvé|"
    "Aucun texte saisi|Aucun contenu saisi|Aucune description saisie|Aucune donnée saisie|Aucune information saisie|"
    "Aucune valeur saisie"
)
# The words of headings over a group of labels, such as `Partenaires et moyens`; no heading of an author's stands there.
_GROUPS = (
    "à acteur acteurs action activités agenda annexes appui autre autres avec bref budget cadre calendrier champ "
    "chiffres classement coopération complémentaire complémentaires contact contacts contenu contexte contenus "
    "coordonnées cours dans date dates de des descriptif description détail détaillée détails développement dispositif "
    "divers données du durable durée échéances échéancier éléments en engagés et état étrangers étranger financement "
    "financements financier financiers financière financières fiche français française françaises générale générales "
    "généraux généralités historique humaines humains identification identité information informations intervention "
    "interventions intervenants intitulé la le les leur leurs libellé localisation mise mobilisés montage moyens "
    "nature numéro objectif objectifs œuvre objet participants partenaire partenaires partenarial partenariale "
    "partenariat partenariats pays période personnes poste présentation principales principaux projet public publics "
    "récapitulatif renseignements réseau responsables ressources résumé rubrique sa secteur secteurs ses son statut "
    "structure structures sur suivi synthèse temporel thématique thématiques thème thèmes un une valeur volet volets "
    "volontaire volontaires volontariat vie ans d l "
)
_SAYS_NONE = re.compile(
    r"aucune? \w.{0,60}|pas d['’].{0,60}|(?:néant|sans objet|vide|non renseigné)[ .]*|"
    r"(?:il n['’]y a|nous n['’]avons) .{0,60}",
    re.IGNORECASE | re.DOTALL,
)
_NONE_BEGINNINGS = "aucun|pas d|néant|sans objet|vide|non renseigné|il n'y a|nous n'avons"
_PROMPT = re.compile(
    r"\W*(?:(?:veuillez|merci de)\s+)?(?:choisi(?:r|ssez)|s[ée]lectionne[rz])(?:\s.{0,60})?\W*", re.IGNORECASE
)
_STEP = (
    r"<<|>>|[<>«»‹›]|pagination\.[\w.]+|(?:page\s+)?pr[ée]c[ée]dente?|(?:page\s+)?suivante?|"
    r"premi[èe]re?(?:\s+page)?|derni[èe]re?(?:\s+page)?"
)
_SURE_STEP = re.compile(
    r"pagination\.|pr[ée]c[ée]dent|suivant|\(current\)|\bpage\s+\d++\s*+(?:/|sur)\s*+\d", re.IGNORECASE
)
_PAGER_WORD = r"\(?(?:current|actuelle?|courante?|page)\)?|sur|/|…|\.\.\.|[|\[\],-]"
# Which rows of how many are shown, as DataTables (`Affichage de l'élément 1 à 10 sur 18 éléments`), Material (`1 – 10
# sur 18`) and displaytag (`18 éléments trouvés, affichage des éléments 1 à 10.`) say it; or how many on a page, as
# Quasar does (`Lignes par page : Toutes`).
_UNIT = r"(?:éléments?|lignes?|résultats?|entrées?|enregistrements?)(?:\(s\))?+"
_ROWS = r"(?<!\d)\d++\s*+(?:à|au|-|–|—)\s*+\d++"
_ALL_ROWS = rf"(?:(?<!\d)\d++|une?)\s++{_UNIT}\s++trouvée?s?\b"
_ROWS_SHOWN = re.compile(
    rf"(?:affichage\s++(?:des?\s++|l['’])*+)?+(?:{_UNIT}\s++)?+{_ROWS}\s++sur\s++\d++(?:\s++{_UNIT}|(?!\s*+\w))\.?+|"
    rf"{_ALL_ROWS}(?:,\s++affichage\s++(?:des?|de\s++tou(?:te)?s\s++les)\s++{_UNIT}(?:\s++{_ROWS})?+)?+\.?+|"
    rf"{_UNIT}\s++par\s++page\s*+:?+\s*+(?:\d{{1,4}}+|tou(?:te)?s)?+",
    re.IGNORECASE,
)
# How the above begin, folded; signs fold to nothing, and numbers need not be said.
_PAGER_BEGINNINGS = (
    "pagination page prec prem suiv dern curr actuel courant sur affichage element ligne resultat entree "
    "enregistrement unelement uneligne unresultat uneentree unenregistrement"
)
_ROW_COUNT = re.compile(r"\(?\d{1,4}(?:\s+(?:lignes?|éléments?|résultats?)(?:\(s\))?)?\)?", re.IGNORECASE)
# Of which sheet, or of which step of several, a line is the head.
_SHEET = re.compile(
    r"(?:(?:\bpage|\bp\.|\bfeuille|\bfeuillet)\s*+(\d{1,3})(?:\s*+(?:/|sur|de)\s*+(\d{1,3}))?+|"
    r"\A(\d{1,3})\s*+(?:/|sur)\s*+(\d{1,3})|\bétape\s*+(?P<step>\d{1,3})\s*+(?:/|sur)\s*+(\d{1,3}))\Z",
    re.IGNORECASE,
)
# Where one goes from here, before the name of that: the steps of the State's design system, the buttons below a text.
_PART = r"(?:étape|etape|section|rubrique|partie|chapitre|onglet|volet|page|fiche)"
_MOVES = re.compile(
    rf"(?<!\w)(?:(?:{_PART}\s+)?(?:suivante?|pr[ée]c[ée]dente?)|[àa] suivre|prochaine?\s+{_PART}|(?:lire la )?suite|"
    rf"(?:continuer|poursuivre|passer|aller|revenir|retour)(?:\s+(?:vers|[àa]))?(?:\s+(?:la|l['’]|le))?(?:\s*{_PART})?)"
    r"(?!\w)[\s:]*",
    re.IGNORECASE,
)
# How much is written in a field for texts, or may be.
_NUMBER = r"\d++(?:[ \xa0\u202f.]\d{3})*+"
_LETTERS = r"(?:caract[èe]res?+|signes?+|mots?+)"
_LETTERS_COUNTED = re.compile(
    rf"\(?+(?:(?:il (?:vous )?+reste|nombre de {_LETTERS}|max(?:imum|\.)?+)\s*+:?+\s*+)?+{_NUMBER}(?:\s*+{_LETTERS})?+"
    rf"(?:\s*+(?:/|sur)\s*+{_NUMBER}(?:\s*+{_LETTERS})?+)?+(?<=[a-z])"
    r"(?:\s++(?:restante?+s?+|saisie?+s?+|utilisée?+s?+|autorisée?+s?+|(?:au\s++)?+max(?:imum|\.)?+|au\s++plus))?+\)?+[.]?+",
    re.IGNORECASE,
)
_ASIDE_BEGINNINGS = (
    "etape section rubrique partie chapitre onglet volet page fiche suivant precedent asuivre prochain ilreste "
    "suite lirelasuite continuer poursuivre passer aller revenir retour "
    "ilvousreste nombrede max 0 1 2 3 4 5 6 7 8 9"
)
_CONTINUED = re.compile(r"(?<!\s)(?:\s*+[-–—:])?+\s*+[(\[]?+suite(?: et fin)?+[)\]]?+\s*+\Z", re.IGNORECASE)
# The first cell of a row that is about the others: a sum, a mean, their number, where they come from.
_SUM = (
    r"(?:(?:montants?\s++)?(?:sous[- ])?tota(?:l|ux)|ensemble|cumul|montants?\s++cumulés?|moyennes?|médianes?|"
    r"(?:minim|maxim)(?:um|ums|a))"
)
_OF_ROWS = rf"(?:{_UNIT}|partenaires?|contacts?|collectivités?|finance(?:ur|ment)s?|volontaires?)"
# The same in other words, which below a table alone are about its rows.
_NOUNS = r"(?:\s++(?!(?:sur|parmi|de)\b)[^\W\d]++){0,4}+"
_OF_ALL = r"(?:sur|/|de|parmi)\s*+(?:un\s++total\s++de\s++)?+"
_SHOWN = r"(?:affiché|visible|présenté|montré)e?s?"
_COUNTS_OF_ROWS = tuple(
    re.compile(rf"\A(?:{pattern})", re.IGNORECASE)
    for pattern in (
        rf"(?:affichage\s++)?+(?:(?:des?|les|du)\s++)?+(?:l['’])?+(?:[^\W\d]++\s*+:?+\s*+)?+(?:de\s++)?+(?P<first>\d++)\s*+"
        rf"(?:à|au|-|–|—)\s*+(?P<last>\d++)\s*+\(?+{_OF_ALL}(?P<all>\d++){_NOUNS}\)?+",
        rf"(?P<all>\d++){_NOUNS}\s*+,?+\s*+(?:dont\s++)?+(?P<last>\d++)(?:\s++(?!{_SHOWN})[^\W\d]++)?+\s++{_SHOWN}",
        rf"(?:affichage\s++de\s++)?+(?P<last>\d++){_NOUNS}\s*+{_OF_ALL}(?P<all>\d++){_NOUNS}",
        rf"(?:(?:afficher|voir)\s++)?+(?:et\s++|les\s++|\+\s*+)?+(?P<more>\d++)\s++"
        rf"(?:autres?|de\s++plus|(?:(?:lignes|{_UNIT})\s++)?+(?:supplémentaire|suivant|restant)e?s?){_NOUNS}|\+\s*+(?P<plus>\d++)",
        rf"(?:total\s*+:?+\s*+)?+(?P<all>\d++)\s++{_OF_ROWS}(?:\s++(?:au\s++total|trouvée?s?))?+",
    )
)
_LEADS_ON = re.compile(
    r"\A(?:(?P<next>(?:(?:page|lignes?|résultats?|éléments?|entrées?|\d++)\s++)?+suivante?s?\s*+[>›»→]*+)|"
    r"(?:(?:afficher|voir|charger|montrer|consulter)\s++"
    r"(?:plus|la\s++suite|davantage|tout|tous\s++les|toutes\s++les|l['’]ensemble)|"
    r"tout\s++(?:afficher|voir)|plus\s++de)"
    r"(?:\s++(?:de|des|d['’]|du))?+(?:\s*+[^\W\d]++){0,4}+\s*+(?:\(?+(?P<all>\d++)\)?+)?+\s*+[>›»→…+]*+)",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    rf"{_SUM}(?:\s++(?:général|générale|cumulée?|annuelle?|\d{{4}}|en euros|ttc|ht|toutes taxes comprises|hors taxes|"
    r"(?:du|des) (?:financement|partenariat|projet)s?|par an|par année|par ligne|\([^()]*+\)))*+\s*+"
    rf"(?::(?:\s*+\d[\d\s.,€]*+)?)?|nombre\s++(?:total\s++)?(?:de\s++|d['’]){_OF_ROWS}\s*+(?::(?:\s*+\d++)?)?|"
    rf"\d++\s++{_OF_ROWS}(?:\s++au\s++total)?|sources?\s*+:.*+",
    re.IGNORECASE | re.DOTALL,
)
_GOES_ON = re.compile(
    r"(?:(?<![\w-])(?:et|ou|de|du|des|la|le|les|à|au|aux|en|dans|pour|par|sur|avec|sans|une?|[ld]['’])|,)\Z",
    re.IGNORECASE,
)


def site_words(captions: Iterable[str]) -> SiteWords:
    """Put the site's words together.

    Args:
        captions: labels and columns, by which buttons sort a table, and which links let one edit: `Modifier le titre`.
    """
    actions = (f"{words} {caption}" for caption in captions for words in _ON_CAPTIONS)
    lists = (_BREADCRUMB, _TITLES, _ACTIONS, _LEGAL, _BODIES)
    return SiteWords(
        frame=folded([*(word for words in lists for word in words.split("|")), *actions]),
        trail=folded(_BREADCRUMB.split("|")),
        bodies=folded(_BODIES.split("|")),
        empty=folded(_EMPTY_TABLE.split("|")),
        groups=folded(_GROUPS.split()),
        says_none=_SAYS_NONE,
        none_beginnings=folded(_NONE_BEGINNINGS.split("|")),
        prompt=_PROMPT,
        step=_STEP,
        sure_step=_SURE_STEP,
        pager_word=_PAGER_WORD,
        rows_shown=_ROWS_SHOWN,
        counts_of_rows=_COUNTS_OF_ROWS,
        leads_on=_LEADS_ON,
        pager_beginnings=frozenset([*_PAGER_BEGINNINGS.split(), *"0123456789"]),
        row_count=_ROW_COUNT,
        sheet=_SHEET,
        moves=_MOVES,
        letters_counted=_LETTERS_COUNTED,
        aside_beginnings=frozenset(_ASIDE_BEGINNINGS.split()),
        continued=_CONTINUED,
        total=_TOTAL,
        goes_on=_GOES_ON,
    )
