"""The whole page: its sections in order, and what makes it a record at all."""

from typing import Any

from atlas_scraper.blocks.document import Document, Signal
from atlas_scraper.labelling.labels import LabelIndex
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.sections import (
    foreign_contacts,
    foreign_partners,
    form,
    french_authorities,
    funding,
    narrative,
    other_themes,
    post,
    sdgs,
    status,
    theme,
    title,
    triennial,
    volunteers,
    years,
)
from atlas_scraper.sections.recognise import refuse_empty, refuse_other_pages
from atlas_scraper.values.addresses import project_id_of

Parts = dict[str, Any]
"""The fields of a record by name, as the sections read them; `record.model` validates them."""

_TABLES = (other_themes, sdgs, foreign_partners, foreign_contacts, french_authorities, funding, volunteers)

LABELS = LabelIndex(
    ordered=(
        post.LABEL,
        title.LABEL,
        years.CONVENTION,
        *theme.LEVELS,
        other_themes.LABEL,
        sdgs.LABEL,
        years.START,
        status.STATUS,
        status.END,
        *narrative.LABELS,
        form.LABEL,
        foreign_partners.LABEL,
        foreign_contacts.LABEL,
        french_authorities.LABEL,
        triennial.LABEL,
        funding.LABEL,
        volunteers.LABEL,
    ),
    inner=post.INNER,
    columns=(header for table in _TABLES for column in table.COLUMNS for header in column.headers),
)
# Absent, label and value both, on some pages without anything being wrong.
_MAY_BE_ABSENT = frozenset({post.LABEL, years.CONVENTION})


def open_page(document: Document, address: str | None) -> SectionReader:
    """Find the labels of a page.

    Args:
        document: the page.
        address: where it was fetched from; `None` to believe the page, if it names a project's address itself.

    Raises:
        NotARecord: the page is none of a partnership.
        LayoutError: it is, but its title is missing or its end is cut off.
    """
    if address is None and document.address and project_id_of(document.address):
        address = document.address
    reader = SectionReader(document, LABELS, address)
    refuse_other_pages(reader, title=title.LABEL, last=volunteers.LABEL)
    return reader


def read_sections(reader: SectionReader) -> Parts:
    """Read every section of a page.

    Returns:
        The parts of a record by the names of its fields, `unread` and `issues` included.

    Raises:
        NotARecord: every section is empty.
        LayoutError: there is no title, or a table lacks a column that it cannot be read without.
    """
    state, state_label = status.read_status(reader)
    partners = foreign_partners.read_foreign_partners(reader)
    parts: Parts = {
        "title": title.read_title(reader),
        "convention_year": years.read_convention_year(reader),
        "start_year": years.read_start_year(reader),
        "status": state,
        "status_label": state_label,
        "end_date": status.read_end_date(reader),
        "theme": theme.read_theme(reader),
        "other_themes": other_themes.read_other_themes(reader),
        "sdgs": sdgs.read_sdgs(reader),
        "post": post.read_post(reader),
        **{label.field: narrative.read_narrative(reader, label) for label in narrative.LABELS},
        "form": form.read_form(reader),
        "foreign_partners": partners,
        "foreign_contacts": foreign_contacts.read_foreign_contacts(
            reader, [partner.name for partner in partners if partner.name]
        ),
        "french_authorities": french_authorities.read_french_authorities(reader),
        "triennial": triennial.read_triennial(reader),
        "funding": funding.read_funding(reader),
        "volunteers": volunteers.read_volunteers(reader),
    }
    refuse_empty(parts)
    reader.close()
    _report_missing(reader)
    if reader.document.dropped_controls:
        reader.issue(IssueCode.CONTROL_CHARACTERS, "page", f"{reader.document.dropped_controls} dropped")
    if Signal.SECOND_OPINION in reader.document.signals:
        reader.issue(IssueCode.SECOND_OPINION, "page", "read by BeautifulSoup")
    return {**parts, "unread": reader.unread, "issues": reader.issues}


def _report_missing(reader: SectionReader) -> None:
    """Report the labels that a page of its generation has and this one has not."""
    is_new = any(label.since_2022 for label in reader.found)
    variants = {label.variant for label in reader.found if label.variant}
    for label in LABELS.ordered:
        is_other = (label.variant and variants - {label.variant}) or (label.since_2022 and not is_new)
        if not reader.has(label) and not is_other and label not in _MAY_BE_ABSENT:
            reader.report_missing(label)
