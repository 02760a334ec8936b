"""Pages within a page: what an `iframe` shows stands in its `srcdoc` where a tool saved a page in one file."""

from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.traces import Markup

_TRACE = b"srcdoc"
_DEEPEST = 3  # pages within each other


def may_hold_pages(markup: Markup) -> bool:
    """Tell quickly whether a page may hold another."""
    return _TRACE in markup.traces


def show_inner_pages(root: Element) -> None:
    """Put what each such frame shows in its place, as a box."""
    for _ in range(_DEEPEST):
        frames = [*root.iterfind(".//iframe[@srcdoc]")]
        for frame in frames:
            _show(frame)
        if not frames:
            break


def _show(frame: Element) -> None:
    inner: Element | None = None
    text = frame.attrib.pop("srcdoc")
    if text.strip():
        parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False)
        inner = etree.fromstring(str(text).encode(), parser)
    body = inner.find("body") if inner is not None else None
    if body is None:
        return
    frame.tag, frame.text = "div", body.text
    for style in inner.iterfind("head/style") if inner is not None else ():
        frame.append(style)
    frame.extend([*body])
