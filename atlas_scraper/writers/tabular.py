"""The formats of tables: rows are made once, and handed to each of them.

What one record gives is written as it comes; bodies and countries behind all records, history last.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from itertools import islice

from atlas_scraper.writers.bodies import BODIES, BODY
from atlas_scraper.writers.csv import csv_files
from atlas_scraper.writers.files import Files
from atlas_scraper.writers.gathering import Gathering
from atlas_scraper.writers.graph import graph_file
from atlas_scraper.writers.history import HISTORY, History
from atlas_scraper.writers.json import Dumped, WriteOne
from atlas_scraper.writers.parquet import parquet_files
from atlas_scraper.writers.sqlite import sqlite_file
from atlas_scraper.writers.table import Row, Table, WriteRows
from atlas_scraper.writers.tables import OF_RECORD
from atlas_scraper.writers.xlsx import xlsx_file

_ROWS_AT_ONCE = 4_000
_FORMATS: Mapping[str, Callable[[Files, Sequence[Table]], AbstractContextManager[WriteRows]]] = {
    "csv": csv_files,
    "xlsx": xlsx_file,
    "parquet": parquet_files,
    "sqlite": sqlite_file,
    "graphml": graph_file,
}


@contextmanager
def tables_into(files: Files, formats: Iterable[str], history: History | None) -> Iterator[WriteOne]:
    """Open the files of some formats, and give the function that adds a record to all of their tables.

    Args:
        files: where the files go.
        formats: names of formats of tables.
        history: rows of the tables of history; without it, these tables are not written.

    Raises:
        MissingExtra: a format needs a library that is not installed.
        OSError: a file cannot be written.
        RecordInvalid: SQLite, where two records have the same number.
    """
    tables, gathering = [*OF_RECORD, *BODIES, *(HISTORY if history else ())], Gathering()
    with ExitStack() as stack:
        writes = [stack.enter_context(_FORMATS[each](files, tables)) for each in formats]

        def write(record: Dumped) -> None:
            gathering.add(record)
            for table in OF_RECORD:
                _hand_out(table, table.rows(record), writes)

        yield write
        for table in BODIES:
            _hand_out(table, (table.row({BODY: each}) for each in gathering.bodies(table.name)), writes)
        for table, items in zip(HISTORY, history or (), strict=False):
            _hand_out(table, map(table.row, items), writes)


def _hand_out(table: Table, rows: Iterable[Row], writes: Iterable[WriteRows]) -> None:
    """Hand rows to every format, a few at a time."""
    made = iter(rows)
    while few := list(islice(made, _ROWS_AT_ONCE)):
        for write in writes:
            write(table, few)
