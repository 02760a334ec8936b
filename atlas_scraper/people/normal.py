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
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, compress
from urllib.parse import unquote

BOUNDARY = "\x1f"
"""Stands between a small letter and the capital behind it; in no text: pages lose their control characters."""
_ODD = re.compile(  # begins with one class of letters, which makes the search for it fast
    r"([A-Z%&\\\x80-\U0010ffff]"
    r"(?:(?<=[\x80-\U0010ffff])|(?<=[a-z][A-Z])|(?<=%)(?:25)*[0-9A-Fa-f]{2}(?:%(?:25)*[0-9A-Fa-f]{2})*"
    r"|(?<=&)(?:amp;)*#?[0-9A-Za-z]{2,31};|(?<=\\)(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})))"
)
_ESCAPED_PERCENT = re.compile("%(?:25)+(?=[0-9A-Fa-f]{2})")
_ESCAPED_AMPERSAND = re.compile("(?:amp;)+(?=[#0-9A-Za-z]+;)")
_WORD = re.compile(r"[^\W\d_]+")
_PARTED = re.compile(r"-(?<=[^\W\d_]-)[ \n]+([^\W\d_]+)")
_LETTER = re.compile(r"[^\W\d_]")
TAG = re.compile(r"</?[a-z][a-z0-9]{0,9}(?: [^<>]{0,200})?/?>")
# Letters by themselves, of which `œ` has become two.
_SPACED = re.compile(r"(?:(?<= )|(?<=\n)|^)(?:[ao]e|[^\W\d_])(?: {1,3}(?:[ao]e(?![^\W_])|[^\W\d_])){3,}(?![^\W_])")
_SPACED_HINT = re.compile(r" [^\W\d_] {1,3}[^\W\d_] ")  # begins with a letter that is searched for fast
_FEWEST_SPACED, _MOST_SPACED = 4, 60
_PARTS = re.compile(r"([^\W\d_]+)")
_ASCII_PARTS = re.compile("([a-z]+)")  # the same where there is nothing else, and faster
_NO_LETTERS = {code: " " for code in range(128) if not chr(code).isalpha()}
_LOOKS_LIKE = dict(
    zip(
        # Cyrillic and Greek, in small letters and in capitals, and Latin letters that no decomposition makes plain.
        "авеёкмнорстухіјѕһԁԛԝАВЕКМНОРСТУХІЈЅαβεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧłŁđĐðÐøØħĦıŧŦɑɡɩʟƒ",
        "abeekmhopctyxijshdqwabekmhopctyxijsabeikvoptuxabezhikmnoptyxllddddoohhittagilf",
        strict=True,
    )
)
_SOUNDS = {"ß": "ss", "þ": "th", "ŋ": "ng", "ə": "e", "ʊ": "u"}
_SEVERAL = _SOUNDS | {letter.upper(): sound for letter, sound in _SOUNDS.items() if letter != "ß"} | {"ẞ": "ss"}
_NAMED = re.compile(
    r"LATIN (?:SMALL |CAPITAL )*(?:LETTER|LIGATURE) (?:SMALL |CAPITAL |DOTLESS |OPEN |SCRIPT |LONG |INSULAR |REVERSED |"
    r"TURNED |AFRICAN |BARRED )*([A-Z]{1,2})(?: WITH .*| DIGRAPH| BAR)?"
)
"""The name that Unicode gives a letter which is another, or two, with a stroke, a hook or in another shape."""
_APOSTROPHES = dict.fromkeys("’‘‛ʼʻʹʽ´`′＇ˈꞌ", "'")
_SIGNS = {"。": ".", "−": "-", "•": "\n"}
_KINDS = {"Zl": "\n", "Zp": "\n", "Pd": "-", "Pi": '"', "Pf": '"', "Ps": "(", "Pe": ")"}
"""What stands for signs outside ASCII, by their kind: line ends, dashes, quotes, brackets; for others, a space."""
_UNSEEN = frozenset({"Cf", "Mn", "Me", "Cc"})


@lru_cache(maxsize=65536)
def _letter(odd: str) -> str:
    """Give the normal form of a letter outside ASCII, of a capital behind a small letter, or of an escape."""
    if len(odd) > 1:
        read = _unescaped(odd)
        if read == odd:
            return odd.lower()
        return "".join(each.lower() if each.isascii() else _letter(each) for each in read)
    if odd.isascii():
        return BOUNDARY + odd.lower() if odd.isupper() else odd
    if known := _known(odd):
        return known
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", odd).lower())
    return "".join(map(_part, parts))


def _unescaped(odd: str) -> str:
    """Read an escape of an address, of HTML or of JSON; the first two also where they are escaped once more."""
    match odd[0]:
        case "&":
            return html.unescape(_ESCAPED_AMPERSAND.sub("", odd))
        case "%":
            return unquote(_ESCAPED_PERCENT.sub("%", odd), errors="replace")
    return odd.encode("ascii").decode("unicode_escape")


def _part(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in _UNSEEN:
        return "\n" if letter == "\x85" else ""
    if letter.isascii():
        return letter
    if known := _known(letter):
        return known
    if kind[0] in "LN":
        named = _NAMED.fullmatch(unicodedata.name(letter, ""))
        return named[1].lower() if named else letter
    return _SIGNS.get(letter) or _KINDS.get(kind, " ")


def _known(letter: str) -> str | None:
    return _SEVERAL.get(letter) or _LOOKS_LIKE.get(letter) or _APOSTROPHES.get(letter)


@lru_cache(maxsize=8)
def _parted(text: str) -> tuple[list[str], list[str]]:
    """Part a text at what its normal form has otherwise, and give that; a text that is read is cut next.

    Returns:
        What stays and what does not, by turns; and the normal forms of what does not.
    """
    parts = _ODD.split(text)
    return parts, list(map(_letter, parts[1::2]))


def normal(text: str) -> str:
    """Give the normal form of a text.

    >>> normal("Élodie D’Arc, %C3%89lodie.Arc")
    "elodie d'arc, elodie.arc"
    """
    parts, made = _parted(text)
    whole = parts.copy()
    whole[1::2] = made
    return "".join(whole).lower()


class WayBack:
    """The way from a text's normal form back to the text.

    Args:
        text: the text as published.

    >>> way = WayBack("Œu%41!")
    >>> [way.span(place, place + 1) for place in range(5)]
    [(0, 1), (0, 1), (1, 2), (2, 5), (5, 6)]
    """

    def __init__(self, text: str) -> None:
        # Where the normal form has more letters or fewer than the text: where that begins in it, where it ends in it,
        # and the same in the text. All else is letter for letter, also where a letter stands for another.
        self._begins: list[int] = []
        self._uneven: list[tuple[int, int, int]] = []
        self._behind: dict[int, int] = {}
        parts, made = _parted(text)
        uneven = [len(odd) != 1 or len(letters) != 1 for odd, letters in zip(parts[1::2], made, strict=True)]
        if True not in uneven:
            return
        ends = list(accumulate(map(len, parts)))
        shift = 0  # from a place in the text to its place in the normal form
        for number in compress(range(len(made)), uneven):
            start, end = ends[2 * number], ends[2 * number + 1]
            length = len(made[number])
            self._begins.append(start + shift)
            self._uneven.append((start + shift + length, start, end))
            if not length:
                self._behind[start + shift - 1] = end  # an accent or a joiner goes with the letter before it
            shift += length - (end - start)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give where in the text begins and ends what a span of the normal form, of one letter at least, comes from."""
        if not self._begins:
            return start, end
        return self._find(start)[0], self._behind.get(end - 1) or self._find(end - 1)[1]

    def _find(self, place: int) -> tuple[int, int]:
        before = bisect_right(self._begins, place) - 1
        if before < 0:
            return place, place + 1
        behind, start, end = self._uneven[before]
        if place < behind:
            return start, end
        start = end + place - behind
        return start, start + 1


@lru_cache(maxsize=8)
def way_back(text: str) -> WayBack:
    """Give the way back to a text; a text that is read is cut next."""
    return WayBack(text)


def word_set(plain: str) -> frozenset[str]:
    """Give the words of a text in normal form, quickly for want of places.

    What a line end, a tag or a boundary parts is there whole as well, and so are `S P A C E D` letters.
    """
    words = plain.translate(_NO_LETTERS).split()
    if "- " in plain or "-\n" in plain:
        words += _parted_words(plain)
    if BOUNDARY in plain:
        words += plain.replace(BOUNDARY, "").translate(_NO_LETTERS).split()
    if "<" in plain:
        words += TAG.sub("", plain).translate(_NO_LETTERS).split()
    if _SPACED_HINT.search(plain):
        words += _spaced_words(plain)
    return frozenset(words)


def _spaced_words(plain: str) -> Iterator[str]:
    """Yield what letters by themselves make one behind the other, whichever of them is the first and the last."""
    for found in _SPACED.finditer(plain):
        letters = "".join(found.group().split())
        for place in range(min(len(letters), _MOST_SPACED)):
            yield from (letters[place:end] for end in range(place + _FEWEST_SPACED, len(letters[:_MOST_SPACED]) + 1))


def _parted_words(plain: str) -> Iterator[str]:
    """Yield the words that a hyphen and a line end part, whole; what belongs to one is no part of the next."""
    done = 0
    for found in _PARTED.finditer(plain):
        start = found.start()
        while start > done and _LETTER.match(plain, start - 1):
            start -= 1
        if start < found.start():
            yield plain[start : found.start()] + found[1]
            done = found.end()


def words_and_gaps(plain: str) -> tuple[list[str], list[str]]:
    """Part a text in normal form into its words, digits aside, and what stands around them: one more than there are."""
    parts = (_ASCII_PARTS if plain.isascii() else _PARTS).split(plain)
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
    way, done = way_back(text), 0
    parts: list[str] = []
    for begin, end, mark in sorted(spans, key=lambda span: (span[0], -span[1])):
        start, stop = way.span(begin, end)
        if start >= done:
            parts += [text[done:start], mark]
        done = max(done, stop)
    return "".join([*parts, text[done:]])
