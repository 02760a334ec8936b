"""Markdown into a `Document`, through HTML: CommonMark is read by a library, its HTML by the one walk.

So headings and bold text become marks, escapes are undone, and the target of a link stays apart from its words.
What converters write beyond CommonMark, `markdown_source` makes ready first. Positions in a table are believed
where some table of the text has an empty cell before another: whoever drops empty cells leaves none there.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from atlas_scraper.blocks.document import Block, Document, PageTable
from atlas_scraper.blocks.front_matter import has_front_matter, split_front_matter
from atlas_scraper.blocks.html import read_html
from atlas_scraper.blocks.markdown_source import prepare
from atlas_scraper.blocks.pipe_rows import is_rule

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_FEWEST_SIGNS = 2
# Each of them twice, or two of them: a lone star or hash may stand in any text.
_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"^ {0,3}#{1,6} +\S",
        r"^\S[^|\n]*\n(?:={3,}|-{3,}) *$",
        r"(?<![\\*\w])\*\*[^\s*][^*\n]*\*\*",
        r"(?<!!)\[[^\]\n]++(\]\([^()\s]++(?: \"[^\"\n]*+\")?+\))?+",  # without the group, none
        r"<(?:https?://|mailto:)[^\s<>]+>",
        r"\\[\[\]_*.+#()<>|`~-]",
        r"^[^\s|].*\n:   \S",
    )
)


def is_markdown(text: str) -> bool:
    """Tell whether a text is Markdown rather than one of the two other text renditions."""
    if has_front_matter(text):
        return True
    rules = [line.strip() for line in text.split("\n") if is_rule(line)]
    if any(not rule.endswith("|") for rule in rules):
        return True
    signs = sum(min(sum(map(bool, sign.findall(text))), _FEWEST_SIGNS) for sign in _SIGNS)
    return signs >= _FEWEST_SIGNS


def read_markdown(text: str) -> Document:
    """Read a page in Markdown.

    Raises:
        NotARecord: as `read_html`.
    """
    front, text = split_front_matter(text)
    prepared = prepare(text)
    page = f"<html><body>\n{_reader().render(prepared.text)}\n</body></html>"
    document = read_html(page, page.encode())
    return document._replace(
        rendition="markdown",
        blocks=tuple(_believed(block, keeps_positions=prepared.keeps_positions) for block in document.blocks),
        title=front.get("title", ""),
        address=next((front[name] for name in ("url", "source_url", "source", "canonical") if name in front), None),
    )


def _believed(block: Block, *, keeps_positions: bool) -> Block:
    """Say of a table whether the columns of its cells can be believed, of all rows and of those that end early."""
    if not isinstance(block, PageTable) or block.is_boxes:
        return block
    return block._replace(keeps_positions=keeps_positions, keeps_short_rows=False)


@cache
def _reader() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - for a page in Markdown alone

    reader = MarkdownIt("commonmark", {"html": True, "maxNesting": 100})
    reader.disable(["code", "lheading"])
    reader.enable("strikethrough")
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005 - a dead link is one, too
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]  # as written
    return reader
