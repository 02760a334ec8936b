"""How a page marks its labels, learnt from those that are known.

The labels of one page share their markup. A mark is an opaque string; it tells nothing until it is counted who
has it: known labels, the values right below them, and all other lines.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.thresholds import (
    FEWEST_ALIKE,
    FEWEST_MARKED,
    FEWEST_VALUES,
    MOST_APART,
    SETS_APART,
    VALUES_MARKED_ALIKE,
)
from atlas_scraper.values.text import fold

Path = tuple[int, ...]

_ANYWHERE = "~"
# Cells of a header say by their element that they name something, whatever their column.
_PLACES = re.compile(r"(>th[^>\[]*)\[\d+\]|\[[0+]\]")


class Counts(dict[str, int]):
    """How many of something each mark was counted for; 0 for one that never was, as in a `Counter`, made in no time."""

    def __missing__(self, mark: str) -> int:
        """Give 0 for a mark that was never counted."""
        return 0


@dataclass
class Marks:
    """How a page marks its labels, counted over the labels that are known.

    Args:
        labels: how many known labels have a mark.
        lines: how many lines have it.
        values: how many known labels are followed by a line that has it.
        valued: how many known labels with a mark are followed by a line that is no label.
        values_in_all: how many known labels are followed by a line that is no label, whatever their mark.
        inside: how many known labels with a mark begin in the middle of a line.
        parts: the marks that the stretches of known labels have, by the mark of their first.
        shares: how many known labels with a mark have their value beside them on the line, behind a colon.
        bare_shares: how many have it there without a colon.
        closed: how many known labels with a mark end with a colon; those within a section do not count.
        opened: how many do not.
        colons: how many known labels with a mark have nothing but a colon between them and their value.
        sign: what the page puts between a label and its value, where that is no colon.
        of_form: the places of the lines that are labels by the form in which the page writes labels that nothing marks;
            `None` where it has no such form.
    """

    labels: Counts = field(default_factory=Counts)
    lines: Counts = field(default_factory=Counts)
    values: Counts = field(default_factory=Counts)
    valued: Counts = field(default_factory=Counts)
    values_in_all: int = 0
    inside: Counts = field(default_factory=Counts)
    parts: dict[str, set[str]] = field(default_factory=dict)
    shares: Counts = field(default_factory=Counts)
    bare_shares: Counts = field(default_factory=Counts)
    closed: Counts = field(default_factory=Counts)
    opened: Counts = field(default_factory=Counts)
    colons: Counts = field(default_factory=Counts)
    sign: str = ""
    of_form: Collection[int] | None = None
    _apart: dict[tuple[str, bool], bool] = field(default_factory=dict, compare=False)

    def purity_beside(self, mark: str, *, is_label: bool) -> float:
        """Give the share of the other lines with a mark that are known labels, 0 to 1.

        The line itself does not count, or every choice would vouch for itself; few lines count for little.
        """
        return max((self.labels[way] - is_label) / self.lines[way] for way in _ways(mark) if self.lines[way])

    def sets_apart(self, mark: str, *, is_value: bool = False) -> bool:
        """Tell whether a mark is the page's way of marking a label: labels have it, and hardly anything else.

        Args:
            mark: the mark.
            is_value: whether the line in question was counted as a value itself, which must not tell against it.
        """
        known = self._apart.get((mark, is_value))
        if known is None:
            # Where it is values that have a mark, places among siblings tell labels and values apart.
            is_of_values = not self.labels[mark] and self.values[mark] - is_value >= FEWEST_MARKED
            # Of two labels in such an element one may stand on a line of its own, and one behind a line break.
            ways = [*_ways(mark), *([_anywhere(mark)] if self.labels[mark] and not mark.endswith(">") else [])]
            known = not is_of_values and any(self._sets_apart(way, own=is_value) for way in ways)
            self._apart[mark, is_value] = known
        return known

    def sets_apart_anywhere(self, mark: str) -> bool:
        """Tell the same of a mark wherever in its block a line with it stands."""
        return self._sets_apart(_anywhere(mark))

    def begins_inside(self, mark: str) -> bool:
        """Tell whether a mark of a label sets it apart in the middle of a line too."""
        return bool(self.inside[mark]) and self.sets_apart(mark)

    def are_told_by_colon(self, mark: str) -> bool:
        """Tell whether labels with a mark have nothing but a colon between them and their value."""
        return any(self.colons[way] >= FEWEST_MARKED for way in _ways(mark))

    def have_values_beside(self, mark: str, *, is_closed: bool) -> bool:
        """Tell whether labels with a mark, at any place among siblings, have values beside them, behind a colon or not.

        The one that does may be the first of the page, and so alone at its place.
        """
        shares = self.shares if is_closed else self.bare_shares
        return any(shares[way] for way in _ways(mark))

    def mark_both(self, mark: str) -> bool:
        """Tell whether labels and values have a mark, so that it tells neither."""
        # Of lines that line breaks part the first is marked otherwise.
        ways = (*_ways(mark), _anywhere(mark)) if "/br:" in mark else _ways(mark)
        have_both = any(self.labels[way] >= FEWEST_ALIKE and self.values[way] >= FEWEST_MARKED for way in ways)
        return have_both and not self.sets_apart(mark)

    def is_of_values(self, mark: str) -> bool:
        """Tell whether a mark is that of an element in which known values stand, and no text around it."""
        return bool(mark) and not mark.endswith(">") and self.values[mark] >= FEWEST_MARKED

    def set_most_apart(self) -> bool:
        """Tell whether most labels of the page have a mark that sets them apart."""
        counts = {mark: count for mark, count in self.labels.items() if not mark.startswith(_ANYWHERE)}
        apart = sum(count for mark, count in counts.items() if self.sets_apart(mark))
        return apart >= MOST_APART * sum(counts.values())

    def _sets_apart(self, mark: str, *, own: bool = False) -> bool:
        known = self.labels[mark]
        if known < FEWEST_MARKED or known < SETS_APART * self.lines[mark]:
            return False
        # Only where the page shows other values, marked otherwise, is this one an accident.
        if own and self.values_in_all - self.values[mark] <= FEWEST_VALUES:
            own = False
        return self.values[mark] - own <= VALUES_MARKED_ALIKE * self.valued[mark]


@lru_cache(maxsize=4096)
def _other_ways(mark: str) -> tuple[str, ...]:
    """Give the keys under which a mark is counted as well: without places, and wherever in its block it stands."""
    return (*(_ways(mark) - {mark}), _anywhere(mark))


@lru_cache(maxsize=4096)
def _anywhere(mark: str) -> str:
    """Give the key under which a mark is counted wherever in its block a line with it stands."""
    return _ANYWHERE + wherever_in_block(mark)


@lru_cache(maxsize=4096)
def _ways(mark: str) -> frozenset[str]:
    """Give a mark as it is and without the places among siblings, which matter on some pages only."""
    return frozenset({mark, without_places(mark)})


def without_places(mark: str) -> str:
    """Leave out of a mark the places among siblings."""
    return _PLACES.sub(r"\1", mark)


def wherever_in_block(mark: str) -> str:
    """Leave out of a mark the places among siblings and lines."""
    return without_places(mark).replace("/br:", ":", 1)


@lru_cache(maxsize=4096)
def mark_of_box(mark: str) -> str:
    """Give the mark of a text straight in the box in which a marked stretch stands."""
    return ">".join([*mark.split(">")[:2], ""]) if mark.count(">") > 1 else mark


def count_lines(items: Iterable[Item]) -> Counts:
    """Count the lines of each mark, which are the same whatever the labels are."""
    lines = Counts(Counter([item.mark for item in items if item.line is not None]))
    _count_in_all_ways(lines)
    return lines


def count_marks(items: Sequence[Item], chosen: Mapping[Label, int], labels: LabelIndex, lines: Counts) -> Marks:
    """Count how the page marks the labels that are known, and what else it marks so.

    Args:
        items: the items of the page.
        chosen: where its labels are.
        labels: the labels; those within a section count wherever they stand.
        lines: how many lines have each mark.
    """
    marks = Marks(lines=lines)
    known = set(chosen.values())
    for number, item in enumerate(items):
        if item.label is not None and item.line is not None and (number in known or item.label in labels.inner):
            _count_label(marks, items, number, is_known=number in known)
    for counts in (
        *(marks.labels, marks.values, marks.valued, marks.inside, marks.colons),
        *(marks.shares, marks.bare_shares, marks.closed, marks.opened),
    ):
        _count_in_all_ways(counts)
    for mark, said in tuple(marks.parts.items()):
        for way in _other_ways(mark):
            marks.parts.setdefault(way, set()).update(said)
    return marks


def _count_label(marks: Marks, items: Sequence[Item], number: int, *, is_known: bool) -> None:
    """Count a label under its mark as it is, and the value below it under the value's."""
    item, following = items[number], items[number + 1] if number + 1 < len(items) else None
    mark = item.mark
    is_closed = ends_with_colon(items, number)
    counters = [marks.labels]
    if item.continues:
        counters.append(marks.inside)
    if item.evidence is Evidence.COLON or _is_told_by_colon(item, following):
        counters.append(marks.colons)
    if following is not None and following.continues:
        counters.append(marks.shares if is_closed else marks.bare_shares)
    if is_known:
        counters.append(marks.closed if is_closed else marks.opened)
        if following is not None and _is_value(items, number + 1):
            counters.append(marks.valued)
            marks.values_in_all += 1
            marks.values[following.mark] = marks.values.get(following.mark, 0) + 1
    for counter in counters:
        counter[mark] = counter.get(mark, 0) + 1
    said = marks.parts.setdefault(mark, set())
    said.update([run.mark for run in item.runs if run.mark not in said and fold(run.text)])


def _count_in_all_ways(counts: Counts) -> None:
    """Count each mark in its other ways, too, once for all lines that have it: a page has few marks."""
    for mark, count in tuple(counts.items()):
        for way in _other_ways(mark):
            counts[way] = counts.get(way, 0) + count


def _is_value(items: Sequence[Item], number: int) -> bool:
    """Tell whether the line below a label is its value, and no label or heading of what follows."""
    item = items[number] if number < len(items) else None
    if item is None or item.line is None or item.label:
        return False
    return not (item.line.is_heading and belongs_below(items, number))


def _is_told_by_colon(item: Item, following: Item | None) -> bool:
    """Tell whether a label whose words are several stretches has a value that is marked as it is, behind a colon."""
    if following is None or following.mark != item.mark or not following.continues:
        return False
    return item.text.endswith(":") or _begins_with_colon(following)


def ends_with_colon(items: Sequence[Item], number: int) -> bool:
    """Tell whether a colon stands behind an item, as part of it or at the beginning of what continues its line."""
    following = items[number + 1] if number + 1 < len(items) else None
    return items[number].text.endswith(":") or _begins_with_colon(following)


def _begins_with_colon(item: Item | None) -> bool:
    return item is not None and item.continues and "".join(run.text for run in item.runs).lstrip().startswith(":")


def belongs_below(items: Sequence[Item], number: int) -> bool:
    """Tell whether a line shares its box with the item after it rather than with the one before it."""
    path = items[number].block.path
    above = items[number - 1].block.path if number else ()
    below = items[number + 1].block.path if number + 1 < len(items) else ()
    return shared_depth(path, below) > shared_depth(path, above)


def belongs_above(items: Sequence[Item], number: int) -> bool:
    """Tell whether a line shares its box with the item before it rather than with the one after it."""
    path, above, below = (items[place].block.path for place in (number, number - 1, number + 1))
    return shared_depth(path, above) > shared_depth(path, below)


def shared_depth(path: Path, other: Path) -> int:
    """Count the elements, from the outermost, that two lines share."""
    depth = min(len(path), len(other))
    # A number stands for one box only, so where two lines share it, they share all around it. Neighbours share most.
    while depth and path[depth - 1] != other[depth - 1]:
        depth -= 1
    return depth


def common_box(paths: Iterable[Path]) -> Path:
    """Give the path of the smallest element that holds all paths."""
    levels = zip(*paths, strict=False)
    return tuple(level[0] for level in takewhile(lambda level: len(set(level)) == 1, levels))
