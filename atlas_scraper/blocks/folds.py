"""Folds: parts of the content that a script shows once a reader opens them, hidden right behind what opens them.

Nothing may tie the two but their place: `<button aria-expanded="false">Contexte</button><div hidden>…`, or, of a plain
script, `<h3>Contexte</h3><div style="display: none">…` under most headings of one kind, or links that lead nowhere, or
titles that are neither. What is hidden behind one heading of many is hidden for good.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, cast

from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.kinds import Way, plain_kind
from atlas_scraper.blocks.traces import Markup
from atlas_scraper.blocks.visible import NEVER_SHOWN
from atlas_scraper.values.text import tidy

_TRACES = (b"aria-expanded", b"display:none", b"display: none", b"visibility", b" hidden", b'aria-hidden="true"')
_NO_FOLDS = frozenset({"dialog", "alertdialog", "tooltip", "menu"})
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FEWEST = 2  # openers of a kind with something hidden behind them
_SHARE = 0.5  # of those of that kind, at least
_LONGEST_OPENER = 300  # letters
_PARTS = ("p", "li", "dd")
_LONG = 4  # paragraphs and the like
_OF_TABLES = frozenset({"tr", "td", "th"})  # a hidden column holds what scripts need
_CLICKABLE = frozenset({"a", "button"})
_may_be_hidden = etree.XPath("//*[@hidden or @style or @aria-hidden]")


class _Kind(NamedTuple):
    """Elements of one tag and class; those that are no headings also in boxes of one kind, and clickable or not."""

    tag: str
    classes: str
    within: str = ""
    is_clickable: bool = False


def may_fold(markup: Markup) -> bool:
    """Tell quickly whether attributes in a page may hide anything."""
    return any(trace in markup.traces for trace in _TRACES)


def hidden_elements(root: Element, is_hidden: Callable[[Element], bool], *, has_rules: bool) -> list[Element]:
    """Give what a page hides.

    Args:
        root: the page.
        is_hidden: tells whether an element's attributes or the page's rules hide it.
        has_rules: whether there are such rules.
    """
    elements: Iterable[Element] = root.iter(etree.Element) if has_rules else cast("list[Element]", _may_be_hidden(root))
    return list(filter(is_hidden, elements))


def find_folds(root: Element, hidden: Iterable[Element], is_hidden: Callable[[Element], bool]) -> Iterator[Element]:
    """Yield the hidden parts of a page that open.

    Args:
        root: the page.
        hidden: what it hides.
        is_hidden: tells whether it hides an element.
    """
    hidden = list(hidden)
    both = [(element, opener) for element in hidden if may_open(element) and (opener := _before(element)) is not None]
    usual = _usual_kinds(root, both)
    kinds = [(element, _kind(opener), opener) for element, opener in both if not is_hidden(opener)]
    yield from _without_menus([(part, kind) for part, kind, opener in kinds if kind in usual or _says_so(opener)])
    yield from (element for element, before in both if not is_hidden(before) and _is_opened_behind(element, is_hidden))


def _is_opened_behind(element: Element, is_hidden: Callable[[Element], bool]) -> bool:
    """Tell whether what stands right behind a part says that it opens something, and nothing hidden follows that."""
    button = None if (element.tail or "").strip() else element.getnext()
    if button is None or is_hidden(button) or not (_says_so(button) and _is_clickable(button)):
        return False
    after = None if (button.tail or "").strip() else button.getnext()
    return (after is None or not is_hidden(after)) and _is_no_menu(element)


def _without_menus(opened: Sequence[tuple[Element, _Kind]]) -> Iterator[Element]:
    """Yield what opens without the menus; a text may be no more than a link, where most that open so say more."""
    says_more = [_is_no_menu(element) for element, _ in opened]
    counts = Counter(kind for _, kind in opened)
    of_texts = Counter(kind for (_, kind), is_text in zip(opened, says_more, strict=True) if is_text)
    for (element, kind), is_text in zip(opened, says_more, strict=True):
        if is_text or of_texts[kind] > _SHARE * counts[kind]:
            yield element


def _usual_kinds(root: Element, both: Sequence[tuple[Element, Element]]) -> frozenset[_Kind]:
    """Give the kinds of elements that mostly have something hidden behind them, with no more below that."""
    behind: dict[_Kind, list[tuple[Element, Element]]] = {}
    for element, opener in both:
        kind = _kind(opener)
        if (kind.tag in _HEADINGS or element.tag not in _OF_TABLES) and _is_all_below(element, kind):
            behind.setdefault(kind, []).append((element, opener))
    likely = {kind for kind, pairs in behind.items() if len(pairs) >= _FEWEST and _are_folds(kind, pairs)}
    counts = Counter(map(_kind, root.iter(*{kind.tag for kind in likely}))) if likely else Counter[_Kind]()
    return frozenset(kind for kind in likely if len(behind[kind]) >= _SHARE * counts[kind])


def _are_folds(kind: _Kind, pairs: Sequence[tuple[Element, Element]]) -> bool:
    """Tell whether what is hidden behind elements of a kind may be content that each of them names.

    They say different things, unlike the buttons of helps and of what is shortened. Where they look like nothing that
    one clicks, there is a table or a long text behind one: help has none.
    """
    if kind.tag in _HEADINGS:
        return True
    names = [name for _, opener in pairs if any(map(str.isalnum, name := _name(opener)))]
    if len(names) < len(pairs) or len(set(names)) <= _SHARE * len(names):
        return False
    return kind.is_clickable or any(_is_long(element) for element, _ in pairs)


def _is_long(element: Element) -> bool:
    return element.find(".//table") is not None or sum(1 for _ in islice(element.iter(*_PARTS), _LONG)) == _LONG


def may_open(element: Element) -> bool:
    """Tell whether an element may be content that a script shows: a box, and no dialog or menu."""
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


def _kind(element: Element) -> _Kind:
    around = element.getparent()
    if element.tag in _HEADINGS or around is None:
        return _Kind(str(element.tag), element.get("class") or "")
    within = f"{around.tag} {around.get('class') or ''}"
    return _Kind(str(element.tag), element.get("class") or "", within, _is_clickable(element))


def _is_clickable(element: Element) -> bool:
    """Tell whether an element, or one in it that has all its words, is a button or a link that leads nowhere."""
    while not (is_clickable := _can_be_clicked(element)) and element.tag not in _CLICKABLE and len(element):
        if (element.text or "").strip():
            return False
        if any(not _is_wordless(other) or (other.tail or "").strip() for other in islice(element, 1, None)):
            return False
        element = element[0]
    return is_clickable


def _can_be_clicked(element: Element) -> bool:
    leads = element.get("href", "#") if element.tag == "a" else ""
    is_button = element.tag == "button" or element.get("role") == "button" or element.get("onclick") is not None
    return is_button or leads[:1] == "#" or leads[:11].lower() == "javascript:"


def _is_wordless(element: Element) -> bool:
    return not len(element) and not (element.text or "").strip()


def _name(opener: Element) -> str:
    """Give what an opener says; empty where that is too much for a name."""
    words, length = [], 0
    for text in opener.itertext():
        words.append(str(text))
        length += len(text)
        if length > _LONGEST_OPENER:
            return ""
    return tidy("".join(words))


def _says_so(opener: Element) -> bool:
    """Tell whether an element, or the one in it that has all its words, says that it opens something."""
    if opener.get("aria-expanded"):
        return True
    inner = opener.find(".//*[@aria-expanded]")
    words = words_of(opener)
    return inner is not None and len(words) <= _LONGEST_OPENER and words_of(inner) == words


def _is_all_below(element: Element, kind: _Kind) -> bool:
    """Tell whether nothing but the next opener follows: what is hidden before a shown value is help for that.

    An opener that is no heading and the last in its box is also the first there, or stands behind what another opens:
    before the help for a value stands its label.
    """
    after = element.getnext()
    if kind.tag in _HEADINGS:
        return after is None or after.tag in _HEADINGS
    if after is not None:
        return _kind(after) == kind
    opener = element.getprevious()
    before = None if opener is None else opener.getprevious()
    return before is None or (before.tag == element.tag and before.get("class") == element.get("class"))


def _is_no_menu(element: Element) -> bool:
    """Tell whether an element says more than its links do, or has none."""
    in_links = sum(len(words_of(link)) for link in element.iter("a"))
    return not in_links or len(words_of(element).replace(" ", "")) > in_links


def words_of(element: Element) -> str:
    """Give all that an element says, hidden or not, as one line."""
    return tidy("".join(map(str, element.itertext())))
