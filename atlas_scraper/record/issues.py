"""The issues that a record can carry: each code with one line of meaning.

An issue is recorded and the page goes on; nothing is silent. The detail of an issue holds the raw text, so
that a value which could not be read is never lost.
"""

from enum import StrEnum
from typing import Annotated

from atlas_scraper.record.frozen import Frozen, Text
from atlas_scraper.record.marks import Names


class IssueCode(StrEnum):
    """Why a record deserves a second look. The value is the code; `meaning` says it in words."""

    meaning: str

    def __new__(cls, code: str, meaning: str) -> "IssueCode":
        """Make a member whose string value is the code and which knows its meaning."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member

    SECTION_MISSING = "section_missing", "A label that pages of this kind carry is not on the page."
    UNKNOWN_LABEL = "unknown_label", "A label that nobody has listed; its content is in `unread`."
    UNKNOWN_COLUMN = "unknown_column", "A table column that nobody has listed; its cells are in `unread`."
    UNREAD_TEXT = "unread_text", "Text that no section took; it is in `unread`."
    IGNORED_TEXT = "ignored_text", "Text around the content that varies from page to page, ignored as the site's frame."
    UNREADABLE_VALUE = "unreadable_value", "A value that cannot be read as its type; the raw text is the detail."
    AMBIGUOUS_CELLS = "ambiguous_cells", "The rendition lost where cells begin and end; several readings are possible."
    AMBIGUOUS_LABEL = (
        "ambiguous_label",
        "Several lines could be this label, or one of its text another; the likeliest is.",
    )
    MISSING_ROWS = "missing_rows", "A paginator announces more pages of a table; the links are the detail."
    UNKNOWN_VALUE = "unknown_value", "A value outside the known vocabulary, kept as published."
    UNKNOWN_COUNTRY = "unknown_country", "A country name that no catalogue knows; its code is null."
    SUSPICIOUS_EMAIL = "suspicious_email", "An address that looks mistyped at the source, kept as published."
    RELATIVE_LINK = "relative_link", "A link that cannot be made absolute without the page's address."
    CONTROL_CHARACTERS = "control_characters", "Control characters were dropped from the page; the detail counts them."
    SECOND_OPINION = "second_opinion", "The markup was too broken for lxml; BeautifulSoup's reading was used."


class Unread(Frozen):
    """Text of the page that no section took."""

    label: Annotated[str | None, Names.TEXT]
    """The unlisted label, table or column it stood under; null when there is none."""
    text: Annotated[Text, Names.RAW]
    """The text, lines separated by a line feed, cells by ` | `."""


class Issue(Frozen):
    """Something about the record that deserves a second look."""

    code: Annotated[IssueCode, Names.NOBODY]
    """What kind of trouble, from the list of codes."""
    section: Annotated[str, Names.NOBODY]
    """Field of the record it concerns, or `page`."""
    detail: Annotated[str, Names.RAW]
    """What was found, with the raw text where a value could not be read."""
