"""What a cell says by the names of columns, and what it says by none: its parts.

The name of a column begins a line, or is a stretch of its own within one; its value stands behind or below it. What
is marked as such names are is the name of a column that nobody has listed.
"""

from collections.abc import Sequence

from atlas_scraper.blocks.document import Cell
from atlas_scraper.labelling.items import text_of
from atlas_scraper.labelling.labels import LabelIndex, is_prose
from atlas_scraper.labelling.marks import without_places
from atlas_scraper.labelling.thresholds import LONGEST_UNLISTED
from atlas_scraper.tables.box_rows import Line
from atlas_scraper.tables.card_entries import (
    ALONE,
    APART,
    BETWEEN,
    COLON,
    Entry,
    begin,
    begun_by_name,
    block_of,
    column_of,
    mark_of,
    runs_of,
    with_others,
)
from atlas_scraper.tables.cell_lines import lines_of_cell
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.values.text import fold

INSIDE = "within its line"
"""How a name stands in a cell that a stretch of its own line is; other ways are as in cards."""
Parts = Sequence[Entry]
"""What a cell says: its own text under an empty name, and what it says by name; in doubt under an empty one."""


def parts_of(cell: Cell, columns: Sequence[PageColumn], labels: LabelIndex, *, is_lone: bool) -> Parts | None:
    """Give what a cell says, its own text first, if with an empty one; `None` where it names no column.

    Args:
        cell: the cell.
        columns: the columns that it may name.
        labels: the names of the columns of other tables, which begin none of this one's, and the site's own words.
        is_lone: whether no other cell of its row says anything, as where it says something of the row above.
    """
    lines = lines_of_cell(cell, labels.words)
    known = [_begun(line, columns, labels) for line in lines]
    first = next((place for place, entry in enumerate(known) if entry), None)
    if first is None:
        return _parts_inside(lines[0], columns, is_lone=is_lone) if len(lines) == 1 else None
    of_names = _marks_of_names(lines, known)
    nameless = [column for column in columns if column.may_lack_header and not column.is_free]
    parts = [Entry("", ALONE, lines[0])]
    for place, (line, entry) in enumerate(zip(lines, known, strict=True)):
        may_be_unlisted = not entry and (is_lone or place > first)
        begun = entry or (_unlisted(line, of_names) if may_be_unlisted else None)
        last = parts[-1]
        if begun:
            parts += with_others(begun)
        elif last.header and last.texts and (column := _column_of_kind(line[0], nameless)):
            parts.append(begin(column.name, last.way, line, line[0]))
        elif line[0] and last.way != ALONE and block_of(line) != block_of(last.line):
            parts.append(begin("", last.way, line, line[0]))  # behind a value, and nothing says what it is
        else:
            last.texts += [line[0]] if line[0] else []
            last.add_links(line)
            last.below += [line] if line[0] else []
    return parts


def _begun(line: Line, columns: Sequence[PageColumn], labels: LabelIndex) -> Entry | None:
    """Give what a line says by the name that it begins with; `Nom` in the header `Nom du financeur` is none."""
    is_of_others = labels.is_column(line[0]) and column_of(line[0], columns) is None
    return None if is_of_others else begun_by_name(line, columns)


def _column_of_kind(text: str, columns: Sequence[PageColumn]) -> PageColumn | None:
    return next((column for column in columns if column.fits(text)), None)


def _marks_of_names(lines: Sequence[Line], known: Sequence[Entry | None]) -> frozenset[str]:
    """Give the marks, without places, of lines that begin with the name of a column, and of no value below one."""
    begun = [entry for entry in known if entry and entry.way != COLON]
    names = {without_places(mark_of(entry.line)) for entry in begun}
    marks = [without_places(mark_of(line)) for line in lines]
    alone = (place for place, entry in enumerate(known) if entry and entry.way == ALONE)
    over_value = [place for place in alone if known[place + 1 : place + 2] == [None]]
    # A line that begins as a name below it is marked is one as well, where its value stands beside it or below it.
    over_value = [place for place in over_value if marks[place + 1] != marks[place] or _is_even(lines[place + 1])]
    goes_on = {place for place in over_value if known[place + 2 : place + 3] == [None]}
    below = {marks[place + 1] for place in over_value if place not in goes_on or marks[place + 2] == marks[place]}
    return frozenset(names - below)


def _is_even(line: Line) -> bool:
    """Tell whether all of a line is marked alike."""
    return len({run.mark for run in runs_of(line) if run.text.strip()}) < 2


def _unlisted(line: Line, marks: frozenset[str]) -> Entry | None:
    """Give the part that a line begins which is marked as names of columns are."""
    runs = runs_of(line)
    ends = (place for place, run in enumerate(runs) if run.text.strip() and without_places(run.mark) not in marks)
    end = next(ends, len(runs))
    head = text_of(runs[:end])
    if not fold(head) or len(head) > LONGEST_UNLISTED or is_prose(head):
        return None
    return begin(head, APART if end < len(runs) else ALONE, line, text_of(runs[end:]))


def _parts_inside(line: Line, columns: Sequence[PageColumn], *, is_lone: bool) -> Parts | None:
    """Give the parts of a line within which stretches of their own are names of columns.

    Its own text stands before them; alone in its row the line may begin with one.
    """
    runs = runs_of(line)
    starts = [place for place, run in enumerate(runs) if column_of(run.text, columns)]
    own = text_of(runs[: starts[0]]) if starts else ""
    if not starts or not (own or is_lone):
        return None
    way = INSIDE if own else APART
    parts = [begin("", way, line, own)]
    for start, end in zip(starts, [*starts[1:], len(runs)], strict=True):
        text = text_of(runs[start + 1 : end]).removeprefix(":").strip(BETWEEN)
        parts.append(Entry(runs[start].text.strip(" :"), way, line, [text] if text else []))
    return parts
