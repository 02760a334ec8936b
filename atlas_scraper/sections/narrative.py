"""The long texts: context, history, objective, description.

What is odd about them: bullets (`-`, `•`, U+F0B7), headings typed by hand and lines that read like labels are
part of the text; any may be empty; text renditions print everything after the first paragraph twice. Since
about 2022 one section, `Contexte et historique`, stands in place of two.
"""

from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.sections.section import Generation, Section
from atlas_scraper.values.repeats import without_repeats

_BEFORE = frozenset({Generation.OLD, Generation.MIDDLE})
CONTEXT = Label("context", ("Contexte",), variant="two texts", generations=_BEFORE, holds_prose=True)
HISTORY = Label(
    "history", ("Historique",), variant="two texts", generations=_BEFORE, follows_prose=True, holds_prose=True
)
CONTEXT_AND_HISTORY = Label(
    "context_and_history",
    ("Contexte et historique",),
    variant="one text",
    generations=frozenset({Generation.NEW}),
    holds_prose=True,
)
OBJECTIVE = Label(
    "objective", ("Objectif du partenariat", "Objectifs du partenariat"), follows_prose=True, holds_prose=True
)
DESCRIPTION = Label("description", ("Description détaillée du partenariat",), follows_prose=True, holds_prose=True)
LABELS = (CONTEXT, HISTORY, CONTEXT_AND_HISTORY, OBJECTIVE, DESCRIPTION)


def read_narrative(reader: SectionReader, label: Label) -> list[str]:
    """Read the paragraphs of a long text, without those that the page prints twice."""
    return without_repeats(reader.take_paragraphs(label))


SECTION = Section(LABELS, lambda reader, _: {label.field: read_narrative(reader, label) for label in LABELS})
