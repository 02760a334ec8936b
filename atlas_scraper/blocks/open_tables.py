"""Tables as html2text writes them, without pipes at their ends, rewritten with a pipe at either end of each row.

    Nom du financeur| Montant en euros| Année
    ---|---|---
    Ville de Saint-Aubrin| 4000| 2016

Such a row may be broken at 78 columns, and where its cells hold a line break or a list, over several paragraphs; a
row ends with two spaces, or with the last of its cells. A caption stands right before the first header, without a
space. A table of one column has the rule `---`, and so has one whose title is a row of one cell.
"""

import re
from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile

from atlas_scraper.blocks.pipe_rows import LINE_BREAK, joined
from atlas_scraper.values.text import fold

_LONGEST = 400  # characters of a caption with a header
_RULE = re.compile(r"-{3,}(?:\|-{3,})*(?: {2})?")
_ENTRY = re.compile(r"^\s*(?:[-*+]|\d{1,9}\.) (?=\S)")
# Where two texts meet without a space: a capital or bold text behind a small letter, a word behind an acronym.
_GLUE = re.compile(
    r"(?:(?<=[a-zà-ÿ]{2})|(?<=[).]))(?=[A-ZÀ-Þ]|\*\*\S)|(?<=[A-ZÀ-Þ]{2})(?=[A-ZÀ-Þ][a-zà-ÿ]|\*\*\S)"
    r"|(?:(?<=[a-zà-ÿ])|(?<=[a-zà-ÿ][).]))\s(?=[A-ZÀ-Þ][^a-zà-ÿ]{2,}$)|(?<=[^*\s])\s(?=\*\*\S)|(?<=:)\s(?=\S)"
)


def is_open_rule(line: str, above: str) -> bool:
    """Tell whether a line is the rule of such a table; one without a pipe is only where rows end with two spaces."""
    if not _RULE.fullmatch(line.rstrip("\n")):
        return False
    return "|" in line or (LINE_BREAK.search(line) is not None and LINE_BREAK.search(above) is not None)


def with_framed_rows(lines: Sequence[str]) -> list[str]:
    """Rewrite the tables among lines; other lines stay."""
    rules = [number for number in range(1, len(lines)) if is_open_rule(lines[number], lines[number - 1])]
    headers = [_start_of_header(lines, rule) for rule in rules]
    out = list(lines[: headers[0]] if headers else lines)
    for rule, (header, following) in zip(rules, pairwise([*headers, len(lines)]), strict=True):
        above = _last_chunk(out)
        caption, names = _split_caption(joined(lines[header:rule]), above)
        rows, end = _rows_below(lines[:following], rule + 1, lines[rule].count("|"))
        half = _length_of_first_half(caption)
        captions = [text for text in (caption[:half], caption[half:]) if text.strip()]
        out += [*(line for text in captions for line in (text.strip(), "")), _framed(names), *map(_framed, rows), ""]
        out += lines[end:following]
    return out


def _start_of_header(lines: Sequence[str], rule: int) -> int:
    """Find where the header above a rule begins: no line break parts it, and it has as many borders as the rule."""
    start = rule - 1
    borders = lines[rule].count("|")
    while start and lines[start - 1].strip() and not lines[start - 1].startswith("    "):
        is_whole = LINE_BREAK.search(lines[start - 1]) and not lines[start].lstrip().startswith("|")
        so_far = sum(line.count("|") for line in lines[start:rule])
        if is_open_rule(lines[start - 1], lines[start - 2] if start > 1 else "") or (
            is_whole and (so_far >= borders or "|" not in lines[start - 1])
        ):
            break
        start -= 1
    return start


def _last_chunk(lines: Sequence[str]) -> str:
    """Give the last text among lines, whole."""
    full = list(dropwhile(lambda line: not line.strip(), reversed(lines)))
    return joined(list(takewhile(str.strip, full))[::-1])


def _split_caption(header: str, above: str) -> tuple[str, str]:
    """Split a caption from the first header: it says what stands above the table, or meets the header oddly."""
    first, border, _ = header.partition("|")
    if len(first) > _LONGEST:
        return "", header
    ends = range(1, len(first) + bool(border))
    end = next((number for number in ends if fold(first[:number]) == fold(above)), 0) if fold(above) else 0
    if not end and (found := _GLUE.search(first)):
        return first[: found.start()], header[found.end() :]
    end = end or _length_of_first_half(first)
    return (first[:end], header[end:]) if end else ("", header)


def _length_of_first_half(text: str) -> int:
    """Tell where words begin again: a caption, and a title in the first row that says the same; 0 where none do."""
    spaces = (number for number, letter in enumerate(text) if letter == " ")
    return next((number for number in spaces if fold(text[:number]) == fold(text[number:])), 0)


def _rows_below(lines: Sequence[str], place: int, borders: int) -> tuple[list[str], int]:
    """Give the rows below a rule, and where what is no row begins."""
    rows: list[str] = []
    row: list[str] = []
    after_blank = False
    end = place
    for number in range(place, len(lines)):
        line = lines[number]
        if not line.strip(" "):  # a no-break space is a cell that holds nothing else
            after_blank = True
            continue
        if row and _continues(row, line, borders, after_blank=after_blank):
            row.append(line)
        elif _begins_row(lines, number, after_blank=after_blank):
            rows += [_text(row)] if row else []
            borders = borders or (_text(row).count("|") if row else 0)
            row = [line]
        else:
            break
        after_blank, end = False, number + 1
    return [*rows, *([_text(row)] if row else [])], end


def _continues(row: Sequence[str], line: str, borders: int, *, after_blank: bool) -> bool:
    """Tell whether a line goes on with a row."""
    if not after_blank and not LINE_BREAK.search(row[-1]):
        return True
    so_far = sum(part.count("|") for part in row)
    if line.lstrip().startswith("|"):
        borders = borders or so_far
        return not borders or so_far + line.count("|") <= borders
    return row[-1].strip().endswith("|") and not LINE_BREAK.search(row[-1])


def _begins_row(lines: Sequence[str], number: int, *, after_blank: bool) -> bool:
    """Tell whether a line begins a row: behind a blank line, only with a pipe in it or in the line below."""
    line = lines[number]
    if "|" in line or line.startswith(("#", "**", "__")):
        return "|" in line
    if not after_blank:
        return _ends_row(lines, number) and not _ENTRY.match(line)
    below = next((text for text in lines[number + 1 : number + 4] if text.strip()), "")
    return below.lstrip().startswith("|")


def _ends_row(lines: Sequence[str], number: int) -> bool:
    """Tell whether running text ends as a row does, with two spaces."""
    while number + 1 < len(lines) and lines[number + 1].strip() and not LINE_BREAK.search(lines[number]):
        number += 1
    return LINE_BREAK.search(lines[number]) is not None


def _text(row: Sequence[str]) -> str:
    return joined([_ENTRY.sub("", line) for line in row])


def _framed(row: str) -> str:
    return f"| {row} |"
