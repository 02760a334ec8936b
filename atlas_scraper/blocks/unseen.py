"""What nobody sees, and is said all the same: to who hears the page, or because a page hides it for good.

Words for readers of screens alone are shown where nobody looks, not hidden: `Voir la fiche<span class="sr-only">
(ligne 1)</span>` under a rule of the page that clips them, `Copié !` behind a button that copies, the use of a mail
link behind its address. Their stretches end in a mark of their own (`SPOKEN`); whether they say something, as a label
does, the next room tells.
"""

from lxml.etree import _Element as Element
from lxml.etree import tostring

from atlas_scraper.blocks.document import PICTURE, SIGN, SPOKEN, STRUCK, Dialog, Line, Run
from atlas_scraper.blocks.kinds import Kind, Way
from atlas_scraper.blocks.lines import Lines, Place
from atlas_scraper.blocks.visible import hidden_texts, name_of_sign
from atlas_scraper.values.text import tidy

_MAIL = "mailto:"
_DRAWINGS = frozenset({"svg", "canvas"})
_ICONS = frozenset({"i", "span"})


def picture(element: Element, name: str, place: Place, block: int) -> Line:
    """Give the name of a picture, which may be empty, as a line; of the pictures only those of a page say theirs."""
    is_named = bool(name) and bool(element.get("alt") if element.tag == "img" else element.text)
    return (
        Line(name, (), place.path, block, place.landmark or PICTURE) if is_named else _sign(element, name, place, block)
    )


def _sign(element: Element, name: str, place: Place, block: int) -> Line:
    """Give a sign as a line, with a stretch that says nothing, whose mark tells it from what is drawn otherwise."""
    drawing = tostring(element, encoding="unicode", with_tail=False)
    return Line(name, (Run("", drawing),), place.path, block, SIGN)


def empty_box(element: Element, place: Place, block: int) -> tuple[Line, ...]:
    """Give what an empty box is called, which a rule of the page may draw, as a line; nothing where it has no name."""
    name = name_of_sign(element)
    return (_sign(element, name, place, block),) if name and not place.interactive else ()


def hidden_lines(element: Element, kind: Kind, place: Place, block: int) -> tuple[Line, ...]:
    """Give what an element says that nobody sees, or that is struck out, as a line, if it says or draws anything."""
    texts = hidden_texts(element)
    if not texts:
        is_icon = kind.tag in _ICONS and element.get("aria-hidden") == "true"  # for who sees, and shown
        is_sign = (is_icon or kind.tag in _DRAWINGS) and not place.interactive
        return (_sign(element, name_of_sign(element), place, block),) if is_sign else ()
    landmark = place.landmark or kind.landmark or ("dialog" if kind.tag == "dialog" else "")
    runs = tuple(Run(text, STRUCK if kind.way is Way.STRUCK else "") for text in texts)
    return (Line(" ".join(texts), runs, place.path, block, landmark),)


def dialog_of(element: Element, kind: Kind, inside: Place, block: int) -> Dialog:
    """Give what is known of a dialog, in which the place is."""
    return Dialog(inside.path[-1], hidden_lines(element, kind, inside, block), is_open=kind.is_shown)


def speaks_of_button(element: Element) -> bool:
    """Tell whether an element that reports what happens stands right behind a button, of which it then reports."""
    before = element.getprevious()
    if before is None or (before.tail or "").strip():
        return False
    inner = before[0] if len(before) == 1 and not (before.text or "").strip() else before
    return inner.tag == "button" or inner.get("role") == "button"


def mark_use_of_mail(href: str, since: tuple[int, int], lines: Lines) -> bool:
    """Mark what a mail link says behind its address as spoken, and tell whether it says something there.

    Args:
        href: where the link leads.
        since: how much was written before it.
        lines: what is written, up to its end.
    """
    blocks, begin = since
    if href[: len(_MAIL)].lower() != _MAIL or blocks != len(lines.blocks) or len(lines.runs) < begin + 2:
        return False
    address = href[len(_MAIL) :].partition("?")[0]
    if tidy(lines.runs[begin].text).lower() != tidy(address).lower():
        return False
    lines.runs[begin + 1 :] = [run._replace(mark=f"{run.mark}.{SPOKEN}") for run in lines.runs[begin + 1 :]]
    return True
