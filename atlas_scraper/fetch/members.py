"""The gzip members of an archive: a damaged one is lost, and no other.

A damaged member is found out where its bytes make no sense any more, which may be within a later one, or by its
checksum. The next member is looked for right behind the beginning of the damaged one, so that a later one that was
overrun is not lost with it; as long as that has not cost more than the file is long, so that no file costs the square
of its size.
"""

import io
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from atlas_scraper.fetch.inflating import Inflating
from atlas_scraper.fetch.records import Problem, Record, records_in

MAGIC = b"\x1f\x8b\x08"
_PIECE = 64 * 1024
# The head of a member says how its first block is coded, in at most some hundred bytes; then comes the first word.
_HEAD, _FIRST_WORD = 1024, 64
_BEGINS = re.compile(rb"\s*(?:WARC/|filedesc:|https?://)")


def records_of_members(
    file: BinaryIO, start: int, end: int, problem: Problem, until: int | None = None
) -> Iterator[tuple[int, bool, Record]]:
    """Yield the records of a row of gzip members.

    Args:
        file: the file; nothing else may move in it meanwhile.
        start: offset of the first member.
        end: offset behind the last.
        problem: is told what was lost.
        until: offset from which on no further member is begun; the end by default.

    Yields:
        The member's offset; whether the record is its first; the record.
    """
    offset, room = start, end - start
    while offset < (end if until is None else until):
        member, is_first = Inflating(file, offset, limit=end), True
        try:
            for _, record in records_in(io.BufferedReader(member, _PIECE), problem):
                yield offset, is_first, record
                is_first = False
            behind = member.end
            following = find_member(file, behind, end)
            if following > behind and not (following == end and _is_padding(file, behind, end)):
                problem(f"{following - behind:,} bytes at {behind:,} are no record")
        except (zlib.error, EOFError) as error:
            reached = max(member.end, offset + 1)
            following = find_member(file, offset + 1 if room > 0 else reached, end)
            room -= max(reached - following, 0)
            problem(f"{following - offset:,} bytes at {offset:,} are damaged ({error})")
        offset = following


def find_member(file: BinaryIO, start: int, end: int) -> int:
    """Give the offset of the next member that begins with a record, or the end."""
    place, tail = start, b""
    while place < end:
        file.seek(place)
        piece = file.read(min(_PIECE, end - place))
        if not piece:
            break
        data = tail + piece
        for found in re.finditer(re.escape(MAGIC), data):
            candidate = place - len(tail) + found.start()
            if _is_member(file, candidate):
                return candidate
        place, tail = place + len(piece), data[-len(MAGIC) + 1 :]
    return end


def _is_member(file: BinaryIO, offset: int) -> bool:
    file.seek(offset)
    try:
        word = zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(file.read(_HEAD), _FIRST_WORD)
    except zlib.error:
        return False
    return bool(_BEGINS.match(word))


def _is_padding(file: BinaryIO, start: int, end: int) -> bool:
    """Tell whether there is nothing but zeros, as `tar` and tapes leave behind a file; between members a hole."""
    file.seek(start)
    while start < end:
        piece = file.read(min(_PIECE, end - start))
        if not piece or piece.strip(b"\0"):
            return not piece
        start += len(piece)
    return True
