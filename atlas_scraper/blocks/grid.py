"""The rows and cells of a table as the markup states them, and the grid they span.

Tables come as `table`, or as boxes with the WAI-ARIA roles of one. A foot may be written before the body
(HTML 4) and is read after it.
"""

from collections.abc import Callable, Sequence
from itertools import repeat
from typing import NamedTuple

from lxml.etree import _Element as Element

from atlas_scraper.blocks.kinds import Kind, Way, plain_kind, table_tag
from atlas_scraper.blocks.strays import WITHIN_LINES, CellElement, Stray, settle_strays
from atlas_scraper.blocks.wrapped_cells import is_empty_wrapper, spread_link, wraps_parts

IsHidden = Callable[[Element], bool]
ShownKind = Callable[[Element], Kind | None]
_GROUPS = frozenset({"thead", "tbody", "tfoot", "form"})
CELLS = frozenset({"td", "th"})
_NAMING = frozenset({"aria-label", "title"})
_BOXES = frozenset({"div", "span", "li"})
_BOX_ROWS = frozenset({"div", "ul", "ol", "li", "section", "article"})
_FEWEST_BOXES = _FEWEST_ROWS = 2
_WIDEST = 100  # columns; no span reaches beyond, or a page of ten kilobytes could ask for gigabytes


def headers_in_cells(rows: Sequence[Sequence[CellElement]]) -> list[str]:
    """Give the headers that the cells of a table without any have in an attribute, each cell that of its column.

    A page for small screens shows them so (`data-label`, `data-title`), another as a tip (`title`), which may also
    say a cell once more. Empty where a cell lacks it, or a column has two.
    """
    width = max(map(len, rows), default=0)
    if not width or any(kind.tag == "th" for row in rows for _, kind in row):
        return []
    whole = [row for row in rows if len(row) == width]
    for name in map(str, whole[0][0][0].keys()):
        if not name.startswith("data-") and name not in _NAMING:
            continue
        columns = [{cell.get(name) for cell, _ in column} for column in zip(*whole, strict=True)]
        if all(len(column) == 1 and None not in column for column in columns):
            headers = [str(column.pop()).strip() for column in columns]
            are_names = any(any(map(str.isalpha, header)) for header in headers) and len(set(headers)) * 2 >= width
            if are_names and (name != "title" or not _says_cells(headers, whole)):
                return headers
    return []


def _says_cells(headers: Sequence[str], rows: Sequence[Sequence[CellElement]]) -> bool:
    """Tell whether some of what cells have in an attribute is what one of them says, or goes on like it."""
    words = (
        ("".join(map(str, cell.itertext())).strip().rstrip("….").rstrip(), header)
        for row in rows
        for (cell, _), header in zip(row, headers, strict=True)
    )
    return any(said and header.startswith(said) for said, header in words)


def are_leaves(rows: Sequence[Sequence[CellElement]]) -> bool:
    """Tell whether all that stands in rows are cells that nothing sets apart, with nothing but text in them."""
    kinds: set[Kind] = set()
    for row in rows:
        if any(len(cell) for cell, _ in row):
            return False
        kinds.update([kind for _, kind in row])
    return not any(kind.tag not in CELLS or kind.landmark or kind.is_heading or kind.keeps_lines for kind in kinds)


def tag_of(element: Element) -> str:
    """Give an element's tag, or the table tag that its role stands for; empty for no element."""
    tag = element.tag
    return table_tag(tag, element.get("role")) if isinstance(tag, str) else ""


TableParts = tuple[list[Element | str], list[list[CellElement]], int, bool]
"""What `table_parts` gives."""


def table_parts(table: Element, shown_kind: ShownKind) -> TableParts:
    """Take a table apart.

    Args:
        table: the table.
        shown_kind: gives what an element is; `None` for one that is hidden.

    Returns:
        What stands in it outside its cells, such as the caption or stray text; its rows; how many
        of them at the end are its foot; whether cells of it span.
    """
    parts = _Parts({"thead": [], "tbody": [], "tfoot": []}, [], [])
    has_spans = _collect(table, "tbody", parts, shown_kind)
    rows = [*parts.rows["thead"], *parts.rows["tbody"], *parts.rows["tfoot"]]
    foot = sum(map(bool, parts.rows["tfoot"])) if any(parts.rows["tbody"]) else 0
    if parts.strays:
        parts.others.extend(settle_strays(rows, parts.strays))
    return parts.others, rows, foot, has_spans


class _Parts(NamedTuple):
    """The parts of a table in the making: its rows by group, text straight in them, and what stands outside."""

    rows: dict[str, list[list[CellElement]]]
    strays: list[Stray]
    others: list[Element | str]


def _collect(parent: Element, group: str, parts: _Parts, shown_kind: ShownKind) -> bool:
    """Collect what stands in a table or in a group of its rows, and tell whether cells of it span."""
    rows, _, others = parts
    others += _stray_texts(parent)
    has_spans = False
    for child in parent:
        kind = shown_kind(child)
        if kind is None and child.tag == "thead":
            kind = Kind(Way.BOX, "thead")  # hidden on small screens, it says all the same what the columns are
        if kind is None:
            others.append(child)  # shows nothing, but a hidden row may say something
            continue
        if kind.tag == "tr":
            row = rows[group]
            row.append([])
            has_spans |= _collect_cells(child, row[-1], parts, shown_kind)
        elif kind.tag in _GROUPS:
            has_spans |= _collect(child, kind.tag if kind.tag in rows else group, parts, shown_kind)
        elif wraps_parts(child):
            spread_link(child)
            has_spans |= _collect(child, group, parts, shown_kind)
        else:
            others.append(child)
    return has_spans


def _collect_cells(row: Element, cells: list[CellElement], parts: _Parts, shown_kind: ShownKind) -> bool:
    """Collect the cells of a row, each of which is asked once for all that it has; tell whether one of them spans."""
    has_spans = False
    text = row.text
    if text and not text.isspace():
        parts.strays.append(Stray(cells, 0, text))
    for cell in row:
        attributes = cell.keys()
        kind: Kind | None
        if attributes or not (kind := plain_kind(cell.tag)).is_shown:
            kind = shown_kind(cell)
            has_spans |= "colspan" in attributes or "rowspan" in attributes
        if kind is None:
            parts.others.append(cell)  # shows nothing, but may say something
        elif kind.tag in CELLS:
            cells.append((cell, kind))
        elif wraps_parts(cell):
            spread_link(cell)
            has_spans |= _collect_cells(cell, cells, parts, shown_kind)
        elif is_empty_wrapper(cell):
            spread_link(cell)
        else:
            if kind.way in WITHIN_LINES and row.tag == "tr":
                parts.strays.append(Stray(cells, len(cells), ""))
            cells.append((cell, kind))
        text = cell.tail
        if text and not text.isspace():
            parts.strays.append(Stray(cells, len(cells), text))
    return has_spans


def _stray_texts(parent: Element) -> list[str]:
    """Give the texts that stand straight in a table or a row, where only cells belong."""
    texts = [parent.text, *[child.tail for child in parent]]
    return [str(text) for text in texts if text and not text.isspace()]


BoxRow = tuple[Element, list[Element]]


def box_rows(element: Element, is_hidden: IsHidden) -> list[BoxRow]:
    """Give boxes that look like a table, with their cells: rows of two boxes or more, equally many, no text between.

    Empty when they do not. Labels and their values often look so too; the next room knows by the header.
    """
    rows: list[Element] = []
    if len(element) < _FEWEST_ROWS:
        return []
    for child in element:
        if is_hidden(child):
            continue
        if len(child) < _FEWEST_BOXES:  # nearly every element that is no grid ends here
            return []
        rows.append(child)
    if len(rows) < _FEWEST_ROWS or _has_text(element):
        return []
    cells = [[cell for cell in row if not is_hidden(cell)] for row in rows]
    widths = {len(row) for row in cells}
    is_grid = len(widths) == 1 and widths.pop() >= _FEWEST_BOXES and not any(map(_has_text, rows))
    # A list of pages below rows of boxes is no row of theirs.
    tags = {tag_of(row) for row in rows}
    is_grid = is_grid and len(tags) == 1 and (tags <= _BOX_ROWS or _is_of_site(*tags))
    if is_grid:
        of_cells = {tag_of(cell) for row in cells for cell in row}
        # Elements of one name beside each other are cells; those of two are a label and its value.
        is_grid = of_cells <= _BOXES or (len(of_cells) == 1 and _is_of_site(*of_cells))
    return list(zip(rows, cells, strict=True)) if is_grid else []


def _is_of_site(tag: str) -> bool:
    """Tell whether an element is none of HTML but of the site's own making, by the hyphen that all such names have."""
    return "-" in tag


def _has_text(element: Element) -> bool:
    return bool(_stray_texts(element))


def expand(rows: Sequence[Sequence[CellElement]]) -> list[list[CellElement]]:
    """Lay cells out as a grid: a cell that spans columns or rows stands in every place that it covers."""
    grid: list[list[CellElement]] = []
    below: dict[int, tuple[CellElement, int]] = {}  # column -> the cell that reaches down into it, rows left
    for number, cells in enumerate(rows):
        left_over = len(rows) - number - 1
        row: list[CellElement] = []
        waiting = list(cells)
        reaching: dict[int, tuple[CellElement, int]] = {}
        while waiting or len(row) in below:
            column = len(row)
            if column in below:
                cell, rows_left = below.pop(column)
                row.append(cell)
                if rows_left > 1:
                    reaching[column] = cell, rows_left - 1
                continue
            cell = waiting.pop(0)
            room = max(1, _WIDEST - column)
            reach = min((span_of(cell[0], "rowspan") or left_over + 1) - 1, left_over) if room > 1 else 0
            for _ in repeat(None, min(span_of(cell[0], "colspan") or 1, room)):
                if reach > 0:
                    reaching[len(row)] = cell, reach
                row.append(cell)
        below = {**below, **reaching}
        grid.append(row)
    return grid


def span_of(cell: Element, attribute: str) -> int:
    """Give how many columns or rows a cell says that it spans; 0 for all that are left."""
    value = (cell.get(attribute) or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1
