"""The command that fetches captures from web archives: `backfill`."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from atlas_scraper.commands.discover import Since, Until, chosen_moments
from atlas_scraper.commands.endings import GOOD, LOCKED, PAGE_FAILED, UNHEALTHY, plain_endings
from atlas_scraper.commands.options import Config, Contact, Delay, IgnoreRobots, LogFormat, Logs, Timeout, settings_of
from atlas_scraper.commands.printing import console_on, print_line
from atlas_scraper.commands.watch import start_logging, stopped_by_signals
from atlas_scraper.dataset.lock import Locked, locked
from atlas_scraper.errors import AtlasError, FetchError
from atlas_scraper.sources.asker import Asker
from atlas_scraper.sources.backfill import Backfill
from atlas_scraper.sources.choosing import Choice
from atlas_scraper.sources.table import read_table


@plain_endings()
def backfill_command(  # noqa: PLR0913 - a command's options are its arguments
    tables: Annotated[list[Path], typer.Argument(metavar="TABLE", help="Tables of captures that `discover` wrote.")],
    *,
    output: Annotated[Path, typer.Option(metavar="DIR", help="Folder of the WARC files.")] = Path("output/archived"),
    since: Since = None,
    until: Until = None,
    per_year: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="At most so many captures of a project and year.")
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="Ask for at most so many captures.")] = None,
    delay: Delay = None,
    timeout: Timeout = None,
    contact: Contact = None,
    ignore_robots: IgnoreRobots = None,
    config: Config = None,
    log_format: Logs = LogFormat.TEXT,
) -> None:
    """Fetch captures from web archives into an archive of our own; what it has is not asked for again."""
    settings = settings_of(config, delay=delay, timeout=timeout, contact=contact, ignore_robots=ignore_robots)
    first, last = chosen_moments(since, until)
    try:
        rows = list(Choice(first, last, per_year).of(row for table in tables for row in read_table(table)))
    except FetchError as error:
        raise typer.BadParameter(str(error)) from error
    words = console_on(stderr=True)
    start_logging(words, log_format)
    stop: AtlasError | None = None
    output.mkdir(parents=True, exist_ok=True)
    with (
        _alone_in(output),
        Asker(settings.manners) as asker,
        Backfill(output, asker.ask, lambda line: print_line(words, line)) as backfill,
    ):
        try:
            with stopped_by_signals():
                for _ in backfill.fill(rows, limit):
                    pass
        except AtlasError as error:
            stop = error
        finally:
            counts = ", ".join(f"{count} {name}" for name, count in sorted(backfill.counts.items()))
            print_line(words, f"{len(rows)} captures wanted: {counts or 'none'}; {asker.requests} requests")
    if stop:
        print_line(words, f"error: {type(stop).__name__}: {stop}; what came before is kept, the same command goes on")
        raise typer.Exit(UNHEALTHY)
    raise typer.Exit(PAGE_FAILED if backfill.counts["failed"] else GOOD)


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Be the only one that fills a folder."""
    try:
        with locked(folder / "lock"):
            yield
    except Locked as error:
        typer.echo(f"error: Locked: {error}", err=True)
        raise typer.Exit(LOCKED) from None
