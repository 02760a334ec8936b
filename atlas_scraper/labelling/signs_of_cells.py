"""Signs around the labels in the first cells of tables that lay out pairs: `• Titre`, `> Titre`, `Titre ........`.

With its sign no cell is a label, and so the table would be one of data. Where several labels stand with the same sign,
it is how the page draws the first cells of its pairs; a table of which all first cells have it is one of pairs.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from atlas_scraper.blocks.document import Block, Cell, Document, Line, PageTable, with_blocks, with_cells
from atlas_scraper.labelling.changed_lines import cut_line
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.thresholds import FEWEST_BULLETED, LONGEST_LABEL

_BEFORE = re.compile(r"[^\w«\"'“„‘‹(\[{+]*+")
_DOTS = "._…"
_FEWEST_DOTS = 3  # that lead to a value; fewer end a text
_LEADER = "…"
_ENDS = frozenset("._…: \n\xa0")
Sign = tuple[str, str]
"""What stands before the words of a cell, and a leader behind them."""
_BARE = "", ""


def without_signs_of_cells(document: Document, labels: LabelIndex) -> Document:
    """Leave out the sign that a page draws at the labels in the first cells of its pairs."""
    behind: defaultdict[Sign, set[Label]] = defaultdict(set)
    for cell in _first_cells(document.blocks):
        sign, start, end = _parted(cell.text)
        if sign != _BARE and (label := labels.find(cell.text[start:end])) and label in labels.rank:
            behind[sign].add(label)
    signs = {sign for sign, found in behind.items() if len(found) >= FEWEST_BULLETED}
    return document._replace(blocks=tuple(_without(document.blocks, signs))) if signs else document


def _parted(text: str) -> tuple[Sign, int, int]:
    """Give the sign of a text, and where its words begin and end; most texts have none, and are not looked into."""
    if len(text) > 2 * LONGEST_LABEL or (text[:1].isalnum() and text[-1:] not in _ENDS):
        return _BARE, 0, len(text)
    before, end, has_leader = _before(text), *_end_of_words(text)
    if before >= end:
        return _BARE, 0, len(text)
    return (text[:before].strip(), _LEADER if has_leader else ""), before, end


def _before(text: str) -> int:
    found = _BEFORE.match(text)
    return found.end() if found else 0


def _end_of_words(text: str) -> tuple[int, bool]:
    """Tell where the words of a text end, before a colon and dots that lead to a value, and whether such are there."""
    closed = text.rstrip().removesuffix(":").rstrip()
    words = closed.rstrip(_DOTS)
    has_leader = len(closed) - len(words) >= _FEWEST_DOTS
    return len(words.rstrip()) if has_leader else len(closed), has_leader


def _first_cells(blocks: Sequence[Block]) -> Iterator[Cell]:
    """Yield the first cells of the rows of all tables, of those in others too."""
    for block in blocks:
        if isinstance(block, PageTable):
            yield from (row[0] for row in block.rows if len(row) > 1 and row[0].text)
            inner = [each for row in block.rows for cell in row for each in cell.blocks] if block.plain is None else ()
            yield from _first_cells([each for each in inner if isinstance(each, PageTable)])


def _without(blocks: Sequence[Block], signs: Set[Sign]) -> Iterator[Block]:
    for block in blocks:
        yield _table_without(block, signs) if isinstance(block, PageTable) else block


def _table_without(table: PageTable, signs: Set[Sign]) -> PageTable:
    firsts = [row[0] for row in table.rows if row and row[0].text]
    are_pairs = {_parted(cell.text)[0] for cell in firsts} <= signs
    of_pairs = {id(row[0]) for row in table.rows if are_pairs and len(row) > 1}
    if table.plain is not None and not of_pairs:
        return table
    return with_cells(
        table, lambda cell: _cell_without(cell) if id(cell) in of_pairs and cell.text else _with_tables(cell, signs)
    )


def _with_tables(cell: Cell, signs: Set[Sign]) -> Cell:
    """Give a cell with the tables in it changed, and the same one where it holds none."""
    if not any(isinstance(block, PageTable) for block in cell.blocks):
        return cell
    return with_blocks(cell, [*_without(cell.blocks, signs)])


def _cell_without(cell: Cell) -> Cell:
    """Give the first cell of a pair without its sign, where it is one line."""
    if not cell.blocks:
        _, start, end = _parted(cell.text)
        return cell._replace(text=cell.text[start:end])
    line = cell.blocks[0]
    said = "".join([run.text for run in line.runs]) if isinstance(line, Line) else ""
    start, (end, _) = _before(said), _end_of_words(said)
    if not isinstance(line, Line) or start >= end or len(cell.blocks) > 1:
        return cell
    head, _ = cut_line(line, end)
    _, bare = cut_line(head, start)
    return with_blocks(cell, [bare])
