"""The tables that a model makes: which columns there are, and where in a record each value stands.

Everything follows from the model, so a new field needs no change here:

- a field with one value is a column;
- a list of texts is one column (`context`);
- a list of a fixed length is numbered columns (`one_percent_eur_1` to `_3`);
- a model inside the model is columns, named after both (`provenance_sha256`), unless its own name says so
  already (`theme`, `subtheme`);
- a list of models is a table of its own, named after the field (`funding`, `post_contacts`), whose rows carry
  the keys `project_id` and `row`, the place in the list, from 1. The key is not called `position`, because a
  foreign contact has a field of that name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

KEYS = ("project_id", "row")
_Path = tuple[str | int, ...]


def tables_of(model: type[BaseModel], name: str) -> list["Table"]:
    """List the tables of a model: its own first, then one for each list of models, in the model's order.

    Args:
        model: the model of a record, which has a `project_id`.
        name: name of the table with one row a record.

    Raises:
        TypeError: when a list of models holds another list of models, for which the two keys do not suffice.
    """
    main = Table(name, (), {})
    tables = [main]
    for column, path, item in _walk(model, (), ""):
        if item is None:
            main.columns[column] = path
            continue
        columns = {}
        for inner, inner_path, nested in _walk(item, (), ""):
            if nested is not None:
                raise TypeError(f"{column}.{inner} is a list of models inside a list of models")
            columns[inner] = inner_path
        tables.append(Table(column, path, columns))
    return tables


def _walk(model: type[BaseModel], path: _Path, prefix: str) -> Iterator[tuple[str, _Path, type[BaseModel] | None]]:
    """Yield every column (name, path to its value, None) and every list of models (name, path, model)."""
    for field_name, field in model.model_fields.items():
        kind, here = _bare(field.annotation), (*path, field_name)
        name = field_name if field_name.endswith(prefix) else f"{prefix}_{field_name}"
        item = _bare(get_args(kind)[0]) if get_origin(kind) is list else None
        if _is_model(kind):
            yield from _walk(kind, here, name)
        elif item is None or (length := _fixed_length(field)) is None:
            yield name, here, item if _is_model(item) else None
        else:
            yield from ((f"{name}_{number + 1}", (*here, number), None) for number in range(length))


def _bare(annotation: Any) -> Any:
    """Strip `Annotated` and `| None` from an annotation."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
        return _bare(kinds[0]) if len(kinds) == 1 else annotation
    return annotation


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _fixed_length(field: FieldInfo) -> int | None:
    bounds = {getattr(mark, bound, None) for mark in field.metadata for bound in ("min_length", "max_length")} - {None}
    return bounds.pop() if len(bounds) == 1 else None


def _value_at(value: Any, path: _Path) -> Any:
    for step in path:
        if value is None:
            return None
        value = value[step]
    return value


@dataclass(frozen=True)
class Table:
    """One table: its name, where its list stands in a record (`()` for the record itself), and its columns."""

    name: str
    path: _Path
    columns: dict[str, _Path]

    @property
    def header(self) -> list[str]:
        """Names of the columns, the keys first."""
        return [*KEYS, *self.columns] if self.path else [*self.columns]

    def rows(self, record: dict[str, Any]) -> Iterator[list[Any]]:
        """Yield the rows that a record, dumped as JSON values, gives this table."""
        if not self.path:
            yield [_value_at(record, path) for path in self.columns.values()]
            return
        for row, item in enumerate(_value_at(record, self.path) or [], start=1):
            yield [record["project_id"], row, *(_value_at(item, path) for path in self.columns.values())]
