"""The state of the dataset between nights, in one SQLite file; one transaction a page.

WAL makes each transaction whole or absent whatever kills the process. What a run sees is kept as its visits, and
becomes what the dataset believes (`pages`, `history`) when the run is settled: see `evidence.py`.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from atlas_scraper.dataset.migrations import VERSION, migrate, version_of
from atlas_scraper.dataset.older_records import readable
from atlas_scraper.dataset.visits import Run, Visit, VisitOutcome, kind_of, outcome_of
from atlas_scraper.errors import RunStopped
from atlas_scraper.record.model import Partnership

FILE = "store.sqlite"
_RUN = "run, plan, started, base, tail, archive_end, known, settled"


class Store:
    """The store; use it as a context manager.

    Args:
        path: its file, made when it does not exist.

    Raises:
        RunStopped: the file is no store, is damaged, or is of a later version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._db = sqlite3.connect(path, isolation_level=None)
            self._open()
        except sqlite3.DatabaseError as error:
            raise self._cannot_be_read(error) from error

    def _open(self) -> None:
        try:
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._refuse_later_version()
            migrate(self._db)
        except BaseException:
            self._db.close()
            raise

    def _refuse_later_version(self) -> None:
        if (version := version_of(self._db)) > VERSION:
            next_step = "use the version of atlas_scraper that wrote it, or rebuild it with --from-archive"
            raise RunStopped(f"a store of version {VERSION} in {self.path}", f"version {version}", next_step)

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Do all or nothing.

        Raises:
            RunStopped: the disk is full, or fails, or the store is damaged.
        """
        try:
            self._db.execute("BEGIN IMMEDIATE")
            yield self._db
            self._db.execute("COMMIT")
        except BaseException as error:
            if self._db.in_transaction:  # a full disk has rolled it back already
                self._db.execute("ROLLBACK")
            if isinstance(error, sqlite3.OperationalError):
                next_step = "make room and check the disk, then run again; nothing is lost"
                raise RunStopped(f"a store that can be written, {self.path}", str(error), next_step) from error
            if isinstance(error, sqlite3.DatabaseError):
                raise self._cannot_be_read(error) from error
            raise

    def rows(self, query: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query.

        Raises:
            RunStopped: the store is damaged.
        """
        try:
            yield from self._db.execute(query, values)
        except sqlite3.DatabaseError as error:
            raise self._cannot_be_read(error) from error

    def row(self, query: str, values: tuple[Any, ...] = ()) -> tuple[Any, ...] | None:
        """Give the first row of a query, `None` where there is none; errors as in `rows`."""
        return next(self.rows(query, values), None)

    def _cannot_be_read(self, error: Exception) -> RunStopped:
        next_step = "restore it from a copy, or move the file away and rebuild it with `refresh --from-archive`"
        return RunStopped(f"the store {self.path}", str(error), next_step, kind="damaged store")

    def fact(self, name: str) -> str | None:
        """Give a fact noted under a name, `None` when there is none."""
        row = self.row("SELECT value FROM facts WHERE name = ?", (name,))
        return row[0] if row else None

    def note(self, name: str, value: str) -> None:
        """Note a fact under a name."""
        with self.transaction() as db:
            db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    # -- runs

    def begin(self, run: Run, queue: list[int]) -> None:
        """Begin a run with the numbers to ask for; an unfinished one is given up."""
        with self.transaction() as db:
            db.execute("UPDATE runs SET outcome = 'given up' WHERE outcome IS NULL")
            db.execute("DELETE FROM queue")
            row = (run.run, run.plan, run.started.isoformat(), run.base, run.tail, run.archive_end)
            db.execute(
                f"INSERT INTO runs ({_RUN}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own words
                (*row, json.dumps(run.known), run.is_settled),
            )
            db.executemany("INSERT INTO queue VALUES (?, ?, ?)", ((run.run, *each) for each in enumerate(queue)))

    def unfinished(self) -> Run | None:
        """Give the run that was killed or interrupted, if the last one was."""
        row = self.row(f"SELECT {_RUN} FROM runs WHERE outcome IS NULL")  # noqa: S608 - our own words
        if row is None:
            return None
        name, plan, started, base, tail, end, known, settled = row
        return Run(
            name, plan, datetime.fromisoformat(started), base, tail, end, tuple(json.loads(known)), bool(settled)
        )

    def finish(self, run: str, outcome: str, report: dict[str, Any]) -> None:
        """End a run; its visits are summed up in its report and no longer needed.

        Of a run that was not settled all that stays is when its projects were asked for.
        """
        with self.transaction() as db:
            db.execute(
                "UPDATE pages SET asked_at = visits.at FROM visits WHERE visits.run = ?"
                " AND visits.project_id = pages.project_id AND NOT (SELECT settled FROM runs WHERE runs.run = ?)",
                (run, run),
            )
            db.execute("UPDATE runs SET outcome = ?, report = ? WHERE run = ?", (outcome, json.dumps(report), run))
            db.execute("DELETE FROM queue WHERE run = ?", (run,))
            db.execute("DELETE FROM visits WHERE run = ?", (run,))

    def note_run(self, run: str, at: datetime, outcome: str, report: dict[str, Any]) -> None:
        """Note what somebody did that asked for nothing, such as going back to an earlier release."""
        with self.transaction() as db:
            row = (run, "", at.isoformat(), outcome, json.dumps(report))
            db.execute("INSERT INTO runs (run, plan, started, outcome, report) VALUES (?, ?, ?, ?, ?)", row)

    def has_run(self, run: str) -> bool:
        """Tell whether a run of this name has ever begun."""
        return self.row("SELECT 1 FROM runs WHERE run = ?", (run,)) is not None

    def runs(self, last: int = -1) -> list[tuple[str, str, str, bool, dict[str, Any]]]:
        """List the last runs, the newest first: name, start, outcome, whether it was settled, report."""
        query = "SELECT run, started, outcome, settled, report FROM runs ORDER BY rowid DESC LIMIT ?"
        return [
            (run, started, outcome or "unfinished", bool(settled), json.loads(report or "{}"))
            for run, started, outcome, settled, report in self.rows(query, (last,))
        ]

    def outcome(self, run: str) -> str | None:
        """Give what came of a run, `None` where it never began or is not finished."""
        row = self.row("SELECT outcome FROM runs WHERE run = ?", (run,))
        return row[0] if row else None

    def is_settled(self, run: str) -> bool:
        """Tell whether what a run saw has been taken into the dataset."""
        row = self.row("SELECT settled FROM runs WHERE run = ?", (run,))
        return bool(row and row[0])

    def failed(self, run: str) -> list[tuple[int, str, str]]:
        """List the pages that failed in a run: number, time, kind."""
        query = "SELECT project_id, at, kind FROM visits WHERE run = ? AND outcome = 'failed' ORDER BY project_id"
        return [(number, at, kind) for number, at, kind in self.rows(query, (run,))]

    def place_of(self, run: str) -> int:
        """Give the place of a run among all, from 1, which no clock can move."""
        row = self.row("SELECT rowid FROM runs WHERE run = ?", (run,))
        return int(row[0]) if row else 0

    def queue(self, run: str) -> list[int]:
        """List the numbers that a run set out to ask for, in order."""
        return [number for (number,) in self.rows("SELECT project_id FROM queue WHERE run = ? ORDER BY place", (run,))]

    def visited(self, run: str) -> dict[int, tuple[str, bool]]:
        """Give the outcome of each visit of a run, and whether the page may be asked for again."""
        rows = self.rows("SELECT project_id, outcome, again FROM visits WHERE run = ?", (run,))
        return {number: (outcome, bool(again)) for number, outcome, again in rows}

    def visits(self, run: str) -> list[tuple[int, str, str, str, bool]]:
        """List the visits of a run: number, outcome, kind, detail, whether the project was known."""
        query = "SELECT project_id, outcome, kind, detail, was_known FROM visits WHERE run = ? ORDER BY project_id"
        return [(*row[:4], bool(row[4])) for row in self.rows(query, (run,))]

    def save(self, run: str, visit: Visit) -> VisitOutcome:
        """Keep what came of one page as a visit of the run, in one transaction; nothing is believed yet."""
        known = self.row(
            "SELECT record IS NOT NULL AND NOT gone, digest, parser_version FROM pages WHERE project_id = ?",
            (visit.project_id,),
        )
        outcome, was_known = outcome_of(visit, known), bool(known and known[0])
        kept = visit.record.model_dump_json() if visit.record else None
        frame = json.dumps(visit.frame, ensure_ascii=False) if visit.record else None
        row = (run, visit.project_id, outcome, kind_of(visit), visit.detail, was_known, visit.again)
        with self.transaction() as db:
            db.execute(
                "INSERT OR REPLACE INTO visits (run, project_id, outcome, kind, detail, was_known, again, at, record,"
                " digest, etag, last_modified, frame) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, visit.at.isoformat(), kept, visit.digest, *visit.validators, frame),
            )
            db.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)", visit.answers)
            if visit.archive_end is not None:
                db.execute("UPDATE runs SET archive_end = ? WHERE run = ?", (visit.archive_end, run))
        return outcome

    # -- what is believed

    def known(self) -> list[tuple[int, str | None]]:
        """List the projects that are not gone with when they were last seen, those asked for longest ago first."""
        return [
            (row[0], row[1])
            for row in self.rows(
                "SELECT project_id, last_seen FROM pages WHERE NOT gone"
                " ORDER BY asked_at IS NOT NULL, asked_at, project_id"
            )
        ]

    def highest(self) -> int:
        """Give the highest number with a record, 0 when there is none."""
        row = self.row("SELECT max(project_id) FROM pages WHERE record IS NOT NULL")
        return (row and row[0]) or 0

    def validators(self, project_id: int, parser_version: str) -> tuple[str | None, str | None]:
        """Give `ETag` and `Last-Modified` of a page whose record and frame this version of the parser has read."""
        row = self.row(
            "SELECT etag, last_modified FROM pages WHERE project_id = ? AND parser_version = ?"
            " AND NOT (stale OR missing_days OR gone) AND frame IS NOT NULL",
            (project_id, parser_version),
        )
        return (row[0], row[1]) if row else (None, None)

    def answer(self, address: str) -> tuple[str, str, str] | None:
        """Give digest, date and digest of the content of the last whole answer of an address, for `revisit` records."""
        row = self.row("SELECT digest, date, content FROM answers WHERE address = ?", (address,))
        return (row[0], row[1], row[2]) if row else None

    def texts(self) -> Iterator[tuple[int, str]]:
        """Yield number and record, as it is stored, of all projects that are not gone, by number."""
        query = "SELECT project_id, record FROM pages WHERE record IS NOT NULL AND NOT gone ORDER BY project_id"
        yield from ((row[0], row[1]) for row in self.rows(query))

    def records(self) -> Iterator[Partnership]:
        """Yield the records of all projects that are not gone, by number, as each page was read by itself.

        A record of an older model is given as far as it can be; one that cannot be is kept and left out: `unreadable`
        lists those.
        """
        return (record for _, text in self.texts() if (record := readable(text)))

    def unreadable(self) -> list[int]:
        """List the projects whose record this version cannot give, until it is read again from the archive."""
        return [number for number, text in self.texts() if readable(text) is None]

    def states(self) -> Iterator[dict[str, Any]]:
        """Yield what is known of each project beside its record, by number."""
        rows = self.rows(
            "SELECT project_id, first_seen, last_seen, last_change, failures, last_failure, stale, missing_days, gone,"
            " record IS NOT NULL, gone_on FROM pages ORDER BY project_id"
        )
        for number, first, last, change, failures, failure, stale, missing, gone, has_record, gone_on in rows:
            state = "gone" if gone else "missing" if missing else "stale" if stale else "current"
            yield {
                "project_id": number,
                "state": state if has_record else "never read",
                "first_seen": first,
                "last_seen": last,
                "last_change": change,
                "failures": failures,
                "last_failure": failure,
                "gone_on": gone_on,
            }
