"""Captures fetched into an archive of our own: a WARC file for each source, as if we had captured them then.

What the archive has is not asked for again, so a killed run goes on where it was. A payload that an index says is the
one of another capture is asked for once; the others are kept as revisits, with their own moments. What an archive
turned out not to have is noted beside the WARC files and not asked for again.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.archive import ArchiveWriter, Earlier
from atlas_scraper.fetch.archive_files import end_of_whole_records
from atlas_scraper.fetch.captures import Capture, list_captures
from atlas_scraper.fetch.mementos import NOT_CAPTURED
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.sources.raw import Ask, fetch
from atlas_scraper.sources.table import Row
from atlas_scraper.values.addresses import canonical_address
from atlas_scraper.version import __version__

NOT_THERE = "not-captured.jsonl"
Key = tuple[int | None, datetime]
"""Number of a project and moment of a capture."""


@dataclass
class Backfill:
    """The archive that is filled; use it as a context manager.

    Args:
        folder: its folder, made when it is not there.
        ask: asks a host for an address.
        say: takes one line of words for the user.
        counts: what came of the captures: `fetched`, `same as another`, `had already`, `not there`, `failed`.
    """

    folder: Path
    ask: Ask
    say: Callable[[str], object]
    counts: Counter[str] = field(default_factory=Counter)

    def __enter__(self) -> "Backfill":
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o700)  # pages name people
        self._stack = ExitStack()
        self._writers: dict[str, ArchiveWriter] = {}
        self._had, self._originals = set[Key](), dict[str, Earlier]()
        for file in sorted(self.folder.glob("*.warc.gz")):
            for capture in list_captures(file, []):
                self._remember(capture)
        self._not_there = set(_lines(self.folder / NOT_THERE))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _remember(self, capture: Capture) -> None:
        self._had.add((capture.project_id, capture.date))
        if capture.original is None and capture.indexed_digest:
            date = capture.date.isoformat().replace("+00:00", "Z")
            self._originals[capture.indexed_digest] = Earlier(capture.digest, date, capture.address)

    def fill(self, rows: Iterable[Row], limit: int | None = None) -> Iterator[Row]:
        """Fetch captures, and yield each that was asked for or kept as the same as another.

        Args:
            rows: the captures that are wanted.
            limit: how many to ask for at most.

        Raises:
            RunStopped: an archive forbids it, asks for a long rest, or is down; what came before is kept.
            OSError: the archive cannot be written.
        """
        asked = 0
        for row in rows:
            if (row.project_id, row.moment) in self._had:
                self.counts["had already"] += 1
            elif row.place in self._not_there:
                self.counts["not there"] += 1
            elif row.digest in self._originals and row.status in {200, None}:
                self._keep_same(row, self._originals[row.digest])
                yield row
            elif limit is None or asked < limit:
                asked += 1
                self._fetch(row)
                yield row
            else:
                self.counts["left for later"] += 1

    def _fetch(self, row: Row) -> None:
        try:
            page = fetch(row, self.ask)
        except FetchError as error:
            self.say(f"error: {row.place}: {error}")
            if error.kind == NOT_CAPTURED:
                self.counts["not there"] += 1
                self._note_not_there(row, error)
            else:
                self.counts["failed"] += 1
            return
        kept = self._writer(row.source).write(page, indexed_digest=row.digest)
        self._had.add((row.project_id, row.moment))
        if row.digest and page.status == 200:
            self._originals[row.digest] = Earlier(kept.digest, kept.date, page.address)
        self.counts["fetched"] += 1

    def _keep_same(self, row: Row, earlier: Earlier) -> None:
        page = RawPage(canonical_address(row.address), 200, "", (), b"", b"", row.moment, source=row.source)
        self._writer(row.source).write_same(page, earlier, indexed_digest=row.digest)
        self._had.add((row.project_id, row.moment))
        self.counts["same as another"] += 1

    def _writer(self, source: str) -> ArchiveWriter:
        if source not in self._writers:
            name = "".join(letter if letter.isalnum() or letter in ".-" else "_" for letter in source)
            path = self.folder / f"{name.removesuffix('.warc.gz')}.warc.gz"
            about = {"software": f"atlas_scraper/{__version__}", "source": source}
            end = end_of_whole_records(path) if path.exists() else None
            self._writers[source] = ArchiveWriter(path, about=about, resume_at=end)
            self._stack.callback(self._writers[source].close)
        return self._writers[source]

    def _note_not_there(self, row: Row, error: FetchError) -> None:
        self._not_there.add(row.place)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        with (self.folder / NOT_THERE).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"place": row.place, "found": error.found, "at": at}, ensure_ascii=False) + "\n")


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text("utf-8").splitlines() if path.exists() else ():
        try:
            yield str(json.loads(line)["place"])
        except (ValueError, KeyError, TypeError):
            continue  # cut off as it was written; it is asked for once more
