"""HTML into a `Document`: lxml builds the tree, one walk reads it.

Every element is either a box that begins a new line, a stretch within a line, a table, or a form control;
what a reader does not see is left out, and what belongs to the site around the content is marked as such.
No class, id or position is known here. Where lxml's tree shows nothing useful, `read_broken_html` reads the
page again through BeautifulSoup, whose parser forgives other mistakes.
"""

import re
import warnings
from collections.abc import Callable, Iterable
from itertools import chain

from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.aria_tables import join_parts, may_be_aria
from atlas_scraper.blocks.asides import may_offer, set_aside
from atlas_scraper.blocks.backwards import may_be_backwards, show_forwards
from atlas_scraper.blocks.controls import CONTROL_TAGS, has_entry_form
from atlas_scraper.blocks.descriptions import may_describe, set_descriptions_aside
from atlas_scraper.blocks.dialogs import hide_popovers, may_open_over
from atlas_scraper.blocks.document import Document, Signal
from atlas_scraper.blocks.embedded import may_embed, show_embedded
from atlas_scraper.blocks.fallbacks import show_fallbacks
from atlas_scraper.blocks.grids_of_tables import join_tables, may_be_of_tables
from atlas_scraper.blocks.inner_pages import may_hold_pages, show_inner_pages
from atlas_scraper.blocks.left_open import ENTRIES, end_open, ends_in_heading, may_be_left_open, nest_entries
from atlas_scraper.blocks.named_boxes import show_names
from atlas_scraper.blocks.page_breaks import leave_out_page_breaks, may_break_pages
from atlas_scraper.blocks.printed_names import may_print_names, print_names
from atlas_scraper.blocks.protected import may_be_protected, show_addresses
from atlas_scraper.blocks.shadows import may_have_shadows, show_shadows
from atlas_scraper.blocks.shortened import may_shorten, show_whole
from atlas_scraper.blocks.shown_order import may_turn, turn
from atlas_scraper.blocks.swallowed import SWALLOWERS, end_foreign, end_swallowing, may_be_unended, swallow
from atlas_scraper.blocks.traces import Markup, markup_of
from atlas_scraper.blocks.walk import ByTag, blocks_of
from atlas_scraper.errors import NotARecord

# The HTML standard (13.2.5.5) reads the C1 range of numeric references as windows-1252; lxml does so too in
# current versions, BeautifulSoup's parser always did. Controls are dropped before parsing, see `read_document`.
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)
_DEEP = 200  # levels; near lxml's limit the log of its errors, which is slow to read, is worth a look
# Elements without content that lxml takes for ones that are never closed; they show nothing.
_VOID = re.compile(r"</?(?:wbr|source|track|keygen)(?:\s[^<>]*)?/?>", re.IGNORECASE)
_VOID_TAGS = ("wbr", "source", "track", "keygen")
_END_OF_PAGE = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_END_OF_HTML = re.compile(r"</html\s*>", re.IGNORECASE)
_END_TAGS = (b"</body", b"</html")
_ENDS_OF_PAGE = re.compile(rb"(?:</(?:body|html)\s*>\s*)+", re.IGNORECASE)
_UNENDED_TAGS = ("dt", "dd")  # which end where another begins, and lxml puts that one into them
_TAGS = ("a", "base", "link", "meta", "label", *SWALLOWERS, *CONTROL_TAGS, *_VOID_TAGS, *ENTRIES)
_ENDS_OF_NOTES = (b"]<", b")</a", b"1</a")  # of numbers in brackets, and in links
_HEAD_OF_PAGE = 100_000  # characters; many blank lines may stand before the doctype
_SCRIPT_REDIRECT = re.compile(r"\blocation(?:\s*\.\s*(?:replace|assign)\s*\(|(?:\s*\.\s*href)?\s*=[^=])")

# What few pages have: how to tell quickly that it may, and what the tree becomes then.
_RARE: tuple[tuple[Callable[[Markup], bool], Callable[[Element], None]], ...] = (
    (may_be_unended, end_foreign),
    (may_hold_pages, show_inner_pages),
    (may_have_shadows, show_shadows),
    (may_shorten, show_whole),
    (may_print_names, print_names),
    (may_be_aria, join_parts),
    (may_be_of_tables, join_tables),
    (may_be_protected, show_addresses),
    (may_describe, set_descriptions_aside),
    (may_open_over, hide_popovers),
    (may_embed, show_embedded),
    (may_turn, turn),
    (may_offer, set_aside),
    (may_be_backwards, show_forwards),
    (may_break_pages, leave_out_page_breaks),
)


def read_html(text: str, data: bytes) -> Document:
    """Read a page of HTML, by lxml, or by BeautifulSoup where lxml gives up half-way.

    Args:
        text: the page.
        data: the same in UTF-8, which is mostly as it came.

    Raises:
        NotARecord: there is no element in it, or the markup nests deeper than any page does.
    """
    markup = markup_of(data)
    if _goes_on(markup):
        text = _with_one_end(text)
        data = text.encode()
        markup = markup_of(data)
    text, data, markup = _with_ends(text, data, markup)
    root, is_cut = _tree_of(data)
    by_tag = _by_tag(root)
    has_void = any(by_tag[tag] for tag in _VOID_TAGS)
    if (
        has_void
        or swallow(chain.from_iterable(by_tag[tag] for tag in SWALLOWERS), markup)
        or nest_entries(chain.from_iterable(by_tag[tag] for tag in ENTRIES))
        or ends_in_heading(root)
    ):
        text = end_open(end_swallowing(_VOID.sub("", text) if has_void else text))
        data = text.encode()
        markup = markup_of(data)
        root, is_cut = _tree_of(data)
        by_tag = _by_tag(root)
    return read_broken_html(text, data) if is_cut else _read(root, by_tag, text, markup)


def read_named_boxes(text: str, data: bytes) -> Document:
    """Read a page of HTML whose labels stand in attributes of the boxes of their values; arguments as in `read_html`.

    Raises:
        NotARecord: no box of it has a name in an attribute; or as `read_html`.
    """
    text, data, markup = _with_ends(text, data, markup_of(data))
    root, _ = _tree_of(data)
    if not show_names(root):
        raise NotARecord("labels in attributes of boxes", "none", "see `explain` for the page's blocks")
    return _read(root, _by_tag(root), text, markup, Signal.NAMED_BOXES)


def read_fallbacks(text: str, data: bytes) -> Document:
    """Read a page of HTML with what it shows to who runs no scripts; arguments as in `read_html`.

    Raises:
        NotARecord: it has nothing of the kind; or as `read_html`.
    """
    text, data, markup = _with_ends(text, data, markup_of(data))
    root, _ = _tree_of(data)
    if not show_fallbacks(root):
        raise NotARecord("a page for who runs no scripts", "none", "see `explain` for the page's blocks")
    return _read(root, _by_tag(root), text, markup, Signal.FALLBACKS)


def _with_ends(text: str, data: bytes, markup: Markup) -> tuple[str, bytes, Markup]:
    """Give a page with the end tags that it leaves out: as text, in UTF-8, and the markup of that."""
    if not may_be_left_open(markup) or (ended := end_open(text)) == text:
        return text, data, markup
    data = ended.encode()
    return ended, data, markup_of(data)


def _tree_of(data: bytes) -> tuple[Element, bool]:
    """Give the tree of a page, and whether it nests so deep that lxml gave up half-way."""
    # Ids are looked up by few pages, and then by the walk.
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
    root: Element | None = etree.fromstring(data, parser)
    if root is None:
        raise _unreadable("no element")
    # At 256 levels lxml stops, and leaves out the rest of the page: the last element is then the deepest.
    return root, _depth_of_end(root) >= _DEEP and any("depth" in entry.message for entry in parser.error_log)


def _by_tag(root: Element) -> dict[str, list[Element]]:
    """Find the elements that are looked for by their tag, in one pass."""
    by_tag: dict[str, list[Element]] = {tag: [] for tag in _TAGS}
    for element in root.iter(*_TAGS):
        by_tag[str(element.tag)].append(element)
    return by_tag


def _unnest(elements: Iterable[Element]) -> None:
    """Put an element that stands straight in one of its own tag, which was never ended, behind that one."""
    for element in elements:
        outer = element.getparent()
        around = outer.getparent() if outer is not None and outer.tag == element.tag else None
        if outer is not None and around is not None:
            for moved in reversed([element, *element.itersiblings()]):
                around.insert(around.index(outer) + 1, moved)


def _goes_on(markup: Markup) -> bool:
    """Tell whether a page goes on behind its end tags, or has one of them twice; sought from behind, they are near."""
    ends = [end for tag in _END_TAGS if (end := markup.whole.rfind(tag)) >= 0]
    if not ends or not _ENDS_OF_PAGE.fullmatch(markup.whole, min(ends)):
        return bool(ends)
    return sum(map(markup.tags.count, _END_TAGS)) > len(ends)


def _with_one_end(text: str) -> str:
    """Move the end tag of a page behind all of it, as browsers do and lxml does not."""
    return _END_OF_PAGE.sub("", text) + "</html>" * (_END_OF_HTML.search(text) is not None)


def _depth_of_end(root: Element) -> int:
    depth = 0
    while len(root):
        root, depth = root[-1], depth + 1
    return depth


def read_broken_html(text: str, data: bytes) -> Document:
    """Read a page of HTML by BeautifulSoup: the second opinion on markup that lxml cannot make sense of.

    Arguments and errors as in `read_html`.
    """
    # Imported for the rare page that needs it: it takes longer than twenty pages take to read.
    from bs4 import XMLParsedAsHTMLWarning  # noqa: PLC0415
    from bs4.builder import ParserRejectedMarkup  # noqa: PLC0415
    from lxml.html import soupparser  # noqa: PLC0415

    text, data, markup = _with_ends(text, data, markup_of(data))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)  # XHTML with a prologue is what the site sends
            root = soupparser.fromstring(text, features="html.parser")
        etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
        return _read(root, _by_tag(root), text, markup, Signal.SECOND_OPINION)
    except (RecursionError, ValueError, ParserRejectedMarkup) as error:
        raise _unreadable(f"markup that cannot be read ({type(error).__name__})") from error


def _read(root: Element, by_tag: ByTag, text: str, markup: Markup, *signals: Signal) -> Document:
    title = next(iter(by_tag["title"]), None)
    for tag in _UNENDED_TAGS:
        _unnest(by_tag[tag])
    changes = [change for may_have, change in _RARE if may_have(markup)]
    for change in changes:
        change(root)
    by_tag = _by_tag(root) if changes else by_tag
    read = blocks_of(root, markup, by_tag)
    return read._replace(
        title=" ".join("".join(str(part) for part in title.itertext()).split()) if title is not None else "",
        address=_own_address(text, by_tag["link"]),
        base=next(filter(None, (element.get("href") for element in by_tag["base"])), None),
        signals=frozenset([*read.signals, *signals, *_signals(markup, by_tag)]),
    )


def _own_address(text: str, links: Iterable[Element]) -> str | None:
    """Give the address that a browser notes in a page that it saves, or that the page calls canonical."""
    comment = text.find("<!--", 0, _HEAD_OF_PAGE)
    if comment >= 0 and (saved := _SAVED_FROM.search(text, comment, _HEAD_OF_PAGE)):
        return saved[1]
    canonical = (link.get("href") for link in links if (link.get("rel") or "").lower() == "canonical")
    return next(canonical, None)


def _signals(markup: Markup, by_tag: ByTag) -> list[Signal]:
    signals = {
        Signal.PASSWORD_FIELD: any((field.get("type") or "").lower() == "password" for field in by_tag["input"]),
        Signal.SCRIPT_REDIRECT: any(map(_redirects, by_tag["script"])),
        Signal.META_REFRESH: any((meta.get("http-equiv") or "").lower() == "refresh" for meta in by_tag["meta"]),
        Signal.ENTRY_FORM: has_entry_form([*by_tag["input"], *by_tag["textarea"]]),
        Signal.NO_END: markup.tags.rfind(b"</html") < 0 and b"<html" in markup.traces,
        Signal.SPOKEN: markup.traces.count(b" lang=") > 1,  # in another language than the page, perhaps
        Signal.NOTES: b"<sup" in markup.traces or any(end in markup.whole for end in _ENDS_OF_NOTES),
        Signal.OPEN_TABLE: markup.tags.rfind(b"<table") > markup.tags.rfind(b"</table"),
    }
    return [signal for signal, is_shown in signals.items() if is_shown]


def _redirects(script: Element) -> bool:
    text = script.text or ""
    return "location" in text and _SCRIPT_REDIRECT.search(text) is not None


def _unreadable(found: str) -> NotARecord:
    return NotARecord("a page of HTML", found, "open the file in a browser and save the page again")
