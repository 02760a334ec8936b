"""Rows of a table that is none: boxes in rows under a row of headers.

A page can lay a table out as boxes (`div` in `div`), which the markup does not call a table. The rows are then found by
the boxes that they stand in.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from atlas_scraper.blocks.document import Run
from atlas_scraper.labelling.body_below_head import are_rows
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.marks import shared_depth, without_places
from atlas_scraper.tables.columns import PageColumn, count_listed, match_columns, names_of
from atlas_scraper.tables.turns import turns_of
from atlas_scraper.values.text import fold

Line = tuple[str, list[Item]]
BoxRow = tuple[list[str], tuple[str, ...]]
BoxTable = tuple[tuple[PageColumn | None, ...], list[BoxRow], list[Line]]


def read_boxes(lines: Sequence[Line], columns: Sequence[PageColumn]) -> BoxTable | None:
    """Read lines as a header of one box a column, then rows of boxes; `None` when they are none.

    Returns:
        The columns in the header's order, of each row the texts without empty cells and the links, and the lines used.
    """
    if len(lines) < 2 or not all(path_of(line) for line in lines) or path_of(lines[0]) == path_of(lines[1]):
        return None
    level = shared_depth(path_of(lines[0]), path_of(lines[1]))
    headers, *body = ([*group] for _, group in groupby(lines, key=lambda line: path_of(line)[:level]))
    matched = match_columns([text for text, _ in headers], columns)
    if count_listed(matched) < max(2, len(headers) / 2):
        return None
    if is_alternating(matched) or are_names_and_values(headers, matched) or _any_goes_on(headers, columns):
        return None  # a card: header and value in turns
    if take_turns(headers, matched) or _any_says_names(body, headers, columns):
        return None  # idem, in boxes of which some are empty
    if _goes_on_with_values(headers, matched) or _begin_alike([headers, *body]):
        return None  # a card: one name, and values of several columns
    # What stands outside the box of the header is no row of it, and neither is what stands in no cell as headers do.
    shallowest = min(len(path_of(line)) for line in headers)
    body = [row for row in body if path_of(row[0])[: level - 1] == path_of(lines[0])[: level - 1]]
    body = [row for row in body if len(path_of(row[0])) >= shallowest]
    grid = [[[*cell] for _, cell in groupby(row, key=lambda line: path_of(line)[: level + 1])] for row in body]
    boxes = [{*map(path_of, cell)} for cell in grid[0]] if len(grid) == 1 else []
    if boxes and are_rows(boxes, max(len(path_of(line)) for line in headers)):
        grid, body = [], []
    grid = _in_place(grid, headers, level)
    rows = [([" ".join(text for text, _ in cell) for cell in row], _links_of_row(row, matched)) for row in grid]
    # Without rows an unlisted name says nothing that is read.
    named = [line for line, column in zip(headers, matched, strict=False) if rows or (column and column.is_listed)]
    used = [*named, *(line for row in body for line in row)]
    return matched, [row for row in rows if row[0] != [text for text, _ in headers]], used


def _in_place(grid: list[list[list[Line]]], headers: Sequence[Line], level: int) -> list[list[list[Line]]]:
    """Give rows with an empty cell wherever a box of theirs holds nothing, where the boxes of cells hold no others.

    Each box has a number, also one without words: the next row tells how many boxes one has, and a number that is
    missing between two cells tells of an empty one. A row that may lack boxes stays as it is.

    Args:
        grid: the cells of each row that say something, each of some lines.
        headers: the names of the columns.
        level: how many boxes are around a cell.
    """
    lines = [*headers, *(line for row in grid for cell in row for line in cell)]
    if not grid or not level or any(len(path_of(line)) != level + 1 for line in lines):
        return grid
    rows = [path_of(row[0][0])[level - 1] for row in grid]
    boxes = [after - row - 1 for row, after in pairwise(rows)]
    places = [_number_in_row(line, level) for line in headers]
    out: list[list[list[Line]]] = []
    for row, count in zip(grid, [*boxes, 0], strict=True):
        cells = {_number_in_row(cell[0], level): cell for cell in row}
        is_told = count == len(headers) or max(cells) > len(cells)
        is_placed = len(cells) < len(headers) and is_told and cells.keys() <= set(places)
        out.append([cells.get(place, []) for place in places] if is_placed else [*cells.values()])
    return out


def _number_in_row(line: Line, level: int) -> int:
    path = path_of(line)
    return path[level] - path[level - 1]


def _links_of_row(row: Sequence[Sequence[Line]], columns: Sequence[PageColumn | None]) -> tuple[str, ...]:
    """Give the links of a row: those of its name, or of icons where it has none; any where it may lack a cell."""
    is_whole = len(row) == sum(column is not None for column in columns)
    named = zip(row, filter(None, columns), strict=False)
    own = [cell for cell, column in named if column.is_required] if is_whole else row
    links = [run.href for cell in own for run in _runs_of(cell) if run.href]
    icons = (run.href for cell in row for run in _runs_of(cell) if run.href and not run.interactive)
    return tuple(links) or tuple(icons)


def _runs_of(cell: Sequence[Line]) -> Iterator[Run]:
    return (run for _, parts in cell for part in parts for run in part.runs)


def is_alternating(columns: Sequence[PageColumn | None]) -> bool:
    """Tell whether known columns and other texts take turns."""
    known = [column is not None and column.is_listed for column in columns]
    return all(known[::2]) and not any(known[1::2])


def are_names_and_values(lines: Sequence[Line], columns: Sequence[PageColumn | None]) -> bool:
    """Tell whether some of the lines are names of columns, and others are marked as none of those is."""
    marks: dict[bool, set[str]] = {True: set(), False: set()}
    for line, column in zip(lines, columns, strict=False):
        marks[column is not None and column.is_listed].add(without_places(line[1][0].mark))
    return bool(marks[False] - marks[True])


def take_turns(lines: Sequence[Line], columns: Sequence[PageColumn | None]) -> bool:
    """Tell whether known columns and other texts take turns by their boxes, of which some are empty."""
    known = [column is not None and column.is_listed for column in columns[: len(lines)]]
    return turns_of([path_of(line) for line in lines], known) is not None


def _goes_on_with_values(lines: Sequence[Line], columns: Sequence[PageColumn | None]) -> bool:
    """Tell whether what stands behind the first name is of the kind of its values, as no name is."""
    first, second = columns[:2]
    is_name = second is None or second.is_listed
    return first is not None and not first.is_free and not is_name and bool(first.fits(lines[1][0]))


def _begin_alike(rows: Sequence[Sequence[Line]]) -> bool:
    """Tell whether all of several rows begin with the same words, and none goes on as the first does."""
    first, *others = [[text for text, _ in row] for row in rows]
    return bool(others) and all(row[0] == first[0] and row != first for row in others)


def _any_says_names(rows: Sequence[Sequence[Line]], headers: Sequence[Line], columns: Sequence[PageColumn]) -> bool:
    """Tell whether one of the rows says names of the header beside other texts, which the header as such does not."""
    header = {fold(text) for text, _ in headers}
    names = header & names_of(tuple(columns))
    said = ({fold(text) for text, _ in row} for row in rows)
    return any(len(each & names) > 1 and bool(each - header) for each in said)


def _any_goes_on(lines: Sequence[Line], columns: Sequence[PageColumn]) -> bool:
    """Tell whether one of the lines begins with the name of a column, in a stretch or before a colon, and goes on."""
    names = frozenset().union(*(column.folded for column in columns))
    return any(
        fold(text) not in names and not names.isdisjoint((fold(parts[0].runs[0].text), fold(text.partition(":")[0])))
        for text, parts in lines
        if parts[0].runs
    )


def path_of(line: Line) -> tuple[int, ...]:
    """Give the boxes that a line stands in, outermost first."""
    first = line[1][0].line
    return first.path if first else ()
