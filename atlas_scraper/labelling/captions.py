"""Captions that a converter wrote below their tables, as pandoc does, put back above them.

Below the last of the tables stands the caption of none that follows, and above the first stands none: so a page says
by all of its tables where their captions are.
"""

from collections.abc import Sequence
from itertools import pairwise

from atlas_scraper.blocks.document import Block, Document, Line, PageTable
from atlas_scraper.labelling.labels import Label, LabelIndex


def raise_captions(document: Document, labels: LabelIndex) -> Document:
    """Put the captions of tables above them where all of them stand right below."""
    blocks = document.blocks
    tables = [place for place, block in enumerate(blocks) if _has_known_header(block, labels)]
    below = {place: label for place in tables if (label := _caption_at(blocks, place + 1, labels))}
    above = {place: label for place in tables if (label := _caption_at(blocks, place - 1, labels))}
    if not below or not _are_below(tables, below, above):
        return document
    raised = list(blocks)
    for place in below:
        raised[place], raised[place + 1] = raised[place + 1], raised[place]
    return document._replace(blocks=tuple(raised))


def _are_below(tables: Sequence[int], below: dict[int, Label], above: dict[int, Label]) -> bool:
    """Tell whether captions stand below: at both ends, everywhere if not above, and never one for two tables."""
    first, last = tables[0], tables[-1]
    is_ended = first in below and last in below and above.get(first, below[first]) is below[first]
    return (
        is_ended
        and all(place in below or place in above for place in tables)
        and all(below.get(one) is not below.get(other) for one, other in pairwise(tables))
    )


def _has_known_header(block: Block, labels: LabelIndex) -> bool:
    return isinstance(block, PageTable) and any(labels.is_header([cell.text for cell in row]) for row in block.rows[:1])


def _caption_at(blocks: Sequence[Block], place: int, labels: LabelIndex) -> Label | None:
    """Give the label of a table that a line is, or `None`; a line in the frame around the content is none."""
    if not 0 <= place < len(blocks):
        return None
    line = blocks[place]
    label = labels.find(line.text) if isinstance(line, Line) else None
    return label if label and label.heads_table else None
