"""An atlas to show: authorities and towns that exist, with partnerships, people and texts that are made up.

What a project says follows from its number and the night: some begin, change or vanish as nights go by, some are never
there, a few pages are refused or hold what nobody has listed.
"""

import random
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from atlas_scraper.local_atlas.facts import Facts, address_of, contacts_of
from atlas_scraper.local_atlas.pages import empty_labels, error_page, login, project_page

NIGHTS = 30
"""Nights within which all that happens happens."""
_LAST_YEAR = 2026
_MISSING, _BORN_LATER, _CHANGING = 0.12, 0.12, 0.7
"""Shares of the numbers."""
_VANISHING_EACH = 25
"""Of so many numbers, one vanishes; those that are asked for in one night are never many."""
_GOALS = {
    2: "Faim zéro",
    3: "Bonne santé et bien-être",
    4: "Education de qualité",
    5: "Egalité entre les sexes",
    6: "Eau propre et assainissement",
    8: "Travail décent et croissance économique",
    10: "Inégalités réduites",
    11: "Villes et communautés durables",
    12: "Consommation et production responsables",
    13: "Lutte contre le changement climatique",
    16: "Paix, justice et institutions efficaces",
    17: "Partenariats pour la réalisation des objectifs",
}
_ODD_EACH = 80
"""Of so many numbers, one has a page of each odd kind."""
_NO_COUNTRY = 11


def page_of(number: int, night: int, table_page: int = 1) -> str | None:
    """Write the page of a project on a night; `None` where there is none.

    Args:
        number: of the project.
        night: from 1.
        table_page: which page of its table of themes.
    """
    facts = facts_on(number, night)
    if facts is None:
        return None
    if refused := _REFUSED.get(number % _ODD_EACH):
        return refused()
    text = project_page(facts, table_page)
    return _ODD[number % _ODD_EACH](text, facts) if number % _ODD_EACH in _ODD else text


@lru_cache(maxsize=2000)
def facts_on(number: int, night: int) -> Facts | None:
    """Make up what a project says on a night; `None` where there is none."""
    draw = random.Random(number)  # noqa: S311 - made-up facts, no secret
    fate = draw.random()
    if fate < _MISSING:
        return None
    born = draw.randint(2, NIGHTS - 4) if fate < _MISSING + _BORN_LATER else 1
    gone = draw.randint(3, NIGHTS // 2) if number % _VANISHING_EACH == 0 else NIGHTS * 99
    if not born <= night < gone:
        return None
    facts = _begun(number, draw)
    changes = draw.sample(_CHANGES, draw.choice((1, 1, 2))) if draw.random() < _CHANGING else []
    for change in changes:
        if draw.randint(2, NIGHTS) <= night:
            facts = change(facts)
    if number % _ODD_EACH == _NO_COUNTRY:
        return replace(facts, partners=tuple((name, "Pays partenaire") for name, _ in facts.partners))
    return facts


def _begun(number: int, draw: random.Random) -> Facts:
    twins = _twins()
    commune, group, departement, region, agency = draw.choice(twins["here"])
    country, post, *towns = draw.choice(twins["there"])
    story, start = draw.choice(twins["stories"]), draw.randint(1996, _LAST_YEAR - 2)
    town, partners = towns[0], towns[: draw.choice((1, 1, 2, 3))]
    others = draw.sample([each for each in twins["stories"] if each is not story], draw.choice((0, 0, 1, 2, 5)))
    helpers = draw.sample((group, departement, region, agency), draw.randint(1, 3))
    people = [(draw.choice(twins["first_names"]), draw.choice(twins["last_names"])) for _ in range(4)]
    is_over = start < _LAST_YEAR - 6 and draw.random() < 0.5
    years = range(start, min(start + draw.randint(1, 4), _LAST_YEAR))
    return Facts(
        project_id=number,
        generation=number % 3,
        title=f"{_name(commune)} et {_name(town)} : {story['subject']}",
        post=f"Ambassade de France {post}",
        contacts=contacts_of(*people[:2]),
        convention_year=start - draw.randint(0, 2),
        start_year=start,
        status="Terminé" if is_over else "En cours",
        end_date=f"31/12/{start + 5}" if is_over or draw.random() < 0.5 else "",
        theme=tuple(story["theme"]),
        other_themes=tuple((*each["theme"], str(rank)) for rank, each in enumerate(others, start=1)),
        goals=tuple((f"{each} - {_GOALS[each]}", str(draw.randint(1, 2))) for each in story["goals"]),
        context=tuple(draw.sample(twins["sentences"]["context"], 2)),
        history=tuple(draw.sample(twins["sentences"]["history"], 2)),
        objective=tuple(story["objective"][:2]),
        description=tuple(story["description"]),
        partners=tuple((each, country) for each in partners),
        people=tuple((each, *person[::-1], draw.choice(twins["positions"]), address_of(person, "@"))
                     for each, person in zip(partners, people[2:], strict=False)),
        authorities=(commune, *(each for each in helpers if each != agency)),
        funding=tuple((funder, 500 * draw.randint(4, 160), "1500" if funder == agency else "", year)
                      for year in years for funder in (commune, *helpers)),
        volunteers=((*people[3][::-1], "Appui au comité", story["field"], town),) if number % 5 == 0 else (),
    )  # fmt: skip


def _completed(facts: Facts) -> Facts:
    return replace(facts, status="Terminé", end_date=f"31/12/{_LAST_YEAR - 1}")


def _funded(facts: Facts) -> Facts:
    funder = facts.funding[0][0]
    return replace(facts, funding=(*facts.funding, (funder, 12_500, "", _LAST_YEAR)))


def _corrected(facts: Facts) -> Facts:
    (funder, amount, one, year), *rest = facts.funding
    return replace(facts, funding=((funder, amount + 1500, one, year), *rest))


def _explained(facts: Facts) -> Facts:
    return replace(facts, objective=(*facts.objective, "Rendre compte chaque année aux habitants des deux communes."))


def _renamed(facts: Facts) -> Facts:
    return replace(facts, title=f"{facts.title}, deuxième phase")


_CHANGES = (_completed, _funded, _corrected, _explained, _renamed)
_REFUSED: Mapping[int, Callable[[], str]] = {
    30: lambda: error_page("Une erreur technique est survenue. Veuillez renouveler votre demande."),
    44: empty_labels,
    77: login,
}
# What is odd about a page → what comes of it is an issue of its record.
_ODD: Mapping[int, Callable[[str, Facts], str]] = {
    6: lambda text, _: text.replace(
        "<h3>Objectif du", "<h3>Marqueur genre</h3>\n<div>Principal</div>\n<h3>Objectif du"
    ),
    19: lambda text, _: text.replace("@example.org", "@example..org").replace("[at]example.org", "[at]example..org"),
    24: lambda text, facts: text.replace(str(facts.start_year), "au printemps", 1),
    33: lambda text, facts: text.replace(f"{facts.funding[0][1]:,}".replace(",", "\u00a0"), "à préciser", 1),
}


def _name(body: str) -> str:
    """Take the kind off a body's name, and put back the article that French has melted into its preposition."""
    words = body.removeprefix("Commune urbaine ").removeprefix("Commune ").removeprefix("Ville ")
    words = words.removeprefix("Municipalité ")
    for printed, article in (("des ", "Les "), ("de ", ""), ("d'", "")):
        if words.startswith(printed):
            return article + words.removeprefix(printed)
    return words


@cache
def _twins() -> dict[str, Any]:
    return tomllib.loads(files("atlas_scraper.local_atlas").joinpath("twins.toml").read_text("utf-8"))
