"""What stands within a line of Markdown, made ready for a reader of CommonMark: bold text, dead links, typed signs."""

import re

from atlas_scraper.blocks.markdown_habits import FENCE, MARKER, RULER

_BLOCK_START = re.compile(r"[-+*#>=|~`]|\[(?=[^\]]+\]:)")
_NUMBER_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
# html2text ends it behind a blank.
_BOLD = re.compile(r"(?<![\\*])\*\*(?=[^\s*])((?:[^*\\\s]|\\.|\s++(?!\*\*))+?)(\s*+)\*\*(?!\*)")
_OPENED = re.compile(r"(?<![\w\\_])__(?=[^\s_])")
_CLOSED = re.compile(r"[^\s_\\]__(?![\w_])")
_DEAD_LINK = re.compile(r"(?<![\\!\]])\[((?:[^\[\]\\]|\\.)+)\](?![\[(:{])")
_BOLD_WITH_STAR = re.compile(r"(?<![\\*])\*\*([^*\n]*[^*\n\\ ])\s?\*\*\*(?=[\s\\]|$)")  # the star of a required field
# As converters write a link that only runs a script; of its brackets some are escaped, and some are not.
_SCRIPT = re.compile(r"\]\(javascript:(?:\\.|[^()\\\n]|\((?:\\.|[^()\\\n])*+\))*+\)", re.IGNORECASE)


def with_bold_as_html(line: str, *, marks_dead_links: bool) -> str:
    """Write bold text as HTML, whatever stands beside it, and undo what only one converter has."""
    if marks_dead_links:
        line = _DEAD_LINK.sub(r"\1", line)
    for mark in ("**", "__"):
        if (start := line.find(mark)) >= 0 and line.endswith(mark * 2):
            line = f"{line[:start]}{mark}{line[start:].replace(mark, '')}{mark}"  # bold within bold
    return _BOLD_WITH_STAR.sub(r"<b>\1 \*</b>", _BOLD.sub(r"<b>\1</b>\2", line))


def without_empty_emphasis(lines: list[str]) -> list[str]:
    """Leave out of lines the signs that html2text writes for an icon, `__Contexte`: no more than the beginning of bold.

    Args:
        lines: of one paragraph or list.
    """
    if not any("__" in line for line in lines) or any(map(_CLOSED.search, lines)):
        return lines
    return [_OPENED.sub("", line) for line in lines]


def without_scripts(text: str) -> str:
    """Let links that only run a script lead nowhere, each as long as it was: lines break where they have no room."""
    return _SCRIPT.sub(lambda found: f"](#{'_' * (len(found[0]) - 4)})", text) if "](javascript:" in text else text


def as_text(line: str) -> str:
    """Escape what would begin a block: a bullet, number or fence that an author typed, a word after a broken line."""
    line = line.strip()
    if line.startswith(("*", "__", "`")) and not (MARKER.match(line) or FENCE.match(line) or RULER.fullmatch(line)):
        return line
    return _NUMBER_START.sub(r"\1\\\2", f"\\{line}" if _BLOCK_START.match(line) else line)
