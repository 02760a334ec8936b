"""The French authorities: the table below `Collectivités territoriales partenaires du partenariat`.

What is odd about it: a second column has an icon that links to the authority's page, and no text.
"""

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.model import FrenchAuthority
from atlas_scraper.sections.filled import filled
from atlas_scraper.sections.links import read_link
from atlas_scraper.sections.section import Section
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.rows import take_rows

LABEL = Label("french_authorities", ("Collectivités territoriales partenaires du partenariat",), heads_table=True)
NAME = PageColumn("name", ("Nom de la collectivité territoriale",), always_filled=True, is_required=True)
COLUMNS = (NAME,)


def read_french_authorities(reader: SectionReader) -> list[FrenchAuthority]:
    """Read the French authorities, in the page's order.

    Raises:
        LayoutError: the table lacks a column that it cannot be read without.
    """
    rows = take_rows(reader, LABEL, COLUMNS)
    return filled(
        reader, LABEL, rows, lambda row: FrenchAuthority(name=row.get(NAME), link=read_link(reader, LABEL, row))
    )


SECTION = Section((LABEL,), lambda reader, _: {"french_authorities": read_french_authorities(reader)}, COLUMNS)
