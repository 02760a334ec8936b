"""What the pages of the local atlas say: partnerships made up from their number and the night, always the same.

Towns, people and texts are invented; themes, labels and countries are those of the site. So that registers have
something to find, one project in four names an authority and a town that exist: what is said of them is invented too.
"""

import random
from dataclasses import dataclass

SUBJECTS = ("l'eau potable", "la lecture publique", "le maraîchage", "les archives communales", "le tri des déchets")
TOWNS = (
    "Lurzac",
    "Pontevaire",
    "Saint-Aubrin",
    "Montcléry",
    "Vauxelles-sur-Orge",
    "Brécourt",
    "Kerlann",
    "Hautepierre",
)
ABROAD = ("Ambohitsara", "Tazrout", "Codrița", "Nguéré", "Santa Rosalba", "Qaryat Zitoun", "Bắc Hà", "Donda")
COUNTRIES = ("Madagascar", "Maroc", "Moldavie", "Sénégal", "Nicaragua", "Tunisie", "Vietnam", "Côte d'Ivoire")
REAL = (
    ("Conseil régional de Picardie", "Commune de Dosso", "Niger"),
    ("Région Bretagne", "Ville de Thiès", "Sénégal"),
    ("Conseil général de l'Isère", "Municipalité de Sfax", "Tunisie"),
    ("Collectivité européenne d'Alsace", "Ville de Da Nang", "Vietnam"),
)
NAMES = ("Aline", "Bastien", "Chloé", "Driss", "Élodie", "Fanta"), ("VERGNOLLE", "LE GOFFANEC", "Ouedra", "Marchéal")
THEMES = (
    ("Environnement, Climat et Energie", "Eau et déchets", "Eau et assainissement"),
    ("Culture et Patrimoine", "Patrimoine", ""),
    ("Education, Social et Recherche", "Jeunesse & genre", "Jeunesse, mobilité et protection de l'enfance"),
    ("Economie durable", "Agriculture et développement rural", "Agriculture et agroalimentaire"),
    ("Culture et Patrimoine", "Francophonie", ""),
    ("Education, Social et Recherche", "Sport", ""),
)
GOALS = (
    (4, "Education de qualité"),
    (6, "Eau propre et assainissement"),
    (13, "Lutte contre le changement climatique"),
)
SENTENCES = (
    "Les deux communes se sont rencontrées lors d'un échange scolaire.",
    "Un premier voyage d'étude a réuni élus, techniciens et habitants.",
    "Le comité se réunit deux fois par an, en visioconférence et sur place.",
    "Les travaux ont été confiés à des entreprises locales, sous le contrôle des services techniques.",
    "Une convention précise la part de chacun et les moyens mis en œuvre.",
    "Le bilan, partagé chaque année, est présenté en conseil municipal.",
    "Des classes correspondent toute l'année autour du projet.",
    "L'entretien des équipements revient à un comité d'usagers formé à cette fin.",
)
GONE, BORN = 7, 11
"""Remainders by 97 of the numbers that vanish after the first night, and of those that appear then."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page of one project says."""

    project_id: int
    generation: int
    title: str
    post: str
    contacts: tuple[tuple[str, str, str], ...]
    convention_year: int
    start_year: int
    status: str
    end_date: str
    theme: tuple[str, str, str]
    other_themes: tuple[tuple[str, str, str, str], ...]
    goals: tuple[tuple[str, str], ...]
    context: tuple[str, ...]
    history: tuple[str, ...]
    objective: tuple[str, ...]
    description: tuple[str, ...]
    partners: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str, str, str, str], ...]
    authorities: tuple[str, ...]
    funding: tuple[tuple[str, int, str, int], ...]
    volunteers: tuple[tuple[str, str, str, str, str], ...]


def exists(project_id: int, night: int = 1) -> bool:
    """Tell whether there is a project of a number on a night; numbers are sparse, with gaps of dozens."""
    rest = project_id % 97
    if rest in {GONE, BORN}:
        return (rest == GONE) == (night < 2)
    return project_id > 0 and project_id % 7 != 3 and not 40 <= project_id % 400 <= 70


def facts_of(project_id: int, night: int = 1) -> Facts:
    """Make up the facts of a project; one in ten changes from night to night."""
    draw = random.Random(project_id)  # noqa: S311 - made-up facts, no secret
    town, place = draw.randrange(len(TOWNS)), draw.randrange(len(ABROAD))
    subject, start = draw.choice(SUBJECTS), draw.randint(1995, 2022)
    abroad, country = f"Commune de {ABROAD[place]}", COUNTRIES[place]
    others = draw.sample(THEMES, draw.choice((0, 0, 2, 3, 6)))
    people = [_person(draw) for _ in range(3)]
    amount = 1000 * draw.randint(2, 90) + (500 * night if project_id % 10 == 0 else 0)
    real = REAL[project_id // 4 % len(REAL)] if project_id % 4 == 1 else None
    status, end = draw.choice((("En cours", ""), ("En cours", f"31/12/{start + 3}"), ("Terminé", f"30/06/{start + 4}")))
    return Facts(
        project_id=project_id,
        generation=project_id % 3,
        title=f"{TOWNS[town]} et {ABROAD[place]} : {subject} ({project_id})",
        post=f"Ambassade de France - {country}",
        contacts=contacts_of(*people[:2]),
        convention_year=start - 1,
        start_year=start,
        status=status,
        end_date=end,
        theme=draw.choice(THEMES),
        other_themes=tuple((*theme, str(rank)) for rank, theme in enumerate(others, start=1)),
        goals=tuple((f"{number} - {label}", str(draw.randint(1, 2))) for number, label in draw.sample(GOALS, 2)),
        context=tuple(draw.sample(SENTENCES, 3)),
        history=tuple(draw.sample(SENTENCES, 2)),
        objective=tuple(draw.sample(SENTENCES, 4)),
        description=tuple(draw.sample(SENTENCES, 3)),
        partners=((abroad, country), *([real[1:]] if real else [])),
        people=((abroad, *people[2][::-1], "Maire", address_of(people[2], "@")),),
        authorities=(
            f"Commune de {TOWNS[town]}",
            f"Communauté de communes de {TOWNS[town - 1]}",
            *([real[0]] if real else []),
        ),
        funding=(
            (f"Commune de {TOWNS[town]}", amount, "", start),
            (f"Communauté de communes de {TOWNS[town - 1]}", 1500, "350", start + 1),
            *([(real[0], 10 * amount, "", start + 1)] if real else []),
        ),
        volunteers=((*_person(draw)[::-1], "Appui au comité", "Eau", abroad),) if project_id % 5 == 0 else (),
    )


def _person(draw: random.Random) -> tuple[str, str]:
    return draw.choice(NAMES[0]), draw.choice(NAMES[1])


def contacts_of(first: tuple[str, str], second: tuple[str, str]) -> tuple[tuple[str, str, str], ...]:
    """Make the two contacts of a post: role, name, and the address as the site disguises it."""
    roles = ("Correspondant coopération décentralisée", "Conseiller de coopération et d'action culturelle")
    people = zip(roles, (first, second), strict=True)
    return tuple((role, " ".join(person), address_of(person, "[at]")) for role, person in people)


def address_of(person: tuple[str, str], at: str) -> str:
    """Make an invented address of a first name and a surname."""
    plain = person[1].lower().replace(" ", "-")
    return f"{person[0][0]}.{plain}{at}example.org".lower().replace("é", "e").replace("ç", "c")
