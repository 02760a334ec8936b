"""The one form of text that people are looked for in, and the way back to the places in the text as published.

The normal form has no case, no accents and no letters that only look like others; what is written as an escape
(`%C3%A9`, `&eacute;`) is read; what nobody sees (soft hyphens, joiners) is gone; and where a small letter meets a
capital (`JeanDupont`) stands a boundary. What is found in it is cut out of the text as published, escapes and accents
whole.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from urllib.parse import unquote

BOUNDARY = "\x1f"
"""Stands between a small letter and the capital behind it; in no text: pages lose their control characters."""
_ODD = re.compile(  # begins with one class of letters, which makes the search for it fast
    r"[A-Z%&\x80-\U0010ffff]"
    r"(?:(?<=[\x80-\U0010ffff])|(?<=[a-z][A-Z])|(?<=%)[0-9A-Fa-f]{2}(?:%[0-9A-Fa-f]{2})*|(?<=&)#?[0-9A-Za-z]{2,31};)"
)
_WORD = re.compile(r"[^\W\d_]+")
_PARTED = re.compile(r"([^\W\d_]+)-[ \n]+([^\W\d_]+)")
_PARTS = re.compile(r"([^\W\d_]+)")
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


class WayBack:
    """The way from a text's normal form back to the text.

    Args:
        text: the text as published.

    >>> way = WayBack("Œu%41!")
    >>> [way.span(place, place + 1) for place in range(5)]
    [(0, 1), (0, 1), (1, 2), (2, 5), (5, 6)]
    """

    def __init__(self, text: str) -> None:
        # Where stretches of the normal form begin; and of each, where it begins in the text, and where it ends there if
        # it comes from one letter or escape: `None` where it is letter for letter.
        self._begins: list[int] = [0]
        self._stretches: list[tuple[int, int | None]] = [(0, None)]
        self._behind: dict[int, int] = {}
        place, last = 0, 0
        for odd in _ODD.finditer(text):
            place += odd.start() - last
            last = odd.end()
            if made := len(_letter(odd.group())):
                self._begins.append(place)
                self._stretches.append((odd.start(), last))
                place += made
            else:
                self._behind[place - 1] = last  # an accent or a joiner goes with the letter before it
            self._begins.append(place)
            self._stretches.append((last, None))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give where in the text begins and ends what a span of the normal form, of one letter at least, comes from."""
        return self._find(start)[0], self._behind.get(end - 1) or self._find(end - 1)[1]

    def _find(self, place: int) -> tuple[int, int]:
        stretch = bisect_right(self._begins, place) - 1
        start, end = self._stretches[stretch]
        if end is not None:
            return start, end
        start += place - self._begins[stretch]
        return start, start + 1


def word_set(plain: str) -> frozenset[str]:
    """Give the words of a text in normal form, quickly for want of places; one that a line end parts, whole."""
    words = plain.translate(_NO_LETTERS).split()
    if "- " in plain or "-\n" in plain:
        words += map("".join, _PARTED.findall(plain))
    return frozenset(words)


def words_and_gaps(plain: str) -> tuple[list[str], list[str]]:
    """Part a text in normal form into its words, digits aside, and what stands around them: one more than there are."""
    parts = _PARTS.split(plain)
    return parts[1::2], parts[::2]


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
    way, done = WayBack(text), 0
    parts: list[str] = []
    for begin, end, mark in sorted(spans, key=lambda span: (span[0], -span[1])):
        start, stop = way.span(begin, end)
        if start >= done:
            parts += [text[done:start], mark]
        done = max(done, stop)
    return "".join([*parts, text[done:]])
