"""Numbers of notes behind values and names: `Gao [1]`, `Kayes [2]`, each in an element of its own.

    <td><a href="/x">Gao</a> <span>[1]</span></td> … <p>Liens<br>[1] https://example.org/x</p>

They count up from one value to the next, or stand again before the notes. Like what stands beside most values
(`labelling.around_values`) they are none of the words, and are checked across pages. An author's in a text stay.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from atlas_scraper.blocks.document import Block, Document, Line, Run, Signal
from atlas_scraper.blocks.emphasis import is_raised
from atlas_scraper.labelling.around_values import AROUND_VALUES, is_value
from atlas_scraper.labelling.changed_lines import with_lines_changed
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.thresholds import FEWEST_NOTES, MOST_NOTES_BETWEEN

_NOTE = re.compile(r"\s*+(?P<open>[\[(]?+)(?P<number>\d{1,3}+)[\])]?+\s*+")
_BEFORE_NOTE = re.compile(r"[\[(](\d{1,3})[\])]\s++\S")


def without_note_numbers(document: Document, items: Sequence[Item], labels: LabelIndex) -> Document:
    """Move the numbers of notes behind values and names to what a page hides around its content.

    Args:
        document: the page.
        items: its items.
        labels: its labels.
    """
    if Signal.NOTES not in document.signals:
        return document
    notes = {(line.block, line.text): number for line in _lines(items, labels) if (number := _number(line.runs))}
    numbers = [*notes.values()]
    are_counted = len(numbers) >= FEWEST_NOTES and all(
        0 < after - before <= MOST_NOTES_BETWEEN for before, after in pairwise(numbers)
    )
    if not notes or not (are_counted or _stand_before_notes(numbers, items)):
        return document

    def change(line: Line) -> Line:
        if (line.block, line.text) not in notes:
            return line
        runs = _without_last(line.runs)
        return line._replace(text=text_of(runs), runs=runs)

    bare = with_lines_changed(document, change, lambda cell: bool(cell.blocks))
    said = tuple([Line(f"[{number}]", (), landmark=AROUND_VALUES) for number in numbers])
    return bare._replace(hidden=(*document.hidden, *said))


def _lines(items: Sequence[Item], labels: LabelIndex) -> Iterator[Line]:
    """Yield the lines of values, and those in the cells of tables of data."""
    for label, item in pairwise(items):
        if item.line is not None:
            if len(item.line.runs) > 1 and is_value(label, item, labels):
                yield item.line
        elif item.table is not None and item.table.plain is None:
            for row in item.table.rows:
                for cell in row:
                    yield from _with_stretches(cell.blocks)


def _with_stretches(blocks: Sequence[Block]) -> Iterator[Line]:
    return (block for block in blocks if isinstance(block, Line) and len(block.runs) > 1)


def _number(runs: Sequence[Run]) -> int:
    """Give the number of the note at the end of a line; 0 where there is none, or it may be one of its words.

    In square brackets it is none of those, nor where it is raised or in a link.
    """
    said = [run for run in runs if run.text.strip()]
    last = said[-1]
    found = _NOTE.fullmatch(last.text) if len(said) > 1 else None
    if found is None or last.mark == said[-2].mark:
        return 0
    is_note = found["open"] == "[" or is_raised(last.mark) or (last.href is not None and last.href != said[-2].href)
    return int(found["number"]) if is_note else 0


def _without_last(runs: Sequence[Run]) -> tuple[Run, ...]:
    last = next(number for number in range(len(runs) - 1, -1, -1) if runs[number].text.strip())
    return tuple(runs[:last])


def _stand_before_notes(numbers: Sequence[int], items: Sequence[Item]) -> bool:
    """Tell whether each of some numbers stands in brackets before words of a line of its own."""
    begun = (_BEFORE_NOTE.match(item.text) for item in items if item.line and item.text[:1] in {"[", "("})
    return {*numbers} <= {int(found[1]) for found in begun if found}
