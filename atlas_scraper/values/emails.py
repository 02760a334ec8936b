"""Addresses of electronic mail, hidden from robots and typed by hand.

Odd about the source: posts publish `name[at]host`, foreign partners a plain `name@host`, and both are typed by
people, with their errors (`gouv..fr`, `diplomaite.gouv.fr`). The mark of the `@` is undone, since the record
holds addresses; an error is not, since the record holds what the site says: it is named beside the address. A
cell may hold several addresses, which stay together as published, for the record has one place.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from atlas_scraper.values.text import tidy

_MINISTRY = "diplomatie.gouv.fr"
_REMEMBERED = 1024  # texts; one is asked of several times while its row or block is read

_AT = re.compile(r" ?[\[({<] ?(?:at|arobase|@) ?[\])}>] ?", re.IGNORECASE)
_DOT = re.compile(r" ?[\[({<] ?(?:dot|point|\.) ?[\])}>] ?", re.IGNORECASE)
_SPOKEN_AT = re.compile(r" (?:at|arobase) ", re.IGNORECASE)
_SPOKEN_DOT = re.compile(r" (?:dot|point) ", re.IGNORECASE)
_MAILTO = re.compile(r"\Amailto: ?", re.IGNORECASE)

_LOOKS_LIKE_ONE = re.compile(r"[^\s@]+@[^\s@]+\.[A-Za-z]{2,}\.?")
_PLAIN = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
    r"(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+"
)
# What to say of an address, first match first. Each pattern has one way to match, so long texts cost no more.
_SUSPICIONS = (
    (re.compile(r"@[^@\s;,/|]*[\s;,/|][^@]*@"), "several addresses"),
    (re.compile(r"@[^@]*@"), "two @ signs"),
    (re.compile(r"[^\x00-\x7f]"), "a character outside ASCII"),
    (re.compile(r"\s"), "a space inside"),
    (re.compile(r","), "a comma instead of a dot"),
    (re.compile(r"\A@"), "nothing before the @"),
    (re.compile(r"@\Z"), "nothing after the @"),
    (re.compile(r"\.\."), "two dots in a row"),
    (re.compile(r"\.\Z"), "a dot at the end"),
    (re.compile(r"\A\.|\.@|@\."), "a dot where a word should begin or end"),
    (re.compile(r"@[^.]*\Z"), "no dot in the host"),
)


class Email(NamedTuple):
    """An address as published, its `@` restored, and what looks wrong with it."""

    address: str
    """The address; several, with what stands between them, when the text holds several."""
    suspicious: str | None
    """Why the address looks mistyped, as a phrase; None when it looks right."""


@lru_cache(maxsize=_REMEMBERED)
def read_email(text: str) -> Email | None:
    """Read the address of a cell or of a line.

    `[at]`, `(arobase)`, `[dot]`, `(point)` and their like are undone wherever they stand, a bare ` at ` or
    ` dot ` only where the whole text then looks like one address: `Maison at Home` is a name.

    Args:
        text: such as `Name.Surname[at]example.org`, `mailto:name@example.org` or `<name@example.org>`.

    Returns:
        The address with its letters as published, and what is suspicious about it; None when nothing in the
        text stands for an `@`.
    """
    text = _unwrapped(_DOT.sub(".", _AT.sub("@", tidy(text))))
    spoken = _SPOKEN_DOT.sub(".", text if "@" in text else _SPOKEN_AT.sub("@", text))
    if _LOOKS_LIKE_ONE.fullmatch(spoken):
        text = spoken
    return Email(text, _suspicion(text)) if "@" in text else None


def _unwrapped(text: str) -> str:
    """Take off a `mailto:`, with what it asks of the mail, and one pair of angle brackets around the whole."""
    if mailto := _MAILTO.match(text):
        text = text[mailto.end() :].partition("?")[0]
    if text.startswith("<") and text.endswith(">") and not {"<", ">"} & set(text[1:-1]):
        text = text[1:-1].strip()
    return _MAILTO.sub("", text)


def _suspicion(address: str) -> str | None:
    """Say what looks wrong with an address, None when nothing does."""
    for pattern, phrase in _SUSPICIONS:
        if pattern.search(address):
            return phrase
    if _is_one_slip_from(address.partition("@")[2].lower(), _MINISTRY):
        return f"a host one letter away from {_MINISTRY}"
    return None if _PLAIN.fullmatch(address) else "a character that no address has"


def _is_one_slip_from(word: str, right: str) -> bool:
    """Tell whether one letter is missing, added or wrong, or two neighbours are swapped."""
    if word == right or abs(len(word) - len(right)) > 1:
        return False
    while word and right and word[0] == right[0]:
        word, right = word[1:], right[1:]
    while word and right and word[-1] == right[-1]:
        word, right = word[:-1], right[:-1]
    return (len(word) <= 1 and len(right) <= 1) or (len(word) == 2 and word == right[::-1])
