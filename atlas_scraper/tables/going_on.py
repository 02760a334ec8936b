"""What says beside a table that it goes on elsewhere, in other forms than a paginator's: counts, links, page numbers.

    Lignes 1-5 / 12        … et 7 autres        Afficher plus        1 2 3 … 9

Below a table's label such words are about its rows; in a text they would be an author's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from atlas_scraper.blocks.document import Run
from atlas_scraper.labelling.frame import ONCE_MORE
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import shared_depth
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.labelling.words import SiteWords
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.values.addresses import project_id_of
from atlas_scraper.values.text import tidy

_LONGEST = 200  # characters of words that say that a table goes on
_AROUND = " \t\r\n\xa0|,/·-[]()"
_SAYS_NOTHING = (ONCE_MORE, "empty table", "row count")
_COUNT_BEHIND = re.compile(r"\((\d{1,4})\)\s*+\Z")
_MOST_SIGNS = 6  # of a paginator, beside its numbers
_GAPS = ("…", "...")
_NOWHERE = ("#", "javascript:")


def say_going_on(reader: SectionReader, label: Label, count: int) -> None:
    """Say that a table goes on elsewhere, where anything in its section that nobody took says so.

    Args:
        reader: the page.
        label: the section.
        count: how many rows were read.
    """
    items = reader.division.sections.get(label, ())
    first = [reader.heading(label), *(item.text for item in items[:1] if item.by == "row count")]
    for text in first:
        if (found := _COUNT_BEHIND.search(text)) and int(found[1]) > count:
            reader.issue(IssueCode.MISSING_ROWS, label.field, f"it goes on: {text}")
            return
    own = reader.items[reader.place(label)].block.path
    taken = [item.block.path for item in items if item.by == label.field]
    depth = max([shared_depth(path, own) for path in taken], default=0)
    # Where a paginator lists its pages, the numbers tell how many there are, whatever its steps link to.
    listed = {id(item) for each in reader.paginators_of(label) if _has_numbers(each.items) for item in each.items}
    for group in _groups([item for item in items if id(item) not in listed], label):
        path, text = group[0].block.path, " ".join(item.text for item in group)
        is_inside = any(shared_depth(path, other) >= depth for other in taken)
        if len(text) <= _LONGEST and is_inside and _says_more(reader, group, text, count):
            links = [link for item in group for link in item.links if not link.startswith(_NOWHERE)]
            others = f"; the others: {', '.join(links)}" if links else ""
            reader.issue(IssueCode.MISSING_ROWS, label.field, f"it goes on: {text}{others}")
            for item in group:
                if item.fate is None:
                    item.ignore("paginator")
            return


def says_more(text: str, words: SiteWords, count: int) -> bool:
    """Tell whether a text says of how many rows a page shows fewer.

    Args:
        text: the text.
        words: the site's.
        count: how many rows it shows, where the text only says how many there are.
    """
    for pattern in words.counts_of_rows:
        if found := pattern.fullmatch(text.strip(" .…")):
            numbers = {name: int(number) for name, number in found.groupdict().items() if number}
            shown = numbers.get("last", count) - numbers.get("first", 1) + 1
            return numbers["all"] > shown if "all" in numbers else any(numbers.values())
    return False


def says_all(text: str, words: SiteWords, count: int) -> bool:
    """Tell whether a text says of as many rows as were read that they are all; arguments as of `says_more`."""
    for pattern in words.counts_of_rows:
        if found := pattern.fullmatch(text.strip(" .…")):
            numbers = {name: int(number) for name, number in found.groupdict().items() if number}
            shown = numbers.get("last", count) - numbers.get("first", 1) + 1
            return numbers.get("all") == shown == count
    return False


def ignore_counts(reader: SectionReader, label: Label, count: int) -> None:
    """Ignore what says below a label how many rows there are, and agrees with those read, or asks for some of them."""
    for item in reader.items_of(label):
        if item.line is None or not any(map(str.isdigit, item.text)):
            continue
        if says_all(item.text, reader.words, count) or _asks_for_shown(item, reader.words, count):
            item.ignore("row count")


def _asks_for_shown(item: Item, words: SiteWords, count: int) -> bool:
    """Tell whether a button shows as many more rows, `Voir plus (2)`, as a page holds hidden at most: they are read."""
    if not all(run.interactive for run in item.runs if run.text.strip()):
        return False
    found = words.leads_on.fullmatch(item.text)
    return found is not None and bool(found["all"]) and int(found["all"]) < count


def _groups(items: Sequence[Item], label: Label) -> Iterator[list[Item]]:
    """Give the lines that the section did not take, those right below each other as one, and each alone."""
    left = [item for item in items if item.text and item.by not in {label.field, *_SAYS_NOTHING}]
    group: list[Item] = []
    for item, following in pairwise([*left, None]):
        if item is None:
            break
        group.append(item)
        is_next = following is not None and following.line is not None and item.line is not None
        if not (is_next and following and _are_numbers(item) and _are_numbers(following)):
            yield group
            group = []


def _has_numbers(items: Sequence[Item]) -> bool:
    return any(map(str.isdigit, "".join(item.text for item in items)))


def _are_numbers(item: Item) -> bool:
    return not any(map(str.isalpha, item.text))


def _says_more(reader: SectionReader, group: Sequence[Item], text: str, count: int) -> bool:
    words = reader.words
    if says_more(text, words, count):
        return True
    if group[0].table is not None:
        return _lists_pages(text, words)
    runs = [run for item in group for run in item.runs if run.text.strip(_AROUND)]
    return _counts_pages(runs, count) or any(_leads_on(reader, run, count) for run in runs)


def _lists_pages(text: str, words: SiteWords) -> bool:
    """Tell whether the cells of a row are the steps and numbers of a paginator, with more than one page."""
    numbers = [part for part in text.replace("|", " ").split() if part.isdigit()]
    is_pager = words.is_pager(text) and len(words.steps.findall(text)) > 1
    return is_pager and len(numbers) > 1 and _ascend(numbers)


def _counts_pages(runs: Sequence[Run], count: int) -> bool:
    """Tell whether stretches are the numbers of pages from 1 on, all but one of which may be pressed or lead on."""
    parts = [part for run in runs for part in run.text.strip(_AROUND).split()]
    numbers = [part for part in parts if part.isdigit()]
    if len(numbers) < 2 or not _ascend(numbers):
        return False
    are_in_turn = [int(number) for number in numbers] == list(range(1, len(numbers) + 1))
    if not (are_in_turn or any(gap in parts for gap in _GAPS)) or len(parts) > len(numbers) + _MOST_SIGNS:
        return False
    pressed = sum(run.interactive for run in runs if run.text.strip(_AROUND).isdigit())
    return pressed >= len(numbers) - 1 or (are_in_turn and len(runs) == len(numbers) != count)


def _ascend(numbers: Sequence[str]) -> bool:
    return numbers[0] == "1" and all(int(low) < int(high) for low, high in pairwise(numbers))


def _leads_on(reader: SectionReader, run: Run, count: int) -> bool:
    """Tell whether a link or a button leads to further rows; a link to the next project does not."""
    found = reader.words.leads_on.fullmatch(tidy(run.text)) if run.interactive else None
    if not found:
        return False
    if found["all"]:
        return int(found["all"]) > count
    if not found["next"]:
        return True
    own, other = project_id_of(reader.address or ""), project_id_of(run.href or "")
    return run.href is not None and not run.href.startswith(_NOWHERE) and (other is None or own == other)
