"""Values that stand above a table with the name of their column, and are those of all its rows: `Funder : Region A`."""

from collections.abc import Sequence
from typing import NamedTuple

from atlas_scraper.blocks.document import Cell, PageTable, with_lines
from atlas_scraper.labelling.items import Item, whole_lines
from atlas_scraper.tables.card_entries import ALONE, begun_by_name
from atlas_scraper.tables.columns import Header, PageColumn, find_header


class Titled(NamedTuple):
    """A table with the columns that the lines above it name, its header, and those lines."""

    table: PageTable
    header: Header
    items: Sequence[Item]


def with_titles(
    items: Sequence[Item], place: int, table: PageTable, header: Header, columns: Sequence[PageColumn]
) -> Titled:
    """Give a table with what the lines right above it say by the names of columns that it lacks; as it is without any.

    Args:
        items: the items of the section.
        place: which of them is the table.
        table: the table.
        header: its header.
        columns: the columns that it may have.
    """
    lacking = [column for column in columns if column.headers and column not in header.columns]
    start = place
    while start and place - start < len(lacking) and items[start - 1].line:
        start -= 1
    entries = []
    for line in reversed(whole_lines(items[start:place])):
        entry = begun_by_name(line, lacking)
        if entry is None or entry.way == ALONE or not entry.texts or entry.beside:
            break
        entries.append(entry)
    if not entries:
        return Titled(table, header, ())
    names = tuple(Cell(entry.header, is_header=True) for entry in reversed(entries))
    values = tuple(Cell(entry.texts[0], links=(*entry.links, *entry.icons)) for entry in reversed(entries))
    blanks = (Cell(""),) * len(names)
    added = [names if number == header.row else blanks for number in range(header.row + 1)]
    width = len(table.rows[header.row])
    added += [values if _is_row(row, width) else blanks for row in table.rows[header.row + 1 :]]
    rows = with_lines(table).rows
    is_even = len(set(map(len, rows))) == 1  # the first cell of a row tells whether it sums up the others
    joined = [(*row, *more) if is_even else (*more, *row) for row, more in zip(rows, added, strict=True)]
    wider = table._replace(rows=tuple(joined), plain=None)
    found = find_header(wider, columns)
    # What no row has been given stays for others to keep.
    used = [part for entry in entries for part in entry.line[1]] if values in added else []
    return Titled(wider, found, used) if found else Titled(table, header, ())


def _is_row(row: Sequence[Cell], width: int) -> bool:
    """Tell whether a row has cells of its own, or is one of columns; one cell over all may be a message, or a pager."""
    are_apart = len(row) == width and len(set(map(id, row))) == width
    return are_apart or len({id(cell) for cell in row if cell.text}) > 1
