"""Which lines of a page are its labels.

A line of prose can read `Contexte` or `Historique`, a menu can repeat every label, and a heading may stand a
second time as a caption. So labels are not taken where they are first met: of all assignments of labels to
lines that respect the page's order, the one that explains most is chosen.

What a candidate is worth depends on how the page marks its labels, which is learnt from the page itself: the
first choice is made by words and order alone, then the marks of the labels chosen are counted, and the choice
is made again with them.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import takewhile

from atlas_scraper.sections.items import Item
from atlas_scraper.sections.labels import Label, LabelIndex

_PLACES = re.compile(r"\[[0+]\]")


@dataclass(frozen=True)
class Marks:
    """How a page marks its labels, counted over the labels that are known.

    Args:
        labels: how many known labels have a mark.
        lines: how many lines have it.
        values: how many known labels are followed by a line that has it.
        inside: how many known labels with a mark begin in the middle of a line.
        colons: how many known labels with a mark have nothing but a colon between them and their value.
    """

    labels: Counter[str] = field(default_factory=Counter)
    lines: Counter[str] = field(default_factory=Counter)
    values: Counter[str] = field(default_factory=Counter)
    inside: Counter[str] = field(default_factory=Counter)
    colons: Counter[str] = field(default_factory=Counter)

    def purity_beside(self, mark: str, *, is_label: bool) -> float:
        """Give the share of the other lines with a mark that are known labels, 0 to 1.

        The line itself does not count, or every choice would vouch for itself; few lines count for little.
        """
        return max((self.labels[way] - is_label) / self.lines[way] for way in _ways(mark) if self.lines[way])

    def sets_apart(self, mark: str) -> bool:
        """Tell whether a mark is the page's way of marking a label: labels have it, and hardly anything else."""
        return any(self._sets_apart(way) for way in _ways(mark))

    def begins_inside(self, mark: str) -> bool:
        """Tell whether a mark of a label sets it apart in the middle of a line too."""
        return bool(self.inside[mark]) and self.sets_apart(mark)

    def _sets_apart(self, mark: str) -> bool:
        known = self.labels[mark]
        return known >= 2 and known >= 0.5 * self.lines[mark] and self.values[mark] <= 0.2 * known


@lru_cache(maxsize=4096)
def _ways(mark: str) -> frozenset[str]:
    """Give a mark as it is and without the places among siblings, which matter on some pages only."""
    return frozenset({mark, _PLACES.sub("", mark)})


def assign_labels(items: Sequence[Item], labels: LabelIndex) -> tuple[dict[Label, int], Marks]:
    """Choose the items that are the page's labels.

    Args:
        items: the items of the page; those with a `label` are the candidates.
        labels: the labels in the page's order.

    Returns:
        The place of each label found among the items, in the page's order, and how the page marks labels.
    """
    if sum(item.label in labels.rank and not _is_chrome(item) for item in items) >= 3:
        items = [replace(item, label=None) if item.label and _is_chrome(item) else item for item in items]
    marks = Marks()
    chosen: dict[Label, int] = {}
    for _ in range(3):
        before = chosen
        known = frozenset(before.values())
        # On a page that has one variant of a section, the words of the other are prose.
        choices = [_choose(items, labels, marks, known, variant) for variant in labels.variants]
        chosen = max(choices, key=lambda choice: choice[0])[1]
        marks = _count_marks(items, chosen, labels)
        if chosen == before:
            break
    found = {**_out_of_order(items, labels, chosen, marks), **chosen}
    return dict(sorted(found.items(), key=lambda place: place[1])), marks


def _out_of_order(
    items: Sequence[Item], labels: LabelIndex, chosen: Mapping[Label, int], marks: Marks
) -> dict[Label, int]:
    """Find labels that the page has in another place than its kind: only its own mark of a label can tell."""
    variants = {label.variant for label in chosen} | {""}
    taken = set(chosen.values())
    found: dict[Label, int] = {}
    for number, item in enumerate(items):
        label = item.label
        if label is None or label not in labels.rank or label in chosen or number in taken or item.evidence < 2:
            continue
        if label.variant in variants and marks.sets_apart(item.mark):
            found.setdefault(label, number)
    return found


def _choose(
    items: Sequence[Item], labels: LabelIndex, marks: Marks, known: Collection[int], variant: str
) -> tuple[float, dict[Label, int]]:
    """Choose the assignment of the highest worth in which the labels follow each other in the page's order.

    For each rank the best chain that ends there is kept, so the time grows with candidates times labels.
    """
    width = len(labels.ordered)
    best: list[tuple[float, tuple[int, Label] | None, int]] = [(0.0, None, -1)] * width
    has_value = _have_values(items)
    links: list[tuple[tuple[int, Label], int]] = []  # (item and label, link before it)
    for number, item in enumerate(items):
        label = item.label
        if label is None or label not in labels.rank or label.variant not in {"", variant}:
            continue
        worth = _worth(item, marks, is_label=number in known, has_value=has_value[number])
        if worth <= 0:
            continue
        rank = labels.rank[label]
        score, _, before = max(best[:rank], key=lambda chain: chain[0], default=(0.0, None, -1))
        # On equal worth the later line wins nothing: a label stands before its own text.
        if score + worth > best[rank][0]:
            links.append(((number, label), before))
            best[rank] = score + worth, (number, label), len(links) - 1
    score, _, link = max(best, key=lambda chain: chain[0])
    chain: dict[Label, int] = {}
    while link >= 0:
        (number, label), link = links[link]
        chain[label] = number
    return score, dict(sorted(chain.items(), key=lambda found: found[1]))


def _have_values(items: Sequence[Item]) -> list[bool]:
    """Tell of each item whether something other than a label follows it, its own words once more left out."""
    have = [False] * len(items)
    for number in range(len(items) - 2, -1, -1):
        following = items[number + 1]
        have[number] = have[number + 1] if following.label is items[number].label else following.label is None
    return have


def _worth(item: Item, marks: Marks, *, is_label: bool, has_value: bool) -> float:
    """Say how likely a candidate is a label: by what it shows itself, what follows it, and how it is marked."""
    worth = item.evidence + 0.1 * min(len(item.text), 40)
    if any(run.interactive for run in item.runs):
        worth -= 1.5  # most likely an entry of a menu
    if has_value:
        worth += 0.5  # a menu lists labels without values
    if not marks.labels or (item.label and item.label.is_sentence):
        return worth
    purity = marks.purity_beside(item.mark, is_label=is_label)
    if marks.lines[item.mark] >= 6 and purity < 0.15 and _are_set_apart(marks):
        return 0.1 * item.evidence  # this page marks its labels otherwise; only when there is no other
    return worth + 4 * purity


def _is_chrome(item: Item) -> bool:
    return item.line is not None and bool(item.line.chrome)


def _are_set_apart(marks: Marks) -> bool:
    """Tell whether most labels of the page have a mark that sets them apart."""
    apart = sum(count for mark, count in marks.labels.items() if marks.sets_apart(mark))
    return apart >= 0.6 * marks.labels.total()


def _count_marks(items: Sequence[Item], chosen: dict[Label, int], labels: LabelIndex) -> Marks:
    marks = Marks()
    known = set(chosen.values())
    for number, item in enumerate(items):
        if item.line is None:
            continue
        for way in _ways(item.mark):
            marks.lines[way] += 1
            if number in known or item.label in labels.inner:
                marks.labels[way] += 1
                marks.inside[way] += item.continues
                marks.colons[way] += item.evidence == 2
            elif number - 1 in known and not item.label and not (item.line.is_heading and belongs_below(items, number)):
                marks.values[way] += 1
    return marks


def belongs_below(items: Sequence[Item], number: int) -> bool:
    """Tell whether a line shares its box with the item after it rather than with the one before it."""
    path = items[number].block.path
    above = items[number - 1].block.path if number else ()
    below = items[number + 1].block.path if number + 1 < len(items) else ()
    return _shared(path, below) > _shared(path, above)


def _shared(path: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(path, other, strict=False)))
