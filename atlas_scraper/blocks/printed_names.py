"""Names that a page's own rules print before elements: the rule says in which of their attributes they stand.

    <style>.field::before { content: attr(data-caption-of-field) " : " }</style>
    <div class="field" data-caption-of-field="Titre">Un jumelage</div>

They are read as what a browser shows there, save those of cells, which are the headers of their columns. A rule that
shows its words only under some condition, as tips do, prints none.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from lxml.etree import _Element as Element

from atlas_scraper.blocks.named_boxes import is_silent, may_be_named, show_name
from atlas_scraper.blocks.style_sheets import holds_on_screens, names_of, rules_of
from atlas_scraper.blocks.traces import Markup

_TRACES = (b"attr(", b":before")
_BEFORE = re.compile(r"([^:]*+)::?+before", re.IGNORECASE)
_COMPOUND = re.compile(r"(?:^|[\s>+~])([a-z][\w-]*+|\*?+)((?:[.#][\w-]++|\[[^\[\]]*+\])*+)$", re.IGNORECASE)
_NAMES = re.compile(r"[.#][\w-]++")
_CONTENT = re.compile(
    r"""(?<![\w-])content\s*+:\s*+(?:"[^"]*+"\s*+|'[^']*+'\s*+)*+attr\(\s*+([a-z][\w-]*+)""", re.IGNORECASE
)
_HIDING = re.compile(
    r"(?<![\w-])(?:opacity\s*+:\s*+0?\.?0*+\s*+(?:;|!|$)|visibility\s*+:\s*+hidden|display\s*+:\s*+none)", re.IGNORECASE
)
_CELLS = frozenset({"td", "th"})
_ADDRESSES = frozenset({"href", "src"})
_FEWEST_NAMES = 5
_MOST_RULES = 100  # each is asked about each element with the attribute
_SHORTEST_NAME = 3  # letters; initials have fewer


class _Printed(NamedTuple):
    """Which elements a rule is about, by tag and by classes and ids, and the attribute that it prints."""

    tag: str
    names: frozenset[str]
    attribute: str


def may_print_names(markup: Markup) -> bool:
    """Tell quickly whether a page may have such a rule."""
    return all(trace in markup.traces for trace in _TRACES)


def print_names(root: Element) -> None:
    """Write the names as text at the beginning of their elements; there have to be five names or more."""
    sheets = [style for style in root.iter("style") if holds_on_screens(style.get("media") or "")]
    rules = _printed(rule for style in sheets for rule in rules_of("".join(map(str, style.itertext()))))
    printed = [*dict.fromkeys(islice(rules, _MOST_RULES))]
    if not printed:
        return
    of_attribute: defaultdict[str, list[_Printed]] = defaultdict(list)
    for rule in printed:
        of_attribute[rule.attribute].append(rule)
    named = [
        (element, name, attribute)
        for attribute, rules in of_attribute.items()
        for element in root.iterfind(f".//*[@{attribute}]")
        if element.tag not in _CELLS and may_be_named(element) and any(_is_about(rule, element) for rule in rules)
        if sum(map(str.isalpha, name := (element.get(attribute) or "").strip())) >= _SHORTEST_NAME
    ]
    if len({name for _, name, _ in named}) >= _FEWEST_NAMES:
        for element, name, attribute in named:
            if is_silent(element, name):
                show_name(element, name, attribute)


def _printed(rules: Iterable[tuple[str, str]]) -> Iterator[_Printed]:
    """Yield what rules print, without those that hide it."""
    said: dict[str, list[str]] = {}
    for selectors, body in rules:
        for selector in selectors.split(","):
            if before := _BEFORE.fullmatch(selector.strip()):
                said.setdefault(before[1], []).append(body)
    for selector, bodies in said.items():
        body = ";".join(bodies)
        content, about = [*_CONTENT.finditer(body)], _COMPOUND.search(selector.rstrip())
        if content and about and not _HIDING.search(body) and content[-1][1].lower() not in _ADDRESSES:
            names = frozenset(_NAMES.findall(about[2]))
            yield _Printed("" if about[1] == "*" else about[1].lower(), names, content[-1][1].lower())


def _is_about(rule: _Printed, element: Element) -> bool:
    return rule.tag in {"", element.tag} and rule.names.issubset(names_of(element))
