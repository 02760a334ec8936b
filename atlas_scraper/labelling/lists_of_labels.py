"""Labels of texts and tables in a row in one list, with what one of them is about behind it: tabs, as converters write.

    * Contexte
    * Historique

    Un texte.

Nothing tells whose text that is, and how many there are: it is read as that of the last, and said.
"""

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label


def listed_together(
    items: Sequence[Item], found: Mapping[Label, int], sections: Mapping[Any, Sequence[Item]]
) -> list[Label]:
    """Give the labels that stand in a row as entries of one list, above a text or a table that is none of it.

    Args:
        items: the items of the page.
        found: where its labels are, in the page's order.
        sections: the items below each label.
    """
    listed: list[Label] = []
    for is_row, group in groupby(pairwise(found), lambda both: _are_neighbours(items, found, *both)):
        labels = [*dict.fromkeys(label for both in group for label in both)] if is_row else []
        if not labels:
            continue
        box = items[found[labels[0]]].block.path[:-1]
        if any(item.block.path[: len(box)] != box for item in sections[labels[-1]]):
            listed += labels
    return listed


def _are_neighbours(items: Sequence[Item], found: Mapping[Label, int], first: Label, second: Label) -> bool:
    """Tell whether two labels of texts or tables are entries of one list, with nothing between them."""
    here, there = items[found[first]], items[found[second]]
    is_row = all(each.holds_prose or each.heads_table for each in (first, second)) and found[second] == found[first] + 1
    path = here.block.path
    return is_row and len(path) > 1 and path[:-1] == there.block.path[:-1]
