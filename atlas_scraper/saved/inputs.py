"""Pages that lie in files: finding them in the paths that a user gives, and reading their bytes.

A page is named by its path as the user wrote it, `-` for standard input (`./-` is a file of that name).
"""

import os
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from atlas_scraper.errors import FetchError

STDIN = "-"
PAGE_SUFFIXES = (
    *(".html", ".htm", ".xhtml", ".txt", ".md", ".markdown", ".mhtml", ".mht"),
    *(".warc", ".warc.gz", ".wacz"),
)
# wget keeps the query in the name: `detailProjet.html?criteres.prjId=14565`.
_PAGE_NAME = re.compile(
    r"\.(?:x?html?|txt|md|markdown|mhtml?|warc(?:\.gz)?|wacz)(?:[?@].*)?$", re.IGNORECASE | re.DOTALL
)
_PROJECT_IN_NAME = re.compile(r"criteres\.prjId=0*([1-9][0-9]{0,8})(?![0-9])")


def find_pages(paths: Iterable[str]) -> list[str]:
    """List the pages in files and folders, sorted within each folder.

    Of a folder, the files with a page's suffix count, in all its subfolders, each folder once; hidden entries
    (`.git`) do not. What cannot be read is listed too: `bytes_of` says why, and the other pages go on.

    Raises:
        FetchError: when the paths hold no page at all.
    """
    paths = list(paths)
    pages = [page for path in paths for page in ([path] if path == STDIN else _pages_in(path))]
    if not any(page == STDIN or (os.path.lexists(page) and not Path(page).is_dir()) for page in pages):
        found = "; ".join(f"{path}: {_why_no_page(path)}" for path in paths)
        raise FetchError("pages to read", found, "give files, folders with pages, or - for standard input")
    return pages


def bytes_of(page: str) -> bytes:
    """Read the bytes of a page.

    Raises:
        FetchError: when there is no file that can be read to its end.
    """
    try:
        if page == STDIN:
            return sys.stdin.buffer.read()
        # A pipe may never end, nor a device; reading one is left to the shell.
        if Path(page).is_file():
            return Path(page).read_bytes()
    except OSError as error:
        raise FetchError("a page", error.strerror or str(error), "check the file and its permissions") from error
    raise FetchError("a page", _why_no_page(page), "check the path, or send the page through standard input as -")


def project_id_in_name(page: str) -> int | None:
    """Give the project's number where the file's name is it, `14565.html`, or holds it, as wget's names do."""
    stem = Path(page).stem
    if found := _PROJECT_IN_NAME.search(Path(page).name):
        return int(found[1])
    return int(stem) if re.fullmatch(r"0*[1-9][0-9]{0,8}", stem) else None


def other_files(paths: Iterable[str]) -> Counter[str]:
    """Count, by ending, the files in folders that are passed over because they are not named like a page."""
    folders = [Path(path) for path in paths if path != STDIN and Path(path).is_dir()]
    files = (file for folder in folders for file in folder.rglob("*") if _is_passed_over(file, folder))
    return Counter(file.suffix or file.name for file in files)


def _is_passed_over(file: Path, folder: Path) -> bool:
    is_hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not is_hidden and file.is_file() and not _PAGE_NAME.search(file.name)


def address_beside(page: str) -> str | None:
    """Give the address of a sample's page, which its `sample.toml` notes; `None` for any other page."""
    if Path(page).stem != "page":
        return None
    try:
        note = tomllib.loads((Path(page).parent / "sample.toml").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    address = note.get("address")
    return address if isinstance(address, str) else None


def _pages_in(path: str) -> list[str]:
    """List the pages under a path; the path itself when it is no folder, or a folder without pages."""
    waiting, seen, pages = [path], set(), []
    while path and waiting:
        here = waiting.pop()
        try:
            entries = sorted(Path(here).iterdir(), reverse=True)
        except OSError:
            # No folder; or a folder that cannot be listed, which must not pass in silence.
            if here == path or _PAGE_NAME.search(here) or Path(here).is_dir():
                pages.append(here)
            continue
        real = Path(here).resolve()
        if real not in seen:
            seen.add(real)
            waiting.extend(os.fspath(entry) for entry in entries if not entry.name.startswith("."))
    return pages or [path]


def _why_no_page(path: str) -> str:
    """Say why a path cannot be read as a page, in the system's words where it has some."""
    if not path:
        return "the path is empty"
    try:
        if not Path(path).is_dir():
            Path(path).stat()
            return "a pipe or device"
        next(Path(path).iterdir(), None)
    except OSError as error:
        return error.strerror or str(error)
    return f"a folder without a page ({', '.join(PAGE_SUFFIXES)})"
