"""What the models of a record have in common."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Text = Annotated[str, Field(min_length=1)]


class Frozen(BaseModel):
    """A part of a record: it cannot be changed, has no other fields, and describes those it has."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
