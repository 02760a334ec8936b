"""What stands around the content where a rendition keeps no boxes: a breadcrumb above it, links that end the page."""

import re
from collections.abc import Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.values.text import fold

_FEWEST_STEPS = 3  # of a breadcrumb; two of its words may stand in a menu
_FEWEST_LINKS = 2  # that end a page
_BETWEEN_STEPS = re.compile(r"[>›»/|]")


def start_of_trail(items: Sequence[Item], first: int, labels: LabelIndex) -> int:
    """Give where the breadcrumb above the first label begins, which stands over all content; 0 where there is none.

    A single step of it, as in a menu, is none.
    """
    is_step = [item.line is not None and labels.words.is_trail(item.text) for item in items[:first]]
    end = next((number for number in range(first - 1, -1, -1) if is_step[number]), -1)
    start = end
    while start > 0 and is_step[start - 1]:
        start -= 1
    steps = [step for item in items[start : end + 1] for step in _BETWEEN_STEPS.split(item.text) if fold(step)]
    return start if len(steps) >= _FEWEST_STEPS else 0


def start_of_last_links(items: Sequence[Item], last: int) -> int:
    """Give where the links that end a page begin, entries of a list each, as at its foot; its end where none do.

    Right below the last label they may be what that is about.
    """
    start = len(items)
    while start > last + 1 and items[start - 1].table is None and all(run.interactive for run in items[start - 1].runs):
        start -= 1
    return start if last + 1 < start <= len(items) - _FEWEST_LINKS else len(items)
