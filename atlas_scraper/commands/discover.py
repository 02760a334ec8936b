"""The command that lists what web archives hold: `discover`."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from atlas_scraper.commands.endings import GOOD, UNHEALTHY, plain_endings
from atlas_scraper.commands.options import BaseUrl, Config, Contact, Delay, IgnoreRobots, LogFormat, Logs, settings_of
from atlas_scraper.commands.printing import console_on, print_line
from atlas_scraper.commands.watch import start_logging
from atlas_scraper.dataset.changes import NoRelease, read_release
from atlas_scraper.errors import AtlasError, FetchError
from atlas_scraper.sources.archives import archive_of
from atlas_scraper.sources.asker import Asker, for_indexes
from atlas_scraper.sources.discover import Journal, discover
from atlas_scraper.sources.indexes import Wanted
from atlas_scraper.sources.moments import moments_of
from atlas_scraper.sources.table import TableFormat, counts_by_year, in_order, write_table

Sources = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ARCHIVE", help="web.archive.org (default), commoncrawl, a CDX API's address, an index file."
    ),
]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help="Leave out what was captured before (2015, 2015-06-30).")
]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Leave out captures after.")]


@plain_endings()
def discover_command(  # noqa: PLR0913 - a command's options are its arguments
    archives: Sources = None,
    *,
    output: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the table there, resumed if broken off; default: stdout.")
    ] = None,
    form: Annotated[TableFormat | None, typer.Option("--format", help="Default: by FILE's ending, or csv.")] = None,
    captures: Annotated[
        str | None, typer.Option(metavar="URL", help="Where captures are, if not beside the index: a replay prefix.")
    ] = None,
    since: Since = None,
    until: Until = None,
    dataset: Annotated[Path | None, typer.Option(metavar="DIR", help="Say what this dataset does not have.")] = None,
    base_url: BaseUrl = None,
    delay: Delay = None,
    contact: Contact = None,
    ignore_robots: IgnoreRobots = None,
    config: Config = None,
    log_format: Logs = LogFormat.TEXT,
) -> None:
    """List what web archives hold of the site: a row a capture, for `backfill` and for --ids."""
    settings = settings_of(config, base_url=base_url, delay=delay, contact=contact, ignore_robots=ignore_robots)
    try:
        chosen = [archive_of(word, captures) for word in archives or ["web.archive.org"]]
    except FetchError as error:
        raise typer.BadParameter(str(error)) from error
    wanted = Wanted(settings.base_url, *chosen_moments(since, until))
    form = form or (TableFormat.JSONL if output and output.suffix == ".jsonl" else TableFormat.CSV)
    words = console_on(stderr=True)
    start_logging(words, log_format)
    journal = Journal(output.with_name(f"{output.name}.journal") if output else None)
    try:
        with Asker(for_indexes(settings.manners)) as asker:
            rows = in_order(discover(chosen, wanted, asker, journal))
    except AtlasError as error:
        print_line(words, f"error: {type(error).__name__}: {error}")
        if output:
            print_line(words, "what was found is kept; the same command goes on from there")
        raise typer.Exit(UNHEALTHY) from None
    if output:
        aside = output.with_name(f".{output.name}.part")
        with aside.open("w", encoding="utf-8", newline="") as stream:
            write_table(rows, stream, form)
        aside.replace(output)
        if journal.path:
            journal.path.unlink(missing_ok=True)
    else:
        write_table(rows, sys.stdout, form)
    for year, number, of_projects in counts_by_year(rows):
        print_line(words, f"{year}: {number} captures of {of_projects} projects")
    projects = {row.project_id for row in rows}
    print_line(words, f"{len(rows)} captures of {len(projects)} projects, {asker.requests} requests")
    if dataset:
        print_line(words, f"{len(projects - _known(dataset))} projects are not in {dataset}")
    raise typer.Exit(GOOD)


def chosen_moments(since: str | None, until: str | None) -> tuple[datetime | None, datetime | None]:
    """Read the first and the last moment of two dates; one that is none is wrong usage."""
    try:
        return moments_of(since)[0] if since else None, moments_of(until)[1] if until else None
    except FetchError as error:
        raise typer.BadParameter(str(error)) from error


def _known(dataset: Path) -> set[int]:
    """Give the numbers that a dataset's latest release has."""
    try:
        return {record["project_id"] for record in read_release(dataset / "latest")}
    except NoRelease as error:
        raise typer.BadParameter(str(error)) from error
