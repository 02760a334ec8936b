"""What is zipped: the WARC files in a WACZ file and where they stand, and the lines of indexes."""

import gzip
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, BinaryIO

from atlas_scraper.cluster.places import is_index, opened
from atlas_scraper.errors import FetchError

_LOCAL_HEADER = struct.Struct("<26xHH")
_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, KeyError, RuntimeError, struct.error)


@dataclass(frozen=True, slots=True)
class Member:
    """A WARC file in a WACZ file.

    Args:
        name: its path there.
        start: offset at which it begins; 0 when it is packed.
        end: offset behind it; its size unpacked when it is packed.
        is_packed: whether the zip compresses it once more, so that it has no offsets of its own.
    """

    name: str
    start: int
    end: int
    is_packed: bool = False


def members_of(place: str) -> list[Member]:
    """List the WARC files in a WACZ file.

    Raises:
        FetchError: it is none.
    """
    with opened(place) as file, _read(place), zipfile.ZipFile(file) as wacz:
        return [
            _member(file, each) for each in wacz.infolist() if each.filename.lower().endswith((".warc", ".warc.gz"))
        ]


def _member(file: BinaryIO, entry: zipfile.ZipInfo) -> Member:
    if entry.compress_type != zipfile.ZIP_STORED:
        return Member(entry.filename, 0, entry.file_size, is_packed=True)
    file.seek(entry.header_offset)
    lengths = _LOCAL_HEADER.unpack(file.read(_LOCAL_HEADER.size))
    start = entry.header_offset + _LOCAL_HEADER.size + sum(lengths)
    return Member(entry.filename, start, start + entry.file_size, is_packed=False)


def index_lines(place: str) -> Iterator[str]:
    """Yield the lines of a WACZ file's own indexes.

    Raises:
        FetchError: it is none.
    """
    with opened(place) as file, _read(place), zipfile.ZipFile(file) as wacz:
        for name in sorted(wacz.namelist()):
            if name.startswith("indexes/") and is_index(name):
                with wacz.open(name) as packed:
                    yield from _text(packed, name)


def lines_of(place: str) -> Iterator[str]:
    """Yield the lines of an index.

    Raises:
        FetchError: it cannot be read.
    """
    with opened(place) as file, _read(place):
        yield from _text(file, place)


def _text(file: IO[bytes], name: str) -> Iterator[str]:
    if name.lower().endswith(".gz"):
        with gzip.open(file) as unpacked:
            yield from (line.decode("utf-8", "replace") for line in unpacked)
    else:
        yield from (line.decode("utf-8", "replace") for line in file)


@contextmanager
def _read(place: str) -> Iterator[None]:
    try:
        yield
    except (*_ERRORS, OSError) as error:
        raise FetchError("a WACZ file or an index", f"{place}: {error}", "give another copy of it") from error
