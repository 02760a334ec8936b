"""Rows whose cells hold the lines of several: one cell for each column, in which line breaks part what stood below.

Where a column whose cells can be told shows it, such as one of years, the row is cut; otherwise a line break may as
well stand within a name, and that is said. Of the only name of one of several rows it stands within that.
"""

from collections.abc import Sequence

from atlas_scraper.blocks.document import Cell, Line
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.columns import Header

CellRow = tuple[Cell, ...]


def whole_rows(reader: SectionReader, label: Label, rows: Sequence[CellRow], header: Header) -> Sequence[CellRow]:
    """Give the rows below a header, cut where their cells hold the lines of several."""
    if not any(_has_lines(cell) for row in rows for cell in row):
        return rows
    named = [place for place, column in enumerate(header.columns) if column and not column.may_lack_header]
    out: list[CellRow] = []
    for row in rows:
        broken = [place for place in named if place < len(row) and _has_lines(row[place])]
        is_name = len(named) == 1 == len(broken) and not (len(rows) == 1 and _begin_as_names(row[broken[0]]))
        if len(broken) < min(2, len(named)) or is_name or len({id(cell) for cell in row}) < len(row):
            out.append(row)
        elif _is_told(row, broken, header) and len({len(cell.blocks) for cell in row if cell.text}) == 1:
            out += _cut(row, len(row[broken[0]].blocks))
        else:
            out.append(row)
            said = " | ".join(cell.text for cell in row if cell.text)
            reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, f"cells of several lines may be several rows: {said}")
    return out


def _has_lines(cell: Cell) -> bool:
    return len(cell.blocks) > 1 and all(isinstance(block, Line) for block in cell.blocks)


def _begin_as_names(cell: Cell) -> bool:
    """Tell whether each line of a cell may be a name of its own, and none goes on where the one above it ends."""
    return all(block.text[:1].isupper() or block.text[:1].isdigit() for block in cell.blocks)


def _is_told(row: CellRow, broken: Sequence[int], header: Header) -> bool:
    """Tell whether the lines of a cell fit its column one by one, and not together."""
    columns = ((row[place], header.columns[place]) for place in broken)
    return any(
        column
        and not column.is_free
        and not column.fits(cell.text)
        and all(column.fits(line.text) for line in cell.blocks)
        for cell, column in columns
    )


def _cut(row: CellRow, lines: int) -> list[CellRow]:
    """Cut a row into one for each line of its cells; a cell without text stays so."""
    return [tuple(_line_of(cell, place) for cell in row) for place in range(lines)]


def _line_of(cell: Cell, place: int) -> Cell:
    line = cell.blocks[place] if cell.text else None
    if not isinstance(line, Line):
        return cell._replace(links=cell.links if place == 0 else ())
    return Cell(line.text, (line,), tuple(run.href for run in line.runs if run.href))
