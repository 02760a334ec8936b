"""Texts searched without regard to case, accents and apostrophes, and cut where the search hits."""

import re
import unicodedata
from collections.abc import Callable

_SPECIAL = {"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "’": "'", "‘": "'", "ʼ": "'"}


def shadow(text: str) -> tuple[str, list[int]]:
    """Give a text in lower case without accents, and for each of its letters the place of the one it comes from.

    >>> shadow("Œuvre")
    ('oeuvre', [0, 0, 1, 2, 3, 4])
    """
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        lower = letter.lower()
        plain = _SPECIAL.get(lower) or "".join(
            each for each in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(each)
        )
        letters.append(plain)
        places += [place] * len(plain)
    return "".join(letters), places


def plain(text: str) -> str:
    """Give a text in lower case without accents.

    >>> plain("Élodie D’Arc")
    "elodie d'arc"
    """
    return shadow(text)[0]


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
    letters, places = shadow(text)
    parts, end = [], 0
    for hit in pattern.finditer(letters):
        if hit.start() == hit.end():
            continue
        start, stop = places[hit.start()], places[hit.end() - 1] + 1
        while stop < len(text) and unicodedata.combining(text[stop]):
            stop += 1  # an accent that stands behind its letter goes with it
        if start >= end and where(text[start:stop]):
            parts += [text[end:start], mark]
            end = stop
    return "".join([*parts, text[end:]]) if parts else text
