"""What a page puts behind all its labels: `Titre (i)`, `Titre [?]`, `Titre (obligatoire)`, each time the same.

It is the page's, whatever it says, and part of no label: none of several labels that have it stands on the page
without it. It is ignored like the frame around the content, and checked across pages.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from atlas_scraper.blocks.document import Block, Cell, Document, Line, Run
from atlas_scraper.labelling.changed_lines import with_lines_changed
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.thresholds import (
    FEWEST_WITH_TAIL,
    LONGEST_LABEL,
    LONGEST_TAIL,
    MOST_FOUND_WITHOUT_TAIL,
    MOST_TITLES_FOUND,
)
from atlas_scraper.values.beginnings import TESTED
from atlas_scraper.values.text import fold

BEHIND_LABELS = "behind most labels"
_BRACKETS = {")": "(", "]": "["}
_OF_HELP = frozenset("?!([ⓘℹ🛈❓❔❗")
_ENDS_OF_HELP = (_OF_HELP - {"(", "["}) | {")", "]", "\ufe0f"}
_COLON = " \t\r\n\xa0:"


def without_tails(document: Document, items: Sequence[Item], labelled: Sequence[int], labels: LabelIndex) -> Document:
    """Leave what a page puts behind all its labels out of them.

    Args:
        document: the page.
        items: its items.
        labelled: the places of those that could be labels.
        labels: the labels.
    """
    candidates = [items[number] for number in labelled]
    of_titles = lacks_titles(candidates, labels)
    of_pairs = _may_have_tail(candidates, labels)
    if not (of_titles or of_pairs):
        return document
    texts = list(_texts(document.blocks, labels))
    whole = {labels.find(text) for text in texts if _parted(text)[1][:1] not in _OF_HELP}
    by_tail: defaultdict[str, set[Label]] = defaultdict(set)
    for text in texts:
        head, tail = _parted(text)
        if not tail or (label := labels.find(head)) is None or not _is_no_name(tail, label, whole):
            continue
        if _may_be_of_title(tail, labels) if label.heads_table or not of_pairs else True:
            by_tail[tail].add(label)
    tails = {tail for tail, found in by_tail.items() if len(found & labels.rank.keys()) >= FEWEST_WITH_TAIL}
    if not tails:
        return document

    def may_hold(cell: Cell) -> bool:
        return len(cell.blocks) > 1 or _is_of_label(cell.text, tails, labels)

    bare = with_lines_changed(document, lambda line: _without_tail(line, tails, labels), may_hold)
    said = tuple([Line(tail, (), landmark=BEHIND_LABELS) for tail in sorted(tails) if fold(tail)])
    return bare._replace(hidden=(*document.hidden, *said))


def _may_have_tail(labelled: Sequence[Item], labels: LabelIndex) -> bool:
    """Tell whether a page lacks most labels of one value, or has several with a sign at their end."""
    ends = [item.text.rstrip(_COLON)[-1:] for item in labelled]
    if sum(end in _ENDS_OF_HELP for end in ends) >= FEWEST_WITH_TAIL:
        return True
    found = {item.label for item in labelled if item.label in labels.rank and item.label.has_one_value}
    return len(found) < MOST_FOUND_WITHOUT_TAIL * sum(label.has_one_value for label in labels.ordered)


def lacks_titles(labelled: Sequence[Item], labels: LabelIndex) -> bool:
    """Tell whether a page lacks most labels of texts and tables, but for those in links.

    Args:
        labelled: what could be a label.
        labels: the labels.
    """
    titles = {label for label in labels.ordered if label.holds_prose or label.heads_table}
    found = {item.label for item in labelled if item.label in titles and not item.has_link}
    return len(found) < MOST_TITLES_FOUND * len(titles)


def _may_be_of_title(tail: str, labels: LabelIndex) -> bool:
    """Tell whether a tail can be words behind a title: no value of it, no number of its rows, nor that it goes on."""
    words = labels.words
    return tail[0] in "([" and not (words.row_count.fullmatch(tail) or words.continued.search(f" {tail}"))


def _texts(blocks: Sequence[Block], labels: LabelIndex) -> Iterator[str]:
    """Yield the texts of lines, their stretches and cells that may begin with a label."""
    for block in blocks:
        if isinstance(block, Line):
            texts = [block.text, *(_with_tails(block.runs) if len(block.runs) > 1 else ())]
        else:
            cells = {id(cell): cell for row in block.rows for cell in row}.values()
            texts = [cell.text for cell in cells]
            for cell in cells:  # of a page that is laid out by tables
                yield from _texts(cell.blocks, labels) if len(cell.text) > LONGEST_LABEL else ()
        yield from (text for text in texts if len(text) <= LONGEST_LABEL and labels.may_begin_with(text[:TESTED]))


def _with_tails(runs: Sequence[Run]) -> list[str]:
    return [run.text for run in runs if _parted(run.text)[1]]


def _parted(text: str) -> tuple[str, str]:
    """Part the last word of a text, or what it ends with in brackets, from the rest; a colon counts on neither side."""
    text = text.rstrip(_COLON)
    head, _, tail = text.rpartition(_BRACKETS.get(text[-1:], " "))
    tail = text[len(head) :].strip(_COLON)
    return head, tail if head.strip() and len(tail) <= LONGEST_TAIL else ""


def _is_no_name(tail: str, label: Label, whole: set[Label | None]) -> bool:
    """Tell whether a tail can be no part of another field's name, or an author's: the page has no label without it.

    Signs other than those of help part a label from its value, which may be empty.
    """
    return label not in whole and (bool(fold(tail)) or tail[0] in _OF_HELP)


def _is_of_label(text: str, tails: set[str], labels: LabelIndex) -> bool:
    """Tell whether a text is a label, or the name of a column, with one of some tails behind it."""
    if len(text) > LONGEST_LABEL:
        return False
    head, tail = _parted(text)
    return tail in tails and (labels.find(head) is not None or labels.is_column(head))


def _without_tail(line: Line, tails: set[str], labels: LabelIndex) -> Line:
    if _is_of_label(line.text, tails, labels):
        runs = _without_end(line.runs, _parted(line.text)[1])
    elif len(line.runs) > 1 and any(_is_of_label(run.text, tails, labels) for run in line.runs):
        runs = [
            _without_end([run], _parted(run.text)[1])[0] if _is_of_label(run.text, tails, labels) else run
            for run in line.runs
        ]
    else:
        return line
    return line._replace(text=text_of(runs), runs=tuple(runs))


def _without_end(runs: Sequence[Run], tail: str) -> list[Run]:
    """Leave a tail, in front of a colon perhaps, out of stretches that end with it."""
    kept = [*runs]
    is_closed = "".join([run.text for run in runs]).rstrip().endswith(":")
    left = len(tail.replace(" ", ""))
    while left > 0 and kept:
        last = kept.pop()
        said = last.text.rstrip(_COLON)
        while left > 0 and said:
            left -= not said[-1].isspace()
            said = said[:-1]
        if said.strip():
            kept.append(last._replace(text=f"{said.rstrip()}{' :' if is_closed and left <= 0 else ''} "))
    return kept
