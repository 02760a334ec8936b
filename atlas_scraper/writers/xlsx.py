"""Records as one Excel workbook, `atlas.xlsx`, a sheet for each table.

Texts are written as texts: leading zeros stay, and a text that looks like a formula or an address is none. Excel holds
32,767 characters in a cell and 1,048,576 rows in a sheet (ECMA-376 sets no bound; Microsoft's "Excel specifications and
limits" does): a longer text is cut with a mark that says so, and is whole in `paragraphs` and in every other format;
more rows go on in a second sheet. Truth is the text `true` or `false`, for LibreOffice makes a formula of a
boolean cell. Control characters are written as `_x0001_`, as ECMA-376 18.4.12 says.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from tempfile import TemporaryDirectory
from typing import Any

from atlas_scraper.writers.columns import Column, Kind
from atlas_scraper.writers.extras import library
from atlas_scraper.writers.files import Files
from atlas_scraper.writers.table import Row, Table, WriteRows

FILE = "atlas.xlsx"
LONGEST_CELL = 32_767
CUT = " […cut: Excel holds no more; the whole text is in paragraphs and in the other formats]"
_MOST_ROWS = 1_048_576
_NO_XML = re.compile(r"[\ufffe\uffff]")  # XML 1.0 2.2: no characters of XML, whatever escape
_WIDTHS = {Kind.STRING: 28, Kind.DATETIME: 20}
_DAY = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # the same records give the same bytes


@contextmanager
def xlsx_file(files: Files, tables: Sequence[Table]) -> Iterator[WriteRows]:
    """Open `atlas.xlsx` with a sheet for each table, and give the function that adds rows to one.

    Raises:
        MissingExtra: xlsxwriter is not installed.
        OSError: the file cannot be written.
    """
    path, failures = files.path(FILE), library("xlsxwriter.exceptions")
    with TemporaryDirectory(dir=path.parent, prefix=".xlsx.", ignore_cleanup_errors=True) as room:
        options = {"constant_memory": True, "tmpdir": room, "strings_to_formulas": False, "strings_to_urls": False}
        book = library("xlsxwriter").Workbook(str(path), options)
        book.set_properties({"title": "Atlas français de la coopération décentralisée", "created": _DAY})
        sheets = {table.name: _Sheet(book, table) for table in tables}

        def write(table: Table, rows: Sequence[Row]) -> None:
            for row in rows:
                sheets[table.name].add(row)

        try:
            yield write
            book.close()
        except failures.XlsxWriterException as error:
            raise OSError(f"{FILE}: {error}") from error
        finally:
            _close_parts(book)


def _close_parts(book: Any) -> None:
    """Close the temporary files of a workbook; one that is thrown away is not written, which would take seconds."""
    for sheet in book.worksheets():
        with suppress(OSError):
            sheet.row_data_fh.close()


class _Sheet:
    """The sheet of a table, and those that it goes on in."""

    def __init__(self, book: Any, table: Table) -> None:
        self._table = table
        self._book, self._count = book, 0
        self._bold = book.add_format({"bold": True, "bottom": 1})
        self._formats = {
            Kind.DATE: book.add_format({"num_format": "yyyy-mm-dd"}),
            Kind.DATETIME: book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        }
        self._begin()

    def add(self, row: Row) -> None:
        if self._row == _MOST_ROWS:
            self._begin()
        for place, (column, value) in enumerate(zip(self._table.columns, row, strict=True)):
            if value is not None:
                self._write(place, column, value)
        self._row += 1

    def _begin(self) -> None:
        self._count += 1
        name = self._table.name if self._count == 1 else f"{self._table.name} ({self._count})"
        self._sheet, self._row = self._book.add_worksheet(name), 1
        self._sheet.freeze_panes(1, len(self._table.keys))
        self._sheet.autofilter(0, 0, _MOST_ROWS - 1, len(self._table.columns) - 1)
        for place, column in enumerate(self._table.columns):
            self._sheet.set_column(place, place, _WIDTHS.get(column.kind, 12))
            self._sheet.write_string(0, place, column.name, self._bold)

    def _write(self, place: int, column: Column, value: Any) -> None:
        match column.kind:
            case Kind.STRING:
                self._sheet.write_string(self._row, place, fitted(value))
            case Kind.BOOLEAN:
                self._sheet.write_string(self._row, place, "true" if value else "false")
            case Kind.DATE:
                self._sheet.write_datetime(self._row, place, date.fromisoformat(value), self._formats[Kind.DATE])
            case Kind.DATETIME:
                time = datetime.fromisoformat(value).astimezone(UTC).replace(tzinfo=None)
                self._sheet.write_datetime(self._row, place, time, self._formats[Kind.DATETIME])
            case _:
                self._sheet.write_number(self._row, place, value)


def fitted(text: str) -> str:
    """Cut a text to what a cell holds, and say so in it."""
    text = _NO_XML.sub("\ufffd", text)
    # Excel counts UTF-16 units, so a character beyond the first plane counts twice.
    if len(text) * 2 <= LONGEST_CELL or len(text.encode("utf-16-le")) <= 2 * LONGEST_CELL:
        return text
    room = 2 * (LONGEST_CELL - len(CUT))
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT
