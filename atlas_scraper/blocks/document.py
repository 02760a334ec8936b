"""What a page says, in reading order, whatever it was written in.

A `Document` is a sequence of lines and tables. Nothing in it names a tag: of the markup only *marks* stay,
opaque strings that are equal where the page marks two pieces of text alike. They let the next room learn how
this page marks its labels, without knowing how any page does.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from typing import Literal, NamedTuple

SECTION_FOOTER = "section footer"
"""The landmark of a footer within the content: about a part of it, but none of what the part says."""
DESCRIPTION = "description"
"""The landmark of what the markup says to describe an element beside it, among the texts that a page hides."""
Rendition = Literal["html", "markdown", "pipe-text", "flat-text"]


class Signal(StrEnum):
    """What the markup shows of a page that is no record, or that is damaged."""

    PASSWORD_FIELD = "password field"  # noqa: S105 - a name, no secret
    SCRIPT_REDIRECT = "script redirect"
    META_REFRESH = "meta refresh"
    NO_END = "no end"
    OPEN_TABLE = "open table"
    ENTRY_FORM = "entry form"
    SECOND_OPINION = "second opinion"
    NAMED_BOXES = "named boxes"
    FALLBACKS = "for who lacks something"
    SPOKEN = "words for who hears the page"
    NOTES = "numbers of notes"
    UNMADE = "choices that are not made, before boxes"
    SOME_QUOTED = "some lines quoted"


class Run(NamedTuple):
    """A stretch of a line with one mark.

    Args:
        text: the text with its outer spaces, so that the runs of a line can be put together again.
        mark: how the page marks it; equal strings mean equal marking.
        href: address it links to, as written; `None` outside a link.
        interactive: whether it is part of a link or a button.
        label: number of the element that the markup itself calls a label and that holds it, 0 for none.
    """

    text: str
    mark: str
    href: str | None = None
    interactive: bool = False
    label: int = 0


new_run: Callable[[tuple[str, str, str | None, bool, int]], Run] = partial(tuple.__new__, Run)
"""Makes a run of all its fields: a page has a thousand, and `Run` itself takes three times as long."""


PICTURE = "picture"
"""The landmark of a picture that has a name, among the texts that a page does not show."""


SIGN = "sign"
"""The landmark, among those, of what draws something and has no words that a page shows: its name, if it has any."""


STRUCK = "struck"
"""The mark of what is struck out, among the texts that a page does not show."""


SPOKEN = "spoken!"
"""Ends the mark of a stretch that a page shows nobody, and says to who hears it; no class has such a name."""


UNMADE = "unmade!"
"""The same of the words of a choice that is not made, where a box stands behind them that they may head."""


class Line(NamedTuple):
    """One line of visible text.

    Args:
        text: the whole line, tidied.
        runs: its stretches, in order.
        path: the elements it stands in, outermost first, by the number of each among the boxes of the page;
            empty in text renditions.
        block: number of the paragraph or box; lines that only a line break separates share it.
        landmark: name of the part of the site around the content that the markup says it belongs to, or empty.
        is_value: whether the markup itself says that this is the value of a form control.
        is_heading: whether the markup itself says that this is the heading of what follows, and if so of which level: 1
            is the highest, and that of all that have none.
    """

    text: str
    runs: tuple[Run, ...]
    path: tuple[int, ...] = ()
    block: int = 0
    landmark: str = ""
    is_value: bool = False
    is_heading: int = 0


new_line: Callable[[tuple[str, tuple[Run, ...], tuple[int, ...], int, str, bool, int]], Line]
new_line = partial(tuple.__new__, Line)
"""Makes a line of all its fields, as `new_run` does."""


class Cell(NamedTuple):
    """One cell: its text as one line, what it holds in detail, the addresses it links to, whether it is a header."""

    text: str
    blocks: "tuple[Block, ...]" = ()
    links: tuple[str, ...] = ()
    is_header: bool = False


new_cell: Callable[[tuple[str, "tuple[Block, ...]", tuple[str, ...], bool]], Cell] = partial(tuple.__new__, Cell)
"""Makes a cell of all its fields, as `new_run` does."""


class PlainCells(NamedTuple):
    """What is alike in the lines of a table whose cells are a text in one piece each, or empty; nearly all tables are.

    Their lines are only made where the table turns out to lay out labels (`with_lines`).

    Args:
        marks: how the page marks a text in a cell, up to how the cell itself is marked.
        names: how each cell is marked, row by row.
        box: number of the box before the first cell.
        block: number of the first cell's block.
        is_heading: as in `Line`.
    """

    marks: str
    names: Sequence[Sequence[str]]
    box: int
    block: int
    is_heading: int


class PageTable(NamedTuple):
    """A table as a grid, spans expanded: a spanning cell stands in each place that it covers.

    Args:
        rows: the rows from top to bottom, ragged where the page's are.
        path: as in `Line`.
        landmark: as in `Line`.
        keeps_positions: False where the rendition dropped empty cells and so lost the columns of the others.
        keeps_short_rows: False where a row that is shorter than the header may have lost cells from its middle.
        is_boxes: whether the markup does not call it a table, and it only looks like one.
        foot: how many rows at the end the markup calls the foot of those above.
        plain: where each cell is known to be a text in one piece, or empty, and none is a link or spans: what the lines
            of the cells are, which those then lack.
    """

    rows: tuple[tuple[Cell, ...], ...]
    path: tuple[int, ...] = ()
    landmark: str = ""
    keeps_positions: bool = True
    keeps_short_rows: bool = True
    is_boxes: bool = False
    foot: int = 0
    plain: PlainCells | None = None

    @property
    def text(self) -> str:
        """The rows as lines, cells separated by ` | `, for people to read."""
        lines = [" | ".join([cell.text for cell in row]) for row in self.rows]
        return "\n".join([line for line in lines if line.strip(" |")])


Block = Line | PageTable


def with_lines(table: PageTable) -> PageTable:
    """Give a table with the lines of its cells, which a table of plain cells lacks."""
    plain = table.plain
    if plain is None:
        return table
    rows: list[tuple[Cell, ...]] = []
    number = 0
    for row, names in zip(table.rows, filter(None, plain.names), strict=True):
        cells = []
        for column, (cell, name) in enumerate(zip(row, names, strict=True)):
            number += 1
            if cell.text:
                run = Run(cell.text, f"{plain.marks}{name}[{column}]>")
                path = (*table.path, plain.box + number)
                line = Line(cell.text, (run,), path, plain.block + number - 1, table.landmark, False, plain.is_heading)
                cells.append(cell._replace(blocks=(line,)))
            else:
                cells.append(cell)
        rows.append(tuple(cells))
    return table._replace(rows=tuple(rows), plain=None)


def with_cells(table: PageTable, change: Callable[[Cell], Cell]) -> PageTable:
    """Give a table with its cells changed, each once: one that spans stands in several places, and stays one."""
    cells = {id(cell): cell for row in table.rows for cell in row}
    changed = {key: change(cell) for key, cell in cells.items()}
    return table._replace(rows=tuple([tuple([changed[id(cell)] for cell in row]) for row in table.rows]))


def with_blocks(cell: Cell, blocks: Sequence[Block]) -> Cell:
    """Give a cell that holds other blocks, and says what they say."""
    return cell._replace(text=" ".join([block.text for block in blocks]).replace("\n", " "), blocks=tuple(blocks))


class Dialog(NamedTuple):
    """A box that opens over a page.

    Args:
        box: its number, which the paths of what stands in it hold.
        unseen: what it says, as texts that the page hides.
        is_open: whether the page shows it.
    """

    box: int
    unseen: tuple[Line, ...] = ()
    is_open: bool = False


class Document(NamedTuple):
    """A page as blocks in reading order, with what the bytes said about themselves.

    Args:
        rendition: the form the page came in.
        blocks: lines and tables in reading order.
        title: what the page calls itself outside its content, empty in text renditions.
        address: the page's own address, where the page or the browser that saved it says so.
        base: address that relative links start from, when the page names one.
        signals: what the markup shows of a page that is no record, or that is damaged.
        dropped_controls: how many control characters were dropped.
        hidden: what the markup hides and nothing on the page opens, a line for each element; what it strikes out has
            its stretch.
        dialogs: the boxes that open over the page; what they say is among the blocks, closed or not.
    """

    rendition: Rendition
    blocks: tuple[Block, ...]
    title: str = ""
    address: str | None = None
    base: str | None = None
    signals: frozenset[Signal] = frozenset()
    dropped_controls: int = 0
    hidden: tuple[Line, ...] = ()
    dialogs: tuple[Dialog, ...] = ()
