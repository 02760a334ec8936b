"""One project asked for: its page fetched, read, and named for what it is."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from atlas_scraper.blocks.document import Signal
from atlas_scraper.dataset.visits import Visit
from atlas_scraper.errors import CAPTURED_AS, AtlasError, FetchError, LayoutError, NotARecord, PageGone, RunStopped
from atlas_scraper.fetch.mementos import NOT_CAPTURED
from atlas_scraper.fetch.raw_page import SITE, RawPage
from atlas_scraper.guard import guarded
from atlas_scraper.labelling.reader import MoreRows
from atlas_scraper.night.further_rows import with_further_rows
from atlas_scraper.night.unknown_project import Unknown
from atlas_scraper.people.policy import Policy
from atlas_scraper.pipeline import frame_of, open_bytes, record_of
from atlas_scraper.record.frame import marked
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Partnership
from atlas_scraper.values.addresses import project_address, project_id_of

Ask = Callable[[str], RawPage]


class Opened(NamedTuple):
    """What the page of a project says, the tables that go on elsewhere, and what is around its content."""

    record: Partnership
    more: list[MoreRows]
    frame: tuple[str, ...]


class First(NamedTuple):
    """The page of a project, read before its visit: what it says, or why it cannot be read."""

    page: RawPage
    read: Opened | AtlasError

    @property
    def goes_on(self) -> bool:
        """Whether a table goes on elsewhere."""
        return isinstance(self.read, Opened) and bool(self.read.more)


def visit(project_id: int, ask: Ask, base_url: str, unknown: Unknown, first: First | None = None) -> Visit:
    """Ask for a project.

    Args:
        project_id: its number.
        ask: gets the page of an address; the first one is the project's, the others are further pages of its tables.
        base_url: address of the site.
        unknown: how the site answers a number that does not exist.
        first: its page, where it was read ahead.

    Raises:
        RunStopped: as the source.
    """
    at, page = datetime.now(UTC).replace(microsecond=0), None
    try:
        # What a table's further pages show depends on the page that was asked for before them.
        page = first.page if first and not first.goes_on else ask(project_address(base_url, project_id))
        at = page.retrieved_at
        validators = (page.header("ETag"), page.header("Last-Modified"))
        if page.status == 304:
            return Visit(project_id, at, validators=validators)
        if page.status in {404, 410}:
            raise PageGone(f"project {project_id}", f"status {page.status}", "check the number")
        opened = _opened(first) if first else open_first(project_id, page)
        record = with_further_rows(opened.record, opened.more, lambda link: read_further(ask(link)))
        if unknown.has_values and unknown.is_like(page):
            raise PageGone(f"project {project_id}", f"what the site answers to any number: {unknown.words}", "check it")
    except RunStopped:
        raise
    except AtlasError as error:
        return _without_record(project_id, at, page, error, unknown)
    digest = digest_of(record)
    return Visit(project_id, at, record=record, digest=digest, frame=opened.frame, validators=validators)


def _without_record(project_id: int, at: datetime, page: RawPage | None, error: AtlasError, unknown: Unknown) -> Visit:
    """Tell a project that does not exist from one whose page failed."""
    is_named = page is not None and project_id_of(page.address) in {project_id, None}
    if error.kind == NOT_CAPTURED:
        return Visit(project_id, at, missing=True, is_evidence=False, detail=str(error))
    if isinstance(error, PageGone) or (page is not None and is_named and unknown.is_like(page)):
        return Visit(project_id, at, missing=True, detail=str(error))
    if page is not None and page.source != SITE and isinstance(error, NotARecord):
        return Visit(project_id, at, kind=CAPTURED_AS + error.kind, detail=str(error))
    again = isinstance(error, FetchError | NotARecord | LayoutError) and not error.kind.startswith(CAPTURED_AS)
    return Visit(project_id, at, kind=error.kind, detail=str(error), again=again)


def _opened(first: First) -> Opened:
    if isinstance(first.read, AtlasError):
        raise first.read
    return first.read


def open_first(project_id: int, page: RawPage) -> Opened:
    """Read the page of a project, without the further pages of its tables.

    Raises:
        AtlasError: the page is not the project's, or cannot be read.
    """
    if project_id_of(page.address) != project_id:
        next_step = "look at the address in a browser; it may need a login"
        found = f"a redirect to {page.address}"
        raise NotARecord(f"the page of project {project_id}", found, next_step, kind="redirect")
    reader = guarded(lambda: open_bytes(page.body, url=page.address))
    if not page.has_end and Signal.NO_END in reader.document.signals:
        found = "an answer without a length and a page without its end"
        raise FetchError("a whole page", found, "try again later", kind="cut short")
    record = guarded(lambda: record_of(reader, page.body, retrieved_at=page.retrieved_at, source=page.source))
    return Opened(record, reader.more, guarded(lambda: frame_of(reader, record)))


def read_further(page: RawPage) -> Partnership:
    """Read a further page of a table, which is the project's whole page again."""
    return guarded(lambda: record_of(open_bytes(page.body, url=page.address), page.body))


def as_stored(found: Visit, policy: Policy) -> Visit:
    """Give a visit as it may be stored: whoever objects is not even stored, neither in the record nor around it."""
    if found.record is None or policy.opposition is None:
        return found
    page = policy.opposition.apply(marked(found.record, found.frame))
    around = [issue.detail for issue in page.issues if issue.code is IssueCode.IGNORED_TEXT]
    own = [issue for issue in page.issues if issue.code is not IssueCode.IGNORED_TEXT]
    return replace(found, record=page.model_copy(update={"issues": own}), frame=tuple(around))


def digest_of(record: Partnership) -> str:
    """Digest what a record says, so that session ids, clocks, hosts and the rest of the site's frame are no change."""
    return hashlib.sha256(record.model_dump_json(exclude={"provenance", "source_url"}).encode()).hexdigest()
