"""The commands of whoever keeps a dataset: `runs`, `rollback`, `verify`, `reparse`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from atlas_scraper.commands.datasets import Dataset, open_store, open_store_alone
from atlas_scraper.commands.endings import GOOD, LOCKED, PAGE_FAILED, UNHEALTHY, plain_endings
from atlas_scraper.commands.options import (
    Config,
    LogFormat,
    Logs,
    OppositionList,
    policy_of,
    settings_of,
)
from atlas_scraper.commands.printing import console_on, print_line, print_rows
from atlas_scraper.commands.watch import start_logging
from atlas_scraper.dataset.changes import NoRelease
from atlas_scraper.dataset.lock import Locked
from atlas_scraper.dataset.rollback import roll_back
from atlas_scraper.dataset.store import FILE
from atlas_scraper.errors import RunStopped
from atlas_scraper.night.reparsing import reparse
from atlas_scraper.night.verifying import verify


@plain_endings()
def runs_command(
    *,
    output: Dataset = Path("output"),
    last: Annotated[int, typer.Option("--last", metavar="N", min=1, help="How many; default 30.")] = 30,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a line of JSON for each, with its whole report.")
    ] = False,
) -> None:
    """List the last runs, the newest first: what came of each, and whether it was believed."""
    with open_store(output) as store:
        found = store.runs(last)
    if as_json:
        for run, started, outcome, believed, report in found:
            line = {"run": run, "started": started, "outcome": outcome, "believed": believed, "report": report}
            typer.echo(json.dumps(line, ensure_ascii=False))
        return
    rows = [
        (run, started, outcome, "believed" if believed else "not believed", str(report.get("records", "")))
        for run, started, outcome, believed, report in found
    ]
    print_rows(console_on(), ("run", "started", "outcome", "", "records"), rows)


@plain_endings()
def rollback_command(
    release: Annotated[str, typer.Argument(metavar="RELEASE", help="Name of a release in releases/.")],
    *,
    output: Dataset = Path("output"),
) -> None:
    """Make an earlier release the latest again, in one step; the store and its history stay as they are."""
    try:
        with open_store_alone(output) as store:
            before = roll_back(store, output, release)
    except (NoRelease, RunStopped) as error:
        raise typer.BadParameter(str(error)) from error
    except Locked as error:
        print_line(console_on(stderr=True), f"error: {error}")
        raise typer.Exit(LOCKED) from None
    print_line(console_on(stderr=True), f"latest leads to {release} now, and led to {before or 'nothing'} before")
    typer.echo(str(output / "releases" / release))


@plain_endings()
def verify_command(*, output: Dataset = Path("output")) -> None:
    """Check a dataset: its store, the digests of its archive and releases, and the links between."""
    words, problems = console_on(stderr=True), 0
    with open_store(output) as store:
        for problem in verify(store, output):
            problems += 1
            print_line(console_on(), problem)
    print_line(words, f"{problems} problems" if problems != 1 else "1 problem")
    raise typer.Exit(PAGE_FAILED if problems else GOOD)


@plain_endings()
def reparse_command(  # noqa: PLR0913 - a command's options are its arguments
    *,
    output: Dataset = Path("output"),
    from_archive: Annotated[
        list[Path] | None, typer.Option(metavar="PATH", help="WARC files or folders; default: the dataset's own.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Read records of this version again as well.")] = False,
    jobs: Annotated[int | None, typer.Option(metavar="N", min=1, help="Processes; default: all cores.")] = None,
    config: Config = None,
    opposition: OppositionList = None,
    log_format: Logs = LogFormat.TEXT,
) -> None:
    """Read the records of another version of the parser again, from the pages in the archive."""
    policy = policy_of(settings_of(config, opposition=opposition))
    words = console_on(stderr=True)
    start_logging(words, log_format)
    archives = from_archive or [output / "archive"]
    try:
        with open_store_alone(output) as store:
            done = reparse(store, archives, policy, every=every, processes=jobs)
    except Locked as error:
        print_line(words, f"error: {error}")
        raise typer.Exit(LOCKED) from None
    except RunStopped as error:
        print_line(words, f"error: {error}")
        raise typer.Exit(UNHEALTHY) from None
    for number, why in done.left.items():
        print_line(console_on(), f"{number}  {why}")
    print_line(words, f"{done.same} the same, {done.changed} changed, {len(done.left)} left as they were ({FILE})")
    raise typer.Exit(PAGE_FAILED if done.left else GOOD)
