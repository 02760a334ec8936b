"""Folds: parts of the content that a script shows once a reader opens them, hidden right behind what opens them.

Nothing may tie the two but their place: `<button aria-expanded="false">Contexte</button><div hidden>…`, or, of a plain
script, `<h3>Contexte</h3><div style="display: none">…` under most headings of one kind. What is hidden behind one
heading of many is hidden for good.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import cast

from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.kinds import Way, plain_kind
from atlas_scraper.blocks.visible import NEVER_SHOWN
from atlas_scraper.values.text import tidy

_TRACES = (b"aria-expanded", b"display:none", b"display: none", b" hidden", b'aria-hidden="true"')
_NO_FOLDS = frozenset({"dialog", "alertdialog", "tooltip", "menu"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FEWEST = 2  # headings of a kind with something hidden behind them
_SHARE = 0.5  # of the headings of that kind, at least
_LONGEST_OPENER = 300  # letters
_may_be_hidden = etree.XPath("//*[@hidden or @style or @aria-hidden]")


def may_fold(markup: bytes) -> bool:
    """Tell quickly whether attributes in a page, in small letters, may hide anything."""
    return any(trace in markup for trace in _TRACES)


def find_folds(root: Element, is_hidden: Callable[[Element], bool], *, has_rules: bool) -> Iterator[Element]:
    """Yield the hidden parts of a page that open.

    Args:
        root: the page.
        is_hidden: tells whether an element's attributes or the page's rules hide it.
        has_rules: whether there are such rules.
    """
    elements: Iterable[Element] = root.iter(etree.Element) if has_rules else cast("list[Element]", _may_be_hidden(root))
    both = [
        (element, opener)
        for element in elements
        if is_hidden(element) and _may_be_fold(element) and (opener := _before(element)) is not None
    ]
    behind = Counter(_kind(opener) for element, opener in both if _is_all_below(element))
    counts = Counter(map(_kind, root.iter(*_HEADINGS))) if both else Counter[tuple[str, str]]()
    usual = {kind for kind, count in counts.items() if behind[kind] >= max(_FEWEST, _SHARE * count)}
    for element, opener in both:
        if not is_hidden(opener) and (_kind(opener) in usual or _says_so(opener)) and _is_no_menu(element):
            yield element


def _may_be_fold(element: Element) -> bool:
    is_box = element.tag not in NEVER_SHOWN and plain_kind(element.tag).way in {Way.BOX, Way.TABLE}
    is_other = element.get("popover") is not None or element.get("role") in _NO_FOLDS
    return is_box and not is_other


def _before(element: Element) -> Element | None:
    """Give the element right before another one, with no word between the two."""
    before = element.getprevious()
    while before is not None and not (before.tail or "").strip():
        if isinstance(before.tag, str):
            return before
        before = before.getprevious()  # a comment
    return None


def _kind(element: Element) -> tuple[str, str]:
    return str(element.tag), element.get("class") or ""


def _says_so(opener: Element) -> bool:
    """Tell whether an element, or the one in it that has all its words, says that it opens something."""
    if opener.get("aria-expanded"):
        return True
    inner = opener.find(".//*[@aria-expanded]")
    words = words_of(opener)
    return inner is not None and len(words) <= _LONGEST_OPENER and words_of(inner) == words


def _is_all_below(element: Element) -> bool:
    """Tell whether nothing but the next heading follows: what is hidden before a shown value is help for that."""
    after = element.getnext()
    return after is None or after.tag in _HEADINGS


def _is_no_menu(element: Element) -> bool:
    """Tell whether an element says more than its links do, or has none."""
    in_links = sum(len(words_of(link)) for link in element.iter("a"))
    return not in_links or len(words_of(element).replace(" ", "")) > in_links


def words_of(element: Element) -> str:
    """Give all that an element says, hidden or not, as one line."""
    return tidy("".join(map(str, element.itertext())))
