"""Evidence weighed: what a healthy run saw becomes what the dataset believes, all at once.

Good is never replaced with bad: a page that failed keeps its record, marked stale. A project is gone when healthy runs
of three days have missed it; when it is found again it is the one it was. Whatever changes goes into the history.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from atlas_scraper.dataset.changes import Dumped, change_of
from atlas_scraper.dataset.history import EITHER, FRAME, SITE, Seen, keep, keep_fields
from atlas_scraper.dataset.visits import NO_EVIDENCE
from atlas_scraper.record.frame import digest_of_frame
from atlas_scraper.record.model import Partnership

GONE_AFTER = 3
_VISIT = (
    "SELECT visits.project_id, visits.outcome, visits.kind, visits.at, visits.record, visits.digest, visits.etag,"
    " visits.last_modified, pages.project_id, pages.record, pages.digest, pages.parser_version, pages.missing_days,"
    " pages.last_missing, pages.gone, pages.last_seen, visits.frame, pages.frame,"
    " pages.missed_at, pages.first_missing"
    " FROM visits LEFT JOIN pages USING (project_id)"
    " WHERE visits.run = ? AND visits.project_id = ?"
)


def settle(db: sqlite3.Connection, run: str) -> None:
    """Take the visits of a run into the dataset; within a transaction of the caller's."""
    numbers = db.execute("SELECT project_id FROM visits WHERE run = ? ORDER BY project_id", (run,)).fetchall()
    for (number,) in numbers:  # one record at a time in memory
        row = db.execute(_VISIT, (run, number)).fetchone()
        outcome, kind, at = row[1:4]
        if kind == NO_EVIDENCE or _is_older_capture(at, row[4], row[15]):
            continue
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


def _is_older_capture(at: str, record: str | None, last_seen: str | None) -> bool:
    """Tell whether a visit found what a web archive had captured before what is believed was seen."""
    if record is None or last_seen is None or at >= last_seen:
        return False
    return json.loads(record)["provenance"].get("source") not in {None, "site"}


def _see(db: sqlite3.Connection, run: str, row: tuple[Any, ...]) -> None:
    number, at, record, digest, etag, modified = row[0], *row[3:8]
    before, old_digest, old_version, was_gone = row[9], row[10], row[11], bool(row[14])
    frame, old_frame = row[16], row[17]
    seen = Seen(number, run, at[:10], before=row[15], at=at)
    db.execute(
        "UPDATE pages SET last_seen = ?, etag = ?, last_modified = ?, stale = 0, failures = 0, missing_days = 0,"
        " last_missing = NULL, first_missing = NULL, missed_at = NULL, gone = 0, gone_on = NULL, gone_asks = 0,"
        " first_seen = coalesce(first_seen, ?) WHERE project_id = ?",
        (at, etag, modified, at, number),
    )
    db.execute("DELETE FROM numbers WHERE project_id = ?", (number,))
    if before is None:
        keep(db, seen, "added")
    elif was_gone:
        missed_at = row[18]  # unknown where it was gone before that was kept
        keep(db, replace(seen, before=missed_at, at=at if missed_at else None), "back")
    if record is None:
        return
    version = json.loads(record)["provenance"]["parser_version"]
    if digest == old_digest and version == old_version and _is_same_frame(frame, old_frame):
        if was_gone:
            db.execute("UPDATE pages SET last_change = ? WHERE project_id = ?", (at, number))
        return
    if before is not None:
        cause = SITE if version == old_version else EITHER
        keep_fields(db, replace(seen, cause=cause), _page(before, old_frame), _page(record, frame))
    # The version of the parser alone is no change of the project.
    has_changed = before is None or was_gone or bool(change_of(json.loads(before), json.loads(record)))
    db.execute(
        "UPDATE pages SET record = ?, digest = ?, parser_version = ?, run = ?, frame = ?,"
        " last_change = CASE WHEN ? THEN ? ELSE last_change END WHERE project_id = ?",
        (record, digest, version, run, frame, has_changed, at, number),
    )


def _is_same_frame(frame: str | None, before: str | None) -> bool:
    """Tell whether what is around the content of a page is what it was, numbers aside.

    Where it is not, the record becomes that of the new capture, though it says the same: the two go together.
    """
    if frame is None or before is None:
        return frame is None
    return frame == before or digest_of_frame(json.loads(frame)) == digest_of_frame(json.loads(before))


def _page(record: str, frame: str | None) -> Dumped:
    """Give what is kept of a page's history: its record, and what was around its content."""
    return {**json.loads(record), FRAME: json.loads(frame) if frame else None}


def _miss(db: sqlite3.Connection, run: str, row: tuple[Any, ...]) -> None:
    """Count the days on which the site says that there is no such project; on the third it is gone.

    A project that never had a record is forgotten.
    """
    number, at, is_page, record, days, last, is_gone = row[0], row[3], row[8], row[9], row[12], row[13], row[14]
    first = row[19] or at
    if is_page is None or record is None:
        db.execute("DELETE FROM pages WHERE project_id = ?", (number,))
        db.execute("INSERT OR REPLACE INTO numbers VALUES (?, ?)", (number, at))
        return
    day = at[:10]
    db.execute("UPDATE pages SET missed_at = ? WHERE project_id = ?", (at, number))
    if is_gone:
        db.execute("UPDATE pages SET gone_asks = gone_asks + 1 WHERE project_id = ?", (number,))
        return
    days += last != day
    db.execute(
        "UPDATE pages SET missing_days = ?, last_missing = ?, first_missing = ? WHERE project_id = ?",
        (days, day, first, number),
    )
    if days >= GONE_AFTER:
        db.execute("UPDATE pages SET gone = 1, gone_on = ?, gone_asks = 0 WHERE project_id = ?", (day, number))
        keep(db, Seen(number, run, day, before=row[15], at=first), "gone")


def replace_reading(db: sqlite3.Connection, seen: Seen, record: Partnership, digest: str, frame: Sequence[str]) -> bool:
    """Replace a record by another reading of the same page; within a transaction of the caller's.

    Args:
        db: the store.
        seen: of which project, and when it was read again.
        record: what is read now.
        digest: its digest.
        frame: the texts around the content of the page, as they are read now.

    Returns:
        Whether it says something else now, which is the parser's doing: the project did not change.
    """
    row = db.execute("SELECT record, frame FROM pages WHERE project_id = ?", (seen.project_id,)).fetchone()
    text, around = record.model_dump_json(), json.dumps(frame, ensure_ascii=False)
    keep_fields(db, seen, _page(*row), _page(text, around))
    db.execute(
        "UPDATE pages SET record = ?, digest = ?, parser_version = ?, frame = ? WHERE project_id = ?",
        (text, digest, record.provenance.parser_version, around, seen.project_id),
    )
    return change_of(json.loads(row[0]), json.loads(text)) is not None
