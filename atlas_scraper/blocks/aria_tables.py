"""Tables made of boxes with the roles of WAI-ARIA: what stands between a table and its rows, or a row and its cells.

To ARIA a box without a role, or with `presentation`, is no part of a table (WAI-ARIA 1.2, 5.2.7): the rows in it are
the table's, the cells in it the row's. Libraries of grids scroll their bodies in such boxes, and fill rows up with
empty ones, which are no cells.
"""

from typing import cast

from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.grid import CELLS, tag_of
from atlas_scraper.blocks.kinds import is_wordless

_TRACES = (b'role="row', b"role='row", b"role=row")
_PARTS = etree.XPath("descendant::*[@role]")
_OWNERS = {"tr": frozenset({"table", "tbody"}), "tbody": frozenset({"table"})}
_OWNERS_OF_CELLS = frozenset({"tr"})
_TABLE_TAGS = frozenset({"table", "thead", "tbody", "tfoot", "tr", *CELLS})
_BETWEEN = "between-parts"


def may_be_aria(markup: bytes) -> bool:
    """Tell whether a page, in small letters, has a trace of such tables."""
    return any(trace in markup for trace in _TRACES)


def join_parts(root: Element) -> None:
    """Take out the boxes between the parts of such tables, and empty ones among cells."""
    rows: list[Element] = []
    for part in cast("list[Element]", _PARTS(root)):
        tag = tag_of(part)
        owners = _OWNERS_OF_CELLS if tag in CELLS else _OWNERS.get(tag)
        if owners is not None:
            for box in _between(part, owners):
                box.tag = _BETWEEN
        if tag == "tr":
            rows.append(part)
    etree.strip_tags(root, _BETWEEN)
    for row in rows:
        for box in [child for child in row if _is_filler(child)]:
            row.remove(box)


def _between(part: Element, owners: frozenset[str]) -> list[Element]:
    """Give the boxes from a part of a table up to the part that it belongs to; none where it belongs to none."""
    boxes: list[Element] = []
    box = part.getparent()
    while box is not None and (tag := tag_of(box)) not in _TABLE_TAGS:
        if tag != _BETWEEN:
            boxes.append(box)
        box = box.getparent()
    return boxes if box is not None and tag_of(box) in owners else []


def _is_filler(box: Element) -> bool:
    is_empty = is_wordless(box) and not (box.tail or "").strip()
    return (
        is_empty and tag_of(box) not in CELLS and not any(inner.get("href") or inner.get("src") for inner in box.iter())
    )
