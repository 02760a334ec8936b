"""What each field of a record says of people: a mark on the field, which `people/` obeys.

A field that is added is masked by its mark, not by somebody's memory; one without a mark fails a test that names it.
"""

from enum import Enum
from typing import Any

from pydantic.fields import FieldInfo


class Names(Enum):
    """Whom or what a field names. The value says what becomes of it where people are left out."""

    NOBODY = "A number, a date, a code, or words of the atlas's own code: stays."
    PARTS = "A model, or a list of them: what their fields say."
    PERSON = "The whole name of a person: goes."
    LAST_NAME = "The family name of a person: goes."
    FIRST_NAME = "The first name of a person: goes."
    EMAIL = "An address of electronic mail: goes, unless it is a shared mailbox."
    DEED = "What one person of its row does, and for whom: goes with the person."
    ROLE = "The role or function of the person of its row: stays, without names in it."
    BODY = "The name of an authority, a body or a place: stays, without names of people in it."
    WORDS = "Words of a list that the site has, such as themes: stay, without names in them."
    TEXT = "Running text: stays, without names in it."
    LINK = "An address of a page: stays, or goes whole where it names somebody."
    RAW = "Text that nobody understood: goes whole, for nobody knows who is in it."

    __hash__ = object.__hash__  # as its members are compared; that of `Enum` is slow, and marks are looked up a lot


def mark_of(field: FieldInfo) -> Names:
    """Give the mark of a field of a record's model.

    Raises:
        TypeError: the field has none, or several.
    """
    marks: list[Any] = [each for each in field.metadata if isinstance(each, Names)]
    if len(marks) != 1:
        raise TypeError(f"one mark of what it says of people, not {marks}: {field!r}")
    mark: Names = marks[0]
    return mark
