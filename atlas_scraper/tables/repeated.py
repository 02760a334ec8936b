"""Rows that a page shows twice, as for wide screens and for telephones: read once, the other being what says it again.

Only what says the same, row by row, is the same; anything else stays for others to read, or unread.
"""

from collections.abc import Sequence
from dataclasses import replace

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.columns import Header, PageColumn, find_header
from atlas_scraper.tables.row import Row
from atlas_scraper.tables.rows_of_lines import cards_of
from atlas_scraper.values.text import says_something, tidy

Key = tuple[object, ...]

_FEWEST = 2  # tables, before one may say what another does


def join_tables(reader: SectionReader, label: Label, tables: Sequence[tuple[bool, Sequence[Row]]]) -> list[Row]:
    """Give the rows of tables, those of one that says the same as one before it once.

    A single row may as well be there twice; that is said.

    Args:
        reader: the page.
        label: the section.
        tables: the rows of each table, and whether it has a header of its own.
    """
    if len(tables) < _FEWEST:
        return [row for _, of_table in tables for row in of_table]
    rows: list[Row] = []
    known: dict[Key, int] = {}
    ends: set[int] = set()
    for has_header, of_table in tables:
        key = tuple(map(_key, of_table))
        before = known.setdefault(key, len(rows))
        if not has_header or not key or before == len(rows):
            rows += of_table
            ends.update([len(rows)] if has_header else [])
            continue
        if len(of_table) == 1:
            detail = f"a row stands in two tables, and was read once: {of_table[0].text}"
            reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, detail)
        rows[before : before + len(of_table)] = _with_links(rows[before:], of_table)
    half = len(rows) // 2
    if half > 1 and half in ends and [*map(_key, rows[:half])] == [*map(_key, rows[half:])]:
        return _with_links(rows, rows[half:])  # a table for each row, and one of them all
    return rows


def _key(row: Row) -> Key:
    return tuple(sorted((name, text) for name, text in row.cells.items() if text))


def _with_links(rows: Sequence[Row], others: Sequence[Row]) -> list[Row]:
    """Give rows as many as others are, with the links that those have and they lack."""
    return [replace(row, links=row.links or other.links) for row, other in zip(rows, others, strict=False)]


def take_repeated(
    reader: SectionReader,
    label: Label,
    columns: Sequence[PageColumn],
    rows: Sequence[Row],
    others: Sequence[tuple[Sequence[Item], PageTable, Header]],
) -> list[Row]:
    """Take what stands beside a table and says the same as its rows; give the rows, with the links that it adds.

    Args:
        reader: the page.
        label: the section.
        columns: the columns of the table.
        rows: its rows.
        others: the other tables below the label, with the items that they are; lines that are a card for each row are
            found here.
    """
    found = [*others]
    cards = cards_of(reader, label, columns) if rows else None
    header = find_header(cards.table, columns) if cards and not cards.doubtful else None
    if cards and header:
        found.append(([part for _, parts in cards.used for part in parts], cards.table, header))
    for items, table, names in found:
        body = [row for row in table.rows[names.row + 1 :] if any(cell.text for cell in row)]
        if len(body) != len(rows) or not all(_says(row, cells, names) for row, cells in zip(rows, body, strict=True)):
            continue
        for item in items:
            item.take(label.field)
        links = (tuple(link for cell in row for link in cell.links) for row in body)
        rows = [replace(row, links=row.links or own) for row, own in zip(rows, links, strict=True)]
    return [*rows]


def _says(row: Row, cells: Sequence[Cell], header: Header) -> bool:
    """Tell whether a row says all that cells under a header do."""
    if any(cell.text for cell in cells[len(header.columns) :]):
        return False
    both = ((column, cell.text) for column, cell in zip(header.columns, cells, strict=False) if column or cell.text)
    return all(
        column
        and (column.is_listed or column.name in row.cells)
        and _folded(text) == _folded(row.cells.get(column.name, ""))
        for column, text in both
    )


def _folded(text: str) -> str:
    return tidy(text).casefold() if says_something(text) else ""
