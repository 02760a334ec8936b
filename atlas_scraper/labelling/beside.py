"""Words beside a label in its own element: a help that is no value, or the value itself."""

from collections import Counter
from collections.abc import Collection, Sequence

from atlas_scraper.labelling.items import Item, item_of, text_of
from atlas_scraper.labelling.thresholds import FEWEST_BESIDE, FEWEST_MARKED


def find_siblings(items: Sequence[Item], found: Collection[int]) -> frozenset[int]:
    """Find the labels whose value was taken for a word in their element, since the two are stretches marked alike.

    On such a page other values stand beside their labels with the very mark of those, which they then are no part of;
    or the labels have other words beside them each, and nothing else for a value: `<h4>Titre <small>Un jumelage`.
    """
    doubtful = [number for number in found if items[number].beside and not items[number].runs[0].label]
    if not any(map(str.isalnum, "".join([items[number].beside for number in doubtful]))):
        return frozenset()  # signs are no values
    bare = [number for number in doubtful if _has_nothing_below(items, number, found)]
    if len({items[number].beside for number in bare}) >= max(FEWEST_BESIDE, len(doubtful) / 2):
        return frozenset(doubtful)
    alike: Counter[str] = Counter()
    for number in found:
        item, following = items[number], items[number + 1 : number + 2]
        alike[item.mark] += bool(following and following[0].continues and following[0].mark == item.mark)
    return frozenset(number for number in doubtful if alike[items[number].mark] >= FEWEST_MARKED)


def _has_nothing_below(items: Sequence[Item], number: int, found: Collection[int]) -> bool:
    """Tell whether the next label follows a label that has one value."""
    label = items[number].label
    return label is not None and label.has_one_value and (number + 1 in found or number + 1 >= len(items))


def cut_beside(item: Item) -> list[Item]:
    """Cut a label from what stands beside it in its element, or seems to."""
    if item.line is None:
        return [item]
    cut = next(place for place in range(len(item.runs)) if text_of(item.runs[place:]) == item.beside)
    label, rest = item.runs[:cut], item.runs[cut:]
    return [
        item_of(item.line, label, continues=item.continues, label=item.label, evidence=item.evidence),
        item_of(item.line, rest, continues=True, is_behind_colon=text_of(label).endswith(":")),
    ]
