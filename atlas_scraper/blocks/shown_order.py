"""Elements that stand in the markup before what a reader meets before them: values, mostly, before their labels.

    <div style="display:flex; flex-direction:row-reverse"><span>Mali</span><span>Pays</span></div>
    <span aria-labelledby="p">Mali</span><span id="p">Pays</span> · <tr><td>Mali</td><th>Pays</th></tr>

A style shows them the other way round (CSS Flexible Box Layout 1, 5), or the markup says which of two names the other.
"""

import re

from lxml.etree import _Element as Element

from atlas_scraper.blocks.traces import Markup

_TRACES = (b"-reverse", b"aria-labelledby")
_VALUE_FIRST = re.compile(rb"</td\s*+<th(?!ead)")
_FIELD_FIRST = re.compile(rb"<label[^<]*+<(?:input|textarea|select|output)")
_REVERSED = re.compile(r"(?:row|column)-reverse(?![\w-])", re.IGNORECASE)  # words of no other property
_FEWEST_ROWS = 2  # of all tables with such rows alone; one may be a corner and the name of a column
_PARTS_OF_TABLES = frozenset({"thead", "tbody", "tfoot"})
_CONTROLS = frozenset({"input", "textarea", "select", "output"})
_CHOICES = frozenset({"checkbox", "radio"})


def may_turn(markup: Markup) -> bool:
    """Tell quickly whether a page may have elements before what is shown before them."""
    if any(trace in markup.traces for trace in _TRACES) or _VALUE_FIRST.search(markup.tags) is not None:
        return True
    return b"<label" in markup.traces and _FIELD_FIRST.search(markup.tags) is not None


def turn(root: Element) -> None:
    """Put the elements of a page in the order in which a reader meets them."""
    backward: list[tuple[Element, Element]] = []
    for element in [*root.iter()]:
        tag = element.tag
        if tag == "label":
            _put_words_first(element)
        elif tag == "table":
            backward += _values_before_headers(element)
        elif element.get("aria-labelledby"):
            _put_name_first(element)
        if (style := element.get("style")) and "-reverse" in style.lower() and _REVERSED.search(style):
            _reverse(element)
    for value, header in backward if len(backward) >= _FEWEST_ROWS else ():
        value.addprevious(header)


def _reverse(box: Element) -> None:
    """Reverse the order of the elements in a box that says no word of its own."""
    if not _is_blank(box.text) or not all(_is_blank(inner.tail) for inner in box):
        return
    box.extend(reversed([*box]))


def _put_words_first(label: Element) -> None:
    """Put the words of a label that holds its field before that."""
    field = label[0] if len(label) and _is_blank(label.text) else None
    if field is None or field.tag not in _CONTROLS or (field.get("type") or "").lower() in _CHOICES:
        return
    words = field.tail or ""
    if _is_blank(words) and len(label) == 1:
        return
    field.tail = None
    label.text = words
    label.append(field)


def _values_before_headers(table: Element) -> list[tuple[Element, Element]]:
    """Give the value and the header of each row, where all rows of a table are made of one before the other."""
    parts = [part for inner in table for part in (inner if inner.tag in _PARTS_OF_TABLES else (inner,))]
    pairs = [[*row] for row in parts if row.tag == "tr"]
    if not all([cell.tag for cell in pair] == ["td", "th"] for pair in pairs):
        return []
    return [(value, header) for value, header in pairs]


def _put_name_first(value: Element) -> None:
    """Put what names an element before it, where it stands right behind that."""
    name = value.getnext()
    if name is None or name.get("id") != value.get("aria-labelledby") or not _is_blank(value.tail):
        return
    after, name.tail = name.tail, value.tail
    value.addprevious(name)
    value.tail = after


def _is_blank(text: str | None) -> bool:
    return not text or text.isspace()
