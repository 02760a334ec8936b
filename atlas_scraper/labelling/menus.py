"""Lines of menus that say labels and are none, which a page repeats where it has something below them.

A menu stands in a landmark of the site, or is a row of labels with nothing between them:

    1. Titre
    2. Contexte
    3. Historique

    ## Titre

    Un jumelage
"""

from collections.abc import Iterator, Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.thresholds import FEWEST_IN_MENU, FEWEST_OUTSIDE, SHARE_OF_MENU


def without_menus(items: Sequence[Item], labels: LabelIndex) -> Sequence[Item]:
    """Let no line of a menu be a label.

    Args:
        items: the items of the page; those with a `label` may be labels.
        labels: the labels.
    """
    items = _without_landmarks(items, labels)
    entries = _entries(items, labels)
    return [item.without_label() if at in entries else item for at, item in enumerate(items)] if entries else items


def _entries(items: Sequence[Item], labels: LabelIndex) -> set[int]:
    """Give the places of rows of labels of which most stand elsewhere with something below them."""
    rows = [*_rows_of_labels(items, labels)]
    if not any(len(row) >= FEWEST_IN_MENU for row in rows):
        return set()
    ends = {items[row[-1]].label: row for row in rows if row[-1] + 1 < len(items)}
    entries: set[int] = set()
    for row in rows:
        said = [number for number in row if ends.get(items[number].label, row) != row]
        if len(row) >= FEWEST_IN_MENU and len(said) >= SHARE_OF_MENU * len(row):
            # What stands behind the last of them may be the page's first label, right below its menu.
            is_of_list = _are_of_one_list(items[said[-1]], items[row[-1]])
            entries |= {number for number in row if number <= said[-1] or is_of_list}
    return entries


def _are_of_one_list(first: Item, second: Item) -> bool:
    box = first.block.path[:-1]
    return bool(box) and second.block.path[:-1] == box and second.mark == first.mark


def _rows_of_labels(items: Sequence[Item], labels: LabelIndex) -> Iterator[range]:
    """Yield the places of labels without anything between them: only the last of a row has something below it.

    What continues the line of another is none of a row, and a label that is said again begins another.
    """
    row: list[int] = []
    for number in [number for number, item in enumerate(items) if item.label is not None]:
        item = items[number]
        if item.label not in labels.rank or not item.evidence.is_whole or item.continues:
            continue
        if row and (number > row[-1] + 1 or any(items[other].label is item.label for other in row)):
            yield range(row[0], row[-1] + 1)
            row = []
        row.append(number)
    if row:
        yield range(row[0], row[-1] + 1)


def _without_landmarks(items: Sequence[Item], labels: LabelIndex) -> Sequence[Item]:
    """Let no line of the site's landmarks be a label, unless the page has that label nowhere else, and a value with it.

    A menu or a search form repeats labels; a page may also keep its last section in what it calls its footer.
    """
    inside = [number for number, item in enumerate(items) if item.label is not None and item.block.landmark]
    if not inside:
        return items
    outside = {item.label for item in items if item.label in labels.rank and not item.block.landmark}
    if len(outside) < FEWEST_OUTSIDE:
        return items
    left = list(items)
    for number in inside:
        following = items[number + 1] if number + 1 < len(items) else None
        label = items[number].label
        if following is not None and following.label in labels.inner and label is not None and label.reads_itself:
            following = following.without_label()  # it says something of the section
        if label in outside or not has_value(items[number], following):
            left[number] = items[number].without_label()
    return left


def has_value(item: Item, following: Item | None) -> bool:
    """Tell whether something other than a label follows an item in its part of the site."""
    return following is not None and following.label is None and following.block.landmark == item.block.landmark
