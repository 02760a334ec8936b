"""Headings that an author typed within a text: of a lower level than those of the page's own sections.

    <h3>Contexte</h3><p>Une ville.</p><h5>Objectifs locaux :</h5><p>Un puits.</p> … <h3>Financement du partenariat</h3>

Such a heading belongs to the text, with what stands below it. One of the level of the sections, or of a higher one,
heads a section that nobody has listed, or a group of them.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.thresholds import FEWEST_MARKED


def find_subheadings(items: Sequence[Item], labels: Mapping[int, Label]) -> frozenset[int]:
    """Find the headings that belong to texts.

    Args:
        items: the items of the page.
        labels: its labels by their places.
    """
    levels = [line.is_heading for number in labels if (line := items[number].line) and line.is_heading]
    if len(levels) < FEWEST_MARKED:
        return frozenset()
    lowest = max(levels)
    lower = [number for number, item in enumerate(items) if (line := item.line) and line.is_heading > lowest]
    places = sorted(labels) if lower else []
    found: list[int] = []
    for number in lower:
        before = bisect_right(places, number)
        if before and labels[places[before - 1]].holds_prose and _stands_in_text(items, number):
            found.append(number)
    return frozenset(found)


def _stands_in_text(items: Sequence[Item], number: int) -> bool:
    """Tell whether a line of text follows a heading in its box; links alone are the site's."""
    following = items[number + 1] if number + 1 < len(items) else None
    if following is None or following.line is None or following.label is not None or following.has_link:
        return False
    return following.block.path[:-1] == items[number].block.path[:-1]
