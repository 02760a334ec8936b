"""Evidence weighed: what a healthy run saw becomes what the dataset believes, all at once.

Good is never replaced with bad: a page that failed keeps its record, marked stale. A project is gone when healthy runs
of three days have missed it; when it is found again it is the one it was. Whatever changes goes into the history.
"""

import json
import sqlite3
from dataclasses import replace
from typing import Any

from atlas_scraper.dataset.changes import change_of
from atlas_scraper.dataset.history import EITHER, SITE, Seen, keep, keep_fields

GONE_AFTER = 3
_VISIT = (
    "SELECT visits.project_id, visits.outcome, visits.kind, visits.at, visits.record, visits.digest, visits.etag,"
    " visits.last_modified, pages.project_id, pages.record, pages.digest, pages.parser_version, pages.missing_days,"
    " pages.last_missing, pages.gone FROM visits LEFT JOIN pages USING (project_id)"
    " WHERE visits.run = ? AND visits.project_id = ?"
)


def settle(db: sqlite3.Connection, run: str) -> None:
    """Take the visits of a run into the dataset; within a transaction of the caller's."""
    numbers = db.execute("SELECT project_id FROM visits WHERE run = ? ORDER BY project_id", (run,)).fetchall()
    for (number,) in numbers:  # one record at a time in memory
        row = db.execute(_VISIT, (run, number)).fetchone()
        outcome, kind, at = row[1:4]
        if row[8] is None and outcome != "missing":
            db.execute("INSERT INTO pages (project_id) VALUES (?)", (number,))
        db.execute("UPDATE pages SET asked_at = ? WHERE project_id = ?", (at, number))
        if outcome == "missing":
            _miss(db, run, row)
        elif outcome == "failed":
            db.execute(
                "UPDATE pages SET failures = failures + 1, last_failure = ?, stale = 1 WHERE project_id = ?",
                (f"{at} {kind}", number),
            )
        else:
            _see(db, run, row)
    db.execute("UPDATE runs SET settled = 1 WHERE run = ?", (run,))


def _see(db: sqlite3.Connection, run: str, row: tuple[Any, ...]) -> None:
    number, at, record, digest, etag, modified = row[0], *row[3:8]
    before, old_digest, old_version, was_gone = row[9], row[10], row[11], bool(row[14])
    seen = Seen(number, run, at[:10])
    db.execute(
        "UPDATE pages SET last_seen = ?, etag = ?, last_modified = ?, stale = 0, failures = 0, missing_days = 0,"
        " last_missing = NULL, gone = 0, gone_on = NULL, gone_asks = 0, first_seen = coalesce(first_seen, ?)"
        " WHERE project_id = ?",
        (at, etag, modified, at, number),
    )
    db.execute("DELETE FROM numbers WHERE project_id = ?", (number,))
    if before is None:
        keep(db, seen, "added")
    elif was_gone:
        keep(db, seen, "back")
    if record is None:
        return
    version = json.loads(record)["provenance"]["parser_version"]
    if digest == old_digest and version == old_version:
        if was_gone:
            db.execute("UPDATE pages SET last_change = ? WHERE project_id = ?", (at, number))
        return
    if before is not None:
        keep_fields(db, replace(seen, cause=SITE if version == old_version else EITHER), before, record)
    # The version of the parser alone is no change of the project.
    has_changed = before is None or was_gone or bool(change_of(json.loads(before), json.loads(record)))
    db.execute(
        "UPDATE pages SET record = ?, digest = ?, parser_version = ?, run = ?,"
        " last_change = CASE WHEN ? THEN ? ELSE last_change END WHERE project_id = ?",
        (record, digest, version, run, has_changed, at, number),
    )


def _miss(db: sqlite3.Connection, run: str, row: tuple[Any, ...]) -> None:
    """Count the days on which the site says that there is no such project; on the third it is gone.

    A project that never had a record is forgotten.
    """
    number, at, is_page, record, days, last, is_gone = row[0], row[3], row[8], row[9], row[12], row[13], row[14]
    if is_page is None or record is None:
        db.execute("DELETE FROM pages WHERE project_id = ?", (number,))
        db.execute("INSERT OR REPLACE INTO numbers VALUES (?, ?)", (number, at))
        return
    day = at[:10]
    if is_gone:
        db.execute("UPDATE pages SET gone_asks = gone_asks + 1 WHERE project_id = ?", (number,))
        return
    days += last != day
    db.execute("UPDATE pages SET missing_days = ?, last_missing = ? WHERE project_id = ?", (days, day, number))
    if days >= GONE_AFTER:
        db.execute("UPDATE pages SET gone = 1, gone_on = ?, gone_asks = 0 WHERE project_id = ?", (day, number))
        keep(db, Seen(number, run, day), "gone")


def replace_reading(db: sqlite3.Connection, seen: Seen, record: str, digest: str) -> bool:
    """Replace a record by another reading of the same page; within a transaction of the caller's.

    Returns:
        Whether it says something else now, which is the parser's doing: the project did not change.
    """
    (before,) = db.execute("SELECT record FROM pages WHERE project_id = ?", (seen.project_id,)).fetchone()
    old, new = json.loads(before), json.loads(record)
    keep_fields(db, seen, before, record)
    db.execute(
        "UPDATE pages SET record = ?, digest = ?, parser_version = ? WHERE project_id = ?",
        (record, digest, new["provenance"]["parser_version"], seen.project_id),
    )
    return change_of(old, new) is not None
