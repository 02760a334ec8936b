"""Pairs of a label and its value beside dialogs: those in one, and those whose value looks like what opens one."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.marks import wherever_in_block
from atlas_scraper.labelling.thresholds import FEWEST_MARKED


class Stretch(Protocol):
    """Items that follow each other in one dialog, or in none (0)."""

    @property
    def box(self) -> int:
        """The number of the dialog."""

    @property
    def items(self) -> Sequence[Item]:
        """The items."""


def is_button(item: Item | None) -> bool:
    """Tell whether an item says what buttons say, which lead nowhere."""
    runs = [run for run in item.runs if run.text.strip()] if item is not None else []
    return bool(runs) and all(run.interactive and (run.href or "#")[:1] == "#" for run in runs)


def value_before(items: Sequence[Item], labels: LabelIndex) -> bool:
    """Tell whether items end in a label of one value, with what looks like a button and may be that value."""
    if len(items) < 2 or not is_button(items[-1]) or items[-1].label is not None:
        return False
    label, text = items[-2].label, items[-1].text
    if label not in labels.rank or label is None or not label.has_one_value or labels.words.may_be_action(text):
        return False
    return label.fits is None or bool(label.fits(text))


def dialogs_of_pairs(parts: Sequence[Stretch], content: Collection[int], labels: LabelIndex) -> set[int]:
    """Give the dialogs that hold no more than pairs, marked as those of the content are, which no heading begins."""
    inside = [item for part in parts if not part.box or part.box in content for item in part.items]
    pairs = [(_mark(label), _mark(value)) for label, value in pairwise(inside) if _is_pair(label, value, labels)]
    usual = {pair for pair, count in Counter(pairs).items() if count >= FEWEST_MARKED}
    return {part.box for part in parts if part.box and usual and _is_made_of_pairs(part.items, usual)}


def _is_pair(label: Item, value: Item, labels: LabelIndex) -> bool:
    is_heading = label.line is None or label.line.is_heading
    return label.label in labels.rank and value.label is None and not is_heading and _mark(label) != _mark(value)


def _is_made_of_pairs(items: Sequence[Item], usual: Collection[tuple[str, str]]) -> bool:
    return not len(items) % 2 and all(pair in usual for pair in _in_twos(items))


def _in_twos(items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    for label, value in zip(items[::2], items[1::2], strict=True):
        yield _mark(label), _mark(value)


def _mark(item: Item) -> str:
    """Give how an item and its box are marked, however deep that stands and in whatever box."""
    return wherever_in_block(item.mark).partition(">")[2]
