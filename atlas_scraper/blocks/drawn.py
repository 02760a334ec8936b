"""What a text of fixed pitch draws of signs: rules below headings, and tables in frames.

    Contexte                      +-------+-------+
    ========                      | Nom   | Pays  |
                                  +-------+-------+

Where rules stand between the rows, the lines between two rules are one row, unless each of them is full.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from atlas_scraper.blocks.document import Block, Cell, Line, PageTable, Run, new_cell
from atlas_scraper.values.text import tidy

_UNDERLINE = re.compile(r"([-=~^_*#+.─═━])\1{3,}")
_LONG = 10  # signs of a rule, whatever it stands below
_ROOM = 3  # signs by which a rule may be longer or shorter than the line above
_BORDER = re.compile(r"[+|:├┌└╔╠╚┏┣┗╟╞][-=+|:─═━┬┼┴╦╬╩┳╋┻┐┤┘╗╣╝┓┫┛╢╡\s]{3,}")
_SIDES = "|│║┃"
_SIDE = re.compile("[|│║┃]")
TAB = re.compile("\t")
_FEWEST_RULES = 4  # in a table with rules between its rows: three are around its header and below its end
_EMPTY = Cell("")


def read_drawn(blocks: Sequence[Block]) -> list[Block]:
    """Give blocks, the lines among which keep their line ends, with tables where lines draw one, and without rules."""
    out: list[Block] = []
    for kind, group in groupby(blocks, key=_part_of_table):
        part = list(group)
        if kind and any(_is_row(block.text) for block in part):
            out += _table(part)
        else:
            out += part
    return [block for number, block in enumerate(out) if not _is_rule(block, out[number - 1] if number else None)]


def cells_at(line: Line, signs: re.Pattern[str]) -> tuple[Cell, ...]:
    """Cut a line into cells at any of some signs."""
    cells: list[list[Run]] = [[]]
    for run in line.runs:
        first, *others = signs.split(run.text)
        cells[-1].append(run._replace(text=first))
        cells += [[run._replace(text=text)] for text in others]
    return tuple([_cell_of(line, runs) for runs in cells])


def _cell_of(line: Line, runs: Sequence[Run]) -> Cell:
    text = tidy("".join([run.text for run in runs]))
    said = tuple([run for run in runs if run.text])
    links = tuple([run.href for run in said if run.href])
    return new_cell((text, (line._replace(text=text, runs=said),) if text else (), links, False))


def _is_row(text: str) -> bool:
    return len(text) > 1 and text[0] in _SIDES and text[-1] in _SIDES


def _part_of_table(block: Block) -> bool:
    return isinstance(block, Line) and (_is_row(block.text) or _BORDER.fullmatch(block.text) is not None)


def _is_rule(block: Block, above: Block | None) -> bool:
    """Tell whether a line is a rule, of the width of the line above it or of the page."""
    if not isinstance(block, Line) or not _UNDERLINE.fullmatch(block.text):
        return False
    is_below = isinstance(above, Line) and abs(len(above.text) - len(block.text)) <= _ROOM
    return is_below or len(block.text) >= _LONG


def _table(lines: Sequence[Block]) -> Iterator[Block]:
    """Yield the table that lines draw."""
    groups: list[list[tuple[Cell, ...]]] = [[]]
    rules = 0
    for line in lines:
        if _BORDER.fullmatch(line.text):
            rules += 1
            groups.append([])
        elif isinstance(line, Line):
            groups[-1].append(cells_at(line, _SIDE)[1:-1])
    groups = [group for group in groups if group]
    if rules >= _FEWEST_RULES and all(map(_goes_on, groups)):
        groups = [[tuple(map(_joined, zip_longest(*group, fillvalue=_EMPTY)))] for group in groups]
    first = lines[0]
    yield PageTable(tuple(row for group in groups for row in group), first.path, first.landmark)


def _goes_on(lines: Sequence[tuple[Cell, ...]]) -> bool:
    """Tell whether each further line of a row lacks a cell that the first has, as it does where one cell is long."""
    first = lines[0]
    return all(any(has.text and not more.text for has, more in zip(first, line, strict=False)) for line in lines[1:])


def _joined(cells: Sequence[Cell]) -> Cell:
    """Put the lines of one cell together."""
    said = [cell for cell in cells if cell.text or cell.links]
    if len(said) < 2:
        return said[0] if said else cells[0]
    links = tuple(link for cell in said for link in cell.links)
    return Cell(" ".join(cell.text for cell in said), tuple(block for cell in said for block in cell.blocks), links)
