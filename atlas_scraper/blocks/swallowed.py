"""Elements that are never ended, and swallow what stands behind them: their words are read as they are, tags and all.

    <svg><title>Voir la carte</svg></h3><p>…

Such an element holds an end tag of what did not begin in it. It is ended where the first tag in it begins. A drawing
or a formula that is never ended holds elements of the page; it ends before the first of those (HTML, 13.2.6.5).
"""

import re
from collections.abc import Callable, Iterable
from itertools import takewhile

from lxml.etree import _Element as Element

from atlas_scraper.blocks.traces import Markup

SWALLOWERS = ("title", "textarea", "style", "script", "iframe", "noframes", "noembed")
"""Elements that hold no elements, only words up to their end tag (HTML, 13.1.2)."""
_FOREIGN = {"svg": (b"<svg", b"</svg"), "math": (b"<math", b"</math")}
_OF_PAGES = tuple(
    "blockquote center dd div dl dt em font h1 h2 h3 h4 h5 h6 hr img li ol p pre span strong table ul".split()
)
_WITHIN = frozenset({"foreignobject", "desc", "title", "annotation-xml"})
_TAG = re.compile(r"<(/?)([a-z][a-z0-9:-]*+)", re.IGNORECASE)
_ENDS = {tag: re.compile(f"</{tag}\\b", re.IGNORECASE) for tag in SWALLOWERS}
_BEGINNING = re.compile(rf"<({'|'.join(SWALLOWERS)})\b([^<>]*+)>", re.IGNORECASE)


def swallow(elements: Iterable[Element], markup: Markup) -> bool:
    """Tell whether any of some elements of these tags swallows what stands behind it.

    Args:
        elements: all of the page.
        markup: the markup of the page.
    """
    is_open = markup.tags.rfind(b"<script") > markup.tags.rfind(b"</script")
    return any(
        _holds_others(tag, text)
        for element in elements
        if ((tag := element.tag) != "script" or is_open or "src" in element.attrib)
        and (text := element.text)
        and "</" in text
    )


def end_swallowing(text: str) -> str:
    """Give a page with the end tags of the elements that swallow what stands behind them."""
    parts: list[str] = []
    done, end_of = 0, {tag: _finder(text, tag) for tag in SWALLOWERS}
    while found := _BEGINNING.search(text, done):
        tag, start = found[1].lower(), found.end()
        end = end_of[tag](start)
        inside = text[start:end]
        may_swallow = tag != "script" or end == len(text) or "src" in found[2].lower()
        if may_swallow and "</" in inside and _holds_others(tag, inside):
            first = _TAG.search(inside)
            end = start + first.start() if first else end
            parts += [text[done:end], f"</{tag}>"]
        else:
            parts.append(text[done:end])
        done = end
    return "".join([*parts, text[done:]])


def _finder(text: str, tag: str) -> Callable[[int], int]:
    """Give what finds the next end tag of an element; asked of places further and further on."""
    known = -1

    def find(start: int) -> int:
        nonlocal known
        if known < start:
            found = _ENDS[tag].search(text, start)
            known = found.start() if found else len(text)
        return known

    return find


def _holds_others(tag: str, text: str) -> bool:
    """Tell whether the words of an element end what did not begin in them, or begin the element once more."""
    begun: set[str] = set()
    for found in _TAG.finditer(text):
        inner = found[2].lower()
        if inner not in begun if found[1] else inner == tag:
            return True
        begun.add(inner)
    return False


def may_be_unended(markup: Markup) -> bool:
    """Tell quickly whether a page may hold a drawing or a formula that is never ended."""
    tags = markup.tags
    return any(begin in markup.traces and tags.count(begin) > tags.count(end) for begin, end in _FOREIGN.values())


def end_foreign(root: Element) -> None:
    """Put what stands in drawings and formulas that are never ended behind them."""
    for drawing in [*root.iter(*_FOREIGN)]:
        inner = next((each for each in drawing.iter(*_OF_PAGES) if _breaks_out(each, drawing)), None)
        if inner is None:
            continue
        moved, node = [inner], inner
        while node is not drawing:
            moved += node.itersiblings()
            around = node.getparent()
            node = drawing if around is None else around
        for element in reversed(moved):
            drawing.addnext(element)


def _breaks_out(element: Element, drawing: Element) -> bool:
    """Tell whether no element in a drawing or formula that may hold elements of the page holds one of them."""
    between = takewhile(lambda around: around is not drawing, element.iterancestors())
    return not any(around.tag in _WITHIN for around in between)
