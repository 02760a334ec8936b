"""Rows right below a header that say more of its columns, and are no data: their numbers, their units.

    Nom du financeur | Montant en euros | Année
    (1)              | (2)              | (3)

All cells of such a row are headers, as none below is; or they count the columns, or stand in brackets.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from atlas_scraper.blocks.document import Cell

_MOST_ROWS = 3
_FEWEST_CELLS = 2
_NUMBER = re.compile(r"[(\[]?\s*+(\d{1,2})\s*+[)\]]?")
_IN_BRACKETS = re.compile(r"\([^()]++\)|\[[^\[\]]++\]")


def count_second_headers(rows: Sequence[Sequence[Cell]]) -> int:
    """Count the rows, of those below a header, that are no data."""
    if not rows or not _may_be_second(rows[0]):
        return 0  # of nearly all tables
    are_told = not all(cell.is_header for cell in rows[-1])
    return sum(1 for _ in takewhile(lambda row: _is_second(row, are_told=are_told), rows[:_MOST_ROWS]))


def _may_be_second(row: Sequence[Cell]) -> bool:
    first = next((cell for cell in row if cell.text), None)
    return first is not None and (first.is_header or first.text[0] in "([" or first.text == "1")


def _is_second(row: Sequence[Cell], *, are_told: bool) -> bool:
    texts = [cell.text for cell in row if cell.text]
    if len(texts) < _FEWEST_CELLS:
        return False
    numbers = [found[1] for text in texts if (found := _NUMBER.fullmatch(text))]
    are_numbers = numbers == [str(number) for number in range(1, len(texts) + 1)]
    are_headers = are_told and all(cell.is_header for cell in row)
    return are_numbers or are_headers or all(map(_IN_BRACKETS.fullmatch, texts))
