"""The shape of the store, version by version: each step leads from one to the next, in one transaction.

A step that has been released is never changed. A store of any released version is brought to the present one when it
is opened; one of a later version is left alone.
"""

import sqlite3
from collections.abc import Sequence

_FIRST = """
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
# What a run observes stays its own until it is settled; history is kept; numbers without a project are remembered.
# Version 1 believed a run at once, so its runs count as settled, and one that was not finished cannot be gone on with.
# Its gone projects may have been hidden by an outage: they are asked for again at once.
_EVIDENCE_AND_HISTORY = """
ALTER TABLE runs ADD COLUMN settled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN known TEXT NOT NULL DEFAULT '[]';
UPDATE runs SET settled = 1, outcome = coalesce(outcome, 'given up');
DELETE FROM queue;
DELETE FROM visits WHERE outcome <> 'failed';
ALTER TABLE visits ADD COLUMN at TEXT NOT NULL DEFAULT '';
ALTER TABLE visits ADD COLUMN record TEXT;
ALTER TABLE visits ADD COLUMN digest TEXT NOT NULL DEFAULT '';
ALTER TABLE visits ADD COLUMN etag TEXT;
ALTER TABLE visits ADD COLUMN last_modified TEXT;
ALTER TABLE answers ADD COLUMN content TEXT NOT NULL DEFAULT '';
ALTER TABLE pages ADD COLUMN run TEXT;
ALTER TABLE pages ADD COLUMN asked_at TEXT;
ALTER TABLE pages ADD COLUMN gone_on TEXT;
ALTER TABLE pages ADD COLUMN gone_asks INTEGER NOT NULL DEFAULT 0;
UPDATE pages SET asked_at = CASE WHEN gone THEN NULL ELSE last_seen END, gone_on = CASE WHEN gone THEN last_missing END;
CREATE TABLE numbers (project_id INTEGER PRIMARY KEY, asked_at TEXT NOT NULL) STRICT;
WITH RECURSIVE swept (number, highest) AS (
    SELECT 1, CAST((SELECT value FROM facts WHERE name = 'swept to') AS INTEGER)
    UNION ALL SELECT number + 1, highest FROM swept WHERE number < highest)
INSERT INTO numbers SELECT number, '' FROM swept
    WHERE number <= highest AND number NOT IN (SELECT project_id FROM pages);
DELETE FROM facts WHERE name = 'swept to';
CREATE TABLE history (id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL, run TEXT NOT NULL, day TEXT NOT NULL,
    cause TEXT NOT NULL, change TEXT NOT NULL, field TEXT, before TEXT, after TEXT) STRICT;
CREATE INDEX history_by_project ON history (project_id, id);
INSERT INTO history (project_id, run, day, cause, change)
    SELECT project_id, '', substr(first_seen, 1, 10), 'site', 'added' FROM pages WHERE first_seen IS NOT NULL
    ORDER BY first_seen, project_id;
INSERT INTO history (project_id, run, day, cause, change)
    SELECT project_id, '', last_missing, 'site', 'gone' FROM pages WHERE gone AND record IS NOT NULL
    ORDER BY last_missing, project_id;
"""
# The texts around the content of each page, as JSON; NULL where the page was read before they were kept.
_FRAMES = """
ALTER TABLE visits ADD COLUMN frame TEXT;
ALTER TABLE pages ADD COLUMN frame TEXT;
"""
# Between which two moments a change happened: what was seen before it, and what showed it. Of changes that were kept
# before, nobody knows.
_BETWEEN = """
ALTER TABLE history ADD COLUMN seen_before TEXT;
ALTER TABLE history ADD COLUMN seen_at TEXT;
ALTER TABLE pages ADD COLUMN first_missing TEXT;
ALTER TABLE pages ADD COLUMN missed_at TEXT;
"""
_STEPS: Sequence[str] = (_FIRST, _EVIDENCE_AND_HISTORY, _FRAMES, _BETWEEN)
VERSION = len(_STEPS)


def version_of(db: sqlite3.Connection) -> int:
    """Give the version of a store, 0 for one that is empty."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return int(version)


def migrate(db: sqlite3.Connection) -> None:
    """Bring a store to the present version, all steps or none."""
    version = version_of(db)
    if version < VERSION:
        db.executescript(f"BEGIN IMMEDIATE; {''.join(_STEPS[version:])} PRAGMA user_version={VERSION}; COMMIT;")
