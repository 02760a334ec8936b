"""Pairs and prose where nothing but a colon tells labels from text: `Perspectives : 2019` beside `Publics : tous.`."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label, is_prose
from atlas_scraper.labelling.marks import Marks
from atlas_scraper.labelling.signs import end_before_sign
from atlas_scraper.labelling.thresholds import FEWEST_CLOSED, LONGEST_UNLISTED, MOST_OPEN, PURE
from atlas_scraper.values.text import fold

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
    item = items[number]
    behind, before = range(number, min(len(items), number + _NEAR)), range(number - 1, max(-1, number - _NEAR), -1)
    if _hold_prose(items, behind, known, item.mark) or _hold_prose(items, before, known, item.mark):
        return True
    return not is_apart and marks.purity_beside(item.mark, is_label=False) < PURE


def pairs_in_prose(
    found: Mapping[Label, int], sections: Mapping[Any, Sequence[Item]], marks: Marks
) -> list[tuple[Label, int, int]]:
    """Find lines of long text that may be labels all the same: they read as pairs, or are marked as labels are.

    Args:
        found: where the labels of the page are.
        sections: the items below each label.
        marks: how the page marks labels.

    Returns:
        The label above them, the place of the first of them, and how many more there are.
    """
    if not (marks.sign or any(marks.colons.values()) or any(marks.closed.values())):
        return []
    told = {mark for mark in marks.labels if marks.are_told_by_colon(mark)}
    pairs: list[tuple[Label, int, int]] = []
    for label, number in found.items():
        items = enumerate(sections[label], start=number + 1) if label.holds_prose else ()
        marked = (each for each in items if each[1].mark in marks.labels and (marks.sign or ":" in each[1].text))
        places = [place for place, item in marked if _may_be_label(item, marks, told)]
        pairs += [(label, places[0], len(places) - 1)] if places else []
    return pairs


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
    return bool(colon) and bool(fold(rest)) and not is_prose(head) and _reads_as_pair(item.text)


def _hold_prose(items: Sequence[Item], places: Iterable[int], known: Collection[int], mark: str) -> bool:
    """Tell whether a line with a mark reads as prose among some lines, up to the next known label."""
    for place in places:
        if place in known:
            return False
        other = items[place]
        if other.mark == mark and not other.continues and not _reads_as_pair(other.text):
            return True
    return False


def _are_closed(mark: str, marks: Marks) -> bool:
    """Tell whether nearly all labels with a mark end with a colon."""
    closed, opened = marks.closed[mark], marks.opened[mark]
    return closed >= FEWEST_CLOSED and opened <= MOST_OPEN * (closed + opened)


def _reads_as_pair(text: str) -> bool:
    head, colon, rest = text[:LONGEST_UNLISTED].partition(":")
    return bool(colon and head) and not rest.startswith("//") and not is_prose(text)
