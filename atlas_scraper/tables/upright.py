"""Tables that lie on their side: their headers stand in the first column."""

from collections.abc import Sequence

from atlas_scraper.blocks.document import Cell, PageTable, with_lines
from atlas_scraper.tables.columns import Header, PageColumn, count_listed, find_header, names_of
from atlas_scraper.values.text import fold

_PAIR_AND_COLON = 3


def upright(table: PageTable, columns: Sequence[PageColumn]) -> tuple[PageTable, Header | None]:
    """Turn a table whose headers stand in its first column; give it with its header.

    A colon in a column of its own stands between such and their values.
    """
    has_colons = bool(table.rows) and all(len(row) == _PAIR_AND_COLON and row[1].text == ":" for row in table.rows)
    if has_colons:
        table = with_lines(table)._replace(rows=tuple((row[0], row[2]) for row in table.rows))
    header = find_header(table, columns)
    lies = has_colons or _lies(table)
    if header and header.names_all(columns) and not lies:
        return table, header
    width = max(map(len, table.rows), default=0)
    if width < 2 or not table.keeps_positions or not (lies or (len(table.rows) > 1 and _may_lie(table, columns))):
        return table, header
    blank = Cell("")
    padded = [[*row, *[blank] * (width - len(row))] for row in table.rows]
    turned = PageTable(tuple(zip(*padded, strict=True)), table.path, table.landmark)
    other = find_header(turned, columns)
    fewest = count_listed(header.columns) if header else 0
    if other and other.row == 0 and count_listed(other.columns) > (0 if lies else max(1, fewest)):
        return turned, other
    return table, header


def _lies(table: PageTable) -> bool:
    """Tell whether the markup says that the first cells of the rows, and no others, are headers."""
    top = table.rows[0] if table.rows else ()
    if len(top) > 1 and all(cell.is_header for cell in top):
        return False  # a row of headers, if blank ones; the first cells below it may be headers of their rows
    first = [row[0] for row in table.rows if row and row[0].text]
    if len(table.rows) == 1 and not any(cell.text for cell in table.rows[0][1:]):
        return False  # a header alone
    if not first or not all(cell.is_header for cell in first):
        return False
    return not any(cell.is_header for row in table.rows for cell in row[1:] if cell.text)


def _may_lie(table: PageTable, columns: Sequence[PageColumn]) -> bool:
    """Tell whether the first cells of two rows name columns: a quick test before a table is turned."""
    first = {fold(row[0].text) for row in table.rows if row}
    if names_of(tuple(columns)).isdisjoint(first):
        return False
    return sum(not first.isdisjoint(column.folded) for column in columns) > 1
