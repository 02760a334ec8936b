"""The archive: every answer as WARC 1.1, one file a run, each record a gzip member of its own.

Any WARC tool reads it. An answer whose payload is the one that the same address gave before is a `revisit` (WARC 1.1,
6.7). So is, where only changes are kept, one that says what it said before in other bytes, such as those of another
session or time of day; it has the digest of those bytes, and a profile of our own. Session cookies are left out: they
are of no use to a reader, and the archive may be given away.
"""

import io
import os
import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.raw_page import RawPage
from atlas_scraper.fetch.records import INDEXED_DIGEST, SOURCE

VERSION = "WARC/1.1"
_SAME_PAYLOAD = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
_SAME_CONTENT = "urn:atlas-scraper:revisit:same-content"
_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
# Of a body that is kept without its chunks, and of headers that would lie about it, as other crawlers rename them.
_RENAMED = {"transfer-encoding": "X-Archive-Orig-Transfer-Encoding"}
_LEFT_OUT = {"set-cookie", "set-cookie2"}
_IDS = uuid.UUID("6f1d2a50-6d0c-4e0c-9a57-0a4f2f6f6a11")


@dataclass(frozen=True, slots=True)
class Earlier:
    """The earlier answer of an address that a `revisit` refers to: digest of its payload, date, address."""

    digest: str
    date: str
    address: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Where an answer is kept.

    Args:
        end: offset in the file behind its record.
        digest: digest of its payload, `sha1:` and base 32.
        date: `WARC-Date`.
        is_revisit: whether its payload stands in an earlier record.
    """

    end: int
    digest: str
    date: str
    is_revisit: bool


class _Head(StatusAndHeaders):  # type: ignore[misc]  # the library has no types
    """The head of an answer, each byte as it came: status lines and headers are in any language."""

    def to_ascii_bytes(self, filter_func: object = None) -> bytes:
        """Give the bytes; http.client has read them as Latin-1, whatever they are."""
        return self.to_bytes(filter_func, "latin-1")  # type: ignore[no-any-return]  # idem


class _Writer(WARCWriter):  # type: ignore[misc]  # the library has no types
    """warcio's writer, with its buffers in memory: a payload is small, and its temporary files stay open."""

    _create_temp_file = staticmethod(io.BytesIO)


class ArchiveWriter:
    """Writes the archive of one run.

    Args:
        path: its file.
        about: what the file says of itself: software, user agent, robots policy.
        resume_at: offset to go on from; what stands behind it, such as half a record, is cut off.

    Raises:
        FetchError: the file is shorter than `resume_at`.
        OSError: it cannot be written.
    """

    def __init__(self, path: Path, *, about: Mapping[str, str], resume_at: int | None = None) -> None:
        size = path.stat().st_size if path.exists() else 0
        if size < (resume_at or 0):
            next_step = "restore the file, or move the store away"
            raise FetchError(f"{resume_at} bytes in {path}", f"{size}", next_step)
        self._file = path.open("r+b" if path.exists() else "w+b")
        self._file.truncate(resume_at or 0)
        self._file.seek(0, os.SEEK_END)
        self._writer = _Writer(self._file, gzip=True, warc_version="1.1")
        self._about, self._name = dict(about), path.name

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def write(
        self, page: RawPage, earlier: Earlier | None = None, *, says_the_same: bool = False, indexed_digest: str = ""
    ) -> Kept:
        """Write an answer.

        Args:
            page: the answer.
            earlier: the last whole answer of the same address; when its payload is the same, or the answer says
                that nothing changed, the record is a `revisit` of it.
            says_the_same: whether the answer says what the earlier one said, though its bytes may differ.
            indexed_digest: the digest by which the index of the archive that it was fetched from names its payload.
        """
        date = page.retrieved_at.isoformat().replace("+00:00", "Z")
        if self._file.tell() == 0:
            self._write_about(date)
        status = _Head(_bytewise(f"{page.status} {page.reason}".strip()), _headers_of(page), protocol="HTTP/1.1")
        record = self._writer.create_warc_record(
            page.address, "response", payload=io.BytesIO(page.payload), http_headers=status,
            warc_headers_dict={"WARC-Date": date},
        )  # fmt: skip
        self._writer.ensure_digest(record, block=True, payload=True)
        digest: str = record.rec_headers.get_header("WARC-Payload-Digest")
        profile = _profile(page, digest, earlier, says_the_same=says_the_same)
        if profile and earlier:
            named = digest if profile == _SAME_CONTENT else earlier.digest
            record = self._writer.create_revisit_record(
                page.address, named, earlier.address, earlier.date, http_headers=status,
                warc_headers_dict={"WARC-Date": date, "WARC-Profile": profile},
            )  # fmt: skip
        record.rec_headers.replace_header("WARC-Record-ID", _record_id(page.address, date, digest, self._file.tell()))
        record.rec_headers.add_header(SOURCE, page.source)
        if indexed_digest:
            record.rec_headers.add_header(INDEXED_DIGEST, indexed_digest)
        self._writer.write_record(record)
        self._file.flush()
        return Kept(self._file.tell(), digest, date, bool(profile))

    def write_same(self, page: RawPage, earlier: Earlier, *, indexed_digest: str) -> None:
        """Write a capture that an index says has the payload of another one: its address and moment are all we have."""
        date = page.retrieved_at.isoformat().replace("+00:00", "Z")
        if self._file.tell() == 0:
            self._write_about(date)
        named = {"WARC-Date": date, "WARC-Profile": _SAME_PAYLOAD}
        named |= {SOURCE: page.source, INDEXED_DIGEST: indexed_digest}
        record = self._writer.create_revisit_record(
            page.address, earlier.digest, earlier.address, earlier.date, warc_headers_dict=named
        )
        name = _record_id(page.address, date, earlier.digest, self._file.tell())
        record.rec_headers.replace_header("WARC-Record-ID", name)
        self._writer.write_record(record)
        self._file.flush()

    def _write_about(self, date: str) -> None:
        fields = {**self._about, "format": "WARC File Format 1.1"}
        record = self._writer.create_warcinfo_record(self._name, fields)
        record.rec_headers.replace_header("WARC-Date", date)
        record.rec_headers.replace_header("WARC-Record-ID", _record_id(self._name, date))
        self._writer.write_record(record)


def _headers_of(page: RawPage) -> list[tuple[str, str]]:
    headers = [(_bytewise(_RENAMED.get(name.lower(), name)), _bytewise(value)) for name, value in page.headers]
    length = ("Content-Length", str(len(page.payload)))
    kept = [each for each in headers if each[0].lower() not in _LEFT_OUT | {"content-length"}]
    return kept if page.status in {204, 304} else [*kept, length]


def _bytewise(text: str) -> str:
    """Give a part of a head so that each of its characters is a byte, on one line."""
    return re.sub(r"[\r\n]+[ \t]*", " ", text.encode("latin-1", "replace").decode("latin-1"))


def _profile(page: RawPage, digest: str, earlier: Earlier | None, *, says_the_same: bool) -> str | None:
    """Give the profile of a revisit, `None` where the answer must be kept whole."""
    if earlier is None:
        return None
    if page.status == 304:
        return _NOT_MODIFIED
    if page.status != 200:
        return None
    return _SAME_PAYLOAD if digest == earlier.digest else _SAME_CONTENT if says_the_same else None


def _record_id(*parts: object) -> str:
    """Name a record by what it is, so that the same answers make the same file."""
    return f"<urn:uuid:{uuid.uuid5(_IDS, ' '.join(map(str, parts)))}>"
