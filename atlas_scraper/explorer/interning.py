"""Values that come again and again, told by a number each."""

from collections.abc import Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value", bound=Hashable)


class Interned(Generic[Value]):
    """Numbers values from 0 in the order in which they come.

    >>> seen = Interned[str]()
    >>> seen("eau"), seen("sport"), seen("eau"), seen.values
    (0, 1, 0, ['eau', 'sport'])
    """

    def __init__(self) -> None:
        self._numbers: dict[Value, int] = {}

    def __call__(self, value: Value) -> int:
        """Give the number of a value."""
        return self._numbers.setdefault(value, len(self._numbers))

    @property
    def values(self) -> list[Value]:
        """The values, by their numbers."""
        return list(self._numbers)
