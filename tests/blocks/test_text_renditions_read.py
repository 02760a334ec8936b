"""Pages of text: lines between blank lines, tables under a rule, between pipes or parted by tabs; what is refused."""

import pytest

from atlas_scraper import NotARecord
from atlas_scraper.blocks.document import Document, Line
from atlas_scraper.blocks.plain import read_plain
from atlas_scraper.blocks.screen import (
    refuse_pandoc_markdown,
    refuse_ruled_tables,
    refuse_screen_dump,
    refuse_tables_in_tables,
)
from atlas_scraper.blocks.tabs import grouped_by_tabs


def written(document: Document) -> list[str]:
    """Give lines with their number and whether they stand below and above a blank line, and the rows of tables."""
    return [
        f"{block.text} {block.block} {block.runs[0].mark}"
        if isinstance(block, Line)
        else " / ".join("|".join(cell.text for cell in row) for row in block.rows)
        for block in document.blocks
    ]


@pytest.mark.parametrize(
    ("text", "rendition", "expected"),
    [
        ("a\nb\n\nc", "flat-text", ["a 0 blank10", "b 1 blank01", "c 3 blank11"]),
        ("a\n\xa0\nb\nc\nd", "flat-text", ["a 0 blank11", "b 2 blank10", "c 3 blank00", "d 4 blank01"]),
        ("A | B |\n---|---|\n1 | 2 |\n\nx", "pipe-text", ["A|B / 1|2", "x 4 blank11"]),
        ("x\nA | B |\n---|\n1 | 2 |\n\n3 | 4\ny", "pipe-text", ["x 0 blank10", "A|B / 1|2 / 3|4", "y 6 blank01"]),
        ("A | B |\n\n---|\n\n1 | 2 |", "pipe-text", ["A|B / 1|2"]),
        ("A | B |\n---|\nx\n1 | 2 |", "pipe-text", ["A|B", "x 2 blank00", "1 | 2 | 3 blank01"]),
        ("A | B |\n---|\n1 | 2\nC |\n---|\n3 |", "pipe-text", ["A|B / 1|2", "C / 3"]),
        ("A |\n---|\nC |\n---|\n3 |", "pipe-text", ["A", "C / 3"]),
        ("| A | B |\n| --- | :---: |\n| 1 | 2 |", "pipe-text", ["A|B / 1|2"]),
        ("---|---|\na | b", "pipe-text", ["---|---| 0 blank10", "a | b 1 blank01"]),
        ("A\n---|\nb |", "pipe-text", ["A 0 blank10", "---| 1 blank00", "b | 2 blank01"]),
        ("A | B |\n---|\n1 |  |", "pipe-text", ["A|B / 1|"]),
        ("A | B |\n---|\n | ", "pipe-text", ["A|B / "]),
        ("x ![a](/b) y\n---|", "pipe-text", ["x y 0 blank10", "---| 1 blank01"]),
        ("![](/b)\nx", "flat-text", ["x 1 blank01"]),
        ("![a] [b](/c", "flat-text", ["![a] [b](/c 0 blank11"]),
        ("| a | b |\nx\ny\n| c | d |", "flat-text", ["a|b", "x 1 blank10", "y 2 blank01", "c|d"]),
        ("| a | b |\n| c | |", "flat-text", ["a|b / c|"]),
        ("| a |", "flat-text", ["| a | 0 blank11"]),
        ("| a | b", "flat-text", ["| a | b 0 blank11"]),
        ("a\tb\nc\td\nx", "flat-text", ["a|b / c|d", "x 2 blank01"]),
        ("x\n\na\tb\nc\td\ny\n\nz", "flat-text", ["x 0 blank11", "a|b / c|d", "y 4 blank01", "z 6 blank11"]),
        ("| a | b |\n\nx", "flat-text", ["a|b", "x 2 blank11"]),
    ],
)
def test_lines_know_the_blank_lines_around_them_and_rows_are_tables(
    text: str, rendition: str, expected: list[str]
) -> None:
    document = read_plain(text)
    assert (document.rendition, written(document)) == (rendition, expected)


@pytest.mark.parametrize(
    ("rows", "keeps"),
    [("1 |  | 3 |", True), ("1 | 2 |", False), ("1 |  |  |", False), ("||3 |", True), ("![](/x) | 2 | 3 |", False),
     ("1 |  | ![](/x) |", True), ("1 | 2 | 3 |\n4 |  | 6 |", True)],
)  # fmt: skip
def test_columns_are_believed_in_all_tables_where_a_cell_before_another_is_empty(rows: str, keeps: bool) -> None:
    document = read_plain(f"A | B | C |\n---|\n{rows}\n\nx\n\nD | E |\n---|\n1 | 2 |")
    tables = [block for block in document.blocks if not isinstance(block, Line)]
    assert [(table.keeps_positions, table.keeps_short_rows) for table in tables] == [(keeps, False)] * 2


@pytest.mark.parametrize(
    ("cell", "text", "links"),
    [
        ("a [b](/c) d", "a b d", ("/c",)),
        ("[b](/c 'title') [d](/e)", "b d", ("/c", "/e")),
        ("![](/x)", "", ("/x",)),
        ("![]()", "", ("",)),
        ("![a](/x) b", "b", ("/x",)),
        ("[b](/c) ![a](/x)", "b", ("/c", "/x")),
        ("[b] ![a]", "[b] ![a]", ()),
        ("[b](/c", "[b](/c", ()),
        ("![b](/c", "![b](/c", ()),
    ],
)
def test_a_cell_says_its_words_and_where_its_links_and_images_lead(
    cell: str, text: str, links: tuple[str, ...]
) -> None:
    table = read_plain(f"A | B |\n---|\n{cell} | x |").blocks[0]
    assert not isinstance(table, Line)
    found = table.rows[1][0]
    assert (found.text, found.links, len(found.blocks)) == (text, links, bool(text))


def refused(text: str) -> list[str]:
    """Give what each of the four ways to refuse a text says of it."""
    found = []
    for refuse in (refuse_screen_dump, refuse_ruled_tables, refuse_tables_in_tables, refuse_pandoc_markdown):
        try:
            refuse(text)
        except NotARecord as error:
            found.append(error.found)
    return found


DUMP = "a screen dump, with "
LINKS, FRAMES = f"{DUMP}numbered links and a list of what they lead to", f"{DUMP}frames drawn around its tables"
COLUMNS, MARGIN = f"{DUMP}tables in columns of spaces", f"{DUMP}a margin"
FULL = "w" * 77


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[1]a [2]b\nReferences\n\n   1. /x", [LINKS]),
        ("[1]a [2]b\n  Visible links\n 1. /x", [LINKS]),
        ("[1]a\nReferences\n\n   1. /x", []),
        ("[1]a [2]b\nReferences\nx\n   1. /x", []),
        ("[1]a [2]b", []),
        ("│││││", []),
        ("││││┼┤", [FRAMES]),
        ("a   b\n" * 4 + "a  b", []),
        ("a   b\n" * 5, [COLUMNS]),
        ("   a\n" * 3 + "b\n" * 2, [MARGIN]),
        ("   a\n" * 3 + "b\n" * 3, []),
        ("   a\n" * 4, []),
        ("   a\n" * 3 + "  b\nc", [MARGIN]),
        ("   a\n" * 2 + "  b\n" * 3, []),
        ("\xa0   a\n" * 5, [MARGIN]),
        (f"{FULL}\nword\n\n" * 3, [f"{DUMP}lines broken at column 78"]),
        (f"{FULL}\nword\n\n" * 2, []),
        ("a\nb", []),
    ],
)
def test_screen_dumps_are_refused_by_what_shows_them(text: str, found: list[str]) -> None:
    assert refused(text) == found


@pytest.mark.parametrize(
    ("text", "size"),
    [("a\n --- --\nb", 2), ("+---+===+", 2), (" +:--+ ", 2), ("--- -", 0), ("---", 0), ("a --- ---", 0), ("+ - +", 0)],
)
def test_drawn_tables_are_refused_in_a_dump_as_in_markdown(text: str, size: int) -> None:
    assert refused(text) == ["tables drawn with dashes and spaces, as pandoc writes them"] * size


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [
        ("| a | --- | --- | b word", True),
        ("| a | --- | --- | b wo", False),
        ("| a | -- | --- | word", False),
        ("| --- | --- | [word](/x)", False),
        ("---|---]", True),
        ("a\n---|---", False),
        ("| --- | --- |", False),
        ("| --- | --- | [x](javascript:word\\(\\))", False),
    ],
)
def test_rows_within_cells_are_refused_save_those_that_turn_pages(text: str, is_refused: bool) -> None:
    written = "tables within the cells of others, whose rows are written into each other"
    assert refused(text) == [written] * is_refused


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [
        ("l\\'a l\\'b", True),
        ("l\\'a", False),
        ("l\\\\'a l\\\\'b", False),
        ("[a]{.x} [b]{#y}", True),
        ("a {.x} b {.y}", False),
        ("# a {.x}\n# b {#y}", True),
        ("::: {.x}\na\n:::\n::: box\nb", True),
        (":::\na\n:::", False),
        ('<div class="a" markdown="1">\n<div markdown="1">', True),
    ],
)
def test_pandocs_own_markdown_is_refused_by_two_of_its_signs(text: str, is_refused: bool) -> None:
    written = "pandoc's own Markdown, in which other signs stand for some of the page's"
    assert refused(text) == [written] * is_refused


@pytest.mark.parametrize(
    ("lines", "groups"),
    [
        (["a\tb", "c\td"], [(True, [0, 1])]),
        (["a\tb"], [(False, [0])]),
        (["x", "a\tb", "c\td", "y"], [(False, [0]), (True, [1, 2]), (False, [3])]),
        (["a\tb", "", "c\td"], [(False, [0]), (False, [1]), (False, [2])]),
        (["1.\ta", "2.\tb"], [(False, [0, 1])]),
        (["\ta", "\tb"], [(True, [0, 1])]),
        (["a\t", "b\t"], [(False, [0, 1])]),
        (["a\tb", "1\t"], [(True, [0, 1])]),
        (["1\t", "a\tb"], [(True, [0, 1])]),
        (["1\t", "2\t", "a\tb"], [(True, [0, 1, 2])]),
        (["a\tb", "1\t", "2\t"], [(True, [0, 1, 2])]),
        (["a\tb", "1\t2"], [(False, [0]), (False, [1])]),
        (["a\tb\tc", "1\t2\t3"], [(True, [0, 1])]),
        (["a\tb\tc", "1\t2"], [(False, [0]), (False, [1])]),
        ([], []),
    ],
)
def test_tabs_part_the_cells_of_neighbouring_lines(lines: list[str], groups: list[tuple[bool, list[int]]]) -> None:
    assert [*grouped_by_tabs(lines)] == groups
