"""The frames of the pages that are believed, compared across pages whenever their records are given.

What a page says of itself is stored; that a line around its content varies from page to page is not, since it depends
on what the other pages say tonight. So no neighbour changes a record's history.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

from atlas_scraper.dataset.older_records import readable
from atlas_scraper.dataset.store import Store
from atlas_scraper.record.frame import FrameCheck
from atlas_scraper.record.model import Partnership

Page = tuple[Partnership, Sequence[str] | None]
"""A record, and the texts around the content of its page; `None` where they were not kept yet."""


def compared(pages: Iterable[Page]) -> Iterator[Partnership]:
    """Yield the records of pages in their order, each with an issue for what its neighbours do not have around it."""
    check: FrameCheck[None] = FrameCheck()
    for record, frame in pages:
        yield from (judged for _, judged in check.add(None, record, frame))
    yield from (judged for _, judged in check.rest())


def records_of(store: Store) -> Iterator[Partnership]:
    """Yield the records of all projects that are not gone, by number, as they are published; see `Store.records`."""
    query = "SELECT record, frame FROM pages WHERE record IS NOT NULL AND NOT gone ORDER BY project_id"
    yield from compared(
        (record, json.loads(frame) if frame else None)
        for text, frame in store.rows(query)
        if (record := readable(text))
    )
