"""What a page writes before its labels in an element of its own: `<i>label</i> <span>Titre</span>`.

Such is the name by which a font draws an icon: a page shows a picture there, and says a word. The same word stands on
the lines of several labels, right before them; it is the page's wherever else it stands so, before labels that nobody
has listed and within texts. Like the frame around the content it is ignored, and checked across pages.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from atlas_scraper.blocks.document import Cell, Document, Line
from atlas_scraper.labelling.changed_lines import with_lines_changed
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.marks import without_places
from atlas_scraper.labelling.thresholds import FEWEST_WITH_HEAD, LONGEST_HEAD

BEFORE_LABELS = "before most labels"
Words = tuple[str, str]
"""What a stretch says, and its mark."""


def without_words_before(
    document: Document, items: Sequence[Item], labelled: Sequence[int], labels: LabelIndex
) -> Document:
    """Leave out of the lines of a page what it writes before several of its labels in an element of its own.

    Args:
        document: the page.
        items: its items.
        labelled: the places of those that could be labels.
        labels: the labels.
    """
    found: defaultdict[Words, set[Label | None]] = defaultdict(set)
    for number in labelled:
        if items[number].continues and items[number].label in labels.rank and _may_be_page_s(items[number - 1], labels):
            before = items[number - 1]
            found[before.text, without_places(before.mark)].add(items[number].label)
    words = {words for words, behind in found.items() if len(behind) >= FEWEST_WITH_HEAD}
    if not words:
        return document  # as on nearly all pages

    def may_hold(cell: Cell) -> bool:
        return len(cell.blocks) > 1 or any(cell.text.startswith(text) for text, _ in words)

    bare = with_lines_changed(document, lambda line: _without(line, words, labels), may_hold)
    said = tuple([Line(text, (), landmark=BEFORE_LABELS) for text in sorted({text for text, _ in words})])
    return bare._replace(hidden=(*document.hidden, *said))


def _may_be_page_s(item: Item, labels: LabelIndex) -> bool:
    """Tell whether an item at the beginning of its line may be words that a page writes before labels."""
    if item.continues or item.label is not None or not item.block.path or len(item.text) > LONGEST_HEAD:
        return False
    return item.text.islower() and not (labels.words.is_empty(item.text) or labels.is_column(item.text))


def _without(line: Line, words: Collection[Words], labels: LabelIndex) -> Line:
    said = [run for run in line.runs if run.text.strip()]
    text = text_of(said[:1])
    if len(said) < 2 or all(text != each for each, _ in words):
        return line
    runs = line.runs[line.runs.index(said[0]) + 1 :]
    behind, mark = text_of(runs), without_places(said[0].mark)
    # In other boxes than those of the labels that told it, it stands before labels alone.
    is_page_s = (text, mark) in words or (
        labels.find(behind) is not None and any(_element(mark) == _element(each) for _, each in words)
    )
    return line._replace(text=behind, runs=runs) if is_page_s else line


def _element(mark: str) -> str:
    """Give the innermost element of a mark, without those around it."""
    return mark.rstrip(">").rpartition(">")[2]
