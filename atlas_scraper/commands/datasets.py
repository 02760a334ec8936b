"""What the commands share that look after a dataset: its folder, its store, and how a run ends that cannot begin."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from atlas_scraper.commands.endings import CANNOT_WRITE, LOCKED, UNHEALTHY, WRONG_USAGE
from atlas_scraper.dataset.home import CannotWrite
from atlas_scraper.dataset.lock import Locked, locked
from atlas_scraper.dataset.store import FILE as STORE
from atlas_scraper.dataset.store import Store
from atlas_scraper.errors import AtlasError, FetchError, RunStopped

Dataset = Annotated[Path, typer.Option("--output", metavar="DIR", help="Folder of the dataset.")]


def code_of(error: AtlasError) -> int:
    """Give the exit code of an error that ended a run before it began."""
    codes = {Locked: LOCKED, CannotWrite: CANNOT_WRITE, FetchError: WRONG_USAGE}
    return next((code for kind, code in codes.items() if isinstance(error, kind)), UNHEALTHY)


@contextmanager
def open_store(output: Path) -> Iterator[Store]:
    """Open the store of a dataset that is there; none, or one that cannot be used, is wrong usage."""
    _check(output)
    try:
        store = Store(output / STORE)
    except RunStopped as error:
        raise typer.BadParameter(str(error)) from error
    with store:
        yield store


@contextmanager
def open_store_alone(output: Path) -> Iterator[Store]:
    """Open the store of a dataset and hold its lock meanwhile; without a dataset there is none to hold.

    Raises:
        Locked: another run holds it.
    """
    _check(output)
    with locked(output / "lock"), open_store(output) as store:
        yield store


def _check(output: Path) -> None:
    file = output / STORE
    if not file.is_file():
        raise typer.BadParameter(
            f"no dataset in {output}: no {file}; give the folder that `refresh --output` writes to"
        )
