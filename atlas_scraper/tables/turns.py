"""Names and values that take turns in boxes which nothing but their places tells apart.

Each box has a number, also where nothing stands in it, so the place of a name is an even number of boxes behind that of
the name before it, whether or not there is a value between the two. Where a known name stands elsewhere, no place tells
anything.
"""

from collections.abc import Sequence
from enum import Enum
from itertools import pairwise

from atlas_scraper.labelling.marks import Path, shared_depth

_FEWEST_PAIRS = 2  # names with a value right behind them; a lone one may be two names of a header


class Turn(Enum):
    """What stands at the place of a line."""

    NAME = "a name"
    VALUE = "a value"
    NEITHER = "what is in no box of names and values"


def turns_of(paths: Sequence[Path], are_names: Sequence[bool]) -> list[Turn] | None:
    """Tell what stands at the place of each line; `None` where names and values do not take turns.

    Args:
        paths: the boxes that each line stands in, outermost first.
        are_names: of which lines it is known that they are names; the first is one.
    """
    if len(paths) < 2 or not are_names[0]:
        return None
    level = shared_depth(paths[0], paths[1])
    numbers = [path[level] if len(path) > level else 0 for path in paths]
    is_beside = [path[:level] == other[:level] for path, other in pairwise(paths)]
    gaps = [
        after - number if beside else 0 for (number, after), beside in zip(pairwise(numbers), is_beside, strict=True)
    ]
    step = min((gap for gap in gaps if gap > 0), default=0)
    if not step:
        return None
    turns: list[Turn] = []
    last = 0  # the number of the last known name in the box around; 0 where there is none, or a line stands in no box
    for number, is_name, beside in zip(numbers, are_names, [False, *is_beside], strict=True):
        last = last if beside else 0
        if last and number and (number - last) % (2 * step if is_name else step):
            return None
        last = number if is_name and number else last
        is_of_value = last and (number - last) // step % 2
        turns.append(Turn.NEITHER if not (last and number) else Turn.VALUE if is_of_value else Turn.NAME)
    below = zip(are_names, turns[1:], gaps, strict=False)
    pairs = sum(is_name and turn is Turn.VALUE and gap == step for is_name, turn, gap in below)
    return turns if pairs >= _FEWEST_PAIRS else None


def names_among(turns: Sequence[Turn], texts: Sequence[str], are_names: Sequence[bool]) -> frozenset[int]:
    """Give the places of the lines that are names though nobody lists them: one of that text has a value behind it.

    Args:
        turns: what stands at the place of each line.
        texts: the words of each line, folded; empty where they are no name.
        are_names: of which lines it is known that they are names.
    """
    unlisted = [
        place
        for place, (turn, text, is_name) in enumerate(zip(turns, texts, are_names, strict=True))
        if turn is Turn.NAME and text and not is_name
    ]
    valued = {texts[place] for place in unlisted if turns[place + 1 : place + 2] == [Turn.VALUE]}
    return frozenset(place for place in unlisted if texts[place] in valued)
