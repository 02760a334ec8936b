"""Pictures that stand beside a label, or below it in place of a value: what they are called, which may be nothing.

An icon that a page draws beside each of its labels says nothing of any of them.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from atlas_scraper.blocks.document import PICTURE, SIGN, Line
from atlas_scraper.labelling.division import Division
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import shared_depth
from atlas_scraper.labelling.thresholds import FEWEST_MARKED
from atlas_scraper.values.text import fold

_DRAWN = frozenset({PICTURE, SIGN})
_HIDDEN = "hidden: "


def pictures_at(division: Division, label: Label) -> list[str]:
    """Give the names of what the page draws or hides at a label and not at most others; the site's own are none.

    Args:
        division: the page.
        label: a label that it has.
    """
    return _own_names(division, label, lambda _: True)


def drawn_at(division: Division, label: Label) -> list[str]:
    """Give the words that pictures say at a label and at most others do not, each once; arguments as in `pictures_at`.

    A picture that says by a colon what it is about (`Statut : En cours`) says what stands behind that.
    """
    words = division.labels.words
    says = lambda name: not name.startswith(_HIDDEN) and fold(name) and not words.is_empty(name)  # noqa: E731
    return list(dict.fromkeys(name.rpartition(": ")[2] for name in _own_names(division, label, says)))


def _own_names(division: Division, label: Label, counts: Callable[[str], object]) -> list[str]:
    """Give such names at a label, of those that count, where it has more of them than most others."""
    unseen = [line for line in division.document.hidden if line.block]
    own = _at(division, division.found[label], unseen) if unseen else []
    if not any(counts(_name_of(line)) for line in own):
        return []
    others = [_at(division, place, unseen) for other, place in division.found.items() if other is not label]
    drawn = Counter(drawing for lines in others for drawing in {_drawing_of(line) for line in lines} - {""})
    names = [name for line in own if drawn[_drawing_of(line)] < FEWEST_MARKED and counts(name := _name_of(line))]
    usual = sorted(sum(bool(counts(_name_of(line))) for line in lines) for lines in (*others, own))
    is_site_s = division.labels.words.may_be_action
    return [name for name in names if not is_site_s(name)] if len(names) > usual[len(usual) // 2] else []


def _name_of(line: Line) -> str:
    return line.text if line.landmark in _DRAWN else f"{_HIDDEN}{line.text}"


def _drawing_of(line: Line) -> str:
    """Give what tells a sign from others, which stands beside other labels as well where it says nothing of any."""
    return line.runs[0].mark if line.landmark == SIGN and line.runs else ""


def _at(division: Division, place: int, unseen: Sequence[Line]) -> list[Line]:
    """Give what is drawn or hidden on the line of an item, and what is drawn from there up to the next one."""
    line = division.items[place].line
    if line is None:
        return []
    following = next((item for item in division.items[place + 1 :] if not item.continues), None)
    end = following.line if following else None
    return [each for each in unseen if each.block == line.block or _is_between(each, line, end)]


def _is_between(drawn: Line, line: Line, end: Line | None) -> bool:
    """Tell whether something is drawn between two lines, and not in a box with the second one."""
    if end is None or drawn.landmark not in _DRAWN or not line.block < drawn.block < end.block:
        return False
    return shared_depth(drawn.path, line.path) >= shared_depth(drawn.path, end.path)
