"""The one form of text that people are looked for in, and the way back to the places in the text as published.

The normal form has no case, no accents and no letters that only look like others; what is written as an escape
(`%C3%A9`, `&eacute;`) is read; what nobody sees (soft hyphens, joiners) is gone; and where a small letter meets a
capital (`JeanDupont`) stands a boundary. What is found in it is cut out of the text as published, escapes and accents
whole.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

BOUNDARY = "\x1f"
"""Stands between a small letter and the capital behind it; in no text: pages lose their control characters."""
_ODD = re.compile(  # begins with one class of letters, which makes the search for it fast
    r"[A-Z%&\x80-\U0010ffff]"
    r"(?:(?<=[\x80-\U0010ffff])|(?<=[a-z][A-Z])|(?<=%)[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*|(?<=&)#?[0-9A-Za-z]{2,31};)"
)
_WORD = re.compile(r"[^\W\d_]+")
_NO_LETTERS = {code: " " for code in range(128) if not chr(code).isalpha()}
_LOOKS_LIKE = dict(
    zip(
        # Cyrillic and Greek, in small letters and in capitals, and Latin letters that no decomposition makes plain.
        "авеёкмнорстухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅαβεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧłŁđĐðÐøØħĦıŧŦɑɡɩʟƒ",
        "abeekmhopctyxijshdqwabekmhopctyxijsabeikvoptuxabezhikmnoptyxllddddoohhittagilf",
        strict=True,
    )
)
_SEVERAL = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ẞ": "ss", "þ": "th", "Þ": "th"}
_APOSTROPHES = dict.fromkeys("’‘‛ʼʻʹʽ´`′＇ˈꞌ", "'")
_SIGNS = {"。": ".", "−": "-", "•": "\n"}
_KINDS = {"Zl": "\n", "Zp": "\n", "Pd": "-", "Pi": '"', "Pf": '"'}
"""What stands for signs outside ASCII, by their kind: line ends, dashes and quotes; for all others, a space."""
_UNSEEN = frozenset({"Cf", "Mn", "Me", "Cc"})


class Word(NamedTuple):
    """A word of the normal form and where it stands there."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=65536)
def _letter(odd: str) -> str:
    """Give the normal form of a letter outside ASCII, of a capital behind a small letter, or of an escape."""
    if len(odd) > 1:
        read = html.unescape(odd) if odd[0] == "&" else unquote(odd, errors="replace")
        return (
            odd.lower() if read == odd else "".join(each.lower() if each.isascii() else _letter(each) for each in read)
        )
    if odd.isascii():
        return BOUNDARY + odd.lower() if odd.isupper() else odd
    if known := _SEVERAL.get(odd) or _LOOKS_LIKE.get(odd) or _APOSTROPHES.get(odd):
        return known
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", odd).lower())
    return "".join(map(_part, parts))


def _part(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in _UNSEEN:
        return "\n" if letter == "\x85" else ""
    if letter.isascii() or kind[0] in "LN":
        return _LOOKS_LIKE.get(letter, letter)
    return _SIGNS.get(letter) or _KINDS.get(kind, " ")


def normal(text: str) -> str:
    """Give the normal form of a text.

    >>> normal("Élodie D’Arc, %C3%89lodie.Arc")
    "elodie d'arc, elodie.arc"
    """
    return _ODD.sub(lambda odd: _letter(odd.group()), text).lower()


def places(text: str) -> tuple[list[int], list[int]]:
    """Give for each letter of the normal form where in the text what it comes from begins, and where it ends.

    >>> places("Œu%41")
    ([0, 0, 1, 2], [1, 1, 2, 5])
    """
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    for odd in _ODD.finditer(text):
        starts += range(last, odd.start())
        ends += range(last + 1, odd.start() + 1)
        made = len(_letter(odd.group()))
        starts += [odd.start()] * made
        ends += [odd.end()] * made
        last = odd.end()
        if not made and ends:
            ends[-1] = last  # an accent or a joiner goes with the letter before it
    starts += range(last, len(text))
    ends += range(last + 1, len(text) + 1)
    return starts, ends


def word_set(plain: str) -> set[str]:
    """Give the words of a text in normal form without their places, which is quick."""
    return set(plain.translate(_NO_LETTERS).split())


def words_in(plain: str) -> Iterator[Word]:
    """Yield the words of a text in normal form, digits aside."""
    return (Word(word.group(), *word.span()) for word in _WORD.finditer(plain))


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a name, or of another short text, in normal form.

    >>> words_of("Jean-Marc D’Arc")
    ('jean', 'marc', 'd', 'arc')
    """
    return tuple(_WORD.findall(normal(text)))


def cut(text: str, spans: list[tuple[int, int, str]]) -> str:
    """Put marks in place of spans of a text's normal form; where two overlap, the one that begins first counts.

    Args:
        text: the text as published.
        spans: where each begins and ends in the normal form, and the mark.
    """
    if not spans:
        return text
    starts, ends = places(text)
    parts, done = [], 0
    for begin, end, mark in sorted(spans, key=lambda span: (span[0], -span[1])):
        start, stop = starts[begin], ends[end - 1]
        if start >= done:
            parts += [text[done:start], mark]
        done = max(done, stop)
    return "".join([*parts, text[done:]])
