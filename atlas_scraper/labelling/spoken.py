"""Words that a page says only to who hears it, beside others on their line: no part of a label and of no value.

They repeat on every row of every page, and so belong to the site's frame. What is a label or the name of a column is
one all the same, and what stands alone on its line is all that that says. So it is with a label in a second language
(`labelling.second_language`).
"""

from itertools import groupby

from atlas_scraper.blocks.document import (
    SPOKEN,
    Block,
    Cell,
    Document,
    Line,
    PageTable,
    Run,
    Signal,
    with_blocks,
    with_cells,
)
from atlas_scraper.labelling.items import text_of
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.second_language import without_second_headers, without_second_language


def without_spoken(document: Document, labels: LabelIndex) -> Document:
    """Move words that are only spoken out of the lines of a page, to what it hides around its content."""
    if Signal.SPOKEN not in document.signals:
        return document
    spoken: list[Line] = []
    first = without_second_language(document.blocks, labels, spoken, is_header=False)
    blocks = tuple(_shown(block, labels, spoken) for block in first)
    return document._replace(blocks=blocks, hidden=(*document.hidden, *spoken)) if spoken else document


def _shown(block: Block, labels: LabelIndex, spoken: list[Line]) -> Block:
    return _shown_line(block, labels, spoken) if isinstance(block, Line) else _shown_table(block, labels, spoken)


def _shown_line(line: Line, labels: LabelIndex, spoken: list[Line]) -> Line:
    if not any(SPOKEN in run.mark for run in line.runs):
        return line
    kept: list[Run] = []
    left_out: list[str] = []
    for is_spoken, group in groupby(line.runs, key=lambda run: SPOKEN in run.mark):
        runs = list(group)
        text = text_of(runs)
        if is_spoken and labels.find(text) is None and not labels.is_column(text):
            left_out.append(text)
        else:
            kept += runs
    links = {run.href for run in kept}
    text = text_of(kept)
    if not any(map(str.isalnum, text)) or any(run.href not in links for run in line.runs if run.href):
        return line
    spoken += [Line(words, (), line.path, landmark="spoken") for words in left_out if words]
    return line._replace(text=text, runs=tuple(kept))


def _shown_table(table: PageTable, labels: LabelIndex, spoken: list[Line]) -> PageTable:
    table = without_second_headers(table, labels, spoken)
    return table if table.plain is not None else with_cells(table, lambda cell: _shown_cell(cell, labels, spoken))


def _shown_cell(cell: Cell, labels: LabelIndex, spoken: list[Line]) -> Cell:
    before = len(spoken)
    blocks = without_second_language(cell.blocks, labels, spoken, is_header=cell.is_header)
    shown = tuple([_shown(block, labels, spoken) for block in blocks])
    return cell if len(spoken) == before else with_blocks(cell, shown)
