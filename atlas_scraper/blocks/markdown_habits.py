"""What a text in Markdown shows of the converter that wrote it.

Converters differ in what they escape, indent and break, so the same sign means different things: a dash at the
beginning of a line is an entry of a list, or a bullet that an author typed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from atlas_scraper.blocks.open_tables import is_open_rule
from atlas_scraper.blocks.pipe_rows import LINE_BREAK, writes_spans

# An author types `1)`, no converter does.
MARKER = re.compile(r"( {0,3})([-+*]|\d{1,9}\.)(?:\s+(\S.*)|\s*)$")
RULER = re.compile(r" {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})")
_ESCAPED = re.compile(r"\s*(?:\\([-+*])|\d{1,9}\\([.)]))")
_INDENTED_ENTRY = re.compile(r" {2,3}([-+*]|\d{1,9}\.) \S")
FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")  # behind backticks no other may stand (CommonMark 4.5)
_BEGINNINGS = frozenset({"- ", "+ ", "* "})
_FEWEST_GOING_ON, _SHARE_GOING_ON = 4, 0.4  # lines that go on with a small letter, and of all that go on
_FEWEST_BLANK = 0.25  # blank lines for each other line, where blank lines part the paragraphs
_WIDTHS = (78, 72, 80, 79, 100)  # columns at which converters break lines: html2text, pandoc, markdownify, others


class Habits(NamedTuple):
    """The habits of a converter.

    Args:
        indents_lists: whether it indents the entries of lists, as html2text does.
        signs: those that begin the entries of its lists, where some list shows them; dashes only where no star does.
        escapes: the signs that it escapes at the beginning of a line, so that bare ones are its own.
        width: the column at which it breaks lines; 0 where it does not.
        parts_by_blanks: whether blank lines part its paragraphs, so that a line feed within one means nothing.
        keeps_source_lines: whether it keeps the line feeds of the page's source, so that lines go on at any column.
        writes_spans: whether it tells the places that a cell of a table spans from empty cells.
    """

    indents_lists: bool
    signs: frozenset[str]
    escapes: frozenset[str]
    width: int
    parts_by_blanks: bool
    keeps_source_lines: bool
    writes_spans: bool

    def breaks_between(self, line: str, following: str) -> bool:
        """Tell whether the converter broke a line here because the next word had no room on it."""
        return bool(self.width) and _has_no_room(line, following, self.width)

    def is_typed(self, marker: str) -> bool:
        """Tell whether a marker in an entry of a list is an author's: below stars a converter's next sign is a plus."""
        return marker == "-" and "*" in self.signs and not self.indents_lists


def habits_of(lines: Sequence[str]) -> Habits:
    """Learn the habits of a converter from the lines that it wrote."""
    full = [line for line in lines if line.strip() and "|" not in line]
    width = width_of(lines)
    chunks = [chunk for is_code, chunk in chunks_of(lines) if not is_code]
    blanks = sum(not line.strip() for line in lines)
    below = [chunk[0] for chunk in (*chunks, [""])][1:]
    signs = {
        chunk[0][0]
        for chunk, following in zip(chunks, below, strict=True)
        if chunk[0][:2] in _BEGINNINGS and (_is_tight(chunk) or _is_of_entry(following))
    }
    if "*" in signs:
        signs.discard("-")
    indented = {found[1] for above, line in pairwise(lines) if not above and (found := _INDENTED_ENTRY.match(line))}
    if signs & {"*", "-"}:
        indented.discard("-")  # below a paragraph of an entry that has no indent itself
    return Habits(
        indents_lists=bool(indented) or any(is_open_rule(line, above) for above, line in pairwise(lines)),
        signs=frozenset(signs),
        escapes=frozenset(found[1] or found[2] for line in lines if (found := _ESCAPED.match(line))),
        width=width,
        writes_spans=any("|  |" in line for line in lines) and writes_spans(lines),
        keeps_source_lines=width == 0 and _goes_on_anywhere(lines),
        parts_by_blanks=blanks >= _FEWEST_BLANK * len(full) or width > 0,
    )


def width_of(lines: Sequence[str], *, fewest: int = 1) -> int:
    """Give the column at which running text is broken; 0 where it is not, and any break is the author's.

    Args:
        lines: of the text.
        fewest: how many lines must end there because the next word had no room.
    """
    broken = [pair for pair in pairwise(lines) if _goes_on(*pair)]
    explained = {width: sum(_has_no_room(*pair, width) for pair in broken) for width in _WIDTHS}
    width = max(explained, key=lambda width: explained[width])
    return width if explained[width] >= max(fewest, 0.5 * len(broken)) else 0


def _goes_on_anywhere(lines: Sequence[str]) -> bool:
    """Tell whether lines of running text mostly go on in the next one with a small letter, as within a sentence."""
    below = [following.lstrip() for line, following in pairwise(lines) if _goes_on(line, following)]
    small = sum(text[:1].islower() for text in below)
    return small >= _FEWEST_GOING_ON and small >= _SHARE_GOING_ON * len(below)


def chunks_of(lines: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """Yield the lines between blank lines, and whether they are code between fences."""
    chunk: list[str] = []
    fence = ""
    for line in (*lines, ""):
        found = FENCE.match(line)
        if fence:
            chunk.append(line)
            if found and found[1].startswith(fence):
                yield True, chunk
                chunk, fence = [], ""
        elif found or not line.strip():
            if chunk:
                yield False, chunk
            chunk, fence = ([line], found[1]) if found else ([], "")
        else:
            chunk.append(line)
    if fence:
        yield True, chunk


def parted_at_list(chunk: list[str]) -> list[list[str]]:
    """Part lines of text from the list right below them, which pandoc does not where the text ends with a line break.

    Entries that an author typed have such a break behind each, and go on without an indent.
    """
    starts = (number for number in range(1, len(chunk)) if MARKER.match(chunk[number]) and chunk[number][:1] != " ")
    start = next((number for number in starts if chunk[number - 1].endswith("  ")), 0)
    rest = chunk[start:]
    goes_on = any(line.startswith("  ") for line in rest) and not any(map(LINE_BREAK.search, rest))
    is_parted = start and not MARKER.match(chunk[0]) and (goes_on or _is_tight(rest))
    return [[*chunk[: start - 1], chunk[start - 1].rstrip()], rest] if is_parted else [chunk]


def is_list(chunk: Sequence[str], habits: Habits, *, is_lone: bool = True) -> bool:
    """Tell whether lines that begin with a marker are a list, and not bullets or numbers that an author typed.

    Args:
        chunk: the lines between two blank lines.
        habits: of the converter.
        is_lone: whether no neighbouring chunk begins with a marker; paragraphs typed as a list come in rows.
    """
    found = MARKER.match(chunk[0])
    if found is None or not found[3] or RULER.fullmatch(chunk[0]):
        return False
    sign = found[2][-1]
    if len(found[1]) >= 2 or sign in habits.escapes:
        return True
    if habits.indents_lists:
        return False
    is_own = (sign in habits.signs and is_lone) if habits.signs else sign in "*+"
    # As converters write, and nobody types: several spaces behind the sign, or the text below it as far in.
    is_wide = chunk[0].startswith(f"{found[1]}{found[2]}  ") or (len(chunk) > 1 and chunk[1].startswith("  "))
    return is_own or is_wide or _is_tight(chunk) or (is_lone and found[3].startswith(("**", "__")))


def _is_tight(chunk: Sequence[str]) -> bool:
    """Tell whether lines have several entries, and no line break, as one types it, before any of them."""
    entries = [number for number, line in enumerate(chunk) if MARKER.match(line) and not line.startswith("  ")]
    return len(entries) > 1 and not any(LINE_BREAK.search(chunk[number - 1]) for number in entries[1:])


def _is_of_entry(line: str) -> bool:
    """Tell whether a line begins a further paragraph of an entry."""
    return line.startswith("  ") and not line.startswith("    ") and not MARKER.match(line)


def _has_no_room(line: str, following: str, width: int) -> bool:
    word = following.strip(" ").partition(" ")[0]  # a no-break space is none to a converter
    return len(line) <= width < len(line) + 1 + len(word)


def _goes_on(line: str, below: str) -> bool:
    """Tell whether a line of running text goes on below; entries of lists and rows are written whole, as are links."""
    if not line.strip() or not below.strip() or "|" in line or "](" in line or LINE_BREAK.search(line):
        return False
    return not any(MARKER.match(each) or each.startswith("    ") for each in (line, below))
