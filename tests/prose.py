"""French-looking prose without end, as hard to compress as what people write.

Words drawn alone, each as often as its rank in a language (Zipf's law), are harder to compress than prose, and
sentences put together again are easier. Here each word has a few that like to follow it. How often one does, how
steep the law is and how long the words are was set beside 1.1 million letters of French that people wrote (the Debian
handbook and the Debian FAQ, which are not in this repository), and rather too hard than too easy; bits a letter:

| compressor | people | here |
|---|---|---|
| gzip of 250,000 bytes | 2.92 | 3.27 |
| lzma of a million letters | 2.26 | 2.56 |
| words told by numbers, then gzip (`explorer/packing.py`), without the list of words | 1.87 | 1.82 |
"""

import itertools
import lzma
import random
from collections.abc import Iterator
from importlib.resources import files

_WORDS, _STEEPNESS = 100_000, 1.12
_FOLLOWED, _FOLLOWERS = 0.47, 6
_LENGTHS = 0.045
_CAPITALS, _NUMBERS = 0.06, 0.015
_SENTENCE = 22
_MARKS = (", ", ", ", ", ", " et ", " (", ") ", " : ", " ; ", " « ", " » ", " - ")
_ELIDED = ("l", "d", "qu", "n", "s")


class Prose:
    """Writes sentences.

    Args:
        seed: of its chance; the same sentences each time.
    """

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - for a benchmark
        chance = random.Random(seed)  # noqa: S311
        packed = files("atlas_scraper.people").joinpath("lexicon", "french.txt.xz").read_bytes()
        lexicon = lzma.decompress(packed).decode().split()
        chance.shuffle(lexicon)
        # What is said often is short.
        self._words = sorted(lexicon[:_WORDS], key=lambda word: len(word) + chance.expovariate(_LENGTHS))
        self._weights = list(itertools.accumulate(1 / (rank + 2.7) ** _STEEPNESS for rank in range(len(self._words))))
        self._followers: dict[str, list[str]] = {}

    def text(self, letters: int) -> str:
        """Write about so many letters."""
        parts: list[str] = []
        length = 0
        while length < letters:
            sentence = self._sentence()
            parts.append(sentence)
            length += len(sentence) + 1
        return " ".join(parts)[:letters].strip()

    def _sentence(self) -> str:
        chance = self._chance
        drawn = self._draw(max(4, round(chance.gauss(_SENTENCE, 8))))
        said: list[str] = []
        before = ""
        for word in drawn:
            if before and chance.random() < _FOLLOWED:
                word = self._follower(before)  # noqa: PLW2901 - that is what follows
            before = word
            draw = chance.random()
            said.append(self._written(word, draw))
            draw = chance.random()
            if draw < 0.07:
                said.append(chance.choice(_MARKS))
            elif draw < 0.13:
                said += (" ", chance.choice(_ELIDED), "’" if draw < 0.1 else "'")
            else:
                said.append(" ")
        text = "".join(said).strip(" (,:;«»-")
        return f"{text[:1].upper()}{text[1:]}."

    def _written(self, word: str, draw: float) -> str:
        if draw < _NUMBERS:
            return str(self._chance.randint(1, 2100))
        return word.capitalize() if draw < _CAPITALS else word

    def _draw(self, count: int) -> list[str]:
        return self._chance.choices(self._words, cum_weights=self._weights, k=count)

    def _follower(self, word: str) -> str:
        known = self._followers.get(word)
        if known is None:
            known = self._followers[word] = self._draw(_FOLLOWERS)
        return known[min(int(self._chance.expovariate(0.6)), _FOLLOWERS - 1)]


def lengths(mean: int, seed: int) -> Iterator[int]:
    """Draw lengths of texts without end: most are short, a few very long (log-normal), some there are none."""
    chance = random.Random(seed)  # noqa: S311
    while True:
        yield round(min(chance.lognormvariate(0, 0.75) * mean / 1.325, 8 * mean))
