"""What the markup sets off from its neighbours by its own word: important, emphasised, or the current one of several.

In a mark (`Run.mark`) the elements around a stretch stand one behind the other, each with its classes; those never
decide. An element that is the current one of several, or chosen among them, has `CHOSEN` in the place of a class.
"""

import re

from lxml.etree import _Element as Element

CHOSEN = "chosen!"
"""Ends how an element is marked that the markup calls current or chosen; no class has such a name."""
CHOOSING = frozenset({"aria-current", "aria-selected", "aria-pressed"})
"""The attributes that may say so."""

_SET_OFF = re.compile(rf"(?:^|[>:])(?:strong|b|em|mark)(?=[.>\[:]|$)|\.{CHOSEN}")
_OF_PLACES = frozenset({None, "", "false", "page", "location"})  # in a menu or a trail


def is_set_off(mark: str) -> bool:
    """Tell whether a mark is that of something set off."""
    return _SET_OFF.search(mark) is not None


def is_chosen(element: Element) -> bool:
    """Tell whether an element is the current or the chosen one of several; tabs and the places of a site are not."""
    get = element.get
    if get("aria-current") not in _OF_PLACES or get("aria-pressed") == "true":
        return True
    return get("aria-selected") == "true" and get("role") == "option"
