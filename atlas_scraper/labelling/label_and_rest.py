"""A line cut into the words that are marked as a label, and what stands behind them."""

import re
from functools import lru_cache

from atlas_scraper.blocks.document import Run
from atlas_scraper.blocks.emphasis import is_plain
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.marks import Marks, mark_of_box
from atlas_scraper.labelling.other_marks import mark_around, mark_of_row
from atlas_scraper.labelling.signs import without_sign
from atlas_scraper.values.text import fold, tidy

_COLON = re.compile(r"^(?:\* ?)?(?::|\.(?= )) *")  # or a full stop, behind the mark of a required field perhaps


def whole_label(item: Item, marks: Marks, *, is_value: bool = False) -> Item:
    """Give a line that begins in an element of its own, as `<abbr>`, with the mark of what is around if labels have it.

    The whole line, or the label on it, may stand in one that says nothing itself, as an editor's `<span>`. And a row
    that is alone where others stand beside each other is marked otherwise than those.

    Args:
        item: the line.
        marks: how the page marks its labels.
        is_value: whether the line was counted as a value itself, which must not tell against it.
    """
    if item.continues or not item.block.path or not item.runs:
        return item
    ways = _ways_of_labels(item.mark, marks, own=is_value)
    if item.mark not in marks.labels:
        box = mark_of_box(item.mark)
        ways += (box,) if any(run.mark == box and fold(run.text) for run in item.runs) else ()
    mark = next((way for way in ways if marks.labels[way] and marks.sets_apart(way)), item.mark)
    if mark == item.mark:
        return item
    whole = item.without_label()
    whole.mark = mark
    return whole


def may_be_whole(mark: str, marks: Marks) -> bool:
    """Tell whether labels are marked as a line would be without an element that says nothing, or among other rows."""
    return any(map(marks.sets_apart, _ways_of_labels(mark, marks)))


def _ways_of_labels(mark: str, marks: Marks, *, own: bool = False) -> tuple[str, ...]:
    """Give how labels may be marked in place of a line that is marked as neither labels nor values are."""
    ways = _other_ways(mark)
    if not ways or marks.values[mark] > own or (mark in marks.labels and marks.sets_apart(mark)):
        return ()
    around = mark_around(mark)
    return () if around[-1:] != ">" and marks.values[around] else ways  # words of a value, such as a translator's


@lru_cache(maxsize=4096)
def _other_ways(mark: str) -> tuple[str, ...]:
    """Give the marks of a line without an element that says nothing, and among other rows; none of most lines."""
    ways = (mark_around(mark), mark_of_box(mark)) if is_plain(mark) else ()
    row = mark_of_row(mark)
    return ways if row == mark else (*ways, row)


def cut_at_label(item: Item, marks: Marks) -> tuple[str, list[Item]]:
    """Cut a line into the words marked as a label and the rest."""
    if len(item.runs) == 1 and not item.continues:  # as nearly all lines are
        text = item.text
        rest: tuple[Run, ...] = ()
    else:
        text, rest = _marked_words(item, marks)
    if rest:
        value = without_sign(_COLON.sub("", text_of(rest), count=1), marks.sign)
        return text, [Item(item.block, value, rest)] if value else []
    if ":" in text and marks.colons[item.mark]:
        text, _, after = text.partition(":")
        return text, [Item(item.block, tidy(after))] if after.strip() else []
    return text, []


def _marked_words(item: Item, marks: Marks) -> tuple[str, tuple[Run, ...]]:
    """Give the words at the beginning of a line that are marked as a label, and the stretches behind them."""
    like_labels = {item.mark} | marks.parts.get(item.mark, set())
    if item.mark in {mark_around(item.runs[0].mark), mark_of_row(item.runs[0].mark)}:
        like_labels.add(item.runs[0].mark)  # the line was given the mark of what is around its first words
    # Where no known label shares its line with a value, what is marked further within a label is part of it.
    is_alone = not any(marks.have_values_beside(item.mark, is_closed=is_closed) for is_closed in (False, True))
    end = 0
    for run in item.runs:
        if run.text.strip() and run.mark not in like_labels and not (is_alone and run.mark.startswith(item.mark)):
            break
        end += 1
    return text_of(item.runs[:end]), item.runs[end:]
