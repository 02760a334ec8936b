"""What the commands show on a terminal, through rich; imported only where there is one."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text


class _Console(Console):
    """A console that leaves a reader who has left (`| head`) to `endings`, as every other writer does."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(*, stderr: bool = False) -> Console:
    """Make a console that prints text as it is: no markup, no highlighting, no emoji codes."""
    return _Console(stderr=stderr, markup=False, highlight=False, emoji=False)


def table(header: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]) -> Table:
    """Make a table of rows, each of one style."""
    made = Table(box=None, pad_edge=False)
    for name in header:
        made.add_column(name, overflow="fold")
    for style, cells in rows:
        made.add_row(*(Text(cell, style) for cell in cells))
    return made


class ReadingBar:
    """How far the reading of saved pages is: pages read, pages in all as far as is known, time left."""

    def __init__(self, words: Console) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        # Rich would otherwise send our standard output where the progress goes.
        self._bar = Progress(*columns, console=words, transient=True, redirect_stdout=False, redirect_stderr=False)
        self._task = self._bar.add_task("reading pages", total=None)

    def __enter__(self) -> "ReadingBar":
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def __call__(self, read: int, total: int) -> None:
        """Show how many pages were read of how many."""
        self._bar.update(self._task, completed=read, total=total)
