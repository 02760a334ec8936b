"""Words of the site and words of our own: themes, goals, countries, invented people and bodies."""

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
        "Attractivité des territoires": ("Entreprises", "Pôles de compétitivité, clusters, filières", "Tourisme"),
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
UNLISTED_THEMES = ("Métrologie des sols", "Numérique responsable", "Observation des littoraux")

GOALS = (
    "Pas de pauvreté",
    "Faim « zéro »",
    "Bonne santé et bien-être",
    "Éducation de qualité",
    "Égalité entre les sexes",
    "Eau propre et assainissement",
    "Énergie propre et d'un coût abordable",
    "Travail décent et croissance économique",
    "Industrie, innovation et infrastructure",
    "Inégalités réduites",
    "Villes et communautés durables",
    "Consommation et production responsables",
    "Mesures relatives à la lutte contre le changement climatique",
    "Vie aquatique",
    "Vie terrestre",
    "Paix, justice et institutions efficaces",
    "Partenariats pour la réalisation des objectifs",
)

COUNTRIES: dict[str, str] = {
    "Canada": "CA", "Mali": "ML", "Niger": "NE", "Burkina Faso": "BF", "Liban": "LB", "Maroc": "MA", "Tunisie": "TN",
    "Sénégal": "SN", "Bénin": "BJ", "Haïti": "HT", "Madagascar": "MG", "Côte d'Ivoire": "CI", "Cameroun": "CM",
    "Guinée": "GN", "Guinée équatoriale": "GQ", "Congo": "CG", "République démocratique du Congo": "CD",
    "Etats-Unis": "US", "Royaume-Uni": "GB", "Viêt Nam": "VN", "Laos": "LA", "Corée du Sud": "KR", "Russie": "RU",
    "Bosnie-Herzégovine": "BA", "Macédoine du Nord": "MK", "République tchèque": "CZ", "Cap-Vert": "CV",
    "Territoires palestiniens": "PS", "Mauritanie": "MR", "Cambodge": "KH", "Bolivie": "BO", "Moldavie": "MD",
    "Allemagne": "DE", "Finlande": "FI", "Togo": "TG", "Chine": "CN", "Comores": "KM", "République dominicaine": "DO",
}  # fmt: skip
UNLISTED_COUNTRIES = ("Archipel des Sept Vents", "Pays des Trois Fleuves")

FIRST_NAMES = (
    "Anaëlle", "Théodule", "Marie-Odile", "Jean-Baptiste", "Aïssatou", "Loïc", "Œdina", "Gwénaëlle", "Ílhan", "Zoé",
    "Mamadou", "Solène", "Anne Sophie", "Noël", "Ðorđe", "Françoise",
)  # fmt: skip
LAST_NAMES = (
    "VERGNOLLE", "DE LA BRUYÈRE-NOIRE", "D'HAUTERIVE", "L’HOSTELLIER", "KOUYATÉ DIT BRAHIMA", "LE GOFFANEC", "Ņikolski",
    "TRAN VAN LUU", "du Plessis-Bellac", "SAINT-AUBRIER", "MAC'HADEC", "Ben Othmanou", "ŒILLET", "EL HADJ TIDJANOU",
)  # fmt: skip
POSITIONS = (
    "Directrice générale", "Maire", "1er adjoint au maire", "Chargé(e) de mission", "Secrétaire général",
    "Responsable « eau & déchets »", "Présidente", "Coordonnateur du programme 2018-2020", "Chef de projet, volet 2",
)  # fmt: skip
POSTS = (
    "Ambassade de France à Ottawa", "Consul général à Jérusalem", "Ambassade de France en Roumanie ",
    "Ambassade de France aux Etats-Unis", "AMBASSADE DE FRANCE A TUNIS", "Ambassade de France à Port-Au-Prince",
    "Ambassade de France en Côte d'Ivoire", "Ambassade de France à La Paz",
)  # fmt: skip
ROLES = ("Correspondant coopération décentralisée", "Conseiller de coopération et d'action culturelle")
NO_ROLES = (
    "Pas de correspondant coopération décentralisée",
    "Pas de conseiller de coopération et d'action culturelle",
)
TOWNS = (
    "Sainte-Opale", "Vaubrun-sur-Loire", "Kérivoal", "Mont-d'Orvel", "Tilliac", "L’Hermenault-le-Vieux", "Dioumba",
    "Ouro-Sambaré", "Ambatolahy", "Nghĩa Sơn", "Sidi Lakhdim", "Petite-Anse", "Ziguérou", "Cœur-de-Marche",
)  # fmt: skip
FRENCH_BODIES = (
    "Commune de {town}", "Département de la {town}", "{town} métropole", "Région {town}", "Ville de {town}",
    "Communauté d'agglomération de {town}", "Syndicat des eaux de {town} & environs", "COMMUNE DE {caps}",
)  # fmt: skip
FOREIGN_BODIES = (
    "Commune rurale de {town}", "Technopole de {town}", "Province de {town}", "Municipalité de {town}",
    "Gouvernorat de {town}", "Union des communes du pays de {town}", "Conseil de cercle de {town}", "MAIRIE DE {caps}",
)  # fmt: skip
FUNDERS = (
    "Ministère de l'Europe et des Affaires étrangères", "Collectivités et partenaires étrangers",
    "Agence de l’eau Loire-Bretagne", "Autres (dons, mécénat)", "Valorisation : temps de travail des agents",
)  # fmt: skip
FORMS = (
    "Projet de coopération décentralisée", "Jumelage", "Accord-cadre", "Action d'aide humanitaire d'urgence",
    "Programme d’échanges (jeunesse, culture…)",
)  # fmt: skip
MISSIONS = (
    "Appui au service des eaux", "Animation d'un réseau de lecture publique", "Service civique international",
    "Suivi-évaluation du programme", "Accompagnement des filières « karité »",
)  # fmt: skip
STATUSES = {"En cours": "ongoing", "Terminé": "completed", "En sommeil": "dormant", "Suspendu": "other"}
CLASS_WORDS = (
    "bleu", "tulipe", "rang", "case", "titre", "label", "valeur", "bloc", "fin", "large", "colonne", "champ", "info",
    "texte", "ligne", "haut", "petit", "liste", "item", "nav", "page", "note", "cadre", "vert", "onglet", "contenu",
)  # fmt: skip
