"""The form of the partnership, below `Votre partenariat prend la forme d'un(e)`."""

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.sections.section import Section

LABEL = Label(
    "form", ("Votre partenariat prend la forme d'un(e)", "Le partenariat prend la forme d'un(e)"), follows_prose=True
)


def read_form(reader: SectionReader) -> str | None:
    """Read the form of the partnership, such as `Projet de coopération décentralisée`."""
    return reader.take_value(LABEL)


SECTION = Section((LABEL,), lambda reader, _: {"form": read_form(reader)})
