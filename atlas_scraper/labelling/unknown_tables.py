"""Captions of tables that no section knows: the line above such a table is the label of it that nobody has listed."""

from collections.abc import Sequence

from atlas_scraper.blocks.document import PageTable
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.layout_tables import is_header
from atlas_scraper.labelling.marks import Marks, mark_of_box, shared_depth, wherever_in_block
from atlas_scraper.labelling.thresholds import FEWEST_MARKED
from atlas_scraper.values.text import fold

_PAIR = 2  # cells


def heads_unknown_table(
    number: int, items: Sequence[Item], labels: LabelIndex, marks: Marks, *, follows_label: bool
) -> bool:
    """Tell whether the item is the caption of a table that no section knows, or a line above it marked apart."""
    item = items[number]
    following = items[number + 1 : number + 3]
    if is_repeated := bool(following) and following[0].line is not None and fold(following[0].text) == fold(item.text):
        following = following[1:]  # the caption of the table says its heading once more
    table = following[0].table if following else None
    if table is None or any(is_header(row, labels) for row in table.rows[:3]):
        return False
    path = item.block.path
    if not path:
        return is_repeated or not follows_label
    if path[: len(table.path)] == table.path:
        return True
    return marks.lines[item.mark] <= FEWEST_MARKED and not (_is_pair(table) and _is_of_text(number, items, table))


def _is_pair(table: PageTable) -> bool:
    """Tell whether a table is no more than a label of its own and a value beside it, which needs no caption."""
    cells = [cell for row in table.rows for cell in row]
    return len(table.rows) == 1 and len(set(map(id, cells))) == _PAIR and all(cell.text for cell in cells)


def _is_of_text(number: int, items: Sequence[Item], table: PageTable) -> bool:
    """Tell whether a line that is no heading goes with what stands above it: by its box, or by its mark."""
    item = items[number]
    if number == 0 or item.line is None or item.line.is_heading:
        return False
    above = items[number - 1]
    is_alike = above.label is None and _box(above) == _box(item)
    path = item.block.path
    return is_alike or shared_depth(path, above.block.path) > shared_depth(path, table.path)


def is_of_inner_label(number: int, items: Sequence[Item], labels: LabelIndex, *, reads_itself: bool) -> bool:
    """Tell whether a line is the value of a label within a section, on its line or where the section reads its own."""
    item = items[number]
    is_below = number > 0 and bool(item.block.path) and items[number - 1].label in labels.inner
    return is_below and (item.continues or reads_itself)


def _box(item: Item) -> str:
    """Give how the box of a line is marked, whatever its first words stand in."""
    return mark_of_box(wherever_in_block(item.mark))
