"""Pages of an archive, read ahead of their visits by several processes; a visit then finds its page read.

The visits themselves stay one after another, and what they come to is the same: a page is only read earlier.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from atlas_scraper.errors import AtlasError, FetchError
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.night.visit import First, Opened, open_first
from atlas_scraper.saved.pool import in_order
from atlas_scraper.values.addresses import project_address


def read_ahead(
    numbers: Iterable[int], ask: Callable[[str], RawPage], base_url: str, jobs: int | None
) -> Iterator[tuple[int, First | None]]:
    """Yield projects with their pages, read.

    Args:
        numbers: of the projects; some are taken ahead of the ones that are yielded.
        ask: gets the page of an address from the archive; called here, in this process.
        base_url: address of the site.
        jobs: how many processes read, see `pool.in_order`.

    Yields:
        Each number; with `None` where the archive does not give its page, of which the visit says why.
    """
    pages = ((number, _page_of(number, ask, base_url)) for number in numbers)
    for (number, page), read in in_order(_read, pages, jobs):
        yield number, None if page is None or read is None else First(page, read)


def _page_of(number: int, ask: Callable[[str], RawPage], base_url: str) -> RawPage | None:
    try:
        return replace(
            ask(project_address(base_url, number)), payload=b""
        )  # which nobody reads, and others would carry
    except FetchError:
        return None


def _read(item: tuple[int, RawPage | None]) -> Opened | AtlasError | None:
    number, page = item
    try:
        return None if page is None else open_first(number, page)
    except AtlasError as error:
        return error
