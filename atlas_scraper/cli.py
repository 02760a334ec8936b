"""The commands. Data goes to standard output, words go to standard error.

Exit codes: 0 good, 1 some page failed, 2 wrong usage, 3 nothing published, 4 another run holds the lock.
"""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from atlas_scraper import __version__, night_cli
from atlas_scraper.acceptance import accept_sample
from atlas_scraper.batch import Tally, counted, deliver, read_records
from atlas_scraper.endings import GOOD, PAGE_FAILED, plain_endings
from atlas_scraper.errors import AtlasError
from atlas_scraper.explanation import explain as explanation_of
from atlas_scraper.guard import guarded
from atlas_scraper.inputs import address_beside, find_pages, other_files, read_page
from atlas_scraper.night_options import Config, OppositionList, WithPeople, policy_of
from atlas_scraper.options import Samples, Url, as_usage_errors, choose_folder, choose_formats
from atlas_scraper.people_cli import oppose_command
from atlas_scraper.printing import console_on, difference_row, explanation_rows, print_diff, print_line, print_rows
from atlas_scraper.record.schema import json_schema
from atlas_scraper.report_cli import report_command
from atlas_scraper.samples import check_sample, find_samples, repair_of, stray_files
from atlas_scraper.scraping import fetch_page
from atlas_scraper.writers import Format
from atlas_scraper.writers.dictionary import dictionary

# Plain help and plain errors: boxes break long paths, and brackets in a path are no markup.
app = typer.Typer(
    name="atlas-scraper",
    help="Turn pages of the Atlas français de la coopération décentralisée into data.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_show_locals=False,
)

night_cli.add_to(app)
app.command("oppose")(oppose_command)
app.command("report")(report_command)


def main() -> None:
    """Run the command line: the console entry point `atlas-scraper`."""
    app(prog_name="atlas-scraper")


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"atlas-scraper {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Options of the program itself; its help is the program's."""


@app.command()
@plain_endings()
def parse(  # noqa: PLR0913 - a command's options are its arguments
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
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 even when some page failed.")] = False,
) -> None:
    """Read saved pages into records; no network is used."""
    folder = choose_folder(output)
    chosen = choose_formats(formats, folder)
    policy = policy_of(night_cli.settings_of(None, people=people, opposition=opposition))
    with as_usage_errors():
        pages = find_pages(paths)
    if url and len(pages) > 1:
        raise typer.BadParameter(f"--url is the address of a single page; {len(pages)} were given")
    tally, words = Tally(), console_on(stderr=True)
    if others := other_files(paths):
        kinds = ", ".join(f"{count} {ending}" for ending, count in sorted(others.items()))
        print_line(words, f"note: passed over {counted(others.total(), 'file')} not named like a page: {kinds}")
    silent = len(pages) == 1 or not words.is_terminal or (folder is None and sys.stdout.isatty())
    # Rich would otherwise send our standard output where the progress goes.
    bar = Progress(console=words, disable=silent, transient=True, redirect_stdout=False, redirect_stderr=False)
    with bar:
        turn = bar.track(pages, description="reading pages")
        records = read_records(turn, tally, lambda line: print_line(words, line), url=url, strict=strict)
        deliver(records, chosen, folder, lambda line: print_line(words, line), policy)
    if tally.without_id and Format.CSV in chosen:
        these = f"{counted(len(tally.without_id), 'record')} without project_id (first: {tally.without_id[0]})"
        advice = "name each file by its number, such as 14565.html, or give --url"
        print_line(words, f"warning: {these}; rows of the CSV lists cannot be joined to them: {advice}")
    print_line(words, str(tally))
    raise typer.Exit(PAGE_FAILED if tally.errors and not exit_zero else GOOD)


@app.command()
@plain_endings()
def explain(
    page: Annotated[str, typer.Argument(metavar="PATH-OR-URL", help="A page, - for standard input, or an address.")],
    *,
    url: Url = None,
    config: Config = None,
) -> None:
    """Show a page block by block, with who took each."""
    words = console_on(stderr=True)
    try:
        data, address = _page_to_explain(page, config)
        explanation = guarded(lambda: explanation_of(data, url=url or address))
    except AtlasError as error:
        print_line(words, f"error: {page}: {type(error).__name__}: {error}")
        raise typer.Exit(PAGE_FAILED) from None
    print_rows(console_on(), ("fate", "by", "text"), explanation_rows(explanation))
    fates = Counter(block.fate for block in explanation.blocks)
    counts = ", ".join(f"{fates[fate]} {fate}" for fate in ("taken", "ignored", "unread"))
    print_line(
        words, f"{page}: {explanation.rendition or 'no page'}, {counted(len(explanation.blocks), 'block')}: {counts}"
    )
    raise typer.Exit(PAGE_FAILED if explanation.error else GOOD)


def _page_to_explain(page: str, config: Path | None) -> tuple[bytes, str | None]:
    """Give the bytes and the address of a page, fetched or saved."""
    if page.startswith(("http://", "https://")):
        fetched = fetch_page(page, night_cli.settings_of(config))
        return fetched.body, fetched.address
    with as_usage_errors():
        if find_pages([page]) != [page]:
            raise typer.BadParameter(f"{page} is a folder; explain looks at one page")
    return read_page(page), address_beside(page)


@app.command()
@plain_endings()
def schema(
    *,
    as_dictionary: Annotated[
        bool, typer.Option("--dictionary", help="Print the data dictionary of the tables, in Markdown, instead.")
    ] = False,
) -> None:
    """Print the JSON Schema of a record."""
    if as_dictionary:
        typer.echo(dictionary(), nl=False)
        return
    typer.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))


@app.command()
@plain_endings()
def check(samples: Samples = [Path("samples")]) -> None:  # noqa: B006 - Typer reads it and changes nothing
    """Compare samples with their expected records."""
    with as_usage_errors():
        found = {folder: check_sample(folder) for place in samples for folder in find_samples(place)}
        strays = [stray for place in samples for stray in stray_files(place)]
    differences = [difference for each in found.values() for difference in each] + strays
    if differences:
        rows = map(difference_row, differences)
        print_rows(console_on(), ("sample", "field", "expected", "found"), rows)
    words = console_on(stderr=True)
    for folder, each in found.items():
        if each:
            print_line(words, f"{folder}: {counted(len(each), 'difference')}; {repair_of(folder, each)}")
    print_line(words, f"{counted(len(found), 'sample')}, {counted(len(differences), 'difference')}")
    raise typer.Exit(PAGE_FAILED if differences else GOOD)


@app.command()
@plain_endings()
def accept(
    samples: Samples = [Path("samples")],  # noqa: B006 - idem
    allow_loss: Annotated[bool, typer.Option("--allow-loss", help="Accept also what drops a value.")] = False,
) -> None:
    """Show what changed in samples, and make it expected."""
    with as_usage_errors():
        folders = [folder for place in samples for folder in find_samples(place)]
    words, counts = console_on(stderr=True), Counter[str]()
    for folder in folders:
        acceptance = accept_sample(folder, allow_loss=allow_loss)
        print_diff(console_on(), acceptance.diff)
        for reason in acceptance.refused:
            print_line(words, f"refused: {folder}: {reason}")
        counts["refused" if acceptance.refused else "accepted" if acceptance.diff else "unchanged"] += 1
        if acceptance.refused and acceptance.diff:
            print_line(words, f"{folder}: nothing was written; if these values may go: --allow-loss")
    print_line(words, ", ".join(f"{counts[outcome]} {outcome}" for outcome in ("accepted", "unchanged", "refused")))
    raise typer.Exit(PAGE_FAILED if counts["refused"] else GOOD)
