"""The way in: any bytes become a `Document` or a named error."""

import re
from enum import Enum, auto

from atlas_scraper.blocks.decode import decode
from atlas_scraper.blocks.document import Document
from atlas_scraper.blocks.html import read_broken_html, read_fallbacks, read_html, read_named_boxes
from atlas_scraper.blocks.mhtml import unpack
from atlas_scraper.blocks.other_kinds import kind_of_text
from atlas_scraper.blocks.quoted import noted, without_quotes, without_quotes_in_text
from atlas_scraper.errors import NotARecord
from atlas_scraper.values.text import drop_controls

# What tells HTML from text: a declaration, or the tags that no page is without. Text renditions hold `<<`
# and `< Précédent`, which are no tags.
_MARKUP = re.compile(
    r"<(?:!doctype\s+html|html|head|body|main|div|p|br|table|dl|dt|ul|li|span|b|strong|h[1-6]|form|fieldset|section|"
    r"article|center|font|label|script|title)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
# Markdown may hold tags, of boxes or of tables that it cannot write; these it has never.
_DOCUMENT = re.compile(r"<(?:!doctype\s+html|html|head|body|frameset)(?:\s[^<>]*)?>", re.IGNORECASE)


class Opinion(Enum):
    """How HTML is read: what the first makes no record of, the others may."""

    LXML = auto()
    BEAUTIFUL_SOUP = auto()
    NAMED_BOXES = auto()
    FALLBACKS = auto()


_READERS = {
    Opinion.LXML: read_html,
    Opinion.BEAUTIFUL_SOUP: read_broken_html,
    Opinion.NAMED_BOXES: read_named_boxes,
    Opinion.FALLBACKS: read_fallbacks,
}


def read_document(data: bytes, opinion: Opinion = Opinion.LXML) -> Document:
    """Read a page in any rendition.

    Args:
        data: the page's bytes.
        opinion: how to read HTML.

    Raises:
        NotARecord: the bytes are no text in an encoding that they declare, or hold nothing.
    """
    saved = unpack(data)
    decoded = decode(saved.data if saved else data)
    text, dropped = drop_controls(decoded.text, decoded.utf8)
    if not text.strip():
        raise NotARecord("a page", "nothing but blanks" if text else "no bytes", "fetch or save the page again")
    if kind := kind_of_text(text):
        raise NotARecord("a page of text or HTML", kind, "save the page itself, as HTML or text", kind=kind)
    document = None if _DOCUMENT.search(text) else _read_text(text)
    if document is None:
        utf8 = decoded.utf8 if text is decoded.text and decoded.utf8 is not None else text.encode()
        document = without_quotes(_READERS[opinion](text, utf8), utf8)
    address = document.address or (saved.address if saved else None)
    return document._replace(dropped_controls=dropped, address=address)


def _read_text(text: str) -> Document | None:
    """Read a page that is no whole document of HTML; `None` where it holds HTML all the same, and no Markdown."""
    # Imported for pages that need them: together they take longer than five pages take to read.
    from atlas_scraper.blocks.markdown import is_markdown, read_markdown  # noqa: PLC0415
    from atlas_scraper.blocks.plain import read_plain  # noqa: PLC0415
    from atlas_scraper.blocks.screen import (  # noqa: PLC0415
        refuse_pandoc_markdown,
        refuse_ruled_tables,
        refuse_screen_dump,
        refuse_tables_in_tables,
    )

    text = without_quotes_in_text(text)
    refuse_tables_in_tables(text)
    if is_markdown(text):
        refuse_ruled_tables(text)
        refuse_pandoc_markdown(text)
        return read_markdown(text)
    if _MARKUP.search(text):
        return None
    refuse_screen_dump(text)
    return noted(read_plain(text)) if "\n> " in text else read_plain(text)
