"""Files that appear whole or not at all.

Each file is written under a temporary name in its own folder and renamed when all files of the run are
complete, so an interrupted run leaves what was there before. While it is written it can be read by its owner alone, for
it may name people; complete, by whom the umask says.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

OpenFile = Callable[[str], TextIO]
"""Opens a text file by its name."""


class Files:
    """Opens the files of a folder, which get their names together.

    Args:
        folder: where they go.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[Path, Path] = {}
        self._open: list[TextIO] = []

    def text(self, name: str) -> TextIO:
        r"""Open a file for UTF-8 text with `\n` line ends; it is closed with the others."""
        file = self.path(name).open("w", encoding="utf-8", newline="\n")  # which keeps the mode that `path` gave it
        self._open.append(file)
        return file

    def path(self, name: str) -> Path:
        """Give the temporary path of a file that a library writes itself; it is there, empty and its owner's alone."""
        temporary = self._folder / f".{name}.{os.getpid()}.tmp"
        self._names[temporary] = self._folder / name
        temporary.unlink(missing_ok=True)  # of a killed process of the same number, with another mode
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        return temporary

    def complete(self) -> None:
        """Make what was written last, open it up as the umask says, and give each file its name."""
        mode = 0o666 & ~_umask()
        for file in self._open:
            file.close()
        for temporary in self._names:
            with temporary.open("rb") as written:
                os.fchmod(written.fileno(), mode)
                os.fsync(written.fileno())
        for temporary, final in self._names.items():
            temporary.replace(final)

    def clear_away(self) -> None:
        """Close what is still open and remove what was not renamed, even where the disk is full."""
        for file in self._open:
            try:
                file.close()
            except OSError:
                # A full disk refuses the last bytes of a file that is removed in the next lines.
                continue
        for temporary in self._names:
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    """Tell the umask, which cannot be asked without setting it."""
    found = os.umask(0o077)
    os.umask(found)
    return found


@contextmanager
def complete_files(folder: Path) -> Iterator[Files]:
    """Give what opens the files of a folder.

    The files get their names when the block ends well, and vanish when it does not.

    Args:
        folder: where the files go; it is made when it does not exist.

    Yields:
        The files: by name, for text or for a library that wants a path.

    Raises:
        OSError: when the folder or a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = Files(folder)
    try:
        yield files
        files.complete()
    finally:
        files.clear_away()
