"""A release: a folder written aside, checked by reading it back, and put in place in one step.

`latest` is a symbolic link, replaced by renaming another over it (POSIX rename is atomic): whoever resolves it once
reads one release, whole, whatever happens meanwhile.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from atlas_scraper.dataset.changes import NoRelease
from atlas_scraper.dataset.reading_back import check
from atlas_scraper.record.model import Partnership
from atlas_scraper.writers import Format, write_records
from atlas_scraper.writers.files import complete_files

LINK, FOLDER = "latest", "releases"


def latest(output: Path) -> Path | None:
    """Give the folder of the last release, `None` when there is none yet.

    Raises:
        NoRelease: `latest` leads nowhere, or is no link.
    """
    link = output / LINK
    if not os.path.lexists(link):
        return None
    if not link.is_symlink() or not link.is_dir():
        found = f"{link} is no link to a folder"
        raise NoRelease("the last release", found, f"link it to a folder of {output / FOLDER}, or remove it")
    return link.resolve()


def write_release(
    output: Path,
    run: str,
    records: Callable[[], Iterator[Partnership]],
    extras: Mapping[str, Callable[[], Iterable[str]]],
    formats: Iterable[Format] = Format,
) -> Path:
    """Write a release aside, check it, and give it its name.

    Args:
        output: folder of the dataset.
        run: name of the release.
        records: gives the records, by number.
        extras: further files: name and what gives their lines.
        formats: which formats; JSON, JSON Lines and CSV are always among them.

    Returns:
        Its folder; `latest` still leads to the one before.

    Raises:
        OSError: it cannot be written; nothing of it stays.
        BrokenRelease: what is read back is not what was written.
    """
    final = output / FOLDER / run
    partial = output / FOLDER / f".{run}.partial"
    for leftover in (partial, final):
        if leftover.exists():
            shutil.rmtree(leftover)
    try:
        write_records(records(), partial, formats)
        with complete_files(partial) as files:
            for name, lines in extras.items():
                files.text(name).writelines(lines())
        check(partial, records)
        _sync(partial)
        partial.rename(final)
        _sync(final.parent)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    return final


def switch(output: Path, release: Path) -> None:
    """Make a release the latest, in one step."""
    aside = output / f".{LINK}.{os.getpid()}"
    aside.unlink(missing_ok=True)
    aside.symlink_to(Path(FOLDER) / release.name)
    aside.replace(output / LINK)
    _sync(output)


def prune(output: Path, keep: int) -> list[str]:
    """Remove the oldest releases beyond a number, and what killed runs left; never the latest one.

    Returns:
        Names of the releases that were removed.
    """
    folder, current = output / FOLDER, latest(output)
    for leftover in folder.glob(".*.partial"):
        shutil.rmtree(leftover)
    releases = sorted(each for each in folder.iterdir() if each.is_dir())
    removed = [each for each in releases[:-keep] if current is None or each.name != current.name]
    for each in removed:
        shutil.rmtree(each)
    return [each.name for each in removed]


def _sync(folder: Path) -> None:
    """Make the names in a folder last; a file's own fsync does not."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
