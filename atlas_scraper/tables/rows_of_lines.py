"""Rows of a table that a rendition shows as lines: joined cells in flat text, boxes or cards in HTML."""

from collections.abc import Callable, Iterator, Sequence

from atlas_scraper.blocks.document import PageTable
from atlas_scraper.labelling.items import whole_lines
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import Path, shared_depth, wherever_in_block
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.box_rows import BoxTable, Line, path_of, read_boxes
from atlas_scraper.tables.card_actions import Action, actions_of
from atlas_scraper.tables.card_entries import column_of
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.flat_rows import cut_header, cuts_of, join_free_columns
from atlas_scraper.tables.grids_of_lines import cells_of_lines, is_grid_of_lines
from atlas_scraper.tables.inline_grids import read_inline_grid
from atlas_scraper.tables.line_cards import Cards, read_cards
from atlas_scraper.tables.loose_grids import read_loose_grid, read_rows_below_head
from atlas_scraper.tables.nested_cells import read_nested_cells
from atlas_scraper.tables.row import Cells, Row, name_by_kind
from atlas_scraper.values.text import fold


def take_cards(reader: SectionReader, label: Label, columns: Sequence[PageColumn]) -> PageTable | None:
    """Take the lines below a label that are a card for each row, and give them as a table; `None` for other lines."""
    cards = cards_of(reader, label, columns)
    if cards is None:
        return None
    for _, parts in cards.used:
        for part in parts:
            part.take(label.field)
    for text in cards.doubtful:
        reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, text)
    return cards.table


def cards_of(reader: SectionReader, label: Label, columns: Sequence[PageColumn]) -> Cards | None:
    """Give the cards that the lines below a label are, of those that nobody has taken; `None` for other lines."""
    lines = whole_lines([item for item in reader.items_of(label) if item.line])
    if not lines or _is_one_column(lines, columns) or _cells_of_lines(reader, lines, columns):
        return None
    boxes = read_boxes(lines, columns)
    actions, title = _actions(reader, label, lines)
    if boxes and boxes[1] and _are_whole(boxes):
        return None
    # What converters write keeps no empty cells apart, by which a grid would be told.
    has_places = reader.document.rendition != "markdown"
    if has_places and (below := read_rows_below_head(lines, columns, actions, title)):
        return below
    if boxes and boxes[1]:
        return None
    grid = read_loose_grid(lines, columns, actions, title) if has_places else None
    if boxes:  # a header, unless a row in its box links to somewhere
        return grid if grid and any(cell.links for row in grid.table.rows[1:] for cell in row) else None
    grid = grid or read_inline_grid(lines, columns)
    cards = grid or read_cards(lines, columns, actions, title, has_places=has_places)
    return cards or (_nested(lines, columns) if reader.document.rendition == "html" else None)


def _nested(lines: Sequence[Line], columns: Sequence[PageColumn]) -> Cards | None:
    table = read_nested_cells(lines, columns)
    return Cards(table, [*lines], []) if table else None


def _are_whole(boxes: BoxTable) -> bool:
    """Tell whether each row of boxes has a cell for each name, also an empty one."""
    names = sum(column is not None for column in boxes[0])
    return all(len(cells) == names for cells, _ in boxes[1])


def _actions(reader: SectionReader, label: Label, lines: Sequence[Line]) -> tuple[Sequence[Action], Path]:
    """Give the links of the site's own words below a label, and the boxes that the label stands in."""
    heading = reader.items[reader.place(label)].line
    items = reader.division.sections.get(label, ())
    return [*actions_of(items, lines, reader.words)], heading.path if heading else ()


def rows_of_lines(
    reader: SectionReader, label: Label, columns: Sequence[PageColumn], split: Callable[[str], Cells] | None
) -> Iterator[Row]:
    """Read a table that the rendition shows as lines: joined cells in flat text, boxes in HTML."""
    lines = whole_lines([item for item in reader.items_of(label) if item.line])
    if not lines:
        return
    taken = lines
    header = cut_header(lines[0][0], columns)
    if cells := _cells_of_lines(reader, lines, columns):
        yield from (Row(row, text=" | ".join(row.values())) for row in cells)
    elif boxes := read_boxes(lines, columns):
        taken = boxes[2]
        yield from (_row_of_boxes(reader, label, cells, links, boxes[0]) for cells, links in boxes[1])
    elif _is_one_column(lines, columns):
        name = next(column for column in columns if fold(lines[0][0]) in column.folded)
        for text, parts in lines[1:]:
            yield Row({name.name: text}, tuple(link for part in parts for link in part.links), text)
    elif header and _are_joined_cells(reader, lines, columns):
        for text in (text for text, _ in lines[1:] if text != lines[0][0]):
            yield Row(_cut_row(reader, label, text, header, split), text=text)
    else:
        taken = []
    for _, parts in taken:
        for part in parts:
            part.take(label.field)


def _are_joined_cells(reader: SectionReader, lines: Sequence[Line], columns: Sequence[PageColumn]) -> bool:
    """Tell whether each line below the first is a row of its own, and not a cell of a grid that may lack some."""
    if _name_others(lines, columns):
        return False
    if reader.document.rendition == "html":
        return _shares_box(lines)
    return not is_grid_of_lines([text for text, _ in lines], columns)


def _cells_of_lines(reader: SectionReader, lines: Sequence[Line], columns: Sequence[PageColumn]) -> list[Cells]:
    """Give the rows of a text whose lines are the names of columns and then the cells, all of them; none for others."""
    texts = [] if reader.document.rendition == "html" else [text for text, _ in lines]
    return cells_of_lines(texts, columns) if is_grid_of_lines(texts, columns) else []


def _row_of_boxes(
    reader: SectionReader,
    label: Label,
    cells: Sequence[str],
    links: tuple[str, ...],
    header: Sequence[PageColumn | None],
) -> Row:
    named = [column for column in header if column is not None]
    if len(cells) == len(named):
        by_name = {column.name: text for column, text in zip(named, cells, strict=True)}
    else:
        by_name = name_by_kind(reader, label, [cells], header)
        if len(cells) == 1:
            reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, f"a row of one cell may be none: {cells[0]}")
    return Row(by_name, links, " | ".join(cells))


def _is_one_column(lines: Sequence[Line], columns: Sequence[PageColumn]) -> bool:
    """Tell whether lines are the one column that has a name, under it: all in one box, or each in a row of its own.

    Boxes beside each other may as well be a header of further names, and so may lines with a mark of their own.
    """
    named = [column for column in columns if not column.may_lack_header]
    are_names = [len(named) == 1 and fold(text) in named[0].folded for text, _ in lines]
    first, *others = map(path_of, lines)
    if are_names != [True, *[False] * len(others)] or not others or not first:
        return False
    level = min(shared_depth(first, path) for path in others)
    boxes = {path[: level + 1] for path in (first, *others) if len(path) == len(first)}
    if len(boxes) == 1:
        return level == len(first) and lines[0][1][0].mark.endswith(">")
    return len(boxes) == len(lines) and len(first) > level + 1


def _name_others(lines: Sequence[Line], columns: Sequence[PageColumn]) -> bool:
    """Tell whether lines below the first name other columns of the table, which no row of it says."""
    own = column_of(lines[0][0], columns)
    return own is not None and any((other := column_of(text, columns)) and other is not own for text, _ in lines)


def _shares_box(lines: Sequence[Line]) -> bool:
    """Tell whether lines stand in one box, as those of a text that keeps its line ends do, none marked as the first."""
    first, *others = [wherever_in_block(parts[0].mark) for _, parts in lines]
    is_marked_again = not first.endswith(">") and first in others
    return len({path_of(line) for line in lines}) == 1 and not is_marked_again


def _cut_row(
    reader: SectionReader,
    label: Label,
    text: str,
    header: Sequence[PageColumn | None],
    split: Callable[[str], Cells] | None,
) -> Cells:
    columns = join_free_columns(header)
    cells = name_by_kind(reader, label, cuts_of(text, columns) or [[text]], columns)
    for column in columns:
        if column.name in cells and column.is_free and not column.headers:
            joined = cells.pop(column.name)
            reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, f"{column.name}: {joined}")
            cells.update(split(joined) if split else {})
    return cells
