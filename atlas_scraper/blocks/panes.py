"""Panes: parts of the content that a script shows one at a time, and that are named by the tab that opens them.

A pane is hidden until its tab is chosen (`role="tabpanel"` with `hidden`, `aria-hidden` or `display: none`), and is
content all the same. Its name may stand only in the tab: the pane refers to it (`aria-labelledby`), the tab refers
to the pane (`aria-controls`), or links to its id. Such a name is read at the head of its pane, and not among the
tabs, so that it heads what it names.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import cast

from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.dialogs import find_dialogs, may_open_over
from atlas_scraper.blocks.excerpts import find_excerpts
from atlas_scraper.blocks.folds import find_folds, hidden_elements, may_fold, words_of
from atlas_scraper.blocks.shortened import may_be_cut
from atlas_scraper.blocks.slides import find_slides
from atlas_scraper.blocks.switches import find_switched, may_switch
from atlas_scraper.blocks.traces import Markup
from atlas_scraper.values.text import fold

_TABPANEL = b"tabpanel"
_TARGETS = ("data-target", "data-bs-target")
_TOGGLES = ("data-toggle", "data-bs-toggle")  # say of a link that it opens the place that it leads to
_TRACES_OF_OPENERS = (b"aria-controls", b"-target", b"onclick")  # of the attributes that say what an element opens
_QUOTED = re.compile(r"""['"]#?([\w:.-]+)['"]""")
_NO_PANES = frozenset({"tabpanel", "dialog", "alertdialog", "tooltip", "tab"})
_IDS = etree.XPath("descendant-or-self::*/@id", smart_strings=False)
_FEWEST_TABS = 2  # a single link within the page leads to its content, or to its top


class Panes:
    """The panes of a page.

    Args:
        root: the page.
        markup: the markup that it was made from; without a trace of panes there none are sought.
        by_tag: its links, labels and style sheets, by tag.
        is_hidden: tells whether an element's attributes or the page's rules hide it.
        has_rules: whether there are such rules.
    """

    def __init__(
        self,
        root: Element,
        markup: Markup,
        by_tag: Mapping[str, Sequence[Element]],
        is_hidden: Callable[[Element], bool],
        *,
        has_rules: bool,
    ) -> None:
        may_hide = has_rules or may_fold(markup)
        hidden = hidden_elements(root, is_hidden, has_rules=has_rules) if may_hide else ()
        self._names: dict[Element, str] = dict.fromkeys(find_folds(root, hidden, is_hidden), "") if hidden else {}
        self._names |= dict.fromkeys(find_slides(hidden), "")
        self.dialogs = frozenset(find_dialogs(root, is_hidden) if may_open_over(markup) else ())
        self._names |= dict.fromkeys(self.dialogs, "")
        self._tabs: set[Element] = set()
        for whole, excerpt in find_excerpts(hidden) if hidden and may_be_cut(markup) else ():
            self._names[whole] = ""
            self._tabs.add(excerpt)
        for pane, tab in find_switched(by_tag["style"], hidden, by_tag["label"]) if may_switch(markup) else ():
            self._names[pane] = words_of(tab) if tab is not None else ""
            self._tabs.update([tab] if tab is not None else [])
        has_openers = any(trace in markup.traces for trace in _TRACES_OF_OPENERS)
        controls = _controls(root, root.iter()) if has_openers else _controls_of_links(root, by_tag["a"])
        if not controls and _TABPANEL not in markup.traces:
            return
        by_id = _elements_by_id(root)
        tabs = {pane: _tab_of(pane, controls, by_id) for pane in _panes(by_id, root, controls, is_hidden)}
        all_tabs = {*controls.values(), *(tab for tab in tabs.values() if tab is not None)}
        for pane, tab in tabs.items():
            self._names[pane] = pane.get("aria-label") or ""
            if tab is None or pane in tab.iterancestors() or _stands_right_before(tab, pane, all_tabs):
                continue
            words = _words_of_tab(tab, pane, all_tabs)
            if name := words_of(words):
                self._names[pane] = name
                self._tabs.add(words)

    def __bool__(self) -> bool:
        return bool(self._names)

    def has(self, element: Element) -> bool:
        """Tell whether an element is a pane."""
        return element in self._names

    def name(self, element: Element) -> str:
        """Give the name of a pane that stands only in its tab; empty for one that shows its name itself."""
        return self._names.get(element, "")

    def is_read_elsewhere(self, element: Element) -> bool:
        """Tell whether an element is a tab whose words are read at the head of its pane."""
        return element in self._tabs


def _elements_by_id(root: Element) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for element in root.iter():
        identifier = element.get("id")
        if identifier:
            found.setdefault(identifier, element)
    return found


def _controls(root: Element, elements: Iterable[Element]) -> dict[str, Element]:
    """Give for each id of the page the first of some elements that opens what has it."""
    opened = ((identifier, element) for element in elements for identifier in (*_opened_by(element), *_target(element)))
    return _first_with_known_ids(root, opened)


def _controls_of_links(root: Element, links: Iterable[Element]) -> dict[str, Element]:
    """Give the same of links alone, in a page where nothing else opens anything."""
    return _first_with_known_ids(root, ((identifier, link) for link in links for identifier in _target(link)))


def _first_with_known_ids(root: Element, opened: Iterable[tuple[str, Element]]) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for identifier, element in opened:
        found.setdefault(identifier, element)
    if not found:
        return found
    known = frozenset(cast(list[str], _IDS(root)))
    return {identifier: element for identifier, element in found.items() if identifier in known}


def _target(element: Element) -> tuple[str, ...]:
    """Give the place within the page that a link leads to."""
    href = element.get("href") if element.tag == "a" else None
    return (href[1:],) if href and href.startswith("#") else ()


def _opened_by(element: Element) -> list[str]:
    """Give the ids that an element says that it opens, in the ways of WAI-ARIA, of Bootstrap and of plain scripts."""
    ids = (element.get("aria-controls") or "").split()
    ids += _target(element) if any(element.get(name) for name in _TOGGLES) else ()
    ids += [target.lstrip("#") for name in _TARGETS if (target := element.get(name))]
    return ids + (_QUOTED.findall(element.get("onclick") or ""))


def _panes(
    by_id: Mapping[str, Element], root: Element, controls: Mapping[str, Element], is_hidden: Callable[[Element], bool]
) -> Iterator[Element]:
    """Yield the panes: those that say so, those that a tab opens, and neighbours that links lead to, some hidden."""
    yield from (element for element in root.iter() if element.get("role") == "tabpanel")
    targets = [(by_id[identifier], control) for identifier, control in controls.items()]
    targets = [
        (pane, control) for pane, control in targets if pane.get("role") not in _NO_PANES and pane.tag != "dialog"
    ]
    neighbours = Counter(pane.getparent() for pane, _ in targets)
    with_hidden = {pane.getparent() for pane, _ in targets if is_hidden(pane)}
    for pane, control in targets:
        around = pane.getparent()
        is_one_of_several = around in with_hidden and neighbours[around] >= _FEWEST_TABS
        if control.get("role") == "tab" or is_one_of_several or (_opened_by(control) and is_hidden(pane)):
            yield pane


def _tab_of(pane: Element, controls: Mapping[str, Element], by_id: Mapping[str, Element]) -> Element | None:
    named_by = (pane.get("aria-labelledby") or "").split()
    tab = by_id.get(named_by[0]) if named_by else None
    return tab if tab is not None else controls.get(pane.get("id") or "")


def _words_of_tab(tab: Element, pane: Element, tabs: set[Element]) -> Element:
    """Give the element that holds the words of a tab: itself, or the entry of a list that says no more.

    A link within a link ends the outer one, whose words then stand behind it. What holds the pane as well is no entry.
    """
    around, name = tab.getparent(), fold(words_of(tab))
    if around is None or around in pane.iterancestors() or sum(other in tabs for other in around.iter()) > 1:
        return tab
    return around if not name or fold(words_of(around)) == name else tab


def _stands_right_before(tab: Element, pane: Element, tabs: set[Element]) -> bool:
    """Tell whether a tab is the heading just above its pane, as in an accordion: nothing else stands between them."""
    around_tab = [tab, *tab.iterancestors()]
    for inside in [pane, *pane.iterancestors()]:
        before = inside.getprevious()
        if before is not None and before in around_tab:
            return not any(other in tabs and other is not tab for other in before.iter())
        if inside in around_tab or (before is not None and words_of(before)):
            return False
    return False
