"""French prose of our own, as authorities type it: sentences, bullets, typed headings, addresses, quotes."""

import random

from .vocabulary import TOWNS

_SENTENCES = (
    "{a} et {b} coopèrent depuis {year} dans le domaine {topic}.",
    "Le partenariat est né en {year} d’une rencontre entre les élus de {a} et ceux de {b}.",
    "Le partenariat est triennal depuis sa refonte de {year} : {a} en assure le secrétariat.",
    "Dans un contexte de tension sur les ressources, {b} souhaite renforcer ses services {topic}.",
    "Historiquement, les échanges portaient sur la jeunesse ; ils s'ouvrent aujourd'hui aux questions {topic}.",
    "L'objectif du partenariat est d’accompagner {b} : formation, équipement, suivi ({n} agents concernés).",
    "« Agir ensemble, c'est durer », rappelait la maire de {a} lors de la clôture des assises de {year}.",
    "Près de {n} 000 habitants, soit 35 % de la population de {b}, bénéficieront des travaux {topic}.",
    "Une convention-cadre a été signée le 12/03/{year} à {a}, puis renouvelée deux fois.",
    "Les acteurs associés (lycées, hôpital, associations) se réunissent une fois l’an, à {a} ou à {b}.",
    "Titre provisoire du volet {n} : « Cœur de ville, main dans la main » !",
    "Le financement du partenariat repose sur trois sources : l'État, {a} et le 1 % eau ; il reste fragile.",
    "Contexte local difficile : {b} a connu {n} inondations depuis {year}, d'où l'urgence {topic}.",
    "Un comité mixte, où siègent {n} élus, oriente le programme & en arbitre le budget (25 000 € par an).",
    "Où en est-on ? L’étude de faisabilité, menée par un bureau d’études, s’achèvera à l’été {year}.",
    "Date de fin du partenariat envisagée : été {year}, sous réserve d'un accord de {b}.",
    "La première phase ({year}-2019) a permis la création d’un service technique de {n} personnes à {b}.",
    "Les œuvres réalisées par les élèves ont été exposées au chef-lieu ; certaines l’ont été à {a}.",
)
_TOPICS = (
    "de l'eau et de l'assainissement", "des déchets", "de la lecture publique", "de l’état civil", "du tourisme rural",
    "des pôles de compétitivité", "de la santé maternelle", "de l'enfance et de la jeunesse", "du maraîchage",
)  # fmt: skip
_ITEMS = (
    "former {n} agents {topic}",
    "réhabiliter {n} points d'eau à {b}",
    "accueillir une délégation à {a} en {year}",
    "Élaborer un plan {topic} ;",
    "Renforcer l’ingénierie de {b}",
    "échanges de jeunes (18-25 ans), {n} par an",
)
_BULLETS = ("- ", "• ", "\uf0b7 ", "– ", "* ", "-", "1) ", "a. ")
_HEADINGS = (
    "Objectifs locaux :", "Objectifs en France :", "Objectifs", "Résultats attendus :", "ACTIVITES PREVUES", "Axe {n}",
    "Public visé :", "Partenaires :", "{year} :", "Volet {n} – {topic}", "I. Présentation de {b}", "Contexte général :",
)  # fmt: skip
_ODD_LINES = (
    "https://www.example.org/cooperation/{b_slug}?an={year}&lang=fr",
    "Pour en savoir plus : http://www.example.org/dossier-{n} (rubrique « jumelages »)",
    "Courriel : partenariat.{n}@example.org",
    "{year}",
    "31/12/{year}",
    "Le partenariat est exemplaire",
    "(suite)",
    "Budget {year} : {n} 500 €",
    "Fin {year}.",
)


def _filled(rng: random.Random, template: str) -> str:
    first, second = rng.sample(TOWNS, 2)
    return template.format(
        a=first,
        b=second,
        b_slug=second.encode("ascii", "ignore").decode().lower().replace(" ", "-").replace("'", ""),
        year=rng.randint(1985, 2024),
        n=rng.randint(2, 98),
        topic=rng.choice(_TOPICS),
    )


def sentences(rng: random.Random, count: int) -> str:
    """Write one paragraph of so many sentences."""
    return " ".join(_filled(rng, template) for template in rng.sample(_SENTENCES, min(count, len(_SENTENCES))))


def _stretch(rng: random.Random) -> list[str]:
    """Write what people type at one go: a paragraph, a list under a heading, an odd line."""
    kind = rng.choice(("text", "text", "text", "list", "list", "heading", "odd"))
    if kind == "text":
        return [sentences(rng, rng.choice((1, 1, 2, 3, 6)))]
    if kind == "heading":
        return [_filled(rng, rng.choice(_HEADINGS))]
    if kind == "odd":
        return [_filled(rng, rng.choice(_ODD_LINES))]
    bullet = rng.choice(_BULLETS)
    head = [_filled(rng, rng.choice(_HEADINGS))] if rng.random() < 0.6 else []
    return head + [bullet + _filled(rng, rng.choice(_ITEMS)) for _ in range(rng.randint(2, 4))]


def paragraphs(rng: random.Random, stretches: int) -> tuple[str, ...]:
    """Write a narrative: paragraphs that all differ, none of them empty."""
    lines = [line for _ in range(stretches) for line in _stretch(rng)]
    return tuple(dict.fromkeys(" ".join(line.split()) for line in lines))


def title(rng: random.Random) -> str:
    """Write a title: short, long and cut by the site mid-word, in capitals, or of two lines."""
    kind = rng.choice(("item", "item", "sentence", "long", "capitals", "broken", "quoted"))
    if kind == "long":
        return sentences(rng, 5)[: rng.randint(246, 250)].strip()
    text = _filled(rng, rng.choice(_ITEMS)).rstrip(" ;")
    if kind == "sentence":
        return sentences(rng, 1)
    if kind == "capitals":
        return text.upper()
    if kind == "broken":
        return f"{text.capitalize()}\n(phase {rng.randint(2, 4)})"
    if kind == "quoted":
        return f'Programme "{text}" - « Cœur d\'œuvre »'
    return text[0].upper() + text[1:]
