"""Rows that stand below each other in one table of two columns: the name of a column, and beside it its value.

A row ends where a rule, a title or an empty row stands, or where a name comes again more often than in the first row.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from atlas_scraper.blocks.document import Cell, PageTable, with_lines
from atlas_scraper.tables.card_entries import column_of
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.values.text import fold

_PAIR = 2
_FEWEST_CARDS = 2

Key = tuple[str, int]
"""The name of a column, folded, and which of several columns of that name it is."""


def with_cards_as_rows(table: PageTable, columns: Sequence[PageColumn]) -> tuple[PageTable, list[str]]:
    """Give a table of cards below each other with a row for each, under a header; any other table as it is.

    Args:
        table: the table.
        columns: the columns that the rows may have.

    Returns:
        The table, and what may be read otherwise: values under one of equal names of which a card lacks some.
    """
    if not table.keeps_positions or max(map(len, table.rows), default=0) != _PAIR:
        return table, []
    if column_of(table.rows[0][0].text, columns) is None:
        return table, []
    first = fold(table.rows[0][0].text)
    if sum(fold(row[0].text) == first for row in table.rows) < _FEWEST_CARDS:
        return table, []
    cards = list(_cards([row for row in with_lines(table).rows if row]))
    names = Counter(fold(name.text) for card in cards for name, value in card if value is not name)
    listed = [name for name in names if column_of(name, columns) is not None]
    others = [name for name in names if name and name not in listed]
    # A header that comes again, with rows below it, is followed by other words each time.
    are_names = len(listed) > 1 or all(2 * names[name] > len(cards) for name in others)
    if len(cards) < _FEWEST_CARDS or not are_names or len(others) > len(listed):
        return table, []
    values = [value.text for card in cards for name, value in card if value is not name]
    if not any(values) or any(column_of(value, columns) for value in values):
        return table, []
    return _table(table, cards)


def _cards(rows: Sequence[tuple[Cell, ...]]) -> Iterator[list[tuple[Cell, Cell]]]:
    """Yield the pairs of each card."""
    most: Counter[str] = Counter()
    said: Counter[str] = Counter()
    card: list[tuple[Cell, Cell]] = []
    for row in rows:
        name, value = row[0], row[-1]
        is_empty = name is value and not (name.text or name.links)
        key = fold(name.text)
        comes_again = bool(most) and said[key] >= max(1, most[key])
        is_first_again = not most and bool(card) and key == fold(card[0][0].text)
        is_rule_or_title = name is value
        if card and (is_rule_or_title or comes_again or is_first_again):
            most = most or said.copy()
            yield card
            card, said = [], Counter()
        if not is_empty:
            card.append((name, value))
            said[key] += 1
    if card:
        yield card


def _table(table: PageTable, cards: Sequence[Sequence[tuple[Cell, Cell]]]) -> tuple[PageTable, list[str]]:
    header: dict[Key, Cell] = {}
    rows: list[dict[Key, Cell]] = []
    for card in cards:
        said: Counter[str] = Counter()
        rows.append({})
        for name, value in card:
            key = fold(name.text), said[fold(name.text)]
            said[key[0]] += 1
            header.setdefault(key, name)
            rows[-1][key] = value
    doubtful = []
    most = Counter(name for name, _ in header)
    for row in rows:
        counts = Counter(name for name, _ in row)
        for key in row:
            if key[0] and counts[key[0]] < most[key[0]] and row[key].text:
                doubtful.append(f"one of several columns of that name: {header[key].text}: {row[key].text}")
                row[key] = row[key]._replace(text="", blocks=())
    blank = Cell("")
    grid = [tuple(row.get(key, blank) for key in header) for row in rows]
    names = tuple(Cell(name.text.rstrip(" :"), is_header=True) for name in header.values())
    return table._replace(rows=(names, *grid), plain=None), doubtful
