"""Values that stand above their labels, as on tiles of figures: `2017`, and below it `Année de début`.

Such a label shares its box with what stands before it, and with nothing that follows. Where labels of one mark do so,
and none of that mark does the reverse, each is put before what its box holds above it; the page then reads like others.
"""

from collections import Counter
from collections.abc import Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.marks import shared_depth
from atlas_scraper.labelling.thresholds import FEWEST_TURNED


def with_labels_first(items: Sequence[Item], labels: LabelIndex) -> Sequence[Item]:
    """Give the items of a page with each label before its value; unlisted labels are told by their mark."""
    above: Counter[str] = Counter()
    below: Counter[str] = Counter()
    labelled = [(number, item, item.label) for number, item in enumerate(items) if item.label and not item.continues]
    for number, item, label in labelled:
        with_above, with_below = _shared(items, number, number - 1), _shared(items, number, number + 1)
        # A colon announces what follows, also where a box begins between the two: it speaks for no value above.
        if with_above > with_below and items[number - 1].label not in labels.rank:
            above[item.mark] += label.has_one_value and not item.text.endswith(":")
        elif with_below > with_above and not items[number + 1].label:
            below[item.mark] += label.has_one_value
    marks = {mark for mark, count in above.items() if count >= FEWEST_TURNED and not below[mark]}
    if not marks:
        return items
    out: list[Item] = []
    for number, item in enumerate(items):
        place = len(out)
        is_marked = item.mark in marks and (item.label is None or item.label in labels.rank)
        if is_marked and (depth := _boxes_above(items, number, labels)):
            place = _start_of_value(out, item, depth, labels)
        out.insert(place, item)
    return out


def _boxes_above(items: Sequence[Item], number: int, labels: LabelIndex) -> int:
    """Give how many boxes an item shares with a text above it; none where it shares as many with what is below."""
    shared = _shared(items, number, number - 1)
    is_apart = shared > _shared(items, number, number + 1) and items[number - 1].label not in labels.rank
    return shared if is_apart else 0


def _shared(items: Sequence[Item], number: int, other: int) -> int:
    """Give how many boxes an item shares with a neighbour; none with one that is not there."""
    return shared_depth(items[number].block.path, items[other].block.path) if 0 <= other < len(items) else 0


def _start_of_value(items: Sequence[Item], label: Item, depth: int, labels: LabelIndex) -> int:
    """Tell where what stands above a label in its box begins; a label within a section is part of it."""
    place, path = len(items), label.block.path
    while place and items[place - 1].label not in labels.rank:
        if shared_depth(items[place - 1].block.path, path) < depth:
            break
        place -= 1
    return place
