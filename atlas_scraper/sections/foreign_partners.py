"""The partners abroad: the table below `Partenaires étrangers du partenariat`.

What is odd about it: a third column has an icon that links to the partner's page, and no text.
"""

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import ForeignPartner
from atlas_scraper.sections.filled import filled
from atlas_scraper.sections.links import read_link
from atlas_scraper.sections.section import Section
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.row import Row
from atlas_scraper.tables.rows import take_rows
from atlas_scraper.values.countries import country_code, without_own_code
from atlas_scraper.values.text import without_signs

LABEL = Label("foreign_partners", ("Partenaires étrangers du partenariat",), heads_table=True)
NAME = PageColumn("name", ("Nom de la collectivité étrangère",), always_filled=True, is_required=True)
COUNTRY = PageColumn("country", ("Pays",), country_code, always_filled=True)
COLUMNS = (NAME, COUNTRY)


def read_foreign_partners(reader: SectionReader) -> list[ForeignPartner]:
    """Read the partners abroad, in the page's order.

    Raises:
        LayoutError: the table lacks a column that it cannot be read without.
    """
    return filled(reader, LABEL, take_rows(reader, LABEL, COLUMNS), lambda row: _read_row(reader, row))


def _read_row(reader: SectionReader, row: Row) -> ForeignPartner:
    country = without_own_code(without_signs(row.get(COUNTRY) or "")) or None  # a flag may stand beside its name
    code = country_code(country) if country else None
    if country and not code:
        reader.issue(IssueCode.UNKNOWN_COUNTRY, LABEL.field, country)
    link = read_link(reader, LABEL, row)
    return ForeignPartner(name=row.get(NAME), country=country, country_code=code, link=link)


SECTION = Section((LABEL,), lambda reader, _: {"foreign_partners": read_foreign_partners(reader)}, COLUMNS)
