"""Pairs and prose where nothing but a colon tells labels from text: `Perspectives : 2019` beside `Publics : tous.`.

Where not even a colon does, a short line with more below it may as well be a label: that is said.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any

from atlas_scraper.labelling.capitals import is_in_capitals, told_by_capitals
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.label_and_rest import whole_label
from atlas_scraper.labelling.labels import Label, is_prose
from atlas_scraper.labelling.marks import Marks
from atlas_scraper.labelling.signs import end_before_sign
from atlas_scraper.labelling.steps import Step, step_between
from atlas_scraper.labelling.thresholds import FEWEST_CLOSED, LONGEST_UNLISTED, MOST_OPEN, PURE, SHORT_LABEL
from atlas_scraper.values.text import fold

_BRACKETS = "[({"  # around labels
_NEAR = 50  # lines on both sides in which prose shows that it is prose


def may_be_prose(items: Sequence[Item], number: int, known: Collection[int], marks: Marks, *, is_apart: bool) -> bool:
    """Tell whether a line with a colon may be prose: where lines without one are marked so, too, near it or elsewhere.

    Args:
        items: the items of the page.
        number: the place of the line.
        known: the places of known labels.
        marks: how the page marks labels.
        is_apart: whether it stands where no value does.
    """
    mark = whole_label(items[number], marks).mark
    behind, before = range(number, min(len(items), number + _NEAR)), range(number, max(-1, number - _NEAR), -1)
    if _hold_prose(items, behind, known, mark) or _hold_prose(items, before, known, mark):
        return True
    return not is_apart and marks.purity_beside(mark, is_label=False) < PURE


def pairs_in_prose(
    items: Sequence[Item], found: Mapping[Label, int], sections: Mapping[Any, Sequence[Item]], marks: Marks
) -> list[tuple[Label, int, int]]:
    """Find lines of values that may be labels all the same: they read as pairs, or are marked as labels are.

    Args:
        items: the items of the page.
        found: where its labels are.
        sections: the items below each label.
        marks: how the page marks labels.

    Returns:
        The label above them, the place of the first of them, and how many more there are.
    """
    told = {mark for mark in marks.labels if marks.are_told_by_colon(mark)}
    alike = {mark for mark in marks.labels if marks.mark_both(mark)}
    told_so = told_by_capitals(marks)
    apart = {mark for mark in marks.labels if marks.bare_shares[mark] and marks.sets_apart(mark)}
    said = Counter(items[number].block.text[:1] for number in found.values())
    opening = {bracket for bracket in _BRACKETS if said[bracket] >= FEWEST_CLOSED}
    if not (
        marks.sign or alike or told_so or apart or opening or any(marks.colons.values()) or any(marks.closed.values())
    ):
        return []
    pairs: list[tuple[Label, int, int]] = []
    heads = [items[number] for number in sorted(found.values())]
    steps = {step_between(*both) for both in pairwise(heads)} if alike or told_so else set()
    for label, number in found.items():
        is_short = bool(alike) and label.has_one_value and len(sections[label]) > 1
        section = sections[label] if label.holds_prose or is_short else ()
        places = [
            number + place
            for place, item in enumerate(section, start=1)
            if (item.mark in apart and label.holds_prose and not item.continues and len(item.runs) > 1)
            or (item.text[:1] in opening and item.text[:2].isupper() and not item.continues)
            or (item.mark in marks.labels and (marks.sign or ":" in item.text) and _may_be_label(item, marks, told))
            or (
                (item.mark in alike or (item.mark in told_so and is_in_capitals(item.text)))
                and _is_like_label(items[number], section, place, steps)
            )
        ]
        pairs += [(label, places[0], len(places) - 1)] if places else []
    return pairs


def _is_like_label(head: Item, section: Sequence[Item], place: int, steps: Collection[Step]) -> bool:
    """Tell whether a line is short, begins and ends like a label, and stands where a next label does, over a value.

    Args:
        head: the label of its section.
        section: the lines below that.
        place: the place of the one behind it among them.
        steps: from labels to the next.
    """
    item = section[place - 1]
    if item.line is None or item.continues or item.label or not item.block.path or place == len(section):
        return False
    text, below = item.text, section[place]
    is_short = len(text) <= SHORT_LABEL and text[:1].isupper() and not is_prose(text) and ":" not in text[:-1]
    return is_short and below.line is not None and step_between(head, item) in steps


def _may_be_label(item: Item, marks: Marks, told: Collection[str]) -> bool:
    """Tell whether a line that is marked as labels are reads as one, or as one with its value."""
    if item.line is None or item.continues:
        return False
    text = item.text[: LONGEST_UNLISTED + 1]
    if marks.sign and (end := end_before_sign(text, marks.sign)):
        return not is_prose(text[:end])
    is_closed = len(text) <= LONGEST_UNLISTED and text.endswith(":") and not is_prose(text[:-1])
    if is_closed and _are_closed(item.mark, marks):
        return True
    return item.mark in told and bool(item.block.path) and _may_be_pair(item)


def _may_be_pair(item: Item) -> bool:
    head, colon, rest = item.text[:LONGEST_UNLISTED].partition(":")
    return bool(colon) and bool(fold(rest)) and not is_prose(head) and reads_as_pair(item.text)


def _hold_prose(items: Sequence[Item], places: Iterable[int], known: Collection[int], mark: str) -> bool:
    """Tell whether a line with a mark reads as prose among some lines, up to the next known label."""
    for place in places:
        if place in known:
            return False
        other = items[place]
        if other.mark == mark and not other.continues and not reads_as_pair(other.text):
            return True
    return False


def _are_closed(mark: str, marks: Marks) -> bool:
    """Tell whether nearly all labels with a mark end with a colon."""
    closed, opened = marks.closed[mark], marks.opened[mark]
    return closed >= FEWEST_CLOSED and opened <= MOST_OPEN * (closed + opened)


def reads_as_pair(text: str) -> bool:
    """Tell whether a line reads as a label and its value, with a colon between them."""
    head, colon, rest = text[:LONGEST_UNLISTED].partition(":")
    return bool(colon and head) and not rest.startswith("//") and not is_prose(text)
