"""Rows of a table in text, each cell on a line of its own: the names of the columns, then the cells, row by row.

So converters write boxes that are no table. They leave out empty cells, so that places are known only where every row
is whole: where the lines come out even, and what tells its column stands in it. Otherwise nothing is read.
"""

from collections.abc import Sequence
from itertools import takewhile

from atlas_scraper.tables.columns import PageColumn, match_columns
from atlas_scraper.tables.row import Cells
from atlas_scraper.values.text import fold

_FEWEST_COLUMNS = 2


def is_grid_of_lines(lines: Sequence[str], columns: Sequence[PageColumn]) -> bool:
    """Tell whether lines begin with the names of several columns, one each."""
    return len(_names(lines, columns)) >= _FEWEST_COLUMNS


def cells_of_lines(lines: Sequence[str], columns: Sequence[PageColumn]) -> list[Cells]:
    """Give the rows, as the text of each column; none where a cell may be missing.

    Args:
        lines: the names of the columns, and the cells below them.
        columns: the columns of the table.
    """
    names = _names(lines, columns)
    header = [column for column in match_columns(names, columns)[: len(names)] if column and column.is_listed]
    cells = lines[len(names) :]
    is_even = len(header) == len(names) and cells and len(cells) % len(names) == 0
    told = [column for column in header if not column.is_free]
    if not is_even or not told or any(column.is_required and column not in header for column in columns):
        return []
    rows = [cells[start : start + len(names)] for start in range(0, len(cells), len(names))]
    if any(not column.fits(text) for row in rows for column, text in zip(header, row, strict=True)):
        return []
    return [{column.name: text for column, text in zip(header, row, strict=True)} for row in rows]


def _names(lines: Sequence[str], columns: Sequence[PageColumn]) -> list[str]:
    """Give the names of columns that lines begin with."""
    known = {name for column in columns for name in column.folded if name}
    return list(takewhile(lambda text: fold(text) in known, lines))
