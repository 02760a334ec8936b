"""The commands. Data goes to standard output, words go to standard error.

Exit codes: 0 good, 1 some page failed, 2 wrong usage, 3 nothing published, 4 another run holds the lock.
"""

from collections.abc import Callable
from typing import Annotated

import typer

from atlas_scraper.commands.explain import explain_command
from atlas_scraper.commands.night import demo_command, diff_command, refresh_command, scrape_command
from atlas_scraper.commands.parse import parse_command
from atlas_scraper.commands.people import oppose_command
from atlas_scraper.commands.report import report_command
from atlas_scraper.commands.samples import accept_command, check_command
from atlas_scraper.commands.schema import schema_command
from atlas_scraper.version import __version__

# Plain help and plain errors: boxes break long paths, and brackets in a path are no markup.
app = typer.Typer(
    name="atlas-scraper",
    help="Turn pages of the Atlas français de la coopération décentralisée into data.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_show_locals=False,
)

# In the order in which the help shows them.
_COMMANDS: dict[str, Callable[..., None]] = {
    "refresh": refresh_command,
    "scrape": scrape_command,
    "diff": diff_command,
    "demo": demo_command,
    "oppose": oppose_command,
    "report": report_command,
    "parse": parse_command,
    "explain": explain_command,
    "schema": schema_command,
    "check": check_command,
    "accept": accept_command,
}
for name, command in _COMMANDS.items():
    app.command(name)(command)


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
