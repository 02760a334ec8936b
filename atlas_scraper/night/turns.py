"""Whose turn it is in a run: the queue, new ones above it, and once more those that failed, spread over the run."""

from collections import deque
from collections.abc import Iterator, Mapping
from itertools import chain

from atlas_scraper.dataset.frontier import above

# Pages between a failure and the second try: what ails a page or the site may have passed by then.
APART = 50


def turns(queue: list[int], tail: int | None, visited: Mapping[int, tuple[str, bool]]) -> Iterator[int]:
    """Yield the numbers to ask for.

    Args:
        queue: the numbers that the run set out to ask for.
        tail: the number from which new ones are looked for; `None` not to.
        visited: the outcome of each visit, and whether the page may be asked for again; it grows meanwhile.
    """
    waiting = deque((APART, number) for number, (outcome, again) in visited.items() if outcome == "failed" and again)
    asked = 0
    rest = (number for number in queue if number not in visited)
    for number in chain(rest, above(tail, visited) if tail is not None else ()):
        yield number
        asked += 1
        if visited.get(number) == ("failed", True):
            waiting.append((asked + APART, number))
        while waiting and waiting[0][0] <= asked:
            yield waiting.popleft()[1]
            asked += 1
    yield from (number for _, number in waiting)
