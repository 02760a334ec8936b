"""Choices that are not made, and may yet be headings: a tick shows the box behind them, in a page without a script.

    <input type="checkbox" id="c1"><label for="c1">Contexte</label><div>Un texte.</div>

Those are that say a label which stands nowhere else; where most are, all are. The words of any other say what is not
so, and are left out.
"""

from collections.abc import Collection, Iterator, Sequence

from atlas_scraper.blocks.document import UNMADE, Block, Cell, Document, Line, Signal, with_blocks, with_cells
from atlas_scraper.blocks.quoted import lines_of
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.thresholds import SHARE_OF_UNMADE


def without_unmade(document: Document, labels: LabelIndex) -> Document:
    """Give a page without the words of choices that are not made, save those that are headings."""
    if Signal.UNMADE not in document.signals:
        return document
    lines = list(lines_of(document.blocks))
    unmade = [line for line in lines if _is_unmade(line)]
    others = {labels.find(line.text) for line in lines if not (_is_unmade(line) or line.landmark)}
    said = [(line, _label_of(line, labels)) for line in unmade]
    sure = [line for line, label in said if label and not label.is_sentence and label not in others]
    are_most = len(sure) >= SHARE_OF_UNMADE * len(unmade)
    heads = [line for line, label in said if not (label and label.is_sentence)] if are_most else sure
    return document._replace(blocks=tuple(_kept(document.blocks, frozenset(map(id, heads)))))


def _is_unmade(line: Line) -> bool:
    return any(UNMADE in run.mark for run in line.runs)


def _label_of(line: Line, labels: LabelIndex) -> Label | None:
    """Give the label that a line says, as a whole or beside a sign."""
    texts = [line.text, *[run.text.strip() for run in line.runs]]
    return next((label for text in texts if (label := labels.find(text)) in labels.rank), None)


def _kept(blocks: Sequence[Block], heads: Collection[int]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, Line):
            yield block if block.plain is not None else with_cells(block, lambda cell: _kept_cell(cell, heads))
        elif id(block) in heads:
            runs = tuple([run._replace(mark=run.mark.replace(f".{UNMADE}", "")) for run in block.runs])
            yield block._replace(runs=runs)
        elif not _is_unmade(block):
            yield block


def _kept_cell(cell: Cell, heads: Collection[int]) -> Cell:
    if not any(map(_is_unmade, lines_of(cell.blocks))):
        return cell
    return with_blocks(cell, tuple(_kept(cell.blocks, heads)))
