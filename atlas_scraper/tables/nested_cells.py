"""Rows in no table and under no names: each says its first cell in a box, and the other one in a box within that.

    <li>6 - Eau propre <ul><li>2</li></ul></li> <li>4 - Éducation <ul><li>1</li></ul></li>

Only what cells are tells which is which, and so each line has to fit one column and no other.
"""

from collections.abc import Sequence

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.labelling.marks import Path
from atlas_scraper.tables.box_rows import Line, path_of
from atlas_scraper.tables.card_entries import runs_of
from atlas_scraper.tables.columns import PageColumn

_CELLS = 2  # of a row, so that what is in a box within that of the first one is the other


def read_nested_cells(lines: Sequence[Line], columns: Sequence[PageColumn]) -> PageTable | None:
    """Read lines as rows of two cells, the second of which may be missing; `None` for anything else.

    Args:
        lines: the lines.
        columns: the columns of the table.
    """
    if len(columns) != _CELLS or any(column.is_free or column.is_open for column in columns):
        return None
    first, second = columns
    rows: list[list[Cell]] = []
    boxes: list[Path] = []
    for line in lines:
        is_first, is_second = bool(first.fits(line[0])), bool(second.fits(line[0]))
        links = tuple(run.href for run in runs_of(line) if run.href and run.interactive)
        if is_first and not is_second:
            rows.append([Cell(line[0], links=links), Cell("")])
            boxes.append(path_of(line))
        elif is_second and not is_first and rows and not rows[-1][1].text and _is_within(path_of(line), boxes[-1]):
            rows[-1][1] = Cell(line[0], links=links)
        else:
            return None
    are_apart = len(set(boxes)) == len(boxes) and len(set(map(len, boxes))) == 1
    if not are_apart or not any(second.text for _, second in rows):
        return None
    return PageTable((tuple(Cell(column.headers[0]) for column in columns), *map(tuple, rows)))


def _is_within(path: Path, box: Path) -> bool:
    return len(path) > len(box) and path[: len(box)] == box
