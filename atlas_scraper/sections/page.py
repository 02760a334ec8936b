"""The whole page: its sections in order. To add a section, write its file and name it here."""

from atlas_scraper.blocks.document import Document, Signal
from atlas_scraper.labelling.division import divide
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.sections import (
    convention_year,
    foreign_contacts,
    foreign_partners,
    form,
    french_authorities,
    funding,
    narrative,
    other_themes,
    post,
    sdgs,
    start_year,
    status,
    theme,
    title,
    triennial,
    volunteers,
)
from atlas_scraper.sections.generations import missing_labels
from atlas_scraper.sections.placeholders import leave_out_placeholders
from atlas_scraper.sections.recognise import refuse_empty, refuse_other_pages, refuse_several
from atlas_scraper.sections.section import Parts
from atlas_scraper.sections.site_words import site_words
from atlas_scraper.values.addresses import project_id_of

SECTIONS = (
    post.SECTION,
    title.SECTION,
    convention_year.SECTION,
    theme.SECTION,
    other_themes.SECTION,
    sdgs.SECTION,
    start_year.SECTION,
    status.SECTION,
    narrative.SECTION,
    form.SECTION,
    foreign_partners.SECTION,
    foreign_contacts.SECTION,
    french_authorities.SECTION,
    triennial.SECTION,
    funding.SECTION,
    volunteers.SECTION,
)


def _index() -> LabelIndex:
    labels: list[Label] = [label for section in SECTIONS for label in section.labels]
    inner = [label for section in SECTIONS for label in section.inner]
    headers = [header for section in SECTIONS for column in section.columns for header in column.headers]
    captions = [*headers, *(spelling for label in labels for spelling in label.spellings)]
    tables = {
        label: [column.headers for column in section.columns]
        for section in SECTIONS
        for label in section.labels
        if label.heads_table
    }
    return LabelIndex(labels, inner, headers, site_words(captions), tables)


LABELS = _index()


def open_page(document: Document, address: str | None) -> SectionReader:
    """Find the labels of a page.

    Args:
        document: the page.
        address: where it was fetched from; `None` to believe the page, if it names a project's address itself.

    Raises:
        NotARecord: the page is none of a partnership, or of several.
        LayoutError: it is, but its title is missing or its end is cut off.
    """
    if address is None and document.address and project_id_of(document.address):
        address = document.address
    division = divide(document, LABELS)
    refuse_other_pages(division, address or document.address, title=title.LABEL)
    refuse_several(division, title=title.LABEL)
    return SectionReader(division, address)


def read_sections(reader: SectionReader) -> Parts:
    """Read every section of a page.

    Returns:
        The parts of a record by the names of its fields, `unread` and `issues` included.

    Raises:
        NotARecord: every section is empty.
        LayoutError: there is no title, or a table lacks a column that it cannot be read without.
    """
    parts: Parts = {}
    leave_out_placeholders(reader)
    for section in SECTIONS:
        parts |= section.read(reader, parts)
    refuse_empty(parts)
    reader.close()
    for label in missing_labels(reader.division):
        reader.issue(IssueCode.SECTION_MISSING, label.field, f"no label {label.spellings[0]!r} on the page")
    if reader.document.dropped_controls:
        reader.issue(IssueCode.CONTROL_CHARACTERS, "page", f"{reader.document.dropped_controls} dropped")
    if Signal.SECOND_OPINION in reader.document.signals:
        reader.issue(IssueCode.SECOND_OPINION, "page", "read by BeautifulSoup")
    if Signal.NAMED_BOXES in reader.document.signals:
        reader.issue(IssueCode.SECOND_OPINION, "page", "labels read in attributes of boxes, which a page need not show")
    if Signal.FALLBACKS in reader.document.signals:
        reader.issue(IssueCode.SECOND_OPINION, "page", "read from what the page shows to who runs no scripts")
    return {**parts, "unread": reader.unread, "issues": reader.issues}
