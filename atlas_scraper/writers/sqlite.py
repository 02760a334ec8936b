"""Records as one SQLite database, `atlas.sqlite`: tables with foreign keys, indexes and full-text search.

Texts are as in the record, without the apostrophes of CSV; dates and times are ISO 8601 texts, truth is 1 or 0. Every
table refers to `partnerships` by `project_id`. `partnerships_fts` (FTS5) searches titles and long texts without regard
to case and accents: `SELECT title FROM partnerships_fts WHERE partnerships_fts MATCH 'ecole'`.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from atlas_scraper.errors import RecordInvalid
from atlas_scraper.writers.columns import Column, Kind
from atlas_scraper.writers.files import Files
from atlas_scraper.writers.json import Dumped, WriteOne
from atlas_scraper.writers.tables import PROJECT, TABLES, Table

FILE = "atlas.sqlite"
# Columns that people filter and join by; the keys have indexes of their own.
_INDEXED = (
    *("status", "start_year", "theme", "subtheme", "goal", "country_code", "country_code_alpha3"),
    *("funder", "year", "code", "section"),
)
_TYPES = {Kind.INTEGER: "INT", Kind.NUMBER: "REAL", Kind.BOOLEAN: "INT"}
_SEARCH = "unicode61 remove_diacritics 2"


@contextmanager
def sqlite_file(files: Files) -> Iterator[WriteOne]:
    """Open `atlas.sqlite` with its tables, and give the function that adds a record; indexes are made at the end.

    Raises:
        RecordInvalid: two records have the same number.
        OSError: the file cannot be written.
    """
    with _as_os_errors(), closing(sqlite3.connect(files.path(FILE), isolation_level=None)) as db:
        # The file is a temporary one, renamed when it is complete: a journal would only cost time.
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;")
        for table in TABLES:
            db.execute(_create(table))
        db.execute("BEGIN")
        inserts = [(table, f"INSERT INTO {table.name} VALUES ({_marks(table)})") for table in TABLES]  # noqa: S608 - our own names

        def write(record: Dumped) -> None:
            try:
                for table, insert in inserts:
                    db.executemany(insert, table.rows(record))
            except sqlite3.IntegrityError as error:
                found = f"project {record[PROJECT]} a second time ({error})"
                raise RecordInvalid("one record a project", found, "give each page once, or choose JSON") from error

        yield write
        db.execute("COMMIT")
        for statement in _after():
            db.execute(statement)


@contextmanager
def _as_os_errors() -> Iterator[None]:
    """Raise what SQLite says of a full disk and its like as Python says it of other files."""
    try:
        yield
    except sqlite3.OperationalError as error:
        raise OSError(f"{FILE}: {error}") from error


def _create(table: Table) -> str:
    """Write the statement that makes a table.

    The number of a project is `INT`, not `INTEGER`, so that it may be missing: SQLite would make one up.
    """
    columns = [_declared(column, is_key=column.name in table.keys) for column in table.columns]
    columns.append(f"PRIMARY KEY ({', '.join(table.keys)})")
    if not table.is_main:
        columns.append(f"FOREIGN KEY ({PROJECT}) REFERENCES {TABLES[0].name} ({PROJECT})")
    return f"CREATE TABLE {table.name} (\n  {f',{chr(10)}  '.join(columns)}\n)"


def _declared(column: Column, *, is_key: bool) -> str:
    required = " NOT NULL" if column.is_required and not is_key else ""
    return f'"{column.name}" {_TYPES.get(column.kind, "TEXT")}{required}'


def _marks(table: Table) -> str:
    return ", ".join("?" * len(table.columns))


def _after() -> Iterator[str]:
    for table in TABLES:
        for name in table.header:
            if name in _INDEXED:
                yield f'CREATE INDEX {table.name}_{name} ON {table.name} ("{name}")'
    main = TABLES[0]
    searched = ", ".join(["title", *(name for name, _ in TABLES[-1].texts)])
    options = f'content="{main.name}", tokenize="{_SEARCH}"'  # in the quotes that Datasette looks for
    yield f"CREATE VIRTUAL TABLE {main.name}_fts USING fts5({searched}, {options})"
    yield f"INSERT INTO {main.name}_fts (rowid, {searched}) SELECT rowid, {searched} FROM {main.name}"  # noqa: S608 - our own names
    yield "PRAGMA optimize"
