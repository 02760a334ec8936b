"""Words that are written backwards and shown forwards, to hide addresses from who gathers them.

<span style="unicode-bidi: bidi-override; direction: rtl">gro.elpmaxe@eiriam</span>
"""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from atlas_scraper.blocks.style_sheets import rules_of
from atlas_scraper.blocks.traces import Markup

_OVERRIDE = re.compile(r"unicode-bidi\s*+:\s*+(?:isolate-override|bidi-override)", re.IGNORECASE)
_RIGHT_TO_LEFT = re.compile(r"(?<![\w-])direction\s*+:\s*+rtl", re.IGNORECASE)
_CLASS = re.compile(r"([a-zA-Z]*+)\.([\w-]++)")


def may_be_backwards(markup: Markup) -> bool:
    """Tell quickly whether a page may have words written backwards."""
    return b"-override" in markup.traces or b"<bdo" in markup.traces


def show_forwards(root: Element) -> None:
    """Put such words in the order in which they are shown."""
    classes = frozenset(_classes(root))
    turned: set[Element] = set()
    for element in [*root.iter()]:
        if element.getparent() in turned:
            turned.add(element)
        elif _is_backwards(element, classes):
            turned.add(element)
            _turn(element)


def _classes(root: Element) -> Iterator[tuple[str, str]]:
    """Yield the tags, if rules say any, and classes of what rules of a page show the other way round."""
    for style in root.iter("style"):
        sheet = style.text or ""
        for selectors, body in rules_of(sheet) if _OVERRIDE.search(sheet) else ():
            if _says_backwards(body):
                found = (_CLASS.fullmatch(selector.strip()) for selector in selectors.split(","))
                yield from ((each[1].lower(), each[2]) for each in found if each)


def _is_backwards(element: Element, classes: frozenset[tuple[str, str]]) -> bool:
    if element.tag == "bdo":
        return (element.get("dir") or "").lower() == "rtl"
    names = (element.get("class") or "").split() if classes else ()
    by_rule = any({("", name), (str(element.tag), name)} & classes for name in names)
    return by_rule or _says_backwards(element.get("style") or "")


def _says_backwards(style: str) -> bool:
    return _OVERRIDE.search(style) is not None and _RIGHT_TO_LEFT.search(style) is not None


def _turn(element: Element) -> None:
    """Reverse the letters of an element, and the order of what stands in it."""
    for each in [*element.iter()]:
        inner = [*each]
        texts = [each.text, *[one.tail for one in inner]]
        each.text, *tails = [text and text[::-1] for text in reversed(texts)]
        each.extend(reversed(inner))
        for one, tail in zip(reversed(inner), tails, strict=True):
            one.tail = tail
