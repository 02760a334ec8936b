"""Grids with a role of WAI-ARIA that write their parts as tables: the header, each row, or all rows in one.

    <div role="grid"> <div role="row"> Nom | Pays </div> <table> Dosso | Niger </table> <table> Kayes | Mali </table>

A table that stands in a table, and in no cell of it, is none of its own (WAI-ARIA 1.2, 5.2.7): its rows are the
grid's. They are taken for that only where all are as wide as the one row of names above them; columns that stand still
are in tables of their own too, with names of their own.
"""

from collections.abc import Iterator
from typing import cast

from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.aria_tables import BETWEEN
from atlas_scraper.blocks.grid import CELLS, span_of, tag_of
from atlas_scraper.blocks.kinds import kind_of
from atlas_scraper.blocks.traces import Markup

_TRACES = tuple([b"role=" + quote + role for quote in (b'"', b"'", b"") for role in (b"grid", b"treegrid", b"table")])
_GRIDS = etree.XPath("descendant::*[@role='grid' or @role='table' or @role='treegrid'][not(self::table)][.//table]")
_GROUPS = frozenset({"thead", "tbody", "tfoot"})


def may_be_of_tables(markup: Markup) -> bool:
    """Tell quickly whether a page has a trace of such grids."""
    return b"role=" in markup.traces and any(trace in markup.traces for trace in _TRACES)


def join_tables(root: Element) -> None:
    """Take out the tables that are parts of grids, and the boxes around them."""
    for grid in cast("list[Element]", _GRIDS(root)):
        rows = [*_rows(grid)]
        boxes = {box: None for row in rows for box in _around(row, grid) if tag_of(box) not in _GROUPS}
        if _is_one_table(rows) and _is_in_pieces(rows, grid):
            for box in boxes:
                box.tag = BETWEEN
            etree.strip_tags(grid, BETWEEN)


def _rows(grid: Element) -> Iterator[Element]:
    """Yield the rows of a grid that are shown, in reading order; none of those in its cells."""
    left = [*reversed(grid)]
    while left:
        part = left.pop()
        if tag_of(part) == "tr" and kind_of(part).is_shown:
            yield part
        elif kind_of(part).is_shown:
            left += reversed(part)


def _around(row: Element, grid: Element) -> Iterator[Element]:
    """Yield what stands around a row, up to its grid."""
    box = row.getparent()
    while box is not None and box is not grid:
        yield box
        box = box.getparent()


def _is_in_pieces(rows: list[Element], grid: Element) -> bool:
    """Tell whether some rows stand in tables, not all in one, and those below the first beside each other.

    They do so in one box, or each in one of its own, and then alike: a paginator may be a table in the grid as well.
    """
    head, *below = [next((box for box in _around(row, grid) if box.tag == "table"), None) for row in rows]
    tables = [*dict.fromkeys(table for table in below if table is not None)]
    boxes = [table.getparent() for table in tables]
    if len(set(boxes)) > 1:
        are_own = len(set(boxes)) == len(tables) and len({box.getparent() for box in boxes if box is not None}) == 1
        are_alike = len({row.get("role") for row in rows[1:]}) == 1
        if not (are_own and are_alike):
            return False
    return tables != [head]


def _is_one_table(rows: list[Element]) -> bool:
    """Tell whether some rows are one of names and others below it, each as wide."""
    cells = [[cell for cell in row if tag_of(cell) in CELLS and kind_of(cell).is_shown] for row in rows]
    widths = {sum(span_of(cell, "colspan") or 1 for cell in row) for row in cells}
    are_names = [all(map(_is_name, row)) for row in cells]
    return len(widths) == 1 and are_names.count(True) == 1 and are_names[0]


def _is_name(cell: Element) -> bool:
    """Tell whether a cell is the name of a column."""
    return tag_of(cell) == "th" and cell.get("role") != "rowheader" and cell.get("scope") != "row"
