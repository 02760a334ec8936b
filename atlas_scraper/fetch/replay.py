"""An archive in place of the site: the captures of an address, their redirects and revisits resolved."""

import copy
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.capture_pages import open_capture
from atlas_scraper.fetch.captures import Capture, list_captures
from atlas_scraper.fetch.names import is_archive
from atlas_scraper.fetch.raw_page import RawPage, as_written
from atlas_scraper.fetch.redirects import REDIRECTED_WITHIN, STATUSES
from atlas_scraper.values.addresses import canonical_address, join, project_id_of

_MOST_HOPS = 5
_SHOWN = 3
_USABLE = frozenset({200, 404, 410}) | STATUSES


class Replay:
    """Reads pages from WARC and WACZ files; only their places are held in memory.

    Args:
        paths: files, or folders that are searched for them.
        redirected_within: how far in time the capture that a redirect leads to may lie from that of the redirect.

    Raises:
        FetchError: there is none, or they hold no capture.
    """

    def __init__(self, paths: Sequence[Path], redirected_within: timedelta = REDIRECTED_WITHIN) -> None:
        self.problems: list[str] = []
        self._captures: dict[str, list[Capture]] = {}
        self._originals: dict[str, list[Capture]] = {}
        self._by_digest: dict[str, Capture] = {}
        self._page: Capture | None = None
        self._redirected_within = redirected_within
        for file in find_archives(paths):
            for capture in list_captures(file, self.problems):
                self._add(capture)
        if not self._captures:
            found = "; ".join(self.problems[:_SHOWN]) or f"none in {', '.join(map(str, paths))}"
            raise FetchError("an archive with pages", found, "give files in WARC format (.warc, .warc.gz, .wacz)")
        self._sort()

    def _add(self, capture: Capture) -> None:
        self._captures.setdefault(_key(capture.address), []).append(capture)
        if capture.original is None:
            self._originals.setdefault(_key(capture.address), []).append(capture)
            if capture.digest:
                self._by_digest.setdefault(capture.digest, capture)

    def _sort(self) -> None:
        for captures in self._captures.values():
            captures.sort(key=lambda capture: capture.date)
        self.first_date = min(captures[0].date for captures in self._captures.values())
        self.last_date = max(captures[-1].date for captures in self._captures.values())

    def addresses(self) -> list[str]:
        """List the addresses of projects that the archive holds."""
        captures = (captures[-1] for captures in self._captures.values())
        return sorted(one.address for one in captures if project_id_of(one.address))

    def count_others(self) -> int:
        """Count the captures of addresses that name no project."""
        return sum(len(found) for found in self._captures.values() if not project_id_of(found[-1].address))

    def captures_of(self, address: str) -> list[Capture]:
        """List the captures of an address, whatever their status, the oldest first."""
        return list(self._captures.get(_key(canonical_address(address)), ()))

    def nights(self) -> Iterator[tuple[str, "Replay"]]:
        """Yield the archive night by night, the oldest first: the night's name, and what was captured in it.

        A night is a run of `refresh`, named as the run was; of archives made otherwise it is a day (UTC), named
        `2026-11-24`. A night holds its own captures alone; the body of a revisit is found in the whole archive.
        """
        nights: dict[str, list[Capture]] = {}
        for captures in self._captures.values():
            for capture in captures:
                nights.setdefault(capture.night, []).append(capture)
        for name, captures in sorted(nights.items(), key=lambda item: min(capture.date for capture in item[1])):
            night = copy.copy(self)
            night._page, night._captures = None, {}
            for capture in captures:
                night._captures.setdefault(_key(capture.address), []).append(capture)
            night._sort()
            yield name, night

    def get(self, address: str) -> RawPage:
        """Get the newest capture of an address that says something of its page, redirects followed.

        An answer of 5xx or 429 says nothing.

        Raises:
            FetchError: the archive does not hold it, or not whole.
        """
        captures = self.captures_of(address)
        usable = [one for one in captures if one.status in _USABLE]
        if not usable:
            found = f"status {captures[-1].status}" if captures else "no capture"
            kind = f"http {captures[-1].status}" if captures else "not archived"
            raise FetchError(f"a capture of {address}", found, "capture it, or ask the site", kind=kind)
        return self.read(self._of_this_session(usable) or usable[-1])

    def read(self, capture: Capture) -> RawPage:
        """Read a capture, a revisit's body from its original, and follow its redirects to the captures nearest in time.

        Raises:
            FetchError: it cannot be read, or redirects to what the archive does not hold.
        """
        for _ in range(_MOST_HOPS + 1):
            page = self._open(capture)
            location = page.header("Location")
            if page.status not in STATUSES or not location:
                return page
            capture = self._nearest(join(page.address, as_written(location)), capture.date)
        raise FetchError("a page", f"more than {_MOST_HOPS} redirects", "capture it again", kind="redirect loop")

    def _nearest(self, address: str, date: datetime) -> Capture:
        """Choose the usable capture of an address that is nearest to a moment."""
        usable = [one for one in self.captures_of(address) if one.status in _USABLE]
        nearest = self._of_this_session(usable) or min(usable, key=lambda one: abs(one.date - date), default=None)
        if nearest is None or abs(nearest.date - date) > self._redirected_within:
            found = f"none within {self._redirected_within.days} days of {date:%Y-%m-%d}" if usable else "no capture"
            next_step = "capture it, or ask the site"
            raise FetchError(f"a capture of {address}, where a redirect leads", found, next_step, kind="not archived")
        return nearest

    def _open(self, capture: Capture) -> RawPage:
        if project_id_of(capture.address):
            self._page = capture
        if capture.original is None:
            return open_capture(capture)
        page = open_capture(self._original_of(capture))
        return replace(
            page, address=capture.address, status=capture.status, source=capture.source, retrieved_at=capture.date
        )

    def _of_this_session(self, captures: Sequence[Capture]) -> Capture | None:
        """Choose, for an address that names no project, the capture that followed the project's page.

        The site keeps the page of a table in the session, so one address stands for the tables of many projects.
        """
        page = self._page
        if page is None or not captures or project_id_of(captures[0].address):
            return None
        place = (page.file, page.member)
        later = (one for one in captures if (one.file, one.member) == place and one.number > page.number)
        return min(later, key=lambda capture: capture.number, default=None)

    def _original_of(self, revisit: Capture) -> Capture:
        address, date = revisit.original or ("", None)
        found = self._by_digest.get(revisit.digest)
        if found is None and date:
            found = next((one for one in self._originals.get(_key(address), []) if one.date == date), None)
        if found is None:
            next_step = "give the archive of that day as well"
            when = date.isoformat() if date else "an unknown date"
            raise FetchError(f"the capture of {address} of {when}", "no such capture", next_step, kind="not archived")
        return found


def find_archives(paths: Sequence[Path]) -> list[Path]:
    """List archives: files as they are given, and those in folders, sorted.

    Raises:
        FetchError: a path does not exist, or a folder holds none.
    """
    found: list[Path] = []
    for path in paths:
        files = [path] if path.is_file() else sorted(each for each in path.rglob("*") if is_archive(each.name))
        if not files:
            what = "a folder without one" if path.is_dir() else "no such file or folder"
            raise FetchError("an archive (.warc, .warc.gz, .wacz)", f"{path}: {what}", "check the path")
        found += files
    return list(dict.fromkeys(found))


def _key(address: str) -> str:
    """Give what identifies an address across captures: neither its scheme, nor `www.`, nor the default port."""
    return re.sub(r"^https?://(?:www\.)?([^/?#:]*)(?::(?:80|443)(?!\d))?", lambda found: found[1].lower(), address)
