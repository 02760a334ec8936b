"""Texts searched without regard to case, accents and apostrophes, and cut where the search hits."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

_SPECIAL = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "’": "'", "‘": "'", "ʼ": "'"}


@cache
def _plain(letter: str) -> str:
    lower = letter.lower()
    return _SPECIAL.get(lower) or "".join(
        each for each in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(each)
    )


def plain(text: str) -> str:
    """Give a text in lower case without accents.

    >>> plain("Élodie D’Arc")
    "elodie d'arc"
    """
    return text.lower() if text.isascii() else "".join(map(_plain, text))


def _places(text: str) -> list[int]:
    """Give for each letter of the plain text the place of the one it comes from.

    >>> _places("Œuvre")
    [0, 0, 1, 2, 3, 4]
    """
    return [place for place, letter in enumerate(text) for _ in _plain(letter)]


def words_of(text: str) -> list[str]:
    """Give the words of a text, in lower case without accents.

    >>> words_of("Jean-Marc D’Arc")
    ['jean', 'marc', 'd', 'arc']
    """
    return re.findall(r"[^\W_]+", plain(text))


def replaced(text: str, pattern: re.Pattern[str], mark: str, where: Callable[[str], bool] = lambda _: True) -> str:
    """Put a mark in place of what a pattern for plain texts hits.

    Args:
        text: the text as published.
        pattern: what to look for, in lower case without accents.
        mark: what to put in its place.
        where: takes a hit as it stands in the text, and says whether it is one.
    """
    hits = [hit for hit in pattern.finditer(plain(text)) if hit.group()]
    if not hits:
        return text
    places, parts, end = _places(text), [], 0
    for hit in hits:
        start, stop = places[hit.start()], places[hit.end() - 1] + 1
        while stop < len(text) and unicodedata.combining(text[stop]):
            stop += 1  # an accent that stands behind its letter goes with it
        if start >= end and where(text[start:stop]):
            parts += [text[end:start], mark]
            end = stop
    return "".join([*parts, text[end:]]) if parts else text
