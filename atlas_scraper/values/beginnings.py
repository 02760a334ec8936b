"""A quick test before a text is folded and looked up: does it begin as one of a list does?"""

import re
from collections.abc import Iterable
from functools import lru_cache

from atlas_scraper.values.text import fold

TESTED = 8  # characters; enough to tell `Les partenaires` from `Le partenariat`, few enough to come again
_REMEMBERED = 4096  # beginnings
# `3. Historique`, `(3) Historique`, `2.1 Titre`, `2.1) Titre`; `IV. Contexte`, `b) Titre`, `III – Contexte`
_LONGEST_NUMERAL = 4  # letters of VIII
_LONGEST_NUMBER = 12  # characters of 10.10.10.10
_NUMBERING = re.compile(
    r"\s*+[(\[]?+(?:"
    r"\d{1,2}+(?:\.\d{1,2}){1,3}+\s++(?=[^\W\d_])"
    r"|\d{1,2}+(?:\.\d{1,2}){0,3}+\s*+[.)\]°/–—-]++\s*+"
    r"|(?:[IVX]{1,4}+|[ivx]{1,4}+|[A-Za-z])(?:[.)\]]++|\s*+[°/]|\s++[–—-])(?:\s++|\Z)"
    r")"
)


def without_number(text: str) -> str:
    """Leave out of a text the number or letter that it begins with, as of a heading; without one give it as it is."""
    numbered = _NUMBERING.match(text)
    return text[numbered.end() :] if numbered else text


def is_number(text: str) -> bool:
    """Tell whether a text is no more than a number or letter with which a heading begins: `1.11`, `IV.`."""
    return len(text) <= _LONGEST_NUMBER and without_number(f"{text.strip()} A") == "A" != text.strip()


class Beginnings:
    """How the folded texts of a list begin.

    Folding looks at one letter at a time, so what a text folds to begins with what its first characters fold to.
    Most of what people write is told from the list by those, which come again on many pages when the text does not.
    """

    def __init__(self, folded: Iterable[str]) -> None:
        by_letter: dict[str, tuple[str, ...]] = {}
        for text in folded:
            by_letter[text[:1]] = (*by_letter.get(text[:1], ()), text)
        self._by_letter = by_letter
        self.may_begin = lru_cache(_REMEMBERED)(self._may_begin)

    def _may_begin(self, start: str) -> bool:
        """Tell whether a text can be one of the list, the beginning of one, or go on behind one; with a number before.

        Args:
            start: its first `TESTED` characters. True tells nothing yet; False is sure.
        """
        unnumbered = without_number(start)
        folded = fold(start)
        may_be_number = len(folded) <= _LONGEST_NUMERAL and len(start) == TESTED  # and what is listed begins behind it
        return (
            may_be_number or self._is_listed(folded) or (unnumbered is not start and self._is_listed(fold(unnumbered)))
        )

    def _is_listed(self, folded: str) -> bool:
        if not folded or folded.isdigit():
            return True
        listed = self._by_letter.get(folded[0], ())
        return folded.startswith(listed) or any(text.startswith(folded) for text in listed)
