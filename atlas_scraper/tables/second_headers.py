"""Rows right below a header that say more of its columns, and are no data: their numbers, their units.

    Nom du financeur | Montant en euros | Année
    (1)              | (2)              | (3)

All cells of such a row are headers, as none below is; or they count the columns, or stand in brackets; or they say the
same in several columns in which it cannot stand.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from atlas_scraper.blocks.document import Cell
from atlas_scraper.tables.columns import PageColumn

_MOST_ROWS = 3
_FEWEST_CELLS = 2
_NUMBER = re.compile(r"[(\[]?\s*+(\d{1,2})\s*+[)\]]?")
_IN_BRACKETS = re.compile(r"\([^()]++\)|\[[^\[\]]++\]")


def count_second_headers(rows: Sequence[Sequence[Cell]], columns: Sequence[PageColumn | None] = ()) -> int:
    """Count the rows, of those below a header, that are no data; columns are those of the header."""
    if not rows or not _may_be_second(rows[0]):
        return 0  # of nearly all tables
    are_told = not all(cell.is_header for cell in rows[-1])
    is_second = (_is_second(row, are_told=are_told) or _says_units(row, columns) for row in rows[:_MOST_ROWS])
    return sum(1 for _ in takewhile(bool, is_second))


def counts_columns(row: Sequence[Cell]) -> bool:
    """Tell whether a row says no more than the numbers of its columns, from 1 on: `(1) | (2) | (3)`."""
    texts = [cell.text for cell in row if cell.text]
    numbers = [found[1] for text in texts if (found := _NUMBER.fullmatch(text))]
    return len(texts) >= _FEWEST_CELLS and numbers == [str(number) for number in range(1, len(texts) + 1)]


def _says_units(row: Sequence[Cell], columns: Sequence[PageColumn | None]) -> bool:
    """Tell whether several cells of a row say the same, such as a unit, and none of their columns can hold that."""
    said = [(cell.text, column) for cell, column in zip(row, columns, strict=False) if cell.text]
    is_one = len(said) >= _FEWEST_CELLS and len({text for text, _ in said}) == 1
    return is_one and not any(column is None or column.fits(text) for text, column in said)


def _may_be_second(row: Sequence[Cell]) -> bool:
    first = next((cell for cell in row if cell.text), None)
    return first is not None and (first is not row[0] or first.is_header or first.text[0] in "([" or first.text == "1")


def _is_second(row: Sequence[Cell], *, are_told: bool) -> bool:
    texts = [cell.text for cell in row if cell.text]
    if len(texts) < _FEWEST_CELLS:
        return False
    are_headers = are_told and all(cell.is_header for cell in row)
    return counts_columns(row) or are_headers or all(map(_IN_BRACKETS.fullmatch, texts))
