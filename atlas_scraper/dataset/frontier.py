"""Which projects a run asks for, and in which order.

The site has no list, so projects are found by number. Known ones come first, those asked for longest ago before the
others, and those whose page failed last time spread among them. Then new ones: numbers never asked for up to the end
of the sweep; of the others that never were a project, within gaps and beyond, a share each night, so that all are
asked for again within a month; and those above the highest known until 50 in a row are missing. A project that is gone
is asked for again after a week, and then each month.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from math import ceil
from pathlib import Path

from atlas_scraper.dataset.store import Store
from atlas_scraper.errors import FetchError
from atlas_scraper.values.addresses import project_id_of

SWEEP = 20_000
SHARE = 0.04
MISSING_IN_A_ROW = 50
_BEYOND = 500
_LARGEST = 999_999_998
# A line of the table that `discover` writes, in CSV or JSON, or the first of its CSV.
_LINE_OF_DISCOVER = re.compile(r'(?:(\d{1,9}),\d{4}-\d\d-\d\dT|\{"project_id": (\d{1,9}), "moment"|project_id,moment,)')
_FIRST_PAUSE, _PAUSE = 7, 30
# So many known projects are asked for before the others; with fewer than the least, nothing follows from them.
KNOWN_FIRST, _LEAST = 5, 3


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is asked to do.

    Args:
        ids: the numbers to ask for; `None` for the whole atlas.
        max_age: days since a project was last seen, below which it is not asked for again.
        limit: how many projects to ask for at most.
        sweep_share: share of the numbers that never were a project to ask for, once all have been asked for.
        sweep_to: number up to which all are asked for.
    """

    ids: tuple[int, ...] | None = None
    max_age: float | None = None
    limit: int | None = None
    sweep_share: float = SHARE
    sweep_to: int = SWEEP

    @property
    def is_whole(self) -> bool:
        """Tell whether the run covers the whole atlas."""
        return self.ids is None and self.max_age is None and self.limit is None


def read_ids(text: str) -> tuple[int, ...]:
    """Read `1-20000`, `5,7`, or the path of a file: a number, a range or an address a line, or what `discover` wrote.

    Raises:
        FetchError: it is none of these, or holds no number.
    """
    try:
        is_file = os.path.isfile(text)  # noqa: PTH113 - Path.is_file raises where a list is too long for a name
        words = Path(text).read_text("utf-8-sig").splitlines() if is_file else text.split(",")
    except (OSError, UnicodeDecodeError) as error:
        raise FetchError("numbers of projects", f"{text}: {error}", "give a text file, a number a line") from error
    lines = (word.partition("#")[0].strip() for word in words)
    found = tuple(dict.fromkeys(number for line in lines if line for number in _numbers(line)))
    if not found:
        raise FetchError("numbers of projects", f"none in {text!r}", "give --ids 1-20000, --ids 5,7 or a file of them")
    return found


def _numbers(word: str) -> Iterator[int]:
    if found := _LINE_OF_DISCOVER.match(word):
        yield from (int(number) for number in found.groups() if number)
        return
    if (number := project_id_of(word)) is not None:
        yield number
        return
    parts = re.fullmatch(r"(\d{1,9})(?:\s*-\s*(\d{1,9}))?", word)
    first, last = (int(parts[1]), int(parts[2] or parts[1])) if parts else (0, 0)
    if not 1 <= first <= last <= _LARGEST:
        raise FetchError("numbers of projects", repr(word), "give 5, 1-20000 or an address with criteres.prjId=5")
    yield from range(first, last + 1)


def queue_of(store: Store, plan: Plan, now: datetime) -> tuple[list[int], int | None]:
    """List the numbers to ask for, and give the first of those above which new ones are looked for.

    Returns:
        The numbers in order; and the number from which to go on while projects are found, `None` not to.
    """
    known = store.known()
    seen = {number: last for number, last in known if last}
    ids = list(plan.ids) if plan.ids is not None else _spread(store, [number for number, _ in known])
    if plan.max_age is not None:
        oldest = (now - timedelta(days=plan.max_age)).isoformat()
        ids = [number for number in ids if seen.get(number, "") <= oldest]
    tail = None
    if plan.ids is None:
        ids += _gone_and_due(store, now.date())
        tail = max(store.highest(), plan.sweep_to if _never_asked(store, plan.sweep_to, 1) else 0) + 1
        ids += _swept(store, plan, tail)
    if plan.limit is not None:
        news = range(tail, tail + MISSING_IN_A_ROW) if tail is not None else ()
        ids, tail = [*ids, *news][: plan.limit], None
    return ids, tail


def known_first(store: Store, queue: list[int], today: date) -> tuple[int, ...]:
    """Choose the projects of a queue by which the site is judged: well when last asked for, and known for long.

    Others each day, so that no deletion of a few can look like an outage for ever; none where too few are known.
    """
    query = (
        "SELECT project_id FROM pages WHERE record IS NOT NULL AND NOT (gone OR stale OR missing_days)"
        " ORDER BY first_seen, project_id"
    )
    wanted = set(queue)
    well = [number for (number,) in store.rows(query) if number in wanted]
    if len(well) < _LEAST:
        return ()
    old = well[: max(KNOWN_FIRST, ceil(len(well) / 2))]
    width = max(1, len(old) // KNOWN_FIRST)
    # One out of each stretch, at another place in each: never every second project.
    places = (place * width + (today.toordinal() + place) % width for place in range(KNOWN_FIRST))
    return tuple(old[place] for place in places if place < len(old))


def _spread(store: Store, known: list[int]) -> list[int]:
    """Spread the pages that failed last time evenly among the others."""
    failed = {number for (number,) in store.rows("SELECT project_id FROM pages WHERE stale")}
    bad = [number for number in known if number in failed]
    spread = [number for number in known if number not in failed]
    for place, number in enumerate(bad, start=1):
        spread.insert(place * (len(known) + 1) // (len(bad) + 1), number)
    return spread


def _gone_and_due(store: Store, today: date) -> list[int]:
    """List the gone projects to ask for again; a date in the future is a clock's mistake, and due."""
    query = "SELECT project_id, coalesce(asked_at, ''), gone_asks FROM pages WHERE gone ORDER BY asked_at, project_id"
    due = []
    for number, asked, times in store.rows(query):
        days = (today - date.fromisoformat(asked[:10])).days if asked else _PAUSE
        if days < 0 or days >= (_PAUSE if times else _FIRST_PAUSE):
            due.append(number)
    return due


def _swept(store: Store, plan: Plan, tail: int) -> list[int]:
    """List the numbers of the sweep: all that were never asked for, and a share of the others."""
    end = min(max(plan.sweep_to, tail - 1 + _BEYOND), _LARGEST)
    first = _never_asked(store, plan.sweep_to)
    if first:
        return first
    never = _never_asked(store, end)
    query = "SELECT project_id FROM numbers WHERE project_id <= ? ORDER BY asked_at, project_id"
    others = [number for (number,) in store.rows(query, (end,))]
    return [*never, *others][: ceil(plan.sweep_share * (len(never) + len(others)))]


def _never_asked(store: Store, end: int, most: int | None = None) -> list[int]:
    """List the numbers up to an end that were never asked for."""
    asked = {number for (number,) in store.rows("SELECT project_id FROM numbers UNION SELECT project_id FROM pages")}
    return list(islice((number for number in range(1, end + 1) if number not in asked), most))


def above(first: int, visited: Mapping[int, tuple[str, bool]]) -> Iterator[int]:
    """Yield numbers from the first on until 50 in a row are missing; `visited` grows while they are asked for."""
    number, missing = first, 0
    while missing < MISSING_IN_A_ROW and number <= _LARGEST:
        if number not in visited:
            yield number
        outcome = visited.get(number, ("failed", False))[0]
        missing = missing + 1 if outcome == "missing" else missing if outcome == "failed" else 0
        number += 1
