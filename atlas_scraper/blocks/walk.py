"""The one walk over a page's tree, from elements to lines and tables.

It goes forwards once. Each element is asked what it is (`kinds`), each text is told where it stands (`Place`).
"""

from collections.abc import Mapping, Sequence
from itertools import chain

from lxml.etree import _Element as Element

from atlas_scraper.blocks.cells import cell_of, plain_cells, spanned_cells, under_headers, with_icons
from atlas_scraper.blocks.controls import CONTROL_TAGS, LabelledControls, is_choice, is_ticked
from atlas_scraper.blocks.document import Cell, Dialog, Document, Line, PageTable, PlainCells, new_cell
from atlas_scraper.blocks.grid import CELLS, BoxRow, are_leaves, box_rows, headers_in_cells, tag_of
from atlas_scraper.blocks.kinds import (
    STRETCHES,
    Kind,
    Way,
    as_shown,
    has_box,
    is_wordless,
    kind_of,
    landmark_of,
    name_of,
    under_rules,
)
from atlas_scraper.blocks.leaves import add_words, kind_of_words, leaf_line, place_within
from atlas_scraper.blocks.lines import Count, Lines, Place, read_control
from atlas_scraper.blocks.opened_columns import parts_of_table
from atlas_scraper.blocks.panes import Panes
from atlas_scraper.blocks.strays import CellElement
from atlas_scraper.blocks.style_sheets import StyleSheets
from atlas_scraper.blocks.traces import Markup
from atlas_scraper.blocks.unseen import dialog_of, empty_box, hidden_lines, mark_use_of_mail, picture
from atlas_scraper.blocks.visible import PICTURES_OF_AT, WORDLESS, name_of_picture
from atlas_scraper.values.text import tidy

ByTag = Mapping[str, Sequence[Element]]
"""The elements of a page by tag, in reading order."""


def blocks_of(root: Element, markup: Markup, by_tag: ByTag) -> Document:
    """Read what a page says, in reading order: what stands there, what is hidden, the dialogs, whether any is spoken.

    Args:
        root: the page's tree.
        markup: the markup that it was made from.
        by_tag: its elements of some tags, style sheets, labels and form controls among them.
    """
    walk = _Walk(root, markup, by_tag)
    lines = Lines(walk.count)
    walk.read(root, Place(), lines)
    lines.end(Place())
    unseen = tuple(walk.hidden), tuple(walk.dialogs)
    return Document("html", tuple(lines.blocks), "", None, None, walk.count.signals, 0, *unseen)


# A member is looked up slowly in its class.
_HIDDEN, _NOTHING, _INLINE, _BOX, _BREAK, _TABLE, _CONTROL, _CHOICE, _STRUCK = Way
_SAY_MORE = frozenset({"a", "label"})  # what stands within a line and says something without a text


class _Walk:
    """The walk, with what it has to know of the whole page before it begins."""

    def __init__(self, root: Element, markup: Markup, by_tag: ByTag) -> None:
        self.count = Count()
        self.hidden: list[Line] = []
        self.dialogs: list[Dialog] = []
        self._rules = StyleSheets(by_tag["style"], root.iter(*STRETCHES))
        controls = chain.from_iterable(by_tag[tag] for tag in CONTROL_TAGS)
        self._controls = LabelledControls(by_tag["label"], controls)
        # On most pages no rule hides anything, and what an element is needs no second look.
        self._kind = self._kind_by_rules if self._rules else kind_of
        is_hidden = lambda element: self._kind(element).way is _HIDDEN  # noqa: E731 - of one line
        self._panes = Panes(root, markup, by_tag, is_hidden, has_rules=bool(self._rules))
        self._has_panes = bool(self._panes)

    def _kind_by_rules(self, element: Element) -> Kind:
        kind = kind_of(element)
        look = None if kind.way is _NOTHING else self._rules.look(element)
        return kind if look is None else under_rules(kind, look)

    def _shown_kind(self, element: Element) -> Kind | None:
        """Give what an element is, `None` for one that shows nothing; a pane does, once its tab is chosen."""
        kind = self._kind(element)
        return kind if kind.is_shown or (kind.way is _HIDDEN and self._panes.has(element)) else None

    def read(self, element: Element, place: Place, lines: Lines) -> None:
        """Read an element where it stands."""
        self._read(element, self._kind(element), place, lines)

    def _read(self, element: Element, kind: Kind, place: Place, lines: Lines) -> None:
        way = kind.way
        if way is _HIDDEN and self._has_panes and self._panes.has(element):
            kind = as_shown(kind)
            way = kind.way
        if way is _INLINE:
            if kind.breaks_line:
                lines.new_block(place)
            self._stretch(element, kind, place, lines)
            if kind.breaks_line:
                lines.new_block(place)
        elif way is _BOX or way is _TABLE:
            if self._has_panes and self._panes.is_read_elsewhere(element):
                return
            inside = self._inside(element, kind, place, name_of(element, kind))
            lines.new_block(place)
            start = len(lines.blocks)
            (self._table if way is _TABLE else self._fill)(element, inside, lines)
            lines.new_block(inside)
            if kind.keeps_lines:
                lines.join_rows(start)
        elif way is _BREAK:
            lines.end_line(place)
        elif way is not _NOTHING and kind.tag not in WORDLESS:
            self._read_rare(element, kind, place, lines)

    def _read_rare(self, element: Element, kind: Kind, place: Place, lines: Lines) -> None:
        """Read a form control, a choice, or what is hidden or struck out."""
        if kind.way is _CHOICE:
            self._choice(element, as_shown(kind), place, lines)
        elif kind.way is _STRUCK and has_box(element, self._kind):
            self._stretch(element, as_shown(kind), place, lines)  # never closed
        elif kind.way is _HIDDEN or kind.way is _STRUCK:
            self.hidden += hidden_lines(element, kind, place, self.count.blocks)
        elif not self._controls.has_label(element):
            read_control(element, place, lines)

    def _children(self, element: Element, place: Place, lines: Lines) -> None:
        """Read what stands in an element; three in four are boxes of one line, which are read here and now.

        Blanks at the beginning of a line, as nearly all texts between boxes are, say nothing.
        """
        text = element.text
        if text and (lines.runs or not text.isspace() or place.keeps_lines):
            lines.text(text, place)
        kind_of_any, may_be_line = self._kind, not (self._has_panes or place.keeps_lines)
        count = self.count
        is_first = True
        for child in element:
            kind = kind_of_any(child)
            if not may_be_line or len(child):
                self._read(child, kind, place, lines)
            elif kind.may_be_line:
                if lines.runs or not lines.is_first:
                    lines.new_block(place)
                else:
                    count.blocks += 1
                line = leaf_line(child, kind, kind.first if is_first else kind.later, place, count)
                if line is not None:
                    lines.blocks.append(line)
                elif child.attrib:
                    self.hidden += empty_box(child, place, count.blocks)
            elif kind.may_be_words and (text := child.text) and "_" not in text and (lines.runs or not text.isspace()):
                add_words(child, kind, text, place, lines)
            else:
                self._read(child, kind, place, lines)
            is_first = False
            text = child.tail
            if text and (lines.runs or not text.isspace() or place.keeps_lines):
                lines.text(text, place)

    def _inside(self, element: Element, kind: Kind, place: Place, name: str) -> Place:
        """Give the place in a box."""
        self.count.boxes += 1
        number = self.count.boxes
        return Place(
            (*place.path, number),
            place.bare_box,
            name,
            "",
            place.landmark or (kind.landmark and landmark_of(element, kind)),
            place.is_heading or kind.is_heading,
            number if kind.tag == "dt" else 0,
            place.keeps_lines if kind.keeps_lines is None else kind.keeps_lines,
            place.href,
            place.interactive,
        )

    def _fill(self, element: Element, inside: Place, lines: Lines) -> None:
        """Read what stands in a box or a cell: boxes that look like a table, or anything else."""
        if self._has_panes:
            if name := self._panes.name(element):
                lines.name(name, inside)
            if element in self._panes.dialogs:
                self.dialogs.append(dialog_of(element, self._kind(element), inside, self.count.blocks))
        if len(element) > 1 and (rows := box_rows(element, lambda child: self._shown_kind(child) is None)):
            self._box_table(rows, inside, lines)
        else:
            self._children(element, inside, lines)

    def _stretch(self, element: Element, kind: Kind, place: Place, lines: Lines) -> None:
        """Read an element that stands within a line."""
        tag, control = kind.tag, None
        said: Kind | None = kind
        if (name := name_of_picture(element)) is not None:
            if name in PICTURES_OF_AT:
                lines.text("@", place)
            elif not place.interactive:
                self.hidden.append(picture(element, name, place, self.count.blocks))
            return
        if not (len(element) or element.text or tag in _SAY_MORE):
            return
        if tag == "label":
            control = self._controls.named_by(element)
            if control is not None and is_choice(control):
                said, control = kind_of_words(element, kind, control, self.count), None
        if said is None or (self._has_panes and self._panes.is_read_elsewhere(element)):
            return
        href = element.get("href") if tag == "a" else None
        inside = place_within(element, said, place, href, self.count)
        self._words(element, href, inside, lines, is_button=tag == "button")
        if control is not None:
            read_control(control, place, lines)

    def _words(self, element: Element, href: str | None, inside: Place, lines: Lines, *, is_button: bool) -> None:
        """Read the words of a stretch, and where it leads."""
        before = lines.length
        self._children(element, inside, lines)
        if href is not None:
            lines.links.append(href)
            self.count.speaks |= mark_use_of_mail(href, before, lines)
            if lines.length == before:
                lines.wordless_link(href, inside, is_alone=is_wordless(element.getparent()))
        if is_button or (href or "")[:1] == "#":
            lines.drop_sign(before, is_button=is_button)

    def _choice(self, element: Element, kind: Kind, place: Place, lines: Lines) -> None:
        """Read a choice that only its role calls one: its words if it is made, or its sign where it has no words."""
        if kind.way is _CONTROL or not tidy("".join(map(str, element.itertext()))):
            lines.choice(is_ticked=is_ticked(element))
        elif is_ticked(element):
            if kind.way is _INLINE:
                self._stretch(element, kind, place, lines)
            else:
                lines.new_block(place)
                self._fill(element, inside := self._inside(element, kind, place, name_of(element, kind)), lines)
                lines.new_block(inside)

    def _table(self, table: Element, inside: Place, lines: Lines) -> None:
        """Read a table: what stands outside its rows as lines, then its grid."""
        others, rows, foot, has_spans = parts_of_table(table, self._shown_kind)
        for other in others:
            if isinstance(other, str):
                lines.text(other, inside)
            else:
                self.read(other, inside, lines)
            lines.end_line(inside)
        # A text in a cell of its own is read at once, save where panes, buttons or kept line feeds make it special.
        reads_leaves = not (self._has_panes or inside.interactive or inside.keeps_lines)
        plain = None
        if has_spans:
            grid = spanned_cells(rows, lambda cell, kind, name: self._cell(cell, kind, name, inside))
        elif reads_leaves and are_leaves(rows):
            names = [[kind.name for _, kind in row] for row in rows]
            plain = PlainCells(inside.marks_of_cells, names, self.count.boxes, self.count.blocks, inside.is_heading)
            self.count.add(sum(map(len, rows)))
            grid = list(map(plain_cells, rows))
        else:
            grid = [self._row(row, inside, reads_leaves=reads_leaves) for row in rows]
        read = PageTable(tuple([row for row in grid if row]), inside.path, inside.landmark, foot=foot, plain=plain)
        read = under_headers(read, headers_in_cells(rows))
        if read.rows:
            lines.blocks.append(read)

    def _row(self, row: Sequence[CellElement], inside: Place, *, reads_leaves: bool) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        for column, (cell, kind) in enumerate(row):
            name, is_header = f"{kind.name}[{column}]", kind.tag == "th"
            if reads_leaves and not len(cell) and kind.tag in CELLS and not kind.keeps_lines:
                line = leaf_line(cell, kind, name, inside, self.count)
                cells.append(new_cell((line.text, (line,), (), is_header) if line else ("", (), (), is_header)))
            else:
                cells.append(self._cell(cell, kind, name, inside))
        return tuple(cells)

    def _box_table(self, rows: Sequence[BoxRow], inside: Place, lines: Lines) -> None:
        """Read boxes that look like a table; each line within keeps the place and marks that it has without one."""
        grid = []
        for row, cells in rows:
            # The row is marked by its tag alone, so that a card among cards is marked as its neighbours are.
            in_row = self._inside(row, self._kind(row), inside, tag_of(row))
            grid.append(with_icons([self._cell(cell, self._kind(cell), "", in_row) for cell in cells]))
        lines.blocks.append(PageTable(tuple(grid), inside.path, inside.landmark, is_boxes=True))

    def _cell(self, cell: Element, kind: Kind, name: str, place: Place) -> Cell:
        """Read a cell as a small page of its own; one without a name is a box as any other."""
        lines = Lines(self.count)
        inside = place if kind.way is _INLINE or not name else self._inside(cell, kind, place, name)
        if name and (kind.tag in {"td", "th"} or kind.way is _HIDDEN):
            self._fill(cell, inside, lines)
        else:  # anything may stand straight in a row once a stray end tag has closed its cell
            self.read(cell, inside, lines)
        lines.end(inside)
        self.count.blocks += 1
        return cell_of(lines.blocks, lines.links, is_header=kind.tag == "th")
