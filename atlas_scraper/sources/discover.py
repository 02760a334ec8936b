"""What archives hold of the site: asked of their indexes page by page, resumed where it was broken off."""

import json
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from atlas_scraper.errors import FetchError
from atlas_scraper.sources.archives import Archive
from atlas_scraper.sources.asker import Asker
from atlas_scraper.sources.cdx import Values, moment_of, status_of
from atlas_scraper.sources.index_files import lines_of
from atlas_scraper.sources.indexes import Wanted, endpoints_of, pages_of
from atlas_scraper.sources.table import Row, as_dict, row_of
from atlas_scraper.values.addresses import canonical_address, project_id_of

_log = logging.getLogger(__name__)


@dataclass
class Journal:
    """What has been found so far, so that a listing goes on where it was broken off.

    Args:
        path: its file, a line of JSON a page; `None` to keep nothing.
    """

    path: Path | None = None
    rows: dict[str, list[Row]] = field(default_factory=dict)
    following: dict[str, str | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        lines = self.path.read_text("utf-8").splitlines() if self.path and self.path.exists() else []
        for line in lines:
            try:
                page = json.loads(line)
                self._take(page["asked"], [row_of(row) for row in page["rows"]], page["following"])
            except (ValueError, KeyError, TypeError):
                break  # cut off as it was written; what it said is asked for again

    def _take(self, asked: str, rows: list[Row], following: str | None) -> None:
        self.rows.setdefault(asked, []).extend(rows)
        self.following[asked] = following

    def note(self, asked: str, rows: list[Row], following: str | None) -> None:
        """Take in a page of a listing."""
        self._take(asked, rows, following)
        if self.path:
            page = {"asked": asked, "following": following, "rows": [as_dict(row) for row in rows]}
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(page, ensure_ascii=False) + "\n")


def discover(sources: Sequence[Archive | Path], wanted: Wanted, asker: Asker, journal: Journal) -> Iterator[Row]:
    """Yield what archives hold of the site's projects, in the order of their indexes.

    Raises:
        FetchError: an index cannot be read to its end.
        RunStopped: as the archive; what was found stays in the journal.
    """
    for source in sources:
        if isinstance(source, Path):
            yield from _in_file(source, wanted)
            continue
        for endpoint in endpoints_of(source, asker.ask):
            yield from _at(endpoint, source, wanted, asker, journal)


def _at(endpoint: str, archive: Archive, wanted: Wanted, asker: Asker, journal: Journal) -> Iterator[Row]:
    asked = wanted.query(endpoint)
    yield from journal.rows.get(asked, ())
    had = set(journal.rows.get(asked, ()))  # a numbered page may hold what came without a number
    for page in pages_of(endpoint, wanted, asker.ask, journal.following.get(asked, "")):
        rows = [row for values in page.lines if (row := _row(values, archive.name, _place(values, archive), wanted))]
        rows = [row for row in dict.fromkeys(rows) if row not in had]
        had.update(rows)
        journal.note(asked, rows, page.following)
        _log.info("%s: %d captures of projects%s", endpoint, len(rows), ", more to come" if page.following else "")
        yield from rows


def _in_file(path: Path, wanted: Wanted) -> Iterator[Row]:
    for values, place in lines_of(path):
        row = _row(values, path.name, place, wanted)
        if row and not place:
            raise FetchError(
                f"places of captures in {path}", "a line without one", "give an index with filename and offset"
            )
        if row:
            yield row


def _place(values: Values, archive: Archive) -> str:
    if archive.has_ranges:
        return f"{archive.captures}{values.get('filename')}#{values.get('offset')},{values.get('length')}"
    return f"{archive.captures}{values.get('timestamp')}id_/{values.get('url')}"


def _row(values: Values, source: str, place: str, wanted: Wanted) -> Row | None:
    """Make a row of what an index says of a capture; `None` when it is none of a project of the site, or not wanted."""
    address, moment = values.get("url", ""), moment_of(values)
    number = project_id_of(canonical_address(address))
    if number is None or moment is None or not _is_of_site(address, wanted.base_url):
        return None
    if (wanted.since and moment < wanted.since) or (wanted.until and moment > wanted.until):
        return None
    return Row(number, moment, status_of(values), values.get("digest", ""), address, source, place)


def _is_of_site(address: str, base_url: str) -> bool:
    """Tell whether an address is that of a project's page, on either host and in any spelling."""
    wanted, found = urlsplit(base_url), urlsplit(canonical_address(address))
    hosts = {(parts.hostname or "").removeprefix("www.") for parts in (wanted, found)}
    return len(hosts) == 1 and found.path.lower() == f"{wanted.path}dyn/public/atlas/detailprojet.html".lower()
