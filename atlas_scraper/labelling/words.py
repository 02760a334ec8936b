"""The words of a site that are about none of its records, as the sections hand them in.

Only whole texts count, and only words of this closed list: a text is never ignored for its place, for the link it
is in, or for a part of it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from atlas_scraper.blocks.document import Run
from atlas_scraper.values.beginnings import TESTED, Beginnings
from atlas_scraper.values.text import fold

_BETWEEN = re.compile(r"\s*[>›»<«‹/|·•–—]\s*|\s+-\s+|\s{2,}")
_COPYRIGHT = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
_NUMBERS = re.compile(r"\d+")
_WORD = re.compile(r"\w+")
_MISSING_KEY = re.compile(r"\?\?\?[\w.\-]+\?\?\?")  # what the framework prints in place of words that it lacks
_AROUND_NAMES = " \t\xa0:.|·•<>‹›«»←→–—-"  # signs of moving among them
_OF_A_NAME = 2  # letters
_LONGEST = 400  # characters; nothing that a site prints around a record is longer


@dataclass(frozen=True, eq=False)
class SiteWords:
    """What a site says by itself; all sets hold folded texts.

    Args:
        frame: breadcrumb steps, titles, actions of links and buttons, legal notices.
        trail: of these, breadcrumb steps.
        bodies: of these, names of bodies, which a page may as well give as a value.
        empty: what it prints in place of the rows of a table that has none.
        groups: the words of headings that stand over a group of labels and say nothing by themselves.
        says_none: matches words in place of a row that say that there is none; they would be prose elsewhere.
        none_beginnings: how those begin.
        prompt: matches what a list to choose from says while nothing is chosen.
        step: matches a step of a paginator, such as `Suivant`.
        sure_step: matches what only a paginator says.
        pager_word: matches a word beside the page numbers.
        rows_shown: matches what says which rows of how many a page shows: the first, the last and all, in any order.
        counts_of_rows: match what says of how many rows a page shows fewer, in any other words. Their groups: the
            `first` and the `last` that it shows, or how many as the last, and `all`; or else how many more there are.
        leads_on: matches what a link or a button says that leads to further rows. Its groups: how many there are in
            `all`, and the words for the `next` page, which may be of something else.
        pager_beginnings: how the words of a paginator begin.
        row_count: matches the number of its rows that stands beside a table's heading.
        sheet: finds the number of a sheet of print at the end of a line, and how many there are where that is said.
        moves: finds words of moving on to another part of the page, before the name of that: `Étape suivante :`.
        letters_counted: matches what says how many letters a text has, or may have.
        aside_beginnings: how both of those begin.
        continued: matches what stands behind a label whose table or text goes on from the sheet before.
        total: matches the first cell of a row that sums up the others.
        goes_on: finds the end of a text that goes on: a word or a sign that none ends with.
    """

    frame: frozenset[str]
    trail: frozenset[str]
    bodies: frozenset[str]
    empty: frozenset[str]
    groups: frozenset[str]
    says_none: re.Pattern[str]
    none_beginnings: frozenset[str]
    prompt: re.Pattern[str]
    step: str
    sure_step: re.Pattern[str]
    pager_word: str
    rows_shown: re.Pattern[str]
    counts_of_rows: tuple[re.Pattern[str], ...]
    leads_on: re.Pattern[str]
    pager_beginnings: frozenset[str]
    row_count: re.Pattern[str]
    sheet: re.Pattern[str]
    moves: re.Pattern[str]
    letters_counted: re.Pattern[str]
    aside_beginnings: frozenset[str]
    continued: re.Pattern[str]
    total: re.Pattern[str]
    goes_on: re.Pattern[str]
    steps: re.Pattern[str] = field(init=False)
    pager: re.Pattern[str] = field(init=False)
    _may_be_pager: Beginnings = field(init=False)
    _may_be_aside: Beginnings = field(init=False)
    _may_be_empty: Beginnings = field(init=False)
    _may_say_none: Beginnings = field(init=False)

    def __post_init__(self) -> None:
        # Possessive throughout: each token is read one way only, so a long line of numbers costs its length.
        tokens = (
            rf"\s*+(?:(?:\?\?\?)?+(?:{self.rows_shown.pattern}|{self.step}|\d++|{self.pager_word})(?:\?\?\?)?+\s*+)++"
        )
        object.__setattr__(self, "steps", re.compile(self.step, re.IGNORECASE))
        object.__setattr__(self, "pager", re.compile(tokens, re.IGNORECASE))
        object.__setattr__(self, "_may_be_pager", Beginnings(self.pager_beginnings))
        object.__setattr__(self, "_may_be_aside", Beginnings(self.aside_beginnings))
        object.__setattr__(self, "_may_be_empty", Beginnings(self.empty))
        object.__setattr__(self, "_may_say_none", Beginnings(self.none_beginnings))

    def is_frame(self, text: str) -> bool:
        """Tell whether a text is what the site prints around any record: one of its words, or several in a row."""
        return len(text) <= _LONGEST and _is_made_of(text, self.frame)

    def is_trail(self, text: str) -> bool:
        """Tell whether a text is a breadcrumb, or a step of one."""
        return len(text) <= _LONGEST and _is_made_of(text, self.trail)

    def is_group(self, text: str) -> bool:
        """Tell whether a text is a heading that only groups labels."""
        return len(text) <= _LONGEST and all(word in self.groups for word in map(fold, _WORD.findall(text)))

    @property
    def may_be_empty(self) -> Callable[[str], bool]:
        """Tell by its first letters whether a text may be what `is_empty` tells: asked of every cell."""
        return self._may_be_empty.may_begin

    def is_empty(self, text: str) -> bool:
        """Tell whether a text is what the site prints in place of a table's rows, or of a value.

        A word of two letters may be a name: of such, only abbreviations count (`N/A`).
        """
        if not self._may_be_empty.may_begin(text[:TESTED]):
            return False
        return fold(text) in self.empty and (len(text) != _OF_A_NAME or not text.isalpha())

    def is_no_row(self, text: str) -> bool:
        """Tell whether the only text of a row says that there is none."""
        if not self._may_say_none.may_begin(text[:TESTED]):
            return False
        return not fold(text) or self.says_none.fullmatch(text.strip()) is not None

    def is_pager(self, text: str) -> bool:
        """Tell whether a text is made of the steps and the page numbers of a paginator."""
        return self._may_be_pager.may_begin(text[:TESTED]) and self.pager.fullmatch(text) is not None

    @property
    def may_be_aside(self) -> Callable[[str], bool]:
        """Tell by its first letters whether a text may move on, or count letters: asked of many lines."""
        return self._may_be_aside.may_begin

    def targets(self, text: str) -> Sequence[str]:
        """Give the names behind the words of moving that a text is made of: one, or several; none for any other.

        Of a text that `may_be_aside`.
        """
        if len(text) > _LONGEST or self.moves.search(text) is None:
            return ()
        before, *names = self.moves.split(text)
        names = [name.strip(_AROUND_NAMES) for name in names]
        return () if fold(before) or not all(map(fold, names)) else names

    def counts_letters(self, text: str) -> bool:
        """Tell whether a text that `may_be_aside` says no more than how many letters another has, or may have."""
        return self.letters_counted.fullmatch(text) is not None

    def is_prompt(self, text: str) -> bool:
        """Tell whether the value of a form control only invites to choose one."""
        return self.prompt.fullmatch(text) is not None

    def is_action(self, runs: Sequence[Run]) -> bool:
        """Tell whether all that a stretch of a line says are links and buttons with the site's own words."""
        said = [run for run in runs if run.text.strip(" \t\r\n\xa0|·•>-–/")]
        return bool(said) and all(run.interactive and self.may_be_action(run.text) for run in said)

    def may_be_action(self, text: str) -> bool:
        """Tell whether a text is what a link or a button of the site says wherever it stands."""
        return self.is_frame(text) and fold(text) not in self.bodies


@lru_cache(maxsize=8192)
def _is_made_of(text: str, words: frozenset[str]) -> bool:
    if fold(text) in words:
        return True
    # A missing key counts as one of the words, and so does the year of a copyright notice.
    said = _MISSING_KEY.sub(" > ", text)
    if _COPYRIGHT.match(said.strip()):
        said = _NUMBERS.sub(" > ", _COPYRIGHT.sub(" > ", said))
    if said == text and not _BETWEEN.search(text):
        return False
    parts = [part for part in _BETWEEN.split(said) if fold(part)]
    return said != text if not parts else all(fold(part) in words for part in parts)


def folded(texts: Iterable[str]) -> frozenset[str]:
    """Fold the words of a list."""
    return frozenset(map(fold, texts))
