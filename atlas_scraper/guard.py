"""A mistake in our own code, met on one page, is that page's error and stops no other page; an interrupt stops all."""

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from pydantic_core import PydanticSerializationError

from atlas_scraper.errors import AtlasError

Result = TypeVar("Result")

_OF_INTERRUPT = "KeyboardInterrupt: "


def guarded(read: Callable[[], Result]) -> Result:
    """Do the work of one page; every command calls the parser through here.

    Raises:
        AtlasError: the page's own error, or `ParserError` for every exception that no page should cause.
    """
    try:
        return read()
    except AtlasError:
        raise
    # The one place where any exception is caught: here a bug becomes an error of its page.
    except Exception as bug:
        where = traceback.extract_tb(bug.__traceback__)[-1]
        found = f"{type(bug).__name__}: {bug} ({Path(where.filename).name}, line {where.lineno})"
        raise ParserError("a record", found, "please report this message with the page; it is a bug") from bug


@contextmanager
def interrupts_as_such() -> Iterator[None]:
    """Let an interrupt be one where it comes while pydantic writes a record, which makes an error of its own of it.

    Raises:
        KeyboardInterrupt: in the place of that error, which is none of ours.
    """
    try:
        yield
    except PydanticSerializationError as error:
        if not str(error).endswith(_OF_INTERRUPT):
            raise
        raise KeyboardInterrupt from None


class ParserError(AtlasError):
    """The parser failed in a way that no page should make it fail."""
