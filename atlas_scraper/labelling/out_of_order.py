"""Lines that could be labels, and those of them that are some in another place than the page's order."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import Marks, without_places
from atlas_scraper.labelling.other_marks import without_plain
from atlas_scraper.labelling.sentences import find_sentences
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


def find_out_of_order(
    items: Sequence[Item], candidates: Sequence[Candidate], chosen: Mapping[Label, int], marks: Marks
) -> dict[Label, int]:
    """Find labels that the page has in another place than its kind: only a mark of labels can tell.

    Of a statement its words can tell as well. The mark is that of the labels chosen, or one that several labels have,
    in their place or in another, and hardly any other line, as in a box of facts behind the texts, or in sections that
    the page puts in an order of its own.
    """
    variants = {label.variant for label in chosen if label.variant}
    left = [
        each
        for each in candidates
        if each.label not in chosen
        and each.item.evidence.weight >= Evidence.COLON.weight
        and not (each.label.variant and variants and each.label.variant not in variants)
    ]
    if not left:
        return {}
    apart = _marks_of_others(items, left, candidates, chosen)
    found: dict[Label, int] = {}
    for number, item, label, _, _ in left:
        is_heading = item.line is not None and item.line.is_heading and label.takes_more
        is_apart = any(map(marks.sets_apart_anywhere, {item.mark, without_plain(item.mark)}))
        if is_heading or is_apart or not apart.isdisjoint(_ways(item.mark)):
            found.setdefault(label, number)
    found = found if variants else _of_one_variant(found)
    sentences = [(each.number, each.label) for each in left if each.label.is_sentence and each.label not in found]
    return {**found, **find_sentences(items, sentences, {**found, **chosen})} if sentences else found


def _marks_of_others(
    items: Sequence[Item], left: Sequence[Candidate], candidates: Sequence[Candidate], chosen: Mapping[Label, int]
) -> set[str]:
    """Give the marks that several labels have, those in another place once each, and hardly any other line."""
    by_mark: defaultdict[str, list[Label]] = defaultdict(list)
    for _, item, label, _, _ in left:
        if not item.has_link:
            for way in _ways(item.mark):
                by_mark[way].append(label)
    in_place: Counter[str] = Counter()
    for number, item, label, _, _ in candidates:
        if chosen.get(label) == number and not label.is_sentence:
            in_place.update(_ways(item.mark))
    common = {
        mark: size
        for mark, labels in by_mark.items()
        if len(labels) == len({*labels}) and (size := len(labels) + in_place[mark]) >= FEWEST_OF_OTHER_MARK
    }
    lines = _lines_of_ways(items) if common else {}
    return {mark for mark, size in common.items() if size >= SHARE_OF_OTHER_MARK * lines[mark]}


def _lines_of_ways(items: Sequence[Item]) -> Counter[str]:
    """Count the lines of each mark, in all its ways."""
    lines: Counter[str] = Counter()
    for mark, count in Counter(item.mark for item in items if item.line is not None).items():
        lines.update(dict.fromkeys(_ways(mark), count))
    return lines


def _ways(mark: str) -> set[str]:
    """Give a mark as it is, without the places among siblings, with that of the innermost alone, and at any depth.

    The last counts for elements that have a class. In an element that says nothing itself it is also that of the box
    around.
    """
    around, inner, own = mark.rpartition(">")
    bare = without_places(mark)
    ways = {mark, bare, f"{without_places(around)}{inner}{own}", bare.lstrip("0123456789") if "." in bare else bare}
    return ways if (box := without_plain(mark)) == mark else ways | _ways(box)


def _of_one_variant(found: Mapping[Label, int]) -> dict[Label, int]:
    """Leave out the labels of all variants but the one whose first label stands above those of the others."""
    first = min((number for label, number in found.items() if label.variant), default=-1)
    variant = next((label.variant for label, number in found.items() if number == first and label.variant), "")
    return {label: number for label, number in found.items() if not label.variant or label.variant == variant}
