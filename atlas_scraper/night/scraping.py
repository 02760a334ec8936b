"""A handful of projects, fetched and read at once: no store, no release."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from atlas_scraper.errors import FetchError, RunStopped
from atlas_scraper.fetch.archive import ArchiveWriter
from atlas_scraper.fetch.client import Client
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.night.settings import Settings
from atlas_scraper.night.unknown_project import ask_for_the_impossible
from atlas_scraper.night.visit import visit
from atlas_scraper.record.frame import FrameCheck
from atlas_scraper.record.model import Partnership
from atlas_scraper.saved.batch import Tally
from atlas_scraper.saved.readings import Say
from atlas_scraper.values.addresses import base_of, project_address, project_id_of
from atlas_scraper.version import __version__

Wanted = tuple[str, int]
"""Base address of a site and number of a project."""


def addresses_of(words: Iterable[str], base_url: str) -> list[Wanted]:
    """Read addresses or numbers of projects.

    Raises:
        FetchError: one is neither.
    """
    return list(dict.fromkeys(_wanted(word, base_url) for word in words))


def _wanted(word: str, base_url: str) -> Wanted:
    if word.isdecimal() and 0 < int(word) < 10**9:
        return base_url, int(word)
    base, number = base_of(word), project_id_of(word)
    if base is None or number is None:
        next_step = "give a number, or an address as the site has it, with criteres.prjId"
        raise FetchError("a project", repr(word), next_step)
    return base, number


def fetch_page(address: str, settings: Settings) -> RawPage:
    """Ask for the page of one project, as it comes.

    Raises:
        FetchError: the address names no project, or there is no answer that can be used.
        RunStopped: robots.txt forbids it, or the site is down.
    """
    ((base, number),) = addresses_of([address], settings.base_url)
    with Client(settings.model_copy(update={"base_url": base}).manners, lambda _: None) as client:
        return client.get(project_address(base, number))


def scrape(
    wanted: Iterable[Wanted], settings: Settings, tally: Tally, say: Say, *, archive: Path | None = None
) -> Iterator[Partnership]:
    """Ask for projects and yield their records, once their frames are compared; what fails is said and counted.

    Args:
        wanted: sites and numbers.
        settings: how the site is asked.
        tally: counts what is read.
        say: takes one line of words for the user.
        archive: a WARC file to keep the answers in.

    Raises:
        OSError: the archive cannot be written.
    """
    check: FrameCheck[str] = FrameCheck()
    try:
        for address, record, frame in _visited(wanted, settings, tally, say, archive):
            yield from _counted(check.add(address, record, frame), tally)
    except KeyboardInterrupt:
        yield from _counted(check.rest(), tally)
        raise
    yield from _counted(check.rest(), tally)


def _counted(judged: Iterable[tuple[str, Partnership]], tally: Tally) -> Iterator[Partnership]:
    for address, record in judged:
        tally.add(address, record, address)
        yield record


def _visited(
    wanted: Iterable[Wanted], settings: Settings, tally: Tally, say: Say, archive: Path | None
) -> Iterator[tuple[str, Partnership, Sequence[str]]]:
    """Ask for projects; yield the address, the record and the frame of each page."""
    with ExitStack() as stack:
        keep = _archive(archive, settings, stack)
        sites: dict[str, Client] = {}
        unknown = {}
        for base, number in wanted:
            address = project_address(base, number)
            try:
                if base not in sites:
                    manners = settings.model_copy(update={"base_url": base}).manners
                    sites[base] = stack.enter_context(Client(manners, keep))
                    unknown[base] = ask_for_the_impossible(sites[base], base)
                found = visit(number, sites[base].get, base, unknown[base])
            except RunStopped as error:
                tally.errors += 1
                say(f"error: {address}: {error}; the rest was not asked for")
                return
            if found.record is None:
                tally.errors += 1
                say(f"error: {address}: {found.detail or 'the site says that there is no such project'}")
                continue
            yield address, found.record, found.frame


def _archive(path: Path | None, settings: Settings, stack: ExitStack) -> Callable[[RawPage], object]:
    if path is None:
        return lambda _: None
    about = {"software": f"atlas_scraper/{__version__}", "http-header-user-agent": settings.manners.user_agent}
    writer = ArchiveWriter(path, about=about)
    stack.callback(writer.close)
    return writer.write
