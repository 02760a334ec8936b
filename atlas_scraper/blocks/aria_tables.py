"""Tables made of boxes with the roles of WAI-ARIA: what stands between a table and its rows, or a row and its cells.

To ARIA a box without a role, or with `presentation`, is no part of a table (WAI-ARIA 1.2, 5.2.7): the rows in it are
the table's, the cells in it the row's. Libraries of grids scroll their bodies in such boxes, and fill rows up with
empty ones, which are no cells. Others lay the cells of each row out in a table of one row.
"""

from collections.abc import Iterable
from typing import cast

from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.grid import CELLS, tag_of
from atlas_scraper.blocks.kinds import is_wordless
from atlas_scraper.blocks.traces import Markup

_TRACES = (b'role="row', b"role='row", b"role=row")
_PARTS = etree.XPath("descendant::*[@role]")
_OWNERS = {"tr": frozenset({"table", "tbody"}), "tbody": frozenset({"table"})}
_OWNERS_OF_CELLS = frozenset({"tr"})
_TABLE_TAGS = frozenset({"table", "thead", "tbody", "tfoot", "tr", *CELLS})
_LAYING_OUT = frozenset({"table", "thead", "tbody", "tr"})
_OF_COLUMNS = frozenset({"colgroup", "col"})
_DIGITS = 5
BETWEEN = "between-parts"
"""What boxes that are to be taken out become first."""


def may_be_aria(markup: Markup) -> bool:
    """Tell quickly whether a page has a trace of such tables."""
    return b"role=" in markup.traces and any(trace in markup.traces for trace in _TRACES)


def join_parts(root: Element) -> None:
    """Take out the boxes between the parts of such tables, and empty ones among cells."""
    rows: list[Element] = []
    for part in cast("list[Element]", _PARTS(root)):
        tag = tag_of(part)
        owners = _OWNERS_OF_CELLS if tag in CELLS else _OWNERS.get(tag)
        if owners is not None:
            for box in _between(part, owners):
                box.tag = BETWEEN
        if tag == "tr":
            rows.append(part)
            for box in _table_in_row(part):
                box.tag = BETWEEN
    etree.strip_tags(root, BETWEEN)
    for row in rows:
        for box in [child for child in row if _is_filler(child)]:
            row.remove(box)
    _join_rows(rows)


def _table_in_row(row: Element) -> list[Element]:
    """Give the parts of the table that lays out the cells of a row, as if it had roles of none; it has one row."""
    table = row[0] if len(row) == 1 and row.tag != "tr" else None
    boxes: list[Element] = []
    while table is not None and table.tag in _LAYING_OUT:
        boxes.append(table)
        inner = [child for child in table if child.tag not in _OF_COLUMNS]
        if table.tag == "tr":
            return boxes if len(boxes) > 1 and all(child.tag in CELLS for child in inner) else []
        table = inner[0] if len(inner) == 1 else None
    return []


def _join_rows(rows: Iterable[Element]) -> None:
    """Join the rows of one table that have one number, as where its first columns stand still in a box of their own.

    The numbers of all their cells have to tell that they are cells of other columns.
    """
    known: dict[tuple[Element | None, str], tuple[Element, set[int]]] = {}
    for row in rows:
        number = row.get("aria-rowindex")
        places = _places(row) if number else None
        if not number or places is None:
            continue
        table = next((box for box in row.iterancestors() if tag_of(box) == "table"), None)
        first, taken = known.setdefault((table, number), (row, places))
        above = row.getparent()
        if first is row or above is None or not taken.isdisjoint(places) or (row.tail or "").strip():
            continue
        taken |= places
        first[:] = sorted([*first, *row], key=lambda cell: int(cell.get("aria-colindex", "")))
        above.remove(row)


def _places(row: Element) -> set[int] | None:
    """Give the numbers of the columns of a row's cells; `None` where one lacks its own, or more than cells is there."""
    numbers = [cell.get("aria-colindex") or "" for cell in row if tag_of(cell) in CELLS]
    told = {int(number) for number in numbers if number.isascii() and number.isdecimal() and len(number) < _DIGITS}
    return told if numbers and len(told) == len(row) and not (row.text or "").strip() else None


def _between(part: Element, owners: frozenset[str]) -> list[Element]:
    """Give the boxes from a part of a table up to the part that it belongs to; none where it belongs to none."""
    boxes: list[Element] = []
    box = part.getparent()
    while box is not None and (tag := tag_of(box)) not in _TABLE_TAGS:
        if tag != BETWEEN:
            boxes.append(box)
        box = box.getparent()
    return boxes if box is not None and tag_of(box) in owners else []


def _is_filler(box: Element) -> bool:
    is_empty = is_wordless(box) and not (box.tail or "").strip()
    return (
        is_empty and tag_of(box) not in CELLS and not any(inner.get("href") or inner.get("src") for inner in box.iter())
    )
