"""What stands behind the pane that a label is the name of: an unlisted label, and no text of the pane."""

from collections.abc import Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.label_and_rest import cut_at_label, whole_label
from atlas_scraper.labelling.marks import Marks
from atlas_scraper.labelling.unlisted import Unlisted


def behind_pane(items: Sequence[Item], number: int, end: int, marks: Marks) -> Unlisted | None:
    """Give what stands behind the box that a label is the name of, before the next label: it is no part of its value.

    Args:
        items: the items of the page.
        number: the place of the label.
        end: the place of the next one.
        marks: how the page marks labels.
    """
    line = items[number].line
    path = items[number].block.path
    # What the site puts beside the label, such as `Modifier`, is not what the box holds.
    inner = next((item for item in items[number + 1 : end] if item.fate is None), None)
    if line is None or not line.is_heading or not path or inner is None or not _is_in(inner, path):
        return None
    for place in range(number + 1, end):
        item = items[place]
        if item.fate is None and item.line is not None and not _is_in(item, path):
            text, value = cut_at_label(whole_label(item, marks), marks)
            return Unlisted(place, text.rstrip(" :"), value)
    return None


def _is_in(item: Item, path: tuple[int, ...]) -> bool:
    return item.block.path[: len(path)] == path
