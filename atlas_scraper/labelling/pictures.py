"""Pictures that stand beside a label, or below it in place of a value: what they are called, which may be nothing.

An icon that a page draws beside each of its labels says nothing of any of them.
"""

from collections.abc import Sequence

from atlas_scraper.blocks.document import PICTURE, SIGN, Line
from atlas_scraper.labelling.division import Division
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import shared_depth

_DRAWN = frozenset({PICTURE, SIGN})


def pictures_at(division: Division, label: Label) -> list[str]:
    """Give the names of what the page draws or hides at a label and not at most others; the site's own are none.

    Args:
        division: the page.
        label: a label that it has.
    """
    unseen = [line for line in division.document.hidden if line.block]
    if not unseen:
        return []
    own = _names_at(division, division.found[label], unseen)
    if not own:
        return []
    usual = sorted(len(_names_at(division, place, unseen)) for place in division.found.values())
    is_site_s = division.labels.words.may_be_action
    return [name for name in own if not is_site_s(name)] if len(own) > usual[len(usual) // 2] else []


def _names_at(division: Division, place: int, unseen: Sequence[Line]) -> list[str]:
    """Give what is drawn or hidden on the line of an item, and what is drawn from there up to the next one."""
    line = division.items[place].line
    if line is None:
        return []
    following = next((item for item in division.items[place + 1 :] if not item.continues), None)
    end = following.line if following else None
    return [
        each.text if each.landmark in _DRAWN else f"hidden: {each.text}"
        for each in unseen
        if each.block == line.block or _is_between(each, line, end)
    ]


def _is_between(drawn: Line, line: Line, end: Line | None) -> bool:
    """Tell whether something is drawn between two lines, and not in a box with the second one."""
    if end is None or drawn.landmark not in _DRAWN or not line.block < drawn.block < end.block:
        return False
    return shared_depth(drawn.path, line.path) >= shared_depth(drawn.path, end.path)
