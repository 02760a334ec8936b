"""Bold text and dead links within a line of Markdown, made ready for a reader of CommonMark."""

import re

_BOLD = re.compile(r"(?<![\\*])\*\*(?=[^\s*])((?:[^*\\]|\\.)+?)(?<!\s)\*\*(?!\*)")
_DEAD_LINK = re.compile(r"(?<![\\!\]])\[((?:[^\[\]\\]|\\.)+)\](?![\[(:{])")
_BOLD_WITH_STAR = re.compile(r"(?<![\\*])\*\*([^*\n]*[^*\n\\ ])\s?\*\*\*(?=[\s\\]|$)")  # the star of a required field


def with_bold_as_html(line: str, *, marks_dead_links: bool) -> str:
    """Write bold text as HTML, whatever stands beside it, and undo what only one converter has."""
    if marks_dead_links:
        line = _DEAD_LINK.sub(r"\1", line)
    for mark in ("**", "__"):
        if (start := line.find(mark)) >= 0 and line.endswith(mark * 2):
            line = f"{line[:start]}{mark}{line[start:].replace(mark, '')}{mark}"  # bold within bold
    return _BOLD_WITH_STAR.sub(r"<b>\1 \*</b>", _BOLD.sub(r"<b>\1</b>", line))
