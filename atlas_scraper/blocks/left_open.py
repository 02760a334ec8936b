"""Cells and entries whose end tag is left out while an element in them is open: they end where the next one begins.

    <tr><td><font>Ségou<td><font>Mali<tr><td><font>Dosso<td><font>Niger

A browser ends the cell of the innermost table there, and with it what is open in it (HTML, 13.2.6.4.15); lxml puts the
next cell into what is open. So it is with an entry of a list and what is open in that, save for what may hold a list
of its own. A form that begins between rows ends none of them (13.2.6.4.9), wherever its end tag stands.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from lxml.etree import _Element as Element

from atlas_scraper.blocks.traces import Markup

_CELLS = frozenset({"td", "th"})
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
ENTRIES = ("li", "dt", "dd")
_LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})
_ENDED_BY = {"li": frozenset({"li"}), "dt": frozenset({"dt", "dd"}), "dd": frozenset({"dt", "dd"})}
# Elements in which an entry ends none around them (HTML, 13.2.4.2, the special ones that may be open there).
_ENDS_SEARCH = frozenset(
    "article aside blockquote body button caption center details dir dl fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hgroup main menu nav ol pre section select summary table tr td th ul li dt dd".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TRACKED = _ENDS_SEARCH | _GROUPS | {"div"}
_HEEDED = frozenset({"div", "form", "table", "tr", "td", "th", *_GROUPS})  # lxml ends a `div` with those, or none may
_BEGUN = "rows so far"
_RAW = "script|style|textarea|title|iframe|noframes|noembed"
_TAG = re.compile(
    rf"<(?:(!--)|(?P<raw>{_RAW})(?![\w:-])|(?P<end>/?)(?P<name>{'|'.join(sorted(_TRACKED))})(?![\w:-])(?P<rest>[^<>]*+)>?+)",
    re.IGNORECASE,
)


def may_be_left_open(markup: Markup) -> bool:
    """Tell quickly whether a page may have a cell or a row without an end tag."""
    # Of two letters, and so with all others that begin alike: each is sought in all of every page.
    return markup.tags.count(b"<t") != markup.tags.count(b"</t")


def nest_entries(entries: Iterable[Element]) -> bool:
    """Tell whether any of a page's entries of lists stands where none belongs, as in what another left open."""
    return any(map(_is_astray, entries))


def ends_in_heading(root: Element) -> bool:
    """Tell whether the last box of a page stands in a heading, which a `div` in it has kept from ending."""
    while len(root):
        around, root = root, root[-1]
        if root.tag == "div" and around.tag in _HEADINGS:
            return True
    return False


def _is_astray(entry: Element) -> bool:
    around = entry.getparent()
    if around is not None and around.tag == "div" and entry.tag != "li":
        around = around.getparent()  # groups of a term and what it means
    return around is None or around.tag not in _LISTS


def end_open(text: str) -> str:
    """Give a page with the end tags of cells, rows and entries that end where the next one begins.

    A cell outside all rows of its table begins one (13.2.6.4.13), below others; a damaged header is left as it is.
    """
    parts: list[str] = []
    done = place = 0
    stack = _Stack()
    end_of = _finder(text)
    while found := _TAG.search(text, place):
        start, place = found.start(), found.end()
        if not found["name"]:
            place = end_of(found["raw"].lower() if found["raw"] else "", place)
            continue
        name = found["name"].lower()
        if name == "form" and found["end"] and stack.has_row_in_form:
            parts.append(text[done:start])
            done = place
        elif not found["rest"].endswith("/") and (ended := stack.end(name) if found["end"] else stack.begin(name)):
            parts += [text[done:start], ended]
            done = start
    return "".join([*parts, text[done:]])


class _Stack:
    """The elements that are open, as far as they count here."""

    def __init__(self) -> None:
        # Each with the place of the nearest one, itself or below, in which an entry ends none around it.
        self._open: list[tuple[str, int]] = []
        # Where in that those of a name are: outside all tables, and in each table that is open.
        self._tables: list[defaultdict[str, list[int]]] = [defaultdict(list)]

    @property
    def has_row_in_form(self) -> bool:
        """Whether a row is open that began in a form, of the same table."""
        forms, rows = self._tables[-1]["form"], self._tables[-1]["tr"]
        return bool(forms and rows) and forms[-1] < rows[-1]

    def begin(self, name: str) -> str:
        """Begin an element; gives the tags that it stands for."""
        tags = ""
        if name in _CELLS or name == "tr" or name in _GROUPS:
            if not self._tables[-1]["table"]:
                return ""
            tags = self._end_first("td") + self._end_first("th")
            if name not in _CELLS:
                tags += self._end_first("tr")
            elif not self._tables[-1]["tr"] and self._open[-1][0] == "table" and self._tables[-1][_BEGUN]:
                self._add("tr")
                tags += "<tr>"
        elif name in _ENDED_BY:
            tags = self._end_entry(_ENDED_BY[name])
        elif name == "table":
            self._tables.append(defaultdict(list))
        if name not in _GROUPS:
            self._add(name)
        if name == "tr":
            self._tables[-1][_BEGUN].append(len(self._open))
        return tags

    def end(self, name: str) -> str:
        """End an element, if one of its name is open in the innermost table, or is that table.

        Gives the end tags that its own stands for, without which lxml does not heed it.
        """
        boxes = 0
        if name in _GROUPS:
            self._end_first("tr")
        elif self._tables[-1][name]:
            boxes = self._pop(name)
        return "" if name in _HEEDED else "</div>" * boxes

    def _add(self, name: str) -> None:
        number = len(self._open)
        below = self._open[-1][1] if self._open else -1
        self._open.append((name, number if name in _ENDS_SEARCH else below))
        self._tables[-1][name].append(number)

    def _end_first(self, name: str) -> str:
        if not self._tables[-1][name]:
            return ""
        self._pop(name)
        return f"</{name}>"

    def _end_entry(self, names: frozenset[str]) -> str:
        place = self._open[-1][1] if self._open else -1
        name = self._open[place][0] if place >= 0 else ""
        if name not in names:
            return ""
        return "</div>" * self._pop(name) + f"</{name}>"

    def _pop(self, name: str) -> int:
        """End what is open, up to the last of a name; gives how many `div` were open in that."""
        boxes = 0
        while True:
            ended, _ = self._open.pop()
            self._tables[-1][ended].pop()
            if ended == "table":
                self._tables.pop()
            if ended == name:
                return boxes
            boxes += ended == "div"


def _finder(text: str) -> Callable[[str, int], int]:
    """Give what finds the end of a comment, or of an element that holds only words; where it has none, its start."""
    known: dict[str, int] = {}

    def find(name: str, start: int) -> int:
        sought = f"</{name}" if name else "-->"
        if known.get(name, -1) < start:
            pattern = re.compile(re.escape(sought), re.IGNORECASE)
            found = pattern.search(text, start)
            known[name] = found.end() if found else len(text) + 1
        return known[name] if known[name] <= len(text) else start

    return find
