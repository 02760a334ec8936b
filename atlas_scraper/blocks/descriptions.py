"""What describes an element beside it, by the markup's own word (`aria-describedby`): a help, no value and no text.

    <label for="f">Titre</label><input id="f" value="Un jumelage" aria-describedby="h"><p id="h">Un titre court.</p>
    <h3 aria-describedby="i">Contexte</h3><p id="i">Présentez le contexte.</p><p>Un texte.</p>

Where a field that has a value is described, all that describes fields is hidden, and handed on as what is (`hidden`).
So is what describes titles, where one box for texts stands behind several, empty or not. Else a page may describe its
titles by what it says of them: those texts are read where they stand, as a box that opens over the page is, and the
next room tells which are content. What describes a table says how many rows it has, and stays.
"""

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element

from atlas_scraper.blocks.document import DESCRIPTION
from atlas_scraper.blocks.traces import Markup

_DESCRIBED, _NAMED = "aria-describedby", "aria-labelledby"
_FIELDS = frozenset({"input", "textarea", "select", "output"})
_GROUPS = frozenset({"fieldset"})
_TITLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "dt", "label", "legend"}) | _GROUPS
_NO_FIELDS = frozenset({"a", "button", "table", "grid", "treegrid", "link", "dialog", "alertdialog"})
_OF_TABLES = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"})
_NO_DESCRIPTIONS = _FIELDS | _TITLES | _OF_TABLES | {"body", "main", "summary"}


def may_describe(markup: Markup) -> bool:
    """Tell quickly whether a page may describe an element by another."""
    return _DESCRIBED.encode() in markup.traces


def set_descriptions_aside(root: Element) -> None:
    """Hide what describes fields and titles; where it may be content, as what opens over a page is."""
    described = root.findall(f".//*[@{_DESCRIBED}]")
    fields, titles = [each for each in described if _is_field(each)], [each for each in described if _is_title(each)]
    if not (fields or titles):
        return
    by_id: dict[str, Element] = {}
    for element in root.iterfind(".//*[@id]"):
        by_id.setdefault(element.get("id") or "", element)
    names = {identifier for each in root.iterfind(f".//*[@{_NAMED}]") for identifier in _ids(each, _NAMED)}
    found: dict[Element, bool] = {}  # whether it describes a value
    of_fields: set[Element] = set()
    for element in (*fields, *titles):
        has_value = element in fields and _says_something(element)
        for identifier in _ids(element, _DESCRIBED):
            description = by_id.get(identifier) if identifier not in names else None
            if description is not None and _may_describe(description, element):
                found[description] = found.get(description, False) or has_value
                of_fields |= {description} if element in fields else set()
    of_titles = found.keys() - of_fields
    are_helps = _stand_before_boxes([*of_titles])
    is_help = any(found.values()) or are_helps
    for description in found:
        description.set("role", DESCRIPTION)
        description.tag = "div"  # a stretch of a line would be part of that
        if not (are_helps if description in of_titles else is_help):
            description.set("popover", "")


def _ids(element: Element, attribute: str) -> list[str]:
    return (element.get(attribute) or "").split()


def _is_field(element: Element) -> bool:
    """Tell whether an element is a field, or says which other one is its label; a link or a table is no field."""
    is_named = element.get(_NAMED) is not None and element.tag not in _TITLES
    return element.tag in _FIELDS or (is_named and _NO_FIELDS.isdisjoint((element.tag, element.get("role"))))


def _is_title(element: Element) -> bool:
    return element.tag in _TITLES


def _says_something(field: Element) -> bool:
    return bool((field.get("value") or "").strip()) or any(text.strip() for text in map(str, field.itertext()))


def _stand_before_boxes(descriptions: Sequence[Element]) -> bool:
    """Tell whether boxes alike stand behind some descriptions, one that says nothing and one that does."""
    behind = [each for description in descriptions if (each := description.getnext()) is not None]
    boxes = [(each.tag, each.get("class"), _says_something(each)) for each in behind if each.tag not in _TITLES]
    return any((tag, classes, True) in boxes for tag, classes, says_something in boxes if not says_something)


def _may_describe(description: Element, described: Element) -> bool:
    """Tell whether an element is a text beside another: no title, nothing that holds one, or a field, or a table."""
    is_within = described in description.iterancestors() and described.tag not in _GROUPS
    is_around = any(each is described for each in description.iter())
    return not (is_within or is_around or any(tag in _NO_DESCRIPTIONS for tag in _tags(description)))


def _tags(element: Element) -> Iterator[str]:
    return (str(each.tag) for each in element.iter())
