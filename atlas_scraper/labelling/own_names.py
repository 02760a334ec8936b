"""Marks of pages on which each field is named by itself: `field field--name-title`, `field field--name-context`.

What a content management system writes so gives each label a mark of its own, and marks then tell nothing. Where most
labels of one shape have different names, the names that most of them share are their mark, and that of whatever else
has these names in the same shape.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.thresholds import FEWEST_OWN_NAMES, MOST_OF_ONE_NAME

_NAME = re.compile(r"\.[^.>\[]+")


def with_shared_names(items: Sequence[Item], found: Collection[int]) -> bool:
    """Mark items by the names that labels share; tell whether that changes anything.

    Args:
        items: the items of the page, whose marks are changed.
        found: where its labels are.
    """
    shapes: dict[str, list[str]] = {}
    for number in found:
        if "." in (mark := items[number].mark):
            shapes.setdefault(_shape(mark), []).append(mark)
    shared = {
        shape: _shared_names(marks)
        for shape, marks in shapes.items()
        if len(marks) >= FEWEST_OWN_NAMES and Counter(marks).most_common(1)[0][1] <= MOST_OF_ONE_NAME * len(marks)
    }
    if not shared:
        return False
    renamed: dict[str, str] = {}
    for item in items:
        for mark in (item.mark, *[run.mark for run in item.runs]):
            if mark not in renamed:
                names = shared.get(_shape(mark))
                renamed[mark] = mark if names is None else _renamed(mark, names)
        item.mark = renamed[item.mark]
        item.runs = tuple([run._replace(mark=renamed[run.mark]) for run in item.runs])
    return True


@lru_cache(maxsize=4096)
def _shape(mark: str) -> str:
    """Leave all names out of a mark."""
    return _NAME.sub("", mark)


def _shared_names(marks: Sequence[str]) -> list[frozenset[str]]:
    """Give for each part of marks of one shape the names that most of them have there."""
    parts = zip(*[mark.split(">") for mark in marks], strict=True)
    counts = [Counter(name for part in column for name in set(_NAME.findall(part))) for column in parts]
    return [frozenset(name for name, count in part.items() if 2 * count > len(marks)) for part in counts]


def _renamed(mark: str, shared: Sequence[frozenset[str]]) -> str:
    """Leave out of a mark all names but those that labels share; a mark that lacks one of those stays as it is."""
    parts = mark.split(">")
    if not all(names.issubset(_NAME.findall(part)) for part, names in zip(parts, shared, strict=True)):
        return mark
    return ">".join([_with_names(part, names) for part, names in zip(parts, shared, strict=True)])


def _with_names(part: str, names: frozenset[str]) -> str:
    return _NAME.sub(lambda name: name.group() if name.group() in names else "", part)
