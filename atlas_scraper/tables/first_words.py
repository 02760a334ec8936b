"""Which cells begin with words of their own that read like the name of a column: `<b>Mission</b> locale`.

Where a page writes names into cells, the others of the row begin with theirs, or all cells of the column with it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from atlas_scraper.blocks.document import Cell
from atlas_scraper.tables.card_entries import ALONE, APART, Entry, column_of
from atlas_scraper.tables.cell_parts import Parts
from atlas_scraper.tables.columns import Header, PageColumn
from atlas_scraper.values.text import fold

_FEWEST_BEGUN = 2  # cells of a row or a column; one alone may begin so by chance
_MOST = 0.5  # share of the cells of a row, above which the others may have none: the first one is a title often


def first_words(
    rows: Sequence[Sequence[Cell]], parts: Mapping[int, Parts], columns: Sequence[PageColumn], header: Header
) -> frozenset[int]:
    """Give the cells, among those that begin with the name of a column, of whose value that is a part.

    Args:
        rows: the rows of the table.
        parts: what its cells say by the names of columns, by the cell.
        columns: the columns that such a table has.
        header: its header.
    """
    doubtful = {
        id(cell): (row, place)
        for row in rows
        for place, cell in _cells(row)
        if id(cell) in parts and _may_be_own(cell, parts[id(cell)], columns)
    }
    return frozenset(
        key
        for key, (row, place) in doubtful.items()
        if not (_is_in_row(row, parts, header) or _is_in_column(rows, place, parts, key))
        and place < len(header.columns)
        and header.columns[place] is not None
    )


def without_first_words(known: Sequence[Entry | None]) -> list[Entry | None]:
    """Give the lines of cards that begin with the name of a column, without those whose value it begins.

    Such a line stands right below a name, where names stand above their values.
    """
    pairs = [*pairwise(known)]
    over_value = sum(above is not None and above.way == ALONE and below is None for above, below in pairs)
    if not over_value:
        return [*known]
    doubtful = [
        place
        for place, (above, below) in enumerate(pairs, 1)
        if above and above.way == ALONE and below and _is_bare(below)
    ]
    are_values = len(doubtful) <= over_value
    return [None if are_values and place in doubtful else entry for place, entry in enumerate(known)]


def _cells(row: Sequence[Cell]) -> Iterator[tuple[int, Cell]]:
    """Yield the cells of a row that say something, without one that spans others, with their places."""
    places = [id(cell) for cell in row]
    return ((place, cell) for place, cell in enumerate(row) if cell.text and places.count(id(cell)) == 1)


def _may_be_own(cell: Cell, parts: Parts, columns: Sequence[PageColumn]) -> bool:
    """Tell whether a cell may be one text, the beginning of which is a stretch with the words of a name."""
    begun = parts[1]
    if len(parts) > 2 or parts[0].texts or not _is_bare(begun):
        return False
    column = column_of(begun.header, columns)
    fits = column is not None and not column.is_free and column.fits(" ".join(begun.texts))
    return not (fits and column and not column.fits(cell.text))


def _is_bare(begun: Entry) -> bool:
    """Tell whether a name is a stretch before one value, with no more than a space between as in a text."""
    behind = begun.line[0].strip().removeprefix(begun.header)
    goes_on = behind[:1].islower() or (behind[:1] == " " and behind.lstrip()[:1] != ":")
    return begun.way == APART and bool(begun.texts) and not begun.beside and goes_on


def _is_in_row(row: Sequence[Cell], parts: Mapping[int, Parts], header: Header) -> bool:
    """Tell whether most cells of a row begin with names of columns, or are no more than their own."""
    said = [*_cells(row)]
    begun = sum(_is_begun(cell, place, parts, header) for place, cell in said)
    return begun >= _FEWEST_BEGUN and begun > _MOST * len(said)


def _is_begun(cell: Cell, place: int, parts: Mapping[int, Parts], header: Header) -> bool:
    column = header.columns[place] if place < len(header.columns) else None
    of_cell = parts.get(id(cell))
    return not of_cell[0].texts if of_cell else column is not None and fold(cell.text) in column.folded


def _is_in_column(rows: Sequence[Sequence[Cell]], place: int, parts: Mapping[int, Parts], key: int) -> bool:
    """Tell whether all cells of a column begin with the same name."""
    name = fold(parts[key][1].header)
    said = [parts.get(id(cell)) for row in rows for at, cell in _cells(row) if at == place]
    return len(said) >= _FEWEST_BEGUN and all(of and not of[0].texts and fold(of[1].header) == name for of in said)
