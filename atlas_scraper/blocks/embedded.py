"""Elements of a page within a drawing: `<svg><foreignObject><div>…</div></foreignObject></svg>`.

A diagram may be drawn so, and then all of its texts stand there (SVG 2, 12.4). A switch shows the first that a reader
knows of several; what it draws where elements of a page are not known is cut short, and shown to nobody.
"""

from lxml.etree import _Element as Element

from atlas_scraper.blocks.traces import Markup

_EMBEDDING = "foreignobject"


def may_embed(markup: Markup) -> bool:
    """Tell quickly whether a page may have elements within a drawing."""
    return b"<foreignobject" in markup.traces


def show_embedded(root: Element) -> None:
    """Show what stands in drawings as elements of the page, in place of each drawing."""
    for drawing in [*root.iter("svg")]:
        embedded = [each for each in drawing.iter(_EMBEDDING) if not _is_within_another(each, drawing)]
        if not any(_says_something(each) for each in embedded):
            continue
        for each in embedded:
            each.tag = "div"
            each.tail = None
        for inner in [*drawing]:
            drawing.remove(inner)
        drawing.text = None
        drawing.attrib.clear()
        drawing.tag = "div"
        drawing.extend(embedded)


def _is_within_another(embedded: Element, drawing: Element) -> bool:
    for above in embedded.iterancestors():
        if above is drawing:
            return False
        if above.tag == _EMBEDDING:
            return True
    return False


def _says_something(element: Element) -> bool:
    return any(map(str.strip, map(str, element.itertext())))
