"""A table of one column whose header is a table of its own, and so is its body, or each of its rows.

    <div> <table> Nom </table> <div> <table> Dosso </table> </div> </div>

Else a table of one cell lays out a line. Where such tables are all that a box holds, below a title perhaps, and the
first is the name of a column, the others are what stands below it.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from atlas_scraper.blocks.document import Block, Cell, Line, PageTable, with_lines
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.layout_tables import HoldsLabel, only_cell
from atlas_scraper.labelling.marks import Path, shared_depth, without_places

_MOST_ABOVE = 2  # blocks above a table that tell whether its title is all that its box holds there


def column_in_tables(
    blocks: Sequence[Block], place: int, labels: LabelIndex, holds_label: HoldsLabel
) -> tuple[PageTable, int] | None:
    """Give the table of one column that begins with a block, and how many blocks it is; `None` where none does.

    Args:
        blocks: the blocks of a page.
        place: the block's place among them.
        labels: the labels, and the names of columns.
        holds_label: tells whether a line is a label, or begins with one.
    """
    head, *below = blocks[place : place + 2]
    if not isinstance(head, PageTable) or not below or not isinstance(below[0], PageTable):
        return None  # as nearly all tables
    name = only_cell(head)
    box = head.path[: shared_depth(head.path, below[0].path)]
    if not name or not box or not labels.is_header([name.text]):
        return None
    above = _in_box([*reversed(blocks[max(0, place - _MOST_ABOVE) : place])], box)
    if not _is_title([*above], labels):
        return None
    cells = [_cell_of_a_line(block) for block in _in_box(blocks[place + 1 :], box)]
    lines = [block for cell in cells if cell for block in cell.blocks if isinstance(block, Line)]
    are_alike = len({without_places(line.runs[0].mark) for line in lines}) == 1
    if len(lines) < len(cells) or not are_alike or any(holds_label(line) or _is_pressed(line) for line in lines):
        return None
    rows = [(cell,) for cell in cells if cell]
    return head._replace(rows=(*with_lines(head).rows, *rows), plain=None), 1 + len(rows)


def _is_pressed(line: Line) -> bool:
    """Tell whether all of a line is to be pressed and leads nowhere, as what adds a row does."""
    return all(run.interactive and (run.href or "#")[:1] == "#" for run in line.runs if run.text.strip())


def _is_title(above: Sequence[Block], labels: LabelIndex) -> bool:
    """Tell whether what stands in a box above a table is its title, or nothing."""
    titles = [labels.find(block.text) if isinstance(block, Line) else None for block in above]
    return len(titles) < _MOST_ABOVE and all(label is not None and label.heads_table for label in titles)


def _in_box(blocks: Sequence[Block], box: Path) -> Iterator[Block]:
    """Yield the first of some blocks, as far as they stand in a box."""
    return takewhile(lambda block: block.path[: len(box)] == box, blocks)


def _cell_of_a_line(block: Block) -> Cell | None:
    """Give the one cell of a table that has no other, and no more than a line in it."""
    cell = only_cell(with_lines(block)) if isinstance(block, PageTable) else None
    return cell if cell and len(cell.blocks) == 1 and isinstance(cell.blocks[0], Line) else None
