"""The foot of a table: rows that the markup sets apart below the others, such as means, counts and sources.

Such a row is one like those above only where it fills what each row does, each cell of its kind; it stays in doubt.
"""

from collections.abc import Sequence

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.columns import Header

Rows = Sequence[tuple[Cell, ...]]


def without_foot(table: PageTable, header: Header) -> tuple[Rows, Rows]:
    """Give the rows below a header, and those of the foot that say more than an empty row or the header do."""
    below = table.rows[header.row + 1 :]
    if not table.foot:
        return below, ()
    names = {text for text in header.texts if text}
    foot = [row for row in below[-table.foot :] if not names.issuperset(cell.text for cell in row if cell.text)]
    return below[: -table.foot], foot


def is_row(reader: SectionReader, label: Label, texts: Sequence[str], header: Header) -> bool:
    """Tell whether a row of the foot is one like those above; if so, it is said."""
    filled = [(column, text) for column, text in zip(header.columns, texts, strict=False) if column and text]
    fits = all(column.is_free or column.fits(text) for column, text in filled)
    lacks = {column for column in header.columns if column and column.always_filled}.difference(
        [column for column, _ in filled]
    )
    is_told = any(column.always_filled and not column.is_free for column, _ in filled)
    if not fits or lacks or not is_told:
        return False
    detail = f"a row in the foot of its table was read as a row: {' | '.join(filter(None, texts))}"
    reader.issue(IssueCode.AMBIGUOUS_CELLS, label.field, detail)
    return True
