"""A release: a folder written aside, checked by reading it back, and put in place in one step.

`latest` is a symbolic link, replaced by renaming another over it (POSIX rename is atomic): whoever resolves it once
reads one release, whole, whatever happens meanwhile.
"""

import logging
import os
import re
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from atlas_scraper.dataset.changes import NoRelease
from atlas_scraper.dataset.reading_back import check
from atlas_scraper.dataset.store import Store
from atlas_scraper.record.model import Partnership
from atlas_scraper.writers import Format, write_records
from atlas_scraper.writers.browse import FILE as BROWSE
from atlas_scraper.writers.browse import metadata_of
from atlas_scraper.writers.dictionary import CARD, DICTIONARY, card, dictionary
from atlas_scraper.writers.files import complete_files
from atlas_scraper.writers.history import History
from atlas_scraper.writers.package import FILE as PACKAGE
from atlas_scraper.writers.package import ReleaseFacts, package_of, text_of

LINK, FOLDER = "latest", "releases"
_DATED = re.compile(r"\d{8}T\d{6}Z")
_log = logging.getLogger(__name__)


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


def last_release(output: Path, store: Store) -> Path | None:
    """Give the folder of the last release, found by the store where somebody has removed `latest` or what it leads to.

    Raises:
        NoRelease: `latest` is no link.
    """
    link = output / LINK
    if link.exists() or (os.path.lexists(link) and not link.is_symlink()):
        return latest(output)
    for run, _, outcome, _, _ in store.runs():
        folder = output / FOLDER / run
        if outcome == "published" and folder.is_dir():
            _log.warning("%s leads nowhere; %s is taken for the last release", link, folder)
            return folder.resolve()
    return None


@dataclass(frozen=True, slots=True)
class Content:
    """What a folder of a release holds.

    Args:
        records: gives the records, by number.
        facts: what it says of itself.
        extras: further files: name and what gives their lines.
        formats: which formats; JSON, JSON Lines and CSV are always among them.
        folder: its place in the release; empty for the release itself.
        history: gives the rows of the tables of history; without it there are no such tables.
    """

    records: Callable[[], Iterator[Partnership]]
    facts: ReleaseFacts
    extras: Mapping[str, Callable[[], Iterable[str]]]
    formats: Sequence[Format] = tuple(Format)
    folder: str = ""
    history: Callable[[], History] | None = None


def write_release(output: Path, run: str, contents: Iterable[Content]) -> Path:
    """Write a release aside, check it, and give it its name.

    What names people can be read by its owner alone, from its first byte on; what does not, by everybody, whatever the
    umask, as soon as it is complete and checked.

    Args:
        output: folder of the dataset.
        run: name of the release.
        contents: what its folders hold.

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
        final.parent.mkdir(parents=True, exist_ok=True)
        with _private():
            partial.mkdir()
            for content in contents:
                _write(partial / content.folder, content)
        for folder in (partial, partial.parent, output):
            _let_through(folder)
        _sync(partial)
        partial.rename(final)
        _sync(final.parent)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    return final


@contextmanager
def _private() -> Iterator[None]:
    """Make all that is made meanwhile its owner's alone, the files that libraries make for themselves too."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def _let_through(folder: Path) -> None:
    """Let everybody pass through a folder on the way to `public/`; whether it can be listed stays as it is."""
    mode = stat.S_IMODE(folder.stat().st_mode)
    if mode & 0o111 != 0o111:
        folder.chmod(mode | 0o111)


def _write(folder: Path, content: Content) -> None:
    history = content.history() if content.history else None
    write_records(content.records(), folder, content.formats, history)
    with complete_files(folder) as files:
        for name, lines in content.extras.items():
            files.text(name).writelines(lines())
        files.text(DICTIONARY).write(dictionary())
        files.text(CARD).write(card(content.facts))
        files.text(BROWSE).write(text_of(metadata_of(content.facts)))
    rows = check(folder, content.records)
    package = text_of(package_of(folder, content.facts, rows))
    with complete_files(folder) as files:  # the last one, for it holds the digests of the others
        files.text(PACKAGE).write(package)
    if content.facts.is_public:
        for path in folder.iterdir():
            if path.is_file():
                path.chmod(0o644)
        folder.chmod(0o755)
    _sync(folder)


def switch(output: Path, release: Path) -> None:
    """Make a release the latest, in one step."""
    aside = output / f".{LINK}.{os.getpid()}"
    aside.unlink(missing_ok=True)
    aside.symlink_to(Path(FOLDER) / release.name)
    aside.replace(output / LINK)
    _sync(output)


def prune(output: Path, keep: int) -> list[str]:
    """Remove the oldest releases beyond a number, and what killed runs left; never the latest one.

    A release that is dated in the future was made under a clock that ran ahead: it goes first.

    Returns:
        Names of the releases that were removed.
    """
    folder, current = output / FOLDER, latest(output)
    for leftover in folder.glob(".*.partial"):
        shutil.rmtree(leftover)
    releases = sorted(
        (each for each in folder.iterdir() if each.is_dir()), key=lambda each: (not _is_ahead(each.name), each.name)
    )
    removed = [each for each in releases[:-keep] if current is None or each.name != current.name]
    for each in removed:
        shutil.rmtree(each)
    return [each.name for each in removed]


def _is_ahead(name: str) -> bool:
    """Tell whether a release is dated in the future."""
    date = _DATED.match(name)
    return date is not None and date[0] > datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")


def _sync(folder: Path) -> None:
    """Make the names in a folder last; a file's own fsync does not."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
