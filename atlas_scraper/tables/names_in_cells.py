"""Names of columns within the cells of others: `Dosso Montant en euros 9`, where a converter ran cells together."""

from collections.abc import Sequence

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.labelling.thresholds import SHORTEST_GLUED
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.row import Row


def say_names_in_cells(reader: SectionReader, label: Label, rows: Sequence[Row], columns: Sequence[PageColumn]) -> None:
    """Say of each cell that holds the name of another column that it may be several; a short name has a colon behind.

    HTML keeps cells apart, and an author may write such words in one.
    """
    if reader.document.rendition == "html":
        return
    names = {column.name: [text for text in column.headers if text] for column in columns}
    for row in rows:
        for name, text in row.cells.items():
            others = (header for other, headers in names.items() if other != name for header in headers)
            if any(_holds(text, header) for header in others):
                reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, f"{name}: {text}")


def _holds(text: str, header: str) -> bool:
    if header not in text:
        return False
    return len(header) >= SHORTEST_GLUED or text.partition(header)[2].lstrip(" ").startswith(":")
