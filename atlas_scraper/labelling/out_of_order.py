"""Lines that could be labels, and those of them that are some in another place than the page's order."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import Marks, without_places
from atlas_scraper.labelling.thresholds import FEWEST_OF_OTHER_MARK, SHARE_OF_OTHER_MARK


class Candidate(NamedTuple):
    """An item that could be a label.

    Args:
        number: its place among the items.
        item: the item.
        label: the label that it could be.
        rank: the label's place in the page's order.
        worth: how likely it is that label by what it shows itself and what follows it, its mark left out.
    """

    number: int
    item: Item
    label: Label
    rank: int
    worth: float


def find_out_of_order(candidates: Sequence[Candidate], chosen: Mapping[Label, int], marks: Marks) -> dict[Label, int]:
    """Find labels that the page has in another place than its kind: only a mark of labels can tell.

    That is the mark of those chosen, or one that several of the others have and hardly any other line, as in a box of
    facts behind the texts.
    """
    variants = {label.variant for label in chosen} | {""}
    left = [
        each
        for each in candidates
        if each.label not in chosen
        and each.item.evidence.weight >= Evidence.COLON.weight
        and each.label.variant in variants
    ]
    apart = _marks_of_others(left, marks) if len(left) >= FEWEST_OF_OTHER_MARK else set()
    found: dict[Label, int] = {}
    for number, item, label, _, _ in left:
        is_heading = item.line is not None and item.line.is_heading and label.takes_more
        if is_heading or marks.sets_apart_anywhere(item.mark) or without_places(item.mark) in apart:
            found.setdefault(label, number)
    return found


def _marks_of_others(left: Sequence[Candidate], marks: Marks) -> set[str]:
    """Give the marks that several labels in another place have, each once, and hardly any other line."""
    by_mark: defaultdict[str, list[Label]] = defaultdict(list)
    for _, item, label, _, _ in left:
        if not item.has_link:
            by_mark[without_places(item.mark)].append(label)
    return {
        mark
        for mark, labels in by_mark.items()
        if len(labels) == len({*labels}) >= FEWEST_OF_OTHER_MARK
        and len(labels) >= SHARE_OF_OTHER_MARK * marks.lines[mark]
    }
