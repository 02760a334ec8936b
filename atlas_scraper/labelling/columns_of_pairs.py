"""Labels in a box of their own, and their values in the box beside it, each as far down as its label.

    <div><p>Titre</p><p>Année</p></div><div><p>Un jumelage</p><p>2017</p></div>

Every box of a page has a number, also one that says nothing (`blocks.lines`), so the numbers tell how far down a value
stands. Where both boxes hold as many, each label is put before its value, and the page then reads like others.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.marks import without_places
from atlas_scraper.labelling.thresholds import FEWEST_IN_COLUMN

_OWN_AND_OUTER = 2  # boxes: that of a line, and the one around it


def with_values_beside(items: Sequence[Item], labelled: Sequence[int], labels: LabelIndex) -> Sequence[Item]:
    """Give the items of a page with each label of such a column before its value.

    Args:
        items: the items of the page.
        labelled: the places of those that could be labels.
        labels: the labels.
    """
    begins = [number for number in labelled if _begins_column(items, number)]
    if not begins:
        return items
    out = list(items)
    for begin in begins:
        column = _lines_in_box(items, begin)
        values = _lines_in_box(items, begin + len(column))
        if _are_beside(column, values, items[begin + len(column) + len(values) :][:1], labels):
            by_place: defaultdict[int, list[Item]] = defaultdict(list)
            for value in values:
                value.mark = f"{value.mark}:"  # as that of no label, where both columns are marked alike
                by_place[_place_in_box(value)].append(value)
            pairs = [part for place, label in enumerate(column) for part in (label, *by_place[place])]
            out[begin : begin + len(pairs)] = pairs
    return out


def _begins_column(items: Sequence[Item], number: int) -> bool:
    """Tell whether a label of one value begins a box, and is followed there by one marked alike: few pages have any."""
    item, path = items[number], items[number].block.path
    following = items[number + 1] if number + 1 < len(items) else None
    if following is None or len(path) < _OWN_AND_OUTER or len(below := following.block.path) != len(path):
        return False
    # A number stands for one box only, so where two lines share it, they share all around it.
    if below[-2] != path[-2] or below[-1] != path[-1] + 1:
        return False
    if number and path[-2] in items[number - 1].block.path:
        return False
    is_alike = without_places(following.mark) == without_places(item.mark)
    return is_alike and item.label is not None and item.label.has_one_value


def _lines_in_box(items: Sequence[Item], begin: int) -> Sequence[Item]:
    """Give the lines from one on that stand in boxes straight in the box that its own is in."""
    box = items[begin].block.path[:-1] if begin < len(items) else ()
    following = (items[number] for number in range(begin, len(items)))
    return [*takewhile(lambda item: item.line is not None and item.block.path[:-1] == box != (), following)]


def _are_beside(column: Sequence[Item], values: Sequence[Item], behind: Sequence[Item], labels: LabelIndex) -> bool:
    """Tell whether lines are a column of labels and that of their values, with as many boxes in the one as in it."""
    if len(column) < FEWEST_IN_COLUMN or not values:
        return False
    again = {item.label for item in column} - {None}  # in the next box, too: each is an entry with its own
    if any(item.label in labels.rank or item.label in again for item in values):
        return False
    known = sum(item.label is not None and item.label.has_one_value for item in column)
    box, beside = column[0].block.path[:-1], values[0].block.path[:-1]
    are_alone = [item.block.path[-1] for item in column] == [box[-1] + 1 + number for number in range(len(column))]
    if 2 * known <= len(column) or not are_alone or beside != (*box[:-1], box[-1] + len(column) + 1):
        return False
    end = beside[-1] + len(column) + 1  # the number of the box that begins behind that of the values
    return max(map(_place_in_box, values)) < len(column) and (not behind or end in behind[0].block.path)


def _place_in_box(item: Item) -> int:
    *_, box, own = item.block.path
    return own - box - 1
