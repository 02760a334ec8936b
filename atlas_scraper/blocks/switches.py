"""Panes that a rule of the page shows while a choice is made, without any script, and the labels of these choices.

    #t1:checked ~ .panes #p1 { display: block }     .tab:checked ~ .pane:nth-child(2) { display: block }
    <input type="radio" id="t1"><label for="t1">Contexte</label> … <div id="p1">…</div>

Whichever choice is made, each pane is content, and its label heads it.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from lxml.etree import _Element as Element

from atlas_scraper.blocks.style_sheets import names_of, rules_of
from atlas_scraper.blocks.traces import Markup

_TRACE = b":checked"
_ID = re.compile(r"#([\w-]++)")
_COMPOUND = re.compile(
    r"([a-z]*+)((?:[.#][\w-]++)*+)(?::(?:nth-child|nth-of-type)\((\d{1,4})\)|:(first)-child)?+", re.IGNORECASE
)
_CHOICES = frozenset({"radio", "checkbox"})
_MOST_SWITCHES = 200  # rules, of which each is held against each hidden part
_NAMES = re.compile(r"[.#][\w-]++")
_BEFORE_LAST = re.compile(r"[\s>+~]")
_SHOWS = re.compile(r"(?<![\w-])(?:display\s*+:\s*+(?!none)[\w-]|visibility\s*+:\s*+visible)", re.IGNORECASE)


class _Switch(NamedTuple):
    """A rule: the id of the choice, if it names one, and the tag, the names and the place of what it shows."""

    choice: str
    tag: str
    names: frozenset[str]
    place: int


def may_switch(markup: Markup) -> bool:
    """Tell quickly whether rules of a page may show anything while a choice is made."""
    return _TRACE in markup.traces


def find_switched(
    styles: Iterable[Element], hidden: Collection[Element], labels: Iterable[Element]
) -> Iterator[tuple[Element, Element | None]]:
    """Yield the hidden parts of a page that a choice shows, each with the label of the choice, if it is known.

    Args:
        styles: the style sheets of the page.
        hidden: what it hides.
        labels: its labels.
    """
    switches = list(islice(_switches(styles), _MOST_SWITCHES))
    if not switches:
        return
    by_choice = {label.get("for") or "": label for label in labels}
    for element in hidden:
        switch = next((each for each in switches if _shows(each, element)), None)
        if switch is not None:
            yield element, by_choice.get(switch.choice or _choice_before(element))


def _switches(styles: Iterable[Element]) -> Iterator[_Switch]:
    for style in styles:
        for selectors, body in rules_of("".join(map(str, style.itertext()))):
            if ":checked" in selectors.lower() and _SHOWS.search(body):
                yield from filter(None, map(_switch, selectors.split(",")))


def _switch(selector: str) -> _Switch | None:
    choice, checked, rest = selector.strip().partition(":checked")
    start = max((found.end() for found in _BEFORE_LAST.finditer(rest)), default=0)
    shown = _COMPOUND.fullmatch(rest, start)
    if not checked or not start or shown is None or start == len(rest):
        return None
    found = _ID.search(_BEFORE_LAST.split(choice)[-1])
    identifier = found[1] if found else ""
    place = 1 if shown[4] else int(shown[3] or 0)
    return _Switch(identifier, shown[1].lower(), frozenset(_NAMES.findall(shown[2])), place)


def _shows(switch: _Switch, element: Element) -> bool:
    """Tell whether a rule is about an element."""
    if switch.tag not in {"", element.tag} or not switch.names.issubset(names_of(element)):
        return False
    if not switch.place:
        return True
    before = (each for each in element.itersiblings(preceding=True) if isinstance(each.tag, str))
    return len(list(islice(before, switch.place))) == switch.place - 1


def _choice_before(element: Element) -> str:
    """Give the id of the choice that stands nearest before an element, in the same box."""
    inputs = element.itersiblings("input", preceding=True)
    return next((each.get("id") or "" for each in inputs if each.get("type") in _CHOICES), "")
