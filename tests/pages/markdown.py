"""A page in Markdown, as a converter writes it from HTML, with the converter's options drawn at random."""

import random
import shutil
import subprocess
from collections.abc import Callable
from typing import Any

import html2text
import markdownify

from .markup import STYLES

_PIPES = "pandoc-markdown-simple_tables-multiline_tables-grid_tables"
REFUSED = {"pandoc-markdown": ("drawn tables", "pandoc's Markdown"), _PIPES: ("pandoc's Markdown",)}
"""The converters whose pages are refused, by which names: tables of dashes and spaces, and pandoc's own signs."""
CONVERTERS = ("html2text", "markdownify", "pandoc-gfm", *REFUSED)
HTML2TEXT: dict[str, tuple[Any, ...]] = {
    "body_width": (78, 78, 0, 100),
    "pad_tables": (False,),
    "inline_links": (True, True, False),
    "links_each_paragraph": (False, True),
    "protect_links": (False, True),
    "ignore_images": (False, True),
    "escape_snob": (False, True),
    "unicode_snob": (True,),
    "single_line_break": (False,),
    "ul_item_mark": ("*", "-"),
    "emphasis_mark": ("_", "*"),
    "strong_mark": ("**", "__"),
}
MARKDOWNIFY: dict[str, tuple[Any, ...]] = {
    "heading_style": ("underlined", "atx", "atx_closed"),
    "bullets": ("*+-", "-", "*"),
    "strong_em_symbol": ("*", "_"),
    "autolinks": (True, False),
    "escape_asterisks": (True, True, False),
    "escape_underscores": (True, False),
    "escape_misc": (False, True),
    "newline_style": ("spaces", "backslash"),
    "wrap": (False, True),
    "table_infer_header": (False, True),
    "strip_document": ("strip", None),
}
"""Options of the converters and the values that they take here; a value that stands twice is drawn twice as often."""

NOT_CARRIED_OVER: dict[str, object] = {
    "hidden": "none", "hidden_id": "none", "panes": "none", "encoding": "utf-8", "data_unicode": "nfc",
    "rowspan": False, "ragged": False, "main": "div_main", "end_tags": "all", "nesting": "right",
}  # fmt: skip
"""Choices of the markup that no converter carries over: none knows what a page hides or what spans rows,
some never come back from end tags that are left out, and none writes tables within tables."""
DROPPED_BY: dict[str, dict[str, object]] = {
    # It writes a cell that spans columns as one, and a space before a reference that follows emphasis.
    "html2text": {
        "header_break": False,
        "empty_colspan": False,
        "header_colspan": "none",
        "data_entities": "raw",
        "label_entities": "raw",
    },
}
STYLES_CARRIED_OVER = tuple(
    style for style in STYLES if style not in {"span_span", "span_multi", "custom", "label_input", "label_span"}
)
"""Ways of marking labels of which a converter keeps label and value apart."""


def is_there(converter: str) -> bool:
    """Tell whether a converter can be run on this machine."""
    return not converter.startswith("pandoc") or shutil.which("pandoc") is not None


def _html2text(html: str, options: dict[str, Any]) -> str:
    writer = html2text.HTML2Text()
    for name, value in options.items():
        setattr(writer, name, value)
    return writer.handle(html)


def _pandoc(html: str, target: str) -> str:
    command = ["pandoc", "-f", "html", "-t", target]
    return subprocess.run(command, input=html, capture_output=True, text=True, check=True).stdout  # noqa: S603 - ours


def as_markdown(html: str, converter: str, rng: random.Random) -> tuple[str, dict[str, Any]]:
    """Convert a page; gives the text and the options drawn."""
    if converter.startswith("pandoc"):
        return _pandoc(html, converter.partition("-")[2]), {}
    choices = HTML2TEXT if converter == "html2text" else MARKDOWNIFY
    options = {name: rng.choice(values) for name, values in choices.items()}
    write: Callable[[str, dict[str, Any]], str] = (
        _html2text if converter == "html2text" else lambda text, drawn: markdownify.markdownify(text, **drawn)
    )
    return write(html, options), options


def carried_over(rng: random.Random, converter: str, fixed: dict[str, Any]) -> dict[str, Any]:
    """Pin what the converter does not carry over, unless it is pinned already."""
    scalar, prose, post = (rng.choice(STYLES_CARRIED_OVER) for _ in range(3))
    if converter == "html2text" and prose.startswith("table"):
        prose = "heading"  # it ends the rows of a table where a cell has a line break
    pins = {"scalar_style": scalar, "prose_style": prose, "post_style": post, **NOT_CARRIED_OVER}
    if fixed.get("prose_style", prose).startswith("table"):
        # Within a cell a converter keeps no paragraphs, and no table.
        pins |= {"paragraph_cut": "br", "table_title": "heading"}
    return {**pins, **DROPPED_BY.get(converter, {}), **fixed}
