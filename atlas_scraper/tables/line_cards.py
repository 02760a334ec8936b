"""Rows of a table that a page writes as a card of lines for each: `Pays : Canada`, or `Pays` and below it `Canada`.

Each line that begins with the name of a column begins a cell. A card ends where a name comes again, or with its box
where cards have one: names come again in other boxes, and in none of them twice. What else is marked as the names of
columns are, and as no value is, names a column that nobody has listed. The cards become a table under a header.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.labelling.items import text_of
from atlas_scraper.labelling.labels import is_prose
from atlas_scraper.labelling.marks import Path, shared_depth, wherever_in_block, without_places
from atlas_scraper.labelling.signs import common_sign, without_sign
from atlas_scraper.labelling.thresholds import LONGEST_UNLISTED
from atlas_scraper.tables.box_rows import Line, path_of
from atlas_scraper.tables.card_actions import Action, give_actions, part_links
from atlas_scraper.tables.card_cuts import are_whole, boxes_of, cut_into_cards
from atlas_scraper.tables.card_entries import (
    ALONE,
    APART,
    COLON,
    HEADING,
    Entry,
    begin,
    begun_by_name,
    block_of,
    column_of,
    mark_of,
    most_of,
    runs_of,
    with_others,
)
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.first_words import without_first_words
from atlas_scraper.tables.name_marks import is_in, is_pair, lacks_value, marks_of_names, marks_of_values
from atlas_scraper.tables.nameless_heads import heads_of_cards, heads_that_count
from atlas_scraper.tables.turns import Turn, names_among, turns_of
from atlas_scraper.values.text import fold

_FIRST_NAME = 3  # lines within which a known name stands; an unlisted one and its value may be above
_MOST_LONG = 0.25  # share of the values that may be several lines


class Cards(NamedTuple):
    """Cards as a table.

    Args:
        table: the table, under a header.
        used: the lines that it was made of.
        doubtful: what may be read otherwise, such as what stands under one of equal names of which a card lacks some.
    """

    table: PageTable
    used: list[Line]
    doubtful: list[str]


def read_cards(
    lines: Sequence[Line],
    columns: Sequence[PageColumn],
    actions: Sequence[Action] = (),
    title: Path = (),
    *,
    has_places: bool = True,
) -> Cards | None:
    """Read lines as cards; `None` for anything else.

    Args:
        lines: the lines.
        columns: the columns of the table.
        actions: the links of the site's own words among them.
        title: the boxes that the title of the section stands in.
        has_places: whether the rendition keeps boxes whole; Markdown ends one, and begins another, at an empty value.
    """
    if not any(begun_by_name(line, columns) for line in lines[:_FIRST_NAME]):
        return None  # nearly every text that is no cards ends here
    lines = lines[: _end_of_section(lines, columns, title)]
    entries = list(_entries(lines, columns))
    part_links(entries)
    is_told = _are_told(entries, columns)
    if not (is_told or _is_lone_value(entries, columns)):
        return None
    beside = [entry for entry in entries if len(entry.texts) > len(entry.below)]
    sign = common_sign([entry.texts[0] for entry in beside if entry.way == APART and entry.header], fewest=1)
    for entry in beside if sign else ():
        entry.texts[0] = without_sign(entry.texts[0], sign)
    boxes = boxes_of(entries, columns)
    boxes = boxes if has_places or are_whole(boxes, entries, columns) else []
    _leave_what_follows(entries, boxes)
    cards = cut_into_cards(entries, boxes, columns)
    give_actions(cards, actions, lines, title)
    if not is_told and len(entries[0].icons) != 1:
        return None
    return _table(cards, columns)


def _end_of_section(lines: Sequence[Line], columns: Sequence[PageColumn], title: Path) -> int:
    """Count the lines up to what stands outside the box of the section, behind all that names of columns begin."""
    depth = shared_depth(path_of(lines[0]), title)
    end = len(lines)
    while shared_depth(path_of(lines[end - 1]), title) < depth and not begun_by_name(lines[end - 1], columns):
        end -= 1
    return end


def _entries(lines: Sequence[Line], columns: Sequence[PageColumn]) -> Iterator[Entry]:
    """Yield the cells that lines make; none where they do not begin with the name of a column."""
    known = without_first_words([begun_by_name(line, columns) for line in lines])
    marks = marks_of_names(lines, known)
    are_told_by_colon = next((is_pair(entry) for entry in known if entry and not lacks_value(entry)), False)
    of_values = marks_of_values(lines, known)
    nameless = next((column for column in columns if column.may_lack_header), None)
    headings, unnamed = heads_of_cards(lines, known, columns)
    counted = heads_that_count(lines, known, columns)
    head: Line | None = None
    names_in_turn, values_in_turn = _in_turn(lines, known)
    last: Entry | None = None
    for number, (entry, line) in enumerate(zip(known, lines, strict=True)):
        if number in counted or number in headings:
            if last:
                yield last
            head = line if number in counted else None
            last = begin(unnamed.headers[0], HEADING, line, line[0]) if unnamed and not head else None
            continue
        may_be_nameless = (
            not entry and last is not None and last.texts and nameless and nameless.fits(line[0].lstrip(": "))
        )
        is_told = may_be_nameless and nameless and not nameless.is_free  # a number is no name, however it is marked
        is_apart = without_places(mark_of(line)) not in of_values
        is_by_colon = are_told_by_colon or is_apart
        is_told = is_told or number in values_in_turn
        in_its_place = begin(line[0], ALONE, line, "") if number in names_in_turn else None
        begun = entry or (None if is_told else _unlisted(line, marks, are_told_by_colon=is_by_colon) or in_its_place)
        if not begun and may_be_nameless and last:
            begun = begin("", last.way, line, line[0])
        if begun:
            begun.head, head = head, None
            for each in with_others(begun):
                if last:
                    yield last
                last = each
        elif last is None:
            return
        else:
            last.texts.append(line[0])
            last.add_links(line)
            last.below.append(line)
    if last:
        yield last


def _in_turn(lines: Sequence[Line], known: Sequence[Entry | None]) -> tuple[frozenset[int], frozenset[int]]:
    """Give the places of unlisted names and of values that boxes alone tell, where known names stand alone."""
    are_names = [entry is not None for entry in known]
    if any(entry.way != ALONE for entry in known if entry):
        return frozenset(), frozenset()
    texts = [fold(text) if _may_be_name(text) else "" for text, _ in lines]
    turns = turns_of([path_of(line) for line in lines], are_names) or []
    values = frozenset(place for place, turn in enumerate(turns) if turn is Turn.VALUE)
    return names_among(turns, texts, are_names) if turns else frozenset(), values


def _unlisted(line: Line, marks: frozenset[str], *, are_told_by_colon: bool) -> Entry | None:
    """Give the cell that a line begins which is marked as the names of columns are, or ends its name with a colon."""
    text, runs = line[0], runs_of(line)
    if is_in(mark_of(line), marks):
        is_value = (run.text.strip() and not is_in(run.mark, marks) for run in runs)
        end = next((place for place, ends in enumerate(is_value) if ends), len(runs))
        head = text_of(runs[:end])
        way = APART if end < len(runs) else ALONE
        return begin(head, way, line, text_of(runs[end:])) if _may_be_name(head) else None
    head, colon, rest = text.partition(":")
    is_told = are_told_by_colon and colon and not rest.startswith("//") and _may_be_name(head)
    return begin(head, COLON, line, rest) if is_told else None


def _may_be_name(text: str) -> bool:
    return len(text) <= LONGEST_UNLISTED and not is_prose(text) and bool(fold(text))


def _are_told(entries: Sequence[Entry], columns: Sequence[PageColumn]) -> bool:
    """Tell whether names are told from values: what is below a name could as well be the next one of a header."""
    named = {column.name for entry in entries if (column := column_of(entry.header, columns))}
    if not named or (len(named) == 1 and not any(entry.texts for entry in entries)):
        return False
    if len(named) == 1 and any(len(entry.texts) > 1 for entry in entries[:-1] or entries):
        return False  # a header with its rows below it; something else may follow the last card
    if any(entry.way != ALONE for entry in entries) or _take_turns(entries):
        return True
    values = [entry.below for entry in entries if entry.below]
    if sum(len(below) > 1 for below in values) > _MOST_LONG * len(values):
        return False  # idem
    marks = {wherever_in_block(mark_of(entry.line)) for entry in entries if entry.header}
    columns_of = [(column_of(entry.header, columns), entry) for entry in entries if entry.below]
    if any(column and not column.is_free and column.fits(entry.below[0][0]) for column, entry in columns_of):
        return True  # no name is of such a kind
    return len(values) > 1 or all(wherever_in_block(mark_of(below[0])) not in marks for below in values)


def _take_turns(entries: Sequence[Entry]) -> bool:
    """Tell whether names and values take turns by the places of their boxes."""
    paths = [path for entry in entries for path in (entry.path, *map(path_of, entry.below))]
    are_names = [is_name for entry in entries for is_name in (bool(entry.header), *[False] * len(entry.below))]
    return turns_of(paths, are_names) is not None


def _is_lone_value(entries: Sequence[Entry], columns: Sequence[PageColumn]) -> bool:
    """Tell whether one line stands below the one name that a table has: with a link it is a row, or else a header."""
    has_one_name = sum(not column.may_lack_header for column in columns) == 1
    return has_one_name and len(entries) == 1 and len(entries[0].texts) == 1 and entries[0].way == ALONE


def _leave_what_follows(entries: Sequence[Entry], boxes: Sequence[Path]) -> None:
    """Leave to others what follows the last value, outside its card's box or where no other cell has several lines."""
    last = entries[-1]
    beside = last.texts[: len(last.texts) - len(last.below)]
    if boxes:
        last.below = [line for line in last.below if path_of(line)[: len(boxes[-1])] == boxes[-1]]
    elif all(len(entry.texts) < 2 for entry in entries[:-1]):
        first = last.below[0] if not beside and last.below and _is_near(last, entries) else last.line
        last.below = [line for line in last.below if block_of(line) == block_of(first)]
    last.texts = [*beside, *(text for text, _ in last.below)]


def _is_near(last: Entry, entries: Sequence[Entry]) -> bool:
    """Tell whether the line below the last name stands as near to it as other values to theirs."""
    near = [shared_depth(entry.path, path_of(entry.below[0])) for entry in entries[:-1] if entry.below]
    if not near:  # a header, or a card of which only the last field is filled
        apart = min((shared_depth(entry.path, last.path) for entry in entries[:-1]), default=0)
        is_within = shared_depth(last.path, path_of(last.below[0])) >= apart
        return is_within and all(entry.way in {ALONE, HEADING} for entry in entries)
    return shared_depth(last.path, path_of(last.below[0])) >= min(near)


def _give_icons(card: Sequence[Entry], columns: Sequence[PageColumn]) -> None:
    """Give the links of icons to the cell that says what the card is about, where that has none."""
    required = (entry for entry in card if (column := column_of(entry.header, columns)) and column.is_required)
    if (own := next(required, None)) and not (own.links or own.icons):
        own.icons = [link for entry in card for link in entry.icons]


def _table(cards: Sequence[Sequence[Entry]], columns: Sequence[PageColumn]) -> Cards:
    """Lay cards out as a table; under equal names nothing stands for which it is not known which of them it is."""
    header: dict[tuple[str, int], str] = {}
    rows: list[dict[tuple[str, int], Cell]] = []
    doubtful: list[str] = []
    for card in cards:
        _give_icons(card, columns)
        counts = Counter(fold(entry.header) for entry in card)
        said: Counter[str] = Counter()
        rows.append({})
        for entry in card:
            name, text = fold(entry.header), " ".join(entry.texts)
            key = name, said[name]
            said[name] += 1
            header.setdefault(key, entry.header)
            if text and counts[name] < most_of(name, columns):
                doubtful.append(f"one of several columns of that name: {header[key]}: {text}")
                text = ""
            rows[-1][key] = Cell(text, links=(*entry.links, *entry.icons))
    grid = [tuple(row.get(key, Cell("")) for key in header) for row in rows]
    used = {id(line[1]): line for card in cards for entry in card for line in entry.lines}
    return Cards(PageTable((tuple(map(Cell, header.values())), *grid)), list(used.values()), doubtful)
