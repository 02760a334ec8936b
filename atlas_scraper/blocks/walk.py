"""The one walk over a page's tree, from elements to lines and tables."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from lxml.etree import _Element as Element

from atlas_scraper.blocks.controls import CONTROL_TAGS, LabelledControls, control_lines, is_choice
from atlas_scraper.blocks.document import Block, Cell, Line, Run, Table
from atlas_scraper.blocks.grid import BoxRow, box_rows, expand, table_parts, tag_of
from atlas_scraper.blocks.visible import Visibility, chrome_of
from atlas_scraper.values.text import tidy

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "blink",
        "button",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "output",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
# Elements whose place among their siblings is part of how they are marked: in `<div><span>Label</span>
# <span>value</span></div>` nothing else tells the two apart.
_ANONYMOUS = frozenset(["div", "span", "p", "font", "section", "article"])
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "legend", "summary"])
_DIGITS = re.compile(r"\d+")


class Walk:
    """Reads the content below an element into `blocks`, in reading order."""

    def __init__(self, root: Element) -> None:
        self.blocks: list[Block] = []
        self._visibility = Visibility("".join(map(str, style.itertext())) for style in root.iter("style"))
        self._controls = LabelledControls(root)
        self._runs: list[Run] = []
        self._path: list[int] = []
        self._boxes = ["", ""]
        self._inline: list[str] = []
        self._links: list[str] = []
        self._href: str | None = None
        self._interactive = False
        self._keeps_lines = False
        self._is_heading = False
        self._label = 0
        self._chrome = ""
        self._elements = self._block = 0
        self._first_in_block = True
        self._element(root)
        self._end_line()

    def _element(self, element: Element) -> None:
        tag = tag_of(element)
        if not tag or self._visibility.is_hidden(element, tag):
            return
        if tag == "br":
            self._end_line()
        elif tag in CONTROL_TAGS:
            if not self._controls.has_label(element):
                self._control(element)
        elif tag == "table":
            with self._box(element, tag):
                self._table(element)
        elif tag in _INLINE:
            self._stretch(element, tag)
        else:
            with self._box(element, tag):
                self._content(element, tag)

    def _content(self, element: Element, tag: str) -> None:
        """Read what stands in a box: boxes that look like a table, or anything else."""
        if rows := box_rows(element, self._visibility.is_hidden):
            self._box_table(rows)
        else:
            self._children(element, keeps_lines=self._keeps_lines or tag in {"pre", "listing", "xmp"})

    def _children(self, element: Element, *, keeps_lines: bool) -> None:
        outer, self._keeps_lines = self._keeps_lines, keeps_lines
        if element.text:
            self._text(element.text)
        for child in element:
            self._element(child)
            if child.tail:
                self._text(child.tail)
        self._keeps_lines = outer

    @contextmanager
    def _box(self, element: Element, tag: str, name: str | None = None) -> Iterator[None]:
        """Stand in an element that begins and ends a line."""
        self._new_block()
        self._elements += 1
        self._path.append(self._elements)
        self._boxes.append(name or _name(element, tag))
        outer = self._inline, self._chrome, self._is_heading, self._label
        self._label = self._elements if tag == "dt" else 0
        self._inline, self._chrome = [], self._chrome or chrome_of(element, tag)
        self._is_heading = self._is_heading or tag in _HEADINGS or element.get("role") == "heading"
        try:
            yield
        finally:
            self._new_block()
            self._path.pop()
            self._boxes.pop()
            self._inline, self._chrome, self._is_heading, self._label = outer

    def _stretch(self, element: Element, tag: str) -> None:
        """Read an element that stands within a line."""
        if tag == "label" and self._is_unticked(element):
            return
        outer = self._href, self._interactive, self._label
        written = len(self._runs), len(self.blocks)
        self._inline.append(_name(element, tag))
        if tag == "a" and (href := element.get("href")) is not None:
            self._href, self._interactive = href, True
            self._links.append(href)
        elif tag == "button":
            self._interactive = True
        elif tag == "label":
            self._elements += 1
            self._label = self._elements
        self._children(element, keeps_lines=self._keeps_lines)
        # A mail link that shows only an icon says its address nowhere else.
        is_silent = (len(self._runs), len(self.blocks)) == written
        if is_silent and tag == "a" and self._href and self._href[:7].lower() == "mailto:":
            self._text(self._href[7:].partition("?")[0])
        self._inline.pop()
        self._href, self._interactive, self._label = outer
        if tag == "label":
            control = self._controls.named_by(element)
            if control is not None and not is_choice(control):
                self._control(control)

    def _is_unticked(self, label: Element) -> bool:
        control = self._controls.named_by(label)
        return control is not None and is_choice(control) and control.get("checked") is None

    def _control(self, control: Element) -> None:
        """Read the value of a form control, on lines of its own."""
        self._new_block()
        for text in control_lines(control):
            self._runs.append(Run(text, "control"))
            self._end_line(is_value=True)
        self._new_block()

    def _table(self, table: Element) -> None:
        """Read a table: what stands outside its rows as lines, then its grid."""
        others, rows = table_parts(table, self._visibility.is_hidden)
        for other in others:
            if isinstance(other, str):
                self._text(other)
            else:
                self._element(other)
            self._end_line()
        self._grid(rows)

    def _grid(self, rows: Sequence[Sequence[Element]]) -> None:
        """Read the cells of a table."""
        read: dict[Element, Cell] = {}
        grid = []
        for row in expand(rows):
            for column, cell in enumerate(row):
                if cell not in read:
                    read[cell] = self._cell(cell, "td", f"{tag_of(cell)}[{column}]")
            grid.append(tuple(read[cell] for cell in row))
        if any(grid):
            self.blocks.append(Table(tuple(row for row in grid if row), tuple(self._path), self._chrome))

    def _box_table(self, rows: Sequence[BoxRow]) -> None:
        """Read boxes that look like a table; each line within keeps the place and marks that it has without one."""
        grid = []
        for row, cells in rows:
            with self._box(row, tag_of(row)):
                grid.append(tuple(self._cell(cell, tag_of(cell), _name(cell, tag_of(cell))) for cell in cells))
        self.blocks.append(Table(tuple(grid), tuple(self._path), self._chrome, is_boxes=True))

    def _cell(self, cell: Element, tag: str, name: str) -> Cell:
        """Read a cell as a small page of its own."""
        outer = self.blocks, self._links
        self.blocks, self._links = [], []
        with self._box(cell, tag, name):
            self._content(cell, tag)
        blocks, links = self.blocks, self._links
        self.blocks, self._links = outer
        text = " ".join(block.text for block in blocks).replace("\n", " ")
        return Cell(text, tuple(blocks), tuple(links), is_header=tag_of(cell) == "th")

    def _text(self, text: str) -> None:
        if self._keeps_lines and "\n" in text:
            for number, line in enumerate(text.split("\n")):
                if number:
                    self._end_line()
                self._run(line)
        else:
            self._run(text)

    def _run(self, text: str) -> None:
        if not self._runs and not text.strip():
            return
        inline = ">".join(self._inline)
        later = "" if self._first_in_block else "/br"
        outer, box = self._boxes[-2].partition("[")[0], self._boxes[-1]
        mark = f"{len(self._path)}{later}:{outer}>{box}>{inline}"
        self._runs.append(Run(text, mark, self._href, self._interactive, self._label))

    def _new_block(self) -> None:
        self._end_line()
        self._block += 1
        self._first_in_block = True

    def _end_line(self, *, is_value: bool = False) -> None:
        if not self._runs:
            return
        text = tidy("".join(run.text for run in self._runs))
        if text:
            place = tuple(self._runs), tuple(self._path), self._block, self._chrome
            self.blocks.append(Line(text, *place, is_value=is_value, is_heading=self._is_heading))
            self._first_in_block = False
        self._runs = []


def _name(element: Element, tag: str) -> str:
    """Name how an element is marked: its tag, its classes without their numbers, its place if that matters."""
    classes = element.get("class")
    if classes:
        tag = f"{tag}.{'.'.join(sorted(_DIGITS.sub('#', classes).split()))}"
    if element.tag in _ANONYMOUS or "-" in element.tag:
        return f"{tag}[0]" if element.getprevious() is None else f"{tag}[+]"
    return tag
