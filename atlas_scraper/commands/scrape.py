"""`scrape`: a handful of projects."""

from pathlib import Path
from typing import Annotated, Any

import typer

from atlas_scraper.commands.endings import GOOD, PAGE_FAILED, plain_endings
from atlas_scraper.commands.options import (
    BaseUrl,
    Config,
    Contact,
    Delay,
    IgnoreRobots,
    LogFormat,
    Logs,
    MaxBytes,
    OppositionList,
    Timeout,
    WithPeople,
    choose_folder,
    choose_formats,
    policy_of,
    settings_of,
)
from atlas_scraper.commands.printing import console_on, print_line
from atlas_scraper.commands.watch import start_logging, stopped_by_signals
from atlas_scraper.errors import FetchError
from atlas_scraper.night.scraping import addresses_of, scrape
from atlas_scraper.saved.batch import Tally, deliver
from atlas_scraper.writers import Format


@plain_endings()
def scrape_command(  # noqa: PLR0913 - a command's options are its arguments
    projects: Annotated[list[str], typer.Argument(metavar="URL-OR-ID", help="Addresses or numbers of projects.")],
    *,
    formats: Annotated[
        list[Format] | None,
        typer.Option("--format", help="May be repeated; default: json, or json, jsonl and csv with --output."),
    ] = None,
    output: Annotated[str | None, typer.Option(metavar="DIR", help="Folder to write into.")] = None,
    archive: Annotated[Path | None, typer.Option(metavar="FILE", help="Keep the answers in this WARC file.")] = None,
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
    """Fetch a handful of projects, politely, into records."""
    options: dict[str, Any] = {"base_url": base_url, "delay": delay, "timeout": timeout, "contact": contact}
    options |= {"max_bytes": max_bytes}
    settings = settings_of(config, **options, ignore_robots=ignore_robots, people=people, opposition=opposition)
    policy = policy_of(settings)
    folder = choose_folder(output)
    chosen = choose_formats(formats, folder)
    try:
        wanted = addresses_of(projects, settings.base_url)
    except FetchError as error:
        raise typer.BadParameter(str(error)) from error
    words, tally = console_on(stderr=True), Tally()
    start_logging(words, log_format)

    def say(line: str) -> None:
        print_line(words, line)

    with stopped_by_signals():
        deliver(scrape(wanted, settings, tally, say, archive=archive), chosen, folder, say, policy)
    print_line(words, str(tally))
    raise typer.Exit(PAGE_FAILED if tally.errors else GOOD)
