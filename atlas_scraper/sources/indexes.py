"""Asking the index of an archive what it holds of the site, page by page.

An index is asked for all that begins with the address of the projects' pages. It reads addresses without `www.` and in
small letters, so one question covers both hosts and any spelling. How the answer goes on differs:

- The Internet Archive gives a resumption key when there is more; its numbered pages are older than its index.
- Others that speak as it does give none, and no word that there is more: their numbered pages are gone through as well.
- pywb and Common Crawl number their pages where the index is compressed, and give all at once where it is not.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode, urlsplit

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.sources.archives import Archive
from atlas_scraper.sources.cdx import Listing, Values, read_listing

# The Internet Archive gives up to 150,000 lines at once; fewer come more surely.
LINES = 10_000
_FIELDS = "urlkey,timestamp,original,mimetype,statuscode,digest,length"
Ask = Callable[[str], RawPage]
"""Asks for an address; gives the answer whatever its status."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of an index.

    Args:
        base_url: address of the site.
        since: the first moment of interest.
        until: the last.
    """

    base_url: str
    since: datetime | None = None
    until: datetime | None = None

    def query(self, endpoint: str, **further: str) -> str:
        """Write the question to an index."""
        parts = urlsplit(self.base_url)
        prefix = f"{(parts.netloc or '').removeprefix('www.')}{parts.path}dyn/public/atlas/"
        asked = {"url": prefix, "matchType": "prefix", "output": "json"}
        asked |= {"from": f"{self.since:%Y%m%d%H%M%S}"} if self.since else {}
        asked |= {"to": f"{self.until:%Y%m%d%H%M%S}"} if self.until else {}
        return f"{endpoint}?{urlencode(asked | further)}"


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a listing, and what asks for the next: the number of a page or a resumption key, `None` at the end."""

    lines: tuple[Values, ...]
    following: str | None


def endpoints_of(archive: Archive, ask: Ask) -> list[str]:
    """List the indexes of an archive: one, or for Common Crawl one a crawl.

    Raises:
        FetchError: the list cannot be read.
    """
    if not archive.is_list:
        return [archive.index]
    answer = ask(archive.index)
    try:
        found = [str(crawl["cdx-api"]) for crawl in json.loads(answer.body)]
    except (ValueError, TypeError, KeyError) as error:
        found_instead = f"status {answer.status}, and no list ({error})"
        raise FetchError(f"the list of indexes {archive.index}", found_instead, "try again later") from error
    hosts = {urlsplit(each).netloc for each in found} - {urlsplit(archive.index).netloc}
    if hosts:
        raise FetchError(f"indexes at {archive.index}", f"some at {', '.join(hosts)}", "give their addresses instead")
    return found


def pages_of(endpoint: str, wanted: Wanted, ask: Ask, following: str | None = "") -> Iterator[Page]:
    """Yield the pages of an index's listing.

    Args:
        endpoint: address of the index.
        wanted: what is asked.
        ask: asks for an address.
        following: where to go on, as the last page said; empty to begin.

    Raises:
        FetchError: the index cannot be read to its end.
    """
    while following is not None:
        page = _page(endpoint, wanted, ask, following)
        yield page
        if page.following == following:
            found = f"the same page again and again ({following})"
            raise FetchError(f"the next page of {endpoint}", found, "ask for fewer years: --since, --until")
        following = page.following


def _page(endpoint: str, wanted: Wanted, ask: Ask, following: str) -> Page:
    if not following:
        return _first_page(endpoint, wanted, ask)
    if numbers := re.fullmatch(r"page (\d+) of (\d+)", following):
        return _numbered(endpoint, wanted, ask, int(numbers[1]), int(numbers[2]))
    return _keyed(endpoint, wanted, ask, following.removeprefix("key "))


def _first_page(endpoint: str, wanted: Wanted, ask: Ask) -> Page:
    """Find out how an index pages by asking for the number of its pages, and give the first."""
    address = wanted.query(endpoint, showNumPages="true")
    answer = ask(address)
    if _is_nothing(answer):
        return Page((), None)
    body = _body_of(answer, address)
    if re.fullmatch(rb"\s*\d+\s*", body):  # the Internet Archive's, whose pages lack what is new
        return _keyed(endpoint, wanted, ask, "", int(body)) if int(body) else Page((), None)
    try:
        number = int(json.loads(body)["pages"])
    except (ValueError, TypeError, KeyError):
        listing = read_listing(body, f"an index at {endpoint}")
        # A pywb with a plain index knows no pages, and has given all.
        return _keyed(endpoint, wanted, ask, "") if listing.is_array else Page(listing.lines, None)
    return _numbered(endpoint, wanted, ask, 0, number) if number else Page((), None)


def _numbered(endpoint: str, wanted: Wanted, ask: Ask, number: int, count: int) -> Page:
    listing = _listing(wanted.query(endpoint, page=str(number)), ask)
    return Page(listing.lines, f"page {number + 1} of {count}" if number + 1 < count else None)


def _keyed(endpoint: str, wanted: Wanted, ask: Ask, key: str, count: int = 0) -> Page:
    """Give a page and the key of the next; where none came at first, what there is may be on numbered pages alone."""
    further = {"limit": str(LINES), "showResumeKey": "true", "fl": _FIELDS} | ({"resumeKey": key} if key else {})
    listing = _listing(wanted.query(endpoint, **further), ask)
    if count and not listing.resume_key and (count > 1 or len(listing.lines) >= LINES):
        return Page(listing.lines, f"page 0 of {count}")
    if len(listing.lines) >= LINES and not listing.resume_key:
        found = f"{len(listing.lines)} lines and no word of how to go on"
        raise FetchError(f"the whole listing of {endpoint}", found, "ask for fewer years: --since, --until")
    return Page(listing.lines, f"key {listing.resume_key}" if listing.resume_key else None)


def _listing(address: str, ask: Ask) -> Listing:
    answer = ask(address)
    if _is_nothing(answer):
        return Listing(())
    return read_listing(_body_of(answer, address), f"an index at {address.partition('?')[0]}")


def _is_nothing(answer: RawPage) -> bool:
    """Tell whether an index says that it holds nothing: pywb and Common Crawl do so with 404 and an object."""
    if answer.status != 404:
        return False
    try:
        says = json.loads(answer.body)
    except ValueError:
        return False
    return isinstance(says, dict) and bool({"message", "error"} & says.keys())


def _body_of(answer: RawPage, address: str) -> bytes:
    if answer.status != 200:
        next_step = "look at the address in a browser"
        found = f"status {answer.status}: {answer.body[:100].decode('utf-8', 'replace')}"
        raise FetchError(f"an index at {address}", found, next_step, kind=f"http {answer.status}")
    if not answer.has_end and answer.body.lstrip()[:1] != b"[":
        found = "an answer that does not say where it ends"
        raise FetchError(f"an index at {address}", found, "try again later", kind="cut short")
    return answer.body
