"""Where a page puts the value of a label: the steps through its boxes that lead from one to the other.

A label and its value mostly share a box (a row, a list's entry), and the next label stands in another. So where a
value is left out, the steps tell that what follows is no value, however it is marked; and where values are marked
like labels, that it is one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import shared_depth
from atlas_scraper.labelling.thresholds import FEWEST_STEPS, FEWEST_VALUES, RARE_STEP

_PLACES = re.compile(r"\[[\d+]+\]")

Step = tuple[int, int] | None
"""How many boxes are left, and how many entered; `None` on the label's own line."""


@dataclass(frozen=True)
class Steps:
    """The steps from labels to what follows them, by the labels' mark without places: columns do not change a step.

    Args:
        to_values: from known labels to the lines below them that are no labels.
        to_labels: from known labels to the next known label.
    """

    to_values: dict[str, Counter[Step]] = field(default_factory=lambda: defaultdict(Counter))
    to_labels: dict[str, Counter[Step]] = field(default_factory=lambda: defaultdict(Counter))

    def is_value(self, label: Item, item: Item, *, may_be_prose: bool = False) -> bool | None:
        """Tell whether a line below a label stands where values do; `None` where the page does not show it.

        The line itself was counted as well and does not vouch for itself. Long text may stand elsewhere.
        """
        if not label.block.path:
            return None
        step = step_between(label, item)
        mark = without_columns(label.mark)
        values, labels = self.to_values[mark], self.to_labels[mark]
        others = values.total() - 1
        if others < FEWEST_VALUES:
            return None
        if step is not None and step[0] == 0 and step[1] and not labels[step]:
            return True  # in a box within the label's own
        if values[step] - 1 >= max(1, RARE_STEP * others):
            # Where values stand on the lines of their labels, two lines that stand as labels do vouch for each other.
            are_beside = step is not None and values[None] >= max(FEWEST_VALUES, 2 * (values[step] - 1))
            is_alike = (item.mark == label.mark or are_beside) and not may_be_prose
            return (False if is_alike and self._stand_apart(mark, step) else None) if labels[step] else True
        # How deep a value stands in its own box depends on what it is; how far it is from its label does not.
        as_far = sum(count for other, count in values.items() if _left(other) == _left(step)) - 1
        stand_beside = labels[step] and step is not None and values[None] > (1 - RARE_STEP) * others
        if as_far > RARE_STEP * others and not stand_beside:
            return None
        return False if labels[step] or others >= FEWEST_STEPS else None

    def _stand_apart(self, mark: str, step: Step) -> bool:
        """Tell whether most values stand where no label does, and so not at this step to labels."""
        values, labels = self.to_values[mark], self.to_labels[mark]
        elsewhere = sum(count for other, count in values.items() if not labels[other])
        return elsewhere >= max(FEWEST_VALUES, 2 * (values[step] - 1))

    def is_label(self, label: Item, item: Item) -> bool:
        """Tell whether a line below a label stands as far from it as the next labels do."""
        step = step_between(label, item)
        return any(_left(other) == _left(step) for other in self.to_labels.get(without_columns(label.mark), ()))


@lru_cache(maxsize=4096)
def without_columns(mark: str) -> str:
    """Give a mark without the places among siblings and the columns of cells."""
    return _PLACES.sub("", mark)


def count_steps(items: Sequence[Item], found: Mapping[Label, int]) -> Steps:
    """Count the steps on a page whose labels are found, in the page's order."""
    steps = Steps()
    places = sorted(found.values())
    for number, after in zip(places, [*places[1:], -1], strict=True):
        label = items[number]
        mark = without_columns(label.mark)
        if after >= 0:
            steps.to_labels[mark][step_between(label, items[after])] += 1
        following = items[number + 1] if number + 1 < len(items) and number + 1 != after else None
        if following is not None and following.line is not None:
            steps.to_values[mark][step_between(label, following)] += 1
    return steps


def _left(step: Step) -> int:
    return 0 if step is None else step[0]


def is_step_to_value(items: Sequence[Item], labels: Sequence[int], label: Item, item: Item) -> bool:
    """Tell whether an item stands to a label as the lines below other labels of its mark stand to theirs."""
    step = step_between(label, item)
    alike = (number for number in labels if items[number].mark == label.mark and number + 1 not in labels)
    return item.line is not None and any(step_between(items[number], items[number + 1]) == step for number in alike)


def step_between(item: Item, other: Item) -> Step:
    """Give the step from an item to a later one."""
    if other.continues and other.block is item.block:
        return None
    shared = shared_depth(item.block.path, other.block.path)
    return len(item.block.path) - shared, len(other.block.path) - shared
