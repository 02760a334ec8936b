"""Tables that span several pages: the rows of the further pages, merged into the record.

The site keeps the page of a table in the session, so the further pages are asked for right after the first.
What comes back is the whole page of the project again, with other rows in that one table.
"""

from collections.abc import Callable, Sequence
from typing import Any

from atlas_scraper.errors import AtlasError
from atlas_scraper.labelling.reader import MoreRows
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Partnership

# A paginator lists its pages, and may link to the first and the last once more.
_MOST_PAGES = 50


def with_further_rows(
    record: Partnership, tables: Sequence[MoreRows], read: Callable[[str], Partnership]
) -> Partnership:
    """Merge the rows of further pages into a record.

    A table of which a page cannot be had, or comes back with rows that are there already, keeps its issue
    `missing_rows` beside the rows that were found.

    Args:
        record: the record of the first page.
        tables: its tables that go on.
        read: reads the page of an address.
    """
    for table in tables:
        record = _with_rows(record, table, read)
    return record


def _with_rows(record: Partnership, table: MoreRows, read: Callable[[str], Partnership]) -> Partnership:
    pages: list[list[Any]] = [getattr(record, table.section)]
    issues = list(record.issues)
    for link in table.links[:_MOST_PAGES]:
        if len(pages) == table.pages:
            break
        try:
            further = read(link)
        except AtlasError:
            continue  # the issue stays, with the links; the fetcher has said what went wrong
        rows = getattr(further, table.section)
        if further.title == record.title and rows and rows not in pages:
            pages.append(rows)
            issues += [one for one in further.issues if one.section == table.section and one not in issues]
    if len(pages) == table.pages:
        issues = [one for one in issues if (one.code, one.section) != (IssueCode.MISSING_ROWS, table.section)]
    rows = [row for page in pages for row in page]
    return record.model_copy(update={table.section: rows, "issues": issues})
