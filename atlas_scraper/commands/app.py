"""The commands. Data goes to standard output, words go to standard error.

Exit codes: 0 good, 1 some page failed, 2 wrong usage, 3 nothing published, 4 another run holds the lock, 5 cannot
write.
"""

from typing import Annotated

import typer

from atlas_scraper.commands.on_demand import Commands, OnDemand
from atlas_scraper.version import __version__

# In the order in which the help shows them: module, and the first line of the command's own help. The help of the
# program is to be shown without importing what the commands need; a test holds the lines equal.
COMMANDS: Commands = {
    "refresh": ("refresh", "Refresh the dataset: ask for projects, and publish a release if it is healthy."),
    "scrape": ("scrape", "Fetch a handful of projects, politely, into records."),
    "discover": ("discover", "List what web archives hold of the site: a row a capture, for `backfill` and for --ids."),
    "backfill": (
        "backfill",
        "Fetch captures from web archives into an archive of our own; what it has is not asked for again.",
    ),
    "status": ("status", "Say how a dataset is; exit code 0 good, 1 the last night was not, 3 the data is stale."),
    "runs": ("operator", "List the last runs, the newest first: what came of each, and whether it was believed."),
    "rollback": (
        "operator",
        "Make an earlier release the latest again, in one step; the store and its history stay as they are.",
    ),
    "verify": (
        "operator",
        "Check a dataset: its store, the digests of its archive and releases, and the links between.",
    ),
    "reparse": ("operator", "Read the records of another version of the parser again, from the pages in the archive."),
    "diff": ("diff", "Compare two releases: a line of JSON for each project that was added, changed or is gone."),
    "demo": (
        "demo",
        "Run thirty nights against an atlas of our own on this machine: the whole product, without network.",
    ),
    "oppose": ("people", "Print the line that keeps a person out of all data; add it to the opposition list."),
    "report": ("report", "Write the report of a release: one HTML file to look at, in English and French."),
    "explore": (
        "report",
        "Write the explorer of a release: one HTML file to search, filter and read its partnerships in.",
    ),
    "parse": ("parse", "Read saved pages into records; no network is used, but for --cluster."),
    "explain": ("explain", "Show a page block by block, with who took each."),
    "schema": ("schema", "Print the JSON Schema of a record."),
    "check": ("samples", "Compare samples with their expected records."),
    "accept": ("samples", "Show what changed in samples, and make it expected."),
}


class _Group(OnDemand):
    table = COMMANDS


# Plain help and plain errors: boxes break long paths, and brackets in a path are no markup.
app = typer.Typer(
    cls=_Group,
    name="atlas-scraper",
    help="Turn pages of the Atlas français de la coopération décentralisée into data.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_show_locals=False,
)


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
