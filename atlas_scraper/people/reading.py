"""The words of a text with how they are written and what stands between them."""

import re
from dataclasses import dataclass, field
from itertools import accumulate
from operator import add, sub
from urllib.parse import unquote

from atlas_scraper.people.normal import BOUNDARY, WayBack, way_back, words_and_gaps
from atlas_scraper.people.writing import TITLES
from atlas_scraper.values import roles

_WIDEST = 4
_ENDS = frozenset('.!?;:\n()[]{}«»"|•')
_NEVER_WITHIN = frozenset(",;:()[]{}|!?0123456789")
_IN_FILE_NAMES = frozenset("_-+.~\x1f%/=#")
_ROUND, _LONGEST = 2, 100
_FILE = re.compile(r"\.[a-z][a-z0-9]{1,4}(?![^\W_])")
_YEAR, _YEARS = re.compile(r"(?<![\d.,])(?:19|20)\d\d[ \n]$"), 6
_WORDS_OF_ONE = frozenset("acdjlmnoqsty")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read word by word.

    Args:
        published: the text as published.
        plain: its normal form.
        words: the words of that.
        gaps: what stands before each word and behind the last, boundaries aside.
        starts: where the words begin in it.
        way: the way back to the text.
        cases: how words are written, as far as somebody asked.
    """

    published: str
    plain: str
    words: list[str]
    gaps: list[str]
    starts: list[int]
    way: WayBack
    cases: dict[int, int] = field(default_factory=dict)

    def text(self, place: int) -> str:
        """Give a word; an empty one where there is none."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def span(self, place: int) -> tuple[int, int]:
        """Give where a word begins and ends in the normal form."""
        return self.starts[place], self.starts[place] + len(self.words[place])

    def case(self, place: int) -> int:
        """Tell whether a word is written in capitals (2), with one (1), or with none (0); 0 where there is none."""
        if (case := self.cases.get(place)) is None:
            case = self.cases[place] = self._case(place) if 0 <= place < len(self.words) else 0
        return case

    def _case(self, place: int) -> int:
        start, end = self.way.span(*self.span(place))
        written = self.published[start:end]
        if written[:1] == "%":  # as in `%C5%9Etefan`, where an address escapes a capital
            written = unquote(written) or written
        if not written[0].isupper():
            return 0
        return 2 if len(written) > 1 and written.isupper() else 1

    def has_capital(self, start: int, end: int) -> bool:
        """Tell whether one of the words from one to another has a capital: `de Montclair` has."""
        return any(self.case(place) for place in range(start, end + 1))

    def gap(self, place: int) -> str:
        """Give what stands behind a word, up to the next one or the end; in front of the first for -1."""
        return self.gaps[place + 1]

    def joins(self, place: int) -> bool:
        """Tell whether a word and the next may be parts of one name."""
        if not 0 <= place < len(self.words) - 1:
            return False
        gap = self.gaps[place + 1]
        return gap == " " or (len(gap) <= _WIDEST and _NEVER_WITHIN.isdisjoint(gap))

    def is_close(self, place: int) -> bool:
        """Tell whether a word and the next stand in one phrase: no full stop between, save of an initial or a title."""
        if not self.joins(place):
            return False
        gap = self.gap(place)
        return (
            "." not in gap
            or not (" " in gap or "\n" in gap)
            or len(self.text(place)) == 1
            or self.text(place) in TITLES
        )

    def is_in_file_name(self, place: int) -> bool:
        """Tell whether what stands behind a word is what stands between the words of file names."""
        gap = self.gap(place)
        return bool(gap) and _IN_FILE_NAMES.issuperset(gap) and place + 1 < len(self.words)

    def is_in_address(self, place: int) -> bool:
        """Tell whether a word stands in an address of a page or in the name of a file, where hyphens part words."""
        start, end = self.span(place)
        before = self.plain[max(0, start - _LONGEST) : start].rpartition(" ")[2]
        behind = self.plain[end : end + _LONGEST].partition(" ")[0]
        return "/" in before + behind or bool(_FILE.search(behind))

    def is_initial(self, place: int) -> bool:
        """Tell whether a word is a capital by itself, with a dot where it might be a word (`À Brest`)."""
        if len(self.text(place)) != 1 or not self.case(place):
            return False
        return self.text(place) not in _WORDS_OF_ONE or self.gap(place).startswith((".", "-"))

    def is_measured(self, place: int) -> bool:
        """Tell whether a number stands before a word, so that `m` is a metre or a million; a year by itself is none."""
        before = self.plain[max(0, self.starts[place] - _YEARS) : self.starts[place]]
        return any(letter.isdigit() for letter in before[-2:]) and not _YEAR.search(before)

    def begins(self, place: int) -> bool:
        """Tell whether a sentence or a line begins with a word, where a capital says nothing."""
        return place == 0 or not _ENDS.isdisjoint(self.gap(place - 1))

    def ends(self, place: int) -> bool:
        """Tell whether nothing of the phrase follows a word."""
        return place + 1 >= len(self.words) or not self.gap(place).isspace()

    def is_loud(self, place: int) -> bool:
        """Tell whether all is in capitals around a word, where its own say nothing."""
        near = [self.case(each) for each in range(max(0, place - _ROUND), min(len(self.words), place + _ROUND + 1))]
        return len(near) > 1 and sum(case > 1 for case in near) > len(near) - 1

    def is_role(self, place: int) -> bool:
        """Tell whether a word is one with which a function begins."""
        return roles.is_head(self.text(place)) if self.text(place) else False


def read(text: str, plain: str) -> Reading:
    """Read a text with its normal form."""
    words, gaps = words_and_gaps(plain)
    lengths = list(map(len, words))
    ends = accumulate(map(add, map(len, gaps), lengths))  # there is one gap more than words
    starts = list(map(sub, ends, lengths))
    if BOUNDARY in plain:
        gaps = [gap.replace(BOUNDARY, "") for gap in gaps]
    return Reading(text, plain, words, gaps, starts, way_back(text))
