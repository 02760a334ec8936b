"""Ten years of an atlas as archives captured it, by chance: three generations of its page, and the truth of it all.

Projects change, go and come back; pages are captured by either host, again unchanged, as the site's error page with
status 200, as a redirect, as a failure of the server, or as the page that says that there is no such project.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from archived import BASE, ERROR, Captured
from test_history_of_captures import Life
from truth import title_of

from atlas_scraper.local_atlas.facts import Facts, facts_of
from atlas_scraper.local_atlas.pages import project_page, unknown_project

START, DAYS = datetime(2014, 1, 1, 5, tzinfo=UTC), 3650
_BASES = (BASE, BASE.replace("//", "//www."), BASE.replace("https:", "http:"))
_SAYS_NOTHING = ("an error page", "a redirect", "a failure")


@dataclass(frozen=True)
class Seen:
    """A capture and what it tells of its project: a page's facts, `None` for missing; or nothing, when `is_told` is
    not set.
    """

    captured: Captured
    facts: Facts | None = None
    is_told: bool = True


@dataclass(frozen=True)
class Event:
    """A change as the history has it."""

    change: str
    field: str | None
    before: Any
    after: Any
    seen_between: tuple[str | None, str]


def facts_on(number: int, version: int, moment: datetime) -> Facts:
    """Give what the page of a project says in a version, in the generation of its day."""
    generation = sum(moment.year >= year for year in (2019, 2022))
    facts = facts_of(number)
    # Forms keep the apostrophe that other markup makes a curly one.
    texts: dict[str, Any] = {
        name: tuple(text.replace("'", "’") for text in getattr(facts, name)) for name in ("theme", "context", "history")
    }
    return replace(facts, title=title_of(number, version), generation=generation, other_themes=(), **texts)


def values_of(facts: Facts) -> dict[str, Any]:
    """Give the fields of a record that differ between versions of a page, or between its generations."""
    is_new, goals = facts.generation == 2, [(*goal.split(" - "), level) for goal, level in facts.goals]
    return {
        "title": facts.title,
        "sdgs": [{"goal": int(goal), "label": label, "level": int(level)} for goal, label, level in goals if is_new],
        "context": [] if is_new else [*facts.context],
        "history": [] if is_new else [*facts.history],
        "context_and_history": [*facts.context, *facts.history] if is_new else [],
    }


def life(draw: random.Random) -> Life:
    """Make up a life: a project begins, changes now and then, and is away for years in between, some for good."""
    turns, version, day = {draw.choice((0, 0, 300)): 1}, 1, 300
    while (day := day + draw.randint(150, 900)) < DAYS:
        is_away = turns[max(turns)] == 0
        version += not is_away and draw.random() < 0.6
        turns[day] = version if is_away or draw.random() < 0.5 else 0
    return Life(turns)


def decade(seed: int, numbers: range, days: int, share: float) -> list[Seen]:
    """Make up ten years of captures.

    Args:
        seed: of what happens.
        numbers: of the projects.
        days: on how many days there are captures.
        share: of the projects that are captured on each.
    """
    draw = random.Random(seed)  # noqa: S311 - no secret
    lives = {number: life(draw) for number in numbers}
    found = []
    for day in sorted(draw.sample(range(1, DAYS), days)):
        for number in numbers:
            if draw.random() < share:
                moment = START + timedelta(days=day, minutes=number)
                found.append(_seen(number, moment, lives[number].on(day), draw))
    return found


def _seen(number: int, moment: datetime, version: int, draw: random.Random) -> Seen:
    base, chance, other = draw.choice(_BASES), draw.random(), draw.random()
    if chance < 0.06:
        return Seen(Captured(number, moment, ERROR.encode(), base=base), is_told=False)
    if chance < 0.1:
        return Seen(Captured(number, moment, to=number + 1, base=base), is_told=False)
    if chance < 0.13:
        return Seen(Captured(number, moment, status=503, base=base), is_told=False)
    if version:
        facts = facts_on(number, version, moment)
        return Seen(Captured(number, moment, project_page(facts).encode(), base=base), facts)
    if other < 0.5:
        return Seen(Captured(number, moment, unknown_project(number).encode(), base=base))
    return Seen(Captured(number, moment, status=404, base=base))


@dataclass
class Told:
    """What captures tell of a project: what it is, and since and until when; `None` where it is not known or gone."""

    values: dict[str, Any] | None = None
    first: str = ""
    last: str = ""
    is_gone: bool = False
    missed: tuple[str, ...] = ()

    def take(self, facts: Facts | None, at: str) -> Iterator[Event]:
        """Take in a capture that tells something, and yield what has happened by then."""
        if facts is None:
            if self.values is not None:
                self.missed += (at,)
                if len(self.missed) == 3:
                    self.is_gone = True
                    yield Event("gone", None, None, None, (self.last, self.missed[0]))
            return
        now = values_of(facts)
        if self.values is None:
            self.first = at
            yield Event("added", None, None, None, (None, at))
        elif self.is_gone:
            yield Event("back", None, None, None, (self.missed[-1], at))
        for field, before in (self.values or {}).items():
            if before != now[field]:
                yield Event("changed", field, before, now[field], (self.last, at))
        self.values, self.last, self.is_gone, self.missed = now, at, False, ()


def truth_of(seen: list[Seen]) -> tuple[list[Event], Told]:
    """Say what the captures of one project tell of it."""
    told, events = Told(), list[Event]()
    for one in seen:
        if one.is_told:
            events += told.take(one.facts, one.captured.moment.isoformat())
    return events, told
