"""The year in which the agreement was first signed.

What is odd about it: each generation of the page words the label in its own way, and it is absent, label and value
both, on about one page in twenty; any other label stays when its value is empty.
"""

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.sections.section import Section
from atlas_scraper.values.dates import read_year

LABEL = Label(
    "convention_year",
    (
        "Année de première signature de la convention",
        "Année de signature de la convention",
        "Année de signature de la convention ou de la lettre d'intention",
        "Année de première signature de la convention ou de la lettre d'intention",
    ),
    may_be_absent=True,
    fits=read_year,
)


def read_convention_year(reader: SectionReader) -> int | None:
    """Read the year."""
    return reader.take_typed(LABEL, read_year)


SECTION = Section((LABEL,), lambda reader, _: {"convention_year": read_convention_year(reader)})
