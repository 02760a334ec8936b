"""The state of the dataset between nights, in one SQLite file; one transaction a page.

WAL makes each transaction whole or absent whatever kills the process. A record is replaced by a good record and
by nothing else: a failed page keeps its last one, marked stale.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from atlas_scraper.errors import RunStopped
from atlas_scraper.record.model import Partnership

VERSION = 1
GONE_AFTER = 3
_SCHEMA = """
CREATE TABLE runs (run TEXT PRIMARY KEY, plan TEXT NOT NULL, started TEXT NOT NULL, base TEXT, tail INTEGER,
    archive_end INTEGER, outcome TEXT, report TEXT) STRICT;
CREATE TABLE queue (run TEXT, place INTEGER, project_id INTEGER, PRIMARY KEY (run, place)) STRICT;
CREATE TABLE visits (run TEXT, project_id INTEGER, outcome TEXT NOT NULL, kind TEXT NOT NULL, detail TEXT NOT NULL,
    was_known INTEGER NOT NULL, again INTEGER NOT NULL, PRIMARY KEY (run, project_id)) STRICT;
CREATE TABLE pages (project_id INTEGER PRIMARY KEY, record TEXT, digest TEXT, parser_version TEXT, etag TEXT,
    last_modified TEXT, first_seen TEXT, last_seen TEXT, last_change TEXT, failures INTEGER NOT NULL DEFAULT 0,
    last_failure TEXT, stale INTEGER NOT NULL DEFAULT 0, missing_days INTEGER NOT NULL DEFAULT 0, last_missing TEXT,
    gone INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE answers (address TEXT PRIMARY KEY, digest TEXT NOT NULL, date TEXT NOT NULL) STRICT;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""
Outcome = Literal["new", "changed", "unchanged", "missing", "failed"]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the night: its name, when it started, the release it began from, and where the archive ends."""

    run: str
    plan: str
    started: datetime
    base: str | None
    tail: int | None
    archive_end: int | None


@dataclass(frozen=True, slots=True)
class Visit:
    """What came of asking for one project.

    Args:
        project_id: its number.
        at: when the answer came.
        record: the record; `None` when there is none, or the site said that nothing changed.
        digest: digest of the record's content, `""` without one.
        missing: whether the site says that there is no such project.
        kind: kind of the error that stopped the page, `""` for none.
        is_evidence: whether `missing` says something of the project; that an archive has not captured it does not.
        detail: the error in words.
        again: whether it may do better later in the same run.
        validators: `ETag` and `Last-Modified` of the answer.
        archive_end: where the archive ended behind its answers.
        answers: address, digest and date of each whole answer that was archived on the way.
    """

    project_id: int
    at: datetime
    record: Partnership | None = None
    digest: str = ""
    missing: bool = False
    is_evidence: bool = True
    kind: str = ""
    detail: str = ""
    again: bool = False
    validators: tuple[str | None, str | None] = (None, None)
    archive_end: int | None = None
    answers: tuple[tuple[str, str, str], ...] = ()


class Store:
    """The store; use it as a context manager.

    Args:
        path: its file, made when it does not exist.

    Raises:
        RunStopped: the file is no store of this version.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._db = sqlite3.connect(path, isolation_level=None)
            self._open()
        except sqlite3.DatabaseError as error:
            next_step = "move the file away, or restore it from a copy"
            raise RunStopped(f"the store {path}", str(error), next_step) from error

    def _open(self) -> None:
        try:
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._prepare()
        except BaseException:
            self._db.close()
            raise

    def _prepare(self) -> None:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version == 0:
            self._db.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version={VERSION}; COMMIT;")
        elif version != VERSION:
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
            RunStopped: the disk is full, or fails.
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
            raise

    def fact(self, name: str) -> str | None:
        """Give a fact noted under a name, `None` when there is none."""
        row = self._db.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def note(self, name: str, value: str) -> None:
        """Note a fact under a name."""
        with self.transaction() as db:
            db.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    # -- runs

    def begin(self, run: Run, queue: list[int]) -> None:
        """Begin a run with the numbers to ask for; an unfinished one is given up, with what it has found kept."""
        with self.transaction() as db:
            db.execute("UPDATE runs SET outcome = 'given up' WHERE outcome IS NULL")
            db.execute("DELETE FROM queue")
            row = (run.run, run.plan, run.started.isoformat(), run.base, run.tail, run.archive_end, None, None)
            db.execute("INSERT INTO runs VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
            db.executemany("INSERT INTO queue VALUES (?, ?, ?)", ((run.run, *each) for each in enumerate(queue)))

    def unfinished(self) -> Run | None:
        """Give the run that was killed or interrupted, if the last one was."""
        row = self._db.execute(
            "SELECT run, plan, started, base, tail, archive_end FROM runs WHERE outcome IS NULL"
        ).fetchone()
        return Run(row[0], row[1], datetime.fromisoformat(row[2]), *row[3:]) if row else None

    def finish(self, run: str, outcome: str, report: dict[str, Any]) -> None:
        """End a run; its visits are summed up in its report and no longer needed."""
        with self.transaction() as db:
            db.execute("UPDATE runs SET outcome = ?, report = ? WHERE run = ?", (outcome, json.dumps(report), run))
            db.execute("DELETE FROM queue WHERE run = ?", (run,))

    def has_run(self, run: str) -> bool:
        """Tell whether a run of this name has ever begun."""
        return self._db.execute("SELECT 1 FROM runs WHERE run = ?", (run,)).fetchone() is not None

    def queue(self, run: str) -> list[int]:
        """List the numbers that a run set out to ask for, in order."""
        return [
            number
            for (number,) in self._db.execute("SELECT project_id FROM queue WHERE run = ? ORDER BY place", (run,))
        ]

    def visited(self, run: str) -> dict[int, tuple[str, bool]]:
        """Give the outcome of each visit of a run, and whether the page may be asked for again."""
        rows = self._db.execute("SELECT project_id, outcome, again FROM visits WHERE run = ?", (run,))
        return {number: (outcome, bool(again)) for number, outcome, again in rows}

    def visits(self, run: str) -> list[tuple[int, str, str, str, bool]]:
        """List the visits of a run: number, outcome, kind, detail, whether the project was known."""
        rows = self._db.execute(
            "SELECT project_id, outcome, kind, detail, was_known FROM visits WHERE run = ? ORDER BY project_id", (run,)
        )
        return [(*row[:4], bool(row[4])) for row in rows]

    # -- pages

    def known(self) -> list[tuple[int, str | None]]:
        """List the projects that are not gone with when they were last seen, the longest ago first."""
        return self._db.execute(
            "SELECT project_id, last_seen FROM pages WHERE NOT gone"
            " ORDER BY last_seen IS NOT NULL, last_seen, project_id"
        ).fetchall()

    def highest(self) -> int:
        """Give the highest number with a record, 0 when there is none."""
        (number,) = self._db.execute("SELECT max(project_id) FROM pages WHERE record IS NOT NULL").fetchone()
        return number or 0

    def validators(self, project_id: int, parser_version: str) -> tuple[str | None, str | None]:
        """Give `ETag` and `Last-Modified` of a page whose record this version of the parser has read."""
        row = self._db.execute(
            "SELECT etag, last_modified FROM pages WHERE project_id = ? AND parser_version = ? AND NOT stale",
            (project_id, parser_version),
        ).fetchone()
        return (row[0], row[1]) if row else (None, None)

    def answer(self, address: str) -> tuple[str, str] | None:
        """Give digest and date of the last whole answer of an address, for `revisit` records."""
        row: tuple[str, str] | None = self._db.execute(
            "SELECT digest, date FROM answers WHERE address = ?", (address,)
        ).fetchone()
        return row

    def digest(self, project_id: int) -> str:
        """Give the digest of what the last good record of a project says, empty where there is none that counts."""
        query = "SELECT digest FROM pages WHERE project_id = ? AND record IS NOT NULL AND NOT gone"
        row = self._db.execute(query, (project_id,)).fetchone()
        return row[0] if row else ""

    def records(self) -> Iterator[Partnership]:
        """Yield the records of all projects that are not gone, by number."""
        rows = self._db.execute("SELECT record FROM pages WHERE record IS NOT NULL AND NOT gone ORDER BY project_id")
        for (text,) in rows:
            yield Partnership.model_validate_json(text)

    def states(self) -> Iterator[dict[str, Any]]:
        """Yield what is known of each project beside its record, by number."""
        rows = self._db.execute(
            "SELECT project_id, first_seen, last_seen, last_change, failures, last_failure, stale, missing_days, gone,"
            " record IS NOT NULL FROM pages ORDER BY project_id"
        )
        for number, first, last, change, failures, failure, stale, missing, gone, has_record in rows:
            state = "gone" if gone else "missing" if missing else "stale" if stale else "current"
            yield {
                "project_id": number,
                "state": state if has_record else "never read",
                "first_seen": first,
                "last_seen": last,
                "last_change": change,
                "failures": failures,
                "last_failure": failure,
            }

    def save(self, run: str, visit: Visit) -> Outcome:
        """Take in what came of one page, in one transaction; a good record is replaced by a good one alone."""
        with self.transaction() as db:
            row = db.execute(
                "SELECT record IS NOT NULL AND NOT gone, digest, parser_version, missing_days, last_missing FROM pages"
                " WHERE project_id = ?",
                (visit.project_id,),
            ).fetchone()
            was_known = bool(row and row[0])
            outcome = _take_in(db, visit, row)
            db.execute(
                "INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?, ?, ?, ?)",
                (run, visit.project_id, outcome, visit.kind, visit.detail, was_known, visit.again),
            )
            db.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", visit.answers)
            if visit.archive_end is not None:
                db.execute("UPDATE runs SET archive_end = ? WHERE run = ?", (visit.archive_end, run))
        return outcome


def _take_in(db: sqlite3.Connection, visit: Visit, row: tuple[Any, ...] | None) -> Outcome:
    number, at = visit.project_id, visit.at.isoformat()
    if visit.missing:
        if visit.is_evidence:
            _count_missing(db, visit, row)
        return "missing"
    if visit.kind:
        db.execute(
            "INSERT INTO pages (project_id, failures, last_failure, stale) VALUES (?, 1, ?, 1) ON CONFLICT DO UPDATE"
            " SET failures = failures + 1, last_failure = excluded.last_failure, stale = 1",
            (number, f"{at} {visit.kind}"),
        )
        return "failed"
    seen = (
        "last_seen = ?, etag = ?, last_modified = ?, stale = 0, failures = 0, missing_days = 0, last_missing = NULL,"
        " gone = 0"
    )
    values = (at, *visit.validators)
    if visit.record is None or (row and row[0] and row[1:3] == (visit.digest, visit.record.provenance.parser_version)):
        db.execute(f"UPDATE pages SET {seen} WHERE project_id = ?", (*values, number))  # noqa: S608 - our own words
        return "unchanged"
    db.execute("INSERT OR IGNORE INTO pages (project_id) VALUES (?)", (number,))
    version = visit.record.provenance.parser_version
    db.execute(
        f"UPDATE pages SET {seen}, record = ?, digest = ?, parser_version = ?, last_change = ?,"  # noqa: S608 - idem
        " first_seen = coalesce(first_seen, ?) WHERE project_id = ?",
        (*values, visit.record.model_dump_json(), visit.digest, version, at, at, number),
    )
    return "changed" if row and row[0] else "new"


def _count_missing(db: sqlite3.Connection, visit: Visit, row: tuple[Any, ...] | None) -> None:
    """Count the days on which the site says that there is no such project; on the third it is gone.

    A project that never had a record is forgotten.
    """
    if row is None:
        return
    if not row[0]:
        db.execute("DELETE FROM pages WHERE project_id = ? AND record IS NULL", (visit.project_id,))
        return
    day = visit.at.date().isoformat()
    days = row[3] + (row[4] != day)
    db.execute(
        "UPDATE pages SET missing_days = ?, last_missing = ?, gone = ? WHERE project_id = ?",
        (days, day, days >= GONE_AFTER, visit.project_id),
    )
