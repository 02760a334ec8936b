"""The years: when the agreement was first signed, and when the partnership began.

What is odd about it: each generation of the page words the first label in its own way, and it is absent,
label and value both, on about one page in twenty; any other label stays when its value is empty.
"""

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.values.dates import read_year

CONVENTION = Label(
    "convention_year",
    (
        "Année de première signature de la convention",
        "Année de signature de la convention",
        "Année de signature de la convention ou de la lettre d'intention",
        "Année de première signature de la convention ou de la lettre d'intention",
    ),
)
START = Label("start_year", ("Année de début du partenariat",))


def read_convention_year(reader: SectionReader) -> int | None:
    """Read the year in which the agreement was first signed."""
    return reader.take_typed(CONVENTION, read_year)


def read_start_year(reader: SectionReader) -> int | None:
    """Read the year in which the partnership began."""
    return reader.take_typed(START, read_year)
