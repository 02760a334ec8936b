"""The whole way of one page, from bytes to a validated record."""

import hashlib
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from pydantic import ValidationError

from atlas_scraper.blocks.read import Opinion, read_document
from atlas_scraper.errors import LayoutError, NotARecord, RecordInvalid
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.model import Partnership, Provenance
from atlas_scraper.sections.page import open_page, read_sections
from atlas_scraper.values.addresses import canonical_address, project_id_of
from atlas_scraper.values.text import fold
from atlas_scraper.version import __version__


class PageRead(NamedTuple):
    """What came of a page: its record, and the texts around its content that were ignored as the site's frame."""

    record: Partnership
    frame: tuple[str, ...]


def parse(
    data: bytes,
    *,
    url: str | None = None,
    project_id: int | None = None,
    retrieved_at: datetime | None = None,
    source: str | None = None,
) -> Partnership:
    """Read one page into its record.

    Args:
        data: the bytes of the page, in HTML or in a text rendition.
        url: the address it was fetched from; gives `project_id`, `source_url` and makes links absolute.
        project_id: number of the project where the address does not name it.
        retrieved_at: when it was fetched.
        source: who captured it.

    Raises:
        NotARecord: the page is none of a partnership.
        LayoutError: it is, but a section or column that every record needs is missing.
        RecordInvalid: the record model refuses what was read.
    """
    return read(data, url=url, project_id=project_id, retrieved_at=retrieved_at, source=source).record


def read(
    data: bytes,
    *,
    url: str | None = None,
    project_id: int | None = None,
    retrieved_at: datetime | None = None,
    source: str | None = None,
) -> PageRead:
    """Read one of many pages, whose frames are to be compared; arguments and errors as in `parse`."""
    reader = open_bytes(data, url=url)
    record = record_of(reader, data, project_id=project_id, retrieved_at=retrieved_at, source=source)
    return PageRead(record, frame_of(reader, record))


def frame_of(reader: SectionReader, record: Partnership) -> tuple[str, ...]:
    """Give the texts around the content of a page; those that only say its title once more are accounted for."""
    title = fold(record.title)
    return tuple(text for text in reader.division.frame if fold(text) not in title)


def open_bytes(data: bytes, *, url: str | None = None) -> SectionReader:
    """Open one page: its document and its labels, by another opinion of its markup where the first is no page of ours.

    Args:
        data: the bytes of the page.
        url: the address it was fetched from; without it, the address of a project that the page gives itself.

    Raises:
        NotARecord: the page is none of a partnership, in every opinion.
        LayoutError: it is, but its title is missing or its end is cut off.
    """
    try:
        return open_page(read_document(data), url)
    except NotARecord as first:
        for opinion in (Opinion.BEAUTIFUL_SOUP, Opinion.NAMED_BOXES, Opinion.FALLBACKS):
            with suppress(NotARecord):
                return open_page(read_document(data, opinion), url)
        raise first from None
    except LayoutError as first:  # of a page that shows its tables alone, and names its fields in attributes
        for opinion in (Opinion.NAMED_BOXES, Opinion.BEAUTIFUL_SOUP):  # or ends its lines as only a browser heeds
            with suppress(NotARecord, LayoutError):
                return open_page(read_document(data, opinion), url)
        raise first from None


def record_of(
    reader: SectionReader,
    data: bytes,
    *,
    project_id: int | None = None,
    retrieved_at: datetime | None = None,
    source: str | None = None,
) -> Partnership:
    """Read the sections of an open page into its record; arguments and errors as in `parse`."""
    parts = read_sections(reader)
    address = reader.address
    parts["provenance"] = Provenance(
        retrieved_at=retrieved_at,
        source=source,
        sha256=hashlib.sha256(data).hexdigest(),
        rendition=reader.document.rendition,
        parser_version=__version__,
    )
    parts["project_id"] = (project_id_of(address) if address else None) or project_id
    parts["source_url"] = canonical_address(address) if address else None
    try:
        return Partnership(**parts)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise RecordInvalid(f"a valid {place}", f"{first['input']!r}: {first['msg']}", "report the page") from error
