"""Headers and footers within the content of a page, which are parts of it and none of the site around it."""

from itertools import islice

from lxml.etree import _Element as Element

# A header or footer belongs to the site unless it stands in one of these (HTML, 4.3.8 and 4.3.9).
_SECTIONING = frozenset(
    ["main", "article", "section", "aside", "fieldset", "details", "dialog", "td", "th", "li", "dd"]
)
_SECTIONING_ROLES = frozenset({"main", "article", "complementary", "region", "group", "tabpanel", "cell", "listitem"})
_FEWEST_SECTIONS = 3  # boxes beside each other with a header or footer each, none of which is then the site's


def is_in_section(element: Element) -> bool:
    """Tell whether a header or footer belongs to a part of the content rather than to the site.

    A site has one of each: where boxes beside each other begin, or end, with one, they are parts of the content.
    """
    if any(above.tag in _SECTIONING or above.get("role") in _SECTIONING_ROLES for above in element.iterancestors()):
        return True
    box = element.getparent()
    around = None if box is None else box.getparent()
    if box is None or around is None:
        return False
    end = 0 if element.tag == "header" else -1
    alike = (other for other in around if len(other) and other[end].tag == element.tag)
    return sum(1 for _ in islice(alike, _FEWEST_SECTIONS)) == _FEWEST_SECTIONS
