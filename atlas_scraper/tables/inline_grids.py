"""Rows of a table of one named column whose cells are stretches of one line, which a style sheet lays out as a grid.

No box parts such cells, and empty ones leave no trace; so only a table whose rows begin with the cell of its one name
is read. Stretches may as well be words of one cell: where no link of its own and no kind tells each, that is said.
"""

from collections.abc import Sequence
from typing import NamedTuple

from atlas_scraper.blocks.document import Cell, PageTable, Run
from atlas_scraper.labelling.items import text_of
from atlas_scraper.labelling.marks import without_places
from atlas_scraper.tables.box_rows import Line
from atlas_scraper.tables.card_entries import column_of, runs_of
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.line_cards import Cards

_FEWEST_ROWS = 2


class _Stretch(NamedTuple):
    """A cell in the making: how it is marked, and its stretches."""

    mark: str
    runs: list[Run]

    @property
    def text(self) -> str:
        return text_of(self.runs)


def read_inline_grid(lines: Sequence[Line], columns: Sequence[PageColumn]) -> Cards | None:
    """Read the first of some lines as a header of one name and its cells; `None` for anything else."""
    runs = [run for run in runs_of(lines[0]) if run.text.strip()]
    named = [column for column in columns if not column.may_lack_header]
    if len(named) != 1 or len(runs) <= _FEWEST_ROWS or column_of(runs[0].text, named) is None:
        return None
    cells = _cells_of(runs[1:])
    nameless = next((column for column in columns if column.may_lack_header and not column.is_free), None)
    rows: list[list[_Stretch]] = []
    for cell in cells:
        if rows and nameless and nameless.fits(cell.text) and len(rows[-1]) == 1:
            rows[-1].append(cell)
        else:
            rows.append([cell])
    if len(rows) < _FEWEST_ROWS or not _are_cells([row[0] for row in rows]):
        return None
    width = max(map(len, rows))
    header = tuple([Cell(text) for text in [runs[0].text.strip(), ""][:width]])
    body = [tuple([_cell(stretch) for stretch in row] + [Cell("")] * (width - len(row))) for row in rows]
    links = {run.href for row in rows for run in row[0].runs if run.href and run.interactive}
    is_told = len(links) == len(rows) or (not named[0].is_free and all(named[0].fits(row[0].text) for row in rows))
    doubtful = (
        [] if is_told else [f"stretches of one line, read as a row each: {' / '.join(row[0].text for row in rows)}"]
    )
    return Cards(PageTable((header, *body)), [lines[0]], doubtful)


def _cells_of(runs: Sequence[Run]) -> list[_Stretch]:
    """Group stretches into cells: what is marked further within a cell is part of it."""
    cells: list[_Stretch] = []
    for run in runs:
        if cells and run.mark.startswith(f"{cells[-1].mark}>"):
            cells[-1].runs.append(run)
        else:
            cells.append(_Stretch(run.mark, [run]))
    return cells


def _are_cells(cells: Sequence[_Stretch]) -> bool:
    """Tell whether stretches stand each in an element of their own, alike, and begin as names do."""
    marks = {without_places(cell.mark) for cell in cells}
    begin = (cell.text[:1] for cell in cells)
    is_element = len(marks) == 1 and not marks.pop().endswith(">")
    return is_element and all(letter.isupper() or letter.isdigit() for letter in begin)


def _cell(stretch: _Stretch) -> Cell:
    return Cell(stretch.text, links=tuple([run.href for run in stretch.runs if run.href]))
