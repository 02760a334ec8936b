"""Titles of groups that a converter joined to the label below them: `Informations générales Titre`, put apart again.

html2text does so with the legend of a fieldset. What stands before the label must be the words of such a title and
nothing else, and the label must begin with a capital: `le financement du partenariat` is prose.
"""

from collections.abc import Iterator

from atlas_scraper.blocks.document import Block, Document, Line, with_lines
from atlas_scraper.labelling.card_tables import first_line
from atlas_scraper.labelling.items import text_of
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.thresholds import LONGEST_LABEL
from atlas_scraper.values.text import fold

_SHORTEST = 12  # folded letters of such a title; `Le contexte` is prose


def part_titles(document: Document, labels: LabelIndex) -> Document:
    """Put the title of a group on a line of its own where it stands right before a label."""
    blocks = tuple(part for block in document.blocks for part in _parted(block, labels))
    return document if len(blocks) == len(document.blocks) else document._replace(blocks=blocks)


def _parted(block: Block, labels: LabelIndex) -> Iterator[Block]:
    """Yield a block, or the title at its beginning and the rest."""
    if isinstance(block, Line):
        yield from _parted_line(block, labels)
        return
    cell = block.rows[0][0] if block.rows and block.rows[0] else None
    if cell is None or not _end_of_title(cell.text, labels):
        yield block
        return
    (cell, *others), *rows = with_lines(block).rows
    line = first_line(cell)
    parts = list(_parted_line(line, labels)) if line else []
    if len(parts) < 2:
        yield block
        return
    title, rest = parts
    inner = (rest, *cell.blocks[1:])
    cell = cell._replace(text=" ".join([part.text for part in inner]), blocks=inner)
    yield title
    yield block._replace(rows=((cell, *others), *rows), plain=None)


def _parted_line(line: Line, labels: LabelIndex) -> Iterator[Line]:
    first, *others = line.runs
    end = _end_of_title(first.text, labels)
    if not end:
        yield line
        return
    title, rest = first._replace(text=first.text[:end]), (first._replace(text=first.text[end:]), *others)
    yield line._replace(text=text_of([title]), runs=(title,), is_heading=True)
    yield line._replace(text=text_of(rest), runs=rest)


def _end_of_title(text: str, labels: LabelIndex) -> int:
    """Tell where in a text the title of a group ends and a label begins; 0 where the text is not both."""
    head, _, _ = text.partition(":")
    if len(head) > 2 * LONGEST_LABEL or labels.find(head):
        return 0
    ends = (number for number, letter in enumerate(head[:-1]) if letter.isspace() and head[number + 1].isupper())
    return next((end for end in ends if labels.find(head[end:]) and _is_title(head[:end], labels)), 0)


def _is_title(text: str, labels: LabelIndex) -> bool:
    return len(fold(text)) >= _SHORTEST and text.lstrip()[:1].isupper() and labels.words.is_group(text)
