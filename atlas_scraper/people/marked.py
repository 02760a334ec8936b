"""The values of a record with the marks of their fields: what of a record names people, and what does not."""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from operator import is_
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

from atlas_scraper.record.marks import Names, mark_of

PARAGRAPH = "\u2029"
"""Between the paragraphs of a text; in none of them, for texts are tidied."""
Row = dict[Names, list[Any]]
"""The values of one model by their mark, those of models inside it and of nobody aside."""
Masks = Mapping[Names, Callable[[str], str | None]]
"""What stands in the place of a text, by the mark of its field; a text of another mark stays."""
M = TypeVar("M", bound=BaseModel)
_MAY_GO = frozenset({Names.PERSON, Names.LAST_NAME, Names.FIRST_NAME, Names.EMAIL, Names.DEED, Names.LINK})


@cache
def fields_of(model: type[BaseModel]) -> dict[str, tuple[Names, type[BaseModel] | None]]:
    """Give the mark of each field of a model, and the model inside it where there is one.

    Raises:
        TypeError: a field has no mark, says `PARTS` of what has none, or cannot be empty though its mark empties it.
    """
    fields = {}
    for name, field in model.model_fields.items():
        mark, inside = mark_of(field), _model_in(field.annotation)
        if (mark is Names.PARTS) != (inside is not None):
            raise TypeError(f"{model.__name__}.{name} is marked {mark.name} and holds {inside}")
        if mark in _MAY_GO and not _may_be_empty(field.annotation):
            raise TypeError(f"{model.__name__}.{name} is marked {mark.name} and cannot be empty: {field.annotation}")
        fields[name] = mark, inside
    return fields


@cache
def _speaking(model: type[BaseModel]) -> tuple[tuple[str, Names, type[BaseModel] | None], ...]:
    """Give the fields of a model that may say anything of people."""
    return tuple((name, *about) for name, about in fields_of(model).items() if about[0] is not Names.NOBODY)


def rows_of(model: type[BaseModel], part: BaseModel | dict[str, Any]) -> Iterator[Row]:
    """Yield what each model of a record says, the record itself first.

    Args:
        model: the record's model.
        part: the record, or one dumped; that of an older model as far as it goes.
    """
    said = part if isinstance(part, dict) else vars(part)
    row: Row = {}
    inside: list[tuple[type[BaseModel], Any]] = []
    for name, mark, within in _speaking(model):
        value = said.get(name)
        if value is None:
            continue
        if within is not None:
            inside += [(within, each) for each in (value if isinstance(value, list) else (value,)) if each is not None]
        elif isinstance(value, list):
            row.setdefault(mark, []).extend(each for each in value if each is not None)
        else:
            row.setdefault(mark, []).append(value)
    yield row
    for within, each in inside:
        yield from rows_of(within, each)


def masked(part: M, masks: Masks) -> M:
    """Give a record with each text as the mask of its field's mark leaves it; the record itself where all stays.

    Args:
        part: the record, or a part of one.
        masks: what stands in the place of a text.
    """
    said, left = vars(part), dict[str, Any]()
    for name, mark, within in _speaking(type(part)):
        value = said[name]
        if value is None or value == []:
            continue
        if within is not None:
            after = _of_parts(value, lambda each: masked(each, masks))
        elif mask := masks.get(mark):
            after = _of_paragraphs(value, mask) if isinstance(value, list) else mask(value)
        else:
            continue
        if after is not value:
            left[name] = after
    return part.model_copy(update=left) if left else part


def cleared(part: M, is_theirs: Callable[[Row], bool], marks: frozenset[Names]) -> M:
    """Give a record in which the rows of some people have lost the values of some marks.

    Args:
        part: the record, or a part of one.
        is_theirs: takes what one model says, those inside it aside, and tells whether it is of one of these people.
        marks: what they lose; fields with these marks may be missing.
    """
    is_lost = is_theirs(next(rows_of(type(part), part)))
    said, left = vars(part), dict[str, Any]()
    for name, mark, within in _speaking(type(part)):
        if is_lost and mark in marks:
            left[name] = None
        elif within is not None and said[name] is not None:
            left[name] = _of_parts(said[name], lambda each: cleared(each, is_theirs, marks))
    return part.model_copy(update=left)


def _of_parts(value: Any, change: Callable[[Any], Any]) -> Any:
    """Give a part, or a list of parts, as it is changed; the same object where nothing is."""
    if not isinstance(value, list):
        return change(value)
    after = [change(each) for each in value]
    return value if all(map(is_, after, value)) else after


def _of_paragraphs(value: list[str], mask: Callable[[str], str | None]) -> list[str]:
    """Mask paragraphs as one text, for a name may begin in one and end in the next; the same list where they stay."""
    whole = PARAGRAPH.join(value)
    left = mask(whole)
    if left == whole:
        return value
    return left.split(PARAGRAPH) if left is not None else []


def _may_be_empty(annotation: Any) -> bool:
    return annotation is None or type(None) in get_args(annotation) or get_origin(annotation) is list


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Find the model in `Model`, `Model | None` or `list[Model]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model_in(each))), None)
