"""How the lines of cards tell names of columns from values: by their marks, or by a colon between the two."""

from collections import Counter
from collections.abc import Sequence

from atlas_scraper.labelling.marks import wherever_in_block, without_places
from atlas_scraper.tables.box_rows import Line
from atlas_scraper.tables.card_entries import ALONE, APART, COLON, Entry, mark_of, runs_of

_MOST_BELOW = 2  # names with a mark to values with it, above which the mark is that of names


def marks_of_names(lines: Sequence[Line], known: Sequence[Entry | None]) -> frozenset[str]:
    """Give the marks that names of columns have rather than the values below them."""
    # Where a name and its value share a line and its mark, that mark is not the one of names.
    of_pairs = {mark_of(line) for entry, line in zip(known, lines, strict=True) if entry and is_pair(entry)}
    names: Counter[str] = Counter()
    below: Counter[str] = Counter()
    for entry, line in zip(known, lines, strict=True):
        if entry and entry.way != COLON and mark_of(line) not in of_pairs:
            names.update({mark_of(line), wherever_in_block(mark_of(line))})
    ways = Counter(entry.way for entry in known if entry)
    is_value_below = ways[ALONE] >= ways[APART]  # otherwise a name on a line of its own has no value
    for entry, after, line in zip(known, known[1:], lines[1:], strict=False):
        if is_value_below and entry and entry.way == ALONE and not after:
            below.update({mark_of(line), wherever_in_block(mark_of(line))})
    values = {mark: sum(count for way, count in below.items() if _is_within(way, mark)) for mark in names}
    return frozenset(mark for mark, count in names.items() if count > _MOST_BELOW * values[mark])


def is_pair(entry: Entry) -> bool:
    """Tell whether a colon alone parts a name from its value: they share a mark, even where the line was cut."""
    is_cut = entry.way == APART and len({run.mark for run in runs_of(entry.line)}) == 1
    return entry.way == COLON or (is_cut and ":" in entry.line[0])


def lacks_value(entry: Entry) -> bool:
    """Tell whether a name ends with the colon behind which its value would stand."""
    return entry.way == ALONE and entry.line[0].rstrip().endswith(":")


def marks_of_values(lines: Sequence[Line], known: Sequence[Entry | None]) -> frozenset[str]:
    """Give the marks, without places, of lines that neither begin with a name nor have a colon as if they did.

    The heading of a card that stands right below a name alone on its line is its value, and may have one.
    """
    above = [None, *known]
    return frozenset(
        without_places(mark_of(line))
        for entry, line, name in zip(known, lines, above, strict=False)
        if not entry and (":" not in line[0] or (name and name.way == ALONE and _is_heading(line)))
    )


def _is_heading(line: Line) -> bool:
    item = line[1][0]
    return item.line is not None and item.line.is_heading > 0


def is_in(mark: str, marks: frozenset[str]) -> bool:
    """Tell whether a mark is one of several, or that of a stretch within one."""
    ways = mark, wherever_in_block(mark)
    return not marks.isdisjoint(ways) or any(_is_within(way, outer) for outer in marks for way in ways)


def _is_within(mark: str, outer: str) -> bool:
    """Tell whether a mark is another one, or that of a stretch within it."""
    return mark == outer or (not outer.endswith(">") and mark.startswith(f"{outer}>"))
