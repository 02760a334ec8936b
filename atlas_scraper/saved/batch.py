"""Many pages into records: one bad page never stops the others, and everything is counted."""

import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from atlas_scraper.errors import AtlasError, RecordInvalid
from atlas_scraper.people.policy import Policy
from atlas_scraper.pipeline import PageRead
from atlas_scraper.record.frame import FrameCheck
from atlas_scraper.record.model import Partnership
from atlas_scraper.saved.origins import Origins
from atlas_scraper.saved.pool import in_order
from atlas_scraper.saved.readings import Reading, Readings, Say, counted, read
from atlas_scraper.writers import STREAMS, Format, write_records

OnPage = Callable[[int, int], None]


def read_records(  # noqa: PLR0913 - what one can want of a batch
    pages: Sequence[str],
    tally: "Tally",
    say: Say,
    *,
    url: str | None = None,
    strict: bool = False,
    jobs: int | None = None,
    on_page: OnPage = lambda _read, _total: None,
) -> Generator[Partnership]:
    """Read pages into records, and say what goes wrong with each.

    Args:
        pages: paths of pages, `-` for standard input.
        tally: counts what is read; complete when the records are exhausted.
        say: takes one line of words for the user.
        url: address of the page, when there is only one.
        strict: make the first issue of a record an error of its page.
        jobs: how many processes read, see `pool.in_order`.
        on_page: is told after each page how many were read, of how many as far as is known.

    Yields:
        The records of the pages that could be read, in their order.
    """
    readings = Readings(pages, say, url)
    for (name, file), record in _checked(in_order(read, readings, jobs), readings, tally, say, on_page):
        try:
            if strict:
                _refuse_issues(record)
        except AtlasError as error:
            tally.errors += 1
            say(f"error: {name}: {type(error).__name__}: {error}")
            continue
        twin = tally.add(name, record, file)
        if twin is not None:
            same = f"project {record.project_id} was read from {twin} too"
            say(f"warning: {name}: {same}; its rows cannot be told apart")
        yield record
    tally.errors += readings.errors


def _checked(
    pages: Iterable[tuple[Reading, PageRead | AtlasError]],
    readings: Readings,
    tally: "Tally",
    say: Say,
    on_page: OnPage,
) -> Iterator[tuple[tuple[str, str], Partnership]]:
    """Yield the records of pages that could be read, once their frames are compared with those around them.

    Each comes with the name of its page and that of the file which holds the page.
    """
    check: FrameCheck[tuple[str, str]] = FrameCheck()
    for number, (reading, page) in enumerate(pages, start=1):
        on_page(number, readings.total)
        if isinstance(page, AtlasError):
            tally.errors += 1
            say(f"error: {reading.name}: {type(page).__name__}: {page}")
            continue
        yield from check.add((reading.name, reading.file), page.record, page.frame)
    yield from check.rest()


def deliver(
    records: Iterator[Partnership], formats: Sequence[Format], folder: Path | None, say: Say, policy: Policy
) -> None:
    """Write records, as the policy leaves their people, into a folder, or in one format to standard output.

    A folder stays as it was when there is no record at all, so that a bad day does not empty good files.

    Raises:
        OSError: when the output cannot be written.
    """
    records = map(policy.apply, records)
    if folder is None:
        if formats[0] is Format.CSV:
            say("note: standard output takes the table of partnerships alone; --output DIR writes its lists too")
        STREAMS[formats[0]](records, sys.stdout)
        return
    first = next(records, None)
    if first is None:
        say(f"warning: no record was read, so {folder} is left as it was")
        return
    write_records(chain([first], records), folder, formats)


def _refuse_issues(record: Partnership) -> None:
    if record.issues:
        issue = record.issues[0]
        found = f"{issue.code} in {issue.section}: {issue.detail}"
        raise RecordInvalid("a record without issues (--strict)", found, "look at it with `explain`, or drop --strict")


@dataclass
class Tally:
    """What came of the pages so far."""

    records: int = 0
    errors: int = 0
    issues: int = 0
    without_id: int = 0
    first_without_id: str = ""
    origins: Origins = field(default_factory=Origins)

    def add(self, page: str, record: Partnership, file: str) -> str | None:
        """Count the record of a page; give the file that already held the same project, if one did."""
        self.records += 1
        self.issues += len(record.issues)
        if record.project_id is None:
            self.without_id += 1
            self.first_without_id = self.first_without_id or page
            return None
        return self.origins.add(record.project_id, file)

    def __str__(self) -> str:
        counts = ((self.records, "record"), (self.errors, "error"), (self.issues, "issue"))
        return ", ".join(counted(number, noun) for number, noun in counts)
