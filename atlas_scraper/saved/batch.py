"""Many pages into records: one bad page never stops the others, and everything is counted."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from atlas_scraper import pipeline
from atlas_scraper.errors import AtlasError, FetchError, RecordInvalid
from atlas_scraper.fetch.captures import is_archive
from atlas_scraper.fetch.replay import Replay
from atlas_scraper.guard import guarded
from atlas_scraper.people.policy import Policy
from atlas_scraper.record.model import Partnership
from atlas_scraper.saved.inputs import STDIN, address_beside, project_id_in_name, read_page
from atlas_scraper.writers import STREAMS, Format, write_records

Say = Callable[[str], None]


def read_records(
    pages: Iterable[str], tally: "Tally", say: Say, *, url: str | None = None, strict: bool = False
) -> Iterator[Partnership]:
    """Read pages into records, one at a time, and say what goes wrong with each.

    Args:
        pages: paths of pages, `-` for standard input.
        tally: counts what is read; complete when the records are exhausted.
        say: takes one line of words for the user.
        url: address of the page, when there is only one.
        strict: make the first issue of a record an error of its page.

    Yields:
        The records of the pages that could be read, in their order.
    """
    for page in pages:
        for name, read in _readings(page, tally, say, url):
            try:
                record = guarded(read)
                if strict:
                    _refuse_issues(record)
            except AtlasError as error:
                tally.errors += 1
                say(f"error: {name}: {type(error).__name__}: {error}")
                continue
            twin = tally.add(name, record)
            if twin is not None:
                same = f"project {record.project_id} was read from {twin} too"
                say(f"warning: {name}: {same}; its rows cannot be told apart")
            yield record


def _readings(page: str, tally: "Tally", say: Say, url: str | None) -> Iterator[tuple[str, Callable[[], Partnership]]]:
    """Yield what there is to read in a file: one page, or the pages of projects in an archive."""
    if not is_archive(page):
        yield page, lambda: read_record(page, url=url)
        return
    try:
        archive = Replay([Path(page)])
    except FetchError as error:
        tally.errors += 1
        say(f"error: {page}: {type(error).__name__}: {error}")
        return
    for problem in archive.problems:
        tally.errors += 1
        say(f"error: {problem}")
    if others := archive.count_others():
        say(f"note: {page}: passed over {counted(others, 'capture')} of addresses that name no project")
    if not (addresses := archive.addresses()):
        tally.errors += 1
        say(f"error: {page}: no capture of a project's page; give another archive")
    for address in addresses:
        yield f"{page}: {address}", partial(_read_capture, archive, address)


def _read_capture(archive: Replay, address: str) -> Partnership:
    capture = archive.get(address)
    return pipeline.parse(capture.body, url=capture.address, retrieved_at=capture.retrieved_at)


def read_record(page: str, *, url: str | None = None) -> Partnership:
    """Read one page into its record.

    Raises:
        AtlasError: when the page cannot be read, or is not a record.
    """
    project_id = None
    if page != STDIN and not url:
        project_id, url = project_id_in_name(page), address_beside(page)
    data = read_page(page)
    return guarded(lambda: pipeline.parse(data, url=url, project_id=project_id))


def parse_file(path: Path) -> Partnership:
    """Read one saved page; a file named by a number, such as `14565.html`, is the page of that project.

    Raises:
        FetchError: the file cannot be read.
        AtlasError: as `parse`.
    """
    return pipeline.parse(read_page(str(path)), project_id=project_id_in_name(str(path)))


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


def counted(number: int, noun: str) -> str:
    """Name a number of things: `1 record`, `2 records`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


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
    without_id: list[str] = field(default_factory=list)
    pages_of: dict[int, str] = field(default_factory=dict)

    def add(self, page: str, record: Partnership) -> str | None:
        """Count a record; give the page that already held the same project, if one did."""
        self.records += 1
        self.issues += len(record.issues)
        if record.project_id is None:
            self.without_id.append(page)
            return None
        twin = self.pages_of.get(record.project_id)
        self.pages_of.setdefault(record.project_id, page)
        return twin

    def __str__(self) -> str:
        counts = ((self.records, "record"), (self.errors, "error"), (self.issues, "issue"))
        return ", ".join(counted(number, noun) for number, noun in counts)
