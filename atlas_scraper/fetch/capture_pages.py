"""The page of a capture: its body off its chunks and its coding, checked against the digest of its record.

Crawlers keep bodies with their chunks still on (wget) or already off (Common Crawl), whatever the headers say.
"""

import base64
import hashlib
import re
import zlib

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.captures import Capture
from atlas_scraper.fetch.content import MAGIC, decode, too_large
from atlas_scraper.fetch.http_head import read_head
from atlas_scraper.fetch.raw_page import Headers, RawPage
from atlas_scraper.fetch.records import MAX_BYTES, Record

_CHUNK = re.compile(rb"[0-9A-Fa-f]{1,15}")
_DIGESTS = {"md5", "sha1", "sha256", "sha512"}


def open_capture(capture: Capture) -> RawPage:
    """Read the body of a capture.

    Raises:
        FetchError: it was cut short when it was made, is damaged, too large, or in a coding that is not known; or its
            file has changed.
    """
    try:
        record = capture.again()
    except (OSError, EOFError, LookupError, zlib.error) as error:
        found = f"{capture.file} no longer holds it ({error})"
        raise FetchError("a capture", found, "leave archives alone while they are read") from error
    return page_of(capture, record)


def page_of(capture: Capture, record: Record) -> RawPage:
    """Give the page of a capture whose record has been read; errors as of `open_capture`."""
    if reason := record.headers.get("warc-truncated") or record.headers.get("warc-segment-number"):
        raise _cut_short(f"a capture cut short ({reason})")
    if record.length > len(record.content):
        raise too_large(MAX_BYTES)
    if not _is_as_written(record):
        next_step = "give another copy of the archive, or capture it again"
        raise FetchError("a capture as it was made", "bytes that do not give its digest", next_step, kind="damaged")
    if record.headers.get("warc-type") == "resource":
        return _page(capture, "", (), record.content)
    head = read_head(record.content)
    return (
        _page(capture, head.reason, head.headers, record.content[head.length :])
        if head
        else _page(capture, "", (), b"")
    )


def _page(capture: Capture, reason: str, headers: Headers, raw: bytes) -> RawPage:
    if len(raw) > MAX_BYTES:
        raise too_large(MAX_BYTES)
    named = {name.lower(): value for name, value in reversed(headers)}
    if "chunked" in named.get("transfer-encoding", "").lower():
        raw = _without_chunks(raw)
    coding = named.get("content-encoding")
    # A crawler that keeps bodies decoded may leave the header as it came.
    is_coded = coding and not (coding.lower().endswith("gzip") and raw[:2] != MAGIC)
    return RawPage(
        address=capture.address,
        status=capture.status,
        reason=reason,
        headers=headers,
        payload=raw,
        body=decode(raw, coding, MAX_BYTES) if is_coded else raw,
        retrieved_at=capture.date,
        source=capture.source,
        has_end="content-length" in named or "transfer-encoding" in named or bool(coding),
    )


def _is_as_written(record: Record) -> bool:
    """Compare a record with the digest of its block, in base 32 or hexadecimal; one that is not known says nothing."""
    name, _, said = record.headers.get("warc-block-digest", "").partition(":")
    if name.lower() not in _DIGESTS or not said:
        return True
    digest = hashlib.new(name.lower(), record.content, usedforsecurity=False)
    return said.strip("=").lower() in {
        digest.hexdigest(),
        base64.b32encode(digest.digest()).decode().strip("=").lower(),
    }


def _cut_short(found: str) -> FetchError:
    return FetchError("a whole page", found, "capture it again", kind="cut short")


def _without_chunks(raw: bytes) -> bytes:
    """Take chunks off a body (RFC 9112, 7.1); a body without them, as some crawlers keep it, comes back as it is."""
    body, place = bytearray(), 0
    while True:
        end = raw.find(b"\r\n", place)
        size = raw[place:end].partition(b";")[0].strip() if end >= 0 else b""
        if place == 0 and not _CHUNK.fullmatch(size):
            return raw
        length = int(size, 16) if _CHUNK.fullmatch(size) else len(raw)
        if length == 0:
            return bytes(body)
        if end + 2 + length > len(raw):
            raise _cut_short("chunks cut short")
        body += raw[end + 2 : end + 2 + length]
        place = end + 2 + length + 2
