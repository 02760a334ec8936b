"""Lists of a text in Markdown whose entries are boxes of the page: what stands in them is no entry, and no bullet.

    * Titre                            * Titre
      :   Un jumelage                      Un jumelage
                                     Année de début
    * ### Contexte                       2012

On the left as markdownify and pandoc write it, on the right as html2text does, which indents no more than the first
term and the values.
"""

import re
from collections.abc import Iterator, Sequence

_MARKER = re.compile(r"([-+*]) {1,3}(?=\S)")
_OF_BOX = re.compile(r" {2,4}[:~] {2,3}\S|[-+*] {1,3}#{1,6} ")
_TERM = re.compile(r" {2}[-+*] (?=\S)")
_HEADING = re.compile(r" {2}[-+*] (#{1,6} .*)")
_ENTRY = re.compile(r" {4}(?:[-+*]|\d{1,9}[.)]) ")
_INDENT = "    "


def without_boxes(lines: Sequence[str]) -> list[str]:
    """Leave out the markers and the indents of lists whose entries hold terms with values, or begin with headings."""
    out: list[str] = []
    start = 0
    while start < len(lines):
        found = _MARKER.match(lines[start])
        end = start + 1
        if found:
            end = _end_of_list(lines, start, found[1])
            is_of_boxes = any(map(_OF_BOX.match, lines[start:end]))
            out += _contents(lines[start:end]) if is_of_boxes else lines[start:end]
        elif _TERM.match(lines[start]) and _is_value(lines[end] if end < len(lines) else ""):
            out += ["", lines[start][_indent(_TERM, lines[start]) :], ""]
        elif heading := _HEADING.match(lines[start]):
            out += ["", heading[1]]
        else:
            out.append(lines[start])
        start = end
    return out


def _end_of_list(lines: Sequence[str], start: int, sign: str) -> int:
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line.strip() and not line.startswith(("  ", f"{sign} ")):
            return number
    return len(lines)


def _contents(lines: Sequence[str]) -> Iterator[str]:
    """Yield what stands in the entries of a list, each behind a blank line."""
    width = 2
    for line in lines:
        if line[:1] not in {"", " "}:
            width = _indent(_MARKER, line)
            yield ""
        yield line[min(width, len(line) - len(line.lstrip())) if line[:1] == " " else width :]


def _indent(marker: re.Pattern[str], line: str) -> int:
    found = marker.match(line)
    return found.end() if found else 0


def _is_value(line: str) -> bool:
    return line.startswith(_INDENT) and bool(line.strip()) and not _ENTRY.match(line)
