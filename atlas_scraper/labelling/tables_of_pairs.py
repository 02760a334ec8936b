"""Tables that are one pair each, within a section that reads its own labels: `Courriel :` beside an address.

The short words of such labels (`Nom`, `Courriel`) name columns as well, so a table of them lays nothing out by its
words alone. Within the section a table of no more than one of them and its value is that pair.
"""

from collections.abc import Sequence

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.layout_tables import blocks_of_layout
from atlas_scraper.values.text import fold

_PAIR = 2


def cut_tables_of_pairs(items: Sequence[Item], labels: LabelIndex) -> Sequence[Item]:
    """Cut tables of one pair into label and value, below a label whose section reads its own; give the items so."""
    pairs = {item for item in items if item.table and item.fate is None and _is_pair(item.table, labels)}
    if not pairs:
        return items
    out: list[Item] = []
    reads_itself = False
    for item in items:
        if item.label is not None and item.label in labels.rank:
            reads_itself = item.label.reads_itself
        if reads_itself and item in pairs and item.table:
            out += cut_into_items(blocks_of_layout(item.table, labels), labels)
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
    is_first = first is table.rows[0][0]
    return is_first and labels.find(first.text) in labels.inner and not any(labels.find(each.text) for each in others)
