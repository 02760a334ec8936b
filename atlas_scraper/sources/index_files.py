"""Indexes that lie in files: CDX and CDXJ, plain or in gzip, and those inside WACZ files.

They name WARC files and places in them; a file is looked for beside its index, as crawlers leave it.
"""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from atlas_scraper.errors import FetchError
from atlas_scraper.sources.cdx import Values, read_lines

_WARCS = (".", "..", "../archive", "archive")
_ERRORS = (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, ValueError, KeyError)
IN_WACZ = "!"
"""Stands between a WACZ file and the WARC file within it."""


def lines_of(path: Path) -> Iterator[tuple[Values, str]]:
    """Yield what an index file says of each capture, with the place of the capture, empty where it names none.

    Raises:
        FetchError: the file cannot be read, or is no index.
    """
    sought = f"an index in {path}"
    for text in _texts_of(path):
        for values in read_lines(text, sought):
            yield values, _place_of(path, values)


def _texts_of(path: Path) -> Iterator[str]:
    try:
        if path.suffix.lower() != ".wacz":
            yield _text(path.read_bytes())
            return
        with zipfile.ZipFile(path) as wacz:
            names = [name for name in wacz.namelist() if name.startswith("indexes/") and _is_index(name)]
            if not names:
                raise FetchError(f"an index in {path}", "none in indexes/", "parse the file itself; it needs no index")
            for name in names:
                yield _text(wacz.read(name))
    except _ERRORS as error:
        next_step = "give an index file (.cdx, .cdxj, both also .gz, or .wacz)"
        raise FetchError(f"an index in {path}", str(error), next_step) from error


def _is_index(name: str) -> bool:
    return name.lower().removesuffix(".gz").endswith((".cdx", ".cdxj"))


def _text(data: bytes) -> str:
    if data.startswith(b"\x1f\x8b"):
        data = gzip.decompress(data)
    return data.decode("utf-8")


def _place_of(path: Path, values: Values) -> str:
    """Give the place of a capture: a WARC file, found beside its index, with offset and length."""
    name, offset = values.get("filename", ""), values.get("offset", "")
    if not name or not offset.isdigit():
        return ""
    plain = PurePosixPath(name).name
    if path.suffix.lower() == ".wacz":
        file = f"{path.resolve()}{IN_WACZ}archive/{plain}"
    else:
        folders = (path.resolve().parent / each for each in _WARCS)
        found = (folder / each for folder in folders for each in (name, plain) if (folder / each).is_file())
        file = str(next(found, path.resolve().parent / name))
    length = values.get("length", "")
    return f"{file}#{offset},{length if length.isdigit() else ''}"
