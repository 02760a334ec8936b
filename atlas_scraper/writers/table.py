"""A table: its name, what its rows are, its columns, and what it refers to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from atlas_scraper.writers.columns import Column, Item

PROJECT, ROW = "project_id", "row"
Row = list[Any]
"""Cells, in the order of the columns."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose values are keys of another table."""

    column: str
    table: str
    to: str = ""
    """Column there; empty for the one of the same name."""

    @property
    def key(self) -> str:
        """Name of the column there."""
        return self.to or self.column


@dataclass(frozen=True)
class Table:
    """One table.

    Args:
        name: its name.
        description: what a row is.
        columns: its columns, the keys first.
        keys: names of the columns that tell its rows apart.
        items: takes a record, dumped as JSON values, and gives what its rows are made of; `None` for tables whose rows
            no single record gives.
        references: what it refers to.
    """

    name: str
    description: str
    columns: Sequence[Column]
    keys: tuple[str, ...]
    items: Callable[[Item], Iterable[Item]] | None = None
    references: tuple[Reference, ...] = ()

    @property
    def header(self) -> list[str]:
        """Names of the columns."""
        return [column.name for column in self.columns]

    @property
    def is_main(self) -> bool:
        """Whether it has one row a record; others refer to it."""
        return self.items is not None and self.keys == (PROJECT,)

    def rows(self, record: Item) -> Iterator[Row]:
        """Yield the rows that a record, dumped as JSON values, gives this table."""
        for item in self.items(record) if self.items else ():
            yield [column.value(item, record) for column in self.columns]

    def row(self, item: Item) -> Row:
        """Give the row of an item that belongs to no single record."""
        return [column.value(item, item) for column in self.columns]


WriteRows = Callable[[Table, Sequence[Row]], None]
"""Takes a table and some of its rows."""
