"""Pairs in a list whose entries are closed as those of a sentence: `Titre : Un puits ;`, and the last with a full stop.

The signs are the list's, not the values'. They tell themselves where every entry of a list of labels has them.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.thresholds import FEWEST_CLOSED_ENTRIES

_CLOSING, _LAST = ";", ".;"

Entry = list[Item]


def without_closing_signs(items: Sequence[Item], labels: LabelIndex) -> Sequence[Item]:
    """Give the items of a page without the signs that close the entries of its lists of pairs.

    Args:
        items: the items.
        labels: the labels.
    """
    closed = [number for number, item in enumerate(items) if item.text[-1:] == _CLOSING]
    if not any(number and items[number].block.path == items[number - 1].block.path for number in closed):
        return items  # as on nearly all pages, paragraphs of a text among them
    lists = [entries for entries in _lists(items) if _are_closed(entries, labels)]
    if not any(len(entries) >= FEWEST_CLOSED_ENTRIES for entries in lists):
        return items
    left = {
        id(entry[-1]) for entries in lists for entry in entries if not _opened(entry[-1], is_last=entry is entries[-1])
    }
    return [item for item in items if id(item) not in left]


def _lists(items: Sequence[Item]) -> Iterator[list[Entry]]:
    """Yield the entries that stand in one box, one after the other, each as the items that it is cut into."""
    entries: list[Entry] = []
    for item in items:
        last = entries[-1][-1] if entries else None
        is_same = last is not None and item.block.path == last.block.path
        if is_same and (item.continues or item.label is None):
            entries[-1].append(item)  # of a line, or of one below it that a line break parts from it
        else:
            entries.append([item])
    for box, group in groupby(entries, key=lambda entry: entry[0].block.path[:-1] if entry[0].line else ()):
        if box:
            yield [*group]


def _are_closed(entries: Sequence[Entry], labels: LabelIndex) -> bool:
    """Tell whether most entries are listed labels with their values, and each is closed."""
    pairs = [entry for entry in entries if len(entry) > 1 and entry[0].label in labels.rank and _has_value(entry[0])]
    if not pairs or 2 * len(pairs) <= len(entries):
        return False
    *others, last = (entry[-1].text for entry in entries)
    return last.endswith(tuple(_LAST)) and all(text.endswith(_CLOSING) for text in others)


def _has_value(item: Item) -> bool:
    return item.label is not None and item.label.has_one_value


def _opened(item: Item, *, is_last: bool) -> bool:
    """Leave the closing sign out of an item; tell whether anything is left."""
    signs = _LAST if is_last else _CLOSING
    item.text = _without(item.text, signs)
    *runs, end = item.runs
    item.runs = (*runs, end._replace(text=_without(end.text, signs)))
    return bool(item.text)


def _without(text: str, signs: str) -> str:
    text = text.rstrip()
    return text[:-1].rstrip() if text.endswith(tuple(signs)) else text
