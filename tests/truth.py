"""An atlas that changes from day to day and knows the truth: what it is, and what it answered.

Projects change, vanish, come back and fail at random, by a seed; on some days the whole site is ill.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from atlas_scraper.local_atlas.facts import facts_of
from atlas_scraper.local_atlas.pages import error_page, project_page, unknown_project
from atlas_scraper.local_atlas.server import LocalAtlas

_ERROR = "Une erreur technique est survenue. Veuillez renouveler votre demande."


@dataclass(frozen=True, slots=True)
class Told:
    """One answer: on which night, about which project, and what: a version, 0 for missing, -1 for a failure."""

    night: int
    number: int
    version: int


class TrueAtlas(LocalAtlas):
    """The atlas.

    Args:
        projects: how many there are on the first day, among numbers half as many again.
        days: how many days are made up.
        outage: days on which every number is answered with an error page.
        seed: of what happens.
    """

    def __init__(self, projects: int, days: int, outage: frozenset[int], seed: int) -> None:
        draw = random.Random(seed)  # noqa: S311 - no secret
        self.last = projects * 3 // 2
        super().__init__(range(1, self.last + 1))
        self.outage, self.day, self.told = outage, 0, list[Told]()
        self.versions = [dict.fromkeys(sorted(draw.sample(range(1, self.last + 1), projects)), 1)]
        self.failing: list[frozenset[int]] = [frozenset()]
        away: dict[int, tuple[int, int]] = {}
        for day in range(1, days):
            today = dict(self.versions[-1])
            for number in [number for number in today if draw.random() < 0.01]:
                today[number] += 1
            for number in [number for number in today if draw.random() < 0.008]:
                away[number] = (day + draw.choice((1, 2, 4, 5, 12, 99)), today.pop(number))
            for number in [number for number, (until, _) in away.items() if until == day]:
                today[number] = away.pop(number)[1]
            free = sorted(set(range(1, self.last + 1)) - set(today) - set(away))
            for number in draw.sample(free, min(len(free), max(1, projects // 300))):
                today[number] = 1
            self.versions.append(today)
            self.failing.append(frozenset(number for number in today if draw.random() < 0.01))

    def __enter__(self) -> "TrueAtlas":
        super().__enter__()
        return self

    def _project(self, number: int, session: str) -> str:
        assert session
        if self.day in self.outage:
            return error_page(_ERROR)
        if number in self.failing[self.day]:
            self.told.append(Told(self.day, number, -1))
            return error_page(_ERROR)
        version = self.versions[self.day].get(number, 0)
        self.told.append(Told(self.day, number, version))
        if not version:
            return unknown_project(number)
        facts = facts_of(number)
        return project_page(replace(facts, title=title_of(number, version), other_themes=()))


def title_of(number: int, version: int) -> str:
    """Give the title of a project in one of its versions."""
    return f"{facts_of(number).title}, {version}e version".replace("'", "’")


@dataclass
class Believed:
    """What a right crawler believes of one project."""

    version: int = 0
    state: str = "never read"
    missing: frozenset[str] = frozenset()
    events: tuple[tuple[str, str], ...] = ()

    def told(self, version: int, day: str) -> "Believed":
        """Take in the answer of a night that was healthy."""
        if version < 0:
            return replace(self, state=self.state if self.state in {"gone", "never read"} else "stale")
        if version == 0:
            if self.state in {"gone", "never read"}:
                return self
            missing = self.missing | {day}
            if len(missing) < 3:
                return replace(self, missing=missing, state="missing")
            return replace(self, missing=missing, state="gone", events=(*self.events, (day, "gone")))
        new: list[tuple[str, str]] = []
        if self.state == "never read":
            new = [(day, "added")]
        elif self.state == "gone":
            new = [(day, "back")]
        if self.version not in {0, version}:
            new.append((day, "changed"))
        return Believed(version, "current", frozenset(), (*self.events, *new))


def beliefs_of(told: list[Told], days: dict[int, str]) -> dict[int, Believed]:
    """Say what a right crawler believes after the nights that were healthy.

    Args:
        told: every answer that was given.
        days: the date of each healthy night, in their order.
    """
    last = {(each.night, each.number): each.version for each in told}  # of a night, the last answer counts
    found: dict[int, Believed] = {}
    for night, day in days.items():
        for number, version in _of_night(last, night):
            found[number] = found.get(number, Believed()).told(version, day)
    return {number: each for number, each in sorted(found.items()) if each.state != "never read"}


def _of_night(last: dict[tuple[int, int], int], night: int) -> Iterator[tuple[int, int]]:
    return ((number, version) for (each, number), version in last.items() if each == night)


def said(record: dict[str, Any]) -> tuple[int, str]:
    """Give what is compared of a record."""
    return record["project_id"], record["title"]
