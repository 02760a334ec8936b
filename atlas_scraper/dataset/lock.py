"""One run at a time: a lock of the system on a file, which the death of its holder frees."""

import fcntl
import os
import platform
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from atlas_scraper.errors import AtlasError


class Locked(AtlasError):  # noqa: N818 - says what it is
    """Another run holds the lock."""


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Hold the lock of a folder while the block runs.

    Raises:
        Locked: another run holds it.
    """
    with file.open("a+") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            handle.seek(0)
            holder = handle.read().strip() or "unknown"
            found = f"{file} held by process {holder}"
            raise Locked("a folder that no other run writes to", found, "wait for it to end, or stop it") from None
        handle.truncate(0)
        handle.write(f"{os.getpid()} on {platform.node()}")  # two machines may share the folder
        handle.flush()
        yield
