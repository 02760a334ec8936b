"""Paginators: steps back and forth and page numbers, on one line or one element each.

They are no content, but say whether a table goes on: the other pages of a table are separate requests, so a
paginator with more than one page means that rows are missing. Page numbers are all listed, from 1,000 on with
a no-break space in them; the words may be message keys (`pagination.page.suivant`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from atlas_scraper.blocks.document import Block, PageTable, with_lines
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.words import SiteWords
from atlas_scraper.values.text import tidy

_NUMBERS = re.compile(r"\d+")
_LONGEST = 4000  # characters
_AROUND_NUMBERS = " \t\r\n\xa0|,/·-"
_ROWS_AND_ALL = 3  # numbers: the first row that is shown, the last, and how many there are


@dataclass(frozen=True)
class Paginator:
    """A paginator: its items, the number of pages it lists and the addresses of the others."""

    items: list[Item]
    pages: int
    links: list[str]


def with_pages_apart(table: PageTable, words: SiteWords) -> list[Block]:
    """Give boxes that were taken for a table, with the list of pages in their last row as lines; else nothing.

    A list of pages looks like a row where it has as many items as those above it. A row above it alone is no table.
    """
    if not table.is_boxes or not (last := [cell.text for cell in table.rows[-1] if cell.text]):
        return []
    if not all(map(words.is_pager, last)) or not _say_pages(" ".join(last), words):
        return []
    *rows, pages = with_lines(table).rows
    inner = [block for row in rows for cell in row for block in cell.blocks]
    above = [table._replace(rows=tuple(rows), plain=None)] if len(rows) > 1 else inner
    return [*above, *(block for cell in pages for block in cell.blocks)]


def find_paginators(items: Sequence[Item], labels: LabelIndex) -> list[Paginator]:
    """Find the paginators of a page: runs of lines that hold nothing but steps and page numbers."""
    words = labels.words
    parts = [
        number
        for number, item in enumerate(items)
        if not item.is_authors
        and item.label is None
        and item.line is not None
        and len(item.text) <= _LONGEST
        and words.is_pager(item.text)
    ]
    found: list[Paginator] = []
    for _, stretch in groupby(enumerate(parts), key=lambda part: part[1] - part[0]):  # the same in lines right below
        numbers = [number for _, number in stretch]
        group, before = [items[number] for number in numbers], items[numbers[0] - 1] if numbers[0] else None
        # The last cell of a row above may hold numbers; a paginator's first is 1, once.
        while group and _is_above(group, before, labels):
            before = group.pop(0)
        if group and _is_paginator(group, words):
            found.append(_paginator(group, words))
    return found


def _is_above(group: Sequence[Item], before: Item | None, labels: LabelIndex) -> bool:
    """Tell whether the first line of a group holds numbers that are none of its pages'.

    Args:
        group: the lines.
        before: the item before them: a label whose value the line may be, or a column's name, whose value a lone number
            is.
        labels: the labels.
    """
    if before is not None and before.label and before.label.fits and before.label.fits(group[0].text):
        return True
    is_value = before is not None and labels.is_column(before.text)
    words = group[0].text.split()
    if not all(map(str.isdigit, words)):
        return False
    if words[0] != "1":
        return True
    others = [number for item in group[1:] for number in _NUMBERS.findall(item.text)]
    return "1" in others or (is_value and words == ["1"] and not others)


def pages_of_text(text: str, words: SiteWords) -> int | None:
    """Give the number of pages that a paginator in a table's cell lists; `None` when the text is none."""
    if len(text) > _LONGEST or not words.is_pager(text):
        return None
    listed = map(int, _NUMBERS.findall(words.rows_shown.sub(" ", text)))
    return max([1, *listed, *_pages_of_rows(text, words)])


def _pages_of_rows(text: str, words: SiteWords) -> Iterator[int]:
    """Give how many pages there are by what says which rows are shown: `1 à 10 sur 18`, or `18 …, … 1 à 10`."""
    for shown in words.rows_shown.finditer(text):
        numbers = sorted(map(int, _NUMBERS.findall(shown.group())))
        if len(numbers) == _ROWS_AND_ALL:
            first, last, everything = numbers
            yield ceil(everything / (last - first + 1))


def _is_paginator(group: Sequence[Item], words: SiteWords) -> bool:
    """Tell whether lines are a paginator: its words say so, signs on both sides of a number, or links of numbers."""
    text = " ".join([item.text for item in group])
    if words.rows_shown.search(text) or _say_pages(text, words):
        return True
    return _NUMBERS.search(text) is not None and _are_linked_numbers(group)


def _say_pages(text: str, words: SiteWords) -> bool:
    """Tell whether the words of a text are those of a paginator, or signs on both sides of a number."""
    if words.sure_step.search(text):
        return True
    return _NUMBERS.search(text) is not None and len(words.steps.findall(text)) > 1


def _are_linked_numbers(group: Sequence[Item]) -> bool:
    """Tell whether lines list all numbers from 1 on, of which one is shown and the others are linked to."""
    runs = [run for item in group for run in item.runs if _NUMBERS.search(run.text)]
    are_counted = [run.text.strip(_AROUND_NUMBERS) for run in runs] == [str(1 + place) for place in range(len(runs))]
    return are_counted and len(runs) > 1 and sum(bool(run.href) for run in runs) == len(runs) - 1


def _paginator(items: list[Item], words: SiteWords) -> Paginator:
    numbers = [int(number) for item in items for number in _numbers(item, words)]
    numbers += [pages for item in items for text in _texts(item, words) for pages in _pages_of_rows(text, words)]
    # Numbers first: their links are in the order of the pages, `Suivant` and `>>` repeat some of them.
    by_number = sorted(items, key=lambda item: not item.text.strip().isdigit())
    links = [link for item in by_number for link in item.links if not link.startswith("#")]
    return Paginator(items, max(numbers, default=1), list(dict.fromkeys(links)))


def _texts(item: Item, words: SiteWords) -> list[str]:
    """Give the text of an item, each button apart, as a browser draws them, where one says which rows: `2 sur 2[1]`."""
    parts: list[str] = []
    was_button = True
    for run in item.runs:
        if run.interactive or was_button:
            parts.append(run.text)
        else:
            parts[-1] += run.text
        was_button = run.interactive
    return parts if len(parts) > 1 and any(map(words.rows_shown.search, parts)) else [item.text]


def _numbers(item: Item, words: SiteWords) -> list[str]:
    """Give the page numbers of an item; each run is an element, so a number of two groups stays one."""
    if words.rows_shown.search(item.text):
        return [each for text in _texts(item, words) for each in _NUMBERS.findall(words.rows_shown.sub(" ", text))]
    texts = [tidy(run.text) for run in item.runs]
    return [number for text in texts for number in _NUMBERS.findall(text.replace(" ", "" if len(text) < 8 else " "))]
