"""Records as one SQLite database, `atlas.sqlite`: tables with foreign keys, indexes and full-text search.

Texts are as in the record, without the apostrophes of CSV; dates and times are ISO 8601 texts, truth is 1 or 0. What a
table refers to is a foreign key. `partnerships_fts` (FTS5) searches titles, long texts, themes, countries, authorities
and partners without regard to case and accents:
`SELECT title FROM partnerships_fts WHERE partnerships_fts MATCH 'ecole'`.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

from atlas_scraper.errors import RecordInvalid
from atlas_scraper.writers.columns import Column, Kind
from atlas_scraper.writers.files import Files
from atlas_scraper.writers.table import PROJECT, Row, Table, WriteRows
from atlas_scraper.writers.tables import MAIN, SEARCHED

FILE = "atlas.sqlite"
# Columns that people filter and join by; the keys have indexes of their own.
_INDEXED = (
    *("status", "start_year", "theme", "subtheme", "goal", "country_code", "country_code_alpha3"),
    *("funder", "year", "code", "section", "authority_key", "partner_key", "funder_key", "register_region"),
)
_TYPES = {Kind.INTEGER: "INT", Kind.NUMBER: "REAL", Kind.BOOLEAN: "INT"}
_SEARCH = "unicode61 remove_diacritics 2"
INDEX, SEARCHED_VIEW = "partnerships_fts", "partnerships_searched"
# What is searched beside the texts of a partnership: name → texts of other tables' rows.
_LISTS = {
    "themes": ("other_themes", ("theme", "subtheme", "subsubtheme")),
    "countries": ("foreign_partners", ("country",)),
    "authorities": ("french_authorities", ("name",)),
    "partners": ("foreign_partners", ("name",)),
}
_THEMES = ("theme", "subtheme", "subsubtheme")


@contextmanager
def sqlite_file(files: Files, tables: Sequence[Table]) -> Iterator[WriteRows]:
    """Open `atlas.sqlite` with its tables, and give the function that adds rows to one; indexes are made at the end.

    Raises:
        RecordInvalid: two records have the same number.
        OSError: the file cannot be written.
    """
    with _as_os_errors(), closing(sqlite3.connect(files.path(FILE), isolation_level=None)) as db:
        # The file is a temporary one, renamed when it is complete: a journal would only cost time.
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;")
        for table in tables:
            db.execute(_create(table))
        db.execute("BEGIN")
        inserts = {table.name: f"INSERT INTO {table.name} VALUES ({_marks(table)})" for table in tables}  # noqa: S608 - our own names

        def write(table: Table, rows: Sequence[Row]) -> None:
            try:
                db.executemany(inserts[table.name], rows)
            except sqlite3.IntegrityError as error:
                if not table.is_main:
                    raise
                found = f"project {rows[0][table.header.index(PROJECT)]} a second time ({error})"
                raise RecordInvalid("one record a project", found, "give each page once, or choose JSON") from error

        yield write
        db.execute("COMMIT")
        for statement in _after(tables):
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
    for each in table.references:
        # Bodies come behind the records that name them.
        later = "" if each.table == MAIN.name else " DEFERRABLE INITIALLY DEFERRED"
        columns.append(f"FOREIGN KEY ({each.column}) REFERENCES {each.table} ({each.key}){later}")
    return f"CREATE TABLE {table.name} (\n  {f',{chr(10)}  '.join(columns)}\n)"


def _declared(column: Column, *, is_key: bool) -> str:
    required = " NOT NULL" if column.is_required and not is_key else ""
    return f'"{column.name}" {_TYPES.get(column.kind, "TEXT")}{required}'


def _marks(table: Table) -> str:
    return ", ".join("?" * len(table.columns))


def _after(tables: Sequence[Table]) -> Iterator[str]:
    for table in tables:
        for name in table.header:
            if name in _INDEXED:
                yield f'CREATE INDEX {table.name}_{name} ON {table.name} ("{name}")'
    yield f"CREATE VIEW {SEARCHED_VIEW} AS SELECT {', '.join(_searched())} FROM {MAIN.name}"  # noqa: S608 - our own names
    names = ", ".join([*SEARCHED, *_LISTS])
    options = f'content="{SEARCHED_VIEW}", content_rowid="id", tokenize="{_SEARCH}"'
    yield f"CREATE VIRTUAL TABLE {INDEX} USING fts5({names}, {options})"
    yield f"INSERT INTO {INDEX} (rowid, {names}) SELECT id, {names} FROM {SEARCHED_VIEW}"  # noqa: S608 - idem
    yield "PRAGMA optimize"


def _searched() -> Iterator[str]:
    """Yield the columns of the view that is searched: what a partnership says in all tables, by its row's number."""
    yield f"{MAIN.name}.rowid AS id"
    yield from SEARCHED
    for name, (table, columns) in _LISTS.items():
        same = f"{table}.{PROJECT} = {MAIN.name}.{PROJECT}"
        texts = f"(SELECT group_concat({_joined(columns)}, char(10)) FROM {table} WHERE {same})"  # noqa: S608 - idem
        own = f"{_joined(_THEMES)} || char(10) || " if name == "themes" else ""
        yield f"{own}coalesce({texts}, '') AS {name}"


def _joined(columns: Sequence[str]) -> str:
    return " || ' ' || ".join(f"coalesce({column}, '')" for column in columns)
