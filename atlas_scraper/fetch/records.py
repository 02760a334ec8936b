"""The records in a text of WARC 1.0 or 1.1, or of ARC: each that is whole, and a sentence for what is not.

After what cannot be read, reading goes on with the next line that begins a record. Each byte is looked at once, so no
text, however it is made, costs more than its size.
"""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

MAX_BYTES = 5_000_000
_KEPT = MAX_BYTES + 256 * 1024  # a page and its headers
_PIECE = 64 * 1024
_MOST_HEADERS = 1000
# The line of an ARC record: address, IP address, moment, type, length.
_ARC = re.compile(rb"((?:filedesc:|https?:)\S+) \S+ (\d{14}) (?:.* )?(\d{1,15})\s*")
# Headers of our own, as WARC 1.1, 5.1 allows them.
SOURCE = "Atlas-Source"
"""Who captured the page."""
INDEXED_DIGEST = "Atlas-Indexed-Digest"
"""The digest by which the index of the archive that captured it names its payload."""
Problem = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Record:
    """One record.

    Args:
        headers: its own headers, names in lower case; the first of each name.
        content: what it holds, as far as a page may be long.
        length: bytes that it holds in all.
    """

    headers: dict[str, str]
    content: bytes
    length: int


class _BadRecord(Exception):  # noqa: N818 - says what the record is
    """A record that lacks what makes it one; the message says what it is."""


class _Text:
    """A stream that knows how far it was read."""

    def __init__(self, stream: io.BufferedReader, at: int, end: int | None) -> None:
        self._stream, self.at, self.end = stream, at, end

    def line(self) -> bytes:
        """Read a line, or as much of it as a header may have; empty at the end."""
        most = _PIECE if self.end is None else min(_PIECE, self.end - self.at)
        line = self._stream.readline(max(most, 0))
        self.at += len(line)
        return line

    def read(self, number: int) -> bytes:
        """Read so many bytes, fewer at the end."""
        piece = self._stream.read(number)
        self.at += len(piece)
        return piece

    def skip(self, number: int) -> int:
        """Read on over so many bytes, and give how many there were."""
        start = self.at
        while self.at < start + number and self.read(min(_PIECE, start + number - self.at)):
            pass
        return self.at - start


def records_in(
    stream: io.BufferedReader, problem: Problem, at: int = 0, end: int | None = None, until: int | None = None
) -> Iterator[tuple[int, Record]]:
    """Yield the records of a text with the offsets at which they begin.

    A record is given once what stands behind it has been read, since a compressed text that is damaged says so at its
    end only.

    Args:
        stream: the text, from its first byte on; what it raises is raised.
        problem: is told what was lost.
        at: offset of its first byte.
        end: offset behind its last byte, where it is known.
        until: offset from which on no further record is begun.
    """
    text, waiting, is_in_order = _Text(stream, at, end), None, True
    while True:
        start, line, others = _next_start(text)
        if others and is_in_order:
            problem(f"{others:,} bytes before {start:,} are no record")
        if waiting:
            yield waiting
        if not line or (until is not None and start >= until):
            return
        try:
            waiting, is_in_order = (start, _read(line, text)), True
        except _BadRecord as error:
            problem(f"the record at {start:,} {error}")
            waiting, is_in_order = None, False


def _next_start(text: _Text) -> tuple[int, bytes, int]:
    """Find the next line that begins a record.

    Returns:
        Its offset; the line, empty at the end; how many bytes before it are no blank lines.
    """
    others = 0
    while True:
        start, line = text.at, text.line()
        if not line or line.startswith(b"WARC/") or _ARC.fullmatch(line):
            return start, line, others
        others += len(line) if line.strip(b"\r\n\0") else 0


def _read(line: bytes, text: _Text) -> Record:
    """Read the record that a line begins.

    Raises:
        _BadRecord: it is none.
    """
    arc = _ARC.fullmatch(line)
    headers = _arc_headers(arc) if arc else _headers(text)
    said = headers.get("content-length", "")
    if not re.fullmatch(r"[0-9]{1,15}", said):
        raise _BadRecord(f"has no length that can be read ({said[:40]!r})")
    length = int(said)
    if text.end is not None and text.at + length > text.end:
        raise _BadRecord(f"has {text.end - text.at:,} bytes in place of {length:,}")
    content = text.read(min(length, _KEPT))
    found = len(content) + text.skip(length - len(content))
    if found < length:
        raise _BadRecord(f"has {found:,} bytes in place of {length:,}")
    return Record(headers, content, length)


def _headers(text: _Text) -> dict[str, str]:
    headers: dict[str, str] = {}
    name = ""
    for _ in range(_MOST_HEADERS):
        line = text.line()
        if not line.strip():
            return headers
        words = _decoded(line).rstrip("\r\n")
        if words[0] in " \t" and name:  # a folded header goes on
            headers[name] += words
            continue
        name, colon, value = words.partition(":")
        name = name.strip().lower() if colon else ""
        if name and name not in headers:
            headers[name] = value.strip()
        elif name:
            name = ""  # what goes on after a second header of a name is left out with it
    raise _BadRecord("has more headers than any record")


def _arc_headers(found: re.Match[bytes]) -> dict[str, str]:
    address, moment, length = _decoded(found[1]), found[2].decode(), found[3].decode()
    date = f"{moment[:4]}-{moment[4:6]}-{moment[6:8]}T{moment[8:10]}:{moment[10:12]}:{moment[12:]}Z"
    kind = "warcinfo" if address.startswith("filedesc:") else "response"
    return {"warc-type": kind, "warc-target-uri": address, "warc-date": date, "content-length": length}


def _decoded(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("latin-1")
