"""The records of archive files, and the way back to each: WARC and ARC, plain or in gzip, and WACZ.

A WACZ file is a zip with WARC files in it, mostly stored as they are; they are read in place. One that is compressed
once more is unpacked first, into a file that vanishes with us.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from atlas_scraper.fetch.inflating import Inflating
from atlas_scraper.fetch.members import MAGIC, records_of_members
from atlas_scraper.fetch.records import Problem, Record, records_in
from atlas_scraper.fetch.spool import Spool

Again = Callable[[], Record]
"""Reads a record again, from its place."""
_Opener = Callable[[], AbstractContextManager[BinaryIO]]
_PIECE = 64 * 1024
# WARC compresses to a tenth; a file that expands to more than this is a bomb.
_MOST_TIMES = 200
_LOCAL_HEADER = struct.Struct("<26xHH")
# What zipfile raises for a file that is damaged, encrypted, or compressed in a way that it does not know.
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, KeyError, struct.error)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a file that holds records: how to open the file, and the offsets between which they stand."""

    opened: _Opener
    start: int
    end: int


def records_of_file(file: Path, problem: Problem) -> Iterator[tuple[str, Record, Again]]:
    """Yield the records of a file with what reads each again.

    Args:
        file: a WARC or WACZ file.
        problem: is told what was lost.

    Yields:
        Name of the part within a WACZ file, empty for others; the record; what reads it again.

    Raises:
        OSError: the file cannot be read.
    """
    for name, part in _parts_of(file, problem):
        say = partial(_say, problem, name)
        with part.opened() as stream:
            for record, again in _records_of(part, stream, say):
                yield name, record, again


def _say(problem: Problem, name: str, words: str) -> None:
    problem(f"{name}: {words}" if name else words)


def _records_of(part: _Part, stream: BinaryIO, problem: Problem) -> Iterator[tuple[Record, Again]]:
    stream.seek(part.start)
    is_plain = stream.read(len(MAGIC)) != MAGIC
    stream.seek(part.start)
    if is_plain:
        text = cast("io.BufferedReader", stream)
        for offset, record in records_in(text, problem, part.start, part.end):
            yield record, partial(read_again, _Part(part.opened, offset, part.end))
        return
    spool = None
    for offset, is_first, record in records_of_members(stream, part.start, part.end, problem):
        if is_first:
            yield record, partial(read_again, _Part(part.opened, offset, part.end))
            continue
        # A member that holds many would be read from its beginning for each.
        spool = spool or Spool()
        place = spool.add(record.content)
        yield record, partial(_unspooled, replace(record, content=b""), spool, place, len(record.content))


def read_again(part: _Part) -> Record:
    """Read the record with which a part begins.

    Raises:
        OSError: the file cannot be read.
        LookupError: no record begins there any more.
    """
    with part.opened() as stream:
        found = next(_records_of(part, stream, lambda _: None), None)
    if found is None:
        raise LookupError("no record begins there any more")
    return found[0]


def read_first_record(data: bytes) -> Record | None:
    """Read the record with which bytes begin, plain or in gzip; `None` where they hold none that is whole."""
    spool = Spool()
    part = _Part(spool.opened, 0, spool.add(data) + len(data))
    with part.opened() as stream:
        found = next(_records_of(part, stream, lambda _: None), None)
    return found[0] if found else None


def end_of_whole_records(file: Path) -> int:
    """Give the offset behind the last whole gzip member of a file, where one that was killed goes on."""
    with file.open("rb") as stream:
        offset, size = 0, file.stat().st_size
        while offset < size:
            member = Inflating(stream, offset)
            try:
                while member.read(_PIECE):
                    pass
            except (zlib.error, EOFError):
                break
            offset = member.end
    return offset


def _unspooled(record: Record, spool: Spool, offset: int, length: int) -> Record:
    with spool.opened() as file:
        file.seek(offset)
        return replace(record, content=file.read(length))


def _parts_of(file: Path, problem: Problem) -> Iterator[tuple[str, _Part]]:
    """Yield the parts of a file with their names."""
    if not file.name.lower().endswith(".wacz"):
        yield "", _Part(partial(_opened, file), 0, file.stat().st_size)
        return
    with file.open("rb") as stream:
        try:
            wacz = zipfile.ZipFile(stream)
        except _ZIP_ERRORS as error:
            problem(f"it is no WACZ file ({error})")
            return
        for entry in wacz.infolist():
            if not entry.filename.lower().endswith((".warc", ".warc.gz")):
                continue
            try:
                part = _part_of(file, wacz, entry)
            except _ZIP_ERRORS as error:
                problem(f"{entry.filename}: it cannot be taken out of the WACZ file ({error})")
                continue
            yield entry.filename, part


def _part_of(file: Path, wacz: zipfile.ZipFile, entry: zipfile.ZipInfo) -> _Part:
    with wacz.open(entry) as packed:  # checks that it is there, in clear, and packed in a way that is known
        if entry.compress_type == zipfile.ZIP_STORED:
            start = _start_of(file, entry)
            return _Part(partial(_opened, file), start, start + entry.file_size)
        spool, length = Spool(), 0
        while piece := packed.read(_PIECE):
            length += len(piece)
            if length > max(entry.compress_size, _PIECE) * _MOST_TIMES:
                raise ValueError(f"it expands to more than {_MOST_TIMES} times its size")
            spool.add(piece)
    return _Part(spool.opened, 0, length)


def _start_of(file: Path, entry: zipfile.ZipInfo) -> int:
    with _opened(file) as stream:
        stream.seek(entry.header_offset)
        names = _LOCAL_HEADER.unpack(stream.read(_LOCAL_HEADER.size))
    return entry.header_offset + _LOCAL_HEADER.size + int(sum(names))


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    with file.open("rb") as stream:
        yield stream
