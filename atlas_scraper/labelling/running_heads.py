"""What the sheets of a printed page say at their heads and feet: `Page 2 / 4`, and what stands beside it on each.

It stands in the middle of a text or a table that goes on on the next sheet, and is none of its words. What numbers the
sheets from the first to the last tells where they end; like the frame, all of it is checked across pages. So does what
numbers the pages of an edition, one by one: `[p. 13]`, `[p. 14]`, `[p. 15]`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.thresholds import (
    FEWEST_SHEETS,
    FEWEST_UNCOUNTED_SHEETS,
    FEWEST_WITH_HEAD,
    LONGEST_IN_CHORUS,
    MOST_LINES_OF_HEAD,
)

RUNNING_HEAD = "head or foot of a sheet"
_DASHES = frozenset("-–—")
_FRAMES = " []()<>{}|-–—·•*_"
_ENDS = frozenset([*"0123456789", *_FRAMES])  # of a line with a number of a sheet
_NUMBER = re.compile(r"\d+")


def ignore_running_heads(items: Sequence[Item], labels: LabelIndex) -> list[str]:
    """Ignore what numbers the sheets of a page, and what comes again beside it on nearly each; give its texts."""
    sheet = labels.words.sheet
    numbered: defaultdict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    bare: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place in [place for place, item in enumerate(items) if item.text[-1:] in _ENDS]:
        item = items[place]
        said = item.text.rstrip(_FRAMES) if len(item.text) <= LONGEST_IN_CHORUS else ""
        if said[-1:].isdigit() and _may_run(item):
            if found := sheet.search(said):
                numbered[_masked(item.text)].append((place, found))
            elif said.strip(_FRAMES).isdecimal() and _is_no_value(items[place - 1], labels):
                bare[_masked(item.text), item.mark].append(place)
    beside = _leave_out_beside(items, sheet)
    running = {text for text, found in numbered.items() if _counts_sheets([match for _, match in found], text)}
    running -= {text for text in running if _counts_steps_of_text(numbered[text], items, labels)}
    alone = {place for places in bare.values() if _counts_pages(items, places, labels) for place in places}
    if not (running or alone):
        return beside  # none on nearly all pages
    for text in tuple(running):
        places = [place for place, _ in numbered[text]]
        for way in (-1, 1):
            running |= _beside(items, places, way)
    for place, item in enumerate(items):
        if place in alone or (_may_run(item) and _masked(item.text) in running):
            item.ignore(RUNNING_HEAD)
    return sorted({*beside, *(item.text for item in items if item.by == RUNNING_HEAD)})


def _leave_out_beside(items: Sequence[Item], sheet: re.Pattern[str]) -> list[str]:
    """Leave out what stands beside several labels on their lines and counts them, each of as many; give its texts."""
    counted = [(item, found) for item in items if item.beside and (found := sheet.fullmatch(item.beside))]
    numbers = [[int(number) for number in found.groups() if number] for _, found in counted]
    places, totals = [place for place, *_ in numbers], {(*total,) for _, *total in numbers}
    if len(numbers) < FEWEST_WITH_HEAD or len(totals) > 1 or totals == {()} or places != sorted({*places}):
        return []
    for item, _ in counted:
        item.beside = ""
    return sorted(found.string for _, found in counted)


def _counts_sheets(found: Sequence[re.Match[str]], text: str) -> bool:
    """Tell whether numbers count sheets from the first on: to the last, or at least some where none says how many.

    Those of the pages of an edition begin with any number, and stand alone on their lines; framed, each speaks for
    itself.
    """
    pairs = [[int(number) for number in match.groups() if number] for match in found]
    first = pairs[0][0]
    if [number for number, *_ in pairs] != [*range(first, first + len(pairs))]:
        return False
    totals = {total for _, *rest in pairs for total in rest}
    if totals and first == 1:
        return totals == {len(pairs)} and len(pairs) >= FEWEST_SHEETS
    is_of_edition = len(totals) <= 1 and all(not match.string[: match.start()].strip(_FRAMES) for match in found)
    is_framed = text[0] in _FRAMES and text[-1] in _FRAMES
    fewest = 1 if is_framed else FEWEST_UNCOUNTED_SHEETS
    return is_of_edition and len(pairs) >= fewest if first > 1 or is_framed else len(pairs) >= fewest


def _counts_pages(items: Sequence[Item], places: Sequence[int], labels: LabelIndex) -> bool:
    """Tell whether numbers alone on their lines count pages.

    They stand between dashes, or rise one by one, across labels, in a mark of their own.
    """
    text = items[places[0]].text
    if text[0] in _DASHES and text[-1] in _DASHES:
        return True
    numbers = [int(items[place].text.strip(_FRAMES)) for place in places]
    if len(places) < FEWEST_UNCOUNTED_SHEETS or numbers != [*range(numbers[0], numbers[0] + len(numbers))]:
        return False
    mark, of_mark = items[places[0]].mark, frozenset(places)
    return _go_across(places, items, labels) and not any(
        item.mark == mark for place, item in enumerate(items) if place not in of_mark
    )


def _counts_steps_of_text(
    numbered: Sequence[tuple[int, re.Match[str]]], items: Sequence[Item], labels: LabelIndex
) -> bool:
    """Tell whether numbers are of steps and not of sheets, and all in one text, which is its author's."""
    of_steps = any(found.groupdict().get("step") for _, found in numbered)
    return of_steps and not _go_across([place for place, _ in numbered], items, labels)


def _go_across(places: Sequence[int], items: Sequence[Item], labels: LabelIndex) -> bool:
    """Tell whether labels stand between the first and the last of some places."""
    return any(item.label in labels.rank for item in items[places[0] : places[-1]])


def _is_no_value(before: Item, labels: LabelIndex) -> bool:
    """Tell whether what stands behind an item is no value of that: it is no label, and no name of a column."""
    return before.label is None and not labels.is_column(before.text)


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
