"""Rows that say their headers themselves: a card for each, `Pays` and `Canada` in each of its boxes or on its lines.

The header is the beginning of a cell that is the name of a known column, in a stretch or on a line of its own; what
other cells have in its place, marked alike, is the header of a column that nobody has listed.
"""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from atlas_scraper.blocks.document import Block, Cell, Line, PageTable, Run
from atlas_scraper.labelling.items import Item, text_of
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.marks import shared_depth, without_places
from atlas_scraper.labelling.thresholds import RUNS_OF_A_HEADER
from atlas_scraper.values.text import fold

_PAIR = 2
_FIRST = re.compile(r"(?<!\d)1(?= ?:?$)")  # the number that the heading of the first card ends with
_FEWEST_NAMED = 2  # headers, from which no marks are needed; a header row names one in its first cell

Runs = tuple[Run, ...]


def with_headers_of_cards(table: PageTable, labels: LabelIndex) -> PageTable:
    """Give a table of cards with its headers in a row of their own; any other table as it is."""
    # In a cell of one piece nothing stands behind a header.
    first = table.rows[0] if table.rows and table.plain is None else ()
    if _is_header_of_two_lines(first, labels) or not any(_named(cell, labels) for cell in first):
        return table
    named: list[list[Runs]] = []
    for row in table.rows:
        named.append([_named(cell, labels) for cell in row])
        if not any(named[-1]):
            return table  # below a row of headers nothing is named
    marks = {run.mark for row in named for runs in row for run in runs}
    both = (zip(*each, strict=True) for each in zip(table.rows, named, strict=True))
    heads = [[runs or _marked(cell, marks) for cell, runs in row] for row in both]
    if len(heads) > 1 and labels.is_header([cell.text for cell in first]) and not _goes_on(first, named[0]):
        return table  # the names stand once more in the cells below their header
    if not any(_goes_on(*both) for both in zip(table.rows, named, strict=True)):
        return table
    width = max(map(len, heads))
    texts = [[text_of(row[place]) for row in heads if place < len(row) and row[place]] for place in range(width)]
    if any(len(set(map(fold, column))) > 1 for column in texts):
        return table
    header = tuple(Cell(column[0].rstrip(" :") if column else "", is_header=True) for column in texts)
    rows = tuple(tuple(map(_without, row, of_row)) for row, of_row in zip(table.rows, heads, strict=True))
    return table._replace(rows=(header, *rows), is_boxes=False)


def is_one_card(table: PageTable, labels: LabelIndex) -> bool:
    """Tell whether boxes are the headers and values of one row below each other, which are read line by line."""
    if not table.is_boxes or any(len(row) != _PAIR for row in table.rows):
        return False
    if _is_header_of_two_lines(table.rows[0], labels):
        return False
    is_named = any(_named(cell, labels) for cell in table.rows[0])
    return _are_names_and_values(table, labels) if is_named else _begins_with_unlisted(table, labels)


def is_card_in_each_row(table: PageTable, labels: LabelIndex) -> bool:
    """Tell whether each row is a card: names and values in turns, the same two names of columns in each.

    Boxes may begin with a value that has no name, or each with the same one name.
    """
    width = len(table.rows[0]) if table.rows else 0
    if table.is_boxes and _begin_with_one_name(table, labels):
        return True
    if table.is_boxes and width % _PAIR and all(len(row) == width and row[0].text for row in table.rows):
        are_heads = len(table.rows) > 1 and not any(labels.is_column(row[0].text) for row in table.rows)
        table = table._replace(rows=tuple(row[1:] for row in table.rows)) if are_heads else table
        width -= are_heads
    if width < _PAIR * _FEWEST_NAMED or width % _PAIR or not labels.is_column(table.rows[0][0].text):
        return False
    if len({tuple(cell.text for cell in row) for row in table.rows}) < _PAIR:
        return False  # a header, which may name unlisted columns
    names = [cell.text for cell in table.rows[0][::_PAIR]]
    if sum(map(labels.is_column, names)) < _FEWEST_NAMED or not all(map(fold, names)):
        return False
    if any(len(row) != width or [cell.text for cell in row[::_PAIR]] != names for row in table.rows):
        return False
    values = {cell.text for row in table.rows for cell in row[1::_PAIR]}
    return any(values) and not any(map(labels.is_column, values))


def _begin_with_one_name(table: PageTable, labels: LabelIndex) -> bool:
    """Tell whether all rows begin with the same name of a column and go on otherwise, without any other name."""
    names = {fold(row[0].text) for row in table.rows}
    others = [tuple(cell.text for cell in row[1:]) for row in table.rows]
    if len(names) > 1 or len(set(others)) < _PAIR or max(map(len, others)) < _PAIR:
        return False
    return labels.is_column(table.rows[0][0].text) and not any(labels.is_column(text) for row in others for text in row)


def lines_of_cards(table: PageTable, labels: LabelIndex) -> list[Block]:
    """Give what the cells of a table hold where each that says something is a card; nothing for any other table."""
    if table.plain is not None or not table.rows:
        return []
    if all(len(cell.blocks) < _PAIR and not _names_several(first_line(cell), labels) for cell in table.rows[0]):
        return []
    cells = {id(cell): cell for row in table.rows for cell in row if cell.text}.values()
    return [block for cell in cells for block in cell.blocks] if all(_is_card(cell, labels) for cell in cells) else []


def _is_card(cell: Cell, labels: LabelIndex) -> bool:
    """Tell whether lines of a cell begin with names of columns: the first one that says something, and another."""
    lines = [block for block in cell.blocks if isinstance(block, Line)]
    if len(lines) == len(cell.blocks) == 1:
        return _names_several(lines[0], labels)
    if len(lines) < max(_PAIR, len(cell.blocks)) or not _names_column(lines[0], labels):
        return False
    names = sum(_names_column(line, labels) for line in lines)
    return names >= _FEWEST_NAMED and (names < len(lines) or not all(labels.is_column(line.text) for line in lines))


def _names_several(line: Line | None, labels: LabelIndex) -> bool:
    """Tell whether a line is several names of columns in stretches of their own, with something between them."""
    if line is None or len(line.runs) <= _PAIR:
        return False
    said = [labels.is_column(run.text) for run in line.runs if fold(run.text)]
    return said[0] and sum(said) >= _FEWEST_NAMED and any(before > after for before, after in pairwise(said[:-1]))


def _names_column(line: Line, labels: LabelIndex) -> bool:
    """Tell whether a line is the name of a column, or begins with one in a stretch of its own or before a colon."""
    return any(map(labels.is_column, (line.text, line.runs[0].text, line.text.partition(":")[0])))


def _is_header_of_two_lines(row: Sequence[Cell], labels: LabelIndex) -> bool:
    return any(len(cell.blocks) > 1 and labels.is_column(cell.text) for cell in row)


def _are_names_and_values(table: PageTable, labels: LabelIndex) -> bool:
    """Tell whether rows of two are headers and values: by the words of several headers, or by how both are marked."""
    if sum(labels.is_column(row[0].text) for row in table.rows) >= _FEWEST_NAMED:
        return not any(labels.is_column(row[1].text) for row in table.rows)
    heads, values = ({_mark(row[place]) for row in table.rows if row[place].text} for place in range(_PAIR))
    names = [row[0].text for row in table.rows if row[0].text]
    return any(map(labels.is_column, names)) and bool(values) and heads.isdisjoint(values)


def _begins_with_unlisted(table: PageTable, labels: LabelIndex) -> bool:
    """Tell whether boxes are one card whose first name is unlisted: a further first cell, and no second, is listed."""
    if not table.rows[0][0].text:
        return False
    names, values = zip(*table.rows, strict=True)
    is_first_unlisted = not labels.find(names[0].text) and not labels.is_column(names[0].text)
    return (
        is_first_unlisted
        and any(labels.is_column(cell.text) for cell in names)
        and not any(labels.is_column(cell.text) or labels.find(cell.text) for cell in values)
    )


def _mark(cell: Cell) -> str:
    """Give how a cell is marked, wherever it stands among its neighbours."""
    line = first_line(cell)
    return without_places(line.runs[0].mark) if line else ""


def first_line(cell: Cell) -> Line | None:
    """Give the line at the head of a cell; none where a table stands there, or where the cell lacks its lines."""
    return cell.blocks[0] if cell.blocks and isinstance(cell.blocks[0], Line) else None


def _named(cell: Cell, labels: LabelIndex) -> Runs:
    """Give the stretches at the beginning of a cell that are the name of a column, as many as are."""
    line = first_line(cell)
    runs = line.runs[:RUNS_OF_A_HEADER] if line else ()
    for end in range(len(runs), 0, -1):
        text = text_of(runs[:end])
        if labels.find(text) in labels.rank:
            return ()  # a label, of which the first word may be the name of a column
        if labels.is_column(text):
            return runs[:end]
    return ()


def _marked(cell: Cell, marks: set[str]) -> Runs:
    """Give the stretches at the beginning of a cell that are marked as the names of columns are."""
    line = first_line(cell)
    runs = line.runs if line else ()
    return tuple(takewhile(lambda run: run.mark in marks or not run.text.strip(), runs))


def _goes_on(row: Sequence[Cell], named: Sequence[Runs]) -> bool:
    """Tell whether cells of a row say more than their headers."""
    return any(_without(cell, head).text for cell, head in zip(row, named, strict=True) if head)


def _without(cell: Cell, head: Runs) -> Cell:
    """Give what a cell says behind its header."""
    line = first_line(cell)
    if not head or line is None:
        return cell
    runs = line.runs[len(head) :]
    first = line._replace(text=text_of(runs).lstrip(": "), runs=runs)
    blocks: tuple[Block, ...] = (*((first,) if first.text else ()), *cell.blocks[1:])
    return cell._replace(text=" ".join(block.text for block in blocks), blocks=blocks)


def names_in_cards(items: Sequence[Item], start: int, end: int, label: Label, labels: LabelIndex) -> list[int]:
    """Give the places of the lines between two labels that begin with the name of a column of the first one's table."""
    return [number for number in range(start + 1, end) if _begins_with_name(items[number], label, labels)]


def _begins_with_name(item: Item, label: Label, labels: LabelIndex) -> bool:
    if item.line is None:
        return False
    if labels.is_column_of(label, item.text) or (item.runs and labels.is_column_of(label, item.runs[0].text)):
        return True
    head, colon, _ = item.text.partition(":")
    return bool(colon) and labels.is_column_of(label, head)


def is_in_cards(items: Sequence[Item], number: int, start: int, names: Sequence[int]) -> bool:
    """Tell whether a line is within the cards of a table: it names a column, stands between such, or in a card's box.

    Args:
        items: the items of the page.
        number: the place of the line.
        start: the place of the table's label.
        names: the places of the names of columns below it, see `names_in_cards`.
    """
    if not names or names[0] <= number <= names[-1]:
        return bool(names)
    if number + 1 == names[0] and _heads_card(items, number, start, names):
        return True
    nearest, first = items[names[0] if number < names[0] else names[-1]].block.path, items[names[0]].block.path
    return shared_depth(items[number].block.path, nearest) > shared_depth(items[start].block.path, first)


def _heads_card(items: Sequence[Item], number: int, start: int, names: Sequence[int]) -> bool:
    """Tell whether a line is the heading of the first card: the next cards have such, or it numbers a lone one.

    Only boxes tell so in HTML; Markdown has none.
    """
    item, title = items[number], items[start]
    if item.line is None or not item.line.is_heading or item.mark == title.mark:
        return False
    others = (items[place] for place in range(names[0], names[-1]))
    is_first = _FIRST.search(item.text) is not None
    return is_first or any(other.mark == item.mark and other.line and other.line.is_heading for other in others)
