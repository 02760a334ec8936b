"""Rows that say something: a record holds no row whose every cell is null."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from pydantic import BaseModel

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.row import Row

Entry = TypeVar("Entry", bound=BaseModel)


def filled(reader: SectionReader, label: Label, rows: Iterable[Row], read: Callable[[Row], Entry]) -> list[Entry]:
    """Read the rows of a table into entries of a record; a row of which nothing could be read stays as text."""
    entries: list[Entry] = []
    for row in rows:
        entry = read(row)
        if _says_something(entry):
            entries.append(entry)
        elif row.text:
            reader.keep_unread(None, row.text, label.field, IssueCode.UNREAD_TEXT, place=reader.place(label))
    return entries


def _says_something(entry: BaseModel) -> bool:
    for value in vars(entry).values():
        if value is not None and (not isinstance(value, list) or any(each is not None for each in value)):
            return True
    return False
