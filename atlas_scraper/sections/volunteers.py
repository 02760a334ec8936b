"""Volunteers: the last table of the page, below a long label that names the schemes.

What is odd about it: all five columns are free text, so where a rendition has lost the cells' positions a
row with an empty cell cannot be read; it is then reported whole.
"""

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.model import Volunteer
from atlas_scraper.sections.filled import filled
from atlas_scraper.sections.section import Section
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.row import Row
from atlas_scraper.tables.rows import take_rows

LABEL = Label(
    "volunteers",
    (
        "Volontaires impliqués dans le partenariat (VSI, service civique, etc.) d'Échange et de Solidarité",
        "Volontaires impliqués dans le partenariat",
    ),
    heads_table=True,
)
LAST_NAME = PageColumn("last_name", ("Nom",), always_filled=True, is_required=True)
FIRST_NAME = PageColumn("first_name", ("Prénom",))
MISSION = PageColumn("mission", ("Mission",))
FIELD = PageColumn("field", ("Champs d'action", "Champ d'action"))
HOST = PageColumn("host", ("Entité d'affectation",))
COLUMNS = (LAST_NAME, FIRST_NAME, MISSION, FIELD, HOST)


def read_volunteers(reader: SectionReader) -> list[Volunteer]:
    """Read the volunteers, in the page's order.

    Raises:
        LayoutError: the table lacks a column that it cannot be read without.
    """
    return filled(reader, LABEL, take_rows(reader, LABEL, COLUMNS), _read_row)


def _read_row(row: Row) -> Volunteer:
    return Volunteer(
        last_name=row.get(LAST_NAME),
        first_name=row.get(FIRST_NAME),
        mission=row.get(MISSION),
        field=row.get(FIELD),
        host=row.get(HOST),
    )


SECTION = Section((LABEL,), lambda reader, _: {"volunteers": read_volunteers(reader)}, COLUMNS)
