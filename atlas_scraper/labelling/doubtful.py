"""Lines of prose that read like the label below them, where nothing in the page's marks tells them apart.

An author may type the heading `Historique` into the text of `Contexte`. If the page marks neither line, the
order allows both readings. Text renditions print a long text's tail twice, which can settle it: the right
reading is the one in which most repeated tails come out. Otherwise the later line is taken for the label, since
people type the headings of later sections into an earlier one rather than a section's own into its middle.
"""

from collections.abc import Iterator, Mapping, Sequence

from atlas_scraper.labelling.items import Item, whole_lines
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.thresholds import MOST_RIVALS
from atlas_scraper.values.repeats import without_repeats

_ROUNDS = 3


def settle(items: Sequence[Item], chosen: Mapping[Label, int]) -> tuple[dict[Label, int], dict[Label, list[int]]]:
    """Settle which of several lines is each label that long text stands before.

    Args:
        items: the items of the page.
        chosen: where the labels are, in the page's order, as far as order and marks tell.

    Returns:
        Where the labels are, and for each label that stayed in doubt all the lines it could be.
    """
    doubtful: dict[Label, list[int]] = {}
    # A label that is settled on a later line leaves room for others above it.
    for _ in range(_ROUNDS):
        settled = _settled(items, chosen, doubtful)
        if settled == chosen:
            break
        chosen = settled
    return settled, doubtful


def _settled(items: Sequence[Item], chosen: Mapping[Label, int], doubtful: dict[Label, list[int]]) -> dict[Label, int]:
    """Settle each label once, and note those that stay in doubt."""
    settled = dict(chosen)
    order = list(chosen)
    for place, label in enumerate(order):
        if not label.follows_prose or not place:
            continue
        start = settled[order[place - 1]]
        end = chosen[order[place + 1]] if place + 1 < len(order) else len(items)
        rivals = list(_rivals(items, settled[label], start, end))
        if not 2 <= len(rivals) <= MOST_RIVALS:
            continue
        removed = {rival: _repeats(items[start + 1 : rival]) + _repeats(items[rival + 1 : end]) for rival in rivals}
        best = [rival for rival in rivals if removed[rival] == max(removed.values())]
        settled[label] = best[-1]
        if len(best) > 1:
            doubtful[label] = best
    return settled


def _rivals(items: Sequence[Item], chosen: int, start: int, end: int) -> Iterator[int]:
    """Yield the lines that could be the label just as well: same words, same marking, between its neighbours.

    Of lines that follow each other the first is the label, since no text ends with a heading.
    """
    wanted = items[chosen]
    label = wanted.label
    for number in [number for number, item in enumerate(items[start + 1 : end], start + 1) if item.label is label]:
        item = items[number]
        is_alike = item.mark == wanted.mark and item.evidence is wanted.evidence
        if is_alike and items[number - 1].label is not label:
            yield number


def _repeats(items: Sequence[Item]) -> int:
    texts = [text for text, _ in whole_lines(items)]
    return len(texts) - len(without_repeats(texts))
