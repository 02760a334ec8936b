"""Which tables below a label hold its rows, and under which header: a page may cut one table in pieces."""

from collections.abc import Sequence
from dataclasses import replace

from atlas_scraper.blocks.document import PageTable, with_lines
from atlas_scraper.errors import LayoutError
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.tables.columns import Header, PageColumn, count_listed, upright


def choose_tables(
    reader: SectionReader, items: Sequence[Item], columns: Sequence[PageColumn]
) -> list[tuple[Item, PageTable, Header]]:
    """Choose the table whose header names most columns, and those with the same header: a page may cut it in pieces."""
    found: list[tuple[int, Item, PageTable, Header]] = []
    for item in items:
        if item.table is not None:
            table, header = upright(item.table, columns)
            # A lone word of one column, such as `Courriel :` in a row of its own, makes no header.
            if header and (count_listed(header.columns) > 1 or not header.lacks(columns)):
                if found and (body := _body_with_names(found[-1][2], found[-1][3], table, header)):
                    found.append((0, item, body, replace(found[-1][3], row=0)))
                else:
                    found.append((count_listed(header.columns), item, table, header))
            elif found and (body := _body_of(reader, found[-1][2], found[-1][3], item.table)):
                found.append((0, item, body, replace(found[-1][3], row=0)))
    if not found:
        return []
    _, item, table, header = max(found, key=lambda entry: entry[0])
    if lacking := header.lacks(columns):
        raise LayoutError(
            f"the column {lacking[0].headers[0]!r}",
            f"a table with the columns {', '.join(filter(None, header.texts))}",
            "if the site renamed the column, add its new header to the section's columns",
        )
    alike = [entry[1:] for entry in found if entry[3].texts == header.texts]
    return [(item, table, header)] if len(alike) < 2 else alike


def _body_of(reader: SectionReader, head: PageTable, header: Header, table: PageTable) -> PageTable | None:
    """Give a table under the header that the table before it is, as where only the rows move when a page is scrolled.

    `None` where that has rows of its own, or this a header or another number of columns.
    """
    if any(cell.is_header or reader.is_column(cell.text) for cell in table.rows[0]):
        return None
    if header.row != len(head.rows) - 1 or {len(row) for row in table.rows} != {len(header.columns)}:
        return None
    return with_lines(table)._replace(rows=(head.rows[header.row], *with_lines(table).rows))


def _body_with_names(head: PageTable, header: Header, table: PageTable, own: Header) -> PageTable | None:
    """Give a table under the header of the one before it, which has no rows, where its own lacks some of those names.

    Its own is made of the names that its cells begin with, as far as they are listed.
    """
    is_part = header.texts != own.texts and len(header.texts) == len(own.texts) and own.row == 0
    is_part = is_part and all(text in {"", name} for text, name in zip(own.texts, header.texts, strict=True))
    if not is_part or header.row != len(head.rows) - 1:
        return None
    return table._replace(rows=(head.rows[header.row], *table.rows[1:]))
