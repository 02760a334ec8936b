"""The two text renditions into a `Document`.

*Pipe text* has one line a block and tables as `cell | cell |` under a rule `---|`. The extractor that makes it
drops empty cells from the middle of a row and pads the row at its end, so positions are lost; an image is
`![]()`; the rule of an empty table is one `---|` whatever its width; the last row may lack its padding.

*Flat text* has one line a block, the cells of a row joined by a space, and blank lines between blocks, of
which some hold a no-break space. Nothing marks a table there: the next room finds its rows by their header.
Where it was copied from a browser, tabs stand between the cells of a row.

Positions are believed where some row of the text has an empty cell before another: who drops empty cells
leaves none there.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from atlas_scraper.blocks.document import Block, Cell, Document, Line, PageTable, Run
from atlas_scraper.blocks.tabs import grouped_by_tabs
from atlas_scraper.values.text import tidy

_RULE = re.compile(r"\|?\s*+:?+-{3,}+:?+\s*+\|(?:\s*+:?+-{3,}+:?+\s*+\|?+)*+")
# Without the third group it is none: only passed over, for no bracket in it begins one either.
_IMAGE = re.compile(r"!\[([^\]]*+)(?:\]\(([^)\s]*+)[^)]*+(\))?+)?+")
_LINK = re.compile(r"(?<!!)\[([^\]]++)(?:\]\(([^)\s]++)[^)]*+(\))?+)?+")


def read_plain(text: str) -> Document:
    """Read a page in one of the two text renditions."""
    written = text.splitlines()
    lines = [tidy(line) for line in written]
    if any(_RULE.fullmatch(line) for line in lines):
        return Document("pipe-text", tuple(_believed(list(_pipe_blocks(lines)))))
    return Document("flat-text", tuple(_believed(list(_framed_blocks(written, lines)))))


def _pipe_blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Yield lines and tables: a table is a header over a rule, and the lines with pipes below it.

    Blank lines may stand between them.
    """
    full = [number for number, line in enumerate(lines) if line]
    start = 0
    for place, number in enumerate(full):
        header = full[place - 1] if place else -1
        if header < start or not _RULE.fullmatch(lines[number]) or "|" not in lines[header]:
            continue
        rows = list(takewhile(lambda row: "|" in lines[row], full[place + 1 :]))
        # Two tables in a row: the next one's header is not a row of this one.
        following = next((row for row, line in enumerate(rows) if _RULE.fullmatch(lines[line])), len(rows) + 1)
        rows = rows[: following - 1]
        yield from _lines(lines, start, header)
        yield PageTable(tuple(_row(lines[row]) for row in (header, *rows)))
        start = (rows[-1] if rows else number) + 1
    yield from _lines(lines, start, len(lines))


def _framed_blocks(written: Sequence[str], lines: Sequence[str]) -> Iterator[Block]:
    """Yield lines and tables: rows between pipes, and what stands between such rows.

    An extractor that finds no header in a table writes no rule, `| Titre | Un jumelage |`.
    """
    start = 0
    for is_framed, group in groupby(range(len(lines)), key=lambda number: _is_framed(lines[number])):
        end = start + len(list(group))
        if is_framed:
            yield PageTable(tuple(map(_row, lines[start:end])))
        else:
            for block in _flat_blocks(written[start:end], lines[start:end]):
                yield block._replace(block=start + block.block) if isinstance(block, Line) else block
        start = end


def _is_framed(line: str) -> bool:
    return len(line) > 1 and line[0] == line[-1] == "|" and "|" in line[1:-1]


def _flat_blocks(written: Sequence[str], lines: Sequence[str]) -> Iterator[Block]:
    """Yield lines, and tables where neighbouring lines have tabs between their cells."""
    start = 0
    for is_table, numbers in grouped_by_tabs(written):
        if is_table:
            yield from _lines(lines, start, numbers[0])
            yield PageTable(tuple(tuple(map(_cell, written[number].split("\t"))) for number in numbers))
            start = numbers[-1] + 1
    yield from _lines(lines, start, len(lines))


def _believed(blocks: Sequence[Block]) -> Iterator[Block]:
    """Say of the tables of a text whether the columns of their cells can be believed."""
    tables = [block for block in blocks if isinstance(block, PageTable)]
    keeps_positions = any(_has_gap(row) for table in tables for row in table.rows)
    for block in blocks:
        if isinstance(block, PageTable):
            yield block._replace(keeps_positions=keeps_positions, keeps_short_rows=False)
        else:
            yield block


def _has_gap(row: Sequence[Cell]) -> bool:
    """Tell whether an empty cell stands before another."""
    is_full = [bool(cell.text or cell.links) for cell in row]
    return False in is_full[: len(is_full) - is_full[::-1].index(True)] if any(is_full) else False


def _row(line: str) -> tuple[Cell, ...]:
    cells = line.removeprefix("|").split("|")
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return tuple(map(_cell, cells))


def _cell(raw: str) -> Cell:
    images = [found for found in _IMAGE.finditer(raw) if found[3]]
    links = tuple(found[2] for found in (*_LINK.finditer(raw), *images) if found[3] and found[2])
    text = tidy(_LINK.sub(lambda found: found[1] if found[3] else found[0], _without_images(raw)))
    # An image is content without text: it keeps its place in the row, unlike an empty cell.
    if not text and images:
        links = links or ("",)
    blocks = (Line(text, (Run(text, "cell"),)),) if text else ()
    return Cell(text, blocks, links)


def _without_images(text: str) -> str:
    return _IMAGE.sub(lambda found: "" if found[3] else found[0], text)


def _lines(lines: Sequence[str], start: int = 0, end: int | None = None) -> Iterator[Line]:
    """Yield the lines that say something; how they stand between blank lines is their mark."""
    for number in range(start, len(lines) if end is None else end):
        text = tidy(_without_images(lines[number]))
        if not text:
            continue
        before = number == 0 or not lines[number - 1]
        after = number + 1 >= len(lines) or not lines[number + 1]
        yield Line(text, (Run(text, f"blank{before:d}{after:d}"),), block=number)
