"""Rows that a page writes as entries of a list, each closed as in a sentence: `Ville de Gao ;`, and the last `Kayes.`.

The signs are the list's, not the values'. Pairs of fields that are written so: `labelling.closed_entries`.
"""

from collections.abc import Sequence
from dataclasses import replace

from atlas_scraper.tables.row import Row

_CLOSING, _LAST = ";", (".", ";")


def without_closing_signs(rows: Sequence[Row]) -> list[Row]:
    """Give rows without the sign that closes the last cell of each.

    Args:
        rows: of lines or cards, top to bottom; the cells of a table have no such signs. Of several cells on a line each
            ends with the sign that parts it from the next, and the last may have lost it by that.
    """
    names = [next((name for name, text in reversed(row.cells.items()) if text), "") for row in rows]
    ends = [row.cells.get(name, "") for row, name in zip(rows, names, strict=True)]
    alone = [text for row, text in zip(rows, ends, strict=True) if sum(map(bool, row.cells.values())) == 1]
    are_closed = all(text.endswith(_CLOSING) for text in alone[:-1]) and alone[-1:] and alone[-1].endswith(_LAST)
    if not are_closed or not any(text.endswith(_CLOSING) for text in ends):
        return [*rows]
    return [
        replace(row, cells={**row.cells, name: text[:-1].rstrip()}) if text.endswith(_LAST) else row
        for row, name, text in zip(rows, names, ends, strict=True)
    ]
