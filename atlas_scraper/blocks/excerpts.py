"""Texts of which a page shows the beginning, and hides the whole, or the rest, beside it until a reader asks for it.

    <div>Un jumelage… <a href="#">Lire la suite</a></div><div style="display: none">Un jumelage de dix ans.</div>
    <p>Un jumelage<span>…</span><span hidden> de dix ans.</span> <a href="#">Lire la suite</a></p>

The whole is the text then; the excerpt, or the dots in place of the rest, are not read.
"""

from collections.abc import Collection, Iterator

from lxml.etree import _Element as Element

from atlas_scraper.blocks.kinds import Way, plain_kind
from atlas_scraper.blocks.shortened import ENDS
from atlas_scraper.blocks.visible import NEVER_SHOWN

_FEWEST = 3  # letters that both begin with
_LONGEST_BUTTON = 40  # letters of what asks for the rest
_UNSUITED = NEVER_SHOWN | {"tr", "td", "th"}
_SHOWN = frozenset({Way.BOX, Way.INLINE})


def find_excerpts(hidden: Collection[Element]) -> Iterator[tuple[Element, Element]]:
    """Yield the hidden parts of a page that are the whole of a text beside them, or its rest, with that text.

    Args:
        hidden: the elements that the page hides.
    """
    unseen = frozenset(hidden)
    for whole in hidden:
        if whole.tag in _UNSUITED or plain_kind(whole.tag).way not in _SHOWN:
            continue
        before, after = _shown_before(whole), whole.getnext()
        if before in unseen or after in unseen:
            continue
        if before is not None and (dots := _dots_at_end(before)) is not None:
            yield whole, dots
        elif before is not None and _begins(before, whole):
            yield whole, before
        elif after is not None and not _text(whole.tail) and _begins(after, whole):
            yield whole, after


def _shown_before(element: Element) -> Element | None:
    """Give the element right before another one, or before the button between the two, or the stretch around it."""
    before = element.getprevious()
    while before is None and (around := element.getparent()) is not None and not _text(around.text):
        if plain_kind(around.tag).way is not Way.INLINE:
            return None
        element, before = around, around.getprevious()
    if before is None or _text(before.tail):
        return None
    if _is_button(before) and (above := before.getprevious()) is not None and not _text(above.tail):
        return above
    return before


def _dots_at_end(element: Element) -> Element | None:
    """Give the element at the end of another one, or that one, that is no more than an ellipsis behind words."""
    while len(element) and not _text((last := element[-1]).tail):
        element = last
    if len(element) or (element.text or "").strip() not in ENDS:
        return None
    before, around = element.getprevious(), element.getparent()
    if before is None:
        return element if around is not None and _text(around.text) else None
    # Pages of a list stand before such dots as well, each a link.
    return element if _text(before.tail) or (_words(before) and not _is_button(before)) else None


def _begins(excerpt: Element, whole: Element) -> bool:
    """Tell whether an element says the beginning of another one, an ellipsis, and what asks for the rest at most."""
    said = _words(excerpt)
    dots = max(ENDS, key=lambda end: said.rfind(end) + len(end) if end in said else -1)
    beginning, end, rest = said.rpartition(dots)
    if not end or len(rest) > _LONGEST_BUTTON or sum(map(str.isalnum, beginning)) < _FEWEST:
        return False
    buttons = "".join(_words(each) for each in excerpt.iter("a", "button") if _is_button(each))
    text = _words(whole)
    return (not rest or buttons.endswith(rest)) and text.startswith(beginning) and len(text) > len(beginning)


def _is_button(element: Element) -> bool:
    return element.tag in {"a", "button"} and len(_words(element)) <= _LONGEST_BUTTON


def _words(element: Element) -> str:
    """Give all that an element says, without blanks: they differ where boxes end."""
    return "".join("".join(map(str, element.itertext())).split())


def _text(text: str | None) -> str:
    return (text or "").strip()
