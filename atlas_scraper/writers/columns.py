"""The columns that a model makes: their names, types, descriptions and bounds, and where in a record each value stands.

Types are those of Table Schema (https://specs.frictionlessdata.io/table-schema/#types-and-formats), which every format
has an equal of.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Path = tuple[str | int, ...]
"""Where a value stands in a dumped record: names of fields and places in lists."""
Item = dict[str, Any]
"""What a row is made of: a record dumped as JSON values, or a part of one."""


class Kind(StrEnum):
    """Type of a column, by Table Schema's name; a date is ISO 8601, a time is UTC."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"


_KINDS: dict[Any, Kind] = {
    str: Kind.STRING,
    int: Kind.INTEGER,
    Decimal: Kind.NUMBER,
    bool: Kind.BOOLEAN,
    date: Kind.DATE,
    datetime: Kind.DATETIME,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    Args:
        name: its name.
        kind: type of its values.
        description: what it says, in one line.
        value: takes a row's item and the record that it is of, both dumped as JSON values, and gives the cell; `None`
            where it is missing.
        is_required: whether no cell is missing.
        choices: the only values there are; empty when any is.
        pattern: what every value matches whole.
        minimum: the least value.
        maximum: the greatest value.
    """

    name: str
    kind: Kind
    description: str
    value: Callable[[Item, Item], Any]
    is_required: bool = False
    choices: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: int | None = None
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a model, as found on the way from its top.

    Args:
        name: name of its column or table, after every model on the way unless its own name says so already.
        path: where its value stands.
        info: the field as pydantic knows it.
        item: the model of its items where it is a list of models; else `None`.
        is_list: whether it is a list of texts.
        column: its column; of a list of texts, that of the texts joined.
    """

    name: str
    path: Path
    info: FieldInfo
    item: type[BaseModel] | None
    is_list: bool
    column: Column | None


def places_of(model: type[BaseModel], path: Path = (), prefix: str = "", *, may_miss: bool = False) -> Iterator[Place]:
    """Yield the places of a model's values, in its order; those of a model inside it in place of that.

    Args:
        model: the model.
        path: where it stands itself.
        prefix: what its columns' names begin with.
        may_miss: whether it may be missing as a whole.

    Raises:
        TypeError: a field is of a type that no column can have.
    """
    for field_name, info in model.model_fields.items():
        kind, marks = _bare(info.annotation)
        marks += info.metadata
        here = (*path, field_name)
        name = field_name if field_name.endswith(prefix) else f"{prefix}_{field_name}"
        if _is_model(kind):
            optional = may_miss or _is_optional(info.annotation)
            yield from places_of(kind, here, name, may_miss=optional)
            continue
        item, item_marks = _bare(get_args(kind)[0]) if get_origin(kind) is list else (None, [])
        if _is_model(item):
            yield Place(name, here, info, item, is_list=False, column=None)
        elif item is not None and (length := _fixed_length(info)) is not None:
            for number in range(length):
                column = _column(f"{name}_{number + 1}", item, item_marks, (*here, number), info)
                column = replace(column, description=f"{info.description} Number {number + 1} of {length}.")
                yield Place(column.name, (*here, number), info, None, is_list=False, column=column)
        elif item is not None:
            yield Place(name, here, info, None, is_list=True, column=_joined(name, here, info))
        else:
            is_required = not (may_miss or _is_optional(info.annotation))
            column = replace(_column(name, kind, marks, here, info), is_required=is_required)
            yield Place(name, here, info, None, is_list=False, column=column)


def _column(name: str, kind: Any, marks: list[Any], path: Path, info: FieldInfo) -> Column:
    choices: tuple[str, ...] = ()
    if get_origin(kind) is Literal:
        kind, choices = str, get_args(kind)
    elif isinstance(kind, type) and issubclass(kind, StrEnum):
        kind, choices = str, tuple(each.value for each in kind)
    if kind not in _KINDS:
        raise TypeError(f"no column can hold {name}: {kind!r}")
    pattern, minimum, maximum = (
        next((bound for mark in marks if (bound := getattr(mark, attribute, None)) is not None), None)
        for attribute in ("pattern", "ge", "le")
    )
    return Column(
        name=name,
        kind=_KINDS[kind],
        description=info.description or "",
        value=lambda item, _: value_at(item, path),
        choices=choices,
        pattern=pattern,
        minimum=minimum,
        maximum=maximum,
    )


def _joined(name: str, path: Path, info: FieldInfo) -> Column:
    """Make the column of a list of texts."""
    description = f"{info.description} Paragraphs are separated by a line feed."
    return Column(name, Kind.STRING, description, lambda item, _: "\n".join(value_at(item, path) or ()) or None)


def value_at(item: Any, path: Path) -> Any:
    """Give the value at a place; `None` where something on the way is missing."""
    for step in path:
        if item is None:
            return None
        item = item[step]
    return item


def _bare(annotation: Any) -> tuple[Any, list[Any]]:
    """Strip `Annotated` and `| None` from an annotation, and give what it was annotated with."""
    marks: list[Any] = []
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            marks += [mark for each in more for mark in (each.metadata if isinstance(each, FieldInfo) else [each])]
        elif get_origin(annotation) in (Union, UnionType):
            kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
            if len(kinds) != 1:
                return annotation, marks
            annotation = kinds[0]
        else:
            return annotation, marks


def _is_optional(annotation: Any) -> bool:
    return get_origin(annotation) in (Union, UnionType) and NoneType in get_args(annotation)


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _fixed_length(field: FieldInfo) -> int | None:
    bounds = {getattr(mark, bound, None) for mark in field.metadata for bound in ("min_length", "max_length")} - {None}
    return bounds.pop() if len(bounds) == 1 else None
