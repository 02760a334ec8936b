"""One capture fetched from where it is: raw replay, a range of a WARC file on the web or in S3, or a file here."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import IO

from atlas_scraper.errors import FetchError
from atlas_scraper.fetch.archive_files import read_first_record
from atlas_scraper.fetch.capture_pages import page_of
from atlas_scraper.fetch.captures import BadCapture, capture_of
from atlas_scraper.fetch.mementos import NOT_CAPTURED, as_captured, captured_head, is_replayed, moment_of
from atlas_scraper.fetch.raw_page import Headers, RawPage
from atlas_scraper.fetch.records import MAX_BYTES
from atlas_scraper.sources.index_files import IN_WACZ
from atlas_scraper.sources.table import Row
from atlas_scraper.values.addresses import canonical_address, project_id_of

Ask = Callable[[str, Headers], RawPage]
_RANGE = re.compile(r"(.+)#(\d+),(\d*)")
_CODINGS = {"content-encoding", "transfer-encoding", "content-length"}
_LARGEST = MAX_BYTES + 1_000_000  # a page compressed, its headers, and what compresses badly


def fetch(row: Row, ask: Ask) -> RawPage:
    """Fetch a capture as it was made: its address and moment, its body off every coding, the archive's headers gone.

    Args:
        row: where it is.
        ask: asks a host for an address, with further headers.

    Raises:
        FetchError: it cannot be had; of kind `not captured` where asking again would not help.
        RunStopped: as `ask`.
    """
    found = _RANGE.fullmatch(row.place)
    if is_replayed(row.place) and not found:
        page = _replayed(row, ask)
    elif found:
        page = _from_range(found[1], int(found[2]), int(found[3]) if found[3] else None, ask)
    else:
        next_step = "give a table that `atlas-scraper discover` wrote"
        raise FetchError("a place of a capture", repr(row.place), next_step, kind=NOT_CAPTURED)
    if project_id_of(page.address) != row.project_id or page.retrieved_at != row.moment:
        what = f"a capture of {page.address} of {page.retrieved_at.isoformat()}"
        raise _not_there(row, what)
    if page.status not in {200, 301, 302, 303, 307, 308, 404, 410}:
        raise _not_there(row, f"status {page.status}")
    headers = tuple(each for each in page.headers if each[0].lower() not in _CODINGS)
    return replace(page, headers=headers, payload=page.body, source=row.source)


def _replayed(row: Row, ask: Ask) -> RawPage:
    answer = ask(row.place, ())
    page = as_captured(answer, row.place)
    if moment_of(answer) is None:
        raise _not_there(row, "the archive's own redirect to another moment")
    return replace(page, headers=captured_head(page))


def _from_range(file: str, offset: int, length: int | None, ask: Ask) -> RawPage:
    if length is not None and length > _LARGEST:
        raise FetchError("a page", f"a record of {length:,} bytes", "leave it", kind=NOT_CAPTURED)
    if "://" in file:
        data = _by_asking(file, offset, length or _LARGEST, ask)
    else:
        data = _from_disk(file, offset, length or _LARGEST)
    record = read_first_record(data)
    try:
        capture = capture_of(record, Path(file), "", 0, lambda: record) if record else None
    except BadCapture:
        capture = None
    if record is None or capture is None or capture.original:
        found = f"no page at {offset} of {file}"
        raise FetchError("the record of a capture", found, "leave it", kind=NOT_CAPTURED)
    return page_of(capture, record)


def _by_asking(file: str, offset: int, length: int, ask: Ask) -> bytes:
    answer = ask(file, (("Range", f"bytes={offset}-{offset + length - 1}"), ("Accept-Encoding", "identity")))
    if answer.status == 200:
        raise FetchError("a part of a file", f"the whole of {file}", "ask the archive", kind="no ranges")
    if answer.status != 206:
        raise FetchError(f"a part of {file}", f"status {answer.status}", "ask the archive", kind=NOT_CAPTURED)
    return answer.payload


def _from_disk(file: str, offset: int, length: int) -> bytes:
    path, in_wacz, name = file.partition(f".wacz{IN_WACZ}")
    try:
        if in_wacz:
            with zipfile.ZipFile(f"{path}.wacz") as wacz, wacz.open(name) as stream:
                return _read(stream, offset, length)
        with Path(file).open("rb") as plain:
            return _read(plain, offset, length)
    except (OSError, zipfile.BadZipFile, KeyError, RuntimeError, EOFError) as error:
        next_step = "put the WARC files beside their index"
        raise FetchError(f"a part of {file}", str(error), next_step) from error


def _read(stream: IO[bytes], offset: int, length: int) -> bytes:
    stream.seek(offset)
    return stream.read(length)


def _not_there(row: Row, found: str) -> FetchError:
    sought = f"the capture of {canonical_address(row.address)} of {row.moment.isoformat()}"
    return FetchError(sought, found, "leave it; the index knows more than the archive gives", kind=NOT_CAPTURED)
