"""The captures in a stretch of an archive: those of the records that begin in it, each whole.

So an archive can be read in pieces, by whoever, without being read to be cut.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from atlas_scraper.fetch.captures import BadCapture, Capture, capture_of
from atlas_scraper.fetch.members import MAGIC, find_member, records_of_members
from atlas_scraper.fetch.records import Problem, Record, records_in

_PIECE = 64 * 1024
# Where a record of a text may begin: the line behind a blank one.
_BEGINS = re.compile(rb"(?<=\n\r\n)WARC/1\.[01]\r?\n|(?<=\n\n)WARC/1\.[01]\r?\n")
_LOOK_BACK, _OVERLAP = 3, 16


class Stretch(NamedTuple):
    """A stretch of a WARC file, which may stand in another file.

    Args:
        base: offset at which the WARC file begins.
        limit: offset behind it.
        start: offset at which the stretch begins.
        end: offset behind it.
    """

    base: int
    limit: int
    start: int
    end: int


def captures_between(file: BinaryIO, name: str, stretch: Stretch, problem: Problem) -> Iterator[Capture]:
    """Yield the captures of the records that begin in a stretch.

    Of a WARC file that is compressed as a whole, all records begin where it does.

    Args:
        file: the file; nothing else may move in it meanwhile.
        name: of the WARC file.
        stretch: of it.
        problem: is told what cannot be read.
    """
    for number, record in enumerate(_records(file, stretch, problem)):
        try:
            capture = capture_of(record, Path(name), "", number, lambda kept=record: kept)  # type: ignore[misc]
        except BadCapture as error:
            problem(str(error))
            continue
        if capture:
            yield capture


def _records(file: BinaryIO, stretch: Stretch, problem: Problem) -> Iterator[Record]:
    file.seek(stretch.base)
    is_packed = file.read(len(MAGIC)) == MAGIC
    base, limit, first, until = stretch
    if first > base and is_packed:
        first = find_member(file, first, min(until + len(MAGIC) - 1, limit))  # one may lie across the border
    elif first > base:
        first = _find_line(file, first, until)
    if first >= until:
        return
    if is_packed:
        yield from (record for _, _, record in records_of_members(file, first, limit, problem, until))
    else:
        file.seek(first)
        text = cast("io.BufferedReader", file)
        yield from (record for _, record in records_in(text, problem, first, limit, until))


def _find_line(file: BinaryIO, start: int, end: int) -> int:
    """Give the offset of the next line with which a record begins, or the end."""
    place = max(start - _LOOK_BACK, 0)
    while place < end:
        file.seek(place)
        data = file.read(_PIECE)
        for found in _BEGINS.finditer(data):
            if place + found.start() >= start:
                return min(place + found.start(), end)
        if len(data) <= _OVERLAP:
            break
        place += len(data) - _OVERLAP
    return end
