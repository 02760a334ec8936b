"""Entries of a numbered list, `b) Un puits`, which a page may mark as it marks its labels: none is a label itself.

Where the headings of the page's own sections are numbered like that, one of their level that nobody has listed is no
entry of a list, unless it has the number of another: an author counts anew.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.thresholds import FEWEST_MARKED

_ENTRY = re.compile(r"\(?(?:\d{1,3}|[a-z])\)")


def numbers_of_headings(items: Sequence[Item], labels: Collection[int]) -> dict[int, set[str]]:
    """Give for each level of headings the numbers of the page's own sections, where several have one.

    Args:
        items: the items of the page.
        labels: the places of its labels.
    """
    numbers: defaultdict[int, set[str]] = defaultdict(set)
    for number in labels:
        line = items[number].line
        if line is not None and line.is_heading and (found := _ENTRY.match(line.text)):
            numbers[line.is_heading].add(found[0])
    return {level: found for level, found in numbers.items() if len(found) >= FEWEST_MARKED}


def is_entry(item: Item, text: str, numbers: Mapping[int, Collection[str]]) -> bool:
    """Tell whether an item is an entry of a list; `text` is what it says before a value."""
    found = _ENTRY.match(text)
    of_sections = numbers.get(item.line.is_heading, ()) if item.line is not None else ()
    return found is not None and (not of_sections or found[0] in of_sections)
