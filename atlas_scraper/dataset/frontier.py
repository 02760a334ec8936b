"""Which projects a run asks for, and in which order.

The site has no list, so projects are found by number: known ones first, those seen longest ago before the others;
then new ones above the highest known until 50 in a row are missing. A first run sweeps 1 to 20,000, since gaps of
hundreds are real; an unfinished sweep goes on the next night.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from atlas_scraper.dataset.store import Store
from atlas_scraper.errors import FetchError
from atlas_scraper.values.addresses import project_id_of

SWEEP = 20_000
MISSING_IN_A_ROW = 50
_LARGEST = 999_999_998
SWEPT = "swept to"
# A line of the table that `discover` writes, in CSV or JSON, or the first of its CSV.
_LINE_OF_DISCOVER = re.compile(r'(?:(\d{1,9}),\d{4}-\d\d-\d\dT|\{"project_id": (\d{1,9}), "moment"|project_id,moment,)')


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is asked to do.

    Args:
        ids: the numbers to ask for; `None` for the whole atlas.
        max_age: days since a project was last seen, below which it is not asked for again.
        limit: how many projects to ask for at most.
    """

    ids: tuple[int, ...] | None = None
    max_age: float | None = None
    limit: int | None = None

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
    ids = list(plan.ids) if plan.ids is not None else [number for number, _ in known]
    if plan.max_age is not None:
        oldest = (now - timedelta(days=plan.max_age)).isoformat()
        ids = [number for number in ids if seen.get(number, "") <= oldest]
    tail = None
    if plan.ids is None:
        swept = int(store.fact(SWEPT) or 0)
        known_ids = {number for number, _ in known}
        ids += [number for number in range(swept + 1, SWEEP + 1) if number not in known_ids]
        tail = max(store.highest(), SWEEP if swept < SWEEP else 0) + 1
    if plan.limit is not None:
        news = range(tail, tail + MISSING_IN_A_ROW) if tail is not None else ()
        ids, tail = [*ids, *news][: plan.limit], None
    return ids, tail


def above(first: int, visited: Mapping[int, tuple[str, bool]]) -> Iterator[int]:
    """Yield numbers from the first on until 50 in a row are missing; `visited` grows while they are asked for."""
    number, missing = first, 0
    while missing < MISSING_IN_A_ROW and number <= _LARGEST:
        if number not in visited:
            yield number
        outcome = visited.get(number, ("failed", False))[0]
        missing = missing + 1 if outcome == "missing" else missing if outcome == "failed" else 0
        number += 1


def note_sweep(store: Store, queue: list[int], visited: Mapping[int, tuple[str, bool]]) -> None:
    """Remember how far the sweep has come: all numbers up to there have been asked for."""
    swept = int(store.fact(SWEPT) or 0)
    known = {number for number, _ in store.known()}.difference(queue)
    waiting = (number for number in range(swept + 1, SWEEP + 1) if number not in visited and number not in known)
    reached = next(waiting, SWEEP + 1) - 1
    if reached > swept:
        store.note(SWEPT, str(reached))
