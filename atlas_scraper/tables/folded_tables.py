"""Tables that are folded, to be narrow or short: each record over two rows, or the rows in blocks beside each other.

    Nom   | Prénom            Nom   | Pays  |  | Nom   | Pays
    Champ | Entité            Dosso | Niger |  | Thiès | Sénégal
    KEITA | Awa               Kayes | Mali  |  |       |
    Eau   | Ville de Dosso

The rows of blocks go down the first, then down the next.
"""

from collections.abc import Sequence

from atlas_scraper.blocks.document import Cell, PageTable, with_lines
from atlas_scraper.tables.card_entries import column_of
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.values.text import fold

_FOLDED = 2  # rows of a record
_FEWEST_BLOCKS = 2
_NARROWEST = 2  # columns of a block, one that parts it from the next among them


def unfolded(table: PageTable, columns: Sequence[PageColumn]) -> PageTable:
    """Give a folded table with a row for each record, under one row of names; any other table as it is."""
    if not table.keeps_positions or table.foot or len(table.rows) < _FOLDED:
        return table
    head = table.rows[0]
    if column_of(head[0].text, columns) is None:
        return table
    rows = _of_two_rows(table, columns) if len(table.rows) >= 2 * _FOLDED else None
    rows = rows or _of_blocks(table, columns)
    return with_lines(table)._replace(rows=rows) if rows else table


def _of_two_rows(table: PageTable, columns: Sequence[PageColumn]) -> tuple[tuple[Cell, ...], ...] | None:
    """Give the rows, each with the one below it: where two rows of headers name columns, and no other ones are."""
    first, second, *body = table.rows
    if len(body) % _FOLDED or not all(cell.is_header for cell in (*first, *second)):
        return None
    names = [fold(cell.text) for row in (first, second) for cell in _once(row) if cell.text]
    further = [cell.text for cell in _once(second) if cell.text]
    are_named = 2 * sum(column_of(text, columns) is not None for text in further) >= len(further) > 0
    if not are_named or len(set(names)) < len(names) or any(cell.is_header for row in body for cell in row):
        return None
    rows = with_lines(table).rows
    return tuple((*_once(row), *_once(below)) for row, below in zip(rows[::_FOLDED], rows[1::_FOLDED], strict=True))


def _of_blocks(table: PageTable, columns: Sequence[PageColumn]) -> tuple[tuple[Cell, ...], ...] | None:
    """Give the rows of blocks below each other: blocks of the same names, the first of which each row has to have."""
    names = [fold(cell.text) for cell in table.rows[0]]
    if len(set(map(id, table.rows[0]))) < len(names):
        return None
    starts = [place for place, name in enumerate(names) if name == names[0]]
    is_one = sum(names[0] in column.folded for column in columns) == 1
    if len(starts) < _FEWEST_BLOCKS or starts[1] < _NARROWEST or not is_one:
        return None
    width = len([*_without_end(names[: starts[1]])])
    blocks = [range(start, start + width) for start in starts]
    inside = {place for block in blocks for place in block}
    are_alike = all([names[place] for place in block] == names[:width] for block in blocks if block[-1] < len(names))
    if not are_alike or blocks[-1][-1] >= len(names) or any(len(row) != len(names) for row in table.rows):
        return None
    if any(cell.text for row in table.rows for place, cell in enumerate(row) if place not in inside):
        return None
    rows = with_lines(table).rows
    head, *_ = below = [tuple(row[place] for place in block) for block in blocks for row in rows]
    said = [row for row in below if any(cell.text or cell.links for cell in row) and not _says(row, names[:width])]
    return (head, *said) if said else None


def _without_end(names: Sequence[str]) -> Sequence[str]:
    """Leave out the blank names at the end of a block, which part it from the next."""
    size = max(place for place, name in enumerate(names) if name) + 1
    return names[:size]


def _says(row: Sequence[Cell], names: Sequence[str]) -> bool:
    return [fold(cell.text) for cell in row] == [*names]


def _once(row: Sequence[Cell]) -> list[Cell]:
    return list({id(cell): cell for cell in row}.values())
