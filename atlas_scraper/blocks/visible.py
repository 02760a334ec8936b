"""What of a page's markup a reader sees, and what is hidden.

HTML's own elements and attributes decide, and WAI-ARIA, never the name of a class: a class is hidden only when a rule
of the page itself says so (`atlas_scraper.blocks.style_sheets`).
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from atlas_scraper.values.text import tidy

WORDLESS = frozenset(
    "script style head title meta link iframe embed map area datalist colgroup col param source track base "
    "frameset rp".split()
)
"""Elements of which nobody is shown a word."""
NEVER_SHOWN = WORDLESS | frozenset("template noscript object applet svg math canvas audio video".split())
"""Elements whose words, if any, are for a script, for who lacks something, or drawn: no text of the page, yet said."""
NEVER_HIDDEN = frozenset({"html", "body", "main"})
"""Elements that hold all of a page, which a script shows once it is loaded."""
PICTURES_OF_AT = frozenset({"@", "(at)", "[at]", "arobase", "(arobase)", "[arobase]"})
"""Names of the picture that stands for the sign within an address of mail."""
_NOTHING_TO_SAY = WORDLESS | {"input", "select", "textarea", "button", "desc", "metadata"}  # the last two, of drawings
_OF_ICONS = frozenset({"i", "span"})
_NO_SIGNS = frozenset({"a", "button", "label", "output", "wbr"})  # without words they draw nothing
_ICON = re.compile(r"\s*+[a-z]++(?:_[a-z0-9]++)++\s*+")
_AT = re.compile(r"\s*+(?:@|[\[({]\s*+[a-z]{1,8}+\s*+[\])}])", re.IGNORECASE)  # plain, or as `[at]`
_WHITE_SPACE = re.compile(r"(?<![\w-])white-space\s*+:\s*+([\w-]++)", re.IGNORECASE)
KEEPING = frozenset({"pre", "pre-line", "pre-wrap", "break-spaces"})
"""Values of `white-space` by which line feeds are line breaks (CSS Text 3, 3)."""
_DISPLAY = re.compile(r"(?<![\w-])display\s*+:\s*+([\w-]++)", re.IGNORECASE)
_ALL_WIDTH = re.compile(r"(?<![\w-])width\s*+:\s*+100%", re.IGNORECASE)
BOXES = frozenset({"block", "flex", "grid", "table", "list-item", "flow-root"})
"""Values of `display` by which an element stands on lines of its own (CSS Display 3, 2)."""
_TAKEN_OUT = re.compile(r"(?<![\w-])position\s*+:\s*+(?:absolute|fixed)", re.IGNORECASE)
_OFF = re.compile(
    r"(?<![\w-])(?:clip\s*+:\s*+rect\(\s*+(?:[01](?:px)?+[\s,]*+){4}\)|clip-path\s*+:\s*+inset\(\s*+(?:50|100)%|"
    r"(?:left|top|right)\s*+:\s*+-\d{3}|(?:width|height)\s*+:\s*+[01]px)",
    re.IGNORECASE,
)
_DISPLAY_NONE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)


def says_hidden(style: str | None, hidden: str | None, aria_hidden: str | None, tag: str) -> bool:
    """Tell whether an element's own attributes hide it."""
    if tag in NEVER_HIDDEN:
        return False
    if hidden not in {None, "false", "until-found"} or aria_hidden == "true":
        return True
    return style is not None and _DISPLAY_NONE.search(style) is not None


def keeps_lines(style: str | None) -> bool | None:
    """Tell whether an element's own style makes line feeds in it line breaks; `None` where it says nothing of them."""
    found = _WHITE_SPACE.search(style) if style else None
    return None if found is None else found[1].lower() in KEEPING


def makes_box(style: str | None) -> bool:
    """Tell whether an element's own style makes a box of it, which stands on lines of its own."""
    found: list[str] = _DISPLAY.findall(style) if style else []
    return bool(found) and (found[-1].lower() in BOXES or (found[-1].lower()[:7] == "inline-" and _is_wide(style)))


def _is_wide(style: str | None) -> bool:
    return style is not None and _ALL_WIDTH.search(style) is not None


def is_off_screen(declarations: str | None) -> bool:
    """Tell whether declarations put an element where nobody sees it, as is done to words for who hears a page."""
    return declarations is not None and all(pattern.search(declarations) for pattern in (_TAKEN_OUT, _OFF))


def hidden_texts(element: Element) -> list[str]:
    """Give the texts that a hidden element would say, without scripts, form controls, and help for who cannot see."""
    return [said for text in _texts(element) if (said := tidy(text))]


def name_of_picture(element: Element) -> str | None:
    """Give the name of a picture within a line, which is no word of that; `None` for anything else.

    It is what `alt` or else `title` says, or the name by which a font draws an icon beside words:
    `<i>expand_more</i> Historique`; of an element without words what it is called, which may be nothing.
    """
    text = element.text
    if element.tag == "img":
        return tidy(element.get("alt") or element.get("title") or "")
    if not text:
        return None if len(element) or element.tag in _NO_SIGNS else name_of_sign(element)
    if "_" not in text or len(element) or not _ICON.fullmatch(text):
        return None
    around = element.getparent()
    is_beside_words = around is not None and any(
        other.strip() not in {"", text.strip()} for other in map(str, around.itertext())
    )
    is_icon = is_beside_words and element.tag in _OF_ICONS and not _begins_address(element)
    return tidy(text) if is_icon else None


def _begins_address(element: Element) -> bool:
    """Tell whether the sign of an address, plain or in brackets, stands right behind an element, or in the next one."""
    following = element.getnext()
    behind = (element.tail or "").strip() or ("".join(map(str, following.itertext())) if following is not None else "")
    return _AT.match(behind) is not None


def name_of_sign(element: Element) -> str:
    """Give what an element that draws something is called; empty where it has no name."""
    name = element.get("aria-label") or element.get("title")
    return tidy(name or (element.findtext("title") if element.tag == "svg" else "") or "")


def _texts(element: Element) -> Iterator[str]:
    tag = element.tag
    if not isinstance(tag, str) or tag in _NOTHING_TO_SAY or element.get("role") == "tooltip":
        return
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""
