"""Texts as numbers of their words, before they are compressed.

gzip looks back 32 KB, over ten partnerships; it knows no word of the others. So each word of a release is listed once,
and texts tell its number in one byte to four, the frequent ones in the fewest. A third of what gzip alone leaves goes
away, and the browser needs nothing for it but a list.

A text is taken apart into words and what stands between words, in turn. The single space, which mostly does, is not
told: two words in a row have it between them.
"""

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, islice

from atlas_scraper.explorer.packing import shut

LETTER = r"0-9A-Za-z_\u00c0-\u1fff"
"""What words consist of, as `web/wording.js` has it: ASCII, and the alphabets from Latin to Greek Extended."""
_TOKEN = re.compile(f"[{LETTER}]+|[^{LETTER}]+")
_IS_WORD = re.compile(f"[{LETTER}]")
_SPACE = " "
_LENGTH = 4
"""Bytes that say how many codes a text has."""
_CODES = ((160, 0), (88, 1), (7, 2), (1, 3))
"""First bytes there are for codes of one byte to four, and bytes behind them."""


class Wording:
    """Collects texts, and packs them when all words are known.

    Texts must begin and end with something that is neither a word nor a space, as lists of JSON do.
    """

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)
        self._texts: list[array[int]] = []

    def add(self, text: str) -> None:
        """Collect a text; it is held as numbers of four bytes."""
        self._texts.append(array("I", map(self._numbers.__getitem__, _TOKEN.findall(text))))

    def packed(self) -> tuple[str, list[str]]:
        """Pack the list of words, a line each, and the texts in the order in which they came."""
        counts = Counter[int]()
        for text in self._texts:
            counts.update(text)
        frequent = sorted(self._numbers.keys() - {_SPACE}, key=lambda word: (-counts[self._numbers[word]], word))
        words = [word for group in _groups_of(frequent) for word in group]
        codes = dict(zip(words, _codes(), strict=False)) | {_SPACE: b""}
        in_order = [codes.get(word, b"") for word in self._numbers]  # the space alone has none
        firsts, behind = [code[:1] for code in in_order], [code[1:] for code in in_order]
        return shut("\n".join(words).encode()), [shut(_told(text, firsts, behind)) for text in self._texts]


def _told(text: Sequence[int], firsts: list[bytes], behind: list[bytes]) -> bytes:
    """Tell a text: how many codes it has, their first bytes, and then all others, which are alike among themselves."""
    begun = b"".join(map(firsts.__getitem__, text))
    return len(begun).to_bytes(_LENGTH, "big") + begun + b"".join(map(behind.__getitem__, text))


def _groups_of(words: Iterable[str]) -> Iterator[list[str]]:
    """Group words, the most frequent first: those of one byte, then 256 that share their first, then the rest.

    So the first byte says how frequent a word is, which gzip makes use of. Each group is sorted, for words of one
    beginning compress well.
    """
    left = iter(words)
    for first, behind in _CODES:
        sizes = [256] * first if behind == 1 else [first * 256**behind]
        yield from (sorted(islice(left, size)) for size in sizes)


def _codes() -> Iterable[bytes]:
    start = 0
    for first, behind in _CODES:
        for number in range(first * 256**behind):
            yield bytes((start + number // 256**behind,)) + (number % 256**behind).to_bytes(behind, "big")
        start += first


def texts_of(words: bytes, told: Iterable[bytes]) -> Iterator[str]:
    """Undo `Wording.packed` once opened, for tests."""
    word_of = dict(zip(_codes(), words.decode().split("\n"), strict=False))
    for data in told:
        end = _LENGTH + int.from_bytes(data[:_LENGTH], "big")
        text, place, was_word = "", end, False
        for first in data[_LENGTH:end]:
            behind = place + _behind(first)
            word = word_of[bytes((first,)) + data[place:behind]]
            is_word = bool(_IS_WORD.match(word))
            text += f" {word}" if was_word and is_word else word
            place, was_word = behind, is_word
        yield text


def _behind(first: int) -> int:
    for among, behind in _CODES:
        if first < among:
            return behind
        first -= among
    raise ValueError(f"a first byte of no code: {first}")
