"""Cells that say more than their own column does: names of columns, each with its value.

A page for small screens stacks the other columns of a row in its first cell, begins each cell with the name of its
column, or puts the columns without room into a row below. What a cell says by name belongs to the column of that name:
it is read there where nothing else is, and left out where the same stands once more. What differs is said.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from atlas_scraper.blocks.document import Cell, PageTable, with_lines
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.card_entries import ALONE, Entry, column_of
from atlas_scraper.tables.cell_lines import any_may_name
from atlas_scraper.tables.cell_parts import INSIDE, Parts
from atlas_scraper.tables.columns import Header, PageColumn, unlisted_column
from atlas_scraper.tables.naming_cells import parts_of_rows
from atlas_scraper.values.text import fold, says_something, tidy

_WIDEST = 100  # columns; what names more is said


@dataclass
class _Grid:
    """The rows of a table in the making, below columns to which others are added when a cell names them.

    Some of the columns of one name may be doubtful: those of the table, and those that its cells name. Above names in
    a row of their own other words may stand.
    """

    columns: list[PageColumn | None]
    others: list[PageColumn]
    rows: list[list[Cell]]
    doubtful: dict[str, str]
    above: dict[str, None]


def with_named_parts(
    reader: SectionReader, label: Label, table: PageTable, header: Header, columns: Sequence[PageColumn]
) -> tuple[PageTable, Header]:
    """Give a table with what its cells say by the names of columns in the columns of those names, and its header.

    Args:
        reader: the page.
        label: the section.
        table: the table.
        header: its header.
        columns: the columns that such a table has; a cell may name one that the header lacks.
    """
    if not any_may_name(table, table.rows[header.row + 1 :]):
        return table, header
    table = with_lines(table)
    body = [row for row in table.rows[header.row + 1 :] if tuple([cell.text for cell in row]) != header.texts]
    named = [column for column in header.columns if column and column.headers]
    others = [column for column in columns if column not in named and column.headers]
    parts = parts_of_rows(body, [*named, *others], header, reader.division.labels)
    if not parts:
        return table, header
    grid = _Grid([*header.columns], others, [], {}, {})
    are_cards = _are_cards(body, parts)
    for number, row in enumerate(body, table.foot - len(body)):
        cells = {id(cell): cell for cell in row if cell.text}
        of_row = {key: parts[key] for key in cells if key in parts}
        is_below = number < 0 and len(cells) == 1 and bool(of_row) and bool(grid.rows) and not are_cards
        spans = is_below and len(row) > 1 and len(set(map(id, row))) == 1
        if is_below and _give_to_row_above(grid, *of_row.values(), spans=spans):
            continue
        if of_row and not (spans and next(iter(of_row.values()))[0].texts):
            if is_below and not _says_whose(grid, *of_row.values()):
                detail = f"a row of names and values may be of the row above: {next(iter(cells.values())).text}"
                reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, detail)
            _add_row(reader, label, grid, row, of_row)
        else:
            grid.rows.append([*row])
    for text in grid.above:
        if not reader.words.is_frame(text):
            reader.keep_unread(None, text, label.field, IssueCode.UNREAD_TEXT, place=reader.place(label))
    for name in grid.doubtful.values():
        detail = f"of the columns {name!r} some stand in the rows and some below them; it is not told which"
        reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, detail)
    width, before = len(grid.columns), len(header.columns)
    blank = Cell("")
    rows = [(*row, *[blank] * (width - len(row) if len(row) >= before else 0)) for row in grid.rows]
    texts = (*header.texts, *[""] * (before - len(header.texts)))
    added = (column.headers[0] for column in grid.columns[before:] if column)
    wider = replace(header, columns=tuple(grid.columns), texts=(*texts, *added)) if width > before else header
    return table._replace(rows=(*table.rows[: header.row + 1], *rows)), wider


def _are_cards(rows: Sequence[Sequence[Cell]], parts: Mapping[int, Parts]) -> bool:
    """Tell whether each row is one cell that begins with the same name of a column: none is of the row above it."""
    said = [{id(cell): cell for cell in row if cell.text} for row in rows]
    lone = [parts.get(key, ()) for cells in said if cells for key in cells if len(cells) == 1]
    names = {fold(of_cell[1].header) if len(of_cell) > 1 and not of_cell[0].texts else "" for of_cell in lone}
    return len(lone) == sum(map(bool, said)) and len(names) == 1 and "" not in names


def _places(grid: _Grid, parts: Parts, own: int | None) -> Iterator[tuple[Entry, int | None]]:
    """Yield the parts that have a name with the place of the column; `None` where it may be one of several.

    Columns that the table lacks are added to it.
    """
    counts = Counter(fold(part.header) for part in parts)
    said: Counter[str] = Counter()
    for part in parts[1:]:
        name = fold(part.header)
        places = _places_of_name(grid, part, counts[name]) if name else []
        number, said[name] = said[name], said[name] + 1
        if own in places and counts[name] == 1:
            yield part, own
        elif len(places) == counts[name] + 1 and own in places:
            yield part, [place for place in places if place != own][number]
        else:
            yield part, places[number] if len(places) == counts[name] else None


def _places_of_name(grid: _Grid, part: Entry, count: int) -> list[int]:
    """Give the places of the columns that a part may be of, when a cell has so many parts of its name."""
    name = fold(part.header)
    places = [place for place, column in enumerate(grid.columns) if _is_named(column, name)]
    if places and len(places) != count and len(_lacking(grid, name)) == count:
        grid.doubtful[name] = part.header
        return _add_columns(grid, part)
    if name in grid.doubtful and len(places) > count:
        return places[-count:]
    return places or _add_columns(grid, part)


def _is_named(column: PageColumn | None, name: str) -> bool:
    return column is not None and (name in column.folded or (column.may_lack_header and name == fold(column.name)))


def _add_columns(grid: _Grid, part: Entry) -> list[int]:
    """Add the columns of a name that a table lacks to it, and give their places."""
    start = len(grid.columns)
    names = [column.name for column in (*grid.columns, *grid.others) if column]
    unlisted = [unlisted_column(part.header, names)] if start < _WIDEST else []
    grid.columns += _lacking(grid, fold(part.header)) or unlisted
    return [*range(start, len(grid.columns))]


def _lacking(grid: _Grid, name: str) -> list[PageColumn]:
    return [column for column in grid.others if column not in grid.columns and _is_named(column, name)]


def _give_to_row_above(grid: _Grid, parts: Parts, *, spans: bool) -> bool:
    """Give what a cell alone in its row says to the row above it, where that says nothing else; tell whether it did.

    What stands above its names is no cell of a column where it spans the table, and is kept.
    """
    is_own = parts[0].texts and (not spans or parts[0].way == INSIDE)
    if is_own or not any(column_of(part.header, _listed(grid)) for part in parts[1:]):
        return False
    placed = [*_places(grid, parts, None)]
    row = [*grid.rows[-1], *[Cell("")] * (len(grid.columns) - len(grid.rows[-1]))]
    if any(place is None or _differs(row[place], part) for part, place in placed if part.texts):
        return False
    for part, place in placed:
        if place is not None:
            _give(row, place, part)
    icons = tuple(link for part in parts if not part.texts for link in (*part.links, *part.icons))
    own = next((place for place, column in enumerate(grid.columns) if column and column.is_required), None)
    if icons and own is not None and not any(cell.links for cell in row if not cell.text or cell is row[own]):
        row[own] = row[own]._replace(links=icons)
    grid.rows[-1] = row
    grid.above.update(dict.fromkeys(parts[0].texts))
    return True


def _says_whose(grid: _Grid, parts: Parts) -> bool:
    """Tell whether the parts of a cell say what they are about: in a text of their own, or by a required column."""
    required = [column for column in (*grid.columns, *grid.others) if column and column.is_required]
    return bool(parts[0].texts) or any(column_of(part.header, required) for part in parts if part.texts)


def _listed(grid: _Grid) -> list[PageColumn]:
    return [column for column in (*grid.columns, *grid.others) if column and column.is_listed]


def _add_row(
    reader: SectionReader, label: Label, grid: _Grid, cells: Sequence[Cell], parts: Mapping[int, Parts]
) -> None:
    """Add a row, some of whose cells say something by the names of columns."""
    row = _in_place(grid, cells, parts)
    owns = {id(cell): place for place, cell in reversed([*enumerate(row)]) if id(cell) in parts}
    row = [Cell("") if id(cell) in owns and owns[id(cell)] != place else cell for place, cell in enumerate(row)]
    for key, own in owns.items():
        of_cell = parts[key]
        placed = [*_places(grid, of_cell, own)]
        row += [Cell("")] * (len(grid.columns) - len(row))
        if of_cell[0].way == INSIDE and not all(_is_sure(grid, row, *each) for each in placed):
            continue
        whole, row[own] = row[own], Cell(" ".join(of_cell[0].texts), links=_links_of(of_cell[0]))
        for part, place in placed:
            text = " ".join(part.texts)
            if place is not None and not _differs(row[place], part):
                _give(row, place, part)
            elif text:
                of = f"something else of {part.header!r}" if part.header else "what belongs to no column"
                detail = f"a cell says {of}: {text}, in {whole.text}"
                reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, detail)
    grid.rows.append(row)


def _in_place(grid: _Grid, cells: Sequence[Cell], parts: Mapping[int, Parts]) -> list[Cell]:
    """Give a row that lacks as many cells as its first one names of other columns with those places left empty."""
    missing = len(grid.columns) - len(cells)
    if missing <= 0 or id(cells[0]) not in parts:
        return [*cells]
    named = {place for _, place in _places(grid, parts[id(cells[0])], 0)} - {0, None}
    if len(named) != missing:
        return [*cells]
    left = iter(cells)
    return [Cell("") if place in named else next(left, Cell("")) for place in range(len(grid.columns))]


def _is_sure(grid: _Grid, row: Sequence[Cell], part: Entry, place: int | None) -> bool:
    """Tell whether a name within a line is one: its column says the same, or nothing and is of that kind."""
    if place is None or _differs(row[place], part):
        return False
    column, text = grid.columns[place], " ".join(part.texts)
    is_of_kind = column is not None and not column.is_free and bool(column.fits(text))
    return bool(text) and (says_something(row[place].text) or is_of_kind)


def _differs(cell: Cell, part: Entry) -> bool:
    """Tell whether a cell says something else than what is said of it elsewhere, or that is in doubt."""
    text = " ".join(part.texts)
    if not says_something(text):
        return False
    if not says_something(cell.text):
        return len(part.below) > 1 and part.way == ALONE  # the value, and what nothing says the name of
    return tidy(cell.text).casefold() != tidy(text).casefold()


def _give(row: list[Cell], place: int, part: Entry) -> None:
    """Put what is said of a cell into it, where it is empty."""
    text = " ".join(part.texts)
    if says_something(text) and not says_something(row[place].text):
        row[place] = Cell(text, links=_links_of(part))
    elif not row[place].links:
        row[place] = row[place]._replace(links=_links_of(part))


def _links_of(part: Entry) -> tuple[str, ...]:
    return (*part.links, *part.icons)
