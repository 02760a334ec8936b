"""Values that stand above their labels, as on tiles of figures: `2017`, and below it `Année de début`.

Such a label shares its box with what stands before it, and with nothing that follows. Where labels of one mark do so,
and none of that mark does the reverse, each is put before what its box holds above it; the page then reads like others.
A mark that what stands around labels in their box has as well tells none: their last one may lack its value.
"""

from collections import Counter
from collections.abc import Collection, Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.marks import shared_depth
from atlas_scraper.labelling.thresholds import FEWEST_TURNED, FEWEST_TURNED_THAT_FIT


def with_labels_first(items: Sequence[Item], labels: LabelIndex) -> Sequence[Item]:
    """Give the items of a page with each label before its value; unlisted labels are told by their mark."""
    above: Counter[str] = Counter()
    below: Counter[str] = Counter()
    fitting: Counter[str] = Counter()  # of the labels that have something above them, less those of another kind
    alone: set[str] = set()  # marks of labels of any kind that share their box with what is above them
    paired: set[str] = set()  # and with what is below them
    of_any: set[str] = set()  # marks of labels between texts that have the same one
    labelled = [(number, item, item.label) for number, item in enumerate(items) if item.label and not item.continues]
    for number, item, label in labelled:
        with_below = _shared(items, number, number + 1)
        if with_below and _is_among_like(items, number, with_below):
            of_any.add(item.mark)
        # A colon announces what follows, also where a box begins between the two: it speaks for no value above.
        if _shares(items, number, number - 1, with_below + 1):
            if items[number - 1].label not in labels.rank:
                above[item.mark] += label.has_one_value and not item.text.endswith(":")
                fitting[item.mark] += 1 if label.fits and label.fits(items[number - 1].text) else -len(items)
                alone.add(item.mark)
        elif with_below and not items[number + 1].label and not _shares(items, number, number - 1, with_below):
            below[item.mark] += label.has_one_value
            paired.add(item.mark)
    marks = {
        mark
        for mark, count in above.items()
        if not below[mark]
        and mark not in of_any
        and (count >= FEWEST_TURNED or fitting[mark] >= FEWEST_TURNED_THAT_FIT)
    }
    if not marks:
        return items
    marks |= _alike(marks, alone - paired)
    out: list[Item] = []
    for number, item in enumerate(items):
        place = len(out)
        is_marked = item.mark in marks and (item.label is None or item.label in labels.rank)
        if is_marked and (depth := _boxes_above(items, number, marks, labels)):
            place = _start_of_value(out, item, depth, marks, labels)
        out.insert(place, item)
    return out


def _is_among_like(items: Sequence[Item], number: int, depth: int) -> bool:
    """Tell whether the texts above and below a label stand so deep in its boxes as well, marked as it is."""
    if not 0 < number < len(items) - 1:
        return False
    above, item, below = items[number - 1 : number + 2]
    are_like = above.mark == item.mark == below.mark and not (above.label or below.label)
    return are_like and _shares(items, number, number - 1, depth)


def _alike(marks: Collection[str], alone: Collection[str]) -> set[str]:
    """Give those marks of some that differ from others in no more than the outermost box, as a hidden pane does."""
    within = {mark.partition(">")[2] for mark in marks} - {""}
    return {mark for mark in alone if mark.partition(">")[2] in within}


def _boxes_above(items: Sequence[Item], number: int, marks: Collection[str], labels: LabelIndex) -> int:
    """Give how many boxes an item shares with a text above it; none where it shares as many with what is below."""
    shared = _shared(items, number, number - 1)
    is_apart = shared > _shared(items, number, number + 1) and not _is_label(items[number - 1], marks, labels)
    return shared if is_apart else 0


def _is_label(item: Item, marks: Collection[str], labels: LabelIndex) -> bool:
    """Tell whether an item is a label of the page; a line with the words of one, marked otherwise, ends its value."""
    return item.label in labels.rank and (item.mark in marks or item.label is None or item.label.heads_table)


def _shared(items: Sequence[Item], number: int, other: int) -> int:
    """Give how many boxes an item shares with a neighbour; none with one that is not there."""
    return shared_depth(items[number].block.path, items[other].block.path) if 0 <= other < len(items) else 0


def _shares(items: Sequence[Item], number: int, other: int, depth: int) -> bool:
    """Tell whether an item shares so many boxes, one or more, with a neighbour."""
    if not 0 <= other < len(items):
        return False
    path, beside = items[number].block.path, items[other].block.path
    # A number stands for one box only, so where two lines share it, they share all around it.
    return len(path) >= depth <= len(beside) and path[depth - 1] == beside[depth - 1]


def _start_of_value(items: Sequence[Item], label: Item, depth: int, marks: Collection[str], labels: LabelIndex) -> int:
    """Tell where what stands above a label in its box begins; a label within a section is part of it."""
    place, path = len(items), label.block.path
    while place and not _is_label(items[place - 1], marks, labels):
        if shared_depth(items[place - 1].block.path, path) < depth:
            break
        place -= 1
    return place
