"""A dataset checked: the store, the digests of archive and releases, and the links between them."""

from collections.abc import Iterator
from pathlib import Path

from atlas_scraper.dataset.changes import NoRelease
from atlas_scraper.dataset.release import FOLDER, LINK, latest
from atlas_scraper.dataset.rollback import damage_of
from atlas_scraper.dataset.store import Store
from atlas_scraper.errors import FetchError, RunStopped
from atlas_scraper.fetch.capture_pages import open_capture
from atlas_scraper.fetch.captures import Capture, list_captures
from atlas_scraper.fetch.replay import find_archives


def verify(store: Store, output: Path) -> Iterator[str]:
    """Yield a sentence for each thing that is wrong, with what to do next."""
    yield from _store(store)
    yield from _archive(output / "archive")
    yield from _releases(output)
    yield from _links(store, output)


def _store(store: Store) -> Iterator[str]:
    again = f"restore {store.path} from a copy, or move it away and rebuild it with `refresh --from-archive`"
    try:
        for (words,) in store.rows("PRAGMA integrity_check"):
            if words != "ok":
                yield f"{store.path}: {words}; next: {again}"
        for number in store.unreadable():
            yield f"{store.path}: the record of project {number} is of another model; next: run `reparse`"
    except RunStopped as stop:
        yield f"{store.path}: {stop.found}; next: {again}"


def _archive(folder: Path) -> Iterator[str]:
    try:
        files = find_archives([folder])
    except FetchError:
        return  # a dataset without an archive is told of by its links
    for file in files:
        problems: list[str] = []
        try:
            for capture in list_captures(file, problems):
                yield from _capture(capture)
        except FetchError as error:
            problems.append(str(error))
        yield from (f"{each}; next: restore {file} from a copy" for each in problems)


def _capture(capture: Capture) -> Iterator[str]:
    """Open a capture, which compares it with its digest; the body of a revisit stands in another record."""
    if capture.original is not None:
        return
    try:
        open_capture(capture)
    except FetchError as error:
        yield f"{capture.file}: {capture.address}: {error.found}; next: restore {capture.file} from a copy"


def _releases(output: Path) -> Iterator[str]:
    for folder in sorted(each for each in (output / FOLDER).glob("[!.]*") if each.is_dir()):
        for problem in damage_of(folder):
            yield f"{problem}; next: restore it from a copy, or `rollback` to another release"


def _links(store: Store, output: Path) -> Iterator[str]:
    try:
        if latest(output) is None:
            yield f"{output / LINK}: is not there; next: `refresh`, or `rollback RELEASE`"
    except NoRelease as error:
        yield f"{error.found}; next: `refresh`, or `rollback RELEASE`"
    archive = output / "archive"
    kept = {file.name.removesuffix(".warc.gz") for file in archive.glob("*.warc.gz")}
    used = {run for (run,) in store.rows("SELECT DISTINCT run FROM pages WHERE run IS NOT NULL AND record IS NOT NULL")}
    for run in sorted(used - kept):
        yield f"{archive / run}.warc.gz: records were read from it, and it is not there; next: restore it from a copy"
