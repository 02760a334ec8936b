"""The cells of cards in the making: the name of a column that a line begins with, and what stands behind it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise

from atlas_scraper.blocks.document import Run
from atlas_scraper.labelling.items import text_of
from atlas_scraper.labelling.marks import Path
from atlas_scraper.labelling.thresholds import RUNS_OF_A_HEADER
from atlas_scraper.tables.box_rows import Line, path_of
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.values.text import fold

ALONE, APART, COLON = "a line of its own", "a stretch of its own", "before a colon"
HEADING = "the heading of its card"
"""How the name of a column stands on its line; a heading stands for a column that no card names."""
BETWEEN = " ,;|•·/→–—-"
# What parts a cell from the name of the next one on its line, behind which a colon stands.
_SIGN = r"(?: ?[,;|•·/→]|(?: |^)[–—-]) "
_BEFORE_NAME = re.compile(rf"{_SIGN}(?=[^\W\d_](?:(?!{_SIGN})[^,;|:]){{0,80}}:(?!//))")


@dataclass
class Entry:
    """A cell in the making: its header, how that stands on its line, what stands behind it, and where it links to.

    The links of icons, which have no words, are apart: they may be those of the whole card. Further cells may stand
    beside it on its line, links of the card at its foot, and above the first cell of a card a head that counts it.
    """

    header: str
    way: str
    line: Line
    texts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    icons: list[str] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)
    foot: list[Line] = field(default_factory=list)
    beside: list["Entry"] = field(default_factory=list)
    head: Line | None = None

    @property
    def lines(self) -> list[Line]:
        """All lines that it is made of."""
        return [*([self.head] if self.head else ()), self.line, *self.below, *self.foot]

    @property
    def path(self) -> Path:
        """The boxes that its name stands in."""
        return path_of(self.line)

    def add_links(self, line: Line) -> None:
        """Add the addresses that a line links to."""
        self._add_links_of(runs_of(line))

    def _add_links_of(self, runs: Sequence[Run]) -> None:
        for run in runs:
            if run.href:
                (self.links if run.interactive else self.icons).append(run.href)


def column_of(text: str, columns: Sequence[PageColumn]) -> PageColumn | None:
    """Give the column that a text is the name of."""
    folded = fold(text)
    return next((column for column in columns if folded in column.folded), None) if folded else None


def most_of(name: str, columns: Sequence[PageColumn]) -> int:
    """Give how many columns have a name, and so how often it stands in a card."""
    return max(1, sum(name in column.folded for column in columns if not column.may_lack_header))


def begun_by_name(line: Line, columns: Sequence[PageColumn]) -> Entry | None:
    """Give the cell that a line begins by the name of a column."""
    text, runs = line[0], runs_of(line)
    if column_of(text, columns):
        return begin(text, ALONE, line, "")
    for end in range(min(len(runs) - 1, RUNS_OF_A_HEADER), 0, -1):
        if fold(runs[end - 1].text) and column_of(head := text_of(runs[:end]), columns):
            if any(column_of(run.text, columns) for run in runs[end:]) or _goes_on(runs, end):
                return _begun_by_stretches(line, columns)
            return _with_others(begin(head, APART, line, text_of(runs[end:])), columns)
    head, colon, rest = text.partition(":")
    return _with_others(begin(head, COLON, line, rest), columns) if colon and column_of(head, columns) else None


def _goes_on(runs: Sequence[Run], end: int) -> bool:
    """Tell whether the name of another column stands behind the first one and its value: marked so, before a colon.

    A sign parts it from the value, and the first name has a colon as well.
    """
    names = [place for place in range(end + 1, len(runs)) if runs[place].mark == runs[0].mark]
    return any(_ends_with_sign(runs[place - 1].text) and _has_colon(runs, place + 1) for place in names) and _has_colon(
        runs, end
    )


def _ends_with_sign(text: str) -> bool:
    return text.rstrip()[-1:] in BETWEEN


def _has_colon(runs: Sequence[Run], end: int) -> bool:
    """Tell whether a colon stands right before or behind the end of some stretches."""
    return runs[end - 1].text.rstrip().endswith(":") or (end < len(runs) and runs[end].text.lstrip().startswith(":"))


def _with_others(entry: Entry, columns: Sequence[PageColumn]) -> Entry:
    """Cut a cell where the name of another column stands behind it on its line: `Dosso, Pays : Niger`."""
    if not entry.texts or ":" not in entry.texts[0]:
        return entry
    text, *others = _BEFORE_NAME.split(_without_brackets(entry.texts[0], columns))
    pairs = [other.partition(":") for other in others]
    if any(column_of(name, columns) for name, _, _ in pairs):
        entry.texts = [text] if text else []
        entry.beside = [Entry(name.strip(), COLON, entry.line, [rest.strip()]) for name, _, rest in pairs]
    return entry


def _without_brackets(text: str, columns: Sequence[PageColumn]) -> str:
    """Give a text with a sign between its value and what stands in brackets behind that, by the name of a column."""
    depths = accumulate({")": 1, "(": -1}.get(letter, 0) for letter in reversed(text))
    start = len(text) - 1 - next((place for place, depth in enumerate(depths) if not depth), len(text))
    if not text.endswith(")") or start < 1 or not column_of(text[start + 1 :].partition(":")[0], columns):
        return text
    return f"{text[:start].rstrip()}; {text[start + 1 : -1].strip()}"


def _open_brackets(cells: Sequence[Entry]) -> None:
    """Take away a bracket before the name of a column with the one that ends what stands behind the name."""
    for cell, after in pairwise(cells):
        if not cell.texts or not after.texts or not cell.texts[0].endswith("("):
            continue
        if after.texts[0].endswith(")") and after.texts[0].count(")") > after.texts[0].count("("):
            cell.texts = [text] if (text := cell.texts[0][:-1].rstrip(BETWEEN)) else []
            after.texts = [text] if (text := after.texts[0][:-1].rstrip(BETWEEN)) else []


def _begun_by_stretches(line: Line, columns: Sequence[PageColumn]) -> Entry | None:
    """Give the cells of a line of names in stretches of their own, each with its value; `None` for a header."""
    runs = runs_of(line)
    marks = {run.mark for run in runs if column_of(run.text, columns)}
    starts = [place for place, run in enumerate(runs) if run.mark in marks and fold(run.text)]
    ends = [*starts[1:], len(runs)]
    cells: list[Entry] = []
    for start, end in zip(starts, ends, strict=True):
        text = text_of(runs[start + 1 : end]).removeprefix(":").strip(BETWEEN)
        cells.append(Entry(runs[start].text.strip(" :"), APART, line, [text] if text else []))
        cells[-1]._add_links_of(runs[start:end])
    _open_brackets(cells)
    if any(fold(run.text) for run in runs[: starts[0]]) or not any(cell.texts for cell in cells[:-1]):
        return None
    cells[0].beside = cells[1:]
    return cells[0]


def with_others(entry: Entry) -> Iterator[Entry]:
    """Yield a cell and the further ones on its line."""
    yield entry
    yield from entry.beside


def begin(header: str, way: str, line: Line, text: str) -> Entry:
    """Begin a cell by its header, how that stands on its line, and what stands behind it there; links are anywhere."""
    text = text.strip(" ").removeprefix(":").strip()
    entry = Entry(header.rstrip(" :"), way, line, [text] if text else [])
    entry.add_links(line)
    return entry


def runs_of(line: Line) -> list[Run]:
    """Give the stretches of a line."""
    return [run for item in line[1] for run in item.runs]


def mark_of(line: Line) -> str:
    """Tell how the page marks the beginning of a line."""
    return line[1][0].mark


def block_of(line: Line) -> int:
    """Give the number of the block that a line is part of."""
    first = line[1][0].line
    return first.block if first else -1
