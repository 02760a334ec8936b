"""The lines of a cell in reading order, those of lists and boxes within it as well, and whether it has several."""

from collections.abc import Iterator, Sequence

from atlas_scraper.blocks.document import Block, Cell, Line, PageTable, with_lines
from atlas_scraper.labelling.actions import split_actions
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.layout_tables import with_space
from atlas_scraper.labelling.words import SiteWords


def lines_of_cell(cell: Cell, words: SiteWords) -> list[tuple[str, list[Item]]]:
    """Give the lines of a cell without the site's own words at their ends, each with the item that it is.

    Below others a line that says nothing else has no text, such as the button that closes the box they stand in.
    """
    out: list[tuple[str, list[Item]]] = []
    for line in _lines_of(cell.blocks):
        runs, _ = split_actions(line.runs, words)
        text = line.text if len(runs) == len(line.runs) else text_of(runs)
        if out and words.is_action(runs):
            text = ""
        if text == ":" and out:
            continue  # between a name and its value in boxes of their own
        out.append((text, [Item(line, text, runs)]))
    return out


def _lines_of(blocks: Sequence[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for row in with_lines(block).rows:
                yield from _lines_of_row(list({id(cell): cell for cell in row}.values()))


def _lines_of_row(row: Sequence[Cell]) -> Iterator[Line]:
    """Yield the lines in a row of boxes; stretches that stand in no box of their own are one line."""
    lines = [line for cell in row for line in _lines_of(cell.blocks)]
    are_stretches = len(lines) > 1 and all(line.path == lines[0].path for line in lines)
    if are_stretches:
        runs = tuple(run for line in lines for run in with_space(line))
        yield lines[0]._replace(text=" ".join(line.text for line in lines), runs=runs)
    else:
        yield from lines


def any_may_name(table: PageTable, rows: Sequence[Sequence[Cell]]) -> bool:
    """Tell whether a cell of some rows is more than a text in one piece, or alone in its row: a quick test."""
    if table.plain is None and any(is_of_pieces(cell) for row in rows for cell in row if cell.blocks):
        return True
    if ":" not in "".join([cell.text for row in rows for cell in row]):  # sought in all at once
        return False
    lone = (row for row in rows if len({id(cell) for cell in row if cell.text}) == 1)
    return any(":" in cell.text for row in lone for cell in row)


def is_of_pieces(cell: Cell) -> bool:
    """Tell whether a cell is more than a text in one piece."""
    blocks = cell.blocks
    if len(blocks) != 1:
        return len(blocks) > 1
    (block,) = blocks
    return not isinstance(block, Line) or len(block.runs) > 1
