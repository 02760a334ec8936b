"""Records as Parquet: a file for each table, with real types and compressed by zstd.

Amounts are doubles, which hold euros and cents of up to 15 digits exactly; times are in UTC. Texts are as in
the record.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from typing import Any

from atlas_scraper.writers.columns import Kind
from atlas_scraper.writers.extras import library
from atlas_scraper.writers.files import Files
from atlas_scraper.writers.json import Dumped, WriteOne
from atlas_scraper.writers.tables import TABLES, Table

_ROWS = 4_000  # held at most, of each table; also what a reader can take in at once
_READ = {Kind.DATE: date.fromisoformat, Kind.DATETIME: datetime.fromisoformat, Kind.NUMBER: float}


@contextmanager
def parquet_files(files: Files) -> Iterator[WriteOne]:
    """Open `<table>.parquet` for each table, and give the function that adds a record to all.

    Raises:
        MissingExtra: pyarrow is not installed.
    """
    arrow, parquet = library("pyarrow"), library("pyarrow.parquet")
    types = {
        Kind.STRING: arrow.string(),
        Kind.INTEGER: arrow.int64(),
        Kind.NUMBER: arrow.float64(),
        Kind.BOOLEAN: arrow.bool_(),
        Kind.DATE: arrow.date32(),
        Kind.DATETIME: arrow.timestamp("ms", tz="UTC"),
    }
    with ExitStack() as stack:
        tables = []
        for table in TABLES:
            fields = [
                arrow.field(column.name, types[column.kind], metadata={"description": column.description})
                for column in table.columns
            ]
            schema = arrow.schema(fields, metadata={"description": table.description})
            writer = parquet.ParquetWriter(files.path(f"{table.name}.parquet"), schema, compression="zstd")
            tables.append(_Rows(table, stack.enter_context(writer), schema, arrow))

        def write(record: Dumped) -> None:
            for rows in tables:
                rows.add(record)

        yield write
        for rows in tables:
            rows.flush()


class _Rows:
    """The rows of a table that wait to be written."""

    def __init__(self, table: Table, writer: Any, schema: Any, arrow: Any) -> None:
        self._table, self._writer, self._schema, self._arrow = table, writer, schema, arrow
        self._read = [_READ.get(column.kind) for column in table.columns]
        self._waiting: list[list[Any]] = []

    def add(self, record: Dumped) -> None:
        self._waiting += self._table.rows(record)
        if len(self._waiting) >= _ROWS:
            self.flush()

    def flush(self) -> None:
        columns = zip(*self._waiting, strict=True) if self._waiting else [()] * len(self._read)
        arrays = [
            self._arrow.array([_typed(value, read) for value in column], type=field.type)
            for column, read, field in zip(columns, self._read, self._schema, strict=True)
        ]
        self._writer.write_table(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        self._waiting = []


def _typed(value: Any, read: Any) -> Any:
    return value if value is None or read is None else read(value)
