"""A quick test before a text is folded: can it be one of a list of folded texts, by its first letters?"""

from collections.abc import Iterable

LETTERS_TESTED = 3


class Beginnings:
    """The first letters of the folded texts of a list.

    Folding looks at one letter at a time and keeps those of ASCII, so a text that begins with three of them folds to
    one that begins so, too. Most of what people write is told from the list by that, without being folded.
    """

    def __init__(self, folded: Iterable[str]) -> None:
        self._starts = frozenset(text[:LETTERS_TESTED] for text in folded)

    def may_begin(self, text: str) -> bool:
        """Tell whether a text can fold to one of the list, or to one that begins so and goes on."""
        start = text[:LETTERS_TESTED]
        return start.lower() in self._starts or not (start.isascii() and start.isalpha())
