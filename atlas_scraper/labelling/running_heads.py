"""What the sheets of a printed page say at their heads and feet: `Page 2 / 4`, and what stands beside it on each.

It stands in the middle of a text or a table that goes on on the next sheet, and is none of its words. What numbers the
sheets from the first to the last tells where they end; like the frame, all of it is checked across pages.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.thresholds import (
    FEWEST_SHEETS,
    FEWEST_UNCOUNTED_SHEETS,
    LONGEST_IN_CHORUS,
    MOST_LINES_OF_HEAD,
)

RUNNING_HEAD = "head or foot of a sheet"
_NUMBER = re.compile(r"\d+")


def ignore_running_heads(items: Sequence[Item], labels: LabelIndex) -> list[str]:
    """Ignore what numbers the sheets of a page, and what comes again beside it on nearly each; give its texts."""
    sheet = labels.words.sheet
    numbered: defaultdict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for place, item in enumerate(items):
        if item.text[-1:].isdigit() and _may_run(item) and (found := sheet.search(item.text)):
            numbered[_masked(item.text)].append((place, found))
    running = {text for text, found in numbered.items() if _counts_sheets([match for _, match in found])}
    if not running:
        return []  # as on nearly all pages
    for text in tuple(running):
        places = [place for place, _ in numbered[text]]
        for way in (-1, 1):
            running |= _beside(items, places, way)
    for item in items:
        if _may_run(item) and _masked(item.text) in running:
            item.ignore(RUNNING_HEAD)
    return sorted({item.text for item in items if item.by == RUNNING_HEAD})


def _counts_sheets(found: Sequence[re.Match[str]]) -> bool:
    """Tell whether numbers count sheets from the first on: to the last, or at least some where none says how many."""
    pairs = [[int(number) for number in match.groups() if number] for match in found]
    if [number for number, *_ in pairs] != [*range(1, len(pairs) + 1)]:
        return False
    totals = {total for _, *rest in pairs for total in rest}
    return totals == {len(pairs)} and len(pairs) >= FEWEST_SHEETS if totals else len(pairs) >= FEWEST_UNCOUNTED_SHEETS


def _beside(items: Sequence[Item], places: Sequence[int], way: int) -> set[str]:
    """Give what stands on one side of nearly each sheet's number, line by line, until it differs.

    The number of the first sheet has no foot above it, and that of the last no head below; what stands beside one
    number of two alone is also the first head of the page, above all labels, or its last foot.
    """
    first_label = next((place for place, item in enumerate(items) if item.label is not None), 0)
    outer = {_masked(item.text) for item in (items[:first_label] if way > 0 else items[places[-1] :])}
    beside: set[str] = set()
    for distance in range(1, MOST_LINES_OF_HEAD + 1):
        numbers = [number for place in places if 0 <= (number := place + way * distance) < len(items)]
        texts = Counter(_masked(items[number].text) for number in numbers if _may_run(items[number]))
        text, count = max(texts.items(), key=lambda both: both[1], default=("", 0))
        count += count < len(places) and text in outer
        if count < max(FEWEST_SHEETS, len(places) - 1):
            break
        beside.add(text)
    return beside


def _may_run(item: Item) -> bool:
    return item.line is not None and item.label is None and len(item.text) <= LONGEST_IN_CHORUS


def _masked(text: str) -> str:
    return _NUMBER.sub("0", text)
