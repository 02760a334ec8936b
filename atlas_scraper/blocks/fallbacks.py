"""What a page shows to who lacks something: scripts (`noscript`), a program for a drawing or a kind of file.

An application can keep its page in it, for who runs no scripts, and show nothing else until a script has run. Other
pages say there once more what they show, or that scripts are wanted; a page does not tell which. So this is a last
opinion, for a page in which no label stands anywhere else.
"""

from lxml.etree import _Element as Element

_FALLBACKS = ("noscript", "object", "canvas", "applet")


def show_fallbacks(root: Element) -> bool:
    """Make boxes of such elements that hold elements with words; tell whether there are any."""
    shown = [each for each in root.iter(*_FALLBACKS) if any((inner.text or "").strip() for inner in each.iter("*"))]
    for element in shown:
        element.tag = "div"
        element.attrib.clear()
    return bool(shown)
