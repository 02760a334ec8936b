"""The reader of a divided page: hands out its items, section by section, and accounts for every one of them.

An item is *taken* by a section, *ignored*, or left *unread*. What is left unread becomes an issue, and its text
stays in the record: nothing of a page is ever lost.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, takewhile
from operator import itemgetter
from typing import TypeVar

from atlas_scraper.blocks.document import SECTION_FOOTER, Document
from atlas_scraper.labelling.chosen import choice_of
from atlas_scraper.labelling.division import Division
from atlas_scraper.labelling.items import Item, whole_lines
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.layout_tables import has_empty_cell_beside
from atlas_scraper.labelling.paginator import Paginator
from atlas_scraper.labelling.pictures import drawn_at
from atlas_scraper.labelling.unlisted import Unlisted
from atlas_scraper.labelling.words import SiteWords
from atlas_scraper.record.issues import Issue, IssueCode, Unread
from atlas_scraper.values.addresses import base_of_links
from atlas_scraper.values.text import fold, tidy

T = TypeVar("T")


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
    """Hands out the items of one page; does no work when it is made.

    Args:
        division: the page, divided by its labels.
        address: address of the page.

    Its `more` lists the tables that go on elsewhere, once their sections are read; its `placeholders` are the words,
    folded, that the page says in place of any value that it lacks.
    """

    def __init__(self, division: Division, address: str | None = None) -> None:
        self.division = division
        self.address = address
        self.more: list[MoreRows] = []
        self.placeholders: frozenset[str] = frozenset()
        self._issues: list[tuple[int, Issue]] = []
        self._unread: list[tuple[int, Unread]] = []

    @property
    def document(self) -> Document:
        """The page itself."""
        return self.division.document

    @property
    def items(self) -> Sequence[Item]:
        """The items of the page in reading order."""
        return self.division.items

    @property
    def words(self) -> SiteWords:
        """What the site says by itself."""
        return self.division.labels.words

    @property
    def base(self) -> str | None:
        """The address that the page's relative links start from."""
        return base_of_links(self.address, self.document.base)

    def is_column(self, text: str) -> bool:
        """Tell whether a text is the name of a column of any table."""
        return self.division.labels.is_column(text)

    def has(self, label: Label) -> bool:
        """Tell whether the page has a label."""
        return label in self.division.found

    def place(self, label: Label) -> int:
        """Give the place of a label among the items; the end where the page does not have it."""
        return self.division.found.get(label, len(self.items))

    def heading(self, label: Label) -> str:
        """Give the line of a label as the page writes it; empty when the page does not have it."""
        return self.items[self.division.found[label]].text if self.has(label) else ""

    def items_of(self, label: Label) -> list[Item]:
        """Give the items below a label that nobody has taken yet."""
        return [item for item in self.division.sections.get(label, ()) if item.fate is None]

    def has_empty_cell_beside(self, label: Label) -> bool:
        """Tell whether a table lays out a label with an empty cell beside it, where other labels have their value."""
        line = self.items[self.division.found[label]].line if self.has(label) else None
        return line is not None and has_empty_cell_beside(line, self.document.blocks)

    def is_cut_short(self, label: Label) -> bool:
        """Tell whether the section of a label ends where one that nobody has listed begins."""
        sections = [*self.division.sections]
        return label in sections[:-1] and isinstance(sections[sections.index(label) + 1], Unlisted)

    def headings_behind(self, label: Label) -> Iterator[tuple[Item, list[Item]]]:
        """Yield the labels right behind a section that nobody has listed and that are headings, with what is below."""
        sections = [*self.division.sections]
        behind = sections[sections.index(label) + 1 :] if label in sections else []
        for section in takewhile(lambda section: isinstance(section, Unlisted) and not section.value, behind):
            heading = self.items[section.start] if isinstance(section, Unlisted) else None
            if heading is None or heading.line is None or not heading.line.is_heading:
                return
            yield heading, [item for item in self.division.sections[section] if item.fate is None]

    def take_paragraphs(self, label: Label) -> list[str]:
        """Take all lines below a label, as paragraphs."""
        items = self.items_of(label)
        if not self.has(label) or self.items[self.place(label)].block.landmark != SECTION_FOOTER:
            items = [item for item in items if item.block.landmark != SECTION_FOOTER]
        lines = whole_lines(items)
        _take(lines, label)
        return [text for text, _ in lines] if any(fold(text) for text, _ in lines) else []

    def take_value(self, label: Label, *, fits: Callable[[str], object] | None = None) -> str | None:
        """Take the one value below a label: its first line, with the lines that a line break cuts from it.

        Args:
            label: the section.
            fits: tells whether a text can be the value, in place of the label's own test. In text, where nothing marks
                a label that nobody has listed, a line that does not fit is left unread when more follow: it is
                something else.
        """
        lines = whole_lines(self.items_of(label))
        if not lines:
            return self._drawn_value(label) if self.has(label) else None
        if choice := choice_of(lines):
            _take(choice.lines, label)
            return choice.words
        groups = [list(group) for _, group in groupby(lines, key=lambda line: line[1][0].number)]
        value = tidy(" ".join([text for text, _ in groups[0]]))
        if label.fits and len(groups[0]) > 1 and not label.fits(value) and label.fits(groups[0][0][0]):
            groups[0], value = groups[0][:1], groups[0][0][0]  # what stands below a line break is something else
        fits = fits or label.fits or bool
        if self.document.rendition != "html" and len(groups) > 1 and not fits(value):
            return None
        _take(groups[0], label)
        return value if fold(value) else None  # a lone dash stands for an empty value

    def _drawn_value(self, label: Label) -> str | None:
        """Give the value of a label that only a picture tells, where it fits; whatever else one says is noted."""
        drawn = drawn_at(self.division, label)
        fitting = [name for name in drawn if label.fits and label.fits(name)]
        if drawn and len(fitting) != 1:
            self.issue(IssueCode.UNREADABLE_VALUE, label.field, f"a picture: {', '.join(drawn)}")
        return fitting[0] if len(fitting) == 1 else None

    def take_typed(self, label: Label, read: Callable[[str], T | None]) -> T | None:
        """Take the value below a label and read it; one that cannot be read becomes an issue."""
        text = self.take_value(label)
        if text is None:
            return None
        value = read(text)
        if value is None:
            self.issue(IssueCode.UNREADABLE_VALUE, label.field, text)
        return value

    def take_once_more(self, label: Label, value: str) -> None:
        """Take the lines above all labels that say a section's value once more, as the heading of a page does."""
        for item in self.division.above:
            if item.fate is None and item.line is not None and fold(item.text) == fold(value):
                item.take(label.field)

    def paginators_of(self, label: Label) -> list[Paginator]:
        """Give the paginators that stand below a label."""
        inside = set(map(id, self.division.sections.get(label, ())))
        return [paginator for paginator in self.division.paginators if id(paginator.items[0]) in inside]

    @cached_property
    def _places(self) -> dict[str, int]:
        """The place of the first label of each section that the page has."""
        return {label.field: number for label, number in list(self.division.found.items())[::-1]}

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
            place = self._places.get(section, len(self.items))
        self._issues.append((place, Issue(code=code, section=section, detail=detail)))

    def keep_unread(self, label: str | None, text: str, section: str, code: IssueCode, *, place: int) -> None:
        """Keep text that no section took, which stands at a place among the items."""
        self._unread.append((place, Unread(label=label, text=text)))
        self.issue(code, section, f"{label}: {text}" if label else text, place=place)

    def close(self) -> None:
        """Keep as unread whatever no section took, and say which labels are in doubt."""
        for label, lines in self.division.doubtful.items():
            self.issue(IssueCode.AMBIGUOUS_LABEL, label.field, self._describe_doubt(label, lines))
        for label, place, others in self.division.pairs_in_prose:
            more = f", as {others} more" if others else ""
            detail = f"{self.items[place].text[:60]!r} was read as text, and may be a label with its value{more}"
            self.issue(IssueCode.AMBIGUOUS_LABEL, label.field, detail, place=place)
        for label in self.division.listed:
            detail = f"{label.spellings[0]!r} stands in a list; what is behind that was read as the last one's"
            self.issue(IssueCode.AMBIGUOUS_LABEL, label.field, detail)
        for text in self.division.hidden:
            self.keep_unread(None, text, "page", IssueCode.UNREAD_TEXT, place=len(self.items))
        self._keep(None, self.division.above, "page", place=0)
        for label, place in self.division.found.items():
            if (beside := self.items[place].beside) and any(map(str.isalnum, beside)):
                self.keep_unread(None, beside, label.field, IssueCode.UNREAD_TEXT, place=place)
        for section, items in self.division.sections.items():
            if isinstance(section, Unlisted):
                self._close_unlisted(section, items)
            else:
                self._keep(None, items, section.field, place=self.division.found[section])
            if not (isinstance(section, Label) and section.heads_table):
                self._tell_more(section, items)

    def _tell_more(self, section: Label | Unlisted, items: Sequence[Item]) -> None:
        """Say that a table of the site's goes on elsewhere which stays unread, as its label is none of those found."""
        tables = [item.table for item in items if item.table is not None] if self.division.paginators else []
        is_header = self.division.labels.is_header
        if not any(is_header(cell.text for cell in row) for table in tables for row in table.rows[:1]):
            return
        inside = set(map(id, items))
        pages = [each.pages for each in self.division.paginators if id(each.items[0]) in inside and each.pages > 1]
        for number in pages:
            detail = f"one of {number} pages of a table that stays unread"
            field, place = (section.field, None) if isinstance(section, Label) else ("page", section.start)
            self.issue(IssueCode.MISSING_ROWS, field, detail, place=place)

    def _keep(self, label: str | None, items: Sequence[Item], section: str, *, place: int) -> None:
        """Keep what is left of some items."""
        left = [item for item in items if item.fate is None]
        if text := "\n".join(_texts(left)):
            self.keep_unread(label, text, section, IssueCode.UNREAD_TEXT, place=place)
        for item in left:
            item.leave_unread()

    def _close_unlisted(self, unlisted: Unlisted, items: Sequence[Item]) -> None:
        """Keep a label that nobody has listed, with what stands below it."""
        heading = self.items[unlisted.start]
        if heading.fate is not None:  # it was part of the section above
            self._keep(None, items, "page", place=unlisted.start)
            return
        left = [item for item in items if item.fate is None]
        text = "\n".join(_texts([*unlisted.value, *left]))
        is_heading = self.document.rendition == "html" or (heading.line is not None and heading.line.is_heading)
        if not text and is_heading and self.words.is_group(unlisted.text):
            heading.ignore("group heading")
            return
        self.keep_unread(unlisted.text, text or unlisted.text, "page", IssueCode.UNKNOWN_LABEL, place=unlisted.start)
        for item in (heading, *left):
            item.leave_unread()

    def _describe_doubt(self, label: Label, lines: Sequence[int]) -> str:
        after = (repr(self.items[line + 1].text[:60]) for line in lines if line + 1 < len(self.items))
        return f"{label.spellings[0]!r} stands {len(lines)} times, before {', '.join(after)}; the last one was taken"


def _take(lines: Iterable[tuple[str, Sequence[Item]]], label: Label) -> None:
    for _, parts in lines:
        for part in parts:
            part.take(label.field)


def _texts(items: Iterable[Item]) -> list[str]:
    """Give the text of lines and tables in order."""
    texts: list[str] = []
    for is_table, group in groupby(items, key=lambda item: item.table is not None):
        parts = list(group)
        texts += [part.text for part in parts] if is_table else [text for text, _ in whole_lines(parts)]
    return texts
