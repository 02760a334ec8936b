"""The command that shows the product on an atlas of our own: `demo`."""

import logging
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from atlas_scraper.commands.endings import GOOD, LOCKED, UNHEALTHY, plain_endings
from atlas_scraper.commands.options import choose_folder
from atlas_scraper.commands.printing import Output, Plain, console_on, print_line
from atlas_scraper.dataset.lock import Locked
from atlas_scraper.errors import AtlasError
from atlas_scraper.explorer.page import FILE as EXPLORER
from atlas_scraper.night.demonstration import run
from atlas_scraper.report.page import FILE as REPORT
from atlas_scraper.writers.browse import FILE as BROWSE
from atlas_scraper.writers.sqlite import FILE as DATABASE


@plain_endings()
def demo_command(
    output: Annotated[str | None, typer.Option(metavar="DIR", help="Folder to write into; default: a new one.")] = None,
    projects: Annotated[int, typer.Option(metavar="N", min=10, help="Highest number of a project.")] = 120,
    nights: Annotated[int, typer.Option(metavar="N", min=1, max=365, help="How many nights, the last one now.")] = 30,
) -> None:
    """Run thirty nights against an atlas of our own on this machine: the whole product, without network."""
    folder = choose_folder(output) or Path(tempfile.mkdtemp(prefix="atlas-demo-"))
    words, last = console_on(stderr=True), None
    _keep_quiet()
    try:
        with _bar(words) as bar:
            task = bar.add_task("nights", total=nights)
            for last in run(folder, projects, nights):
                # Above the bar where both are on one terminal.
                print_line(words if words.is_terminal and sys.stdout.isatty() else Plain(), str(last))
                bar.update(task, advance=1)
    except AtlasError as error:
        print_line(words, f"error: {type(error).__name__}: {error}")
        raise typer.Exit(LOCKED if isinstance(error, Locked) else UNHEALTHY) from None
    if last is None or last.outcome.release is None:
        raise typer.Exit(UNHEALTHY)
    for name, why in last.outcome.report["formats_missing"].items():
        print_line(words, f"no {name} is written: {why}")
    typer.echo("\nOpen:")
    for what, use in _to_open(folder / "latest"):
        typer.echo(f"  {what}\n      {use}")
    raise typer.Exit(GOOD)


def _to_open(latest: Path) -> Iterator[tuple[str, str]]:
    """Yield what of a release to open, and what each is for."""
    public = latest / "public"
    pages = (
        (latest / EXPLORER, "search, filter and read every partnership"),
        (latest / REPORT, "the figures, for print and mail"),
        (latest / "partnerships.csv", "a row for each partnership; the lists are beside it"),
    )
    yield from ((str(path), use) for path, use in pages if path.exists())
    if (public / DATABASE).exists():
        yield f"datasette {public / DATABASE} -m {public / BROWSE}", "to browse it (docs/browse.md)"


def _keep_quiet() -> None:
    """Leave out the words of each night: a line says what came of it."""
    logger = logging.getLogger("atlas_scraper")
    logger.handlers[:], logger.propagate = [logging.NullHandler()], False


def _bar(console: Output) -> Progress:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    return Progress(
        *columns,
        console=None if isinstance(console, Plain) else console,
        disable=not console.is_terminal,
        redirect_stdout=False,
        transient=True,
    )
