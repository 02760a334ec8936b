"""A dead-man's switch told of a run: that it began, and whether it was good, however it ended."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from atlas_scraper.fetch.ping import ping


@dataclass
class Said:
    """What the switch is told at the end.

    Args:
        is_good: whether a release was published.
        words: what came of the run.
    """

    is_good: bool = False
    words: str = "ended before its time"


@contextmanager
def pinged(url: str | None) -> Iterator[Said]:
    """Tell the switch when the block begins, and what came of it when it ends; without an address, nobody."""
    said = Said()
    if url is None:
        yield said
        return
    ping(url, "start")
    try:
        yield said
    finally:
        ping(url, "" if said.is_good else "fail", said.words)
