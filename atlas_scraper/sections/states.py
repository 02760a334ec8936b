"""Several states below the label of one: a page shows all that there are, and marks the one that it is.

    <ol><li>En sommeil</li><li aria-current="step">Terminé</li><li>En cours</li></ol>

Only what the markup itself says of one alone marks it (`blocks.emphasis`); a class may mean anything.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from atlas_scraper.blocks.emphasis import is_set_off
from atlas_scraper.labelling.items import Item
from atlas_scraper.values.text import fold

_BETWEEN = re.compile(r"[\s/|,;·•>›→–—-]*")  # the signs of choices say more


class States(NamedTuple):
    """States that stand below a label.

    Args:
        items: the lines that list them.
        chosen: the words of the one that is marked; `None` where none is, or several are.
        text: what the lines say.
    """

    items: Sequence[Item]
    chosen: str | None
    text: str


def listed_states(items: Sequence[Item], pattern: re.Pattern[str]) -> States | None:
    """Give the states that the first of some lines list, two or more and nothing else; `None` where they do not.

    Args:
        items: the lines below a label.
        pattern: matches the words of any state.
    """
    lines: list[Item] = []
    found: list[tuple[str, bool]] = []
    for item in items:
        states = _states_of(item, pattern) if item.line is not None and item.fate is None else []
        if not states:
            break
        lines.append(item)
        found += states
    if len({fold(text) for text, _ in found}) < 2:
        return None
    chosen = [text for text, is_marked in found if is_marked]
    return States(lines, chosen[0] if len(chosen) == 1 else None, " / ".join(text for text, _ in found))


def _states_of(item: Item, pattern: re.Pattern[str]) -> list[tuple[str, bool]]:
    """Give the states that a line consists of, each with whether it is set off; none where it says anything else."""
    text = "".join([run.text for run in item.runs])
    found = list(pattern.finditer(text))
    ends = [0, *[end for state in found for end in state.span()], len(text)]
    if not found or not all(_BETWEEN.fullmatch(text, begin, end) for begin, end in list(pairwise(ends))[::2]):
        return []
    marks = [run.mark for run in item.runs for _ in run.text]
    return [(state.group(), is_set_off(marks[state.start()])) for state in found]
