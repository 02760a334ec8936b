"""The captures of archives, ours and those of others: wget, browsertrix, Common Crawl, national archives.

`response` and `resource` records, and `revisit` records, whose body stands in an earlier one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from atlas_scraper.fetch.archive_files import Again, records_of_file
from atlas_scraper.fetch.http_head import read_head
from atlas_scraper.fetch.records import INDEXED_DIGEST, SOURCE, Record
from atlas_scraper.values.addresses import canonical_address, project_id_of

_TYPES = {"response", "resource", "revisit"}
# A capture from before the web, or long after us, is dated by mistake; it would be the oldest or newest for good.
_YEARS = range(1990, 2100)


@dataclass(frozen=True, slots=True)
class Capture:
    """One capture, its body not read.

    Args:
        file: the file it stands in.
        member: its part of a WACZ file, empty for other files.
        number: its place among the records of the file.
        again: reads its record again.
        address: canonical address.
        date: when it was made, UTC, whole seconds.
        status: HTTP status.
        digest: digest of its payload, as the archive gives it.
        indexed_digest: the same as the index of the archive that it was fetched from gives it; empty for others.
        source: where it was captured: `site` by our own runs, the archive that it was fetched from, or the file's name.
        night: the night it belongs to: a run of `refresh`, or else its day.
        original: for a `revisit`, address of the capture that holds its body, and its date where that is given.
    """

    file: Path
    member: str
    number: int
    again: Again
    address: str
    date: datetime
    status: int
    digest: str
    indexed_digest: str
    source: str
    night: str
    original: tuple[str, datetime | None] | None = None

    @property
    def project_id(self) -> int | None:
        """Number of the project that the address names."""
        return project_id_of(self.address)


class BadCapture(Exception):  # noqa: N818 - says what the record is
    """A record that must be a capture and lacks what makes it one; the message says what."""


def list_captures(file: Path, problems: list[str]) -> Iterator[Capture]:
    """Yield the captures of a file; a file without one yields none.

    Args:
        file: a WARC or WACZ file.
        problems: is given a sentence for what cannot be used.
    """
    run, part = "", ""
    records = records_of_file(file, lambda words: _say(problems, file, words))
    try:
        for number, (member, record, again) in enumerate(records):
            if member != part or record.headers.get("warc-type") == "warcinfo":
                run, part = _run_of(record, file), member
            try:
                capture = capture_of(record, file, member, number, again)
            except BadCapture as error:
                _say(problems, file, str(error))
                continue
            if capture:
                yield replace(capture, night=run) if run else capture
    except OSError as error:
        _say(problems, file, error.strerror or str(error))


def _say(problems: list[str], file: Path, words: str) -> None:
    problems.append(f"{file}: {words}")


def _run_of(record: Record, file: Path) -> str:
    """Give the run whose archive a file is, from its `warcinfo`; empty for files made otherwise."""
    if record.headers.get("warc-type") != "warcinfo":
        return ""
    fields = record.content.decode("utf-8", "replace").splitlines()
    is_ours = any(field.startswith("software: atlas_scraper/") for field in fields)
    is_run = is_ours and not any(field.startswith("source: ") for field in fields)
    return file.name.removesuffix(".gz").removesuffix(".warc") if is_run else ""


def capture_of(record: Record, file: Path, member: str, number: int, again: Again) -> Capture | None:
    """Read what a record is a capture of; `None` for a record of another kind, or of what is no page.

    Raises:
        BadCapture: it lacks its address, its date or its status.
    """
    headers = record.headers
    kind = headers.get("warc-type", "").lower()
    if kind not in _TYPES:
        return None
    address = headers.get("warc-target-uri", "").strip("<>").replace(" ", "%20")
    if not address:
        raise BadCapture(f"a {kind} without an address")
    if not address.lower().startswith(("http://", "https://")):
        return None
    date = date_of(headers.get("warc-date"))
    if date is None:
        raise BadCapture(f"the capture of {address} has no date that can be read ({headers.get('warc-date')})")
    head = read_head(record.content) if kind != "resource" else None
    if kind == "response" and head is None:
        raise BadCapture(f"the capture of {address} has no status that can be read ({record.content[:40]!r})")
    status, original = head.status if head else 200, None
    if kind == "revisit":
        refers = headers.get("warc-refers-to-target-uri", "").strip("<>") or address
        original = (canonical_address(refers), date_of(headers.get("warc-refers-to-date")))
        status = 200 if status == 304 else status
    return Capture(
        file=file,
        member=member,
        number=number,
        again=again,
        address=canonical_address(address),
        date=date,
        status=status,
        digest=headers.get("warc-payload-digest", ""),
        indexed_digest=headers.get(INDEXED_DIGEST.lower(), ""),
        source=headers.get(SOURCE.lower()) or file.name,
        night=date.date().isoformat(),
        original=original,
    )


def date_of(text: str | None) -> datetime | None:
    """Read the date of a record, in UTC and whole seconds; `None` where there is none that a capture can have."""
    try:
        date = datetime.fromisoformat(text or "")
        date = date.astimezone(UTC) if date.tzinfo else date.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return date.replace(microsecond=0) if date.year in _YEARS else None
