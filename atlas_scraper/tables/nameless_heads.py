"""The heads of cards: what each begins with, and no name stands beside; they are the cells of the first column.

    <div><h4>Dosso</h4><p>Pays : Niger</p></div> <div><h4>Kayes</h4><p>Pays : Mali</p></div>

A head is a heading, or a line marked as the first one is and as neither names nor values are. Heads that count the
cards say nothing of them, however they are marked: `Ligne 1`, and in a list within that item what the row says.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from string import ascii_letters

from atlas_scraper.labelling.labels import is_prose
from atlas_scraper.labelling.marks import without_places
from atlas_scraper.tables.box_rows import Line, path_of
from atlas_scraper.tables.card_entries import ALONE, Entry, column_of, mark_of, most_of
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.name_marks import lacks_value
from atlas_scraper.values.text import fold

_LINK = re.compile(r">a(?:\.[^>]*+)?$")
_LETTERS = frozenset(ascii_letters)  # with which no number ends
_NUMBERED = re.compile(r"((?:\D*[^\W\d]\D*)?+)(\d{1,3})\W*+")  # `Partenaire n° 2`


def column_of_heads(named: Collection[PageColumn], columns: Sequence[PageColumn]) -> PageColumn | None:
    """Give the column whose cells the heads of cards are: of free text or an open vocabulary, and named by no card.

    It is the one that there is, or the first, which all rows have and behind which another kind stands, or a name.
    """
    left = [column for column in columns if column not in named and not column.may_lack_header]
    left = [column for column in left if column.is_free or column.is_open]
    if len(left) < 2 or not (left[0].always_filled or left[0].is_required):
        return left[0] if len(left) == 1 else None
    after = columns[columns.index(left[0]) + 1]
    return None if after in left else left[0]


def heads_of_cards(
    lines: Sequence[Line], known: Sequence[Entry | None], columns: Sequence[PageColumn]
) -> tuple[frozenset[int], PageColumn | None]:
    """Give the places of lines that are the heads of cards, and their column; `None` where they are of none.

    Args:
        lines: the lines.
        known: for each the cell that it begins by the name of a column.
        columns: the columns of the table.
    """
    named = {column for entry in known if entry and (column := column_of(entry.header, columns))}
    column = column_of_heads(named, columns)
    if places := _headings(lines, known):
        return places, None if _are_numbered([lines[place][0] for place in places]) else column
    places = _marked_as_first(lines, known, columns) if column else frozenset()
    return places, column if places else None


def heads_that_count(
    lines: Sequence[Line], known: Sequence[Entry | None], columns: Sequence[PageColumn]
) -> frozenset[int]:
    """Give the places of lines that only count the cards, from one on: each with a name of a column right below it.

    One alone may as well say what no name stands for, such as `Zone 1`, where the rows always say that. The first may
    be missing, as it is ignored where many labels have it below them; then the box of each other one holds its card.

    Args:
        lines: the lines.
        known: for each the cell that it begins by the name of a column.
        columns: the columns of the table.
    """
    places = _counting(lines, known, 2 if known[0] else 1)
    if not all(place + 1 < len(lines) and known[place + 1] for place in places):
        return frozenset()
    if known[0]:
        return frozenset(places if all(_holds_below(lines, place) for place in places) else ())
    named = {column for entry in known if entry and (column := column_of(entry.header, columns))}
    unnamed = column_of_heads(named, columns) if len(places) == 1 else None
    return frozenset() if unnamed and (unnamed.always_filled or unnamed.is_required) else frozenset(places)


def _counting(lines: Sequence[Line], known: Sequence[Entry | None], start: int) -> list[int]:
    """Give the places of lines that say the same but numbers, which count from a start on; none where others do."""
    if start == 1 and not _NUMBERED.fullmatch(lines[0][0]):
        return []
    numbered = [
        (place, found)
        for place, (text, _) in enumerate(lines)
        if not known[place] and text[-1:] not in _LETTERS and (found := _NUMBERED.fullmatch(text))
    ]
    for words in dict.fromkeys(found[1] for _, found in numbered):
        same = [(place, int(found[2])) for place, found in numbered if found[1] == words]
        if [number for _, number in same] == [*range(start, start + len(same))] and (start > 1 or same[0][0] == 0):
            return [place for place, _ in same]
    return []


def _holds_below(lines: Sequence[Line], place: int) -> bool:
    """Tell whether the box of a line holds the next one, and not the one above it."""
    box, above, below = (path_of(lines[number]) for number in (place, place - 1, place + 1))
    return above[: len(box)] != box == below[: len(box)] != below


def _headings(lines: Sequence[Line], known: Sequence[Entry | None]) -> frozenset[int]:
    """Give the places of headings that name no column: each heads a card, unless most stand right below a name.

    Where names mostly have their values beside them, one without may end a card; then all have to, the first as well.
    """
    places = [place for place, line in enumerate(lines) if not known[place] and _is_heading(line)]
    below = [place for place in places if place and (above := known[place - 1]) and above.way == ALONE]
    names = {mark_of(line) for line, entry in zip(lines, known, strict=True) if entry}
    are_alone = 2 * sum(entry.way == ALONE for entry in known if entry) >= sum(map(bool, known))
    are_values = len(below) == len(places) or (are_alone and 2 * len(below) > len(places))
    if are_values or any(mark_of(lines[place]) in names for place in places):
        return frozenset()
    return frozenset(places)


def _marked_as_first(
    lines: Sequence[Line], known: Sequence[Entry | None], columns: Sequence[PageColumn]
) -> frozenset[int]:
    """Give the places of lines marked as the first, where none of those names a column and names stand below them.

    Some of them may be links, and others not.
    """
    if known[0] or len(lines) < 2 or not known[1]:
        return frozenset()
    marks = [without_places(mark_of(line)) for line in lines]
    ways = ([_LINK.sub("", mark).rstrip(">") for mark in marks], marks, [mark_of(line) for line in lines])
    return next(filter(None, (_alike(lines, known, way, columns) for way in ways)), frozenset())


def _alike(
    lines: Sequence[Line], known: Sequence[Entry | None], marks: Sequence[str], columns: Sequence[PageColumn]
) -> frozenset[int]:
    """Give the places of lines with the mark of the first, where they may be heads."""
    places = [place for place, mark in enumerate(marks) if mark == marks[0]]
    texts = [lines[place][0] for place in places]
    if any(known[place] for place in places) or _are_numbered(texts) or any(map(_introduces, texts)):
        return frozenset()
    for start, end in pairwise([*places, len(lines)]):
        names = Counter(fold(entry.header) for entry in known[start:end] if entry)
        if any(count > most_of(name, columns) for name, count in names.items()):
            return frozenset()  # there are more cards than heads
    # A name without a value may end a card; where each has one, no value is marked so.
    below = [place for place, entry in enumerate(known[:-1], 1) if entry and not known[place] and _may_be_above(entry)]
    values = sum(marks[place] != marks[0] for place in below)
    are_beside = 2 * sum(entry.way == ALONE for entry in known if entry) < sum(map(bool, known))
    return frozenset(places) if are_beside or not below or 2 * values > len(below) else frozenset()


def _are_numbered(texts: Sequence[str]) -> bool:
    return all(map(_NUMBERED.fullmatch, texts))


def _may_be_above(entry: Entry) -> bool:
    """Tell whether the value of a name may stand below it: it has none beside it, nor a colon before one."""
    return entry.way == ALONE and not lacks_value(entry)


def _introduces(text: str) -> bool:
    """Tell whether a text is a sentence, or leads to what stands below it."""
    return text.rstrip().endswith((":", ".")) or is_prose(text) or not fold(text)


def _is_heading(line: Line) -> bool:
    first = line[1][0].line
    return first is not None and first.is_heading > 0
