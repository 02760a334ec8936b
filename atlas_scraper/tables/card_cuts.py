"""Where cells that lines make are cut into cards, one for each row."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from atlas_scraper.labelling.marks import Path, shared_depth
from atlas_scraper.tables.card_entries import Entry, most_of
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.values.text import fold


def cut_into_cards(entries: Sequence[Entry], boxes: Sequence[Path], columns: Sequence[PageColumn]) -> list[list[Entry]]:
    """Cut cells into cards: by their boxes, below what counts them, or where a name comes again too often.

    Too often is more often than there are columns of that name.
    """
    cards: list[list[Entry]] = []
    said: Counter[str] = Counter()
    for place, entry in enumerate(entries):
        name = fold(entry.header)
        ends = boxes[place] != boxes[place - 1] if boxes else said[name] >= most_of(name, columns)
        if not cards or ends or entry.head:
            cards.append([])
            said.clear()
        cards[-1].append(entry)
        said[name] += 1
    return cards


def boxes_of(entries: Sequence[Entry], columns: Sequence[PageColumn]) -> list[Path]:
    """Give the box that each cell stands in, where boxes are cards; empty where they are not."""
    depth = min((shared_depth(entries[0].path, entry.path) for entry in entries), default=0)
    boxes = [entry.path[: depth + 1] for entry in entries]
    names = Counter((box, fold(entry.header)) for box, entry in zip(boxes, entries, strict=True))
    comes_again = len({name for _, name in names}) < len(names)
    is_once = all(count <= most_of(name, columns) for (_, name), count in names.items())
    return boxes if comes_again and is_once and len(set(boxes)) < len(boxes) else []


def are_whole(boxes: Sequence[Path], entries: Sequence[Entry], columns: Sequence[PageColumn]) -> bool:
    """Tell whether each box is a card, not the half of one: it says what is required, and what the one above does."""
    said: dict[Path, set[str]] = {box: set() for box in boxes}
    for box, entry in zip(boxes, entries, strict=False):
        said[box].add(fold(entry.header))
    required = {name for column in columns if column.is_required for name in column.folded}
    say_alike = all(above & below for above, below in pairwise(said.values()))
    return say_alike and (not required or all(required & each for each in said.values()))
