"""Entries side by side in a table, one a column: what begins each stands in a row, and each goes on below.

    <table><tr><td>Rôle</td><td>Rôle</td></tr><tr><td>Ana X</td><td></td></tr></table>

Reading order mixes them, and an empty cell has no line: only the column tells whose a line is.
"""

import re
from collections.abc import Callable, Sequence

from atlas_scraper.labelling.items import Item

_FEWEST = 2  # entries that stand side by side
_COLUMN = re.compile(r"\[(\d+)\]\Z")


def column_by_column(items: Sequence[Item], begins: Callable[[Item], bool]) -> Sequence[Item]:
    """Give lines column by column where they stand in one table, and each of its columns begins an entry.

    Args:
        items: the lines in reading order.
        begins: tells whether a line begins an entry.
    """
    if sum(map(begins, items)) < _FEWEST:
        return items
    for depth in (1, 2):  # in the cells, or in a box in each
        cells = [_cell_of(item, depth) for item in items]
        for table in {table for table, _ in cells if table}:
            places = [place for place, (box, _) in enumerate(cells) if box == table]
            columns: dict[str, list[Item]] = {}
            for place in places:
                columns.setdefault(cells[place][1], []).append(items[place])
            are_entries = len(columns) >= _FEWEST and all(_is_entry(column, begins) for column in columns.values())
            if are_entries and places[-1] - places[0] == len(places) - 1:
                by_column = [item for column in columns.values() for item in column]
                return [*items[: places[0]], *by_column, *items[places[-1] + 1 :]]
    return items


def _is_entry(column: Sequence[Item], begins: Callable[[Item], bool]) -> bool:
    return begins(column[0]) and not any(map(begins, column[1:]))


def _cell_of(item: Item, depth: int) -> tuple[tuple[int, ...], str]:
    """Give the table and the column where a line stands so many boxes deep in a cell; nothing elsewhere."""
    outer, _, inner = item.mark.partition(":")[2].partition(">")
    column = _COLUMN.search(outer if depth > 1 else inner.partition(">")[0])
    return (item.block.path[:-depth], column[1]) if column else ((), "")
