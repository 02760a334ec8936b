"""What a table of pairs says of itself, above its pairs: its caption, and a row that heads them (`Rubrique | Valeur`).

It is a heading of the group that the pairs are, and neither the end of the text above the table nor a pair.
"""

from collections.abc import Sequence

from atlas_scraper.blocks.document import Block, Cell, Line, PageTable, Run, with_lines
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex

HEAD_OF_PAIRS = "0:head of pairs>"
"""The mark of such a heading: it is marked as no label is, whatever the page does to both."""


def caption_as_heading(items: list[Item], table: PageTable) -> None:
    """Make headings of the last of some items, where they stand in a table of pairs but in none of its cells."""
    depth = len(table.path)
    if not depth or table.is_boxes:
        return
    for number in range(len(items) - 1, -1, -1):
        item = items[number]
        line = item.line
        if line is None or len(line.path) <= depth or line.path[:depth] != table.path or item.label or item.fate:
            return
        heading = _as_heading(line, item.runs)
        items[number] = Item(heading, item.text, heading.runs, item.continues)


def part_head(table: PageTable, labels: LabelIndex) -> tuple[Sequence[Block], PageTable]:
    """Part the row that heads the pairs of a table, as headings, from the table."""
    if len(table.rows) < 2 or not _is_head(table.rows[0], table.rows[1], labels):
        return (), table
    table = with_lines(table)
    cells = {id(cell): cell for cell in table.rows[0]}.values()
    lines = [block for cell in cells for block in cell.blocks if isinstance(block, Line)]
    return [_as_heading(line, line.runs) for line in lines], table._replace(rows=table.rows[1:])


def _as_heading(line: Line, runs: Sequence[Run]) -> Line:
    return line._replace(runs=tuple([run._replace(mark=HEAD_OF_PAIRS) for run in runs]), is_heading=True)


def _is_head(row: Sequence[Cell], below: Sequence[Cell], labels: LabelIndex) -> bool:
    """Tell whether all of a row are headers that no one knows, above the first label with its value."""
    if not all(cell.is_header and cell.text for cell in row) or not below or labels.find(below[0].text) is None:
        return False
    are_pairs = len(below) == len(row) > 1 and not all(cell.is_header for cell in below)
    return are_pairs and not any(labels.find(cell.text) for cell in (*row, *below[1:]))
