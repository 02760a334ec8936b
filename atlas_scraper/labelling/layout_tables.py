"""Tables that hold no rows of data but lay out the page, and titles of those that do.

A layout table is read for what its cells hold, in reading order. A table of data may have its label as the
title in its first row.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from atlas_scraper.blocks.document import Block, Cell, Line, PageTable, Run, with_lines
from atlas_scraper.labelling.body_below_head import is_body_below_head
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.values.text import fold

_UNITS = frozenset("€$£%‰°")
_LABEL_AND_VALUE = 2  # rows of a table of one column that says one value
HoldsLabel = Callable[[Line], bool]


def lays_out_labels(table: PageTable, labels: LabelIndex, holds_label: HoldsLabel) -> bool:
    """Tell whether a table lays out labels and values rather than rows of data."""
    if table.is_boxes and is_body_below_head(table):
        return True
    if _is_data(table, labels):
        return False
    if table.is_boxes:
        return True
    if only_cell(table):
        return True  # a single cell is no table
    return any(_holds_label(cell, labels, holds_label) for row in with_lines(table).rows for cell in row)


def _holds_label(cell: Cell, labels: LabelIndex, holds_label: HoldsLabel) -> bool:
    if labels.lays_out(cell.text):
        return True
    for block in cell.blocks:
        if isinstance(block, Line):
            if holds_label(block):
                return True
        elif only := only_cell(block):
            if _holds_label(only, labels, holds_label):
                return True
        elif lays_out_labels(block, labels, holds_label) or _is_data(block, labels):
            return True
    return False


def only_cell(table: PageTable) -> Cell | None:
    """Give the cell of a table that has no other."""
    if not table.keeps_positions or len(table.rows) != 1:
        return None
    cells = {id(cell): cell for cell in table.rows[0]}.values()
    return next(iter(cells)) if len(cells) == 1 else None


def unwrapped(cell: Cell) -> Sequence[Block]:
    """Give what a cell holds, or what is in the tables of one cell in which it stands."""
    inner = cell.blocks[0] if len(cell.blocks) == 1 else None
    only = only_cell(with_lines(inner)) if isinstance(inner, PageTable) else None
    return unwrapped(only) if only else cell.blocks


def _is_data(table: PageTable, labels: LabelIndex) -> bool:
    is_data = any(is_header(row, labels) for row in table.rows[:3])
    return is_data or any(labels.end_of_caption(row[0].text) for row in table.rows[:1])


def is_header(row: Sequence[Cell], labels: LabelIndex) -> bool:
    """Tell whether a row is the header of a known table; a cell that spans columns says its words once."""
    return labels.is_header([cell.text for cell in _once(row)])


def blocks_of_layout(table: PageTable, labels: LabelIndex) -> Iterator[Block]:
    """Give what the cells of a layout table hold, in reading order: row by row, or a value under its label."""
    table = with_lines(table)
    rows = _without_margins(list(_each_cell_once(table)), labels)
    spanning = {id(row[0]) for row, below in pairwise(table.rows) if row and below and row[0] is below[0]}
    rows = [_with_group_as_heading(row, labels, spanning) for row in rows]
    is_one_column = len(rows) == _LABEL_AND_VALUE and all(len(row) == 1 for row in rows)
    place, is_header = 0, False
    while place < len(rows):
        row, end = rows[place], place + 1
        # Below pairs of rows a last label may stand alone above its value.
        is_header = (len(row) > 1 or is_one_column or is_header) and _are_labels(row, rows[end : end + 1], labels)
        if is_header:
            while end < len(rows) and len(rows[end]) == len(row) and _may_be_values(rows[end], labels):
                end += 1
        # Several rows below the labels are several records, which are then found side by side.
        for head, *values in zip(*rows[place:end], strict=True):
            yield from head.blocks
            for cell in values:
                yield from map(marked_as_value, cell.blocks)
        place = end


def _without_margins(rows: list[list[Cell]], labels: LabelIndex) -> list[list[Cell]]:
    """Leave out of rows of pairs what stands beside those: the numbers of the rows before, and signs behind them."""
    numbers = [row[0].text.rstrip(".)") for row in rows if len(row) > _LABEL_AND_VALUE]
    if len(numbers) == len(rows) and all(map(str.isdecimal, numbers)):
        first = int(numbers[0])
        are_counted = [int(number) for number in numbers] == list(range(first, first + len(rows)))
        if are_counted and any(labels.find(row[1].text) for row in rows):
            rows = [row[1:] for row in rows]
    return [row[:-1] if len(row) > _LABEL_AND_VALUE and _is_sign(row[-1]) else row for row in rows]


def _with_group_as_heading(row: list[Cell], labels: LabelIndex, spanning: Collection[int]) -> list[Cell]:
    """Make a heading of the cell before a pair that names a group of rows: a header, or one that spans them."""
    if len(row) <= _LABEL_AND_VALUE or labels.find(row[0].text) or not labels.find(row[1].text):
        return row
    if not row[0].is_header and id(row[0]) not in spanning:
        return row
    blocks = tuple(block._replace(is_heading=True) if isinstance(block, Line) else block for block in row[0].blocks)
    return [row[0]._replace(blocks=blocks), *row[1:]]


def _is_sign(cell: Cell) -> bool:
    """Tell whether a cell says nothing; a unit is a part of the value before it."""
    return bool(cell.text) and not fold(cell.text) and _UNITS.isdisjoint(cell.text)


def title_of(table: PageTable, labels: LabelIndex) -> tuple[Sequence[Block], tuple[tuple[Cell, ...], ...]]:
    """Take a label from the first row of a table of data, where it stands as the table's title."""
    first = _once(table.rows[0])
    if len(first) == 1 and len(table.rows) > 1:
        if labels.find(first[0].text):
            return _once(with_lines(table).rows[0])[0].blocks, table.rows[1:]
        if captions := labels.captions(first[0].text):
            return [_line_of(caption, table) for caption in captions], table.rows[1:]
    # A converter may write the caption into the first header.
    cell, *others = table.rows[0]
    end = labels.end_of_caption(cell.text)
    label = None if end else labels.find(cell.text)
    if label and label.heads_table and labels.is_header([other.text for other in others]):
        end = len(cell.text)  # and that header is empty
    if end:
        title = [_line_of(caption, table) for caption in labels.captions(cell.text[:end])]
        return title, ((cell._replace(text=cell.text[end:].strip()), *others), *table.rows[1:])
    return (), table.rows


def _line_of(caption: str, table: PageTable) -> Line:
    return Line(caption, (Run(caption, "caption"),), table.path, is_heading=True)


def with_space(line: Line) -> tuple[Run, ...]:
    """Give the runs of a line with a space behind them, to be put together with the next line's."""
    return (*line.runs, line.runs[-1]._replace(text=" ", interactive=False))


def _once(row: Sequence[Cell]) -> list[Cell]:
    """Give the cells of a row that say something, a spanning one once."""
    return list({id(cell): cell for cell in row if cell.text}.values())


def _each_cell_once(table: PageTable) -> Iterator[list[Cell]]:
    """Give the rows of a grid with each spanning cell where it begins, and only there."""
    seen: set[int] = set()
    for row in table.rows:
        fresh = {id(cell): cell for cell in row if id(cell) not in seen}
        seen.update(fresh)
        yield list(fresh.values())


def _are_labels(row: Sequence[Cell], following: Sequence[Sequence[Cell]], labels: LabelIndex) -> bool:
    """Tell whether cells are labels: all, or most where the row below holds none, or one where the markup says so."""
    known = sum(labels.find(cell.text) is not None for cell in row)
    if known == len(row) or not known or not all(cell.text for cell in row):
        return known == len(row)
    is_over_values = any(len(below) == len(row) and not _any_label(below, labels) for below in following)
    if all(cell.is_header for cell in row):
        return 2 * known > len(row) or (is_over_values and not any(cell.is_header for cell in following[0]))
    return 2 * known > len(row) and is_over_values


def marked_as_value(block: Block) -> Block:
    """Mark a line as none of the labels above it in the same column is."""
    if not isinstance(block, Line):
        return block
    return block._replace(runs=tuple([run._replace(mark=f"{run.mark}:") for run in block.runs]))


def _may_be_values(row: Sequence[Cell], labels: LabelIndex) -> bool:
    """Tell whether a row may be values of labels above it: no cell is a label, nor have all their own."""
    said = [cell for cell in row if cell.text]
    return not _any_label(row, labels) and not (said and all(_has_label(cell, labels) for cell in said))


def _has_label(cell: Cell, labels: LabelIndex) -> bool:
    """Tell whether a cell begins with a label, or ends with a line that is one, below its value."""
    line = cell.blocks[0] if cell.blocks and isinstance(cell.blocks[0], Line) else None
    head, colon, _ = cell.text.partition(":")
    beginning = head if colon else line.runs[0].text if line else ""
    last = cell.blocks[-1] if len(cell.blocks) > 1 else None
    ending = last.text if isinstance(last, Line) else ""
    return labels.find(beginning) is not None or labels.find(ending) is not None


def _any_label(row: Sequence[Cell], labels: LabelIndex) -> bool:
    return any(labels.find(cell.text) for cell in row)


def has_empty_cell_beside(line: Line, blocks: Sequence[Block]) -> bool:
    """Tell whether a line stands in a cell of a table behind which its row has nothing but empty cells."""
    for block in blocks:
        if not isinstance(block, PageTable) or not block.path or block.path != line.path[: len(block.path)]:
            continue
        for row in _each_cell_once(with_lines(block)):
            place = next((number for number, cell in enumerate(row) if line in cell.blocks), None)
            if place is not None:
                return len(row) > place + 1 and not any(cell.text for cell in row[place + 1 :])
            if any(has_empty_cell_beside(line, cell.blocks) for cell in row):
                return True
    return False
