"""The year in which the partnership began."""

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.sections.section import Section
from atlas_scraper.values.dates import read_year

LABEL = Label("start_year", ("Année de début du partenariat",), fits=read_year)


def read_start_year(reader: SectionReader) -> int | None:
    """Read the year."""
    return reader.take_typed(LABEL, read_year)


SECTION = Section((LABEL,), lambda reader, _: {"start_year": read_start_year(reader)})
