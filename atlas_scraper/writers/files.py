"""Files that appear whole or not at all.

Each file is written under a temporary name in its own folder and renamed when all files of the run are
complete, so an interrupted run leaves what was there before.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

OpenFile = Callable[[str], TextIO]


@contextmanager
def complete_files(folder: Path) -> Iterator[OpenFile]:
    r"""Give a function that opens files of a folder by name, for UTF-8 text with `\n` line ends.

    The files get their names when the block ends well, and vanish when it does not.

    Args:
        folder: where the files go; it is made when it does not exist.

    Yields:
        The function: name of a file → the open file, which this block closes.

    Raises:
        OSError: when the folder or a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    opened: list[tuple[Path, Path, TextIO]] = []

    def open_file(name: str) -> TextIO:
        temporary = folder / f".{name}.{os.getpid()}.tmp"
        file = temporary.open("w", encoding="utf-8", newline="\n")
        opened.append((temporary, folder / name, file))
        return file

    try:
        yield open_file
        for _, _, file in opened:
            file.flush()
            os.fsync(file.fileno())
            file.close()
        for temporary, final, _ in opened:
            temporary.replace(final)
    finally:
        _clear_away(opened)


def _clear_away(opened: list[tuple[Path, Path, TextIO]]) -> None:
    """Close what is still open and remove what was not renamed, even where the disk is full."""
    for temporary, _, file in opened:
        try:
            file.close()
        except OSError:
            # A full disk refuses the last bytes of a file that is removed in the next line.
            pass
        finally:
            temporary.unlink(missing_ok=True)
