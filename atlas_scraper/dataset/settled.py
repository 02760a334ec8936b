"""Lines that are made once and read several times, kept in a file without a name: a kill leaves nothing of it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from atlas_scraper.record.model import Partnership

Lines = Callable[[], Iterator[str]]
"""Gives lines from the first on; one reading at a time."""


class Settled(NamedTuple):
    """What a release goes through several times, as its policy leaves it."""

    records: Callable[[], Iterator[Partnership]]
    """Gives the records, by number."""
    events: Lines
    """Gives the lines of `history.jsonl`."""
    changes: Lines
    """Gives two lines for each change since the last release: the title, and the line of `changes.jsonl`."""


@contextmanager
def settled(made: Iterable[str], folder: Path) -> Iterator[Lines]:
    """Make lines, and give what reads them.

    Args:
        made: the lines, with their ends.
        folder: where there is room for them.
    """
    with TemporaryFile("w+", encoding="utf-8", dir=folder) as file:
        file.writelines(made)

        def lines() -> Iterator[str]:
            file.seek(0)
            yield from file

        yield lines
