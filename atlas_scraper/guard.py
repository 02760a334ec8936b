"""A mistake in our own code, met on one page, is that page's error and stops no other page."""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from atlas_scraper.errors import AtlasError

Result = TypeVar("Result")


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


class ParserError(AtlasError):
    """The parser failed in a way that no page should make it fail."""
