"""What there is to read in files, page by page: each with its name, and with what reads it, in whichever process."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from atlas_scraper import pipeline
from atlas_scraper.errors import AtlasError, FetchError
from atlas_scraper.fetch.names import is_archive
from atlas_scraper.guard import guarded
from atlas_scraper.pipeline import PageRead
from atlas_scraper.record.model import Partnership
from atlas_scraper.saved.inputs import STDIN, address_beside, bytes_of, project_id_in_name

if TYPE_CHECKING:
    from atlas_scraper.fetch.replay import Replay

Say = Callable[[str], None]


class Reading(NamedTuple):
    """A page to read: its name for the user, how it is read, in whichever process, and the file that holds it."""

    name: str
    read: Callable[[], PageRead]
    file: str


def read(reading: Reading) -> PageRead | AtlasError:
    """Read a page into its record, or into the error that it has instead."""
    try:
        return guarded(reading.read)
    except AtlasError as error:
        return error


class Readings:
    """What there is to read in files, each of which is a page, or an archive with the pages of many projects.

    Args:
        pages: their paths, `-` for standard input.
        say: takes one line of words for the user.
        url: address of the page, when there is only one.

    Attributes:
        total: how many pages there are, as far as is known.
        errors: how many archives could not be read.
    """

    def __init__(self, pages: Sequence[str], say: Say, url: str | None) -> None:
        self._pages, self._say, self._url = pages, say, url
        self.total, self.errors = len(pages), 0

    def __iter__(self) -> Iterator[Reading]:
        for page in self._pages:
            if is_archive(page):
                yield from self._in_archive(page)
            elif page == STDIN:
                yield Reading(page, _stdin_reader(self._url), page)
            else:
                yield Reading(page, partial(read_record, page, url=self._url), page)

    def _in_archive(self, page: str) -> Iterator[Reading]:
        # Imported for an archive alone: it takes longer than a page takes to read.
        from atlas_scraper.fetch.replay import Replay  # noqa: PLC0415

        self.total -= 1
        try:
            archive = Replay([Path(page)])
        except FetchError as error:
            self.errors += 1
            self._say(f"error: {page}: {type(error).__name__}: {error}")
            return
        for problem in archive.problems:
            self.errors += 1
            self._say(f"error: {problem}")
        if others := archive.count_others():
            self._say(f"note: {page}: passed over {counted(others, 'capture')} of addresses that name no project")
        if not (addresses := archive.addresses()):
            self.errors += 1
            self._say(f"error: {page}: no capture of a project's page; give another archive")
        self.total += len(addresses)
        for address in addresses:
            yield Reading(f"{page}: {address}", _capture_reader(archive, address), page)


def _stdin_reader(url: str | None) -> Callable[[], PageRead]:
    """Take the page of standard input here, which no other process has."""
    try:
        return partial(pipeline.read, bytes_of(STDIN), url=url)
    except FetchError as error:
        return partial(_fail, error)


def _capture_reader(archive: "Replay", address: str) -> Callable[[], PageRead]:
    """Take a page out of an archive here: to open the archive in every process would cost more."""
    try:
        page = guarded(lambda: archive.get(address))
    except AtlasError as error:
        return partial(_fail, error)
    return partial(pipeline.read, page.body, url=page.address, retrieved_at=page.retrieved_at, source=page.source)


def _fail(error: AtlasError) -> PageRead:
    raise error


def read_record(page: str, *, url: str | None = None) -> PageRead:
    """Read one page into its record.

    Raises:
        AtlasError: when the page cannot be read, or is not a record.
    """
    project_id = None
    if page != STDIN and not url:
        project_id, url = project_id_in_name(page), address_beside(page)
    data = bytes_of(page)
    return guarded(lambda: pipeline.read(data, url=url, project_id=project_id))


def parse_file(path: Path) -> Partnership:
    """Read one saved page; a file named by a number, such as `14565.html`, is the page of that project.

    Raises:
        FetchError: the file cannot be read.
        AtlasError: as `parse`.
    """
    return pipeline.parse(bytes_of(str(path)), project_id=project_id_in_name(str(path)))


def counted(number: int, noun: str) -> str:
    """Name a number of things: `1 record`, `2 records`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
