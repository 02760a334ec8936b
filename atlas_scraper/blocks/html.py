"""HTML into a `Document`: lxml builds the tree, one walk reads it.

Every element is either a box that begins a new line, a stretch within a line, a table, or a form control;
what a reader does not see is left out, and what belongs to the site around the content is marked as such.
No class, id or position is known here. Where lxml's tree shows nothing useful, `read_broken_html` reads the
page again through BeautifulSoup, whose parser forgives other mistakes.
"""

import re
import warnings
from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.document import Document, Signal
from atlas_scraper.blocks.walk import blocks_of
from atlas_scraper.errors import NotARecord

# The HTML standard (13.2.5.5) reads the C1 range of numeric references as windows-1252; lxml does so too in
# current versions, BeautifulSoup's parser always did. Controls are dropped before parsing, see `read_document`.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_DEEP = 200  # levels; near lxml's limit the log of its errors, which is slow to read, is worth a look
_END_OF_PAGE = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_HEAD_OF_PAGE = 100_000  # characters; many blank lines may stand before the doctype
_SCRIPT_REDIRECT = re.compile(r"\blocation(?:\s*\.\s*(?:replace|assign)\s*\(|(?:\s*\.\s*href)?\s*=[^=])")


def read_html(text: str) -> Document:
    """Read a page of HTML, by lxml, or by BeautifulSoup where lxml gives up half-way.

    Raises:
        NotARecord: there is no element in it, or the markup nests deeper than any page does.
    """
    text = _going_on(text)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    root: Element | None = etree.fromstring(text.encode(), parser)
    if root is None:
        raise _unreadable("no element")
    # At 256 levels lxml stops, and leaves out the rest of the page: the last element is then the deepest.
    if _depth_of_end(root) >= _DEEP and any("depth" in entry.message for entry in parser.error_log):
        return read_broken_html(text)
    return _read(root, text)


def _going_on(text: str) -> str:
    """Take out the end tags of the page where it goes on behind them, as browsers do and lxml does not."""
    end = _END_OF_PAGE.search(text)
    if end is None or not text[end.end() :].strip():
        return text
    # Sought in the text as it is: `İ` in small letters is two characters, which would move all behind it.
    ends = [found.start() for found in _END_OF_PAGE.finditer(text) if "html" in found.group().lower()]
    last = ends[-1] if ends else -1
    return _END_OF_PAGE.sub(lambda found: found.group() if found.start() >= last else "", text)


def _depth_of_end(root: Element) -> int:
    depth = 0
    while len(root):
        root, depth = root[-1], depth + 1
    return depth


def read_broken_html(text: str) -> Document:
    """Read a page of HTML by BeautifulSoup: the second opinion on markup that lxml cannot make sense of.

    Raises:
        NotARecord: as `read_html`.
    """
    # Imported for the rare page that needs it: it takes longer than twenty pages take to read.
    from bs4 import XMLParsedAsHTMLWarning  # noqa: PLC0415
    from lxml.html import soupparser  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # XHTML with a prologue is what the site sends
            root = soupparser.fromstring(text, features="html.parser")
        etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
        return _read(root, text, Signal.SECOND_OPINION)
    except (RecursionError, ValueError) as error:
        raise _unreadable(f"markup that cannot be read ({type(error).__name__})") from error


def _read(root: Element, text: str, *signals: Signal) -> Document:
    title = next(root.iter("title"), None)
    base = next((element.get("href") for element in root.iter("base") if element.get("href")), None)
    return Document(
        rendition="html",
        blocks=blocks_of(root, text),
        title=" ".join("".join(str(part) for part in title.itertext()).split()) if title is not None else "",
        address=_own_address(root, text),
        base=base,
        signals=frozenset([*signals, *_signals(root, text.lower())]),
    )


def _own_address(root: Element, text: str) -> str | None:
    """Give the address that a browser notes in a page that it saves, or that the page calls canonical."""
    if saved := _SAVED_FROM.search(text[:_HEAD_OF_PAGE]):
        return saved[1]
    canonical = (link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical")
    return next(canonical, None)


def _signals(root: Element, text: str) -> list[Signal]:
    checks: dict[Signal, Callable[[], bool]] = {
        Signal.PASSWORD_FIELD: lambda: any(
            (field.get("type") or "").lower() == "password" for field in root.iter("input")
        ),
        Signal.SCRIPT_REDIRECT: lambda: any(
            _SCRIPT_REDIRECT.search(script.text or "") for script in root.iter("script")
        ),
        Signal.META_REFRESH: lambda: any(
            (meta.get("http-equiv") or "").lower() == "refresh" for meta in root.iter("meta")
        ),
        Signal.NO_END: lambda: "<html" in text and "</html" not in text,
        Signal.OPEN_TABLE: lambda: text.rfind("<table") > text.rfind("</table"),
    }
    return [signal for signal, is_shown in checks.items() if is_shown()]


def _unreadable(found: str) -> NotARecord:
    return NotARecord("a page of HTML", found, "open the file in a browser and save the page again")
