"""Labels: what a section of the page is announced by.

A label is matched folded (`atlas_scraper.values.text.fold`), so its spelling on the page may differ in case,
accents, apostrophes, spaces and a closing colon.
"""

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from atlas_scraper.labelling.thresholds import LONG_COLUMN_NAME, LONGEST_LABEL, MOST_NAMED
from atlas_scraper.labelling.words import SiteWords
from atlas_scraper.values.beginnings import TESTED, Beginnings, without_number
from atlas_scraper.values.text import fold

# A line of a list or of running text is no label, whatever its words.
_BULLETS = frozenset("-–—•·▪\uf0b7>")
_ENDS = frozenset(".,;!…")
_COUNT = re.compile(r"(?<!\s)\s*+\(\d+\)\s*+:?+\s*+$")  # a heading may count its rows: `Partenaires (2)`
_REMEMBERED = 50_000  # texts; a site's own repeat on every page, an author's do not


def is_prose(text: str) -> bool:
    """Tell whether a line is an entry of a list or a sentence, by its first or last character."""
    text = text.strip()
    return text[:1] in _BULLETS or text[-1:] in _ENDS


@dataclass(frozen=True, eq=False)
class Label:
    """The label of one section.

    Args:
        field: the record's field that the section becomes.
        spellings: every spelling seen or to be expected.
        meanings: of a label that is a statement by itself, what a spelling says.
        variant: of labels that replace each other, the group that it belongs to; a page has one group.
        generations: the generations of the page that have it; empty when all do.
        may_be_absent: whether pages lack it, label and value both, without anything being wrong.
        takes_more: whether more words follow on the same line, such as a post's name.
        reads_itself: whether the section knows labels of its own, and so what in it is none.
        is_sentence: whether the label is the whole statement; it may be marked like prose, and no value follows.
        follows_prose: whether long text stands before it, in which a line may read like it.
        heads_table: whether a table follows, whose caption says the label's words again.
        holds_prose: whether long text stands below it, which may begin in bold and go on in small letters.
        fits: tells whether a text can be its value; `None` where nearly any text can.
    """

    field: str
    spellings: tuple[str, ...]
    meanings: Mapping[str, object] = dataclasses.field(default_factory=dict)
    variant: str = ""
    generations: frozenset[str] = frozenset()
    may_be_absent: bool = False
    takes_more: bool = False
    reads_itself: bool = False
    is_sentence: bool = False
    follows_prose: bool = False
    heads_table: bool = False
    holds_prose: bool = False
    fits: Callable[[str], object] | None = None

    @property
    def has_one_value(self) -> bool:
        """Whether one short value stands below it, and no table, long text or labels of its own."""
        return not (self.heads_table or self.holds_prose or self.reads_itself or self.is_sentence)

    def meaning(self, text: str) -> object:
        """Give what a line of the label says, by the spelling it is written in; `None` for one without meaning."""
        folded = fold(text)
        return next((meaning for spelling, meaning in self.meanings.items() if fold(spelling) == folded), None)


_BEFORE_COUNT = " –—:-"
_DIGITS_OF_A_COUNT = 3
_NEW = Label("", ())
_NO_TABLE = 0, frozenset[str]()


class LabelIndex:
    """All labels of a page in the page's order, found by dictionary, and the words that are none.

    Args:
        ordered: the labels of the sections, in the page's order.
        inner: labels within a section, which can stand anywhere in it and more than once.
        columns: the headers of all tables, which tell a table of rows from one that only lays out labels.
        words: what the site says by itself.
        tables: of each label that heads a table, the headers of each of its columns.

    By the first letters of a line, its `may_begin_with` tells whether it can be, or begin with, a label or part of one,
    and its `may_be_sites` whether it can be that or any other words of the site that count wherever they stand.
    """

    def __init__(
        self,
        ordered: Iterable[Label],
        inner: Iterable[Label],
        columns: Iterable[str],
        words: SiteWords,
        tables: Mapping[Label, Sequence[Iterable[str]]] | None = None,
    ) -> None:
        self.ordered = tuple(ordered)
        self.inner = frozenset(inner)
        self.words = words
        self.variants = tuple(dict.fromkeys(label.variant for label in self.ordered if label.variant))
        self.rank = {label: rank for rank, label in enumerate(self.ordered)}
        self._by_text = {fold(text): label for label in (*self.ordered, *self.inner) for text in label.spellings}
        self._openings = tuple(text for text, label in self._by_text.items() if label.takes_more)
        self._texts = tuple(self._by_text)
        self._captions = tuple(text for text, label in self._by_text.items() if label.heads_table)
        self._sorted = sorted(self._by_text)
        self.may_begin_with = Beginnings(self._by_text).may_begin
        sites = words.empty | words.pager_beginnings | words.aside_beginnings
        self.may_be_sites = Beginnings([*self._by_text, *sorted(sites)]).may_begin
        self._columns = frozenset(map(fold, columns))
        self._tables = {
            label: (len(headers), frozenset(fold(text) for texts in headers for text in texts))
            for label, headers in (tables or {}).items()
        }
        self._known: dict[str, Label | None] = {}

    def find(self, text: str) -> Label | None:
        """Give the label that a text is, or `None`."""
        if len(text) > LONGEST_LABEL or not self.may_begin_with(text[:TESTED]):
            return None
        label = self._known.get(text, _NEW)
        if label is _NEW:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            label = self._known[text] = self._find(text)
        return label

    def _find(self, text: str) -> Label | None:
        """Find a label that a text is without the number before it, and what says behind it how many rows, or go on."""
        unnumbered = without_number(text)
        ways = dict.fromkeys((text, unnumbered, _COUNT.sub("", text), _COUNT.sub("", unnumbered)))
        label = next((label for way in ways if (label := self._by_text.get(fold(way)))), None)
        label = label or self._counted(unnumbered)
        if label is None and (further := self.words.continued.sub("", unnumbered)) is not unnumbered:
            label = self._by_text.get(fold(further))
            label = label if label and label.heads_table else None  # behind that of a text it may be the text's
        if label is None and (folded := fold(unnumbered)).startswith(self._openings):
            label = self._by_text[next(filter(folded.startswith, self._openings))]
        if label is None or not is_prose(text):
            return label
        # A whole statement may end with a full stop or stand in a list, as an author's may: the page's order tells.
        return label if label.is_sentence and not text.endswith("…") else None

    def _counted(self, text: str) -> Label | None:
        """Find the label of a table that a text is with the number of its rows behind it, in no brackets: `Title 2`.

        A number of four digits without a word is no such count: it may be a year. One with a word stands behind a sign.
        """
        ends = (number for number, sign in enumerate(text) if sign == " ")
        for end in ends:
            count = text[end:].strip(_BEFORE_COUNT)
            is_told = (
                len(count) <= _DIGITS_OF_A_COUNT if count.isdecimal() else text[end + 1 : end + 2] in _BEFORE_COUNT
            )
            if is_told and self.words.row_count.fullmatch(count):
                label = self._by_text.get(fold(text[:end]))
                return label if label and label.heads_table else None
        return None

    def may_begin(self, text: str) -> bool:
        """Tell whether a label can begin with a text; a quick test before anything that costs more."""
        if not self.may_begin_with(text[:TESTED]):
            return False
        folded = fold(without_number(text))
        if not folded:
            return True
        place = bisect_left(self._sorted, folded)
        is_beginning = place < len(self._sorted) and self._sorted[place].startswith(folded)
        return is_beginning or self.find(text) is not None

    def is_column(self, text: str) -> bool:
        """Tell whether a text is the name of a known column."""
        return len(text) <= LONGEST_LABEL and fold(text) in self._columns

    def is_column_of(self, label: Label, text: str) -> bool:
        """Tell whether a text is the name of a column of a label's table."""
        return len(text) <= LONGEST_LABEL and fold(text) in self._tables.get(label, _NO_TABLE)[1]

    def is_header(self, cells: Iterable[str]) -> bool:
        """Tell whether a row of cells is the header of a known table.

        A long column name is enough to tell; of short ones such as `Nom` or `Courriel` most cells must be some.
        """
        words = [fold(cell) for cell in cells if cell and len(cell) <= LONGEST_LABEL]
        known = [word for word in words if word in self._columns]
        return any(len(word) > LONG_COLUMN_NAME for word in known) or (
            len(known) > 1 and len(known) > MOST_NAMED * len(words)
        )

    def fit_of_header(self, label: Label, cells: Iterable[str]) -> float:
        """Tell how well a row of cells is the header of a label's table, from 0 to 1 for all of it and nothing else."""
        size, headers = self._tables.get(label, _NO_TABLE)
        words = [fold(cell) for cell in cells if cell]
        return 2 * sum(word in headers for word in words) / max(1, size + len(words))

    def end_of_caption(self, text: str) -> int:
        """Tell where in a text a table's label ends and the name of a column begins; 0 where the text is not both.

        Above it the captions of empty tables may stand, or the label's own words once more.
        """
        if len(text) > 2 * LONGEST_LABEL or not self.may_begin_with(text[:TESTED]):
            return 0
        if not any(fold(said).startswith(self._captions) for said in (text, without_number(text))):
            return 0
        ends = (number for number, letter in enumerate(text) if letter == " " and fold(text[number:]) in self._columns)
        return next((end for end in ends if self.captions(text[:end])), 0)

    def captions(self, text: str) -> list[str]:
        """Give the labels of tables that a text is made of, one after the other; none where it is anything else."""
        if len(text) > 2 * LONGEST_LABEL or not self.may_begin_with(text[:TESTED]):
            return []
        if (label := self.find(text)) and label.heads_table:
            return [text]
        ends = (number for number, letter in enumerate(text) if letter == " ")
        firsts = (end for end in ends if (label := self.find(text[:end])) and label.heads_table)
        return next(([text[:end], *rest] for end in firsts if (rest := self.captions(text[end + 1 :]))), [])

    def end_of_first(self, text: str) -> int:
        """Tell where in a text of two labels the first one ends; 0 where it is not just that."""
        if len(text) > 2 * LONGEST_LABEL or not self.may_begin_with(text[:TESTED]):
            return 0
        if not fold(text).endswith(self._texts):
            return 0
        ends = (number for number, letter in enumerate(text[:-1]) if letter == " " and text[number + 1].isalpha())
        both = ((end, self.find(text[:end]), self.find(text[end + 1 :])) for end in ends)
        return next((end for end, first, second in both if first and second and first is not second), 0)

    def lays_out(self, text: str) -> bool:
        """Tell whether a text is a label that is never a column of an unknown table."""
        label = self.find(text)
        return label is not None and (label in self.rank or len(fold(text)) > LONG_COLUMN_NAME)
