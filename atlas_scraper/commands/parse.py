"""The command that reads saved pages: `parse`."""

import sys
from contextlib import AbstractContextManager, closing, nullcontext
from pathlib import Path
from typing import Annotated

import typer

from atlas_scraper.commands.endings import GOOD, PAGE_FAILED, plain_endings
from atlas_scraper.commands.options import (
    Jobs,
    OppositionList,
    Url,
    WithPeople,
    as_usage_errors,
    choose_folder,
    choose_formats,
    policy_for,
)
from atlas_scraper.commands.printing import Output, Plain, console_on, print_line
from atlas_scraper.saved.batch import OnPage, Tally, deliver, read_records
from atlas_scraper.saved.inputs import find_pages, other_files
from atlas_scraper.saved.readings import counted
from atlas_scraper.writers import Format


@plain_endings()
def parse_command(  # noqa: PLR0913 - a command's options are its arguments
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Pages, archives (WARC), folders of them, or -.")],
    *,
    formats: Annotated[
        list[Format] | None,
        typer.Option("--format", help="May be repeated; default: json, or json, jsonl and csv with --output."),
    ] = None,
    output: Annotated[str | None, typer.Option(metavar="DIR", help="Folder to write into.")] = None,
    url: Url = None,
    strict: Annotated[bool, typer.Option("--strict", help="Make the first issue of a record an error.")] = False,
    people: WithPeople = None,
    opposition: OppositionList = None,
    jobs: Jobs = None,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS", help="Read archives, by path or URL, on the Dask scheduler there; local: begin one here."
        ),
    ] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even when some page failed.")] = False,
) -> None:
    """Read saved pages into records; no network is used, but for --cluster."""
    words = console_on(stderr=True)
    if cluster is not None:
        from atlas_scraper.commands.cluster import parse_on_cluster  # noqa: PLC0415 - Dask is not for everybody

        if url or strict:
            raise typer.BadParameter("--url and --strict are for pages that are read here, not with --cluster")
        policy = policy_for(people, opposition)
        with _progress(words, Path()) as on_piece:
            is_good = parse_on_cluster(
                paths, output, formats, policy, cluster, jobs, on_piece, lambda line: print_line(words, line)
            )
        raise typer.Exit(GOOD if is_good or exit_zero else PAGE_FAILED)
    folder = choose_folder(output)
    chosen = choose_formats(formats, folder)
    policy = policy_for(people, opposition)
    with as_usage_errors():
        pages = find_pages(paths)
    if url and len(pages) > 1:
        raise typer.BadParameter(f"--url is the address of a single page; {len(pages)} were given")
    tally = Tally()
    if others := other_files(paths):
        kinds = ", ".join(f"{count} {ending}" for ending, count in sorted(others.items()))
        print_line(words, f"note: passed over {counted(others.total(), 'file')} not named like a page: {kinds}")
    with _progress(words, folder) as on_page:
        records = read_records(
            pages, tally, lambda line: print_line(words, line), url=url, strict=strict, jobs=jobs, on_page=on_page
        )
        with closing(records):
            deliver(records, chosen, folder, lambda line: print_line(words, line), policy)
    if tally.without_id and Format.CSV in chosen:
        these = f"{counted(tally.without_id, 'record')} without project_id (first: {tally.first_without_id})"
        advice = "name each file by its number, such as 14565.html, or give --url"
        print_line(words, f"warning: {these}; rows of the CSV lists cannot be joined to them: {advice}")
    print_line(words, str(tally))
    raise typer.Exit(PAGE_FAILED if tally.errors and not exit_zero else GOOD)


def _progress(words: Output, folder: Path | None) -> AbstractContextManager[OnPage]:
    """Show progress on a terminal, unless the records go there."""
    if isinstance(words, Plain) or not words.is_terminal or (folder is None and sys.stdout.isatty()):
        return nullcontext(lambda _read, _total: None)
    from atlas_scraper.commands.terminal import ReadingBar  # noqa: PLC0415 - see Plain

    return ReadingBar(words)
