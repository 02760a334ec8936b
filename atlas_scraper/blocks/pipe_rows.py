"""Tables written with pipes: where they stand among lines, and the cells of their rows.

Most converters to Markdown put a pipe at either end of a row and a rule `| --- | --- |` under the header; an
extractor that may have dropped empty cells writes `cell | cell |` and `---|---|`. For a third kind, without pipes
at its ends, see `open_tables`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, takewhile
from typing import NamedTuple

_RULE = re.compile(r"\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?|\|\s*:?-+:?\s*|\s*:?-{3,}:?\s*\|")
_CELL_END = re.compile(r"(?<!\\)((?:\\\\)*)\|")
LINE_BREAK = re.compile(r"(?: {2}|\\)$")
_WITHIN_WORD = re.compile(r"\w-$")

Row = tuple[str, ...]
SPANNED = "\0"
"""Stands for a place that the cell before it spans, in a row of a table; no text has it."""


class PipeTable(NamedTuple):
    """A table among lines.

    Args:
        start: number of its first line.
        end: number of the line behind its last.
        rows: its rows from the first header on, each as its cells, tidied at their ends only.
    """

    start: int
    end: int
    rows: tuple[Row, ...]

    @property
    def keeps_empty_cells(self) -> bool:
        """Whether an empty cell stands before another: a writer who drops empty cells leaves none there."""
        return any(not cell and any(row[place:]) for row in self.rows for place, cell in enumerate(row))


def is_rule(line: str) -> bool:
    """Tell whether a line is the rule under a table's header."""
    return "-" in line and _RULE.fullmatch(line.strip()) is not None


def writes_spans(lines: Iterable[str]) -> bool:
    """Tell whether a writer of framed rows tells places that a cell spans, `| |`, from empty cells, `|  |`."""
    cells = [line.strip().split("|") for line in lines if "| |" in line and _is_framed(line)]
    is_never_first = all(
        before.strip() or before == " " for row in cells for before, cell in pairwise(row[1:-1]) if cell == " "
    )
    return bool(cells) and is_never_first and all(row[1] != " " for row in cells)


def find_tables(lines: Sequence[str], *, has_spans: bool = False) -> Iterator[PipeTable]:
    """Find the tables among lines that no blank line parts.

    Lines that begin and end with a pipe are rows, with or without a rule; others where a rule is below the first. Where
    the writer tells the places that a cell spans from empty cells, those are `SPANNED`.
    """
    start = 0
    for is_framed, group in groupby(lines, key=_is_framed):
        part = list(group)
        if is_framed:
            rows = [_cells(line, is_open=True, is_closed=True) for line in part if not is_rule(line)]
            if has_spans:
                rows = [_with_spans(line) for line in part if not is_rule(line)]
            if rows:
                yield PipeTable(start, start + len(part), tuple(rows))
        else:
            yield from _find_under_rules(part, start)
        start += len(part)


def _find_under_rules(lines: Sequence[str], offset: int) -> Iterator[PipeTable]:
    """Find tables whose lines have no pipe at their beginning: a header over a rule, and the lines with pipes below."""
    headers = [number for number, (line, below) in enumerate(pairwise(lines)) if "|" in line and is_rule(below)]
    for header, following in pairwise([*headers, len(lines)]):
        below = list(takewhile(lambda line: "|" in line, lines[header + 1 : following]))
        rows = [line for line in (lines[header], *below) if not is_rule(line)]
        cells = tuple(_cells(line, is_open=False, is_closed=True) for line in rows)
        yield PipeTable(offset + header, offset + header + 1 + len(below), cells)


def joined(lines: Sequence[str]) -> str:
    """Join lines that a converter broke at a column; at a hyphen within a word it broke without a space."""
    text = ""
    for line in lines:
        glue = "" if not text or (_WITHIN_WORD.search(text) and line.strip()[:1].isalpha()) else " "
        text += glue + line.strip()
    return text


def _is_framed(line: str) -> bool:
    text = line.strip()
    return len(text) > 1 and text[0] == text[-1] == "|"


def _with_spans(row: str) -> Row:
    cells = _CELL_END.sub(r"\1\n", row.strip()).split("\n")[1:-1]
    return tuple(SPANNED if cell == " " else cell.strip() for cell in cells)


def _cells(row: str, *, is_open: bool, is_closed: bool) -> Row:
    """Cut a row at its pipes; those at its ends are no borders between cells where the rule has them there too."""
    cells = [cell.strip() for cell in _CELL_END.sub(r"\1\n", row.strip()).split("\n")]
    if is_open and not cells[0]:
        cells.pop(0)
    if is_closed and len(cells) > 1 and not cells[-1]:
        cells.pop()
    return tuple(cells)
