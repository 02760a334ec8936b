"""Names of columns within cells, where a converter ran words together.

They are those of others, `Dosso Montant en euros 9`, or the cell's own, `PaysNiger`, which small screens show.
"""

from collections.abc import Sequence

from atlas_scraper.blocks.document import Cell, Line, PageTable, with_blocks, with_lines
from atlas_scraper.labelling.changed_lines import cut_line
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.labelling.thresholds import SHORTEST_GLUED
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.columns import Header, PageColumn
from atlas_scraper.tables.row import Row
from atlas_scraper.values.text import fold

_FEWEST_NAMES = 2  # columns whose cells begin with their name, before that is no part of them; one is enough if long


def without_own_names(reader: SectionReader, table: PageTable, header: Header) -> PageTable:
    """Give a table without the names of columns that each of its cells begins with, in a text.

    So no cell is missing. HTML keeps such a name in an element of its own: see `named_parts`.
    """
    if reader.document.rendition == "html":
        return table
    start = header.row + 1
    said = [
        (name, cell.text)
        for row in table.rows[start:]
        for name, cell in zip(header.texts, row, strict=False)
        if cell.text and fold(name)
    ]
    names = {name for name, text in said if text != name}
    is_sure = len(names) >= _FEWEST_NAMES or any(len(name) >= SHORTEST_GLUED for name in names)
    if not is_sure or not all(text.startswith(name) for name, text in said):
        return table
    table = with_lines(table)
    bare = [tuple(map(_without_name, row, (*header.texts, *[""] * len(row)))) for row in table.rows[start:]]
    return table._replace(rows=(*table.rows[:start], *bare), keeps_positions=True, keeps_short_rows=True)


def _without_name(cell: Cell, name: str) -> Cell:
    """Give a cell without the name that it begins with."""
    line = cell.blocks[0] if cell.blocks else None
    if not fold(name) or not isinstance(line, Line):
        return cell
    _, rest = cut_line(line, len(name))
    return with_blocks(cell, [*([rest] if rest.text else []), *cell.blocks[1:]])


def say_names_in_cells(reader: SectionReader, label: Label, rows: Sequence[Row], columns: Sequence[PageColumn]) -> None:
    """Say of each cell that holds the name of another column that it may be several; a short name has a colon behind.

    HTML keeps cells apart, and an author may write such words in one.
    """
    if reader.document.rendition == "html":
        return
    names = {column.name: [text for text in column.headers if text] for column in columns}
    for row in rows:
        for name, text in row.cells.items():
            others = (header for other, headers in names.items() if other != name for header in headers)
            if any(_holds(text, header) for header in others):
                reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, f"{name}: {text}")


def _holds(text: str, header: str) -> bool:
    if header not in text:
        return False
    return len(header) >= SHORTEST_GLUED or text.partition(header)[2].lstrip(" ").startswith(":")
