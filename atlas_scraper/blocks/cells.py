"""The cells of a table: those without elements read at one go, and one that spans columns or rows read once."""

import re
from collections.abc import Callable, Sequence

from lxml.etree import _Element as Element

from atlas_scraper.blocks.document import Block, Cell, Line, PageTable, new_cell, with_lines
from atlas_scraper.blocks.grid import expand
from atlas_scraper.blocks.kinds import Kind
from atlas_scraper.blocks.strays import CellElement
from atlas_scraper.values.text import tidy

_NOTE = re.compile(r"[\[(]?+(?:\d{1,3}|[a-z]|\*{1,3})[\])]?+")


def cell_of(blocks: Sequence[Block], links: Sequence[str], *, is_header: bool) -> Cell:
    """Give the cell of what stands in it, with what it links to: itself, or a table within it."""
    tables = [block for block in blocks if isinstance(block, PageTable)]
    within = [link for table in tables for row in table.rows for cell in row for link in cell.links]
    texts = [block.text for block in blocks]
    if is_header and any(link[:1] == "#" for link in links):
        texts = [_without_notes(block) if isinstance(block, Line) else block.text for block in blocks]
    text = texts[0] if len(texts) == 1 else " ".join(texts)
    return new_cell((text.replace("\n", " "), tuple(blocks), (*links, *within), is_header))


def _without_notes(line: Line) -> str:
    """Give the text of a header without the signs of notes on the same page: `Pays<sup><a href="#n1">(1)</a></sup>`."""
    return tidy("".join([run.text for run in line.runs if not (run.href and _NOTE.fullmatch(run.text.strip()))]))


def plain_cells(row: Sequence[CellElement]) -> tuple[Cell, ...]:
    """Read a row of cells without elements; their lines are made when they are asked for (`with_lines`)."""
    return tuple(
        [new_cell((tidy(text) if (text := cell.text) else "", (), (), kind.tag == "th")) for cell, kind in row]
    )


def spanned_cells(
    rows: Sequence[Sequence[CellElement]], read: Callable[[Element, Kind, str], Cell]
) -> list[tuple[Cell, ...]]:
    """Read the rows of a table in which cells span columns or rows; such a cell is read once.

    Args:
        rows: the rows.
        read: reads a cell, given with what it is and its name by its column.
    """
    known: dict[Element, Cell] = {}
    grid = []
    for row in expand(rows):
        for column, (cell, kind) in enumerate(row):
            if cell not in known:
                known[cell] = read(cell, kind, f"{kind.name}[{column}]")
        grid.append(tuple([known[cell] for cell, _ in row]))
    return grid


def with_icons(row: Sequence[Cell]) -> tuple[Cell, ...]:
    """Give boxes in a row with the links of icons, in boxes of their own, at the last words before them as well.

    What is read line by line has no other place for them.
    """
    cells = [*row]
    last: int | None = None
    for place, cell in enumerate(row):
        if cell.blocks:
            last = place if isinstance(cell.blocks[-1], Line) else None
        elif cell.links and last is not None:
            *blocks, line = cells[last].blocks
            if isinstance(line, Line) and line.runs[-1].href is None:
                runs = (*line.runs[:-1], line.runs[-1]._replace(href=cell.links[0]))
                cells[last] = cells[last]._replace(blocks=(*blocks, line._replace(runs=runs)))
    return tuple(cells)


def under_headers(table: PageTable, headers: Sequence[str]) -> PageTable:
    """Put a row of headers over a table, if there are any."""
    if not headers:
        return table
    header = tuple([new_cell((tidy(text), (), (), True)) for text in headers])
    table = with_lines(table)
    return table._replace(rows=(header, *table.rows))
