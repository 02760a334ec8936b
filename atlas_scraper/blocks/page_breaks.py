"""Where the pages of a printed edition end, in a book for the screen: `<span role="doc-pagebreak">[p. 13]</span>`.

The number stands in the middle of a text, of a word even, and is none of its words (DPUB-ARIA 1.1, doc-pagebreak).
"""

from lxml.etree import _Element as Element

from atlas_scraper.blocks.traces import Markup

_LONGEST = 24  # letters of such a number; more is a text, whatever the markup calls it


def may_break_pages(markup: Markup) -> bool:
    """Tell quickly whether a page may say where the pages of an edition end."""
    return b"pagebreak" in markup.traces


def leave_out_page_breaks(root: Element) -> None:
    """Leave the numbers of the pages of an edition out of a page."""
    for element in [*root.iter()]:
        if isinstance(element.tag, str) and _is_page_break(element):
            for inner in [*element]:
                element.remove(inner)
            element.text = None


def _is_page_break(element: Element) -> bool:
    roles = [*(element.get("role") or "").split(), *(element.get("epub:type") or "").split()]
    if "doc-pagebreak" not in roles and "pagebreak" not in roles:
        return False
    return len("".join(map(str, element.itertext())).strip()) <= _LONGEST
