"""Records of an older parser, read again from the pages in the archive; what changes by it is the parser's doing."""

import json
import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from atlas_scraper.dataset.evidence import replace_reading
from atlas_scraper.dataset.history import PARSER, Seen
from atlas_scraper.dataset.store import Store
from atlas_scraper.dataset.visits import Visit
from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.fetch.replay import Replay
from atlas_scraper.night.ahead import read_ahead
from atlas_scraper.night.unknown_project import NO_ANSWER, Unknown
from atlas_scraper.night.visit import as_stored, visit
from atlas_scraper.people.policy import Policy
from atlas_scraper.values.addresses import base_of, project_id_of
from atlas_scraper.version import __version__

_log = logging.getLogger(__name__)


@dataclass
class Reparsed:
    """What came of reading again.

    Args:
        same: how many records say what they said.
        changed: how many say something else now.
        left: projects whose page could not be read again, with the reason; their records stay as they were.
    """

    same: int = 0
    changed: int = 0
    left: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page to read again: of which project, on which site, and when it was got."""

    project_id: int
    base_url: str
    retrieved_at: datetime


def reparse(
    store: Store, archives: Sequence[Path], policy: Policy, *, every: bool = False, processes: int | None = None
) -> Reparsed:
    """Read the records of another version of the parser again.

    Args:
        store: the store.
        archives: WARC files, or folders of them.
        policy: what becomes of people; only the opposition list counts here.
        every: read the records of this version again as well.
        processes: how many processes; all cores by default.
    """
    done = Reparsed()
    pages = list(_pages(store, done, every=every))
    if not pages:
        return done
    try:
        replay = Replay(archives)
    except FetchError as error:
        done.left |= {page.project_id: str(error) for page in pages}
        _say(done)
        return done
    day, run = datetime.now(UTC).date().isoformat(), f"reparse {__version__}"
    for visited in _read(pages, replay, processes):
        found = as_stored(visited, policy)
        if found.record is None:
            done.left[found.project_id] = found.detail or "the archive's page says that there is no such project"
            continue
        with store.transaction() as db:
            seen = Seen(found.project_id, run, day, PARSER)
            has_changed = replace_reading(db, seen, found.record, found.digest, found.frame)
        done.changed += has_changed
        done.same += not has_changed
    _say(done)
    return done


def _say(done: Reparsed) -> None:
    words = f"records of another version were read again: {done.same} the same, {done.changed} changed"
    _log.info("%s", words)
    if done.left:
        first = next(iter(done.left.items()))
        _log.warning("%s could not be and stay as they were, such as project %s: %s", len(done.left), *first)


def _pages(store: Store, done: Reparsed, *, every: bool) -> Iterator[_Page]:
    query = "SELECT project_id, record FROM pages WHERE record IS NOT NULL AND (? OR parser_version IS NOT ?)"
    for number, text in list(store.rows(f"{query} ORDER BY project_id", (every, __version__))):
        record = json.loads(text)
        base = base_of(record.get("source_url") or "")
        at = (record.get("provenance") or {}).get("retrieved_at")
        if base is None or at is None:
            done.left[number] = "the record does not say from where and when it is"
        else:
            yield _Page(number, base, datetime.fromisoformat(at))


def _read(pages: Sequence[_Page], replay: Replay, processes: int | None) -> Iterator[Visit]:
    """Read pages on all cores, those of a site together."""
    dates = {page.project_id: page.retrieved_at for page in pages}

    def ask(address: str) -> RawPage:
        return _page_of(replay, address, dates)

    for base in sorted({page.base_url for page in pages}):
        numbers = [page.project_id for page in pages if page.base_url == base]
        for number, first in read_ahead(numbers, ask, base, processes):
            yield visit(number, ask, base, Unknown(NO_ANSWER), first)


def _page_of(replay: Replay, address: str, dates: Mapping[int, datetime]) -> RawPage:
    """Get the page that a record was read from; of a table's further page, the one that followed it."""
    number = project_id_of(address)
    if number is None:
        return replay.get(address)
    captures = [one for one in replay.captures_of(address) if one.date == dates.get(number)]
    if not captures:
        found = "none of that time"
        raise FetchError(
            f"the capture of {address} of {dates.get(number)}", found, "give the archive of that day as well"
        )
    return replay.read(captures[-1])
