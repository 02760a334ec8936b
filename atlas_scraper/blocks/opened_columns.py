"""Columns that a table hides where it lacks room for them, and says again below each row that a reader opens.

    Nom   | (Pays)
    Dosso | (Niger)
    Pays : Niger
    Kayes | (Mali)

A row below that says by name what the row above it hides tells that the page means it to be read, and it is as true of
the rows that are closed. Such columns are read where they stand; a row below that says no more is left out.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lxml.etree import _Element as Element

from atlas_scraper.blocks.grid import CELLS, ShownKind, TableParts, table_parts, tag_of
from atlas_scraper.blocks.kinds import as_shown, kind_of


class _Row(NamedTuple):
    """A row that hides cells: all its cells, and the places of the hidden ones."""

    cells: Sequence[Element]
    hidden: tuple[int, ...]


def parts_of_table(table: Element, shown_kind: ShownKind) -> TableParts:
    """Take a table apart, with the columns that rows below open; arguments and what is given as of `table_parts`."""
    parts = table_parts(table, shown_kind)
    rows_of_hidden = [other.getparent() for other in parts[0] if not isinstance(other, str) and tag_of(other) in CELLS]
    if not rows_of_hidden:  # as in nearly all tables
        return parts
    header, *body = [_row(row, shown_kind) for row in dict.fromkeys(rows_of_hidden) if row is not None]
    below = {child: row for row in body if (child := _row_below(row, shown_kind)) is not None}
    if not below or any(row.hidden != header.hidden for row in body):
        return parts
    opened = [place for place in header.hidden if _is_said(header, place, below)]
    if not opened:
        return parts
    shown = {row.cells[place] for row in (header, *body) for place in opened}
    again = {child for child, row in below.items() if _says_no_more(child, header, row, opened)}
    others, rows, foot, has_spans = table_parts(
        table, lambda part: as_shown(kind_of(part)) if part in shown else shown_kind(part)
    )
    return others, [row for row in rows if not row or row[0][0].getparent() not in again], foot, has_spans


def _row(row: Element, shown_kind: ShownKind) -> _Row:
    cells = [cell for cell in row if tag_of(cell) in CELLS]
    return _Row(cells, tuple(place for place, cell in enumerate(cells) if shown_kind(cell) is None))


def _row_below(row: _Row, shown_kind: ShownKind) -> Element | None:
    """Give the row right below another one, where it is shown and has one cell."""
    above = row.cells[0].getparent()
    below = above.getnext() if above is not None else None
    if below is None or tag_of(below) != "tr" or shown_kind(below) is None:
        return None
    return below if sum(tag_of(cell) in CELLS for cell in below) == 1 else None


def _is_said(header: _Row, place: int, below: Mapping[Element, _Row]) -> bool:
    """Tell whether all rows below others say what is hidden in a column of those, behind its name; or where it leads.

    Icons may have no name above them.
    """
    name = _words(header.cells[place])
    cells = {child: row.cells[place] for child, row in below.items()}
    is_led = any(map(_links, cells.values())) and all(_links(cell) <= _links(child) for child, cell in cells.items())
    return (is_led or bool(name)) and all(name + _words(cell) in _words(child) for child, cell in cells.items())


def _says_no_more(child: Element, header: _Row, row: _Row, opened: Sequence[int]) -> bool:
    """Tell whether a row below another one says nothing but what that hides in some columns, with or without names."""
    said = [(_words(header.cells[place]), _words(row.cells[place])) for place in opened]
    whole, short = ("".join(name + text for name, text in said if text or keeps) for keeps in (True, False))
    links = set[str]().union(*(_links(row.cells[place]) for place in opened))
    return _words(child) in {whole, short} and _links(child) <= links


def _links(element: Element) -> set[str]:
    return {href for link in element.iter("a") if (href := link.get("href"))}


def _words(element: Element) -> str:
    """Give what an element says without spaces, and the colons that may stand behind names."""
    return "".join("".join(map(str, element.itertext())).replace(":", " ").split())
