"""The site, asked for pages in a night, and every answer kept in the archive of the run."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from atlas_scraper.dataset.store import Store
from atlas_scraper.dataset.visits import Run, Visit
from atlas_scraper.fetch.archive import ArchiveWriter, Earlier
from atlas_scraper.fetch.client import Client, Manners
from atlas_scraper.fetch.raw_page import Headers, RawPage
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

    def sealed(self, found: Visit) -> Visit:
        """Note what the store has to know of the answers to a visit."""

    def notes(self) -> dict[str, Any]:
        """Say what the report says of the asking."""


@contextmanager
def asking_the_site(store: Store, folder: Path, manners: Manners, run: Run) -> Iterator[Asking]:
    """Ask the site, and keep every answer in the archive of the run, a file in a folder."""
    folder.mkdir(exist_ok=True)
    about = {"software": f"atlas_scraper/{__version__}", "http-header-user-agent": manners.user_agent}
    about["robots"] = "obey" if manners.obey_robots else "ignore"
    archive = ArchiveWriter(folder / f"{run.run}.warc.gz", about=about, resume_at=run.archive_end)
    try:
        site = _Site(store, archive, run.archive_end)
        with Client(manners, site.keep) as client:
            site.client = client
            yield site
    finally:
        archive.close()


class _Site:
    """Asks the site, and keeps every answer in the archive of the run."""

    client: Client

    def __init__(self, store: Store, archive: ArchiveWriter, end: int | None) -> None:
        self._store, self._archive, self._end = store, archive, end
        self._headers: Headers = ()
        self._answers: dict[str, tuple[str, str, str]] = {}

    def turn_to(self, number: int) -> None:
        """Be about to ask for a project: its page is asked for only if it has changed, where the site can tell."""
        etag, modified = self._store.validators(number, __version__)
        named = (("If-None-Match", etag), ("If-Modified-Since", modified))
        self._headers = tuple((name, value) for name, value in named if value)

    def get(self, address: str) -> RawPage:
        """Get the page of an address."""
        headers, self._headers = self._headers, ()
        return self.client.get(address, headers)

    def sealed(self, found: Visit) -> Visit:
        """Note where the archive ends behind the answers of a visit, and which they were."""
        answers, self._answers = tuple(self._answers.values()), {}
        return replace(found, archive_end=self._end, answers=answers)

    def notes(self) -> dict[str, Any]:
        """Say what the report says of the asking."""
        return {"requests": self.client.requests, "robots": self.client.robots}

    def keep(self, page: RawPage) -> None:
        """Keep an answer in the archive."""
        known = self._answers.get(page.address, ())[1:] or self._store.answer(page.address)
        kept = self._archive.write(page, Earlier(known[0], known[1], page.address) if known else None)
        self._end = kept.end
        if page.status == 200 and not kept.is_revisit:
            # Stored with the visit: a kill cuts off what the archive has behind the last visit, and no later record
            # may refer to that.
            self._answers[page.address] = (page.address, kept.digest, kept.date)
