"""Command lines in processes of their own that need not import the program first: forked from one that has.

`python tests/prepared.py` reads lines of JSON with a command's arguments and a file for its words, forks for each, and
writes the child's number; when it is given an empty line, it waits and writes the child's exit code. Forked in a
program with one thread, a child is what a program begun anew would be.
"""

import json
import os
import signal
import subprocess
import sys
import traceback
from pathlib import Path
from types import TracebackType


class Prepared:
    """Starts commands quickly, one at a time."""

    def __enter__(self) -> "Prepared":
        self._parent = subprocess.Popen(  # noqa: S603 - our own file
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._parent.communicate()

    def start(self, words: Path, *args: str) -> int:
        """Start a command whose words go to a file; gives the number of its process."""
        assert self._parent.stdin
        self._parent.stdin.write(json.dumps([str(words), *args]) + "\n")
        self._parent.stdin.flush()
        return self._said()

    def wait(self) -> int:
        """Wait for the command's end; gives its exit code, below 0 the signal that ended it."""
        assert self._parent.stdin
        self._parent.stdin.write("\n")
        self._parent.stdin.flush()
        return self._said()

    def _said(self) -> int:
        assert self._parent.stdout
        return int(self._parent.stdout.readline())


def _serve() -> None:
    from atlas_scraper.commands import refresh  # noqa: F401, PLC0415 - what takes the time

    for line in sys.stdin:
        words, *args = json.loads(line)
        if not (child := os.fork()):
            _become(Path(words), args)
        print(child, flush=True)  # noqa: T201 - the protocol
        sys.stdin.readline()
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201 - idem


def _become(words: Path, args: list[str]) -> None:
    from atlas_scraper.commands.app import main  # noqa: PLC0415 - idem

    signal.signal(signal.SIGINT, signal.default_int_handler)
    with words.open("wb") as file, Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    sys.argv[1:], code = args, 1
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 - the end of a process
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _serve()
