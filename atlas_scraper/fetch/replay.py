"""An archive in place of the site: the latest capture of an address, its redirects and revisits resolved."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.captures import Capture, list_captures, open_capture
from atlas_scraper.fetch.names import is_archive
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.fetch.redirects import STATUSES
from atlas_scraper.values.addresses import canonical_address, join, project_id_of

_MOST_HOPS = 5


class Replay:
    """Reads pages from WARC and WACZ files; only their places are held in memory.

    Args:
        paths: files, or folders that are searched for them.

    Raises:
        FetchError: there is none, or one of them is no archive.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        self.problems: list[str] = []
        self._captures: dict[str, list[Capture]] = {}
        self._by_digest: dict[str, Capture] = {}
        self._page: Capture | None = None
        dates = [
            self._add(capture) for file in find_archives(paths) for capture, _ in list_captures(file, self.problems)
        ]
        if not dates:
            raise FetchError("an archive with pages", f"none in {', '.join(map(str, paths))}", "give other archives")
        self.first_date, self.last_date = min(dates), max(dates)
        for captures in self._captures.values():
            captures.sort(key=lambda capture: capture.date)

    def _add(self, capture: Capture) -> datetime:
        self._captures.setdefault(_key(capture.address), []).append(capture)
        if capture.digest and capture.original is None:
            self._by_digest.setdefault(capture.digest, capture)
        return capture.date

    def addresses(self) -> list[str]:
        """List the addresses of projects that the archive holds."""
        captures = (captures[-1] for captures in self._captures.values())
        return sorted(one.address for one in captures if project_id_of(one.address))

    def count_others(self) -> int:
        """Count the captures of addresses that name no project."""
        return sum(len(found) for found in self._captures.values() if not project_id_of(found[-1].address))

    def get(self, address: str) -> RawPage:
        """Get the latest capture of an address, redirects followed.

        Raises:
            FetchError: the archive does not hold it, or not whole.
        """
        for _ in range(_MOST_HOPS + 1):
            page = self._latest(address)
            location = page.header("Location")
            if page.status not in STATUSES or not location:
                return page
            address = join(page.address, location)
        raise FetchError("a page", f"more than {_MOST_HOPS} redirects", "capture it again", kind="redirect loop")

    def _latest(self, address: str) -> RawPage:
        """Open the newest capture that says something of the page; an answer of 5xx or 429 says nothing."""
        captures = self._captures.get(_key(canonical_address(address)), [])
        usable = [one for one in captures if one.status in {200, 404, 410} | STATUSES]
        if not usable:
            found = f"status {captures[-1].status}" if captures else "no capture"
            raise FetchError(f"a capture of {address}", found, "capture it, or ask the site", kind="not archived")
        newest = self._of_this_session(usable) or usable[-1]
        if project_id_of(newest.address):
            self._page = newest
        if newest.original is None:
            return open_capture(newest)
        page = open_capture(self._original_of(newest))
        return RawPage(
            newest.address, newest.status, page.reason, page.headers, page.payload, page.body, newest.date, page.has_end
        )

    def _of_this_session(self, captures: Sequence[Capture]) -> Capture | None:
        """Choose, for an address that names no project, the capture that followed the project's page.

        The site keeps the page of a table in the session, so one address stands for the tables of many projects.
        """
        page = self._page
        if page is None or project_id_of(captures[0].address):
            return None
        place = (page.file, page.member)
        later = (one for one in captures if (one.file, one.member) == place and one.number > page.number)
        return min(later, key=lambda capture: capture.number, default=None)

    def _original_of(self, revisit: Capture) -> Capture:
        address, date = revisit.original or ("", "")
        found = self._by_digest.get(revisit.digest)
        if found is None and date:
            when = datetime.fromisoformat(date).astimezone(UTC).replace(microsecond=0)
            same = (one for one in self._captures.get(_key(address), []) if one.original is None)
            found = next((one for one in same if one.date == when), None)
        if found is None:
            next_step = "give the archive of that day as well"
            raise FetchError(f"the capture of {address} of {date}", "no such capture", next_step, kind="not archived")
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
