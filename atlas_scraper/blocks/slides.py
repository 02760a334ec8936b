"""Parts of a page that a script shows one at a time, or some at a time: slides, rows and cards behind `Voir plus`.

    <div class="slide"><dl>…</dl></div><div class="slide" hidden><dl>…</dl></div>
    <tr><td>…</tr><tr style="display: none"><td>…</tr>

Nothing names them. They stand in one box with a shown one that is made of the same boxes, and say something else.
"""

from collections.abc import Container, Iterable, Iterator

from lxml.etree import _Element as Element

from atlas_scraper.blocks.folds import may_open, words_of
from atlas_scraper.blocks.kinds import Way, plain_kind

_FEWEST_BOXES = 2  # within one; a paragraph that is hidden among others is hidden for good
_BOXES = frozenset({Way.BOX, Way.TABLE})
_PLACEHOLDERS = ("{{", "${", "<%", "[[")  # in a part that scripts copy and fill


def find_slides(hidden: Iterable[Element]) -> Iterator[Element]:
    """Yield the parts that a page hides beside shown ones of their kind.

    Args:
        hidden: the elements that the page hides.
    """
    by_parent: dict[Element, list[Element]] = {}
    for element in hidden:
        around = element.getparent()
        if around is not None and may_open(element) and element.get("lang") is None:
            by_parent.setdefault(around, []).append(element)
    for around, elements in by_parent.items():
        unseen = frozenset(elements)
        shown = [each for each in around if each not in unseen and isinstance(each.tag, str)]
        outlines = frozenset(filter(None, map(_outline, shown)))
        said = {words_of(each) for each in shown} if outlines else set[str]()
        yield from (each for each in elements if outlines and _outline(each) in outlines and _says_more(each, said))


def _outline(element: Element) -> tuple[str, ...]:
    """Give the boxes that an element is made of; none of one with too few."""
    tags = [tag for each in element.iter() if isinstance(tag := each.tag, str) and plain_kind(tag).way in _BOXES]
    return tuple(tags) if len(tags) > _FEWEST_BOXES else ()


def _says_more(element: Element, said: Container[str]) -> bool:
    """Tell whether an element says something that is not said beside it, nor to be filled in."""
    words = words_of(element)
    return bool(words) and words not in said and not any(mark in words for mark in _PLACEHOLDERS)
