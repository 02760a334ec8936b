"""The values of a dumped record with the marks of their fields: what of a record names people, and what does not."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from atlas_scraper.record.marks import Names, mark_of

PARAGRAPH = "\u2029"
"""Between the paragraphs of a text; in none of them, for texts are tidied."""
Row = dict[Names, list[Any]]
"""The values of one model by their mark, those of models inside it aside."""


@cache
def fields_of(model: type[BaseModel]) -> dict[str, tuple[Names, type[BaseModel] | None]]:
    """Give the mark of each field of a model, and the model inside it where there is one.

    Raises:
        TypeError: a field has no mark, or says `PARTS` of what has none.
    """
    fields = {}
    for name, field in model.model_fields.items():
        mark, inside = mark_of(field), _model_in(field.annotation)
        if (mark is Names.PARTS) != (inside is not None):
            raise TypeError(f"{model.__name__}.{name} is marked {mark.name} and holds {inside}")
        fields[name] = mark, inside
    return fields


def rows_of(model: type[BaseModel], dumped: dict[str, Any]) -> Iterator[Row]:
    """Yield what each model of a record says, the record itself first; of one of an older model, as far as it goes."""
    row: Row = {}
    inside: list[tuple[type[BaseModel], dict[str, Any]]] = []
    for name, (mark, part) in fields_of(model).items():
        said = row.setdefault(mark, []) if part is None else None
        value = dumped.get(name)
        values = value if isinstance(value, list) else () if value is None else (value,)
        if said is not None:
            said += [each for each in values if each is not None] if None in values else values
        elif part is not None and values:
            inside += [(part, each) for each in values if each is not None]
    yield row
    for part, each in inside:
        yield from rows_of(part, each)


def masked(model: type[BaseModel], dumped: dict[str, Any], masks: dict[Names, Callable[[str], Any]]) -> dict[str, Any]:
    """Give a dumped record with each text as the mask of its field's mark leaves it.

    Args:
        model: the record's model.
        dumped: the record; it stays as it is.
        masks: takes a text and gives what stands in its place, by mark; a text of another mark stays.
    """
    return {
        name: _masked(dumped[name], masks.get(mark), part, masks) for name, (mark, part) in fields_of(model).items()
    }


def cleared(
    model: type[BaseModel], dumped: dict[str, Any], is_theirs: Callable[[Row], bool], marks: frozenset[Names]
) -> dict[str, Any]:
    """Give a dumped record in which the rows of some people have lost the values of some marks.

    Args:
        model: the record's model.
        dumped: the record; it stays as it is.
        is_theirs: takes what one model says, those inside it aside, and tells whether it is of one of these people.
        marks: what they lose; fields with these marks may be missing.
    """
    fields = fields_of(model)
    is_lost = is_theirs(next(rows_of(model, dumped)))
    return {
        name: _cleared(value, fields[name][1], is_theirs, marks) if not (is_lost and fields[name][0] in marks) else None
        for name, value in dumped.items()
    }


def _cleared(
    value: Any, part: type[BaseModel] | None, is_theirs: Callable[[Row], bool], marks: frozenset[Names]
) -> Any:
    if part is None or value is None:
        return value
    if isinstance(value, list):
        return [cleared(part, each, is_theirs, marks) for each in value]
    return cleared(part, value, is_theirs, marks)


def _masked(
    value: Any,
    mask: Callable[[str], Any] | None,
    part: type[BaseModel] | None,
    masks: dict[Names, Callable[[str], Any]],
) -> Any:
    match value:
        case list() if part is None and mask is not None and value:
            # As one text: a name may begin in one paragraph and end in the next.
            left = mask(PARAGRAPH.join(value))
            return left.split(PARAGRAPH) if isinstance(left, str) else []
        case list():
            return [_masked(each, mask, part, masks) for each in value]
        case dict() if part is not None:
            return masked(part, value, masks)
        case str() if mask is not None:
            return mask(value)
    return value


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Find the model in `Model`, `Model | None` or `list[Model]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model_in(each))), None)
