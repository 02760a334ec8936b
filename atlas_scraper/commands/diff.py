"""`diff`: two releases beside each other."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from atlas_scraper.commands.endings import plain_endings
from atlas_scraper.dataset.changes import NoRelease, compare, read_release


@plain_endings()
def diff_command(
    before: Annotated[Path, typer.Argument(metavar="A", help="Folder of a release.")],
    after: Annotated[Path, typer.Argument(metavar="B", help="Folder of another.")],
) -> None:
    """Compare two releases: a line of JSON for each project that was added, changed or is gone."""
    counts = Counter[str]()
    try:
        for change in compare(read_release(before), read_release(after)):
            counts[change.change] += 1
            typer.echo(change.line(), nl=False)
    except NoRelease as error:
        raise typer.BadParameter(str(error)) from error
    typer.echo(", ".join(f"{counts[kind]} {kind}" for kind in ("added", "changed", "gone")), err=True)
