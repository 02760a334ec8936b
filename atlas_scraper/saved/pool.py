"""Work on many pages, by as many processes as are wanted: results in the order of the pages, and few held at a time."""

import os
from collections.abc import Callable, Generator, Iterable
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar, Union

if TYPE_CHECKING:
    from atlas_scraper.saved.team import ProcessDied

Item = TypeVar("Item")
Result = TypeVar("Result")

_FEW = 100  # pages that are read in the time that it takes to start processes


def cores() -> int:
    """Count the cores that this process may use."""
    return len(os.sched_getaffinity(0))


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item], jobs: int | None = None
) -> Generator[tuple[Item, Union[Result, "ProcessDied"]]]:
    """Work on items, and yield each with its result, in their order.

    Args:
        work: what to do with an item. It raises nothing; it is pickled once for each process, and so are the items
            and the results.
        items: in whatever number, taken as they are needed.
        jobs: how many processes; 1 is this one alone; `None` is one for each core, or 1 where there are few items.

    Yields:
        Each item with its result, or with the error that no process survives it.
    """
    items = iter(items)
    if jobs is None:
        first = list(islice(items, _FEW))
        jobs, items = cores() if len(first) == _FEW else 1, chain(first, items)
    if jobs == 1:
        yield from ((item, work(item)) for item in items)
        return
    # Imported where it is needed: one page is read before it is there.
    from atlas_scraper.saved.team import Team  # noqa: PLC0415

    team = Team(work, jobs)
    try:
        yield from team.results(items)
    finally:
        team.dismiss()
