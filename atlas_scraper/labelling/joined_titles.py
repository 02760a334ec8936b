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
from atlas_scraper.labelling.labels import Label, LabelIndex
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
    first = block.rows[0][0] if block.rows and block.rows[0] else None
    if first is None or not _end_above(block, first.text, labels):
        yield block
        return
    (cell, *others), *rows = with_lines(block).rows
    line = first_line(cell)
    end = _end_above(block, _said(line), labels) if line else 0
    if line is None or not end:
        yield block
        return
    title, rest = cut_line(line, end)
    inner = (rest, *cell.blocks[1:])
    cell = cell._replace(text=" ".join([part.text for part in inner]), blocks=inner)
    yield from _with_title(title._replace(path=block.path), labels)
    yield block._replace(rows=((cell, *others), *rows), plain=None)


def _parted_line(line: Line, labels: LabelIndex) -> Iterator[Line]:
    end = _end_of_title(line.runs[0].text, labels) or _end_of_title(_said(line), labels)
    if not end:
        yield line
        return
    title, rest = cut_line(line, end)
    yield from _with_title(title, labels)
    yield rest


def _with_title(line: Line, labels: LabelIndex) -> Iterator[Line]:
    """Yield what stands above a label, with the title of a group on a line of its own, as a heading."""
    said = _said(line)
    begin = next((begin for begin in (0, *_beginnings(said)) if _is_title(said[begin:], labels)), len(said))
    text, title = cut_line(line, begin)
    yield from (text,) if text.text else ()
    yield from (title._replace(is_heading=True),) if title.text else ()


def _said(line: Line) -> str:
    return "".join([run.text for run in line.runs])


def _end_above(table: PageTable, text: str, labels: LabelIndex) -> int:
    """Tell where in the first cell of a table what stands above that ends: a title, a caption or any text.

    Where labels stand below the cell, and the text is none and ends with yet another, that is the first of the table.
    """
    header = [cell.text for cell in table.rows[0]]
    if labels.is_header(header[1:]):
        ends = (end for end, letter in enumerate(text) if letter.isspace() and labels.captions(text[:end].strip()))
        return max(ends, default=0)
    below = [found for row in table.rows[1:] if row and (found := labels.find(row[0].text))]
    lays_out = len(below) >= FEWEST_LAID_OUT and not labels.find(text)
    known = {None, *below} - labels.inner
    of_text = (end for end in _beginnings(text) if labels.find(text[end:]) not in known) if lays_out else ()
    return _end_of_title(text, labels) or next(iter(of_text), 0)


def _end_of_title(text: str, labels: LabelIndex) -> int:
    """Tell where in a text the title of a group ends and a label begins; 0 where the text is not both."""
    head, _, _ = text.partition(":")
    if len(head) > 2 * LONGEST_LABEL:
        return 0
    whole = labels.find(head)
    if whole is None:
        ends = (end for end in _beginnings(head) if labels.find(head[end:]) and _is_title(head[:end], labels))
    elif whole.takes_more:  # and has taken the labels below it as well
        ends = (end for end in _beginnings(head) if _begins_with(head[end:].strip(), labels) in labels.inner)
    else:
        return 0
    return next((end for end in ends if whole is None or labels.find(head[:end]) is whole), 0)


def _begins_with(text: str, labels: LabelIndex) -> Label | None:
    """Give the label that a text is, or the first of two that it is."""
    return labels.find(text) or labels.find(text[: labels.end_of_first(text)])


def _beginnings(text: str) -> Iterator[int]:
    """Yield the places right before words that begin with a capital."""
    return (number for number, letter in enumerate(text[:-1]) if letter.isspace() and text[number + 1].isupper())


def _is_title(text: str, labels: LabelIndex) -> bool:
    return len(fold(text)) >= _SHORTEST and text.lstrip()[:1].isupper() and labels.words.is_group(text)
