"""The site's labels, verbatim, for each generation of the record page."""

from .facts import Generation

CONVENTION_LABELS: dict[Generation, str] = {
    "old": "Année de première signature de la convention",
    "middle": "Année de signature de la convention",
    "new": "Année de signature de la convention ou de la lettre d'intention",
}
STATUS_LABELS: dict[Generation, str] = {
    "old": "Le partenariat est",
    "middle": "Le partenariat est :",
    "new": "Le partenariat est :",
}
SCALAR_LABELS = {
    "title": "Titre",
    "theme": "Thématique d'intervention",
    "subtheme": "Sous-thématique d'intervention",
    "subsubtheme": "Sous-sous-thématique d'intervention",
    "start_year": "Année de début du partenariat",
    "end_date": "Date de fin du partenariat",
    "form": "Votre partenariat prend la forme d'un(e)",
}
NARRATIVE_LABELS = {
    "context": "Contexte",
    "history": "Historique",
    "context_and_history": "Contexte et historique",
    "objective": "Objectif du partenariat",
    "description": "Description détaillée du partenariat",
}
TABLE_LABELS = {
    "other_themes": "Autres thématiques mises en œuvre pour le partenariat",
    "sdgs": "Objectifs de développement durable - ODD",
    "foreign_partners": "Partenaires étrangers du partenariat",
    "foreign_contacts": "Contacts dans les partenaires étrangers du partenariat",
    "french_authorities": "Collectivités territoriales partenaires du partenariat",
    "funding": "Financement du partenariat",
    "volunteers": ("Volontaires impliqués dans le partenariat (VSI, service civique, etc.) d'Échange et de Solidarité"),
}
ONE_PERCENT = "Montant 1% Eau (Loi Oudin 2005)"
COLUMNS: dict[str, tuple[str, ...]] = {
    "other_themes": ("Thématique éligible", "Sous-thématique", "Sous-sous-thématique", "Priorité"),
    "sdgs": ("Thématique éligible", ""),
    "foreign_partners": ("Nom de la collectivité étrangère", "Pays", ""),
    "foreign_contacts": ("Nom de la collectivité étrangère", "Nom", "Prénom", "Fonction", "Courriel"),
    "french_authorities": ("Nom de la collectivité territoriale", ""),
    "funding": ("Nom du financeur", "Montant en euros", ONE_PERCENT, ONE_PERCENT, ONE_PERCENT, "Année"),
    "volunteers": ("Nom", "Prénom", "Mission", "Champs d'action", "Entité d'affectation"),
}
POST_TITLE = 'Contacts dans le poste diplomatique "{}"'
EMAIL_LABEL = "Courriel :"
TRIENNIAL = {False: "Le partenariat n'est pas triennal", True: "Le partenariat est triennal"}
SITE_TITLE = "Atlas français de la coopération décentralisée et des autres actions extérieures"
BREADCRUMBS = {
    "resolved": ("Accueil", "Atlas", "Détail projet"),
    "keys": ("Accueil", "???menu.atlas.libelle???", "???menu.atlas.detailProjet.libelle???"),
}
NO_ROWS = "Aucune information à présenter."
