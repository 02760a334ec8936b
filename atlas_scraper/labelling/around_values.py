"""What a page says again and again on the lines of its values: `1971 Copier la valeur`, in an element of its own.

No author writes so behind all values: it is the page's, hidden perhaps by rules that are not on it. Behind values, and
in a column of a table, it may be no more than a sign in a link, or raised: `1971 <a href="/search">+</a>`. Like the
frame around the content it is ignored and checked across pages.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from atlas_scraper.blocks.document import Cell, Document, Line, Run
from atlas_scraper.blocks.emphasis import is_raised
from atlas_scraper.labelling.bullets import NO_BULLETS
from atlas_scraper.labelling.changed_lines import with_lines_changed
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.marks import wherever_in_block
from atlas_scraper.labelling.thresholds import (
    FEWEST_AROUND_VALUES,
    FEWEST_SIGNS_IN_COLUMN,
    LONGEST_IN_CHORUS,
    SHARE_OF_VALUES,
)

AROUND_VALUES = "beside most values"


class Words(NamedTuple):
    """A stretch at an end of a line, 0 for the first and -1 for the last: its mark, and what it says."""

    end: int
    mark: str
    text: str


def words_around_values(items: Sequence[Item], labels: LabelIndex) -> frozenset[Words]:
    """Give what stands beside most values on their lines.

    Args:
        items: the items of the page.
        labels: its labels.
    """
    values = [item.runs for label, item in pairwise(items) if len(item.runs) > 1 and is_value(label, item, labels)]
    said: defaultdict[Words, set[str]] = defaultdict(set)
    for runs in values:
        for words in _ends(runs):
            said[words].add(text_of(runs))
    fewest = max(FEWEST_AROUND_VALUES, SHARE_OF_VALUES * len(values))
    usual = frozenset(words for words, texts in said.items() if len(texts) >= fewest)
    tables = [item.table for item in items if item.table is not None and item.table.plain is None]
    return usual.union(*[_signs_in_column(column) for table in tables for column in zip_longest(*table.rows[1:])])


def _signs_in_column(column: Iterable[Cell | None]) -> frozenset[Words]:
    """Give the signs behind most of what a column of a table says below its first row."""
    cells = [cell for cell in column if cell is not None and cell.text and cell.blocks]
    lines = [line for cell in cells if isinstance(line := cell.blocks[-1], Line) and len(line.runs) > 1]
    if len(lines) < FEWEST_SIGNS_IN_COLUMN:
        return frozenset()
    said: defaultdict[Words, set[str]] = defaultdict(set)
    for line in lines:
        for words in _ends(line.runs):
            if words.end and not any(map(str.isalnum, words.text)):
                said[words].add(line.text)
    fewest = max(FEWEST_SIGNS_IN_COLUMN, SHARE_OF_VALUES * len(cells))
    return frozenset(words for words, texts in said.items() if len(texts) >= fewest)


def without_words(document: Document, usual: Collection[Words]) -> Document:
    """Move such words out of the lines of a page, to what it hides around its content."""
    bare = with_lines_changed(document, lambda line: _line_without(line, usual), lambda cell: bool(cell.blocks))
    said = [Line(words.text, (), landmark=AROUND_VALUES) for words in sorted(usual)]
    return bare._replace(hidden=(*document.hidden, *said))


def is_value(label: Item, item: Item, labels: LabelIndex) -> bool:
    """Tell whether an item stands right behind a label of a short value, and is none itself."""
    is_short = label.label in labels.rank and not (label.label.holds_prose or label.label.heads_table)
    return is_short and item.label is None and item.fate is None


def _ends(runs: Sequence[Run]) -> Iterator[Words]:
    """Yield the stretches at the ends of a line that say something, where another one does, too."""
    said = [run for run in runs if run.text.strip()]
    for end in (0, -1) if len(said) > 1 else ():
        words, other = _words(said[end], end), said[-1 - end]
        is_marked = words.mark != wherever_in_block(other.mark)
        is_sign = _is_sign(said[-1]) and (is_marked or said[-1].href != other.href) if end else _draws(words, is_marked)
        if (is_marked and _has_words(words)) or (is_sign and not _has_words(words)):
            yield words


def _draws(words: Words, is_marked: bool) -> bool:
    """Tell whether a stretch before another is a sign in an element of its own, and opens no quotation or bracket."""
    return is_marked and not any(letter.isalnum() or letter in NO_BULLETS for letter in words.text)


def _has_words(words: Words) -> bool:
    return any(map(str.isalpha, words.text))


def _is_sign(run: Run) -> bool:
    """Tell whether a stretch behind another is no more than a sign or a number that leads somewhere, or is raised."""
    return run.href is not None or is_raised(run.mark)


def _words(run: Run, end: int) -> Words:
    return Words(end, wherever_in_block(run.mark), text_of([run]))


def _line_without(line: Line, usual: Collection[Words]) -> Line:
    runs = [*line.runs]
    for end in (0, -1):
        said = [run for run in runs if run.text.strip()]
        if said and len(said[end].text) <= LONGEST_IN_CHORUS and _words(said[end], end) in usual:
            runs.remove(said[end])
    return line if len(runs) == len(line.runs) else line._replace(text=text_of(runs), runs=tuple(runs))
