"""Further themes: the table below `Autres thématiques mises en œuvre pour le partenariat`.

What is odd about it: most pages have no row; the third cell is mostly empty; flat text joins the cells of a
row, which only the words of the vocabulary can cut again.
"""

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import OtherTheme
from atlas_scraper.sections.filled import filled
from atlas_scraper.sections.section import Section
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.row import Row
from atlas_scraper.tables.rows import take_rows
from atlas_scraper.values.themes import is_theme

LABEL = Label(
    "other_themes",
    ("Autres thématiques mises en œuvre pour le partenariat", "Autres thématiques mises en œuvre"),
    heads_table=True,
)
THEME = PageColumn(
    "theme", ("Thématique éligible", "Thématique"), lambda text: is_theme(text, 0), always_filled=True, is_open=True
)
SUBTHEME = PageColumn(
    "subtheme", ("Sous-thématique",), lambda text: is_theme(text, 1), always_filled=True, is_open=True
)
SUBSUBTHEME = PageColumn("subsubtheme", ("Sous-sous-thématique",), lambda text: is_theme(text, 2), is_open=True)
PRIORITY = PageColumn("priority", ("Priorité",), lambda text: text.isdecimal() and len(text) < 3, always_filled=True)
COLUMNS = (THEME, SUBTHEME, SUBSUBTHEME, PRIORITY)


def read_other_themes(reader: SectionReader) -> list[OtherTheme]:
    """Read the further themes, in the page's order."""
    return filled(reader, LABEL, take_rows(reader, LABEL, COLUMNS), lambda row: _read_row(reader, row))


def _read_row(reader: SectionReader, row: Row) -> OtherTheme:
    for column in (THEME, SUBTHEME, SUBSUBTHEME):
        text = row.get(column)
        if text and not column.fits(text):
            reader.issue(IssueCode.UNKNOWN_VALUE, LABEL.field, text)
    priority = row.get(PRIORITY)
    if priority and not PRIORITY.fits(priority):
        reader.issue(IssueCode.UNREADABLE_VALUE, LABEL.field, f"priority: {priority}")
    return OtherTheme(
        theme=row.get(THEME),
        subtheme=row.get(SUBTHEME),
        subsubtheme=row.get(SUBSUBTHEME),
        priority=int(priority) if priority and PRIORITY.fits(priority) else None,
    )


SECTION = Section((LABEL,), lambda reader, _: {"other_themes": read_other_themes(reader)}, COLUMNS)
