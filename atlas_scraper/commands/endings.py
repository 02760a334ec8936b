"""How a command ends when its output cannot go on: quietly, in one line, and never with a traceback."""

import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import typer

from atlas_scraper.errors import AtlasError

GOOD, PAGE_FAILED, WRONG_USAGE, UNHEALTHY, LOCKED, CANNOT_WRITE = 0, 1, 2, 3, 4, 5
# As the shells count a program that a signal ended: 128 and the signal's number.
INTERRUPTED, OUTPUT_CLOSED = 130, 141


@contextmanager
def plain_endings() -> Iterator[None]:
    r"""Run a command with UTF-8 and `\n` on standard output whatever the locale, and end it plainly.

    Raises:
        typer.Exit: 130 on Ctrl-C; 141 when the reader of the output has left (`| head`), without a word; 5 when
            the output cannot be written.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        try:
            with _never_mistaken():
                yield
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        typer.echo("interrupted", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        _let_go_of_output()
        raise typer.Exit(OUTPUT_CLOSED) from None
    except AtlasError as error:  # such as a format that cannot hold two records of one project
        typer.echo(f"error: {type(error).__name__}: {error}", err=True)
        raise typer.Exit(PAGE_FAILED) from None
    except OSError as error:
        _let_go_of_output()
        typer.echo(f"error: the output cannot be written: {error}; choose a folder with room and permission", err=True)
        raise typer.Exit(CANNOT_WRITE) from None


@contextmanager
def _never_mistaken() -> Iterator[None]:
    """Let Ctrl-C be one, whatever a library makes of it: pydantic turns it into an error of what it was writing."""
    is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not is_ours or threading.current_thread() is not threading.main_thread():
        yield
        return
    came = []

    def note(*_: object) -> None:
        came.append(True)
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, note)
    try:
        yield
    except Exception:
        if came:
            raise KeyboardInterrupt from None
        raise
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _let_go_of_output() -> None:
    """Send what is still in the streams' buffers nowhere, or Python complains of it at its end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError):  # a stream of a test has no file descriptor
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
