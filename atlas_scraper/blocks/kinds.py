"""What an element is to the walk: decided once for each kind of tag and attributes, and remembered.

An element is a box that begins a new line, a stretch within a line, a line break, a table, a form control, or
nothing that a reader sees. HTML's elements and the WAI-ARIA roles decide; classes only tell how things are marked.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import lru_cache

from lxml.etree import _Element as Element

from atlas_scraper.blocks.controls import CHOICE_ROLES, CONTROL_TAGS
from atlas_scraper.blocks.document import DESCRIPTION, SECTION_FOOTER, SPOKEN
from atlas_scraper.blocks.emphasis import CHOSEN, DECIDING, FOREIGN, is_chosen, is_foreign
from atlas_scraper.blocks.parts_of_content import is_in_section
from atlas_scraper.blocks.style_sheets import Look
from atlas_scraper.blocks.visible import NEVER_SHOWN, is_off_screen, keeps_lines, makes_box, says_hidden

STRETCHES = frozenset(
    "a abbr acronym b bdi bdo big blink button cite code data del dfn em font i img ins kbd label mark nobr output q "
    "rb ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
"""Elements that stand within a line, unless a style makes boxes of them."""
# Elements whose place among their siblings is part of how they are marked: in `<div><span>Label</span>
# <span>value</span></div>` nothing else tells the two apart.
_ANONYMOUS = frozenset(["div", "span", "p", "font", "section", "article"])
# Stretches that are more than their words: the name of a field, its value, a button, a picture.
_SPECIAL_STRETCHES = frozenset(["label", "output", "button", "img"])
_BREAKING_STRETCHES = _SPECIAL_STRETCHES | {"a", "i"}  # the same on lines of their own: all others are boxes there
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "legend": 1, "summary": 1}  # and their levels
_STRUCK = frozenset({"del", "s", "strike", "rt", "rtc"})  # shown, and no longer said, or only above what is
_KEEP_LINES = frozenset(["pre", "listing", "xmp"])
_LANDMARK_ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "search": "search",
    "banner": "site header",
    "contentinfo": "site footer",
    "alertdialog": "dialog",
    "dialog": "dialog",
    DESCRIPTION: DESCRIPTION,
}
_OF_HELP = frozenset({"tooltip", DESCRIPTION})  # hidden, until one asks for it
_SITE_EDGES = {"header": "site header", "footer": "site footer"}
_DIGITS = re.compile(r"\d+")
_NO_NAME = re.compile(r"[^\w;:#%-]+")
# Tables come as `table`, or as boxes with the WAI-ARIA roles of one.
_ROLES = {
    "table": "table",
    "grid": "table",
    "treegrid": "table",
    "rowgroup": "tbody",
    "row": "tr",
    "columnheader": "th",
    "rowheader": "th",
    "cell": "td",
    "gridcell": "td",
}
_HTML_TABLE = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})
_CLASS_ALONE = ["class"]
_LOOKS = ("align", "bgcolor", "color", "face", "size")  # attributes that say what a style does
_DECIDING = frozenset(["class", "style", "hidden", "role", "aria-hidden", "aria-live", "open", *_LOOKS, *DECIDING])
_REPORTS = frozenset({"status", "alert", "log"})
_KINDS_REMEMBERED = 8192  # a page has some dozens; attributes made up at random must not fill the memory


class Way(Enum):
    """How the walk goes on at an element."""

    HIDDEN = auto()
    NOTHING = auto()
    INLINE = auto()
    BOX = auto()
    BREAK = auto()
    TABLE = auto()
    CONTROL = auto()
    CHOICE = auto()
    STRUCK = auto()


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """What elements of one tag and attributes are.

    Args:
        way: how the walk goes on.
        tag: the tag, or the table tag that the element's role stands for.
        name: how the page marks the element: its tag, its classes without their numbers, and its own style.
        counts_siblings: whether its place among its siblings is part of how it is marked.
        landmark: the part of the site around the content that it is, or empty.
        is_site_edge: whether it is that only outside sectioning elements.
        is_heading: whether it is the heading of what follows, as in `Line`.
        is_spoken: whether it is a stretch of words for who hears the page, shown where nobody sees it.
        is_report: whether it is a stretch that reports what happens: that something was copied.
        breaks_line: whether it is a stretch that stands on lines of its own.
        keeps_lines: whether line feeds in it are line breaks; `None` where they are what they are around it.

    Asked of every element, and so found out once: `is_shown` tells whether it shows anything, `may_be_line` whether it
    is one line of its own where no element stands in it, `may_be_words` whether it is then no more than the words of a
    stretch or a link; `first` and `later` name how the page marks the first element of its kind among its neighbours,
    and a later one.
    """

    way: Way
    tag: str = ""
    name: str = ""
    counts_siblings: bool = False
    landmark: str = ""
    is_site_edge: bool = False
    is_heading: int = 0
    keeps_lines: bool | None = None
    is_spoken: bool = False
    is_report: bool = False
    breaks_line: bool = False
    is_shown: bool = field(init=False)
    may_be_line: bool = field(init=False)
    may_be_words: bool = field(init=False)
    first: str = field(init=False)
    later: str = field(init=False)

    def __post_init__(self) -> None:
        found_out = {
            "is_shown": self.way not in {Way.HIDDEN, Way.NOTHING},
            "may_be_line": self.way is Way.BOX and not self.keeps_lines,
            "may_be_words": self.way is Way.INLINE and not self._is_special,
            "first": f"{self.name}[0]" if self.counts_siblings else self.name,
            "later": f"{self.name}[+]" if self.counts_siblings else self.name,
        }
        for name, value in found_out.items():
            object.__setattr__(self, name, value)

    @property
    def _is_special(self) -> bool:
        is_said_otherwise = self.is_spoken or self.is_report or self.breaks_line
        return self.tag in _SPECIAL_STRETCHES or bool(self.keeps_lines) or is_said_otherwise


_NO_ELEMENT = Kind(Way.NOTHING)


def table_tag(tag: str, role: str | None) -> str:
    """Give a tag in lower case, or the table tag that a role stands for."""
    if role in _ROLES and tag not in _HTML_TABLE:
        return _ROLES[role]
    return tag if tag.islower() else tag.lower()


def kind_of(element: Element) -> Kind:
    """Give what an element is."""
    attributes = element.keys()
    if not attributes:
        return plain_kind(element.tag)
    get = element.get
    if attributes == _CLASS_ALONE:
        return _classed_kind(element.tag, get("class"))
    if _DECIDING.isdisjoint(attributes):
        return plain_kind(element.tag)
    style = ";".join([get("style") or "", *[f"{name}:{look}" for name in _LOOKS if (look := get(name))]])
    role = get("role") or ("status" if get("aria-live") else None)
    kind = _kind(str(element.tag), get("class"), style, get("hidden"), role, get("aria-hidden"), get("open"))
    return kind if DECIDING.isdisjoint(attributes) else _as_said(kind, element)


def _as_said(kind: Kind, element: Element) -> Kind:
    """Give a kind as it is where the markup says of its element that it is chosen, or in another language."""
    if is_foreign(element):
        kind = _as_foreign(kind)
    return marked_as(kind, CHOSEN) if is_chosen(element) else kind


@lru_cache(maxsize=_KINDS_REMEMBERED)
def _as_foreign(kind: Kind) -> Kind:
    return replace(kind, name=f"{kind.name}.{FOREIGN}", is_spoken=kind.way is Way.INLINE)


@lru_cache(maxsize=_KINDS_REMEMBERED)
def marked_as(kind: Kind, what: str) -> Kind:
    """Give a kind as the page marks it where more is known of its element."""
    return replace(kind, name=f"{kind.name}.{what}")


def as_shown(kind: Kind) -> Kind:
    """Give a kind as it is once a script shows its element, or where what is struck out holds boxes."""
    return replace(kind, way=Way.INLINE if kind.way is Way.STRUCK else _way(kind.tag))


@lru_cache(maxsize=_KINDS_REMEMBERED)
def under_rules(kind: Kind, look: Look) -> Kind:
    """Give a kind as it is where rules of the page say something of its element."""
    keeps = kind.keeps_lines if look.keeps_lines is None else look.keeps_lines
    is_spoken = kind.way is Way.INLINE and (kind.is_spoken if look.is_spoken is None else look.is_spoken)
    name = f"{kind.name}.{SPOKEN}" if is_spoken and not kind.is_spoken else kind.name
    laid_out = kind if look.is_box is None else _as_laid_out(kind, is_box=look.is_box)
    way = Way.HIDDEN if look.is_hidden else laid_out.way
    return replace(laid_out, way=way, name=name, keeps_lines=keeps, is_spoken=is_spoken and way is Way.INLINE)


def _as_laid_out(kind: Kind, *, is_box: bool) -> Kind:
    """Give the kind of a stretch as it is where a style makes a box of it, or no box."""
    if kind.tag not in STRETCHES or kind.way not in {Way.INLINE, Way.BOX} or kind.tag == "img":
        return kind
    way = Way.BOX if is_box and kind.tag not in _BREAKING_STRETCHES else Way.INLINE
    return replace(kind, way=way, breaks_line=is_box and way is Way.INLINE)


def has_box(element: Element, kind_of_any: Callable[[Element], Kind]) -> bool:
    """Tell whether more than a stretch of a line stands in an element."""
    return any(kind_of_any(inner).way in {Way.BOX, Way.TABLE, Way.CONTROL} for inner in element.iterdescendants())


def is_wordless(element: Element | None) -> bool:
    """Tell whether no word stands in an element."""
    return element is not None and not any(map(str.strip, map(str, element.itertext())))


def name_of(element: Element, kind: Kind) -> str:
    """Name how an element is marked, with its place if that matters: among its siblings, or those of its line."""
    if not kind.counts_siblings or (before := element.getprevious()) is None:
        return kind.first
    goes_on = kind.way is not Way.INLINE or plain_kind(before.tag).way is Way.INLINE
    return kind.later if goes_on or (before.tail and not before.tail.isspace()) else kind.first


def landmark_of(element: Element, kind: Kind) -> str:
    """Give the part of the site that an element is, or nothing; of the content, the footers."""
    if not kind.is_site_edge or not is_in_section(element):
        return kind.landmark
    return SECTION_FOOTER if kind.tag == "footer" else ""


@lru_cache(maxsize=1024)
def plain_kind(tag: object) -> Kind:
    """Give what an element of a tag is when it has no attribute that decides."""
    if not isinstance(tag, str):
        return _NO_ELEMENT
    return _kind(tag, None, None, None, None, None, None)


@lru_cache(maxsize=_KINDS_REMEMBERED)
def _classed_kind(tag: object, classes: str | None) -> Kind:
    return _kind(str(tag), classes, None, None, None, None, None)


@lru_cache(maxsize=_KINDS_REMEMBERED)
def _kind(  # noqa: PLR0913, PLR0917 - the attributes that decide
    written: str,
    classes: str | None,
    style: str | None,
    hidden: str | None,
    role: str | None,
    aria_hidden: str | None,
    is_open: str | None,
) -> Kind:
    tag = table_tag(written, role)
    is_shown = not (
        tag in NEVER_SHOWN
        or (tag == "dialog" and is_open is None)
        or role in _OF_HELP
        or says_hidden(style, hidden, aria_hidden, tag)
    )
    landmark = _LANDMARK_ROLES.get(role or "", "") or _SITE_EDGES.get(tag, "") or ("navigation" if tag == "nav" else "")
    marked = ".".join([tag, *sorted(_DIGITS.sub("#", classes or "").split()), *_looks(style)])
    way = Way.HIDDEN if not is_shown else Way.CHOICE if role in CHOICE_ROLES else _way(tag)
    is_spoken = way is Way.INLINE and is_off_screen(style)
    kind = Kind(
        way=way,
        tag=tag,
        name=f"{marked}.{SPOKEN}" if is_spoken else marked,
        counts_siblings=written in _ANONYMOUS or "-" in written,
        landmark=landmark,
        is_site_edge=tag in _SITE_EDGES and role not in _LANDMARK_ROLES,
        is_heading=_HEADINGS.get(tag, 1 if role == "heading" else 0),
        keeps_lines=tag in _KEEP_LINES or keeps_lines(style),
        is_spoken=is_spoken,
        is_report=way is Way.INLINE and role in _REPORTS,
    )
    return _as_laid_out(kind, is_box=True) if not is_spoken and makes_box(style) else kind


def _looks(style: str | None) -> list[str]:
    """Name what an element's own style says of its looks, as if each declaration were a class."""
    return sorted(filter(None, _NO_NAME.sub("", style.lower()).split(";"))) if style else []


def _way(tag: str) -> Way:
    if tag in _STRUCK:
        return Way.STRUCK
    if tag in STRETCHES or ":" in tag:  # a word processor's own, such as `st1:place` around the name of a town
        return Way.INLINE
    if tag in CONTROL_TAGS:
        return Way.CONTROL
    return {"br": Way.BREAK, "table": Way.TABLE}.get(tag, Way.BOX)
