"""The words of a text with how they are written and what stands between them."""

from dataclasses import dataclass

from atlas_scraper.people.normal import BOUNDARY, Word, places, words_in
from atlas_scraper.people.writing import TITLES
from atlas_scraper.values import roles

_WIDEST = 4
_ENDS = frozenset('.!?;:\n()[]{}«»"|•')
_NEVER_WITHIN = frozenset(",;:()[]{}|!?0123456789")
_IN_FILE_NAMES = frozenset("_-+.~\x1f%/=#")
_ROUND = 2
_WORDS_OF_ONE = frozenset("acdjlmnoqsty")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read word by word.

    Args:
        plain: its normal form.
        words: the words of that.
        cases: of each word whether it is written in capitals (2), with one (1), or with none (0).
    """

    plain: str
    words: list[Word]
    cases: list[int]

    def text(self, place: int) -> str:
        """Give a word; an empty one where there is none."""
        return self.words[place].text if 0 <= place < len(self.words) else ""

    def case(self, place: int) -> int:
        """Tell how a word is written; 0 where there is none."""
        return self.cases[place] if 0 <= place < len(self.words) else 0

    def has_capital(self, start: int, end: int) -> bool:
        """Tell whether one of the words from one to another has a capital: `de Montclair` has."""
        return any(self.cases[start : end + 1])

    def gap(self, place: int) -> str:
        """Give what stands behind a word, up to the next one or the end; in front of the first for -1."""
        start = self.words[place].end if place >= 0 else 0
        end = self.words[place + 1].start if place + 1 < len(self.words) else len(self.plain)
        return self.plain[start:end].replace(BOUNDARY, "")

    def joins(self, place: int) -> bool:
        """Tell whether a word and the next may be parts of one name."""
        gap = self.gap(place)
        return 0 <= place < len(self.words) - 1 and len(gap) <= _WIDEST and _NEVER_WITHIN.isdisjoint(gap)

    def is_close(self, place: int) -> bool:
        """Tell whether a word and the next stand in one phrase: no full stop between, save of an initial or a title."""
        if not self.joins(place):
            return False
        gap = self.gap(place)
        return "." not in gap or " " not in gap or len(self.text(place)) == 1 or self.text(place) in TITLES

    def is_in_file_name(self, place: int) -> bool:
        """Tell whether what stands behind a word is what stands between the words of file names."""
        gap = self.gap(place)
        return bool(gap) and _IN_FILE_NAMES.issuperset(gap) and place + 1 < len(self.words)

    def is_initial(self, place: int) -> bool:
        """Tell whether a word is a capital by itself, with a dot where it might be a word (`À Brest`)."""
        if len(self.text(place)) != 1 or not self.case(place):
            return False
        return self.text(place) not in _WORDS_OF_ONE or self.gap(place).startswith((".", "-"))

    def begins(self, place: int) -> bool:
        """Tell whether a sentence or a line begins with a word, where a capital says nothing."""
        return place == 0 or not _ENDS.isdisjoint(self.gap(place - 1))

    def ends(self, place: int) -> bool:
        """Tell whether nothing of the phrase follows a word."""
        return place + 1 >= len(self.words) or not self.gap(place).isspace()

    def is_loud(self, place: int) -> bool:
        """Tell whether all is in capitals around a word, where its own say nothing."""
        near = [self.cases[each] for each in range(max(0, place - _ROUND), min(len(self.words), place + _ROUND + 1))]
        return len(near) > 1 and sum(case > 1 for case in near) > len(near) - 1

    def is_role(self, place: int) -> bool:
        """Tell whether a word is one with which a function begins."""
        return roles.is_head(self.text(place)) if self.text(place) else False


def read(text: str, plain: str) -> Reading:
    """Read a text with its normal form."""
    starts, ends = places(text)
    words = list(words_in(plain))
    return Reading(plain, words, [_case(text[starts[word.start] : ends[word.end - 1]]) for word in words])


def _case(written: str) -> int:
    if not written[0].isupper():
        return 0
    return 2 if len(written) > 1 and written.isupper() else 1
