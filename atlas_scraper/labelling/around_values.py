"""What a page says again and again on the lines of its values: `1971 Copier la valeur`, in an element of its own.

No author writes so behind all values: it is the page's, hidden perhaps by rules that are not on it. Behind values it
may be no more than a sign in a link, or raised: `1971 <a href="/search">+</a>`. Like the frame
around the content it is ignored and checked across pages.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from atlas_scraper.blocks.document import Document, Line, Run
from atlas_scraper.blocks.emphasis import is_raised
from atlas_scraper.labelling.changed_lines import with_lines_changed
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.marks import wherever_in_block
from atlas_scraper.labelling.thresholds import FEWEST_AROUND_VALUES, LONGEST_IN_CHORUS, SHARE_OF_VALUES

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
    values = [item for label, item in pairwise(items) if len(item.runs) > 1 and is_value(label, item, labels)]
    said: defaultdict[Words, set[str]] = defaultdict(set)
    for item in values:
        for words in _ends(item):
            said[words].add(item.text)
    fewest = max(FEWEST_AROUND_VALUES, SHARE_OF_VALUES * len(values))
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


def _ends(item: Item) -> Iterator[Words]:
    """Yield the stretches at the ends of an item that say something, where another one does, too."""
    runs = [run for run in item.runs if run.text.strip()]
    for end in (0, -1) if len(runs) > 1 else ():
        words = _words(runs[end], end)
        if words.mark != wherever_in_block(runs[-1 - end].mark) and (_has_words(words) or (end and _is_sign(runs[-1]))):
            yield words


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
