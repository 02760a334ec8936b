"""What a page says a second time in another language than its own, beside a label: no label, no value and no text.

    <dt>Titre<br><small lang="en">Title</small></dt> … <h3 lang="fr">Contexte</h3><h3 lang="en">Background</h3>
    <tr><th lang="fr">Titre</th><td>Un jumelage</td><th lang="en">Title</th></tr>

The markup says of both that they are labels or headings. Where one of the labels so translated is known, the others are
as well; it is none of the page's words for what nobody has listed, but belongs to the site's frame.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from atlas_scraper.blocks.document import Block, Cell, Line, PageTable, Run, with_lines
from atlas_scraper.blocks.emphasis import FOREIGN
from atlas_scraper.labelling.items import text_of
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.marks import wherever_in_block
from atlas_scraper.values.text import fold

_EMPTY = Cell("")


def without_second_language(
    blocks: Sequence[Block], labels: LabelIndex, spoken: list[Line], *, is_header: bool
) -> Iterator[Block]:
    """Leave out of lines what a label or the name of a column says in a second language, beside it or behind it.

    Args:
        blocks: the blocks of a page or of a cell.
        labels: the labels.
        spoken: gets what is left out.
        is_header: whether the markup makes a label of all of them.
    """
    second = _translations(blocks, labels, is_header=is_header)
    behind = {number: first for number, first in _parted(blocks, is_header=is_header) if number not in second}
    of_known = {
        mark for number, first in behind.items() if _is_known(text_of(first), labels) for mark in _marks(blocks[number])
    }
    for number, block in enumerate(blocks):
        if number in second and isinstance(block, Line):
            spoken.append(block._replace(landmark="spoken"))
        elif number in behind and isinstance(block, Line) and _marks(block) <= of_known:
            first = behind[number]
            others = [run for run in block.runs if run not in first]
            spoken.append(Line(text_of(others), (), block.path, 0, "spoken"))
            yield block._replace(text=text_of(first), runs=first)
        else:
            yield block


def without_second_headers(table: PageTable, labels: LabelIndex, spoken: list[Line]) -> PageTable:
    """Leave out of a table what its headers say in a second language: a row of columns, or a column beside labels."""
    if table.plain is not None:
        if not any(FOREIGN in name for row in table.plain.names for name in row):
            return table
        table = with_lines(table)
    foreign = {id(cell) for row in table.rows for cell in row if _is_foreign(cell)}
    if not foreign:
        return table
    left_out: set[int] = set()
    if any(labels.is_header([cell.text for cell in row]) for row in table.rows):
        whole = [row for row in table.rows if all(id(cell) in foreign or not cell.text for cell in row)]
        left_out |= {id(cell) for row in whole for cell in row if cell.text}
        rows = [row for row in table.rows if not any(row is each for each in whole) or not any(map(_text, row))]
    else:
        beside = [row for row in table.rows if any(labels.find(cell.text) for cell in row)]
        columns = {number for row in beside for number, cell in enumerate(row) if id(cell) in foreign}
        left_out |= {id(row[number]) for row in table.rows for number in columns if number < len(row)} & foreign
        rows = [tuple([_EMPTY if id(cell) in left_out else cell for cell in row]) for row in table.rows]
    cells = {id(cell): cell for row in table.rows for cell in row if id(cell) in left_out}
    spoken += [Line(cell.text, (), table.path, 0, "spoken") for cell in cells.values()]
    return table._replace(rows=tuple(rows)) if left_out else table


def _text(cell: Cell) -> str:
    return cell.text


def _is_foreign(cell: Cell) -> bool:
    """Tell whether a cell is a header, all in another language than the page."""
    lines = [block for block in cell.blocks if isinstance(block, Line)]
    return cell.is_header and len(lines) == len(cell.blocks) > 0 and not any(map(_first_language, lines))


def _first_language(line: Line) -> tuple[Run, ...]:
    """Give the stretches of a line that say something, and not in another language; nothing where none does."""
    first = tuple([run for run in line.runs if FOREIGN not in run.mark])
    return first if any(fold(run.text) for run in first) else ()


def _parted(blocks: Sequence[Block], *, is_header: bool) -> Iterator[tuple[int, tuple[Run, ...]]]:
    """Yield the places of labels with a second language on their line, and what they say in the first."""
    for number, block in enumerate(blocks):
        if isinstance(block, Line) and _marks(block) and _is_made_label(block, is_header=is_header):
            first = _first_language(block)
            if first:
                yield number, first


def _marks(block: Block) -> frozenset[str]:
    """Give how the stretches of a line are marked that are in another language, wherever they stand."""
    runs = block.runs if isinstance(block, Line) else ()
    return frozenset([wherever_in_block(run.mark) for run in runs if FOREIGN in run.mark])


def _translations(blocks: Sequence[Block], labels: LabelIndex, *, is_header: bool) -> frozenset[int]:
    """Give the places of lines in another language right behind or before one that the markup makes a label, too."""
    foreign = [isinstance(block, Line) and not _first_language(block) and bool(_marks(block)) for block in blocks]
    if not any(foreign):
        return frozenset()
    found: dict[int, Line] = {}
    for number in (number for number, is_foreign in enumerate(foreign) if is_foreign):
        above = number - 1 - len([*takewhile(bool, reversed(foreign[:number]))])
        below = number + 1 + len([*takewhile(bool, foreign[number + 1 :])])
        for other in (above, below):
            line = blocks[other] if 0 <= other < len(blocks) else None
            if isinstance(line, Line) and _are_alike(blocks[number], line, is_header=is_header):
                found.setdefault(number, line)
    is_told = any(_is_known(line.text, labels) for line in found.values())
    return frozenset(found) if is_told else frozenset()


def _are_alike(foreign: Block, line: Line, *, is_header: bool) -> bool:
    """Tell whether the markup makes a heading of one level, or a label, of both of two lines."""
    if not isinstance(foreign, Line) or not _is_made_label(line, is_header=is_header):
        return False
    return foreign.block == line.block or foreign.is_heading == line.is_heading


def _is_made_label(line: Line, *, is_header: bool) -> bool:
    return is_header or line.is_heading > 0 or any(run.label for run in line.runs)


def _is_known(text: str, labels: LabelIndex) -> bool:
    return labels.find(text) is not None or labels.is_column(text)
