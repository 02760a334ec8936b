"""Pages that a mail quotes: `>` before every line, which is none of the page's own words.

Where only some lines have the sign, as below a long answer or where a mail was wrapped, it may as well be a bullet.
That is noted, and told by what stands behind it.
"""

import re
from collections.abc import Sequence

from atlas_scraper.blocks.document import Block, Document, Line, Run, Signal
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


def without_quotes(document: Document, text: str) -> Document:
    """Leave out of a page, made from a text, the signs that nearly all its lines begin with, or note that some do."""
    if text.count("&gt;") < _TRACES and text.count(">&gt; ") + text.count("\n&gt; ") < _FEW:
        return document
    lines = [block.text for block in document.blocks if isinstance(block, Line)]
    return without_signs(document) if _are_quoted([line.startswith(">") for line in lines]) else noted(document)


def noted(document: Document) -> Document:
    """Note of a page that some of its lines have the sign that a mail puts before what it quotes."""
    count = sum(block.text[:1] == ">" and block.text.lstrip(_SIGNS)[:1].isalpha() for block in document.blocks)
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
    if not isinstance(block, Line) or not block.text.startswith(">"):
        return block
    said = [run for run in block.runs if not run.text.isspace()]
    runs = [run for run in (said[0]._replace(text=said[0].text.lstrip(_SIGNS)), *_behind(block, said[0])) if run.text]
    text = tidy("".join(run.text for run in runs))
    return block._replace(text=text, runs=tuple(runs)) if text else None


def _behind(line: Line, run: Run) -> Sequence[Run]:
    return line.runs[line.runs.index(run) + 1 :]
