"""The tables that a model makes.

Everything follows from the model, so a new field needs no change here:

- a field with one value is a column;
- a list of texts is one column (`context`), and each of its texts is a row of `paragraphs`;
- a list of a fixed length is numbered columns (`one_percent_eur_1` to `_3`);
- a model inside the model is columns, named after both (`provenance_sha256`), unless its own name says so
  already (`theme`, `subtheme`);
- a list of models is a table of its own, named after the field (`funding`, `post_contacts`), whose rows carry
  the keys `project_id` and `row`, the place in the list, from 1. The key is not called `position`, because a
  foreign contact has a field of that name;
- codes that follow from what the page says are columns at the end of their table (`derived`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from atlas_scraper.record.model import Partnership
from atlas_scraper.writers.columns import Column, Kind, Path, Place, places_of, value_at
from atlas_scraper.writers.derived import DERIVED

PROJECT, ROW, PARAGRAPHS = "project_id", "row", "paragraphs"
_OF = "Number of the project the row belongs to."
_ROW = "Place of the row among the project's, from 1."


@dataclass(frozen=True)
class Table:
    """One table: its name, what its rows are, and its columns, the keys first.

    Args:
        name: its name.
        description: what a row is.
        columns: its columns.
        keys: names of the columns that tell its rows apart.
        place: where its list stands in a record; `None` for the record itself.
        texts: names and places of the lists of texts whose texts are its rows; empty for other tables.
    """

    name: str
    description: str
    columns: Sequence[Column]
    keys: tuple[str, ...]
    place: Path | None = None
    texts: Sequence[tuple[str, Path]] = field(default=())

    @property
    def header(self) -> list[str]:
        """Names of the columns."""
        return [column.name for column in self.columns]

    @property
    def is_main(self) -> bool:
        """Whether it has one row a record; the others refer to it."""
        return self.keys == (PROJECT,)

    def rows(self, record: dict[str, Any]) -> Iterator[list[Any]]:
        """Yield the rows that a record, dumped as JSON values, gives this table."""
        if self.is_main:
            yield [column.value(record) for column in self.columns]
            return
        own = self.columns[len(self.keys) :]
        for row, item in enumerate(self._items(record), start=1):
            yield [record[PROJECT], row, *(column.value(item) for column in own)]

    def _items(self, record: dict[str, Any]) -> Iterable[dict[str, Any]]:
        if self.place is not None:
            return value_at(record, self.place) or []
        return (
            {"section": name, "paragraph": number, "text": text}
            for name, path in self.texts
            for number, text in enumerate(value_at(record, path) or [], start=1)
        )


def tables_of(model: type[BaseModel], name: str) -> list[Table]:
    """List the tables of a model: its own first, then one for each list of models, then the paragraphs.

    Args:
        model: the model of a record, which has a `project_id`.
        name: name of the table with one row a record.

    Raises:
        TypeError: when a list of models holds another list of models, for which the two keys do not suffice.
    """
    places = list(places_of(model))
    main = [place.column for place in places if place.column]
    texts = [(place.name, place.path) for place in places if place.is_list]
    tables = [Table(name, _first_line(model), [*main, *DERIVED.get(name, ())], (PROJECT,))]
    tables += [_list_table(place, place.item) for place in places if place.item]
    return [*tables, _paragraphs(texts)] if texts else tables


def _list_table(place: Place, item: type[BaseModel]) -> Table:
    inner = list(places_of(item))
    if nested := next((each for each in inner if each.item), None):
        raise TypeError(f"{place.name}.{nested.name} is a list of models inside a list of models")
    columns = [each.column for each in inner if each.column]
    columns = [*_keys(), *columns, *DERIVED.get(place.name, ())]
    return Table(place.name, _first_line(item), columns, (PROJECT, ROW), place.path)


def _paragraphs(texts: Sequence[tuple[str, Path]]) -> Table:
    names = tuple(name for name, _ in texts)
    columns = [
        *_keys(),
        Column("section", Kind.STRING, "Field the paragraph belongs to.", lambda it: it["section"], True, names),
        Column("paragraph", Kind.INTEGER, "Place in its section, from 1.", lambda it: it["paragraph"], True, minimum=1),
        Column("text", Kind.STRING, "The paragraph, as published.", lambda it: it["text"], True),
    ]
    return Table(PARAGRAPHS, "A paragraph of a long text.", columns, (PROJECT, ROW), texts=texts)


def _keys() -> list[Column]:
    return [
        Column(PROJECT, Kind.INTEGER, _OF, lambda item: item[PROJECT], minimum=1),
        Column(ROW, Kind.INTEGER, _ROW, lambda item: item[ROW], is_required=True, minimum=1),
    ]


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().partition("\n")[0]


TABLES: Sequence[Table] = tables_of(Partnership, "partnerships")
