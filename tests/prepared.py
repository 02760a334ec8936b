"""Command lines in processes of their own that need not import the program first: forked from one that has.

The register of authorities and the words and places that everybody knows are read as well, which each would read.

`python tests/prepared.py` reads lines of JSON with a file for a command's words, its environment and its arguments,
forks for each, and writes the child's number; given an empty line, it waits and writes the child's exit code. Forked in
a program with one thread, a child is what a program begun anew would be.
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
    """Starts commands quickly, one at a time; what is given stands in their environment, for `night_runner.py` too."""

    def __init__(self, **environment: str) -> None:
        self._environment = environment

    def __enter__(self) -> "Prepared":
        self._parent = subprocess.Popen(  # noqa: S603 - our own file
            [sys.executable, __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | self._environment,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._parent.communicate()

    def start(self, words: Path, *args: str, **befalls: str) -> int:
        """Start a command whose words go to a file; gives the number of its process."""
        assert self._parent.stdin
        self._parent.stdin.write(json.dumps([str(words), befalls, *args]) + "\n")
        self._parent.stdin.flush()
        return self._said()

    def wait(self) -> int:
        """Wait for the command's end; gives its exit code, below 0 the signal that ended it."""
        assert self._parent.stdin
        self._parent.stdin.write("\n")
        self._parent.stdin.flush()
        return self._said()

    def finish(self, words: Path, *args: str, **befalls: str) -> int:
        """Run a command to its end; gives its exit code."""
        self.start(words, *args, **befalls)
        return self.wait()

    def _said(self) -> int:
        assert self._parent.stdout
        return int(self._parent.stdout.readline())


def _serve() -> None:
    from atlas_scraper.commands import refresh  # noqa: F401, PLC0415 - what takes the time
    from atlas_scraper.people.lexicon import is_place, is_word  # noqa: PLC0415 - idem
    from atlas_scraper.values.register import identify  # noqa: PLC0415 - idem

    identify("Ville de Lyon"), is_place("lyon"), is_word("ville")
    for line in sys.stdin:
        words, befalls, *args = json.loads(line)
        if not (child := os.fork()):
            _become(Path(words), befalls, args)
        print(child, flush=True)  # noqa: T201 - the protocol
        sys.stdin.readline()
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)  # noqa: T201 - idem


def _become(words: Path, befalls: dict[str, str], args: list[str]) -> None:
    os.environ.update(befalls)
    from night_runner import prepare  # noqa: PLC0415 - it reads the environment

    from atlas_scraper.commands.app import main  # noqa: PLC0415 - idem

    prepare()
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
