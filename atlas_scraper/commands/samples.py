"""The commands that keep the samples true: `check` and `accept`."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from atlas_scraper.commands.endings import GOOD, PAGE_FAILED, plain_endings
from atlas_scraper.commands.options import (
    Samples,
    as_usage_errors,
)
from atlas_scraper.commands.printing import (
    console_on,
    difference_row,
    print_diff,
    print_line,
    print_rows,
)
from atlas_scraper.saved.acceptance import accept_sample
from atlas_scraper.saved.readings import counted
from atlas_scraper.saved.samples import check_sample, find_samples, repair_of, stray_files


@plain_endings()
def check_command(samples: Samples = [Path("samples")]) -> None:  # noqa: B006 - Typer reads it and changes nothing
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


@plain_endings()
def accept_command(
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
