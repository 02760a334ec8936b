"""A page block by block, with who took each: how a maintainer sees what the parser saw."""

from dataclasses import dataclass

from atlas_scraper.errors import AtlasError
from atlas_scraper.labelling.items import Fate
from atlas_scraper.pipeline import open_bytes, record_of
from atlas_scraper.record.model import Partnership


@dataclass(frozen=True, slots=True)
class ExplainedBlock:
    """A block of a page and what became of it.

    Args:
        kind: `line` or `table`.
        text: its text.
        fate: `taken`, `ignored` or `unread`.
        by: the section that took it, or the name under which it is ignored; empty when it is unread.
    """

    kind: str
    text: str
    fate: Fate
    by: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A page block by block, with its record or the error that stopped it.

    Args:
        rendition: the form the page came in; empty when not even that could be told.
        record: the record; `None` when there is an error.
        error: what stopped the page.
        blocks: the blocks in reading order.
    """

    rendition: str
    record: Partnership | None
    error: AtlasError | None
    blocks: list[ExplainedBlock]


def explain(data: bytes, *, url: str | None = None) -> Explanation:
    """Read one page and say of each of its blocks who took it; what stops the page is part of the answer."""
    try:
        reader = open_bytes(data, url=url)
    except AtlasError as error:
        return Explanation("", None, error, [])
    record, stopped = None, None
    try:
        record = record_of(reader, data)
    except AtlasError as error:
        stopped = error
    blocks = [
        ExplainedBlock("table" if item.table else "line", item.text, item.fate or Fate.UNREAD, item.by)
        for item in reader.division.said
    ]
    return Explanation(reader.document.rendition, record, stopped, blocks)
