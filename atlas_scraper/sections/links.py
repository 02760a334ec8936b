"""The link of a table's row, kept in an icon cell that has no text."""

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.row import Row
from atlas_scraper.values.addresses import absolute_link, is_relative


def read_link(reader: SectionReader, label: Label, row: Row) -> str | None:
    """Give the first address of a page that a row links to, absolute and without its session."""
    for link in row.links:
        if address := absolute_link(link, reader.base):
            return address
        if is_relative(link):
            reader.issue(IssueCode.RELATIVE_LINK, label.field, link)
            return None
    return None
