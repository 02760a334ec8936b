"""A piece of a page that a section takes: a line, a part of one, or a table, and what became of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from atlas_scraper.blocks.document import Block, Line, Run, Table
from atlas_scraper.labelling.labels import Label
from atlas_scraper.values.text import tidy


@dataclass(slots=True, eq=False)
class Item:
    """A line or a part of one, or a table, and what became of it.

    Args:
        block: the block it was cut from.
        text: its text, tidied.
        runs: the stretches of the line that it consists of; their text as written allows a cut to be undone.
        continues: whether it continues the line of the item before it.
        label: the label that it could be.
        evidence: how surely: a label with a line to itself 3, marked at a line's start 3, before a colon 2,
            marked in the middle of a line 1.
        fate: `taken`, `ignored`, or empty while nobody wants it.
        by: the section that took it, or the name under which it is ignored.
    """

    block: Block
    text: str
    runs: tuple[Run, ...] = ()
    continues: bool = False
    label: Label | None = None
    evidence: float = 0.0
    fate: str = ""
    by: str = ""

    def give(self, fate: str, by: str) -> None:
        """Record what became of the item; the first word counts."""
        if not self.fate:
            self.fate, self.by = fate, by

    @property
    def mark(self) -> str:
        """How the page marks the beginning of the item."""
        return next((run.mark for run in self.runs if run.text.strip()), "")

    @property
    def line(self) -> Line | None:
        """The line that the item is or is part of; `None` for a table."""
        return self.block if isinstance(self.block, Line) else None

    @property
    def table(self) -> Table | None:
        """The table that the item is; `None` for a line."""
        return self.block if isinstance(self.block, Table) else None

    @property
    def links(self) -> Iterator[str]:
        """The addresses that the item's line links to."""
        return (run.href for run in self.runs if run.href)


def text_of(runs: Iterable[Run]) -> str:
    """Put runs together and tidy the text."""
    return tidy("".join(run.text for run in runs))


def item_of(
    line: Line, runs: Sequence[Run], *, continues: bool = False, label: Label | None = None, evidence: float = 0
) -> Item:
    """Make an item of a stretch of a line."""
    text = text_of(runs)
    if continues:
        text = text.lstrip(": ")
    return Item(line, text, tuple(runs), continues, label, evidence)


def whole_lines(items: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    """Put lines that were cut together again: the text of each line with the items that it was cut into."""
    lines: list[tuple[str, list[Item]]] = []
    for item in items:
        if item.line is None:
            continue
        previous = lines[-1][1] if lines else []
        if previous and item.continues and previous[-1].block is item.block:
            previous.append(item)
            text = text_of(run for part in previous for run in part.runs)
            lines[-1] = text.lstrip(": ") if previous[0].continues else text, previous
        else:
            lines.append((item.text, [item]))
    return [(text, parts) for text, parts in lines if text]
