"""A label that is the whole statement, in another place than the page's order: nothing but its words can tell it.

It may stand behind any table, at the end of a text, or between a table's heading and the table, which it does not
interrupt. In the middle of a text an author wrote it, and where the page has it twice, nothing tells which is which.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label, LabelIndex, is_prose


def find_sentences(
    items: Sequence[Item], candidates: Sequence[tuple[int, Label]], found: Mapping[Label, int]
) -> dict[Label, int]:
    """Find the statements that the page makes once, in a place where no author can have written them.

    Args:
        items: the items of the page.
        candidates: the items that could be statements which are not found yet.
        found: the labels that are found, in any order.
    """
    said = Counter(label for _, label in candidates)
    by_place = {number: label for label, number in found.items()}
    return {
        label: number
        for number, label in candidates
        if said[label] == 1 and not items[number].has_link and _stands_apart(items, number, by_place)
    }


def without_sentences_in_texts(items: Sequence[Item], found: Mapping[Label, int]) -> dict[Label, int]:
    """Leave out statements that read as lines of prose in a section that holds text: an author wrote them there."""
    if not any(label.is_sentence and is_prose(items[number].text) for label, number in found.items()):
        return dict(found)
    by_place = sorted([(number, label) for label, number in found.items()], key=itemgetter(0))
    left = {
        label
        for (_, above), (number, label) in pairwise(by_place)
        if label.is_sentence and above.holds_prose and is_prose(items[number].text)
    }
    return {label: number for label, number in found.items() if label not in left}


def _stands_apart(items: Sequence[Item], number: int, labels: Mapping[int, Label]) -> bool:
    """Tell whether a statement stands between sections, or in one that holds no text of an author's."""
    item = items[number]
    if not (item.evidence.is_whole or item.evidence is Evidence.COLON):
        return False
    above = max((place for place in labels if place < number), default=-1)
    behind = end_of_line(items, number)
    if behind == len(items) or behind in labels or items[behind].block.landmark != item.block.landmark:
        return True
    if above < 0 or labels[above].heads_table:
        return above >= 0
    if above < number - 1 and not labels[above].holds_prose:
        return True
    line = items[behind].line
    return line is not None and line.is_heading > 0 and items[behind].mark != item.mark


def end_of_line(items: Sequence[Item], number: int) -> int:
    """Give the place behind the items that continue the line of an item."""
    end = number + 1
    while end < len(items) and items[end].continues:
        end += 1
    return end


def is_in_table(items: Sequence[Item], number: int, heading: int, label: Label, labels: LabelIndex) -> bool:
    """Tell whether a statement stands between the heading of a table and the table, or the first of its columns' names.

    Args:
        items: the items of the page.
        number: the place of the statement.
        heading: the place of the label before it.
        label: that label.
        labels: the labels, and the columns of their tables.
    """
    behind = end_of_line(items, number)
    if (
        not label.heads_table
        or behind == len(items)
        or any(item.label is not label for item in items[heading + 1 : number])
    ):
        return False
    return items[behind].table is not None or labels.is_column_of(label, items[behind].text)
