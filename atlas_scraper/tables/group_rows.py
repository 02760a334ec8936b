"""Rows of a table that are the titles of groups of rows, as where a page lets one group them by a column.

    Nom du financeur : Ville de Brest (2)
    Ville de Brest | 12000 | 2017

One cell spans the table and says the value of a column, with its name or without. What it says stands in each row up to
the next such title, or in none: then it is theirs. Anything else that a title says is kept.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.labelling.frame import ONCE_MORE
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.columns import Header
from atlas_scraper.values.text import fold, tidy

_BEFORE_COUNTS = " -–—:,"

Key = tuple[int, int | None]
"""How far a title is indented, and the place of the column that it names."""


class _Title(NamedTuple):
    """A row whose one cell spans others.

    Args:
        text: what it says.
        key: what titles of one kind have in common.
        value: what it says without the name of a column.
    """

    text: str
    key: Key
    value: str


def without_group_rows(
    reader: SectionReader, label: Label, table: PageTable, header: Header
) -> tuple[PageTable, set[str]]:
    """Give a table without the titles of groups, the rows of which have what those alone say.

    Gives as well the names, folded, of the columns whose values the titles say.
    """
    start, end = header.row + 1, len(table.rows) - table.foot
    if table.plain is not None or not any(_spans(row) for row in table.rows[start:end]):
        return table, set()
    titles = {
        number: title for number in range(start, end) if (title := _title(table.rows[number], header)) is not None
    }
    rows = dict(enumerate(table.rows))
    named: set[int] = set()
    before_rows = _before_rows(table, titles, start, end)
    heads = {title.key for number, title in titles.items() if title.key[1] is not None and number in before_rows}
    groups = {number: [*_group(table, titles, number, end)] for number in titles}
    heads -= {titles[number].key for number, group in groups.items() if not group}
    for number, title in titles.items():
        group = groups[number]
        place = _place_said(title, [rows[each] for each in group], reader)
        own = title.key[1]
        if place is not None and (own is None or title.key in heads or _differs(table.rows[number - 1], own, title)):
            named.add(place)
        elif title.key not in heads or own is None:
            continue
        elif not any(_text(rows[each], own) for each in group):
            named.add(own)
            for each in group if title.value else ():
                rows[each] = (*rows[each][:own], Cell(title.value), *rows[each][own + 1 :])
        elif title.value:  # a name alone says no more than the header does
            reader.keep_unread(None, title.text, label.field, IssueCode.UNREAD_TEXT, place=reader.place(label))
        del rows[number]
    names = {fold(header.texts[place]) for place in named if place < len(header.texts)}
    return (table._replace(rows=tuple(rows.values())) if len(rows) < len(table.rows) else table), names


def _spans(row: Sequence[Cell]) -> bool:
    return len(row) > 1 and row[-1] is row[-2] and bool(row[-1].text)


def _title(row: Sequence[Cell], header: Header) -> _Title | None:
    """Give the title that a row is, if its one cell with words spans all of it, cells that indent it aside."""
    if not _spans(row):
        return None
    indent = next(place for place, cell in enumerate(row) if cell is row[-1])
    if any(cell.text for cell in row[:indent]):
        return None
    text = row[-1].text
    head, colon, value = text.partition(":")
    name = fold(head) if colon else ""
    columns = enumerate(header.columns) if name else ()
    place = next((place for place, column in columns if column and name in column.folded), None)
    return _Title(text, (indent, place), text if place is None else value.strip())


def _before_rows(table: PageTable, titles: Mapping[int, _Title], start: int, end: int) -> range:
    """Give the numbers of the titles above all rows."""
    is_row = (number for number in range(start, end) if number not in titles and any(map(_says, table.rows[number])))
    return range(start, next(is_row, end))


def _says(cell: Cell) -> bool:
    return bool(cell.text)


def _group(table: PageTable, titles: Mapping[int, _Title], number: int, end: int) -> Iterator[int]:
    """Give the numbers of the rows below a title, up to the next of its kind or of one that it stands within."""
    keys = list(dict.fromkeys(title.key for title in titles.values()))
    level = keys.index(titles[number].key)
    for below in range(number + 1, end):
        if below in titles:
            if keys.index(titles[below].key) <= level:
                return
        elif any(map(_says, table.rows[below])):
            yield below


def _place_said(title: _Title, group: Sequence[Sequence[Cell]], reader: SectionReader) -> int | None:
    """Give the place in which all rows of a group say what their title does, behind which their number may stand."""
    own = title.key[1]
    for place in range(len(group[0]) if group else 0) if own is None else [own]:
        said = {_text(row, place) for row in group}
        value = said.pop() if len(said) == 1 else ""
        if value and title.value.casefold().startswith(value):
            rest = title.value[len(value) :].strip(_BEFORE_COUNTS)
            if not rest or (reader.words.row_count.fullmatch(rest) and _number(rest) == len(group)):
                return place
    return None


def _number(text: str) -> int:
    return int("".join(filter(str.isdecimal, text)))


def _text(row: Sequence[Cell], place: int) -> str:
    return tidy(row[place].text).casefold() if place < len(row) else ""


def _differs(above: Sequence[Cell], place: int, title: _Title) -> bool:
    """Tell whether the row above a title says something else where that does: else it may be of that row."""
    said = _text(above, place)
    return bool(said) and said != title.value.casefold()


def ignore_names(reader: SectionReader, label: Label, names: set[str]) -> None:
    """Ignore the name of a column by which rows are grouped, where it stands once more and nobody has taken it."""
    for item in reader.items_of(label) if names else ():
        if item.line is not None and fold(item.text) in names:
            item.ignore(ONCE_MORE)
