"""The tables of a release.

Those of the record follow from the model, so a new field needs no change here:

- a field with one value is a column;
- a list of texts is one column (`context`), and each of its texts is a row of `paragraphs`;
- a list of a fixed length is numbered columns (`one_percent_eur_1` to `_3`);
- a model inside the model is columns, named after both (`provenance_sha256`), unless its own name says so
  already (`theme`, `subtheme`);
- a list of models is a table of its own, named after the field (`funding`, `post_contacts`), whose rows carry
  the keys `project_id` and `row`, the place in the list, from 1. The key is not called `position`, because a
  foreign contact has a field of that name;
- what follows from what the page says is in columns at the end of their table (`derived`).

`links` has a row for each pair of a page's authorities and partners. Tables of bodies and countries are gathered from
all records (`bodies`); tables of history come from the store (`history`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import product

from pydantic import BaseModel

from atlas_scraper.record.model import Partnership
from atlas_scraper.writers.bodies import BODIES
from atlas_scraper.writers.columns import Column, Item, Kind, Path, Place, places_of, value_at
from atlas_scraper.writers.derived import DERIVED, LINK_COLUMNS, REFERENCES
from atlas_scraper.writers.history import HISTORY
from atlas_scraper.writers.keys import authority_of, partner_of
from atlas_scraper.writers.table import PROJECT, ROW, Reference, Table

PARAGRAPHS, LINKS = "paragraphs", "links"
_OF = "Number of the project the row belongs to."
_ROW = "Place of the row among the project's, from 1."
_TO_MAIN = Reference(PROJECT, "partnerships")


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
    columns = [*main, *DERIVED.get(name, ())]
    tables = [Table(name, _first_line(model), columns, (PROJECT,), lambda record: (record,))]
    tables += [_list_table(place, place.item) for place in places if place.item]
    return [*tables, _paragraphs(texts)] if texts else tables


def _list_table(place: Place, item: type[BaseModel]) -> Table:
    inner = list(places_of(item))
    if nested := next((each for each in inner if each.item), None):
        raise TypeError(f"{place.name}.{nested.name} is a list of models inside a list of models")
    columns = [each.column for each in inner if each.column]
    columns = [*_keys(), *columns, *DERIVED.get(place.name, ())]
    return _of_record(place.name, _first_line(item), columns, lambda record: value_at(record, place.path) or ())


def _paragraphs(texts: Sequence[tuple[str, Path]]) -> Table:
    names = tuple(name for name, _ in texts)
    columns = [
        *_keys(),
        Column("section", Kind.STRING, "Field the paragraph belongs to.", lambda it, _: it["section"], True, names),
        Column(
            "paragraph", Kind.INTEGER, "Place in its section, from 1.", lambda it, _: it["paragraph"], True, minimum=1
        ),
        Column("text", Kind.STRING, "The paragraph, as published.", lambda it, _: it["text"], True),
    ]

    def items(record: Item) -> Iterator[Item]:
        for name, path in texts:
            for number, text in enumerate(value_at(record, path) or [], start=1):
                yield {"section": name, "paragraph": number, "text": text}

    return _of_record(PARAGRAPHS, "A paragraph of a long text.", columns, items)


def _links() -> Table:
    description = "A pair of a French authority and a foreign partner of one partnership, for network analysis."

    def items(record: Item) -> Iterator[Item]:
        seen = set()
        for authority, partner in product(record["french_authorities"], record["foreign_partners"]):
            pair = authority_of(authority), partner_of(partner)
            if None in pair or pair not in seen:  # a page may name a body twice
                yield {"authority": authority, "partner": partner}
            seen.add(pair)

    return _of_record(LINKS, description, [*_keys(), *LINK_COLUMNS], items)


def _of_record(
    name: str, description: str, columns: Sequence[Column], items: Callable[[Item], Iterable[Item]]
) -> Table:
    """Make a table whose rows are a project's, counted from 1."""

    def counted(record: Item) -> Iterator[Item]:
        return ({**item, ROW: row} for row, item in enumerate(items(record), start=1))

    references = (_TO_MAIN, *REFERENCES.get(name, ()))
    return Table(name, description, columns, (PROJECT, ROW), counted, references)


def _keys() -> list[Column]:
    return [
        Column(PROJECT, Kind.INTEGER, _OF, lambda _, record: record[PROJECT], minimum=1),
        Column(ROW, Kind.INTEGER, _ROW, lambda item, _: item[ROW], is_required=True, minimum=1),
    ]


def _first_line(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().partition("\n")[0]


MAIN, *_LISTS = tables_of(Partnership, "partnerships")
OF_RECORD: Sequence[Table] = (MAIN, *_LISTS, _links())
"""Tables whose rows one record gives."""
TABLES: Sequence[Table] = (*OF_RECORD, *BODIES, *HISTORY)
SEARCHED: Sequence[str] = ("title", *(place.name for place in places_of(Partnership) if place.is_list))
"""Columns of the main table with running text."""
