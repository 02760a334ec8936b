"""What the markup sets off from its neighbours by its own word: important, emphasised, or the current one of several.

In a mark (`Run.mark`) the elements around a stretch stand one behind the other, each with its classes; those never
decide. An element that is the current one of several, or chosen among them, has `CHOSEN` in the place of a class; one
in another language has `FOREIGN`.
"""

import re

from lxml.etree import _Element as Element

CHOSEN = "chosen!"
"""Ends how an element is marked that the markup calls current or chosen; no class has such a name."""
CHOOSING = frozenset({"aria-current", "aria-selected", "aria-pressed"})
"""The attributes that may say so."""

FOREIGN = "foreign!"
"""Ends how a heading, or a stretch of one, is marked that the markup says to be in another language than its page."""
DECIDING = CHOOSING | {"lang"}
"""The attributes by which an element is one of these."""

_OF_LABELS = ("dt", "th", "label", "legend", "summary", "caption", "h1", "h2", "h3", "h4", "h5", "h6")
_SET_OFF = re.compile(rf"(?:^|[>:])(?:strong|b|em|mark)(?=[.>\[:]|$)|\.{CHOSEN}")
_RAISED = re.compile(r"[>:]sup(?=[.>\[:]|$)")
_PLAIN = re.compile(r">(?:span|font)(?=[.\[]|\Z)[^>]*+\Z")
_OF_PLACES = frozenset({None, "", "false", "page", "location"})  # in a menu or a trail


def is_set_off(mark: str) -> bool:
    """Tell whether a mark is that of something set off."""
    return _SET_OFF.search(mark) is not None


def is_raised(mark: str) -> bool:
    """Tell whether a mark is that of something raised above its line, as the number of a note is."""
    return _RAISED.search(mark) is not None


def is_plain(mark: str) -> bool:
    """Tell whether a mark is that of an element in a box that says nothing itself, as editors leave behind."""
    return _PLAIN.search(mark) is not None


def is_foreign(element: Element) -> bool:
    """Tell whether what may be a label, or a part of one, is by the markup's word in another language than the page."""
    language = _language(element)
    of_page = _language(element.getroottree().getroot())
    return (
        bool(language and of_page)
        and language != of_page
        and (element.tag in _OF_LABELS or next(element.iterancestors(*_OF_LABELS), None) is not None)
    )


def _language(element: Element) -> str:
    return (element.get("lang") or "").partition("-")[0].strip().lower()


def is_chosen(element: Element) -> bool:
    """Tell whether an element is the current or the chosen one of several; tabs and the places of a site are not."""
    get = element.get
    if get("aria-current") not in _OF_PLACES or get("aria-pressed") == "true":
        return True
    return get("aria-selected") == "true" and get("role") == "option"
