"""`refresh`: the night."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from atlas_scraper.commands.datasets import code_of, open_store_alone
from atlas_scraper.commands.endings import GOOD, LOCKED, PAGE_FAILED, UNHEALTHY, plain_endings
from atlas_scraper.commands.options import (
    BaseUrl,
    Config,
    Contact,
    Delay,
    IgnoreRobots,
    Jobs,
    LogFormat,
    Logs,
    MaxBytes,
    OppositionList,
    Timeout,
    WithPeople,
    choose_folder,
    policy_of,
    settings_of,
)
from atlas_scraper.commands.pinging import pinged
from atlas_scraper.commands.printing import console_on, print_line
from atlas_scraper.commands.watch import (
    Watch,
    closing_words,
    end_with,
    end_with_error,
    print_release,
    start_logging,
    stopped_by_signals,
)
from atlas_scraper.dataset.as_of import NoSuchDay, write_as_of
from atlas_scraper.dataset.frontier import Plan, queue_of, read_ids
from atlas_scraper.dataset.health import NoBounds, load_bounds
from atlas_scraper.dataset.lock import Locked
from atlas_scraper.dataset.store import Store
from atlas_scraper.errors import AtlasError, FetchError
from atlas_scraper.night.plans import Night
from atlas_scraper.night.refresh import refresh
from atlas_scraper.night.settings import Archive, Settings
from atlas_scraper.values.addresses import project_address


@plain_endings()
def refresh_command(  # noqa: PLR0913 - a command's options are its arguments
    *,
    output: Annotated[str, typer.Option(metavar="DIR", help="Folder of the dataset.")] = "output",
    ids: Annotated[str | None, typer.Option(metavar="IDS", help="1-20000, or 5,7, or a file of them.")] = None,
    max_age: Annotated[float | None, typer.Option(metavar="DAYS", min=0, help="Leave out what was seen since.")] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="Ask for at most so many projects.")] = None,
    max_time: Annotated[float | None, typer.Option(metavar="SECONDS", min=0, help="Stop asking after that.")] = None,
    from_archive: Annotated[
        list[Path] | None, typer.Option(metavar="PATH", help="WARC files or folders in place of the site.")
    ] = None,
    jobs: Jobs = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be asked for; ask for nothing.")] = False,
    keep: Annotated[
        int | None, typer.Option(metavar="N", help="Releases to keep, and as many of past days; default 14.")
    ] = None,
    archive: Annotated[
        Archive | None, typer.Option(help="all (default): keep each answer whole. changed: note what says the same.")
    ] = None,
    health: Annotated[Path | None, typer.Option(metavar="FILE", help="Health bounds in place of our own.")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DAY", help="Ask for nothing; write the release of a past day.")
    ] = None,
    ping: Annotated[
        str | None, typer.Option(metavar="URL", help="Tell a dead-man's switch (healthchecks.io) how it went.")
    ] = None,
    base_url: BaseUrl = None,
    delay: Delay = None,
    timeout: Timeout = None,
    max_bytes: MaxBytes = None,
    contact: Contact = None,
    ignore_robots: IgnoreRobots = None,
    config: Config = None,
    people: WithPeople = None,
    opposition: OppositionList = None,
    log_format: Logs = LogFormat.TEXT,
) -> None:
    """Refresh the dataset: ask for projects, and publish a release if it is healthy."""
    if jobs is not None and not from_archive:
        raise typer.BadParameter("--jobs is for --from-archive; the site is asked for one page after another")
    options: dict[str, Any] = {"base_url": base_url, "delay": delay, "timeout": timeout, "contact": contact}
    options |= {"max_bytes": max_bytes}
    options |= {"keep": keep, "archive": archive, "ping": ping}
    options |= {"health": health, "ignore_robots": ignore_robots, "people": people, "opposition": opposition}
    settings = settings_of(config, **options)
    policy_of(settings)
    folder = choose_folder(output) or Path(output)
    if as_of is not None:
        _write_as_of(folder, as_of, settings)
        return
    try:
        chosen = read_ids(ids) if ids is not None else None
        plan = Plan(chosen, max_age, limit, settings.sweep_share, settings.sweep_to)
        load_bounds(settings.health)
    except (FetchError, NoBounds) as error:
        raise typer.BadParameter(str(error)) from error
    if dry_run:
        _say_what_would_be_asked(folder, plan, settings)
        return
    words = console_on(stderr=True)
    start_logging(words, log_format)
    with pinged(settings.ping) as said:
        try:
            with stopped_by_signals(), Watch(words) as watch:
                outcome = refresh(Night(folder, settings, plan, tuple(from_archive or ()), max_time, jobs), watch)
        except AtlasError as error:
            end_with_error(words, error, log_format)
            said.words = str(error)
            raise typer.Exit(code_of(error)) from None
        end_with(words, outcome, log_format)
        said.is_good, said.words = outcome.release is not None, closing_words(outcome)
    print_release(outcome)
    if outcome.release is None:
        raise typer.Exit(UNHEALTHY)
    has_lost = outcome.report["visits"]["failed"] or outcome.report["archive_problems"]
    raise typer.Exit(PAGE_FAILED if has_lost else GOOD)


def _write_as_of(folder: Path, as_of: str, settings: Settings) -> None:
    """Write the release of a past day, and print its folder."""
    try:
        day = date.fromisoformat(as_of)
        with open_store_alone(folder) as store:
            release = write_as_of(store, folder, day, settings.policy, settings.base_url, keep=settings.keep)
    except (ValueError, NoSuchDay) as error:
        raise typer.BadParameter(f"--as-of {as_of}: {error}") from error
    except Locked as error:
        print_line(console_on(stderr=True), f"error: {error}")
        raise typer.Exit(LOCKED) from None
    typer.echo(str(release))


def _say_what_would_be_asked(folder: Path, plan: Plan, settings: Settings) -> None:
    """Print the addresses that a run would ask for; the store is read, never made."""
    if (folder / "store.sqlite").exists():
        with Store(folder / "store.sqlite") as store:
            queue, tail = queue_of(store, plan, datetime.now(UTC))
    else:
        with Store(Path(":memory:")) as store:
            queue, tail = queue_of(store, plan, datetime.now(UTC))
    for number in queue:
        typer.echo(project_address(settings.base_url, number))
    more = f", then new ones from {tail} on until 50 in a row are missing" if tail else ""
    hours = len(queue) * settings.delay / 3600
    typer.echo(f"{len(queue)} projects{more}; {hours:.1f} hours at least, at one in {settings.delay:g} s", err=True)
