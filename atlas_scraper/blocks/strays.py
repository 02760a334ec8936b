"""Text that stands straight in a row of a table, where only cells belong: a stray end tag has closed its cell.

A browser shows such text above the table, and lxml leaves it in its row, where its author had it. It is what an empty
cell before it would have held; part of a stretch beside it, as of a word in bold; or a cell of its own where the row
lacks one, where such text stands behind each cell of a row, or where all rows have it. Anything else stays outside the
cells, as in a browser.
"""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.kinds import Kind, Way, plain_kind
from atlas_scraper.values.text import says_something

CellElement = tuple[Element, Kind]
Stretch = list[str | CellElement]
"""Text with what stands within its lines."""
WITHIN_LINES = frozenset({Way.INLINE, Way.BREAK})


class Stray(NamedTuple):
    """A text straight in a row: the row's cells, the place among them that it stands before, and the text.

    It is empty where only an element that stands within a line does so, such as a link.
    """

    row: list[CellElement]
    place: int
    text: str


def settle_strays(rows: Sequence[list[CellElement]], strays: Sequence[Stray]) -> list[str]:
    """Put texts that stand straight in rows into cells, where they belong there; give the others.

    Args:
        rows: the rows of the table, of which the cells are changed.
        strays: the texts, in the page's order.
    """
    others: list[str] = []
    width = max(sum(kind.way not in WITHIN_LINES for _, kind in row) for row in rows)
    by_row = [list(group) for _, group in groupby(strays, key=lambda stray: id(stray.row))]
    parts_of = [(texts[0].row, _parts(texts)) for texts in by_row]
    is_in_each = len(by_row) == len(rows) and len({len(parts) for _, parts in parts_of}) == 1
    is_behind_each = any(map(_are_behind_each, (parts for _, parts in parts_of)))
    for row, parts in parts_of:
        said = [part for part in parts if isinstance(part, tuple) or _has_words(part)]
        has_room = is_in_each or is_behind_each or len(said) <= width
        row.clear()
        for part in parts:
            if isinstance(part, tuple):
                row.append(part)
            elif row and _is_empty(row[-1][0]):
                _fill(row[-1][0], part)
            elif _is_marked(part) or (has_room and _has_words(part)):
                row.append((_fill(etree.Element("td"), part), plain_kind("td")))
            else:
                others += [piece for piece in part if isinstance(piece, str)]
    return others


def _parts(strays: Sequence[Stray]) -> list[CellElement | Stretch]:
    """Give the cells of a row, and the stretches of text between them."""
    texts = {place: [stray.text for stray in same] for place, same in groupby(strays, key=lambda stray: stray.place)}
    parts: list[CellElement | Stretch] = []
    stretch: Stretch = []
    for place, cell in enumerate([*strays[0].row, None]):
        stretch += texts.get(place, [])
        if cell is not None and cell[1].way in WITHIN_LINES:
            stretch.append(cell)
            continue
        parts += [stretch] if stretch else []
        parts += [cell] if cell is not None else []
        stretch = []
    return parts


def _are_behind_each(parts: Sequence[CellElement | Stretch]) -> bool:
    """Tell whether a text stands behind each cell of a row."""
    are_texts = [isinstance(part, list) and _has_words(part) for part in parts]
    return are_texts == [False, True] * (len(parts) // 2)


def _has_words(stretch: Stretch) -> bool:
    return _is_marked(stretch) or any(isinstance(piece, str) and says_something(piece) for piece in stretch)


def _is_marked(stretch: Stretch) -> bool:
    """Tell whether more than text and line breaks stands in a stretch."""
    return any(isinstance(piece, tuple) and piece[1].way is Way.INLINE for piece in stretch)


def _is_empty(cell: Element) -> bool:
    return not len(cell) and not (cell.text or "").strip()


def _fill(cell: Element, stretch: Stretch) -> Element:
    """Put a stretch into a cell."""
    for piece in stretch:
        if isinstance(piece, str):
            if len(cell):
                cell[-1].tail = (cell[-1].tail or "") + piece
            else:
                cell.text = (cell.text or "") + piece
        else:
            element = piece[0]
            element.tail = element.tail if element.tail and element.tail.isspace() else None  # the rest comes next
            cell.append(element)
    return cell
