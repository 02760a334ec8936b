"""The captures of WARC files, ours and those of others: wget, browsertrix, Common Crawl.

Others keep more, and keep it otherwise: bodies with their chunks still on (wget) or already off (Common Crawl),
`resource` records without HTTP headers, files compressed as one stream, WACZ files (a zip with WARC files in it).
"""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.content import collect, decode
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.values.addresses import canonical_address

SUFFIXES = (".warc", ".warc.gz", ".wacz")
MAX_BYTES = 5_000_000
_PIECE = 64 * 1024
_BLANK_LINES = 4  # behind a record that is not compressed
_TYPES = {"response", "resource", "revisit"}
# What a damaged or cut file makes warcio raise.
BROKEN = (ArchiveLoadFailed, EOFError, OSError, zlib.error, zipfile.BadZipFile, ValueError)


@dataclass(frozen=True, slots=True)
class Capture:
    """One capture, its body not read.

    Args:
        file: the file it stands in.
        member: its part of a WACZ file, empty for other files.
        number: its place among the records of the file.
        offset: where its record begins, for a file whose records can be reached one by one.
        address: canonical address.
        date: when it was made, UTC.
        status: HTTP status.
        digest: digest of its payload, as the archive gives it.
        night: the night it belongs to: a run of `refresh`, or else its day.
        original: address and date of the capture that holds its body, for a `revisit`.
    """

    file: Path
    member: str
    number: int
    offset: int | None
    address: str
    date: datetime
    status: int
    digest: str
    night: str
    original: tuple[str, str] | None = None


def is_archive(name: str) -> bool:
    """Tell whether a file is named like an archive."""
    return name.lower().endswith(SUFFIXES)


def list_captures(file: Path, problems: list[str]) -> Iterator[tuple[Capture, Any]]:
    """Yield the captures of a file with their warcio records, whose bodies can be read until the next is asked for.

    Args:
        file: a WARC or WACZ file.
        problems: is given a sentence for what cannot be used.

    Raises:
        FetchError: the file cannot be read, or is no archive.
    """
    found, end = False, 0
    try:
        for member, stream, has_offsets in _streams(file):
            records = ArchiveIterator(stream, arc2warc=True)
            run = ""
            for number, record in enumerate(records):
                found = True
                run = _run_of(record, file) if record.rec_type == "warcinfo" else run
                capture = _capture_of(record, file, member, number, problems)
                if capture:
                    offset = records.get_record_offset() if has_offsets else None
                    yield replace(capture, offset=offset, night=run or capture.night), record
                end = records.get_record_offset() + records.get_record_length()
                if getattr(record.raw_stream, "limit", 0) > 0:
                    problems.append(_cut(file, "the last record is shorter than it says"))
            if has_offsets and end + _BLANK_LINES < file.stat().st_size:
                problems.append(_cut(file, f"{file.stat().st_size - end} bytes at the end are no whole record"))
    except BROKEN as error:
        if not found:
            next_step = "give files in WARC format (.warc, .warc.gz, .wacz)"
            raise FetchError("an archive", f"{file}: {error}", next_step) from error
        problems.append(_cut(file, str(error)))
    if not found:
        raise FetchError("an archive with records", f"none in {file}", "give files in WARC format")


def _cut(file: Path, why: str) -> str:
    return f"{file}: ends in the middle of a record ({why}); the records before it were read"


def read_capture(capture: Capture, record: Any, max_bytes: int = MAX_BYTES) -> RawPage:
    """Read the body of a capture.

    Raises:
        FetchError: it was cut short when it was made, is too large, or in a coding that is not known.
    """
    headers = record.http_headers.headers if record.http_headers else []
    if reason := record.rec_headers.get_header("WARC-Truncated"):
        raise FetchError("a whole page", f"a capture cut short ({reason})", "capture it again", kind="cut short")
    named = {name.lower(): value for name, value in headers}
    raw = collect(iter(lambda: record.raw_stream.read(_PIECE), b""), max_bytes)
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise FetchError(
            "a whole page", "a capture cut short at the end of its file", "capture it again", kind="cut short"
        )
    if "chunked" in named.get("transfer-encoding", "").lower():
        raw = _without_chunks(raw)
    coding = named.get("content-encoding")
    # A crawler that keeps bodies decoded may leave the header as it came.
    is_coded = coding and not (coding.lower().endswith("gzip") and raw[:2] != b"\x1f\x8b")
    return RawPage(
        address=capture.address,
        status=capture.status,
        reason="",
        headers=tuple(headers),
        payload=raw,
        body=decode(raw, coding, max_bytes) if is_coded else raw,
        retrieved_at=capture.date,
        has_end="content-length" in named or "transfer-encoding" in named or bool(coding),
    )


def open_capture(capture: Capture, max_bytes: int = MAX_BYTES) -> RawPage:
    """Open the file of a capture again and read its body.

    Raises:
        FetchError: as `read_capture`, or the file has changed.
    """
    if capture.offset is not None:
        with capture.file.open("rb") as stream:
            stream.seek(capture.offset)
            return read_capture(capture, next(ArchiveIterator(stream, arc2warc=True)), max_bytes)
    for found, record in list_captures(capture.file, []):
        if (found.member, found.number) == (capture.member, capture.number):
            return read_capture(capture, record, max_bytes)
    raise FetchError("a capture", f"{capture.file} no longer holds it", "leave archives alone while they are read")


def _streams(file: Path) -> Iterator[tuple[str, IO[bytes], bool]]:
    """Yield the WARC streams of a file: name within it, stream, whether records can be reached by offset."""
    if not file.name.lower().endswith(".wacz"):
        with _opened(file) as (stream, has_offsets):
            yield "", stream, has_offsets
        return
    with zipfile.ZipFile(file) as wacz:
        for name in sorted(name for name in wacz.namelist() if name.lower().endswith((".warc", ".warc.gz"))):
            with wacz.open(name) as stream:
                # warcio wants to look ahead, which the zip's stream does not do for a gzip of a single member.
                yield name, io.BufferedReader(stream, _PIECE), False  # type: ignore[type-var]


@contextmanager
def _opened(file: Path) -> Iterator[tuple[IO[bytes], bool]]:
    with file.open("rb") as stream:
        if not _is_one_gzip(stream):
            yield stream, True
            return
        with gzip.open(stream) as whole:
            yield whole, False  # type: ignore[misc]


def _is_one_gzip(stream: IO[bytes]) -> bool:
    """Tell whether a file is compressed as a whole: its first gzip member holds more than one record."""
    start = stream.read(2)
    stream.seek(0)
    if start != b"\x1f\x8b":
        return False
    inflate = zlib.decompressobj(16 + zlib.MAX_WBITS)
    tail = b""
    try:
        while not inflate.eof and (piece := stream.read(_PIECE)):
            text = tail + inflate.decompress(piece, 16 * _PIECE)
            if b"\r\n\r\nWARC/" in text:
                return True
            tail = text[-16:]
    except zlib.error:
        return False
    finally:
        stream.seek(0)
    return False


def _run_of(info: Any, file: Path) -> str:
    """Give the run whose archive a file is, from its `warcinfo`; empty for files made otherwise."""
    fields = info.content_stream().read(_PIECE).decode("utf-8", "replace").splitlines()
    is_ours = any(field.startswith("software: atlas_scraper/") for field in fields)
    is_run = is_ours and not any(field.startswith("source: ") for field in fields)
    return file.name.removesuffix(".gz").removesuffix(".warc") if is_run else ""


def _capture_of(record: Any, file: Path, member: str, number: int, problems: list[str]) -> Capture | None:
    headers = record.rec_headers
    address, kind = headers.get_header("WARC-Target-URI"), record.rec_type
    if kind not in _TYPES or not address or not address.strip("<>").lower().startswith("http"):
        return None
    try:
        date = datetime.fromisoformat(headers.get_header("WARC-Date"))
        status = int(record.http_headers.get_statuscode()) if record.http_headers else 200
    except (TypeError, ValueError) as error:
        problems.append(f"{file}: the capture of {address} has no date or status that can be read ({error})")
        return None
    original = None
    if kind == "revisit":
        refers = headers.get_header("WARC-Refers-To-Target-URI") or address
        original = (canonical_address(refers), headers.get_header("WARC-Refers-To-Date") or "")
        status = 200 if status == 304 else status
    date = date.astimezone(UTC) if date.tzinfo else date.replace(tzinfo=UTC)
    digest = headers.get_header("WARC-Payload-Digest") or ""
    place = canonical_address(address.strip("<>"))
    date = date.replace(microsecond=0)
    return Capture(file, member, number, None, place, date, status, digest, date.date().isoformat(), original)


def _without_chunks(raw: bytes) -> bytes:
    """Take chunks off a body (RFC 9112, 7.1); a body without them, as some crawlers keep it, comes back as it is."""
    body, place = bytearray(), 0
    while True:
        end = raw.find(b"\r\n", place)
        size = raw[place:end].partition(b";")[0].strip() if end >= 0 else b""
        try:
            length = int(size, 16)
        except ValueError:
            if place == 0:
                return raw
            raise FetchError("a whole page", "chunks cut short", "capture it again", kind="cut short") from None
        if length == 0:
            return bytes(body)
        if end + 2 + length > len(raw):
            raise FetchError("a whole page", "chunks cut short", "capture it again", kind="cut short")
        body += raw[end + 2 : end + 2 + length]
        place = end + 2 + length + 2
