"""Rows of a table that a page writes as a card of lines for each: `Pays : Canada`, or `Pays` and below it `Canada`.

Each line that begins with the name of a column begins a cell. A card ends where a name comes again, or with its box
where cards have one: names come again in other boxes, and in none of them twice. What else is marked as the names of
columns are, and as no value is, names a column that nobody has listed. The cards become a table under a header.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from atlas_scraper.blocks.document import Cell, PageTable, Run
from atlas_scraper.labelling.items import text_of
from atlas_scraper.labelling.labels import is_prose
from atlas_scraper.labelling.marks import Path, shared_depth, wherever_in_block
from atlas_scraper.labelling.thresholds import LONGEST_UNLISTED
from atlas_scraper.tables.box_rows import Line, path_of
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.values.text import fold

_MOST_RUNS = 8  # stretches into which a header may be cut
_FIRST_NAME = 3  # lines within which a known name stands; an unlisted one and its value may be above
_MOST_LONG = 0.25  # share of the values that may be several lines
_MOST_BELOW = 2  # names with a mark to values with it, above which the mark is that of names
_ALONE, _APART, _COLON = "a line of its own", "a stretch of its own", "before a colon"


class Cards(NamedTuple):
    """Cards as a table.

    Args:
        table: the table, under a header.
        used: the lines that it was made of.
        doubtful: what stands under one of equal names, where a card does not have all of those.
    """

    table: PageTable
    used: list[Line]
    doubtful: list[str]


@dataclass
class _Entry:
    """A cell in the making: its header, how that stands on its line, and what stands behind it."""

    header: str
    way: str
    line: Line
    texts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)

    @property
    def path(self) -> Path:
        return path_of(self.line)


def read_cards(lines: Sequence[Line], columns: Sequence[PageColumn]) -> Cards | None:
    """Read lines as cards; `None` for anything else."""
    if not any(_known(line, columns) for line in lines[:_FIRST_NAME]):
        return None  # nearly every text that is no cards ends here
    entries = list(_entries(lines, columns))
    if not _are_told(entries, columns):
        return None
    boxes = _boxes(entries, columns)
    _leave_what_follows(entries, boxes)
    return _table(_cards(entries, boxes, columns), columns)


def _column(text: str, columns: Sequence[PageColumn]) -> PageColumn | None:
    folded = fold(text)
    return next((column for column in columns if folded in column.folded), None) if folded else None


def _known(line: Line, columns: Sequence[PageColumn]) -> _Entry | None:
    """Give the cell that a line begins by the name of a column."""
    text, runs = line[0], _runs(line)
    if _column(text, columns):
        return _Entry(text.rstrip(" :"), _ALONE, line)
    for end in range(min(len(runs) - 1, _MOST_RUNS), 0, -1):
        if _column(head := text_of(runs[:end]), columns):
            return _begun(head, _APART, line, text_of(runs[end:]), runs[end:])
    head, colon, rest = text.partition(":")
    return _begun(head, _COLON, line, rest, runs) if colon and _column(head, columns) else None


def _begun(header: str, way: str, line: Line, text: str, runs: Sequence[Run]) -> _Entry:
    text = text.strip(" ").removeprefix(":").strip()
    return _Entry(header.rstrip(" :"), way, line, [text] if text else [], _links(runs))


def _runs(line: Line) -> list[Run]:
    return [run for item in line[1] for run in item.runs]


def _links(runs: Sequence[Run]) -> list[str]:
    return list(dict.fromkeys(run.href for run in runs if run.href))


def _mark(line: Line) -> str:
    return line[1][0].mark


def _block(line: Line) -> int:
    first = line[1][0].line
    return first.block if first else -1


def _entries(lines: Sequence[Line], columns: Sequence[PageColumn]) -> Iterator[_Entry]:
    """Yield the cells that lines make; none where they do not begin with the name of a column."""
    known = [_known(line, columns) for line in lines]
    marks = _marks_of_names(lines, known)
    are_told_by_colon = next((entry.way == _COLON for entry in known if entry), False)
    nameless = next((column for column in columns if column.may_lack_header), None)
    last: _Entry | None = None
    for entry, line in zip(known, lines, strict=True):
        begun = entry or _unlisted(line, marks, are_told_by_colon=are_told_by_colon)
        if not begun and last and last.texts and nameless and nameless.fits(line[0]):
            begun = _Entry("", last.way, line, [line[0]])
        if begun:
            if last:
                yield last
            last = begun
        elif last is None:
            return
        else:
            last.texts.append(line[0])
            last.links += _links(_runs(line))
            last.below.append(line)
    if last:
        yield last


def _marks_of_names(lines: Sequence[Line], known: Sequence[_Entry | None]) -> frozenset[str]:
    """Give the marks that names of columns have rather than the values below them."""
    names: Counter[str] = Counter()
    below: Counter[str] = Counter()
    for entry, line in zip(known, lines, strict=True):
        if entry and entry.way != _COLON:
            names.update({_mark(line), wherever_in_block(_mark(line))})
    ways = Counter(entry.way for entry in known if entry)
    is_value_below = ways[_ALONE] >= ways[_APART]  # otherwise a name on a line of its own has no value
    for entry, after, line in zip(known, known[1:], lines[1:], strict=False):
        if is_value_below and entry and entry.way == _ALONE and not after:
            below.update({_mark(line), wherever_in_block(_mark(line))})
    values = {mark: sum(count for way, count in below.items() if _is_within(way, mark)) for mark in names}
    return frozenset(mark for mark, count in names.items() if count > _MOST_BELOW * values[mark])


def _is_in(mark: str, marks: frozenset[str]) -> bool:
    """Tell whether a mark is one of several, or that of a stretch within one."""
    ways = mark, wherever_in_block(mark)
    return not marks.isdisjoint(ways) or any(_is_within(way, outer) for outer in marks for way in ways)


def _is_within(mark: str, outer: str) -> bool:
    """Tell whether a mark is another one, or that of a stretch within it."""
    return mark == outer or (not outer.endswith(">") and mark.startswith(f"{outer}>"))


def _unlisted(line: Line, marks: frozenset[str], *, are_told_by_colon: bool) -> _Entry | None:
    """Give the cell that a line begins which is marked as the names of columns are, or ends its name with a colon."""
    text, runs = line[0], _runs(line)
    if _is_in(_mark(line), marks):
        is_value = (run.text.strip() and not _is_in(run.mark, marks) for run in runs)
        end = next((place for place, ends in enumerate(is_value) if ends), len(runs))
        head = text_of(runs[:end])
        way = _APART if end < len(runs) else _ALONE
        return _begun(head, way, line, text_of(runs[end:]), runs[end:]) if _may_be_name(head) else None
    head, colon, rest = text.partition(":")
    is_told = are_told_by_colon and colon and not rest.startswith("//") and _may_be_name(head)
    return _begun(head, _COLON, line, rest, runs) if is_told else None


def _may_be_name(text: str) -> bool:
    return len(text) <= LONGEST_UNLISTED and not is_prose(text) and bool(fold(text))


def _are_told(entries: Sequence[_Entry], columns: Sequence[PageColumn]) -> bool:
    """Tell whether names are told from values: what is below a name could as well be the next one of a header."""
    named = {column.name for entry in entries if (column := _column(entry.header, columns))}
    if not named or (len(named) == 1 and not any(entry.texts for entry in entries)):
        return False
    if len(named) == 1 and any(len(entry.texts) > 1 for entry in entries):
        return False  # a header with its rows below it
    if any(entry.way != _ALONE for entry in entries):
        return True
    values = [entry.below for entry in entries if entry.below]
    if sum(len(below) > 1 for below in values) > _MOST_LONG * len(values):
        return False  # idem
    marks = {wherever_in_block(_mark(entry.line)) for entry in entries}
    return len(values) > 1 or all(wherever_in_block(_mark(below[0])) not in marks for below in values)


def _leave_what_follows(entries: Sequence[_Entry], boxes: Sequence[Path]) -> None:
    """Leave to others what follows the last value, outside its card's box or where no other cell has several lines."""
    last = entries[-1]
    beside = last.texts[: len(last.texts) - len(last.below)]
    if boxes:
        last.below = [line for line in last.below if path_of(line)[: len(boxes[-1])] == boxes[-1]]
    elif all(len(entry.texts) < 2 for entry in entries[:-1]):
        first = last.below[0] if not beside and last.below and _is_near(last, entries) else last.line
        last.below = [line for line in last.below if _block(line) == _block(first)]
    last.texts = [*beside, *(text for text, _ in last.below)]


def _is_near(last: _Entry, entries: Sequence[_Entry]) -> bool:
    """Tell whether the line below the last name stands as near to it as other values to theirs."""
    near = [shared_depth(entry.path, path_of(entry.below[0])) for entry in entries[:-1] if entry.below]
    if not near:
        return all(entry.way == _ALONE for entry in entries)
    return shared_depth(last.path, path_of(last.below[0])) >= min(near)


def _cards(entries: Sequence[_Entry], boxes: Sequence[Path], columns: Sequence[PageColumn]) -> list[list[_Entry]]:
    """Cut cells into cards: by their boxes, or where a name comes again more often than columns have it."""
    cards: list[list[_Entry]] = []
    said: Counter[str] = Counter()
    for place, entry in enumerate(entries):
        name = fold(entry.header)
        ends = boxes[place] != boxes[place - 1] if boxes else said[name] >= _most(name, columns)
        if not cards or ends:
            cards.append([])
            said.clear()
        cards[-1].append(entry)
        said[name] += 1
    return cards


def _most(name: str, columns: Sequence[PageColumn]) -> int:
    """Give how many columns have a name, and so how often it stands in a card."""
    return max(1, sum(name in column.folded for column in columns if not column.may_lack_header))


def _boxes(entries: Sequence[_Entry], columns: Sequence[PageColumn]) -> list[Path]:
    """Give the box that each cell stands in, where boxes are cards; empty where they are not."""
    depth = min((shared_depth(entries[0].path, entry.path) for entry in entries), default=0)
    boxes = [entry.path[: depth + 1] for entry in entries]
    names = Counter((box, fold(entry.header)) for box, entry in zip(boxes, entries, strict=True))
    comes_again = len({name for _, name in names}) < len(names)
    is_once = all(count <= _most(name, columns) for (_, name), count in names.items())
    return boxes if comes_again and is_once and len(set(boxes)) < len(boxes) else []


def _table(cards: Sequence[Sequence[_Entry]], columns: Sequence[PageColumn]) -> Cards:
    """Lay cards out as a table; under equal names nothing stands for which it is not known which of them it is."""
    header: dict[tuple[str, int], str] = {}
    rows: list[dict[tuple[str, int], Cell]] = []
    doubtful: list[str] = []
    for card in cards:
        counts = Counter(fold(entry.header) for entry in card)
        said: Counter[str] = Counter()
        rows.append({})
        for entry in card:
            name, text = fold(entry.header), " ".join(entry.texts)
            key = name, said[name]
            said[name] += 1
            header.setdefault(key, entry.header)
            if text and counts[name] < _most(name, columns):
                doubtful.append(f"{header[key]}: {text}")
                text = ""
            rows[-1][key] = Cell(text, links=tuple(entry.links))
    grid = [tuple(row.get(key, Cell("")) for key in header) for row in rows]
    used = [line for card in cards for entry in card for line in (entry.line, *entry.below)]
    return Cards(PageTable((tuple(map(Cell, header.values())), *grid)), used, doubtful)
