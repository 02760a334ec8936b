"""Texts that a page shortens for want of room, and says whole in the `title` of their element: `Agence de l’ea…`."""

from typing import cast

from lxml.etree import XPath
from lxml.etree import _Element as Element

from atlas_scraper.blocks.traces import Markup
from atlas_scraper.values.text import tidy

ENDS = ("…", "...", "[…]", "[...]")
"""What a shortened text ends with."""
_SIGNS = ("…".encode(), b"...", b"&hellip;", b"&#8230;", b"&#x2026;")
_FEWEST = 3  # letters that both begin with
_titled = XPath("//*[@title][not(*)]")


def may_shorten(markup: Markup) -> bool:
    """Tell quickly whether a page may hold such a text."""
    return b" title=" in markup.traces and may_be_cut(markup)


def may_be_cut(markup: Markup) -> bool:
    """Tell quickly whether a page may hold an ellipsis."""
    return any(sign in markup.whole for sign in _SIGNS)


def show_whole(root: Element) -> None:
    """Give each text that ends with an ellipsis and is the beginning of its element's title the words of that."""
    for element in cast("list[Element]", _titled(root)):
        shown, whole = tidy(element.text or ""), tidy(element.get("title") or "")
        end = next((end for end in ENDS if shown.endswith(end)), None)
        if end is None:
            continue
        beginning = shown.removesuffix(end).rstrip()
        if _FEWEST <= len(beginning) < len(whole) and whole.startswith(beginning) and not whole.endswith(end):
            element.text = whole
