"""The site, asked for pages in a night, and every answer kept in the archive of the run."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from atlas_scraper.dataset.store import Store
from atlas_scraper.dataset.visits import Run, Visit
from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.archive import ArchiveWriter, Earlier
from atlas_scraper.fetch.client import Client
from atlas_scraper.fetch.manners import Manners
from atlas_scraper.fetch.mementos import earlier_in, timemap_of
from atlas_scraper.fetch.raw_page import Headers, RawPage
from atlas_scraper.values.addresses import project_id_of
from atlas_scraper.version import __version__


class Asking(Protocol):
    """Who is asked."""

    def turn_to(self, number: int) -> None:
        """Be about to ask for a project."""

    def get(self, address: str) -> RawPage:
        """Get the page of an address.

        Raises:
            FetchError: there is no answer that can be used.
            RunStopped: there will be none for the rest of the run.
        """

    def earlier(self, address: str, before: datetime) -> list[str]:
        """List the addresses of an archive's captures before a moment, the newest first; none where it has no list.

        Raises:
            RunStopped: as `get`.
        """

    def sealed(self, found: Visit) -> Visit:
        """Note what the store has to know of the answers to a visit."""

    def notes(self) -> dict[str, Any]:
        """Say what the report says of the asking."""


@contextmanager
def asking_the_site(
    store: Store, folder: Path, manners: Manners, run: Run, *, only_changes: bool = False
) -> Iterator[Asking]:
    """Ask the site, and keep every answer in the archive of the run, a file in a folder.

    Args:
        store: what is known of the projects.
        folder: the archive's.
        manners: how the site is asked.
        run: the run.
        only_changes: whether a page that says what it said before is noted with its digest, and not kept whole.
    """
    folder.mkdir(exist_ok=True)
    about = {"software": f"atlas_scraper/{__version__}", "http-header-user-agent": manners.user_agent}
    about["robots"] = "obey" if manners.obey_robots else "ignore"
    archive = ArchiveWriter(folder / f"{run.run}.warc.gz", about=about, resume_at=run.archive_end)
    try:
        site = _Site(store, archive, run.archive_end, only_changes=only_changes)
        with Client(manners, site.keep) as client:
            site.client = client
            try:
                yield site
            finally:
                site.write_held()
    finally:
        archive.close()


class _Site:
    """Asks the site, and keeps every answer in the archive of the run."""

    client: Client

    def __init__(self, store: Store, archive: ArchiveWriter, end: int | None, *, only_changes: bool) -> None:
        self._store, self._archive, self._end, self._only_changes = store, archive, end, only_changes
        self._held: list[RawPage] = []
        self._pages: set[str] = set()
        self._headers: Headers = ()
        self._answers: dict[str, tuple[str, str, str]] = {}

    def turn_to(self, number: int) -> None:
        """Be about to ask for a project: its page is asked for only if it has changed, where the site can tell."""
        self.write_held()
        self._pages = set()
        etag, modified = self._store.validators(number, __version__)
        named = (("If-None-Match", etag), ("If-Modified-Since", modified))
        self._headers = tuple((name, value) for name, value in named if value)

    def get(self, address: str) -> RawPage:
        """Get the page of an address."""
        headers, self._headers = self._headers, ()
        page = self.client.get(address, headers)
        self._pages.add(page.address)
        return page

    def earlier(self, address: str, before: datetime) -> list[str]:
        """List the captures before a moment that an archive has of a replay address."""
        try:
            return earlier_in(self.client.ask(timemap_of(address)), address, before)
        except FetchError:
            return []

    def sealed(self, found: Visit) -> Visit:
        """Note where the archive ends behind the answers of a visit, and which they were."""
        self.write_held(found.content)
        # No later record may refer to a page that was none, such as an error page, for what the project's page says.
        answers = (one for one in self._answers.values() if found.record or one[0] not in self._pages)
        kept = tuple((*one, found.content if self._is_own(one[0]) else "") for one in answers)
        self._answers, self._pages = {}, set()
        return replace(found, archive_end=self._end, answers=kept)

    def notes(self) -> dict[str, Any]:
        """Say what the report says of the asking."""
        return {"requests": self.client.requests, "robots": self.client.robots}

    def keep(self, page: RawPage) -> None:
        """Keep an answer in the archive; where only changes are kept, it waits until its visit has been read."""
        self._held.append(page)
        if not self._only_changes:
            self.write_held()

    def write_held(self, content: str = "") -> None:
        """Write the answers that wait.

        Args:
            content: digest of what the project's own page says, empty where that is not known.
        """
        held, self._held = self._held, []
        for page in held:
            self._write(page, content if self._is_own(page.address) else "")

    def _is_own(self, address: str) -> bool:
        """Tell whether an address is that of the visit's project.

        The further pages of tables have one address for many projects, so an earlier one may be of another project.
        """
        return address in self._pages and project_id_of(address) is not None

    def _write(self, page: RawPage, content: str) -> None:
        known = (*self._answers.get(page.address, ())[1:], "") if page.address in self._answers else None
        known = known or self._store.answer(page.address)
        earlier = Earlier(known[0], known[1], page.address) if known else None
        says_the_same = self._only_changes and bool(content) and known is not None and known[2] == content
        kept = self._archive.write(page, earlier, says_the_same=says_the_same)
        self._end = kept.end
        if page.status == 200 and not kept.is_revisit:
            # Stored with the visit: a kill cuts off what the archive has behind the last visit, and no later record
            # may refer to that.
            self._answers[page.address] = (page.address, kept.digest, kept.date)
