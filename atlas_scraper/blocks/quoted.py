"""Pages that a mail quotes: `>` before every line, which is none of the page's own words.

Where only some lines have the sign, as below a long answer or where a mail was wrapped, it may as well be a bullet.
That is noted, and told by what stands behind it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from atlas_scraper.blocks.document import Block, Cell, Document, Line, PageTable, Run, Signal
from atlas_scraper.values.text import tidy

_TRACES = 20  # signs in a page, before its lines are looked at
_NEARLY_ALL = 0.8  # of the lines of a page that is quoted; what the mail says itself has no sign
_FEW = 3  # lines of a page with the sign and a letter behind it, before it is noted that they have it
_SIGNS = "> \t\r\n\xa0"
_SIGNS_OF_TEXT = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)


def without_quotes_in_text(text: str) -> str:
    """Leave out of a text the signs that nearly all its lines begin with."""
    if text.count("\n>") < _TRACES:
        return text
    lines = [line for line in text.splitlines() if line.strip()]
    return _SIGNS_OF_TEXT.sub("", text) if _are_quoted([line.startswith(">") for line in lines]) else text


def without_quotes(document: Document, utf8: bytes) -> Document:
    """Leave out of a page, made from UTF-8, the signs that nearly all its lines begin with, or note that some do."""
    parts = utf8.split(b"&gt;")  # few pages have any, and bytes are searched in a tenth of the time
    begin_lines = (before.endswith((b">", b"\n")) and text[:1] == b" " for before, text in pairwise(parts))
    if len(parts) <= _TRACES and sum(begin_lines) < _FEW:
        return document
    are_signed = [line.text.startswith(">") for line in lines_of(document.blocks)]
    return without_signs(document) if _are_quoted(are_signed) else noted(document)


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """Give the lines of a page, those in the cells of tables among them."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        elif block.plain is None:
            yield from lines_of(inner for row in block.rows for cell in row for inner in cell.blocks)


def noted(document: Document) -> Document:
    """Note of a page that some of its lines have the sign that a mail puts before what it quotes."""
    count = sum(words_behind_sign(line.text)[:1].isalpha() for line in lines_of(document.blocks))
    return document._replace(signals=document.signals | {Signal.SOME_QUOTED}) if count >= _FEW else document


def words_behind_sign(text: str) -> str:
    """Give what stands behind the sign that a line begins with; nothing where it has none."""
    return text.lstrip(_SIGNS) if text.startswith(">") else ""


def without_signs(document: Document) -> Document:
    """Leave the sign out of every line of a page that begins with it."""
    blocks = (_without_quote(block) for block in document.blocks)
    return document._replace(blocks=tuple(block for block in blocks if block is not None))


def _are_quoted(are_signed: Sequence[bool]) -> bool:
    return sum(are_signed) >= _NEARLY_ALL * len(are_signed)


def _without_quote(block: Block) -> Block | None:
    """Give a block without the sign that it begins with; `None` where nothing is left."""
    if isinstance(block, PageTable):  # boxes that look like one, each with lines of its own
        return block._replace(rows=tuple([tuple(map(_cell_without_quotes, row)) for row in block.rows]))
    if not block.text.startswith(">"):
        return block
    said = [run for run in block.runs if not run.text.isspace()]
    runs = [run for run in (said[0]._replace(text=said[0].text.lstrip(_SIGNS)), *_behind(block, said[0])) if run.text]
    text = tidy("".join(run.text for run in runs))
    return block._replace(text=text, runs=tuple(runs)) if text else None


def _cell_without_quotes(cell: Cell) -> Cell:
    if ">" not in cell.text:
        return cell
    blocks = tuple([inner for block in cell.blocks if (inner := _without_quote(block)) is not None])
    text = " ".join([block.text for block in blocks]) if cell.blocks else cell.text.lstrip(_SIGNS)
    return cell._replace(text=text, blocks=blocks)


def _behind(line: Line, run: Run) -> Sequence[Run]:
    return line.runs[line.runs.index(run) + 1 :]
