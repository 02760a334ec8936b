"""Labels that stand in an attribute of the box of their value, and that a style sheet shows before it, or a browser.

    <div data-label="Titre">Un jumelage</div>
    <input title="Titre" value="Un jumelage">

What such an attribute says is shown on some pages and is a hint for scripts on others, and a page does not tell which.
So this is a last opinion, for a page in which no label stands as text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.controls import CONTROL_TAGS
from atlas_scraper.values.text import fold

_ATTRIBUTES = ("data-label", "data-title", "data-name", "data-header", "data-th", "data-caption", "aria-label")
_OF_CONTROLS = ("aria-label", "title", "placeholder")
_NO_BOXES = frozenset({"a", "button", "input", "select", "textarea", "label", "img", "svg", "table", "form", "nav"})
_FEWEST_NAMES = 5
_SAID_ONCE = 0.5  # of the names, at least: a column of a table says its own in each row


def show_names(root: Element) -> bool:
    """Write the names that boxes and controls have in an attribute as text before them; tell whether there are any.

    The attribute is the first that gives five names or more, half of them to one box alone.
    """
    boxes = [*filter(may_be_named, root.iter(etree.Element))]
    controls = [*root.iter(*CONTROL_TAGS)]
    for attribute in (*_ATTRIBUTES, *_OF_CONTROLS[1:]):
        named = [*_named(boxes, attribute)] if attribute in _ATTRIBUTES else []
        named += _named(controls, attribute) if attribute in _OF_CONTROLS else ()
        counts = Counter(name for _, name in named if any(map(str.isalpha, name)))
        once = sum(count == 1 for count in counts.values())
        if len(counts) >= _FEWEST_NAMES and once >= _SAID_ONCE * len(counts):
            for box, name in named:
                show_name(box, name, attribute)
            return True
    return False


def may_be_named(element: Element) -> bool:
    """Tell whether an element may be the box of a value, which a name in an attribute is about."""
    return element.tag not in _NO_BOXES


def _named(boxes: Iterable[Element], attribute: str) -> Iterator[tuple[Element, str]]:
    """Yield what has a name in an attribute and does not say it itself."""
    both = ((box, (box.get(attribute) or "").strip()) for box in boxes)
    return ((box, name) for box, name in both if name and is_silent(box, name))


def show_name(box: Element, name: str, attribute: str) -> None:
    """Write a name from an attribute as text at the beginning of a box, or before a control."""
    label = etree.Element("div", {"class": attribute})
    label.text = name
    if box.tag in CONTROL_TAGS:
        box.addprevious(label)
    else:
        label.tail, box.text = box.text, None
        box.insert(0, label)


def is_silent(box: Element, name: str) -> bool:
    """Tell whether a box does not say its name itself."""
    return next((said for text in box.itertext() if (said := fold(str(text)))), "") != fold(name)
