"""Tables that are one pair each, within a section that reads its own labels: `Courriel :` beside an address.

The short words of such labels (`Nom`, `Courriel`) name columns as well, so a table of them lays nothing out by its
words alone. Within the section a table of no more than one of them and its value is that pair.
"""

from collections.abc import Sequence

from atlas_scraper.blocks.document import Cell, Line, PageTable, Run
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.heads_of_pairs import caption_as_heading
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.layout_tables import blocks_of_layout
from atlas_scraper.values.text import fold

_PAIR = 2


def cut_tables_of_pairs(items: Sequence[Item], labels: LabelIndex) -> Sequence[Item]:
    """Cut tables of one pair into label and value, below a label whose section reads its own; give the items so."""
    pairs = {
        item
        for number, item in enumerate(items)
        if item.table
        and item.fate is None
        and (_is_pair(item.table, labels) or (number and _is_left_of_pair(item.table, items[number - 1], labels)))
    }
    if not pairs:
        return items
    out: list[Item] = []
    reads_itself = False
    for item in items:
        if item.label is not None and item.label in labels.rank:
            reads_itself = item.label.reads_itself
        if reads_itself and item in pairs and item.table:
            caption_as_heading(out, item.table)
            out += cut_into_items(blocks_of_layout(_with_blocks(item.table), labels), labels)
        else:
            out.append(item)
    return out


def _is_pair(table: PageTable, labels: LabelIndex) -> bool:
    """Tell whether a table is one label of a section's own and the value beside or below it, which may be empty."""
    if sum(map(len, table.rows)) > 2 * _PAIR:
        return False
    cells: dict[int, Cell] = {id(cell): cell for row in table.rows for cell in row if fold(cell.text)}
    if not cells or len(cells) > _PAIR:
        return False
    first, *others = cells.values()
    # Empty cells may indent it, where others are behind it.
    is_first = first is table.rows[0][0] or any(first is cell for cell in table.rows[0][1:-1])
    return is_first and labels.find(first.text) in labels.inner and not any(labels.find(each.text) for each in others)


def _with_blocks(table: PageTable) -> PageTable:
    """Give each cell a line of its own where it lacks one, as below a title taken off a table kept as plain text."""
    rows = [[cell if cell.blocks or not cell.text else _with_line(cell, table) for cell in row] for row in table.rows]
    return table if table.plain is not None else table._replace(rows=tuple(map(tuple, rows)))


def _with_line(cell: Cell, table: PageTable) -> Cell:
    return cell._replace(blocks=(Line(cell.text, (Run(cell.text, "td"),), table.path),))


def _is_left_of_pair(table: PageTable, above: Item, labels: LabelIndex) -> bool:
    """Tell whether a table is the one cell below a label of a section's own that was taken off it as its title."""
    is_title = bool(table.path) and above.block.path[: len(table.path)] == table.path and above.label in labels.inner
    return is_title and sum(map(len, table.rows)) == 1
