"""Words beside a label in its own element: a help that is no value, or the value itself."""

from collections import Counter
from collections.abc import Collection, Sequence

from atlas_scraper.labelling.items import Item, item_of, text_of
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.thresholds import FEWEST_BESIDE, FEWEST_MARKED
from atlas_scraper.values.text import fold


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
        alike[item.mark] += bool(following and following[0].continues and _mark_of_words(following[0]) == item.mark)
    return frozenset(number for number in doubtful if alike[items[number].mark] >= FEWEST_MARKED)


def find_values_beside(items: Sequence[Item], inner: Collection[Label]) -> frozenset[int]:
    """Find the labels within a section whose element holds their value as well: `<i>Courriel : <b>x@y.fr</b></i>`.

    Where several say the same there, it is a word of help, unless it is of the label's kind; a number is one of a note.
    """
    beside = {number: item for number, item in enumerate(items) if item.beside and item.label in inner}
    counts = Counter([item.beside for item in beside.values()])
    return frozenset(
        number
        for number, item in beside.items()
        if (counts[item.beside] == 1 and any(map(str.isalpha, item.beside)))
        or (item.label is not None and item.label.fits and item.label.fits(item.beside))
    )


def _mark_of_words(item: Item) -> str:
    """Give how the first words of an item are marked; the colon of the label may stand before them."""
    return next((run.mark for run in item.runs if fold(run.text)), item.mark)


def leave_out_common(items: Sequence[Item]) -> list[str]:
    """Leave out of labels the words beside them that several have, such as the sign of a help, and give those words."""
    with_words = [item for item in items if item.beside and item.label is not None]
    counts = Counter([item.beside for item in with_words]) if with_words else {}
    common = {text for text, count in counts.items() if count >= FEWEST_BESIDE}
    for item in with_words:
        if item.beside in common:
            item.text, item.beside = item.text.removesuffix(item.beside).rstrip(), ""
    return sorted(text for text in common if any(map(str.isalnum, text)))


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
