r"""Records as CSV: one row a partnership, and one file for each list, joined by `project_id` and `row`.

UTF-8 without a byte order mark, commas, quotes as in RFC 4180; lines end in `\n`, not `\r\n`, so that the usual
text tools see no stray character. Dates are ISO 8601, decimals have a point, an absent value is an empty cell,
truth is `true` or `false`. Paragraphs of one cell are separated by a line feed.

A spreadsheet runs a text as a formula when it begins with `=`, `+`, `-`, `@` (their full-width forms too, and
spaces before them), a tab or a line end. Such a text gets an apostrophe in front; numbers never do. To undo it,
drop the first apostrophe of every cell that begins with apostrophes and then one of these: see `unguard`. A text
which is published with an apostrophe there gets one more, so nothing is lost by it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

from atlas_scraper.record.model import Partnership
from atlas_scraper.writers.files import Files
from atlas_scraper.writers.json import dump
from atlas_scraper.writers.table import Row, Table, WriteRows
from atlas_scraper.writers.tables import MAIN

_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
_NEEDS_QUOTES = re.compile(r'[",\r\n]')


def write_csv(records: Iterable[Partnership], out: TextIO) -> None:
    """Write the table with one row a partnership; the lists have no place in a single stream."""
    out.write(_line(MAIN.header))
    for record in records:
        out.writelines(map(_line, MAIN.rows(dump(record))))


@contextmanager
def csv_files(files: Files, tables: Sequence[Table]) -> Iterator[WriteRows]:
    """Open a CSV file for each table, with its header, and give the function that adds rows to one."""
    outs = {table.name: files.text(f"{table.name}.csv") for table in tables}
    for table in tables:
        outs[table.name].write(_line(table.header))

    def write(table: Table, rows: Sequence[Row]) -> None:
        outs[table.name].writelines(map(_line, rows))

    yield write


def guard(text: str) -> str:
    """Put an apostrophe in front of a text that a spreadsheet would run as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(cell: str) -> str:
    """Undo `guard`, for those who load the files."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def _line(values: Iterable[Any]) -> str:
    # The csv module of Python 3.11 leaves a lone CR without quotes when lines end in `\n`.
    return ",".join(map(_quote, map(_cell, values))) + "\n"


def _quote(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case str():
            return guard(value)
        case _:
            raise TypeError(f"no CSV cell can hold {value!r}")
