"""What a section of the report is made of: cells, rows, drawings with their legends."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

Words = tuple[str, str]
"""The same in English and in French."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a table, and what it counts, so that a test can count it again."""

    value: int | Decimal
    measure: str
    key: str


@dataclass(frozen=True, slots=True)
class Code:
    """A name of a program's, and what kind of thing it names."""

    name: str
    kind: Words


Cell = str | Words | Number | Code | None
"""A text as published, words of the report, a number, a name in code, or nothing stated."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Args:
        cells: one for each column.
        part: length of its bar, from 0 to 1; `None` where the table has no bars.
        place: its place in the explorer, such as `#/country/SN`.
    """

    cells: Sequence[Cell]
    part: float | None = None
    place: str = ""

    @property
    def linked(self) -> int:
        """Place of the cell that leads there: the last in words, which says most closely what the row counts."""
        return max(place for place, cell in enumerate(self.cells) if not isinstance(cell, Number))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture without words, and its legend.

    Args:
        svg: the picture.
        legend: class of each colour in the style sheet, and what it stands for.
        name: class of the figure.
        note: what the picture leaves out, a key of the words; empty where it leaves out nothing.
    """

    svg: str
    legend: Sequence[tuple[str, Words]]
    name: str
    note: str = ""
