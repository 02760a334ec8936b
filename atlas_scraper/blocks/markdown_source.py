"""Markdown as converters write it, made ready for a reader of CommonMark.

What CommonMark would misread: tables (it drops what is beyond the header, and fills up short rows), values indented
like code, definition lists, what is broken at a column, typed bullets, bold text right before a letter.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from atlas_scraper.blocks.markdown_boxes import without_boxes
from atlas_scraper.blocks.markdown_fences import with_fenced_values
from atlas_scraper.blocks.markdown_habits import MARKER, RULER, Habits, chunks_of, habits_of, is_list, parted_at_list
from atlas_scraper.blocks.markdown_html import with_whole_tags, without_html
from atlas_scraper.blocks.markdown_inline import as_text, with_bold_as_html, without_empty_emphasis, without_scripts
from atlas_scraper.blocks.markdown_lines import without_attributes, without_lone_breaks, without_references
from atlas_scraper.blocks.markdown_tables import written_table
from atlas_scraper.blocks.open_tables import with_framed_rows
from atlas_scraper.blocks.pipe_rows import LINE_BREAK, find_tables, joined
from atlas_scraper.errors import NotARecord

# What an abbreviation stands for, or a sign of a font of icons alone: Unicode gives it no meaning (section 23.5).
_NO_CONTENT = re.compile(r"\s*\*\[[^\]]+\]: .*|\s*[\ue000-\uf8ff]\s*")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})\s*")
_DEFINITION = re.compile(r" {0,3}[:~] {2,3}(?=\S)")
_VERBATIM = re.compile(r"\s*<[/!a-zA-Z]| {0,3}>")
_PADDED_RULE = re.compile(r"\|-{3,}(?:\|-+)*\|")
_BOLD_LINE = re.compile(r"\*\*[^*]+\*\*(?: {2,}|\\)")
_BOLD_ENTRY = re.compile(r" {2,3}\d{1,9}\. \*\*")
_BARE_AT = re.compile(r"(?<!\\)\[at\]")
_INDENT = "    "
_SHORT = 60  # characters
_WIDEST = 100  # characters of a line that a converter broke


class Prepared(NamedTuple):
    """A text made ready.

    Args:
        text: CommonMark, with tables and definition lists as HTML around Markdown.
        keeps_positions: whether the writer is known to have kept the empty cells of tables; who writes tables as
            HTML has.
    """

    text: str
    keeps_positions: bool


def prepare(text: str) -> Prepared:
    """Make a text ready."""
    lines = [line.expandtabs(4) for line in without_scripts(text).split("\n") if not _NO_CONTENT.fullmatch(line)]
    lines = list(without_lone_breaks(lines))
    lines, references = without_references(with_fenced_values(with_whole_tags(lines)))
    habits = habits_of(without_html(lines))
    lines = without_boxes(lines)
    if habits.indents_lists:
        _refuse_broken_rows(lines, habits)
        lines = with_framed_rows(list(_with_values_and_entries(lines)))
    chunks = list(_chunks(lines))
    out: list[str] = []
    keeps_positions, in_list = "<table" in text, False
    for place, (is_code, written) in enumerate(chunks):
        chunk = without_attributes(written) if place and any(find_tables(chunks[place - 1][1])) else written
        if is_code or _VERBATIM.match(chunk[0]):
            out += [*chunk, ""]
            continue
        if in_list and _is_within_entry(chunk[0], habits):
            out += _within_entry(chunk, habits)
            continue
        below = chunks[place + 1][1][0] if place + 1 < len(chunks) else ""
        is_term = below.startswith(_INDENT) or _DEFINITION.match(below) is not None
        keeps_positions = keeps_positions or any(table.keeps_empty_cells for table in find_tables(chunk))
        around = [text for _, text in (*chunks[max(0, place - 1) : place], *chunks[place + 1 : place + 2])]
        goes_on = below.startswith("  ") and not MARKER.match(below)
        is_lone = goes_on or not any(MARKER.match(text[0]) for text in around)
        in_list = is_list(chunk, habits, is_lone=is_lone)
        out += (
            _entries(chunk, habits)
            if in_list and not any(find_tables(chunk))
            else _blocks(chunk, habits, is_term=is_term)
        )
    marks_dead_links = "\\[at" in text and not _BARE_AT.search(text)
    ready = (with_bold_as_html(line, marks_dead_links=marks_dead_links) for line in out)
    return Prepared("\n".join([*ready, "", *references]), keeps_positions)


def _chunks(lines: Sequence[str]) -> Iterator[tuple[bool, list[str]]]:
    """Yield the lines that are written together, and whether they are code."""
    for is_code, chunk in chunks_of(lines):
        parts = [chunk] if is_code else parted_at_list(without_empty_emphasis(chunk))
        yield from ((is_code, part) for part in parts)


def _refuse_broken_rows(lines: Sequence[str], habits: Habits) -> None:
    """Refuse tables that html2text broke at a column first and filled up with cells afterwards: no row is whole."""
    are_broken = any(line.startswith("| ") and not line.rstrip().endswith("|") for line in lines)
    if are_broken and habits.width and any(_PADDED_RULE.fullmatch(line) for line in lines):
        raise NotARecord(
            "tables whose rows are whole",
            f"Markdown by html2text with pad_tables, its rows broken at column {habits.width}",
            "convert the page again with body_width=0, or without pad_tables; or read the HTML itself",
            kind="broken tables",
        )


def _with_values_and_entries(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of html2text with what it leaves out: the sign of an empty value, a blank line before an entry.

    It writes no more than the indent of such a value, and numbers the headings of a list right below a text.
    """
    for above, line in zip(["", *lines], lines, strict=False):
        is_text_above = bool(above.strip()) and above[:1] != " "
        if line == _INDENT and is_text_above:
            yield f"{_INDENT}&nbsp;"
        else:
            yield from ("", line) if is_text_above and _BOLD_ENTRY.match(line) else (line,)


def _is_within_entry(line: str, habits: Habits) -> bool:
    found = MARKER.match(line)
    is_text = found is None or habits.is_typed(found[2])
    return line.startswith(_INDENT) or (line.startswith("  ") and is_text)


def _within_entry(lines: Sequence[str], habits: Habits) -> Iterator[str]:
    """Yield what stands in an entry of a list below its first paragraph, a list or text, and the entries behind it."""
    if lines[0].startswith(_INDENT) and MARKER.match(lines[0].lstrip()):
        yield from (*lines, "")
        return
    indent = lines[0][: len(lines[0]) - len(lines[0].lstrip())]
    end = next((number for number, line in enumerate(lines) if line[:1] != " " and MARKER.match(line)), len(lines))
    yield from (*(f"{indent}{line}" for line in _paragraph(lines[:end], habits)), "")
    if end < len(lines):
        yield from _entries(lines[end:], habits)


def _blocks(lines: Sequence[str], habits: Habits, *, is_term: bool = False) -> Iterator[str]:
    """Yield the tables, lists and texts of lines that no blank line parts."""
    if any(map(_DEFINITION.match, lines)):
        yield from _definitions(lines, habits)
        return
    start = 0
    for table in find_tables(lines, has_spans=habits.writes_spans):
        yield from _texts(lines[start : table.start], habits)
        yield from written_table(table, lists_dashes="-" in habits.signs)
        start = table.end
    rest = lines[start:]
    yield from _entries(rest, habits) if rest and is_list(rest, habits) else _texts(rest, habits, is_term=is_term)


def _texts(lines: Sequence[str], habits: Habits, *, is_term: bool = False) -> Iterator[str]:
    """Yield lines that are neither list nor table: values, headings, definitions, paragraphs."""
    rest = list(lines)
    if rest and not habits.indents_lists and all(line.startswith(_INDENT) for line in rest):
        is_code = max(map(len, rest)) > _WIDEST and not any(map(LINE_BREAK.search, rest))  # as pandoc writes it
        whole = [f"{line.removeprefix(_INDENT)}{'  ' * is_code}" for line in rest]
        yield from ("<dd>", "", *_blocks(whole, habits), "</dd>", "")
        return
    while size := _size_of_term(rest, habits):
        yield from _take_term(rest, size, habits)
    if not rest:
        return
    if RULER.fullmatch(rest[0]) and len(rest) == 1:
        yield from (*rest, "")
    elif _HEADING.match(rest[0]):
        size = 1
        while size < len(rest) and (habits.breaks_between(rest[size - 1], rest[size]) or rest[size].startswith("  ")):
            size += 1
        yield from (joined(rest[:size]), "")
        yield from _texts(rest[size:], habits)
    elif end := next((number for number, line in enumerate(rest) if number and _UNDERLINE.fullmatch(line)), 0):
        yield from (f"## {joined(rest[:end])}", "")
        yield from _texts(rest[end + 1 :], habits)
    elif is_term and len(rest) == 1:
        yield from ("<dt>", "", as_text(rest[0]), "", "</dt>", "")
    else:
        yield from (*_paragraph(rest, habits), "")


def _size_of_term(lines: Sequence[str], habits: Habits) -> int:
    """Count the lines up to the next value of html2text, and one of it, whose term is right above; 0 for none."""
    for number, line in enumerate(lines):
        if line.startswith(_INDENT) and (not number or not MARKER.match(line.lstrip())):
            return number + 1
        if not habits.indents_lists or _HEADING.match(line) or _UNDERLINE.fullmatch(line):
            return 0
    return 0


def _take_term(lines: list[str], size: int, habits: Habits) -> Iterator[str]:
    """Yield the text above a term, the term and its value, and take them away."""
    *texts, term = lines[: size - 1] or [""]
    del lines[: size - 1]
    yield from (*_paragraph(texts, habits), "") if texts else ()
    yield from ("<dt>", "", as_text(term), "", "</dt>", "") if term else ()
    yield from ("<dd>", "", *_paragraph(_take_value(lines, habits), habits), "", "</dd>", "")


def _take_value(lines: list[str], habits: Habits) -> list[str]:
    """Take the lines of a value, of which html2text indents the first alone, and never breaks that one itself."""
    size = 1
    while size < len(lines) and (
        LINE_BREAK.search(lines[size - 1]) or (size > 1 and habits.breaks_between(lines[size - 1], lines[size]))
    ):
        size += 1
    taken = lines[:size]
    del lines[:size]
    return taken


def _paragraph(lines: Sequence[str], habits: Habits) -> Iterator[str]:
    """Yield the lines of a paragraph, each whole and with a line break behind it."""
    start = 0
    all_short = max(map(len, lines)) <= _SHORT or (
        len(lines) > 2 and all(line.lstrip()[:1].isupper() for line in lines)
    )
    for number, line in enumerate(lines):
        is_last = number + 1 == len(lines)
        if is_last or _ends(line, lines[number + 1], habits, all_short=all_short):
            if not is_last and line.rstrip().endswith(":") and not LINE_BREAK.search(line):
                yield from (as_text(joined(lines[start : number + 1])), "")  # a label, without a value
                start = number + 1
                continue
            text = as_text(joined(lines[start : number + 1]).removesuffix("\\"))
            yield text if is_last else f"{text}\\"
            start = number + 1


def _ends(line: str, following: str, habits: Habits, *, all_short: bool) -> bool:
    """Tell whether a line break stands between two lines of a paragraph."""
    if LINE_BREAK.search(line) or not habits.parts_by_blanks:
        return True
    if (habits.breaks_between(line, following) or habits.keeps_source_lines) and not _BOLD_LINE.fullmatch(following):
        return False
    # Short lines that the converter had no need to begin: it dropped what parted them.
    if habits.indents_lists:
        return True
    if following.rstrip().endswith(":") and not line.rstrip().endswith(":"):
        return False  # a label on two lines
    first = following.lstrip()[:2]
    return first == "**" or (all_short and first[:1].isupper() and any(map(str.isalnum, line)))


def _entries(lines: Sequence[str], habits: Habits) -> Iterator[str]:
    """Yield the entries of a list, each whole; what stands below without an indent and a need to is none."""
    entry: list[str] = []
    is_entry = True
    for number, line in enumerate((*lines, "")):
        is_broken = bool(entry) and LINE_BREAK.search(entry[-1]) is not None
        # Behind a line break stands text of the entry, with a bullet that an author typed.
        is_typed = is_broken and line.startswith("  ") != habits.indents_lists
        marker = MARKER.match(line.lstrip()) and not is_typed
        leaves = bool(entry and line and not marker and not line.startswith("  ")) and not (
            is_broken or habits.breaks_between(entry[-1], line)
        )
        if entry and (not line or marker or leaves or is_broken):
            yield _entry(entry, is_entry=is_entry, is_broken=bool(line) and not marker and not leaves)
            entry = []
        if leaves:
            yield from ("", *_texts(lines[number:], habits))
            return
        is_entry = bool(marker) if not entry else is_entry
        entry.append(line)
    yield ""


def _entry(lines: Sequence[str], *, is_entry: bool, is_broken: bool) -> str:
    first = lines[0]
    indent = first[: len(first) - len(first.lstrip())]
    text = joined(lines).removesuffix("\\")
    found = MARKER.match(text) if is_entry else None
    text = f"{found[2]} {as_text(found[3] or '')}" if found else as_text(text)
    return f"{indent}{text}" + ("\\" if is_broken else "")


def _definitions(lines: Sequence[str], habits: Habits) -> Iterator[str]:
    """Yield terms and their values: `Titre`, then `:   Inn'O`."""
    tag, waiting = "dt", list[str]()
    for line in (*lines, ""):
        found = _DEFINITION.match(line)
        if line and not found and (line.startswith("  ") or tag == "dt"):
            waiting.append(line.removeprefix(_INDENT))
            continue
        if waiting:
            yield from (f"<{tag}>", "", *_blocks(waiting, habits), "", f"</{tag}>", "")
        tag, waiting = ("dd", [line[found.end() :]]) if found else ("dt", [line])
