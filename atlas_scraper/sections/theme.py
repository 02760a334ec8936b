"""The main theme: `Thématique d'intervention` and its two lower levels, each with a label of its own.

What is odd about it: the third level is empty on most pages, all three are on some. The vocabulary is open.
"""

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Theme
from atlas_scraper.sections.section import Section
from atlas_scraper.values.themes import is_theme

LEVELS = (
    Label("theme", ("Thématique d'intervention",)),
    Label("subtheme", ("Sous-thématique d'intervention",)),
    Label("subsubtheme", ("Sous-sous-thématique d'intervention",)),
)


def read_theme(reader: SectionReader) -> Theme | None:
    """Read the main theme; `None` when all three levels are empty."""
    theme, subtheme, subsubtheme = (_read_level(reader, level) for level in range(3))
    if not (theme or subtheme or subsubtheme):
        return None
    return Theme(theme=theme, subtheme=subtheme, subsubtheme=subsubtheme)


def _read_level(reader: SectionReader, level: int) -> str | None:
    text = reader.take_value(LEVELS[level], fits=lambda text: is_theme(text, level))
    if text and not is_theme(text, level):
        reader.issue(IssueCode.UNKNOWN_VALUE, LEVELS[level].field, text)
    return text


SECTION = Section(LEVELS, lambda reader, _: {"theme": read_theme(reader)})
