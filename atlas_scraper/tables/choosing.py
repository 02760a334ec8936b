"""Which tables below a label hold its rows, and under which header: a page may cut one table in pieces.

The header may be a table of its own, or names in boxes above, and each row a table of its own as well.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from atlas_scraper.blocks.document import Cell, PageTable, with_lines
from atlas_scraper.errors import LayoutError
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import shared_depth, without_places
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.labelling.steps import without_columns
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.columns import Header, PageColumn, count_listed, find_header
from atlas_scraper.tables.folded_tables import unfolded
from atlas_scraper.tables.heads import head_in_lines
from atlas_scraper.tables.readings import count_misfits
from atlas_scraper.tables.stacked_cards import with_cards_as_rows
from atlas_scraper.tables.titles import with_titles
from atlas_scraper.tables.upright import upright

_BOXES_OF_A_ROW = 2  # that each of the tables of one row may stand in alone: its own, and one around it

_LINK = re.compile(r">a\b[^>]*+")
_MOST_HEADS = 3  # places below a label where names above a table are sought


class Chosen(NamedTuple):
    """A table with rows of a section.

    Args:
        items: the items that it and its header are.
        table: the table, under its header.
        header: the header.
        named: how many columns it names by itself; 0 where the header is that of another one.
    """

    items: Sequence[Item]
    table: PageTable
    header: Header
    named: int = 0


def choose_tables(
    reader: SectionReader, label: Label, items: Sequence[Item], columns: Sequence[PageColumn]
) -> tuple[list[Chosen], list[Chosen]]:
    """Choose the table whose header names most columns, and those with the same header or none of their own.

    Returns:
        The chosen ones, and the others that have a header.

    Raises:
        LayoutError: it lacks a column without which it cannot be read.
    """
    found: list[Chosen] = []
    head: Chosen | None = None
    body: PageTable | None = None  # the first without a header below it
    sought = 0
    for place, item in enumerate(items):
        if item.table is None:
            continue
        own = _without_wrappers(item.table)
        table, header = _headed(reader, label, own, columns)
        if header:
            table, header, lines = with_titles(items, place, table, header, columns)
            if not lines and head and (rows := _under_names(head, table, header)):
                found.append(Chosen([item], rows, replace(head.header, row=0)))
            else:
                head, body = Chosen([*lines, item], table, header, count_listed(header.columns)), None
                found.append(head)
            continue
        lines = ()
        if head is None and sought < _MOST_HEADS and place and items[place - 1].table is None:
            sought += 1
            if in_lines := _head_of(items, place, columns):
                lines, head = in_lines.items, in_lines
        head = _head_over(head, body, own)
        if head and (rows := _under(reader, label, head, body, own)):
            body = body or own
            header = _with_nameless(head.header, rows, columns)
            found.append(Chosen([*lines, item], rows, header, head.named if lines else 0))
    if not found:
        return [], []
    best = max(found, key=lambda chosen: chosen.named)
    if lacking := best.header.lacks(columns):
        raise LayoutError(
            f"the column {lacking[0].headers[0]!r}",
            f"a table with the columns {', '.join(filter(None, best.header.texts))}",
            "if the site renamed the column, add its new header to the section's columns",
        )
    alike = [chosen for chosen in found if chosen.header.texts == best.header.texts]
    return alike, [chosen for chosen in found if chosen.header.texts != best.header.texts]


def _without_wrappers(table: PageTable) -> PageTable:
    """Give a table with the rows of the tables that are all in the one cell of each of its own; any other as it is."""
    if table.plain is not None or any(len(row) != 1 for row in table.rows):
        return table
    inner = [block for (cell,) in table.rows for block in cell.blocks if cell.text]
    rows = tuple(row for block in inner if isinstance(block, PageTable) for row in with_lines(block).rows)
    is_wrapper = len(rows) == len(inner) and len(set(map(len, rows))) == 1
    return table._replace(rows=rows) if is_wrapper else table


def _headed(
    reader: SectionReader, label: Label, table: PageTable, columns: Sequence[PageColumn]
) -> tuple[PageTable, Header | None]:
    """Give a table with its rows across, and its header; a lone word of one column, as in a row of its own, is none."""
    across, doubtful = with_cards_as_rows(table, columns)
    across, header = upright(unfolded(across, columns), columns)
    if header is None or not (count_listed(header.columns) > 1 or not header.lacks(columns)):
        return table, None
    for text in doubtful:
        reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, text)
    return across, header


def _head_of(items: Sequence[Item], place: int, columns: Sequence[PageColumn]) -> Chosen | None:
    """Give the header in the lines right above a table, with no row; `None` where they are none of it."""
    above = place
    while above and items[above - 1].table is None:
        above -= 1
    first = items[place].table
    tables = [item.table for item in items[place:] if item.table is not None]
    alike = [table for table in tables if first and _stand_alike(first, table) and _width(table) == _width(first)]
    rows = [row for table in alike for row in table.rows]
    head = head_in_lines(items[above:place], rows, columns) if rows else None
    if head is None:
        return None
    names, header = head
    row = tuple(Cell(text, is_header=True) for text in header.texts)
    return Chosen(names, PageTable((row,)), header, count_listed(header.columns))


def _head_over(head: Chosen | None, body: PageTable | None, table: PageTable) -> Chosen | None:
    """Give the header of rows that another table may have: not where that says one thing, marked as none above is."""
    said = [cell for row in table.rows for cell in row if cell.text]
    if head is None or body is None or not len(said) == len(table.rows) == 1 < len(table.rows[0]):
        return head
    return head if _without_link(_mark(table)) in map(_without_link, _marks(body)) else None


def _without_link(mark: str) -> str:
    return _LINK.sub("", mark).rstrip(">")


def _with_nameless(header: Header, rows: PageTable, columns: Sequence[PageColumn]) -> Header:
    """Give a header over rows of another table, a column without a name where their cells are."""
    found = find_header(rows, columns) if any(column.may_lack_header for column in columns) else None
    return replace(found if found and found.texts == header.texts else header, row=0)


def _under(
    reader: SectionReader, label: Label, head: Chosen, body: PageTable | None, table: PageTable
) -> PageTable | None:
    """Give a table under the header of the one before it, as where only the rows move when a page is scrolled.

    `None` where it has a header or another number of columns. Where the header has rows of its own, or another table
    has been read under it already, the table has to stand as those do.

    Args:
        reader: the page.
        label: the section.
        head: the header, with what stands below it in its own table.
        body: the first table without a header that was read under it.
        table: the table.
    """
    if any(cell.is_header or reader.is_column(cell.text) for cell in table.rows[0]) or not _fits_width(head, table):
        return None
    with_rows = head.table if len(head.table.rows) > head.header.row + 1 else body
    if with_rows and not _stand_alike(with_rows, table):
        return None
    may_be_pairs = bool(table.path) and table.path == head.table.path  # a part of a sheet
    if may_be_pairs or with_rows is head.table:
        is_alike = may_be_pairs or (with_rows is not None and _mark(with_rows) == _mark(table))
        if not is_alike or any(_misfits(row, head.header) for row in table.rows):
            return None
        if may_be_pairs or all(column is None or column.is_free for column in head.header.columns):
            why = "may be labels with their values" if may_be_pairs else "have no header"
            detail = f"rows read under the header of others {why}: {table.text}"
            reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, detail)
    return with_lines(table)._replace(rows=(head.table.rows[head.header.row], *with_lines(table).rows))


def _under_names(head: Chosen, table: PageTable, own: Header) -> PageTable | None:
    """Give a table under the header of the one before it, which has no rows, where its own lacks some of those names.

    Its own is made of the names that its cells begin with, as far as they are listed.
    """
    texts = head.header.texts
    is_part = texts != own.texts and len(texts) == len(own.texts) and own.row == 0
    is_part = is_part and all(text in {"", name} for text, name in zip(own.texts, texts, strict=True))
    if not is_part or head.header.row != len(head.table.rows) - 1:
        return None
    return table._replace(rows=(head.table.rows[head.header.row], *table.rows[1:]))


def _width(table: PageTable) -> int:
    """Give the number of cells in each row; 0 where it is not the same."""
    widths = {len(row) for row in table.rows}
    return widths.pop() if len(widths) == 1 else 0


def _fits_width(head: Chosen, table: PageTable) -> bool:
    """Tell whether a table has as many columns as a header; those at the end may have no name, or hold no text."""
    width, columns = _width(table), head.header.columns
    if not width or width >= len(columns):
        return bool(width) and not any(cell.text for row in table.rows for cell in row[len(columns) :])
    return not any(column and column.headers for column in columns[width:])


def _stand_alike(table: PageTable, other: PageTable) -> bool:
    """Tell whether two tables stand in the same box, or each in one of its own there."""
    depth = len(table.path)
    return len(other.path) == depth and shared_depth(table.path, other.path) >= depth - _BOXES_OF_A_ROW


def _mark(table: PageTable) -> str:
    """Tell how the first text of the last row of a table is marked."""
    return next(iter(_marks(table)), "")


def _marks(table: PageTable) -> list[str]:
    """Tell how the texts of the last row of a table are marked."""
    lines = (block for cell in with_lines(table).rows[-1] for block in cell.blocks)
    runs = (line.runs[0] for line in lines if not isinstance(line, PageTable))
    return [without_columns(without_places(run.mark)) for run in runs]


def _misfits(row: Sequence[Cell], header: Header) -> int:
    both = enumerate(zip(row, header.columns, strict=False))
    named = {place: cell.text for place, (cell, column) in both if cell.text and column}
    return count_misfits(named, header.columns)
