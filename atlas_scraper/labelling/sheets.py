"""Sheets: one table for the whole page, as a spreadsheet saves one; titles, pairs and tables are rows of it.

A table within a sheet begins with the row of its header. It ends with a row that a label begins, or one marked as such
rows are; with the header of the next table, or the title above that; or with an empty row. Its last rows may be pairs,
where nothing tells those: they are a table of their own. What is left of the sheet lays out labels and values.
"""

from collections.abc import Collection, Sequence
from itertools import pairwise
from string import ascii_uppercase
from typing import NamedTuple

from atlas_scraper.blocks.document import Block, Cell, Line, PageTable, with_lines
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.layout_tables import blocks_of_layout, is_header, marked_as_value
from atlas_scraper.labelling.marks import without_places
from atlas_scraper.labelling.steps import without_columns

Row = tuple[Cell, ...]
Shape = tuple[str, bool]
"""How the first text of a row is marked, and whether nothing else stands in the row."""

_PAIR = 2
_FEWEST_TITLES = 3  # that stand behind an empty row each, before other cells alone in their rows are no titles
_MOST_OTHERS = 0.25  # share of the labels that may stand elsewhere alone in a row, as in a text that says their words
_FEWEST_LABELS = 2  # rows that a label begins; one may be the title of a table of data
_FEWEST_ROWS = 4
_LONGEST_NUMBER = 7  # digits of the number of a row


class Shapes(NamedTuple):
    """The shapes of rows that a label begins, and those of them that tell such a row from one of a table.

    A row in which more cells say something than in any that a label begins is one of a table, whatever its shape.
    """

    all: frozenset[Shape]
    apart: frozenset[Shape]
    most: int


def parts_of_sheet(table: PageTable, labels: LabelIndex) -> list[Block]:
    """Give what a sheet holds: the blocks of its titles and pairs, and its tables; nothing for any other table."""
    if len(table.rows) < _FEWEST_ROWS or not table.keeps_positions:
        return []
    has_coordinates = _has_coordinates(table)
    rows = _without_numbers(table.rows[1:] if has_coordinates else table.rows)
    if _is_header(rows[0], labels):
        return []  # a table of data; the title of the first one stands above its header
    headed = [number for number, row in enumerate(rows) if _begins_with_label(row, labels)]
    if len(headed) < _FEWEST_LABELS:
        return []
    headers = {number for number, row in enumerate(rows) if _is_header(row, labels)}
    if not has_coordinates and (not headers or max(headers) < headed[0]):
        return []
    rows = with_lines(table).rows
    rows = _without_numbers(rows[1:] if has_coordinates else rows)
    rows = _with_values_marked(rows, headed, labels)
    shapes = _shapes_of_labels(rows, headed, headers)
    # How many cells rows of pairs have that nothing tells from rows of a table.
    beside = [rows[number] for number in headed if not _is_one_cell(rows[number])]
    pairs = {len(set(map(id, row))) for row in beside if _shape(row) not in shapes.apart}
    out: list[Block] = []
    laid_out: list[Row] = []
    place = 0
    while place < len(rows):
        if place not in headers:
            laid_out.append(rows[place])
            place += 1
            continue
        end = _end_of_table(rows, place, headers, shapes, labels)
        out += _blocks(table, laid_out, labels)
        sure = _without_pairs(rows, place, end, pairs)
        body = _trimmed(rows[place:end])
        parts = (body[: sure - place], body[sure - place :])
        out += [table._replace(rows=part, plain=None) for part in parts if part]
        laid_out = []
        place = end
    return [*out, *_blocks(table, laid_out, labels)]


def _with_values_marked(rows: Sequence[Row], headed: Sequence[int], labels: LabelIndex) -> Sequence[Row]:
    """Mark texts alone in their rows as values, where the titles of the sheet stand behind an empty row each."""
    titles = [(rows[number][0].text, number) for number in headed if _is_one_cell(rows[number])]
    said = {labels.find(text) for text, _ in titles}
    apart = {labels.find(text) for text, number in titles if not (number and _first(rows[number - 1]))}
    if len(apart) < _FEWEST_TITLES or len(said - apart) > _MOST_OTHERS * len(said):
        return [_apart(row) if _is_one_cell(row) else row for row in rows]
    others = said - apart - {labels.find(rows[number][0].text) for number in headed if not _is_one_cell(rows[number])}
    # A page has one group of labels that replace each other.
    variants = {label.variant for label in apart if label} - {""}
    others = {label for label in others if label and (label.variant in variants or not (variants and label.variant))}
    out = [*rows]
    for number, row in enumerate(rows):
        is_behind = number and _is_one_cell(row) and _first(rows[number - 1])
        if is_behind and labels.find(row[0].text) not in others:
            out[number] = (row[0]._replace(blocks=tuple(map(_as_value, row[0].blocks))),) * len(row)
    return out


def _apart(row: Row) -> Row:
    """Mark a text alone in its row, a title or a part of a text, as no label beside a value is."""
    blocks = [
        block._replace(runs=tuple(run._replace(mark=f"{run.mark.removesuffix('>')}=>") for run in block.runs))
        if isinstance(block, Line)
        else block
        for block in row[0].blocks
    ]
    return (row[0]._replace(blocks=tuple(blocks)),) * len(row)


def _as_value(block: Block) -> Block:
    block = marked_as_value(block)
    return block._replace(is_value=True) if isinstance(block, Line) else block


def _has_coordinates(table: PageTable) -> bool:
    """Tell whether letters of columns stand above the rows, and numbers beside them, as a spreadsheet shows both."""
    corner, *first = [cell.text for cell in table.rows[0]] or [""]
    are_letters = len(first) > 1 and first == [_letters(number) for number in range(len(first))]
    below = table.rows[1:]
    return are_letters and not corner and _without_numbers(below) is not below


def _letters(number: int) -> str:
    """Give the letters of a column of a sheet: A to Z, then AA to ZZ."""
    more, last = divmod(number, len(ascii_uppercase))
    return (_letters(more - 1) if more else "") + ascii_uppercase[last]


def _blocks(table: PageTable, rows: Sequence[Row], labels: LabelIndex) -> Sequence[Block]:
    """Give what rows of a sheet hold that are no table."""
    return [*blocks_of_layout(table._replace(rows=tuple(rows), plain=None), labels)] if rows else []


def _end_of_table(rows: Sequence[Row], start: int, headers: Collection[int], shapes: Shapes, labels: LabelIndex) -> int:
    """Give the place of the first row that is none of the table that begins with a header."""
    of_body: Shape | None = None
    after = 0  # the row behind empty ones with which the table goes on
    for place in range(start + 1, len(rows)):
        row, shape = rows[place], _shape(rows[place])
        if place in headers or (place + 1 in headers and _is_one_cell(row)):
            return place
        if _begins_with_label(row, labels):
            return place
        if shape is None and place > after and not any(cell.links for cell in row):
            after = next((number for number in range(place + 1, len(rows)) if _shape(rows[number])), len(rows))
            if of_body is None or of_body in shapes.all or after == len(rows) or _shape(rows[after]) != of_body:
                return place
        elif shape in shapes.apart and shape != of_body:
            if _count_said(row) <= shapes.most and not _is_in_body(
                rows[place : place + 2], rows[start], of_body, labels
            ):
                return place
            continue  # an author's emphasis in its first cell
        of_body = of_body or shape
    return len(rows)


def _is_in_body(rows: Sequence[Row], header: Row, of_body: Shape | None, labels: LabelIndex) -> bool:
    """Tell whether a row and the one below are as full as their header, and the latter looks like the table's others.

    Below a pair that nobody has listed a label or an empty row stands.
    """
    row, below = rows[0], rows[-1]
    are_full = len(rows) == _PAIR and _PAIR <= _count_said(row) == _count_said(below) == _count_said(header)
    is_row = not _is_header(below, labels) and not _begins_with_label(below, labels)
    return are_full and is_row and _shape(below) == of_body


def _without_pairs(rows: Sequence[Row], start: int, end: int, pairs: Collection[int]) -> int:
    """Give the end of a table before rows of two cells, which may be labels with their values as well."""
    if sum(bool(cell.text) for cell in rows[start]) <= _PAIR:
        return end
    while end > start + 1 and len(set(map(id, rows[end - 1]))) in pairs:
        said = list({id(cell): place for place, cell in reversed([*enumerate(rows[end - 1])]) if cell.text}.values())
        if sorted(said) != [0, 1]:
            break
        end -= 1
    return end


def _shapes_of_labels(rows: Sequence[Row], headed: Sequence[int], headers: Collection[int]) -> Shapes:
    """Give what the rows that a label begins look like, and what of this most of the rows below headers do not."""
    below = [_shape(rows[number + 1]) for number in headers if number + 1 < len(rows) and number + 1 not in headed]
    shapes = frozenset(shape for number in headed if (shape := _shape(rows[number])))
    apart = frozenset(shape for shape in shapes if 2 * below.count(shape) < max(1, len(below)))
    return Shapes(shapes, apart, max(_PAIR, *(_count_said(rows[number]) for number in headed)))


def _count_said(row: Row) -> int:
    """Count the cells of a row that say something, each once."""
    return len({id(cell) for cell in row if cell.text})


def _begins_with_label(row: Row, labels: LabelIndex) -> bool:
    first = _first(row)
    return first is not None and labels.find(first.text) in labels.rank


def _is_header(row: Row, labels: LabelIndex) -> bool:
    return not _begins_with_label(row, labels) and is_header(row, labels)


def _is_one_cell(row: Row) -> bool:
    """Tell whether a row is one cell, which spans the others or stands there without any."""
    return len(set(map(id, row))) == 1


def _first(row: Row) -> Cell | None:
    return next((cell for cell in row if cell.text), None)


def _shape(row: Row) -> Shape | None:
    """Tell how the first text in a row is marked, and whether it is all of the row; `None` for a row without one."""
    first = _first(row)
    line = next((block for block in first.blocks if isinstance(block, Line)), None) if first else None
    # Of a text of which some words are marked further the mark is that of the others, whichever come first.
    said = [run.mark for run in line.runs if any(map(str.isalnum, run.text))] if line else []
    mark = without_columns(without_places(min(said, key=len))) if said else ""
    return (mark, _is_one_cell(row)) if first else None


def _trimmed(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Leave out the columns at both ends in which nothing stands."""
    filled = {place for row in rows for place, cell in enumerate(row) if cell.text or cell.links}
    return tuple(row[min(filled, default=0) : max(filled, default=-1) + 1] for row in rows)


def _without_numbers(rows: Sequence[Row]) -> Sequence[Row]:
    """Leave out the first column where it numbers the rows."""
    numbers = [row[0].text for row in rows if row]
    is_counted = len(numbers) == len(rows) and all(
        number.isascii() and number.isdecimal() and len(number) <= _LONGEST_NUMBER for number in numbers
    )
    if not is_counted or any(int(after) - int(before) != 1 for before, after in pairwise(numbers)):
        return rows
    return [row[1:] for row in rows]
