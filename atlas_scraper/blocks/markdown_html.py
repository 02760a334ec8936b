"""HTML within Markdown: what a converter has no sign for, it leaves as it was, as pandoc does with boxes and tables.

Such a tag may be broken at a column, and may begin right below a line of text. Its lines say nothing of how the
converter writes text.
"""

import re
from collections.abc import Sequence

_OPEN_TAG = re.compile(r"<[a-zA-Z][^<>]*$")
_BOX = re.compile(r"\s*</?(?:div|table|section|article|figure|p)\b[^<>]*>\s*", re.IGNORECASE)
_ESCAPED_ADDRESS = re.compile(r"<([^\s<>%|:]+)%5B(\w+)%5D([^\s<>%|]+)>", re.IGNORECASE)
_MOST_LINES = 6  # of a tag


def with_whole_tags(lines: Sequence[str]) -> list[str]:
    """Put each tag on one line, each box apart from the text above it, and undo what a link does to `[at]`."""
    out: list[str] = []
    waiting = 0
    for line in lines:
        if waiting and line.strip():
            out[-1] += f" {line.strip(' ')}" if not line.endswith("  ") else f" {line.lstrip()}"
        else:
            if _BOX.fullmatch(line) and out and out[-1].strip() and not out[-1].lstrip().startswith("<"):
                out.append("")
            out.append(line)
            waiting = _MOST_LINES
        is_open = bool(line.strip()) and "<" in out[-1] and _OPEN_TAG.search(out[-1]) is not None
        waiting = waiting - 1 if is_open else 0
    return [_ESCAPED_ADDRESS.sub(r"\1\\[\2\\]\3", line) for line in out]


def without_html(lines: Sequence[str]) -> list[str]:
    """Give the lines that are no HTML; a blank line for each that is."""
    out: list[str] = []
    in_table = False
    for line in lines:
        text = line.lstrip()
        in_table = in_table or text.startswith("<table")
        is_html = in_table or (text.startswith("<") and (text[1:2] == "/" or text[1:2].isalpha()) and "://" not in text)
        if not is_html:
            out.append(line)
        elif out and out[-1].strip():
            out.append("")
        in_table = in_table and "</table>" not in text
    return out
