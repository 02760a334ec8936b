"""What a page writes before its labels in an element of its own: `<i>label</i> <span>Titre</span>`.

Such is the name by which a font draws an icon: a page shows a picture there, and says a word. The same word stands on
the lines of several labels, right before them; it is the page's wherever else it stands so, before labels that nobody
has listed and within texts. The names of columns may have such words before them as well, written for who hears the
page: `<span>Trier par :</span> Pays`. Like the frame around the content they are ignored, and checked across pages.

A number there, as in `1.11 <b>Titre</b>` or `Q3 <b>Titre</b>`, is another before each label: it is a part of what it
counts.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from atlas_scraper.blocks.document import Cell, Document, Line, PageTable, Run
from atlas_scraper.labelling.changed_lines import with_lines_changed
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.marks import without_places
from atlas_scraper.labelling.thresholds import FEWEST_WITH_HEAD, LONGEST_HEAD
from atlas_scraper.values.beginnings import is_number

BEFORE_LABELS = "before most labels"
_COUNT = re.compile(r"(?:[^\W\d_]{1,2}|[Nn]°)?\s?\d{1,2}(?:(?:[.-]\d{1,2}){1,3}| ?/ ?\d{1,2})?[.)°:/-]?")

Words = tuple[str, str]
"""What a stretch says, and its mark."""
Marks = tuple[str, str]
"""How a page marks a number, and what it counts."""


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
    begun = [
        (items[number - 1], items[number])
        for number in labelled
        if items[number].continues and not items[number - 1].continues
    ]
    found: defaultdict[Words, set[Label | None]] = defaultdict(set)
    for before, item in begun:
        if item.label in labels.rank and _may_be_page_s(before, labels):
            found[before.text, without_places(before.mark)].add(item.label)
    document = _with_numbers_in_labels(document, begun, labels)
    words = {words for words, behind in found.items() if len(behind) >= FEWEST_WITH_HEAD}
    words |= _words_before_columns([item.table for item in items if item.table and item.table.rows], labels)
    if not words:
        return document  # as on nearly all pages

    def may_hold(cell: Cell) -> bool:
        return len(cell.blocks) > 1 or any(cell.text.startswith(text) for text, _ in words)

    bare = with_lines_changed(document, lambda line: _without(line, words, labels), may_hold)
    said = tuple([Line(text, (), landmark=BEFORE_LABELS) for text in sorted({text for text, _ in words})])
    return bare._replace(hidden=(*document.hidden, *said))


def _words_before_columns(tables: Sequence[PageTable], labels: LabelIndex) -> set[Words]:
    """Give the words that stand before several names of columns in the first rows of tables, with all their marks."""
    first = [cell.blocks[0] for table in tables if table.plain is None for cell in table.rows[0] if cell.blocks]
    begun = [line.runs for line in first if isinstance(line, Line) and len(line.runs) > 1]
    found: defaultdict[Words, set[str]] = defaultdict(set)
    for runs in begun:
        if len(runs[0].text) <= LONGEST_HEAD and labels.is_column(name := text_of(runs[1:])):
            found[text_of(runs[:1]), _element(runs[0].mark)].add(name)
    usual = {words for words, names in found.items() if words[0] and len(names) >= FEWEST_WITH_HEAD}
    said = [(text_of(runs[:1]), runs[0].mark) for runs in begun] if usual else []
    return {(text, without_places(mark)) for text, mark in said if (text, _element(mark)) in usual}


def _with_numbers_in_labels(document: Document, begun: Sequence[tuple[Item, Item]], labels: LabelIndex) -> Document:
    """Put the numbers that stand before several labels into their stretches.

    Args:
        document: the page.
        begun: what its lines with a label begin with, and that label.
        labels: the labels.
    """
    by_mark: defaultdict[Marks, dict[Label | None, str]] = defaultdict(dict)
    for before, item in begun:
        if item.label in labels.rank and _is_count(before.text):
            by_mark[_marks_of(before, item)].setdefault(item.label, before.text)
    # Numbers count where each is another.
    marks = {marks for marks, said in by_mark.items() if len(said) >= FEWEST_WITH_HEAD and _are_others(said.values())}
    if not marks:
        return document  # as on nearly all pages
    changed = with_lines_changed(
        document,
        lambda line: _with_number(line, marks, labels),
        lambda cell: len(cell.blocks) > 1 or any(map(str.isdigit, cell.text[:LONGEST_HEAD])),
    )
    counts = {before.text for before, item in begun if _is_count(before.text) and _marks_of(before, item) in marks}
    said = [Line(text, (), landmark=BEFORE_LABELS) for text in sorted(counts) if not is_number(text)]
    return changed._replace(hidden=(*document.hidden, *said))


def _marks_of(before: Item | Run, counted: Item | Run) -> Marks:
    return without_places(before.mark), without_places(counted.mark)


def _are_others(texts: Collection[str]) -> bool:
    return len(set(texts)) == len(texts)


def _may_be_page_s(item: Item, labels: LabelIndex) -> bool:
    """Tell whether an item at the beginning of its line may be words that a page writes before labels."""
    if item.label is not None or not item.block.path or len(item.text) > LONGEST_HEAD:
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


def _is_count(text: str) -> bool:
    """Tell whether a text is no more than a number that counts what follows."""
    return is_number(text) or _COUNT.fullmatch(text) is not None


def _with_number(line: Line, marks: Collection[Marks], labels: LabelIndex) -> Line:
    """Put the number that a line begins with into the stretch that it counts; leave out one that no label has."""
    said = [run for run in line.runs if run.text.strip()]
    if len(said) < 2 or not _is_count(number := said[0].text.strip()):
        return line
    counted = said[1]
    if _marks_of(said[0], counted) not in marks:
        return line
    text = counted.text.lstrip()
    is_left_out = not is_number(number) and labels.find(text) is not None
    runs = (
        counted._replace(text=text if is_left_out else f"{number} {text}"),
        *line.runs[line.runs.index(counted) + 1 :],
    )
    return line._replace(text=text_of(runs), runs=runs)


def _element(mark: str) -> str:
    """Give the innermost element of a mark, without those around it."""
    return mark.rstrip(">").rpartition(">")[2]
