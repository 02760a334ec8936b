"""Tables of a text in Markdown as HTML around Markdown, their rows as wide as they are."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from atlas_scraper.blocks.markdown_inline import as_text
from atlas_scraper.blocks.pipe_rows import SPANNED, PipeTable, Row

_ENTRY = re.compile(r"[-+*] (?=\S)")
_CELL_BREAK = re.compile(r"<br ?/?>|\s{2,}|\\(?=\s|$)")  # no other space within a cell is written twice


def written_table(table: PipeTable, *, lists_dashes: bool) -> Iterator[str]:
    """Yield a table as HTML, its rows as wide as they are; a header without a word is left out."""
    yield "<table>"
    lists_dashes = lists_dashes or sum(map(_has_entry, table.rows)) > 1
    wraps_cells = any(map(_is_of_entries, table.rows))
    rows = table.rows if any(table.rows[0]) else table.rows[1:]
    has_second = _has_second_header(rows)
    for number, row in enumerate(rows):
        yield "<tr>"
        for cell, size in _with_sizes(row):
            lines = _lines_of_cell(cell, is_listed=lists_dashes, is_one_entry=wraps_cells)
            spans = f' colspan="{size}"' if size > 1 else ' rowspan="2"' if has_second and not number else ""
            yield from (f"<td{spans}>", "", "\\\n".join(lines), "", "</td>") if lines else (f"<td{spans}></td>",)
        yield "</tr>"
    yield from ("</table>", "")


def _with_sizes(row: Row) -> Iterator[tuple[str, int]]:
    """Yield the cells of a row with how many places each has."""
    starts = [place for place, cell in enumerate(row) if cell != SPANNED or not place]
    yield from ((row[start].strip(SPANNED), end - start) for start, end in pairwise([*starts, len(row)]))


def _has_second_header(rows: Sequence[Row]) -> bool:
    """Tell whether the second row holds no more than what stands below the cells that span places of the first."""
    if len(rows) < 2 or len(rows[1]) >= len(rows[0]):
        return False
    return len(rows[1]) == sum(size for _, size in _with_sizes(rows[0]) if size > 1)


def _is_of_entries(row: Sequence[str]) -> bool:
    """Tell whether each cell of a row is a list, which then only wraps what the cell says."""
    said = [cell for cell in row if cell]
    return len(said) > 1 and all(map(_ENTRY.match, said))


def _has_entry(row: Sequence[str]) -> bool:
    """Tell whether a cell of a row may be an entry of a list; a line in a cell that spans the table is an author's."""
    is_line = len(row) > 1 and not any(cell.strip(SPANNED) for cell in row[1:])
    return not is_line and any(cell.startswith("- ") for cell in row)


def _lines_of_cell(cell: str, *, is_listed: bool, is_one_entry: bool) -> list[str]:
    """Give the lines that a cell had before the converter wrote it on one: breaks, and the entries of a list."""
    lines = _CELL_BREAK.split(cell)
    if _ENTRY.match(cell) and is_one_entry:
        lines[0] = lines[0][2:]
    elif _ENTRY.match(cell) and (is_listed or cell[0] in "*+"):
        entry = re.compile(rf"(?:^|(?<=\s)){re.escape(cell[:1])} (?=\S)")
        lines = [part for line in lines for part in entry.split(line)]
    return [as_text(line) for line in lines if line.strip()]
