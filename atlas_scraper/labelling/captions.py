"""Captions that a converter wrote below their tables, as pandoc does, put back above them.

By its header a table says whether the label below it is its own or the next table's; where most of those that can
tell say that it is theirs, all are put back, but of those that say it is not: of an empty table a converter may have
left nothing but its caption, and a table that it wrote as HTML has its own in it.
"""

from collections.abc import Sequence

from atlas_scraper.blocks.document import Block, Document, Line, PageTable
from atlas_scraper.labelling.labels import Label, LabelIndex

_FITS = 0.5  # of a header: half of it are the columns of the label's table, and half of those are there


def raise_captions(document: Document, labels: LabelIndex) -> Document:
    """Put the captions of tables above them where they stand right below."""
    blocks = document.blocks
    below: list[int] = []
    votes = 0
    for place, block in enumerate(blocks):
        if isinstance(block, PageTable) and block.rows and (label := _caption_at(blocks, place + 1, labels)):
            fit, other = _fit(block, label, labels), _fit(block, _caption_at(blocks, place - 1, labels), labels)
            votes += (fit >= _FITS and fit >= other) - (other > fit)
            if other <= fit:
                below.append(place)
    if votes <= 0:
        return document
    raised = list(blocks)
    for place in below:
        raised[place], raised[place + 1] = raised[place + 1], raised[place]
    return document._replace(blocks=tuple(raised))


def _fit(table: PageTable, label: Label | None, labels: LabelIndex) -> float:
    return labels.fit_of_header(label, [cell.text for cell in table.rows[0]]) if label else 0


def _caption_at(blocks: Sequence[Block], place: int, labels: LabelIndex) -> Label | None:
    """Give the label of a table that a line is, or `None`."""
    if not 0 <= place < len(blocks):
        return None
    line = blocks[place]
    label = labels.find(line.text) if isinstance(line, Line) else None
    return label if label and label.heads_table else None
