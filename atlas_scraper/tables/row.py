"""A row of a table: named cells, and how they are named where a rendition has lost their positions."""

from collections.abc import Sequence
from dataclasses import dataclass

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.readings import agreed, describe, likeliest

Cells = dict[str, str]  # name of the column -> text


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the text of each column that has one, the addresses that it links to, and all that it says."""

    cells: Cells
    links: tuple[str, ...] = ()
    text: str = ""

    def get(self, column: PageColumn) -> str | None:
        """Give the text of a column, or `None` when it is empty or not known."""
        return self.cells.get(column.name) or None


def name_by_kind(
    reader: SectionReader, label: Label, cuts: Sequence[Sequence[str]], columns: Sequence[PageColumn | None]
) -> Cells:
    """Name the cells of a row by what they are; what stays in doubt becomes an issue with every reading."""
    readings = likeliest(cuts, columns)
    certain = agreed(readings)
    if len(readings) != 1:
        detail = describe(readings, columns) if readings else " | ".join(cuts[0] if cuts else ())
        reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, detail)
    return {column.name: text for place, text in certain.items() if (column := columns[place])}
