"""A page with some of its lines changed, those in the cells of its tables too: without what is no part of them; cut."""

from collections.abc import Callable, Iterable, Sequence

from atlas_scraper.blocks.document import Block, Cell, Document, Line, Run, with_blocks, with_cells, with_lines
from atlas_scraper.labelling.items import text_of

Change = Callable[[Line], Line]


def with_lines_changed(document: Document, change: Change, may_hold: Callable[[Cell], bool]) -> Document:
    """Change the lines of a page.

    Args:
        document: the page.
        change: gives a line as it is to be, or as it is.
        may_hold: tells of a cell whether it may hold a line to be changed: most tables are never looked into.
    """
    return document._replace(blocks=_all_changed(document.blocks, change, may_hold))


def _all_changed(blocks: Iterable[Block], change: Change, may_hold: Callable[[Cell], bool]) -> tuple[Block, ...]:
    """Change blocks, without the lines of which nothing is left."""
    changed = [_changed(block, change, may_hold) for block in blocks]
    return tuple([block for block in changed if block.text or not isinstance(block, Line)])


def _changed(block: Block, change: Change, may_hold: Callable[[Cell], bool]) -> Block:
    if isinstance(block, Line):
        return change(block)
    if not any(may_hold(cell) for row in block.rows for cell in row):
        return block
    return with_cells(with_lines(block), lambda cell: _cell_changed(cell, change, may_hold))


def _cell_changed(cell: Cell, change: Change, may_hold: Callable[[Cell], bool]) -> Cell:
    blocks = _all_changed(cell.blocks, change, may_hold)
    return cell if blocks == cell.blocks else with_blocks(cell, blocks)


def cut_line(line: Line, end: int) -> tuple[Line, Line]:
    """Cut a line in two behind so many letters of its stretches."""
    head: list[Run] = []
    rest = list(line.runs)
    while rest and len(rest[0].text) <= end:
        head.append(rest.pop(0))
        end -= len(head[-1].text)
    if rest and end:
        head.append(rest[0]._replace(text=rest[0].text[:end]))
        rest[0] = rest[0]._replace(text=rest[0].text[end:])
    return _with_runs(line, head), _with_runs(line, rest)


def _with_runs(line: Line, runs: Sequence[Run]) -> Line:
    return line._replace(text=text_of(runs), runs=tuple(runs))
