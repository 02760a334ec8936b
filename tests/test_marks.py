"""Every field of the record says what it says of people, and goes out as it says."""

from collections.abc import Iterator
from typing import Annotated

import pytest
from pydantic import BaseModel
from records import make_record

import atlas_scraper.record.model as record_model
from atlas_scraper.people.marked import fields_of, masked
from atlas_scraper.record.frozen import Frozen
from atlas_scraper.record.marks import Names, mark_of
from atlas_scraper.record.model import Partnership

GONE = (Names.PERSON, Names.LAST_NAME, Names.FIRST_NAME, Names.DEED)


def models(model: type[BaseModel] = Frozen) -> Iterator[type[BaseModel]]:
    for each in model.__subclasses__():
        if each.__module__.startswith("atlas_scraper."):
            yield each
            yield from models(each)


FIELDS = [(model, name) for model in models() for name in model.model_fields]


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=lambda each: getattr(each, "__name__", each))
def test_a_field_says_what_it_says_of_people(model: type[BaseModel], name: str) -> None:
    assert isinstance(mark_of(model.model_fields[name]), Names)
    assert name in fields_of(model)


def test_the_models_looked_at_are_those_of_the_record() -> None:
    here = {each for each in vars(record_model).values() if isinstance(each, type) and issubclass(each, Frozen)}
    assert here - {Frozen} <= set(models())
    assert Partnership in here


class Signatory(Frozen):
    """Somebody who signed: a part that no code in people/ has heard of."""

    who: Annotated[str | None, Names.PERSON]
    """Name."""
    mayor_of: Annotated[str | None, Names.BODY]
    """Town."""


class Larger(Partnership):
    """A record with a list that was added."""

    signatories: Annotated[list[Signatory], Names.PARTS]
    """Who signed."""


def test_a_list_that_is_added_to_the_model_goes_out_masked() -> None:
    signatories = [{"who": "Jeanne Vergnolle", "mayor_of": "Ottawa"}]
    record = Larger.model_validate(make_record().model_dump() | {"signatories": signatories})
    left = masked(record, dict.fromkeys(GONE, lambda _: None))
    assert left.signatories == [Signatory(who=None, mayor_of="Ottawa")]


def test_a_record_that_loses_nothing_is_itself() -> None:
    record = make_record(objective=["Un texte"], funding=[])
    assert masked(record, {Names.TEXT: lambda text: text}) is record


class Unmarked(Frozen):
    """A model whose field was forgotten."""

    who: str
    """Name."""


def test_a_field_without_a_mark_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="one mark"):
        fields_of(Unmarked)


class Owner(Frozen):
    """A model that a mark would leave without what it must have."""

    who: Annotated[str, Names.PERSON]
    """Name."""


def test_a_field_that_cannot_be_empty_and_whose_mark_empties_it_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Owner\.who .* cannot be empty"):
        fields_of(Owner)


class Wrong(Frozen):
    """A model whose part is marked as a text."""

    theme: Annotated[Signatory, Names.TEXT]
    """A part."""


def test_a_part_marked_as_a_text_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Wrong\.theme"):
        fields_of(Wrong)
