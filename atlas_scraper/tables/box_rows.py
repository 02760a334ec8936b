"""Rows of a table that is none: boxes in rows under a row of headers, or a card for each row.

A page can lay a table out as boxes (`div` in `div`), which the markup does not call a table, or write each row
as a list of `Pays : Canada`. The rows are then found by the boxes that they stand in, or by the header with
which each card begins.
"""

from collections.abc import Sequence
from itertools import groupby

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.marks import shared_depth
from atlas_scraper.tables.columns import PageColumn, count_listed, match_columns
from atlas_scraper.values.text import fold

Line = tuple[str, list[Item]]
BoxTable = tuple[tuple[PageColumn | None, ...], list[list[str]], list[Line]]


def read_boxes(lines: Sequence[Line], columns: Sequence[PageColumn]) -> BoxTable | None:
    """Read lines as a header of one box a column, then rows of boxes; `None` when they are none.

    Returns:
        The columns in the header's order, the texts of each row without empty cells, and the lines that it used.
    """
    if len(lines) < 2 or not all(_path(line) for line in lines):
        return None
    level = shared_depth(_path(lines[0]), _path(lines[1]))
    headers, *body = ([*group] for _, group in groupby(lines, key=lambda line: _path(line)[:level]))
    matched = match_columns([text for text, _ in headers], columns)
    if count_listed(matched) < max(2, len(headers) / 2):
        return None
    if is_alternating(matched):
        return None  # a card: header and value in turns
    # What stands outside the box of the header is no row of it.
    body = [row for row in body if _path(row[0])[: level - 1] == _path(lines[0])[: level - 1]]
    rows = [
        [" ".join(text for text, _ in cell) for _, cell in groupby(row, key=lambda line: _path(line)[: level + 1])]
        for row in body
    ]
    used = [*headers, *(line for row in body for line in row)]
    return matched, [row for row in rows if row != [text for text, _ in headers]], used


def is_alternating(columns: Sequence[PageColumn | None]) -> bool:
    """Tell whether known columns and other texts take turns."""
    known = [column is not None and column.is_listed for column in columns]
    return len(known) > 1 and all(known[::2]) and not any(known[1::2])


def read_cards(lines: Sequence[Line], columns: Sequence[PageColumn]) -> list[dict[str, str]] | None:
    """Read lines as cards of `header: value`; a card ends where a header comes again. `None` for anything else."""
    cards: list[dict[str, str]] = []
    current: PageColumn | None = None
    for text, _ in lines:
        head, colon, rest = text.partition(":")
        column = _column(text, columns) or (_column(head, columns) if colon else None)
        if column:
            value = rest.strip() if colon and not _column(text, columns) else ""
            if not cards or column.name in cards[-1]:
                cards.append({})
            cards[-1][column.name] = value
            current = column
        elif current is None:
            return None
        else:
            cards[-1][current.name] = f"{cards[-1][current.name]} {text}".strip()
    # One column alone is a header with its rows below it.
    return cards if len({name for card in cards for name in card}) > 1 else None


def _column(text: str, columns: Sequence[PageColumn]) -> PageColumn | None:
    folded = fold(text)
    return next((column for column in columns if folded in column.folded), None) if folded else None


def _path(line: Line) -> tuple[int, ...]:
    first = line[1][0].line
    return first.path if first else ()
