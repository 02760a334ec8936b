"""The title, below `Titre`.

What is odd about it: the site cuts it at about 250 characters, mid-word; it may hold a line break, quotation
marks of every kind, capitals throughout, a trailing space.
"""

from atlas_scraper.labelling.items import whole_lines
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.sections.section import Section

LABEL = Label("title", ("Titre", "Titre du partenariat", "Titre du projet"))


def read_title(reader: SectionReader) -> str | None:
    """Read the title, on one line; `None` when it is empty or its label is missing."""
    title = reader.take_value(LABEL)
    # Text renditions show a line break in the title as a line of its own, which looks like one more block.
    rest = reader.items_of(LABEL)
    if title and reader.document.rendition != "html" and len(whole_lines(rest)) == 1 and rest[0].line:
        whole = f"{title} {' '.join(reader.take_paragraphs(LABEL))}"
        reader.issue(IssueCode.AMBIGUOUS_CELLS, LABEL.field, f"({title}) or ({whole})")
        title = whole
    if title:
        reader.take_once_more(LABEL, title)
    return title


SECTION = Section((LABEL,), lambda reader, _: {"title": read_title(reader)})
