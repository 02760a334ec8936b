"""What of a page's markup a reader sees as its content, and what is hidden or part of the site around it.

HTML's own elements and attributes decide, WAI-ARIA roles and the page's own style sheet, never the name of a
class: a class is hidden only when a rule of the page itself says so.
"""

import re
from collections.abc import Iterable

from lxml.etree import _Element as Element

_NEVER_SHOWN = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "meta",
        "link",
        "iframe",
        "object",
        "embed",
        "applet",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "map",
        "area",
        "datalist",
        "colgroup",
        "col",
        "param",
        "source",
        "track",
        "base",
        "frameset",
    ]
)
_CHROME_TAGS = {"nav": "navigation"}
_CHROME_ROLES = {
    "navigation": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "search": "search",
    "banner": "site header",
    "contentinfo": "site footer",
    "alertdialog": "dialog",
    "dialog": "dialog",
}
# A header or footer belongs to the site unless it stands in one of these (HTML, 4.3.8 and 4.3.9).
_SECTIONING = frozenset(
    ["main", "article", "section", "aside", "fieldset", "details", "dialog", "td", "th", "li", "dd"]
)
_SITE_EDGES = {"header": "site header", "footer": "site footer"}

_DISPLAY_NONE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_AT_BLOCK = re.compile(r"@[^{};]*+\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\}")
_CSS_RULE = re.compile(r"([^{}]++)\{([^{}]*+)\}")
_SIMPLE_SELECTOR = re.compile(r"[a-zA-Z]*([.#])(-?[_a-zA-Z][\w-]*)")


class Visibility:
    """Tells hidden elements and site chrome apart from content, for one page."""

    def __init__(self, style_sheets: Iterable[str]) -> None:
        self._hidden_classes: set[str] = set()
        self._hidden_ids: set[str] = set()
        for sheet in style_sheets:
            self._learn(sheet)

    def _learn(self, sheet: str) -> None:
        """Take in the rules that hide a class or an id on a screen; `@media` blocks are left out."""
        if not _DISPLAY_NONE.search(sheet):
            return
        sheet = _CSS_AT_BLOCK.sub("", _CSS_COMMENT.sub("", sheet))
        for selectors, body in _CSS_RULE.findall(sheet):
            if not _DISPLAY_NONE.search(body):
                continue
            for selector in selectors.split(","):
                if simple := _SIMPLE_SELECTOR.fullmatch(selector.strip()):
                    (self._hidden_classes if simple[1] == "." else self._hidden_ids).add(simple[2])

    def is_hidden(self, element: Element, tag: str) -> bool:
        """Tell whether a reader of the page does not see the element."""
        if tag in _NEVER_SHOWN or (tag == "dialog" and element.get("open") is None):
            return True
        return bool(element.attrib) and (_says_hidden(element, tag) or self._is_hidden_by_rule(element))

    def _is_hidden_by_rule(self, element: Element) -> bool:
        classes = (element.get("class") or "").split() if self._hidden_classes else ()
        return element.get("id") in self._hidden_ids or not self._hidden_classes.isdisjoint(classes)


def _says_hidden(element: Element, tag: str) -> bool:
    """Tell whether an element's own attributes hide it."""
    # The panel of a tab that is not chosen is `hidden`, and is content all the same.
    if element.get("hidden") not in {None, "false"} and element.get("role") != "tabpanel":
        return True
    if element.get("role") == "tooltip":
        return True
    if element.get("aria-hidden") == "true" and tag not in {"body", "main"}:
        return True
    return _DISPLAY_NONE.search(element.get("style") or "") is not None


def chrome_of(element: Element, tag: str) -> str:
    """Name the part of the site around the content that the element is, or give an empty string."""
    role = element.get("role")
    if role and role in _CHROME_ROLES:
        return _CHROME_ROLES[role]
    if tag in _SITE_EDGES:
        inside = any(above.tag in _SECTIONING for above in element.iterancestors())
        return "" if inside else _SITE_EDGES[tag]
    return _CHROME_TAGS.get(tag, "")
