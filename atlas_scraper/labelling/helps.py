"""Helps between labels and what stands below them: `Format attendu : AAAA`, each in an element marked as a help is.

    <label>Année</label><small>Format attendu : AAAA</small><p>1971</p> … <h3>Contexte</h3><small>En bref.</small><p>…

Below labels of years and dates the line in between can be no value, and the next one is, for one of them at least. What
is marked as such lines are, and stands right below a label as well, is a help for that, whatever it says. Like the
frame around the content it is ignored and checked across pages. Where the markup itself says what describes a field,
see `blocks.descriptions`.
"""

from collections import defaultdict
from collections.abc import Sequence

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import without_places
from atlas_scraper.labelling.thresholds import FEWEST_HELPED, LONGEST_HELP, SHARE_OF_HELPS


def ignore_helps(items: Sequence[Item]) -> list[str]:
    """Ignore helps right below labels of a page's items, and give their texts."""
    labelled = [number for number, item in enumerate(items) if item.label is not None]
    helped, sure = _helped(items, labelled)
    marks = {mark for mark, found in helped.items() if len(found) >= FEWEST_HELPED} & sure
    marks -= {_own_mark(items[number]) for number in labelled} if marks else set()
    said: list[int] = []
    for mark in marks:
        alike = [number for number, item in enumerate(items) if _own_mark(item) == mark]
        below = [number for number in alike if _may_be_help(items[number]) and number - 1 in {*labelled}]
        if len(below) >= SHARE_OF_HELPS * len(alike):
            said += below
    for number in said:
        items[number].ignore("help below most labels")
    return sorted({items[number].text for number in said})


def _helped(items: Sequence[Item], labelled: Sequence[int]) -> tuple[dict[str, set[Label]], set[str]]:
    """Give the marks of lines below labels that are not their values, with those; and those before a value, for sure.

    What a value is marked as is no help.
    """
    helped: defaultdict[str, set[Label]] = defaultdict(set)
    sure: set[str] = set()
    of_values: set[str] = set()
    for number in labelled:
        label, below = items[number].label, items[number + 1] if number + 1 < len(items) else None
        if label is None or label.fits is None or below is None or below.label is not None:
            continue
        if label.fits(below.text):
            of_values.add(_own_mark(below))
        elif _may_be_help(below):
            helped[_own_mark(below)].add(label)
            value = items[number + 2] if number + 2 < len(items) else below
            if value.line is not None and value.label is None and label.fits(value.text):
                sure.add(_own_mark(below))
                of_values.add(_own_mark(value))
    return helped, sure - of_values


def _may_be_help(item: Item) -> bool:
    """Tell whether an item is a short line of its own, and no heading, field or link."""
    line = item.line
    is_plain = line is not None and not (line.is_heading or line.is_value or item.has_link or item.continues)
    return is_plain and item.label is None and item.fate is None and len(item.text) <= LONGEST_HELP


def _own_mark(item: Item) -> str:
    """Give how a line is marked, wherever it stands: by its own box and the stretches in it."""
    return without_places(item.mark).partition(">")[2]
