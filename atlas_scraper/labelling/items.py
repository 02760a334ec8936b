"""A piece of a page that a section takes: a line, a part of one, or a table, and what became of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, StrEnum

from atlas_scraper.blocks.document import Block, Line, PageTable, Run
from atlas_scraper.labelling.labels import Label
from atlas_scraper.values.text import tidy


class Fate(StrEnum):
    """What became of an item."""

    TAKEN = "taken"
    IGNORED = "ignored"
    UNREAD = "unread"


_WHOLE = frozenset({"marked at the start of a line", "a line to itself"})


class Evidence(Enum):
    """How surely an item is the label that its words are: what shows it, and its weight."""

    NONE = "nothing", 0.0
    INSIDE = "marked in the middle of a line", 1.0
    COLON = "before a colon", 2.0
    NUMBERED = "a line to itself, numbered as the headings of a list in prose can be, too, or said to go on", 2.0
    START = "marked at the start of a line", 3.0
    WHOLE = "a line to itself", 3.0

    def __init__(self, said: str, weight: float) -> None:
        # Asked of every candidate, and a property of an enum is slow: its weight, and whether it is a whole line or
        # the marked start of one.
        self.weight = weight
        self.is_whole = said in _WHOLE


_NONE = Evidence.NONE
# What stands between a label and its value on one line: a colon, behind the mark of a required field or the quotation
# mark that closes the label perhaps. Whether any other sign does is told by the page (`labelling.signs`); behind a
# colon it is the bullet of the value.
_BETWEEN = re.compile(r" *+(?:(?:[*–—»”\"-] *+)?:[: ]*+)?")
_DASHES = frozenset("*–—-")
_BEHIND_COLON = re.compile(r"[: ]*+(?:[»”] *+:[: ]*+)?")


class Item:
    """A line or a part of one, or a table, and what became of it.

    Args:
        block: the block it was cut from.
        text: its text, tidied.
        runs: the stretches of the line that it consists of; their text as written allows a cut to be undone.
        continues: whether it continues the line of the item before it.
        label: the label that it could be.
        evidence: how surely.
        beside: other words in the element that the markup calls the label.
        fate: what became of it; `None` while nobody wants it.
        by: the section that took it, or the name under which it is ignored.
        is_authors: whether it is a line in one piece that cannot be any words of the site, by its first letters.

    Asked of every item by each stage, and so found out once: `line` is the line that it is or is part of, `None` for a
    table; `table` is the table that it is, `None` for a line; `mark` is how the page marks its beginning; `has_link`
    tells whether a part of it is in a link or a button.
    """

    __slots__ = (
        "beside",
        "block",
        "by",
        "continues",
        "evidence",
        "fate",
        "has_link",
        "is_authors",
        "label",
        "line",
        "mark",
        "runs",
        "table",
        "text",
    )

    def __init__(  # noqa: PLR0913, PLR0917 - what an item is
        self,
        block: Block,
        text: str,
        runs: tuple[Run, ...] = (),
        continues: bool = False,
        label: Label | None = None,
        evidence: Evidence = _NONE,
        beside: str = "",
        fate: Fate | None = None,
        by: str = "",
        is_authors: bool = False,
    ) -> None:
        self.block, self.text, self.runs, self.continues = block, text, runs, continues
        self.label, self.evidence, self.beside = label, evidence, beside
        self.fate, self.by, self.is_authors = fate, by, is_authors
        self.line: Line | None
        self.table: PageTable | None
        self.line, self.table = (block, None) if isinstance(block, Line) else (None, block)
        if len(runs) == 1:  # as nearly all lines have
            run = runs[0]
            self.mark, self.has_link = "" if run.text.isspace() else run.mark, run.interactive
        else:
            self.mark = next((run.mark for run in runs if not run.text.isspace()), "")
            self.has_link = any(run.interactive for run in runs)

    def without_label(self) -> "Item":
        """Give the item as one that can be no label."""
        kept = self.block, self.text, self.runs, self.continues
        return Item(*kept, evidence=self.evidence, beside=self.beside, fate=self.fate, by=self.by)

    def take(self, by: str) -> None:
        """Record which section took the item.

        Raises:
            TakenTwiceError: another one has, or it is ignored; a mistake in a section.
        """
        self._give(Fate.TAKEN, by)

    def ignore(self, by: str) -> None:
        """Record under which name the item is ignored; errors as in `take`."""
        self._give(Fate.IGNORED, by)

    def leave_unread(self) -> None:
        """Record that no section took the item; errors as in `take`."""
        self._give(Fate.UNREAD, "")

    def _give(self, fate: Fate, by: str) -> None:
        if self.fate is not None:
            raise TakenTwiceError(f"{self.text[:60]!r} is {self.fate} ({self.by}) and cannot be {fate} ({by})")
        self.fate, self.by = fate, by

    @property
    def number(self) -> int:
        """The number of the block that the item's line stands in, in reading order; -1 for a table."""
        return self.line.block if self.line else -1

    @property
    def links(self) -> Iterator[str]:
        """The addresses that the item's line links to."""
        return (run.href for run in self.runs if run.href)


class TakenTwiceError(Exception):
    """Two sections want one item, which none of them may: what a page says once is read once."""


def text_of(runs: Iterable[Run]) -> str:
    """Put runs together and tidy the text."""
    return tidy("".join([run.text for run in runs]))


def item_of(  # noqa: PLR0913 - what an item is
    line: Line,
    runs: Sequence[Run],
    *,
    continues: bool = False,
    label: Label | None = None,
    evidence: Evidence = Evidence.NONE,
    whole: Item | None = None,
    is_behind_colon: bool = False,
) -> Item:
    """Make an item of a stretch of a line.

    Args:
        line: the line.
        runs: the stretch.
        continues: as in `Item`.
        label: as in `Item`.
        evidence: as in `Item`.
        whole: the item that it is cut from, of which it keeps what became of it.
        is_behind_colon: whether the stretch before it ends with a colon.
    """
    text = line.text if runs is line.runs else text_of(runs)
    if continues:
        text = (_BEHIND_COLON if is_behind_colon or _begins_with_bullet(runs) else _BETWEEN).sub("", text, count=1)
    fate, by = (whole.fate, whole.by) if whole else (None, "")
    return Item(line, text, tuple(runs), continues, label, evidence, fate=fate, by=by)


def _begins_with_bullet(runs: Sequence[Run]) -> bool:
    """Tell whether a dash begins a stretch of its own with words in it; what parts a label from its value has none."""
    first = next((run.text for run in runs if run.text and not run.text.isspace()), "")
    return first[:1] in _DASHES and len(first.rstrip()) > 1


def whole_lines(items: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    """Put lines that were cut together again: the text of each line with the items that it was cut into."""
    if not any(item.continues for item in items):  # nothing was cut
        return [(item.text, [item]) for item in items if item.line is not None and item.text]
    lines: list[tuple[str, list[Item]]] = []
    for item in items:
        if item.line is None:
            continue
        previous = lines[-1][1] if lines else []
        if previous and item.continues and previous[-1].block is item.block:
            previous.append(item)
            first = previous[0]
            between = len(text_of(first.runs)) - len(first.text) if first.continues else 0
            lines[-1] = text_of(run for part in previous for run in part.runs)[between:].lstrip(), previous
        else:
            lines.append((item.text, [item]))
    return [(text, parts) for text, parts in lines if text]
