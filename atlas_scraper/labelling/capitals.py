"""Labels that nothing but their capitals tells from text: `CALENDRIER PREVISIONNEL`, as the known ones are written.

Where the labels of one mark are all in capitals, and neither that mark nor a colon tells them, capitals are part of it.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import Marks
from atlas_scraper.labelling.thresholds import FEWEST_IN_CAPITALS, SHORTEST_IN_CAPITALS

_IN_CAPITALS = "^"


def with_capitals(items: Sequence[Item], found: Mapping[Label, int], marks: Marks) -> bool:
    """Mark items by their capitals where the labels of their mark have them; tell whether that changes anything.

    Args:
        items: the items of the page, whose marks are changed.
        found: where its labels are.
        marks: how it marks them.
    """
    if sum(items[number].text.isupper() for number in found.values()) < FEWEST_IN_CAPITALS:
        return False
    texts: dict[str, list[str]] = defaultdict(list)
    for label, number in found.items():
        if not (label.heads_table or label.is_sentence or label.takes_more):
            texts[items[number].mark].append(items[number].text)
    told = {
        mark: all(text.endswith(":") for text in said)
        for mark, said in texts.items()
        if len(said) >= FEWEST_IN_CAPITALS
        and all(map(str.isupper, said))
        and not (marks.sets_apart(mark) or marks.are_told_by_colon(mark))
    }
    if told:
        _mark(items, found, told)
    return bool(told)


def told_by_capitals(marks: Marks) -> set[str]:
    """Give the marks of lines in long text that capitals would tell to be labels in another section."""
    return {mark.removeprefix(_IN_CAPITALS) for mark in marks.labels if mark.startswith(_IN_CAPITALS)}


def _mark(items: Sequence[Item], found: Mapping[Label, int], told: Mapping[str, bool]) -> None:
    """Mark what is in capitals as labels of some marks are; not in long text below a label that is marked otherwise.

    Args:
        items: the items of the page.
        found: where its labels are.
        told: the marks whose labels capitals tell, and whether all of those end with a colon.
    """
    said = [item.mark in told and is_in_capitals(item.text, is_closed=told[item.mark]) for item in items]
    known = {number: label for label, number in found.items()}
    holds_prose = False
    for number, item in enumerate(items):
        label = known.get(number)
        if label is not None:
            holds_prose = label.holds_prose and item.mark not in told
        if said[number] and (label is not None or (not holds_prose and _may_be_label(items, number, said))):
            item.mark = _IN_CAPITALS + item.mark


def _may_be_label(items: Sequence[Item], number: int, said: Sequence[bool]) -> bool:
    """Tell whether a line in capitals may be a label: right below a known one, only with a line below that is none."""
    if items[number].label is not None or not number or items[number - 1].label is None:
        return True
    return number + 1 < len(items) and items[number + 1].label is None and not said[number + 1]


def is_in_capitals(text: str, *, is_closed: bool = False) -> bool:
    """Tell whether a line, or what stands before its colon, is in capitals, and no acronym."""
    head, colon, _ = text.partition(":")
    return head.isupper() and len(head) >= SHORTEST_IN_CAPITALS and bool(colon or not is_closed)
