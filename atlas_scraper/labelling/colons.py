"""Pairs and prose where nothing but a colon tells labels from text: `Perspectives : 2019` beside `Publics : tous.`."""

from collections.abc import Collection, Iterable, Sequence
from itertools import takewhile

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import is_prose
from atlas_scraper.labelling.marks import Marks
from atlas_scraper.labelling.thresholds import LONGEST_UNLISTED, PURE

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
    near = [items[place] for places in (behind, before) for place in _up_to(places, known)]
    if not all(_reads_as_pair(other.text) for other in near if other.mark == item.mark and not other.continues):
        return True
    return not is_apart and marks.purity_beside(item.mark, is_label=False) < PURE


def _up_to(places: Iterable[int], known: Collection[int]) -> Iterable[int]:
    return takewhile(lambda place: place not in known, places)


def _reads_as_pair(text: str) -> bool:
    head, colon, rest = text[:LONGEST_UNLISTED].partition(":")
    return bool(colon and head) and not rest.startswith("//") and not is_prose(text)
