"""Pairs that stand alone where others stand in lists, so that one box less is around them: `Budget` and its value.

    <ul><li><b class="name">Titre</b><p class="said">…</p></li><li>…</li></ul>
    <ul><li><b class="name">Budget</b><p class="said">…</p></li></ul>

A mark says in what boxes a line stands, and so theirs is that of few known labels, if any. But the elements of both
lines are those of most others.
"""

from collections.abc import Iterable, Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.marks import Marks, shared_depth


def lone_pairs(items: Sequence[Item], marks: Marks) -> set[int]:
    """Give the places of lines that are elements as known labels are, above one that is an element as values are."""
    in_use = {item.mark for item in items}
    labels = _elements(mark for mark in in_use if marks.labels[mark] and marks.sets_apart(mark))
    alike = {mark for mark in in_use if _element(mark) in labels and not marks.sets_apart(mark)} if labels else set()
    if not alike:
        return set()  # as on nearly all pages
    values = _elements(mark for mark in in_use if marks.values[mark]) - labels
    return {
        number
        for number, item in enumerate(items[:-1])
        if item.mark in alike
        and _element(items[number + 1].mark) in values
        and _are_alone(items, number)
        # Beside others alike they are the cells of a card.
        and not any(0 <= place < len(items) and items[place].mark in alike for place in (number - 2, number + 2))
    }


def _elements(marks: Iterable[str]) -> set[str]:
    return {element for mark in marks if "." in (element := _element(mark))}


def _element(mark: str) -> str:
    """Give the element of a line and the stretch in it; one without a class says nothing."""
    return mark.partition(">")[2]


def _are_alone(items: Sequence[Item], number: int) -> bool:
    """Tell whether a line and the next one share a box that holds no other."""
    path = items[number].block.path
    shared = shared_depth(path, items[number + 1].block.path)
    others = [items[place] for place in (number - 1, number + 2) if 0 <= place < len(items)]
    return len(path) - shared == 1 and all(shared_depth(path, other.block.path) < shared for other in others)
