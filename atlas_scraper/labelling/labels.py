"""Labels: what a section of the page is announced by.

A label is matched folded (`atlas_scraper.values.text.fold`), so its spelling on the page may differ in case,
accents, apostrophes, spaces and a closing colon.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from atlas_scraper.values.text import fold

# Longest label with room for a post's name; a longer line is prose and is not even looked up.
LONGEST_LABEL = 200
# A line of a list or of running text is no label, whatever its words.
_PROSE = re.compile(r"^[-–—•·▪\uf0b7>]|[.,;!…]$")
_NUMBERING = re.compile(r"^\s*\d{1,2}\s*[.)°–-]\s*")  # `3. Historique`
_COUNT = re.compile(r"\s*\(\d+\)\s*:?\s*$")  # a heading may count its rows: `Partenaires (2)`


def is_prose(text: str) -> bool:
    """Tell whether a line is an entry of a list or a sentence, by its first or last character."""
    return _PROSE.search(text.strip()) is not None


@dataclass(frozen=True, slots=True)
class Label:
    """The label of one section.

    Args:
        field: the record's field that the section becomes.
        spellings: every spelling seen or to be expected.
        variant: of labels that replace each other, the group that it belongs to; a page has one group.
        since_2022: whether only the newest generation of the page has it.
        takes_more: whether more words follow on the same line, such as a post's name.
        reads_itself: whether the section knows labels of its own, and so what in it is none.
        is_sentence: whether the label is the whole statement; it may be marked like prose, and no value follows.
        follows_prose: whether long text stands before it, in which a line may read like it.
        heads_table: whether a table follows, whose caption says the label's words again.
    """

    field: str
    spellings: tuple[str, ...]
    variant: str = ""
    since_2022: bool = False
    takes_more: bool = False
    reads_itself: bool = False
    is_sentence: bool = False
    follows_prose: bool = False
    heads_table: bool = False


class LabelIndex:
    """All labels of a page in the page's order, found by dictionary.

    Args:
        ordered: the labels of the sections, in the page's order.
        inner: labels within a section, which can stand anywhere in it and more than once.
        columns: the headers of all tables, which tell a table of rows from one that only lays out labels.
    """

    def __init__(self, ordered: Iterable[Label], inner: Iterable[Label], columns: Iterable[str]) -> None:
        self.ordered = tuple(ordered)
        self.inner = frozenset(inner)
        self.variants = tuple(dict.fromkeys(label.variant for label in self.ordered if label.variant))
        self.rank = {label: rank for rank, label in enumerate(self.ordered)}
        labels = (*self.ordered, *self.inner)
        self._by_text = {fold(spelling): label for label in labels for spelling in label.spellings}
        self._openings = {text: label for text, label in self._by_text.items() if label.takes_more}
        self._columns = frozenset(map(fold, columns))

    def find(self, text: str) -> Label | None:
        """Give the label that a text is, or `None`."""
        if len(text) > LONGEST_LABEL or is_prose(text):
            return None
        folded = fold(text)
        label = self._by_text.get(folded)
        if label is None and text.rstrip(" :").endswith(")"):
            label = self._by_text.get(fold(_COUNT.sub("", text)))
        if label is None and text.lstrip()[:1].isdigit():
            label = self._by_text.get(fold(_NUMBERING.sub("", text, count=1)))
        if label is None:
            label = next((label for opening, label in self._openings.items() if folded.startswith(opening)), None)
        return label

    def is_header(self, cells: Iterable[str]) -> bool:
        """Tell whether a row of cells is the header of a known table.

        A long column name is enough to tell; of short ones such as `Nom` or `Courriel` most cells must be some.
        """
        words = [fold(cell) for cell in cells if cell and len(cell) <= LONGEST_LABEL]
        known = [word for word in words if word in self._columns]
        return any(len(word) > 12 for word in known) or (len(known) > 1 and len(known) > 0.6 * len(words))

    def lays_out(self, text: str) -> bool:
        """Tell whether a text is a label that is never a column of an unknown table."""
        label = self.find(text)
        return label is not None and (label in self.rank or len(fold(text)) > 12)
