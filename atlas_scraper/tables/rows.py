"""Tables into rows of named cells, whatever the rendition kept of them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import filterfalse, zip_longest

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.paginator import pages_of_text
from atlas_scraper.labelling.reader import MoreRows, SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.broken_rows import whole_rows
from atlas_scraper.tables.choosing import choose_tables
from atlas_scraper.tables.closed_rows import without_closing_signs
from atlas_scraper.tables.columns import Header, PageColumn, find_header
from atlas_scraper.tables.feet import is_row, without_foot
from atlas_scraper.tables.going_on import ignore_counts, say_going_on, says_all
from atlas_scraper.tables.group_rows import ignore_names, without_group_rows
from atlas_scraper.tables.hints import say_hints
from atlas_scraper.tables.named_parts import with_named_parts
from atlas_scraper.tables.names_in_cells import say_names_in_cells, without_own_names
from atlas_scraper.tables.quoted_cells import without_quotes
from atlas_scraper.tables.readings import count_misfits, likeliest
from atlas_scraper.tables.repeated import join_tables, take_repeated
from atlas_scraper.tables.row import Cells, Row, name_by_kind
from atlas_scraper.tables.rows_of_lines import rows_of_lines, take_cards
from atlas_scraper.tables.second_headers import count_second_headers, counts_columns
from atlas_scraper.values.addresses import absolute_link, join
from atlas_scraper.values.beginnings import TESTED
from atlas_scraper.values.choices import ticked
from atlas_scraper.values.text import fold, says_something


def take_rows(
    reader: SectionReader, label: Label, columns: Sequence[PageColumn], *, split: Callable[[str], Cells] | None = None
) -> list[Row]:
    """Take the rows of the table below a label, and report what is known to be missing from it.

    Args:
        reader: the page.
        label: the section.
        columns: the columns that its table has.
        split: reads what it can from a text in which a rendition joined several columns of free text.

    Raises:
        LayoutError: the table is there, but lacks a column without which it cannot be read.
    """
    chosen, others = choose_tables(reader, label, reader.items_of(label), columns)
    rows: list[Row] = []
    headers: list[Header] = []
    tables: list[tuple[bool, list[Row]]] = []
    grouping: set[str] = set()
    for each in chosen:
        for item in each.items:
            item.take(label.field)
        table, names = without_group_rows(reader, label, each.table, each.header)
        grouping |= names
        table = without_own_names(reader, table, each.header)
        table, header = with_named_parts(reader, label, table, each.header, columns)
        headers.append(header)
        say_hints(reader, label, header.texts, [column.folded if column else None for column in header.columns])
        tables.append((each.named > 0, list(_rows_of_table(reader, label, table, header))))
    if headers:
        again = [(other.items, other.table, other.header) for other in others]
        rows = take_repeated(reader, label, columns, join_tables(reader, label, tables), again)
        _keep_empty_columns(reader, label, max(headers, key=lambda header: len(header.columns)), rows)
    elif (cards := take_cards(reader, label, columns)) and (of_cards := find_header(cards, columns)):
        rows = without_closing_signs(list(_rows_of_table(reader, label, cards, of_cards)))
        _keep_empty_columns(reader, label, of_cards, rows)
    else:
        rows = without_closing_signs(list(rows_of_lines(reader, label, columns, split)))
    _keep_unlisted_columns(reader, label, rows, columns)
    say_names_in_cells(reader, label, rows, columns)
    ignore_names(reader, label, grouping)
    paginators = reader.paginators_of(label)
    for paginator in paginators:
        _report_pages(reader, label, paginator.pages, paginator.links)
    if rows and not any(paginator.pages > 1 for paginator in paginators):
        say_going_on(reader, label, len(rows))
    ignore_counts(reader, label, len(rows))
    return rows


def _rows_of_table(reader: SectionReader, label: Label, table: PageTable, header: Header) -> Iterator[Row]:
    header_cells = table.rows[header.row]
    above: list[str] = []
    folded_header = _folded(header.texts)
    for row in table.rows[: header.row]:
        _keep_row(reader, label, [cell for cell in row if not any(cell is other for other in header_cells)])
    body, foot = without_foot(table, header)
    body = [row for row in body if not _says_again(row, folded_header)]
    seconds = count_second_headers(body, header.columns)
    for row in filterfalse(counts_columns, body[:seconds]):
        _keep_row(reader, label, row)
    rows = without_quotes(body[seconds:])
    is_plain = table.plain is not None
    rows = [*(rows if is_plain else whole_rows(reader, label, rows, header)), *foot]
    last: Row | None = None
    count = 0
    for number, row in enumerate(rows, len(foot) - len(rows)):
        texts = [cell.text for cell in row] if is_plain else _texts_once(reader, label, row, header)
        # The headers of an empty table that lies on its side stand below each other.
        said = [text for text in texts if text]
        if not said and last and not last.links and len(set(map(id, row))) == 1:
            last = replace(last, links=tuple(filter(None, row[0].links)))  # an icon in a row of its own below
        if all(map(reader.is_column, said)) or _reads_message(reader, label, row, said, count):
            continue
        if reader.words.total.fullmatch(said[0]) or (number >= 0 and not is_row(reader, label, texts, header)):
            _keep_row(reader, label, row, count)
            continue
        has_links = not is_plain and any(cell.links for cell in row)
        links = tuple(_links_of(row, header)) if has_links else ()
        keeps_positions = table.keeps_positions
        if keeps_positions and not table.keeps_short_rows and len(texts) < len(header.columns):
            keeps_positions, texts = _placed(reader, label, texts, above, header.columns)
        above = texts if len(texts) >= len(header.columns) else []
        cells = _name_cells(reader, label, texts, header, keeps_positions=keeps_positions)
        if last:
            yield last
        count += 1
        last = Row(cells, links, " | ".join(said))
    if last:
        yield last


def _says_again(row: Sequence[Cell], header: Sequence[str]) -> bool:
    """Tell whether a row says a header, folded, once more."""
    return fold(_first_text(row)) == header[0] and _folded([cell.text for cell in row]) == header


def _placed(
    reader: SectionReader, label: Label, texts: list[str], above: list[str], columns: Sequence[PageColumn | None]
) -> tuple[bool, list[str]]:
    """Place the cells of a row that is too short: cells are missing at its end, or one of the row above reaches down.

    Gives whether the places are known, and the texts in them; unknown where cells in the middle may be missing too.
    """
    short = len(columns) - len(texts)
    ways = [[*texts, *[""] * short], *([[*above[:short], *texts]] if above else [])]
    fits = [way for way in ways if _fits_in_place(way, columns)]
    place = {number: text for number, text in enumerate(fits[0]) if text and columns[number]} if len(fits) == 1 else {}
    if not place or likeliest([list(place.values())], columns) != [place]:
        detail = f"a row that is too short may have lost empty cells: {' | '.join(filter(None, texts))}"
        reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, detail)
    shows_kind = any(column and not column.is_free for number, column in enumerate(columns) if number in place)
    return (True, fits[0]) if shows_kind else (False, texts)


def _links_of(row: Sequence[Cell], header: Header) -> Iterator[str]:
    """Yield the links that are the row's own: of its name and its icons; a map behind a country is not. Mail counts."""
    for place, cell in enumerate(row):
        if not cell.links:
            continue
        column = header.columns[place] if place < len(header.columns) else None
        is_own = not cell.text or column is None or column.is_required
        yield from (link for link in cell.links if link and (is_own or link[:7].lower() == "mailto:"))


def _texts_once(reader: SectionReader, label: Label, row: Sequence[Cell], header: Header) -> list[str]:
    """Give the texts of a row; one that spans columns in the first of them, since nothing says that it is in all."""
    if len(set(map(id, row))) == len(row):
        return [cell.text for cell in row]
    spans = {place for place in range(1, len(row)) if row[place] is row[place - 1] and row[place].text}
    if not spans:
        return [cell.text for cell in row]
    listed = {place for place, column in enumerate(header.columns) if column and column.is_listed}
    if any(cell is not row[0] for cell in row):
        for place in sorted(spans & listed):
            reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, f"a cell spans columns: {row[place].text}")
    return ["" if place in spans else cell.text for place, cell in enumerate(row)]


def _reads_message(reader: SectionReader, label: Label, row: Sequence[Cell], said: Sequence[str], count: int) -> bool:
    """Read a row whose one cell spans the table: it says that there are no rows, or is a paginator, or a remark.

    Args:
        reader: the page.
        label: the section.
        row: the row.
        said: what its cells say, one that spans columns once.
        count: how many rows stand above it.
    """
    first = said[0]
    if len(said) > 1:
        return reader.words.is_no_row(first) and all(map(reader.words.is_no_row, said[1:]))
    if reader.words.is_no_row(first) or reader.words.is_empty(first):
        return True
    cells = [cell for cell in row if cell.text]
    spans = len(cells) > 1
    if spans and (pages := pages_of_text(first, reader.words)):
        _report_pages(reader, label, pages, cells[0].links)
    elif spans:
        _keep_row(reader, label, row, count)
    return spans


def _report_pages(reader: SectionReader, label: Label, pages: int, links: Sequence[str]) -> None:
    if pages > 1:
        reader.more.append(MoreRows(label.field, pages, [join(reader.base, link) for link in links]))
        addresses = [absolute_link(link, reader.base) or link for link in links]
        others = f"the others: {', '.join(addresses)}" if addresses else "there are no links to the others"
        reader.issue(IssueCode.MISSING_ROWS, label.field, f"one of {pages} pages; {others}")


def _first_text(row: Sequence[Cell]) -> str:
    for cell in row:  # mostly the very first; `next` takes three times as long
        if cell.text:
            return cell.text
    return ""


def _folded(texts: Sequence[str]) -> list[str]:
    return [fold(text) for text in texts if text]


def _keep_row(reader: SectionReader, label: Label, row: Sequence[Cell], count: int = -1) -> None:
    """Keep a row that is no data, such as a total, unless it repeats the section's label or counts the rows above."""
    text = " | ".join(dict.fromkeys(cell.text for cell in row if cell.text))
    if text and fold(text) not in map(fold, label.spellings) and not says_all(text, reader.words, count):
        reader.keep_unread(None, text, label.field, IssueCode.UNREAD_TEXT, place=reader.place(label))


def _name_cells(
    reader: SectionReader, label: Label, texts: Sequence[str], header: Header, *, keeps_positions: bool
) -> Cells:
    """Name the cells of a row by position, or by what they are where positions are lost."""
    columns = header.columns
    if keeps_positions:
        is_placed = len(texts) >= len(columns) or _fits_best_in_place(texts, columns)
    else:
        texts = [text for text in texts if text]
        is_placed = len(texts) >= sum(column is not None for column in columns)
        columns = columns if len(texts) >= len(columns) else tuple(filter(None, columns))
    if not is_placed:
        return name_by_kind(reader, label, [[text for text in texts if text]], columns)
    cells: Cells = {}
    may_be_empty, is_empty = reader.words.may_be_empty, reader.words.is_empty
    for column, text in zip_longest(columns[: len(texts)], texts):
        if not text:
            if column:
                cells[column.name] = ""
        elif column:
            if column.is_listed:
                says = says_something(text) and not (may_be_empty(text[:TESTED]) and is_empty(text))
            else:
                says = says_something(text) or ticked(text) is not None
            if says and reader.placeholders:
                says = fold(text) not in reader.placeholders
            cells[column.name] = (_without_header(text, column) if ":" in text else text) if says else ""
        # A sign, such as a box to select the row, says nothing.
        elif says_something(text) and not reader.words.is_frame(text):
            reader.keep_unread(
                "(column without header)", text, label.field, IssueCode.UNREAD_TEXT, place=reader.place(label)
            )
    return cells


def _without_header(text: str, column: PageColumn) -> str:
    """Leave out the header that a page for small screens repeats in each cell: `Pays : Canada`."""
    head, _, rest = text.partition(":")
    return rest.strip() if fold(head) in column.folded else text


def _fits_in_place(texts: Sequence[str], columns: Sequence[PageColumn | None]) -> bool:
    """Tell whether all cells of a row fit where they stand, and no column is empty that always is filled."""
    in_place = {place: text for place, text in enumerate(texts) if text and columns[place]}
    is_filled = all(texts[place] for place, column in enumerate(columns) if column and column.always_filled)
    return is_filled and not count_misfits(in_place, columns)


def _fits_best_in_place(texts: Sequence[str], columns: Sequence[PageColumn | None]) -> bool:
    """Tell whether the cells of a row that ends early fit where they stand as well as anywhere."""
    in_place = {place: text for place, text in enumerate(texts) if text and columns[place]}
    best = likeliest([[text for text in texts if text]], columns)
    return not best or count_misfits(in_place, columns) <= count_misfits(best[0], columns)


def _keep_empty_columns(reader: SectionReader, label: Label, header: Header, rows: Sequence[Row]) -> None:
    """Keep the names of unlisted columns in which nothing stands."""
    for column in filter(None, header.columns):
        is_filled = any(row.cells.get(column.name) for row in rows)
        if not column.is_listed and not is_filled and not reader.words.is_frame(column.name):
            reader.keep_unread(
                column.name, column.name, label.field, IssueCode.UNKNOWN_COLUMN, place=reader.place(label)
            )


def _keep_unlisted_columns(
    reader: SectionReader, label: Label, rows: Sequence[Row], columns: Sequence[PageColumn]
) -> None:
    """Keep the cells of columns that nobody has listed, a line a row."""
    listed = {column.name for column in columns}
    for name in dict.fromkeys(name for row in rows for name in row.cells if name not in listed):
        text = "\n".join(text for row in rows if (text := row.cells.get(name)))
        if text:
            reader.keep_unread(name, text, label.field, IssueCode.UNKNOWN_COLUMN, place=reader.place(label))
