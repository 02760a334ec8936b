"""Facts drawn at random from a seeded `random.Random`: the same seed gives the same facts."""

import random
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from . import prose
from . import vocabulary as words
from .facts import (
    GENERATIONS,
    Authority,
    Facts,
    Generation,
    Goal,
    Grant,
    Levels,
    OtherTheme,
    Partner,
    Person,
    Post,
    PostContact,
    Volunteer,
)  # fmt: skip

T = TypeVar("T")


def _maybe(rng: random.Random, chance: float, value: T) -> T | None:
    return value if rng.random() < chance else None


def _levels(rng: random.Random, *, unlisted: bool) -> Levels:
    theme = rng.choice(list(words.THEMES))
    subtheme = rng.choice(list(words.THEMES[theme]))
    if unlisted and rng.random() < 0.05:
        return Levels(theme, rng.choice(words.UNLISTED_THEMES), None)
    third = words.THEMES[theme][subtheme]
    return Levels(theme, subtheme, rng.choice(third) if third and rng.random() < 0.5 else None)


def _body(rng: random.Random, patterns: Sequence[str]) -> str:
    town = rng.choice(words.TOWNS)
    return rng.choice(patterns).format(town=town, caps=town.upper())


def _address(rng: random.Random, at: str) -> str:
    user = rng.choice(
        ("a.vergnolle", "mairie-2", "cooperation_dec", "jean-baptiste.le-goffanec", "contact", "S.OEillet")
    )
    host = rng.choice(("example.org", "example.org", "diplo.example.org", "sous-domaine.example.org", "example..org"))
    return f"{user}{at}{host}"


def _post(rng: random.Random) -> Post:
    contacts: list[PostContact] = []
    for role, absent in zip(words.ROLES, words.NO_ROLES, strict=True):
        name = f"{rng.choice(words.FIRST_NAMES)} {rng.choice(words.LAST_NAMES)}"
        address = _address(rng, "[at]")
        kind = rng.choice(("full", "full", "full", "empty", "no name", "no address", "absent", "lone"))
        if kind == "absent":
            contacts.append(PostContact(absent=absent))
        elif kind == "lone" and contacts:
            contacts.append(PostContact())
        else:
            shown = (kind not in {"empty", "no name"}, kind not in {"empty", "no address"})
            contacts.append(PostContact(role, name if shown[0] else None, address if shown[1] else None))
    return Post(rng.choice(words.POSTS), tuple(contacts))


def _link(rng: random.Random, page: str) -> str | None:
    return _maybe(rng, 0.7, f"/cncdext/dyn/public/atlas/{page}.html?criteres.id={rng.randint(1, 9999)}&vue=fiche")


def _partner(rng: random.Random, *, unlisted: bool) -> Partner:
    country: str | None = rng.choice(list(words.COUNTRIES))
    if unlisted and rng.random() < 0.08:
        country = rng.choice((None, *words.UNLISTED_COUNTRIES))
    return Partner(
        _body(rng, words.FOREIGN_BODIES), country, words.COUNTRIES.get(country or ""), _link(rng, "detailPartenaire")
    )


def _person(rng: random.Random, partners: Sequence[Partner]) -> Person:
    known = [partner.name for partner in partners if partner.name]
    organisation = rng.choice(known) if known and rng.random() < 0.9 else _body(rng, words.FOREIGN_BODIES)
    return Person(
        _maybe(rng, 0.95, organisation),
        _maybe(rng, 0.9, rng.choice(words.LAST_NAMES)),
        _maybe(rng, 0.8, rng.choice(words.FIRST_NAMES)),
        _maybe(rng, 0.7, rng.choice(words.POSITIONS)),
        _maybe(rng, 0.8, _address(rng, rng.choice("@@@[")).replace("[", "[at]")),
    )


def _amount(rng: random.Random) -> Decimal:
    whole = rng.choice((0, rng.randint(1, 999), rng.randint(1000, 99_999), rng.randint(1, 400) * 500, 1_250_000))
    return Decimal(whole) + (Decimal(rng.randint(1, 99)) / 100 if rng.random() < 0.2 else 0)


def _grants(rng: random.Random, authorities: Sequence[Authority], count: int) -> tuple[Grant, ...]:
    grants: list[Grant] = []
    while len(grants) < count:
        funder = rng.choice([*words.FUNDERS, *(authority.name for authority in authorities)])
        first = rng.randint(2005, 2023)
        for year in range(first, first + rng.choice((1, 2, 3))):
            first_third, second, third = (_maybe(rng, rng.choice((0.1, 0.3)), _amount(rng)) for _ in range(3))
            grants.append(
                Grant(
                    _maybe(rng, 0.97, funder),
                    _maybe(rng, 0.93, _amount(rng)),
                    (first_third, second, third),
                    _maybe(rng, 0.95, year),
                )
            )
    return tuple(grants)


def _volunteer(rng: random.Random) -> Volunteer:
    return Volunteer(
        rng.choice(words.LAST_NAMES),
        _maybe(rng, 0.8, rng.choice(words.FIRST_NAMES)),
        _maybe(rng, 0.8, rng.choice(words.MISSIONS)),
        _maybe(rng, 0.6, rng.choice(("Eau", "Culture", "Santé & social", "Développement rural"))),
        _maybe(rng, 0.7, _body(rng, words.FOREIGN_BODIES)),
    )


def random_facts(
    rng: random.Random, *, generation: Generation | None = None, unlisted_values: bool = True, size: float = 1.0
) -> Facts:
    """Draw the facts of one page.

    Args:
        rng: where chance comes from.
        generation: of the record page; drawn when null.
        unlisted_values: themes and countries outside the known vocabulary may occur.
        size: 1 for pages as they come, nearer 0 for emptier ones.
    """
    ages: tuple[Generation, ...] = (generation,) if generation else ("old", *GENERATIONS)
    age = rng.choice(ages)

    def rows(most: int) -> int:
        return rng.randint(1, most) if rng.random() < 0.75 * size else 0

    def text() -> tuple[str, ...]:
        return prose.paragraphs(rng, rng.choice((1, 1, 2, 3, 5))) if rng.random() < 0.85 * size else ()

    has_convention_label = rng.random() > 0.06
    partners = tuple(_partner(rng, unlisted=unlisted_values) for _ in range(rows(3)))
    authorities = tuple(
        Authority(_body(rng, words.FRENCH_BODIES), _link(rng, "detailCollectivite")) for _ in range(rows(3))
    )
    goals = sorted(rng.sample(range(1, 18), rows(8) if age == "new" else 0))
    ranked = sorted(((rng.choice((2, 1)), number) for number in goals), key=lambda pair: (-pair[0], pair[1]))
    both = age == "new"
    return Facts(
        generation=age,
        title=prose.title(rng),
        convention_year=_maybe(rng, 0.9 * size * has_convention_label, rng.randint(1965, 2023)),
        has_convention_label=has_convention_label,
        start_year=_maybe(rng, 0.9 * size, rng.randint(1975, 2024)),
        status_label=_maybe(rng, 0.95 * size, rng.choice(("En cours", *words.STATUSES))),
        end_date=_maybe(rng, 0.6 * size, f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/{rng.randint(2008, 2027)}"),
        theme=_levels(rng, unlisted=unlisted_values) if rng.random() < 0.9 * size else Levels(),
        other_themes=tuple(
            OtherTheme(_levels(rng, unlisted=unlisted_values), _maybe(rng, 0.97, rank + 1)) for rank in range(rows(5))
        ),
        sdgs=tuple(Goal(number, words.GOALS[number - 1], _maybe(rng, 0.97, level)) for level, number in ranked),
        post=_maybe(rng, 0.9, _post(rng)),
        context=() if both else text(),
        history=() if both else text(),
        context_and_history=text() if both else (),
        objective=text(),
        description=text(),
        form=_maybe(rng, 0.9 * size, rng.choice(words.FORMS)),
        foreign_partners=partners,
        foreign_contacts=tuple(_person(rng, partners) for _ in range(rows(4))),
        french_authorities=authorities,
        triennial=rng.choice((False, False, False, True, None)),
        funding=_grants(rng, authorities, rows(6)),
        volunteers=tuple(_volunteer(rng) for _ in range(rows(3))),
    )
