"""A file for what must be put somewhere while it is read."""

import io
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO


class Spool:
    """A file without a name, that vanishes with the last of those who can read from it."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when nobody can read from it any more
        weakref.finalize(self, self._file.close)

    def add(self, data: bytes) -> int:
        """Write bytes at the end, and give the offset at which they stand."""
        offset = self._file.seek(0, io.SEEK_END)
        self._file.write(data)
        return offset

    @contextmanager
    def opened(self) -> Iterator[BinaryIO]:
        """Read in it, from where you like."""
        yield self._file
