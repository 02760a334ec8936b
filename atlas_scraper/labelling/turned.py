"""Values that stand above their labels, as on tiles of figures: `2017`, and below it `Année de début`.

Such a label shares its box with what stands before it, and with nothing that follows. Where labels of one mark do so,
and none of that mark does the reverse, each is put before what its box holds above it; the page then reads like others.
A mark that what stands around labels in their box has as well tells none: their last one may lack its value. A label
alone in a box as large as that of other pairs lacks it too, and neither what precedes that box nor what follows is its.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.marks import shared_depth
from atlas_scraper.labelling.other_marks import without_plain
from atlas_scraper.labelling.thresholds import FEWEST_TURNED, FEWEST_TURNED_THAT_FIT


def with_labels_first(items: Sequence[Item], labels: LabelIndex) -> Sequence[Item]:
    """Give the items of a page with each label before its value; unlisted labels are told by their mark."""
    labelled = [(number, item, item.label) for number, item in enumerate(items) if item.label and not item.continues]
    told: defaultdict[str, _Told] = defaultdict(_Told)
    for number, item, label in labelled:
        with_below = _shared(items, number, number + 1)
        if with_below and _is_among_like(items, number, with_below):
            told[item.mark].is_of_any = True
        if _shares(items, number, number - 1, with_below + 1):
            if items[number - 1].label not in labels.rank:
                size = len(item.block.path) - _shared(items, number, number - 1)
                told[item.mark].add_above(item, label, items[number - 1].text, size)
        elif with_below and not items[number + 1].label and not _shares(items, number, number - 1, with_below):
            told[item.mark].below.append((len(item.block.path) - with_below, label.has_one_value))
    marks = {mark: each.size for mark, each in told.items() if each.is_turned()}
    if not marks:
        return items
    marks |= _alike(marks, told)
    out: list[Item] = []
    for number, item in enumerate(items):
        place = len(out)
        if item.mark in marks and (depth := _boxes_above(items, number, marks, labels)):
            place = _start_of_value(out, item, depth, marks, labels)
        out.insert(place, item)
    return out


@dataclass(slots=True)
class _Told:
    """What the labels of one mark tell of where their values are.

    Args:
        above: how many labels of one value have something above them in their box, and no colon.
        misfits: how many of some kind have something there that is not of that kind.
        fitting: how many have something there that is of their kind.
        sizes: for those of any kind, how many boxes they stand in within the one that they share with it.
        below: the same for labels that have something below them, and whether they are of one value.
        is_of_any: whether some stand between texts that have the mark.
    """

    above: int = 0
    misfits: int = 0
    fitting: int = 0
    sizes: list[int] = field(default_factory=list)
    below: list[tuple[int, bool]] = field(default_factory=list)
    is_of_any: bool = False

    def add_above(self, item: Item, label: Label, text: str, size: int) -> None:
        """Add a label that shares its box with a text above it; what is below a colon is announced by that."""
        fits = label.fits is not None and bool(label.fits(text))
        self.above += label.has_one_value and not item.text.endswith(":")
        self.fitting += fits
        self.misfits += label.fits is not None and not fits
        self.sizes.append(size)

    @property
    def size(self) -> int:
        """In how many boxes most of them stand within that of their pair."""
        return Counter(self.sizes).most_common(1)[0][0]

    def is_turned(self) -> bool:
        """Tell whether their values are above them."""
        if not self.sizes or self.is_of_any or any(counts for size, counts in self.below if self.is_pair(size)):
            return False
        return self.above >= FEWEST_TURNED or (not self.misfits and self.fitting >= FEWEST_TURNED_THAT_FIT)

    def is_pair(self, size: int) -> bool:
        """Tell whether a box may be that of a pair: outside one as far around as others a label without value stands.

        A value of its kind above a label has to say how far that is.
        """
        return not self.fitting or size <= self.size


def _is_among_like(items: Sequence[Item], number: int, depth: int) -> bool:
    """Tell whether the texts above and below a label stand so deep in its boxes as well, marked as it is."""
    if not 0 < number < len(items) - 1:
        return False
    above, item, below = items[number - 1 : number + 2]
    are_like = above.mark == item.mark == below.mark and not (above.label or below.label)
    return are_like and _shares(items, number, number - 1, depth)


def _alike(marks: Mapping[str, int], told: Mapping[str, _Told]) -> dict[str, int]:
    """Give those marks that differ from others in no more than the outermost box, as a hidden pane, or a span."""
    within = {key: size for mark, size in marks.items() for key in _keys(mark)}
    alike = {mark: within[key] for mark in told for key in _keys(mark) if key in within}
    return {
        mark: size
        for mark, size in alike.items()
        if told[mark].sizes and not any(below <= size for below, _ in told[mark].below)
    }


def _keys(mark: str) -> set[str]:
    """Give a mark without the outermost box, and without an element that says nothing."""
    return {mark.partition(">")[2], without_plain(mark)} - {""}


def _boxes_above(items: Sequence[Item], number: int, marks: Mapping[str, int], labels: LabelIndex) -> int:
    """Give how many boxes an item shares with a text above it; none where it shares as many with what is below."""
    shared = _shared(items, number, number - 1)
    is_apart = shared > _shared(items, number, number + 1) and not _is_label(items[number - 1], marks, labels)
    is_pair = len(items[number].block.path) - shared <= marks[items[number].mark]  # and no box of several
    return shared if is_apart and is_pair else 0


def _is_label(item: Item, marks: Mapping[str, int], labels: LabelIndex) -> bool:
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


def _start_of_value(
    items: Sequence[Item], label: Item, depth: int, marks: Mapping[str, int], labels: LabelIndex
) -> int:
    """Tell where what stands above a label in its box begins; a label within a section is part of it."""
    place, path = len(items), label.block.path
    while place and not _is_label(items[place - 1], marks, labels):
        if shared_depth(items[place - 1].block.path, path) < depth:
            break
        place -= 1
    return place
