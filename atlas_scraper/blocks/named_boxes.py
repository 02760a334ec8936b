"""Labels that stand in an attribute of the box of their value, and that a style sheet shows before it.

    <div data-label="Titre">Un jumelage</div>

What such an attribute says is shown on some pages and is a hint for scripts on others, and a page does not tell which.
So this is a last opinion, for a page in which no label stands as text.
"""

from collections import Counter

from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.values.text import fold

_ATTRIBUTES = ("data-label", "data-title", "data-name", "data-header", "data-th", "data-caption", "aria-label")
_NO_BOXES = frozenset({"a", "button", "input", "select", "textarea", "label", "img", "svg", "table", "form", "nav"})
_FEWEST_NAMES = 5
_SAID_ONCE = 0.5  # of the names, at least: a column of a table says its own in each row


def show_names(root: Element) -> bool:
    """Write the names that boxes have in an attribute as text before what they hold; tell whether there are any.

    The attribute is the first that gives five names or more, half of them to one box alone.
    """
    boxes = [element for element in root.iter(etree.Element) if element.tag not in _NO_BOXES]
    for attribute in _ATTRIBUTES:
        named = [(box, name) for box in boxes if (name := (box.get(attribute) or "").strip()) and _is_silent(box, name)]
        counts = Counter(name for _, name in named if any(map(str.isalpha, name)))
        once = sum(count == 1 for count in counts.values())
        if len(counts) >= _FEWEST_NAMES and once >= _SAID_ONCE * len(counts):
            for box, name in named:
                label = etree.Element("div", {"class": attribute})
                label.text, label.tail, box.text = name, box.text, None
                box.insert(0, label)
            return True
    return False


def _is_silent(box: Element, name: str) -> bool:
    """Tell whether a box does not say its name itself."""
    return next((said for text in box.itertext() if (said := fold(str(text)))), "") != fold(name)
