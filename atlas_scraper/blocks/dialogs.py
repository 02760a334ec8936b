"""Boxes that open over a page: dialogs, tips, and what a button makes pop up.

    <button popovertarget="d">Contexte</button><div popover id="d"><h2>Contexte</h2><p>Un texte.</p></div>

Most belong to the site, some hold what the page is about. Which, the next room tells; so they are read where they
stand, closed or not, and each is told by the number of its box (`Dialog`).
"""

from collections.abc import Callable, Iterator
from typing import cast

from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.kinds import Way, as_shown, plain_kind
from atlas_scraper.blocks.traces import Markup

_TRACES = (b"dialog", b"tooltip", b" popover", b"aria-describedby")
_ROLES = frozenset({"dialog", "alertdialog", "tooltip"})
_may_be_dialogs = etree.XPath("//dialog | //*[@popover] | //*[@role]")


def may_open_over(markup: Markup) -> bool:
    """Tell quickly whether a page may have a box that opens over it."""
    return any(trace in markup.traces for trace in _TRACES)


def hide_popovers(root: Element) -> None:
    """Hide what a button makes pop up, as a browser does until then (HTML, 6.12)."""
    for element in root.iterfind(".//*[@popover]"):
        element.set("hidden", "")


def find_dialogs(root: Element, is_hidden: Callable[[Element], bool]) -> Iterator[Element]:
    """Yield the elements that open over a page, each with what is hidden around it alone.

    Args:
        root: the page.
        is_hidden: tells whether an element's attributes or the page's rules hide it.
    """
    for element in cast("list[Element]", _may_be_dialogs(root)):
        if _is_dialog(element) and as_shown(plain_kind(element.tag)).way is Way.BOX:
            yield _with_cover(element, is_hidden)


def _is_dialog(element: Element) -> bool:
    return element.tag == "dialog" or element.get("popover") is not None or element.get("role") in _ROLES


def _with_cover(element: Element, is_hidden: Callable[[Element], bool]) -> Element:
    """Give the outermost hidden element around a dialog that holds nothing else, or the dialog."""
    outermost, inner = element, element
    while (around := inner.getparent()) is not None and len(around) == 1 and not _is_dialog(around):
        if (around.text or "").strip() or (inner.tail or "").strip():
            break
        inner = around
        if is_hidden(around):
            outermost = around
    return outermost
