"""Rows of boxes below a row of names, wherever both stand: in one box, the rows in a body, each in boxes of its own.

    <head> Nom | Prénom | Mission </head> <body> <row> KEITA | Awa | </row> <row> DIOP | | Lecture </row> </body>

A row is a box, with a box in it for each name. Each box has a number, also one without words, so that a cell's place is
told by how many boxes stand before it in its row. Where the numbers tell none, only whole rows are read.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from atlas_scraper.labelling.marks import Path, common_box, shared_depth, without_places
from atlas_scraper.tables.box_rows import Line, are_names_and_values, is_alternating, path_of
from atlas_scraper.tables.card_entries import column_of, mark_of
from atlas_scraper.tables.columns import PageColumn, match_columns
from atlas_scraper.values.text import fold

_MOST_PLACES = 100  # of columns
_BOX_AND_AROUND = 2  # parts of a mark that tell how the box of a text is marked, and the one around that

Grid = dict[tuple[int, int], list[Line]]
"""The lines of each cell, by row and column; the header is row 0."""


class RowsBelow(NamedTuple):
    """Rows below a row of names.

    Args:
        grid: the names and the cells.
        beside: the lines within that are no cells: the numbers of the rows, and signs.
        doubtful: what may be read otherwise.
        glued: in how many boxes more than there are cells those have words.
    """

    grid: Grid
    beside: list[Line]
    doubtful: list[str]
    glued: int


class _Body(NamedTuple):
    """Rows whose boxes are at one depth: the lines of each, and those beside them."""

    rows: list[list[Line]]
    depth: int
    beside: list[Line]


def rows_below_head(lines: Sequence[Line], columns: Sequence[PageColumn]) -> Iterator[RowsBelow]:
    """Read lines as rows of boxes below a row of names, in each way that they can be.

    Args:
        lines: the lines, the first of which is a name.
        columns: the columns that the rows may have.
    """
    names = [place for place, (text, _) in enumerate(lines) if column_of(text, columns)]
    if not names or names[0]:
        return
    around = common_box(path_of(line) for line in lines[: names[-1] + 1])
    # Of how many boxes a cell is made, one name does not tell.
    boxes = [around] if len(names) > 1 else [around[:depth] for depth in range(1, len(around))]
    for box in boxes:
        size = next((place for place, line in enumerate(lines) if path_of(line)[: len(box)] != box), len(lines))
        head, below = [line for line in lines[:size] if fold(line[0])], lines[size:]
        if not below or any(len(path_of(line)) <= len(box) for line in head):
            continue
        match = match_columns([text for text, _ in head], columns)
        places = _places([head], len(box))
        if places is None or len(set(places[0])) < len(head) or are_names_and_values(head, match):
            continue
        shared = shared_depth(box, path_of(below[0]))
        signs = [line for line in lines[:size] if not fold(line[0])]
        first = len(box) + 1 if _is_pair(head, below, box) and is_alternating(match) else shared + 1
        depths = range(first, max(len(path_of(line)) for line in below))
        bodies = (body for depth in depths if (body := _body(below, shared, depth)) is not None)
        ways = [found for body in bodies if (found := _placed(head, places[0], body))]
        if len(names) > 1:  # cells taken for rows are a way as well, a deeper one
            ways = sorted(ways, key=lambda found: found.glued)[:1]
        yield from (found._replace(beside=[*signs, *found.beside]) for found in ways)


def _is_pair(head: Sequence[Line], below: Sequence[Line], box: Path) -> bool:
    """Tell whether a name beside something else may be one and its value, as what is marked alike below it."""
    is_next = shared_depth(box, path_of(below[0])) == len(box) - 1
    return is_next and len(head) > 1 and marks_around(head[0]) in map(marks_around, below)


def _placed(head: Sequence[Line], heads: list[int], body: _Body) -> RowsBelow | None:
    """Place the cells of rows below their names."""
    width = heads[-1] + 1
    rows = [[cell[0] for cell in _cells(row, body.depth)] for row in body.rows]
    glued = sum(_count_glued(cell) for row in body.rows for cell in _cells(row, body.depth))
    places = None if glued or not _are_alike(body.rows, body.depth) else _places(rows, body.depth)
    if places is None:
        if heads != [*range(width)] or any(len(row) != width for row in rows):
            return None
        places = [heads for _ in rows]
    grid: Grid = {(0, place): [line] for place, line in zip(heads, head, strict=True)}
    for number, (row, of_row) in enumerate(zip(body.rows, places, strict=True), 1):
        for place, cell in zip(of_row, _cells(row, body.depth), strict=True):
            grid[number, place] = cell
    doubt = _doubt(rows, places, body.depth, width) if width > 1 else ""
    return RowsBelow(grid, body.beside, [doubt] if doubt else [], glued)


def _doubt(rows: Sequence[Sequence[Line]], places: Sequence[Sequence[int]], depth: int, width: int) -> str:
    """Say what may be read otherwise: whether the last cells of a row have their boxes, no other row tells."""
    if len(rows) == 1 and places[0][-1] < width - 1:
        is_gapless = len(places[0]) == places[0][-1] + 1
        if is_gapless or len(path_of(rows[0][0])) > depth + 1:
            return f"a row that may lack cells: {' | '.join(text for text, _ in rows[0])}"
    if len(rows) > 1 and len(rows[-1]) == 1:
        return f"a last row of one cell may be none: {rows[-1][0][0]}"
    return ""


def _body(lines: Sequence[Line], shared: int, depth: int) -> _Body | None:
    """Give rows whose boxes are at a depth, up to the first line that is marked as no cell of the first row is.

    Lines in the boxes around them that number the rows, or say nothing, stand beside them; `None` where others do.
    """
    first = path_of(lines[0])[:shared]
    inside = [line for line in lines if path_of(line)[:shared] == first]
    rows: list[list[Line]] = []
    beside: list[Line] = []
    waiting: list[Line] = []
    for _, group in groupby(inside, key=lambda line: path_of(line)[:depth]):
        row = [*group]
        if any(len(path_of(line)) <= depth for line in row):
            waiting += row
            continue
        if rows and _marks(row).isdisjoint(_marks(rows[0])):
            break
        rows.append(row)
        beside += waiting
        waiting = []
    beside += [line for line in waiting if not fold(line[0])]
    said = [text for text, _ in beside if fold(text)]
    is_told = rows and said in ([], [str(number) for number in range(1, len(rows) + 1)])
    return _Body(rows, depth, beside) if is_told else None


def _marks(row: Sequence[Line]) -> set[tuple[str, ...]]:
    return {marks_around(line) for line in row}


def marks_around(line: Line) -> tuple[str, ...]:
    """Give how the box of a line is marked, and the box around that."""
    return tuple(without_places(mark_of(line)).split(">")[:_BOX_AND_AROUND])


def _cells(row: Sequence[Line], depth: int) -> Iterator[list[Line]]:
    """Give the lines of each cell of a row."""
    return ([*cell] for _, cell in groupby(row, key=lambda line: path_of(line)[: depth + 1]))


def _count_glued(cell: Sequence[Line]) -> int:
    """Count the boxes in which a cell has words, but for the first."""
    return len(set(map(path_of, cell))) - 1


def _are_alike(rows: Sequence[Sequence[Line]], depth: int) -> bool:
    """Tell whether rows have as many boxes each, as far as their numbers tell; one without words has as many too."""
    numbers = [path_of(row[0])[depth - 1] for row in rows]
    steps = [after - number for number, after in pairwise(numbers)]
    return not any(step % min(steps) for step in steps)


def _places(rows: Sequence[Sequence[Line]], depth: int) -> list[list[int]] | None:
    """Give the place of each cell in its row; `None` where the numbers of their boxes tell none.

    Args:
        rows: the first line of each cell of each row.
        depth: how many boxes are around a cell.
    """
    paths: list[list[Path]] = [[path_of(line) for line in row] for row in rows]
    deep = {len(path) - depth for row in paths for path in row}
    if len(deep) != 1:
        return None
    (step,) = deep  # boxes that a cell is made of, one in the other
    numbers = [[path[depth] - path[depth - 1] - 1 for path in row] for row in paths] if depth else []
    if not numbers or any(number % step or number >= _MOST_PLACES * step for row in numbers for number in row):
        return None
    return [[number // step for number in row] for row in numbers]
