"""Which cells of a table say something by the names of columns, and what: the parts of each."""

from collections.abc import Iterator, Sequence

from atlas_scraper.blocks.document import Cell
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.marks import without_places
from atlas_scraper.tables.card_entries import ALONE, Entry, begin, column_of, mark_of
from atlas_scraper.tables.cell_lines import is_of_pieces, lines_of_cell
from atlas_scraper.tables.cell_parts import Parts, parts_of
from atlas_scraper.tables.columns import Header, PageColumn
from atlas_scraper.tables.first_words import first_words
from atlas_scraper.values.text import fold

_FEWEST_ALONE = 2  # names without a value, from which a cell of nothing else is no value that reads like a name
_FEWEST_OWN = 2  # cells that begin with the name of their own column, from which one may be that name alone


def parts_of_rows(
    rows: Sequence[Sequence[Cell]], columns: Sequence[PageColumn], header: Header, labels: LabelIndex
) -> dict[int, Parts]:
    """Give what the cells of a table say that name columns, by the cell.

    A name with no value is one where others of its column have theirs, before a colon, or where it is marked as its
    cell's own text is not and stands for a column without text; it may be any text elsewhere.
    """
    found: dict[int, Parts] = {}
    in_doubt: list[tuple[Sequence[Cell], Cell, Parts]] = []
    alone: list[tuple[Sequence[Cell], Cell]] = []
    for row, cell, is_lone in _cells_once(rows):
        if column_of(cell.text, columns):  # over several lines perhaps
            alone.append((row, cell))
            continue
        if labels.is_column(cell.text):  # of another table, which a damaged page runs together with this one
            continue
        may_name = is_of_pieces(cell) or (is_lone and ":" in cell.text)
        parts = parts_of(cell, columns, labels, is_lone=is_lone) if may_name else None
        if parts and (any(part.header and part.texts for part in parts) or len(parts) > _FEWEST_ALONE):
            found[id(cell)] = parts
        elif parts:
            in_doubt.append((row, cell, parts))
    words = first_words(rows, found, columns, header)
    found = {key: parts for key, parts in found.items() if key not in words}
    names = {fold(part.header) for parts in found.values() for part in parts if part.texts}
    for row, cell, parts in in_doubt:
        if fold(parts[1].header) in names or _is_told(row, parts, header):
            found[id(cell)] = parts
    repeated = {fold(part.header) for parts in found.values() for part in parts if not parts[0].texts}
    says_names = sum(
        _is_own_name(row, cell, found[id(cell)][1].header, header)
        for row, cell, _ in _cells_once(rows)
        if id(cell) in found
    )
    for row, cell in alone:
        is_name = fold(cell.text) in repeated or (
            says_names >= _FEWEST_OWN and _is_own_name(row, cell, cell.text, header)
        )
        if is_name and (lines := lines_of_cell(cell, labels.words)):
            found[id(cell)] = [Entry("", ALONE, lines[0]), begin(cell.text, ALONE, lines[0], "")]
    return found


def _is_own_name(row: Sequence[Cell], cell: Cell, text: str, header: Header) -> bool:
    """Tell whether a text is the name of the column that a cell stands in."""
    columns = zip(row, header.columns, strict=False)
    return any(each is cell and column is not None and fold(text) in column.folded for each, column in columns)


def _cells_once(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[Sequence[Cell], Cell, bool]]:
    """Yield the cells that say something, one that spans others once, with their row and whether they are all of it."""
    seen: set[int] = set()
    for row in rows:
        said = {id(cell): cell for cell in row if cell.text}
        for key, cell in said.items():
            if key not in seen:
                seen.add(key)
                yield row, cell, len(said) == 1


def _is_told(row: Sequence[Cell], parts: Parts, header: Header) -> bool:
    """Tell whether a name without a value is one by its colon, or by its mark where its column is empty in the row."""
    own, named = parts[:2]
    name = fold(named.header)
    places = (place for place, column in enumerate(header.columns) if column and name in column.folded)
    is_apart = without_places(mark_of(own.line)) != without_places(mark_of(named.line))
    is_apart = is_apart and not any(row[place].text for place in places if place < len(row))
    return bool(own.texts) and (":" in named.line[0] or is_apart)
