"""What a section of the page is: one declaration, from which everything else about it follows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.tables.columns import PageColumn

Parts = dict[str, Any]
"""Fields of a record by name, as the sections read them; `record.model` validates them."""


class Generation(StrEnum):
    """A generation of the record page, by the years in which it was seen."""

    OLD = "2010-2018"
    MIDDLE = "2019-2021"
    NEW = "since 2022"


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A section of the page.

    Args:
        labels: its labels, in the page's order.
        read: reads it into fields of the record; is given the reader, and the fields read before it.
        columns: the columns of its table.
        inner: labels within it, which can stand anywhere in it and more than once.
    """

    labels: tuple[Label, ...]
    read: Callable[[SectionReader, Mapping[str, Any]], Parts]
    columns: tuple[PageColumn, ...] = ()
    inner: tuple[Label, ...] = ()
