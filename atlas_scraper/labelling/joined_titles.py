"""Titles of groups that a converter joined to the label below them: `Informations générales Titre`, put apart again.

html2text does so with the legend of a fieldset. What stands before the label must be the words of such a title and
nothing else, and the label must begin with a capital: `le financement du partenariat` is prose. It also joins whatever
ends above a table that lays out labels to the first of those, `zoe@example.org Titre| Un jumelage`, which the labels
below that one tell.
"""

from collections.abc import Iterator

from atlas_scraper.blocks.document import Block, Document, Line, PageTable, with_lines
from atlas_scraper.labelling.card_tables import first_line
from atlas_scraper.labelling.changed_lines import cut_line
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.thresholds import FEWEST_LAID_OUT, LONGEST_LABEL
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
    if not (block.rows and block.rows[0] and _may_be_parted(block, labels)):
        yield block
        return
    (cell, *others), *rows = with_lines(block).rows
    line = first_line(cell)
    text = _said(line) if line else ""
    end = _end_of_title(text, labels) or _end_of_text(text, labels)
    if line is None or not end:
        yield block
        return
    title, rest = cut_line(line, end)
    inner = (rest, *cell.blocks[1:])
    cell = cell._replace(text=" ".join([part.text for part in inner]), blocks=inner)
    yield title._replace(path=block.path, is_heading=labels.words.is_group(title.text))
    yield block._replace(rows=((cell, *others), *rows), plain=None)


def _parted_line(line: Line, labels: LabelIndex) -> Iterator[Line]:
    end = _end_of_title(line.runs[0].text, labels) or _end_of_title(_said(line), labels)
    if not end:
        yield line
        return
    title, rest = cut_line(line, end)
    yield title._replace(is_heading=line.is_heading or labels.words.is_group(title.text))
    yield rest


def _said(line: Line) -> str:
    return "".join([run.text for run in line.runs])


def _may_be_parted(table: PageTable, labels: LabelIndex) -> bool:
    """Tell whether a table may begin with a title, or with what ends above it, on the line of its first label."""
    first = [row[0].text for row in table.rows if row]
    lays_out = sum(labels.find(text) is not None for text in first[1:]) >= FEWEST_LAID_OUT
    return (lays_out and not labels.find(first[0])) or _end_of_title(first[0], labels) > 0


def _end_of_text(text: str, labels: LabelIndex) -> int:
    """Tell where in a text the label begins that it ends with; 0 where it does with none."""
    return next((end for end in _beginnings(text) if labels.find(text[end:])), 0)


def _end_of_title(text: str, labels: LabelIndex) -> int:
    """Tell where in a text the title of a group ends and a label begins; 0 where the text is not both."""
    head, _, _ = text.partition(":")
    if len(head) > 2 * LONGEST_LABEL:
        return 0
    whole = labels.find(head)
    if whole is None:
        ends = (end for end in _beginnings(head) if labels.find(head[end:]) and _is_title(head[:end], labels))
    elif whole.takes_more:  # and has taken the first label below it as well
        ends = (end for end in _beginnings(head) if labels.find(head[end:]) in labels.inner)
    else:
        return 0
    return next((end for end in ends if whole is None or labels.find(head[:end]) is whole), 0)


def _beginnings(text: str) -> Iterator[int]:
    """Yield the places right before words that begin with a capital."""
    return (number for number, letter in enumerate(text[:-1]) if letter.isspace() and text[number + 1].isupper())


def _is_title(text: str, labels: LabelIndex) -> bool:
    return len(fold(text)) >= _SHORTEST and text.lstrip()[:1].isupper() and labels.words.is_group(text)
