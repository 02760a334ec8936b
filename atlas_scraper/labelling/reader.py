"""The reader of a page: hands out its blocks, section by section, and accounts for every one of them.

A block is *taken* by a section, *ignored by name* (site chrome, paginator), or *left unread*. What is left
unread becomes an issue, and its text stays in the record: nothing of a page is ever lost.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from atlas_scraper.blocks.document import Document
from atlas_scraper.labelling.assign import assign_labels
from atlas_scraper.labelling.chrome import ignore_chrome
from atlas_scraper.labelling.cutting import cut_at_marks, cut_into_items
from atlas_scraper.labelling.doubtful import settle
from atlas_scraper.labelling.items import Item, whole_lines
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.marks import Marks
from atlas_scraper.labelling.paginator import Paginator, find_paginators
from atlas_scraper.labelling.unlisted import Unlisted, find_unlisted
from atlas_scraper.record.issues import Issue, IssueCode, Unread
from atlas_scraper.values.addresses import join
from atlas_scraper.values.text import fold, tidy

T = TypeVar("T")
_COUNT = re.compile(r"\(?\d{1,4}(?:\s+(?:lignes?|éléments?|résultats?))?\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MoreRows:
    """The further pages of a table, each of which is a request of its own.

    Args:
        section: field of the record that the table fills.
        pages: how many pages the table has, this one included.
        links: addresses of the others, sessions included, by number where the page numbers them.
    """

    section: str
    pages: int
    links: list[str]


class SectionReader:
    """Hands out the blocks of one page.

    Args:
        document: the page.
        labels: the labels of the sections, in the page's order.
        address: address of the page.

    Its `more` lists the tables that go on elsewhere, once their sections are read.
    """

    def __init__(self, document: Document, labels: LabelIndex, address: str | None = None) -> None:
        self.document = document
        self.address = address
        self.base = join(address, document.base) if document.base else address
        self.items = cut_into_items(document.blocks, labels)
        self.more: list[MoreRows] = []
        self._issues: list[tuple[int, Issue]] = []
        self._unread: list[tuple[int, Unread]] = []
        self._labels = labels
        self._paginators = find_paginators(self.items)
        for paginator in self._paginators:
            for item in paginator.items:
                item.give("ignored", "paginator")
        self.found, marks = assign_labels(self.items, labels)
        if any(marks.inside.values()):
            self.items = [part for item in self.items for part in cut_at_marks(item, marks.begins_inside)]
            self.found, marks = assign_labels(self.items, labels)
        self.found, doubtful = settle(self.items, self.found)
        for label, lines in doubtful.items():
            self.issue(IssueCode.AMBIGUOUS_LABEL, label.field, self._describe_doubt(label, lines))
        self._sections = self._divide(marks)

    def _describe_doubt(self, label: Label, lines: Sequence[int]) -> str:
        after = (repr(self.items[line + 1].text[:60]) for line in lines if line + 1 < len(self.items))
        return f"{label.spellings[0]!r} stands {len(lines)} times, before {', '.join(after)}; the last one was taken"

    def _divide(self, marks: Marks) -> dict[Label | Unlisted, list[Item]]:
        """Give each label the items up to the next label, known or not."""
        ignore_chrome(self.items, self.found.values())
        starts: list[tuple[int, Label | Unlisted]] = [(number, label) for label, number in self.found.items()]
        if self.found:
            unlisted = find_unlisted(self.items, self.found, marks, self._labels)
            starts += [(place.start, place) for place in unlisted]
        starts.sort(key=lambda start: start[0])
        sections: dict[Label | Unlisted, list[Item]] = {}
        ends = [number for number, _ in starts[1:]] + [len(self.items)]
        for (number, label), end in zip(starts, ends, strict=False):
            sections[label] = self.items[number + 1 : end]
            if isinstance(label, Label):
                self.items[number].give("taken", label.field)
                if label.heads_table:
                    self._ignore_count(sections[label])
                    self._ignore_repeated_heading(label, sections[label])
        return sections

    def _ignore_repeated_heading(self, label: Label, items: Sequence[Item]) -> None:
        """Ignore the label's words where they stand again above its content: heading, then caption."""
        for item in items:
            if item.label is not label or item.evidence < 3:
                break
            item.give("ignored", "repeated heading")

    def _ignore_count(self, items: Sequence[Item]) -> None:
        """Ignore the number of rows that stands beside a table's heading."""
        if items and items[0].continues and _COUNT.fullmatch(items[0].text):
            items[0].give("ignored", "row count")

    def has(self, label: Label) -> bool:
        """Tell whether the page has a label."""
        return label in self.found

    def report_missing(self, label: Label) -> None:
        """Note that a label which pages of this kind carry is not there."""
        self.issue(IssueCode.SECTION_MISSING, label.field, f"no label {label.spellings[0]!r} on the page")

    def heading(self, label: Label) -> str:
        """Give the line of a label as the page writes it; empty when the page does not have it."""
        return self.items[self.found[label]].text if label in self.found else ""

    def items_of(self, label: Label) -> list[Item]:
        """Give the items below a label that nobody has taken yet."""
        return [item for item in self._sections.get(label, ()) if not item.fate]

    def take_paragraphs(self, label: Label) -> list[str]:
        """Take all lines below a label, as paragraphs."""
        lines = whole_lines(self.items_of(label))
        for _, parts in lines:
            for part in parts:
                part.give("taken", label.field)
        return [text for text, _ in lines] if any(fold(text) for text, _ in lines) else []

    def take_value(self, label: Label, *, fits: Callable[[str], object] = bool) -> str | None:
        """Take the one value below a label: its first line, with the lines that a line break cuts from it.

        Args:
            label: the section.
            fits: tells whether a text can be the value. In text, where nothing marks a label that nobody has
                listed, a line that does not fit is left unread when more follow: it is something else.
        """
        lines = whole_lines(self.items_of(label))
        if not lines:
            return None
        groups = [list(group) for _, group in groupby(lines, key=lambda line: line[1][0].line and _block(line[1][0]))]
        value = tidy(" ".join(text for text, _ in groups[0]))
        if self.document.rendition != "html" and len(groups) > 1 and not fits(value):
            return None
        for _, parts in groups[0]:
            for part in parts:
                part.give("taken", label.field)
        return value if fold(value) else None  # a lone dash stands for an empty value

    def take_typed(self, label: Label, read: Callable[[str], T | None]) -> T | None:
        """Take the value below a label and read it; one that cannot be read becomes an issue."""
        text = self.take_value(label, fits=read)
        if text is None:
            return None
        value = read(text)
        if value is None:
            self.issue(IssueCode.UNREADABLE_VALUE, label.field, text)
        return value

    def paginators_of(self, label: Label) -> list[Paginator]:
        """Give the paginators that stand below a label."""
        inside = set(map(id, self._sections.get(label, ())))
        return [paginator for paginator in self._paginators if id(paginator.items[0]) in inside]

    @property
    def issues(self) -> list[Issue]:
        """What deserves a second look, in the page's order; what concerns no place of the page comes last."""
        return [issue for _, issue in sorted(self._issues, key=itemgetter(0))]

    @property
    def unread(self) -> list[Unread]:
        """The text that no section took, in the page's order."""
        return [unread for _, unread in sorted(self._unread, key=itemgetter(0))]

    def issue(self, code: IssueCode, section: str, detail: str, *, place: int | None = None) -> None:
        """Note something that deserves a second look, at a place among the items or at its section's."""
        if place is None:
            place = next((found for label, found in self.found.items() if label.field == section), len(self.items))
        self._issues.append((place, Issue(code=code, section=section, detail=detail)))

    def keep_unread(self, label: str | None, text: str, section: str, code: IssueCode, *, place: int) -> None:
        """Keep text that no section took, which stands at a place among the items."""
        self._unread.append((place, Unread(label=label, text=text)))
        self.issue(code, section, f"{label}: {text}" if label else text, place=place)

    def close(self) -> None:
        """Keep as unread whatever no section took."""
        for label, items in self._sections.items():
            left = [item for item in items if not item.fate]
            heading = None
            if isinstance(label, Unlisted):
                left = [*label.value, *left]
                if not left and not label.is_marked:
                    self.items[label.start].give("ignored", "group heading")
                    continue
                heading = label.text
                self.items[label.start].give("unread", "")
            text = "\n".join(_texts(left))
            if text or heading:
                section, place = (
                    ("page", label.start) if isinstance(label, Unlisted) else (label.field, self.found[label])
                )
                code = IssueCode.UNKNOWN_LABEL if heading else IssueCode.UNREAD_TEXT
                self.keep_unread(heading, text or heading or "", section, code, place=place)
            for item in left:
                item.give("unread", "")
        self._close_what_stands_above()

    def _close_what_stands_above(self) -> None:
        """Ignore what stands above the first label, unless it holds labels of a section: then its heading changed."""
        above = [item for item in self.items if not item.fate]
        if any(item.label in self._labels.inner for item in above):
            self.keep_unread(None, "\n".join(_texts(above)), "page", IssueCode.UNREAD_TEXT, place=0)
            for item in above:
                item.give("unread", "")
        for item in above:
            item.give("ignored", "page heading")


def _block(item: Item) -> int:
    return item.line.block if item.line else -1


def _texts(items: Iterable[Item]) -> list[str]:
    """Give the text of lines and tables in order."""
    texts: list[str] = []
    for is_table, group in groupby(items, key=lambda item: item.table is not None):
        parts = list(group)
        texts += [part.text for part in parts] if is_table else [text for text, _ in whole_lines(parts)]
    return texts
