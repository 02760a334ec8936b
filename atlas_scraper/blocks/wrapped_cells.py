"""Elements between a table and its rows, or a row and its cells, where none belongs: `<tr><a href="…"><td>Ségou</td>`.

A browser puts such an element before the table, without what stands in it (HTML, 13.2.6.4.9), and a link around what
stands in each of the cells once more (13.2.4.3). lxml leaves some where their author had them, and others empty.
"""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from lxml import etree
from lxml.etree import _Element as Element

_CELLS = ("td", "th")
_PARTS = frozenset({*_CELLS, "tr", "thead", "tbody", "tfoot"})
_LEFT_EMPTY = frozenset("a b big center em font form i nobr small span strong tt u".split())


def wraps_parts(element: Element) -> bool:
    """Tell whether an element that is no part of a table holds some, itself or within the first one in it."""
    while len(element) and element.tag != "table":
        if any(inner.tag in _PARTS for inner in element):
            return True
        element = element[0]
    return False


def is_empty_wrapper(element: Element) -> bool:
    """Tell whether an element straight in a row is what lxml leaves of one that wrapped cells, or of a form."""
    if element.tag == "input":
        return (element.get("type") or "").strip().lower() == "hidden"
    return element.tag in _LEFT_EMPTY and not len(element) and not (element.text or "").strip()


def spread_link(wrapper: Element) -> None:
    """Put the link that wraps cells of a table, or that was to wrap those behind it, around what stands in each."""
    href = wrapper.get("href")
    if wrapper.tag != "a" or href is None:
        return
    behind = takewhile(lambda sibling: sibling.tag != "a", wrapper.itersiblings())
    cells = _cells(wrapper if len(wrapper) else behind)
    for cell in [each for each in cells if next(each.iter("a"), None) is None]:  # a link within stands over one around
        link = etree.Element("a", {"href": href})
        link.text, cell.text = cell.text, None
        link.extend([*cell])
        cell.append(link)


def _cells(elements: Iterable[Element]) -> Iterator[Element]:
    """Yield the cells among elements and in them, without those of tables in them."""
    for element in elements:
        if element.tag in _CELLS:
            yield element
        elif element.tag != "table":
            yield from _cells(element)
