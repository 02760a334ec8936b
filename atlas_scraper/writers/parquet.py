"""Records as Parquet: a file for each table, with real types and compressed by zstd.

Amounts are doubles, which hold euros and cents of up to 15 digits exactly; dates are dates, times are in UTC. Texts are
as in the record. Each file says to pandas, in its own metadata, which types that has for columns in which values are
missing: without it, pandas loads dates and truth as objects, and whole numbers as floats.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from typing import Any

from atlas_scraper.writers.columns import Kind
from atlas_scraper.writers.extras import library
from atlas_scraper.writers.files import Files
from atlas_scraper.writers.table import Row, Table, WriteRows

_ROWS = 4_000  # held at most, of each table; also what a reader can take in at once
_READ = {Kind.DATE: date.fromisoformat, Kind.DATETIME: datetime.fromisoformat, Kind.NUMBER: float}

# What pandas makes of a column: its own name of the type, and the one that holds missing values too.
_OF_PANDAS = {
    Kind.INTEGER: ("int64", "Int64"),
    Kind.BOOLEAN: ("bool", "boolean"),
    Kind.DATE: ("date", "timestamp[ms][pyarrow]"),
}


@contextmanager
def parquet_files(files: Files, tables: Sequence[Table]) -> Iterator[WriteRows]:
    """Open `<table>.parquet` for each table, and give the function that adds rows to one.

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
        waiting = {}
        for table in tables:
            fields = [
                arrow.field(column.name, types[column.kind], metadata={"description": column.description})
                for column in table.columns
            ]
            schema = arrow.schema(fields, metadata={"description": table.description, "pandas": _for_pandas(table)})
            writer = parquet.ParquetWriter(files.path(f"{table.name}.parquet"), schema, compression="zstd")
            waiting[table.name] = _Rows(table, stack.enter_context(writer), schema, arrow)

        def write(table: Table, rows: Sequence[Row]) -> None:
            waiting[table.name].add(rows)

        yield write
        for rows in waiting.values():
            rows.flush()


class _Rows:
    """The rows of a table that wait to be written."""

    def __init__(self, table: Table, writer: Any, schema: Any, arrow: Any) -> None:
        self._writer, self._schema, self._arrow = writer, schema, arrow
        self._read = [_READ.get(column.kind) for column in table.columns]
        self._waiting: list[Row] = []

    def add(self, rows: Sequence[Row]) -> None:
        self._waiting += rows
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


def _for_pandas(table: Table) -> str:
    """Write the metadata that pandas reads types from.

    Source: https://pandas.pydata.org/docs/development/developer.html#storing-pandas-dataframe-objects-in-apache-parquet-format.
    """
    columns = [
        {
            "name": column.name,
            "field_name": column.name,
            "pandas_type": pandas_type,
            "numpy_type": numpy_type,
            "metadata": None,
        }
        for column in table.columns
        if (types := _OF_PANDAS.get(column.kind))
        for pandas_type, numpy_type in [types]
    ]
    return json.dumps({"index_columns": [], "column_indexes": [], "columns": columns})


def _typed(value: Any, read: Any) -> Any:
    return value if value is None or read is None else read(value)
