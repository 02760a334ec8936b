"""What lines of Markdown show of the converter that wrote them, and which of them are lists by its habits."""

import pytest

from atlas_scraper.blocks.markdown_habits import Habits, chunks_of, habits_of, is_list, parted_at_list, width_of

FULL = "w" * 77
"""A line of 77 letters: at column 78 no further word has room."""
NONE = Habits(
    indents_lists=False,
    signs=frozenset(),
    escapes=frozenset(),
    width=0,
    parts_by_blanks=True,
    keeps_source_lines=False,
    writes_spans=False,
)


@pytest.mark.parametrize(
    ("text", "indents", "signs"),
    [
        ("", False, ""),
        ("* a\n* b", False, "*"),
        ("- a\n- b", False, "-"),
        ("- a", False, ""),
        ("* a  \n* b", False, ""),
        ("* a\n* b\n\n- c\n- d", False, "*"),
        ("+ a\n+ b\n\n- c\n- d", False, "+-"),
        ("- a\n\n  more", False, "-"),
        ("- a\n\n    more", False, ""),
        ("- a\n\nmore", False, ""),
        ("- a\n\n  - b", True, ""),
        ("\n  * a", True, ""),
        ("\n   - a", True, ""),
        ("\n  1. a", True, ""),
        ("x\n  * a", False, ""),
        ("\n * a", False, ""),
        ("\n    * a", False, ""),
        ("\n  *  a", False, ""),
        ("* b\n* c\n\n  - a", False, "*"),
        ("- b\n- c\n\n  - a", False, "-"),
        ("* b\n* c\n\n  1. a", True, "*"),
        ("a| b\n---|---", True, ""),
        ("a  \n---  ", True, ""),
        ("a\n---", False, ""),
        ("```\n- a\n- b\n```", False, ""),
    ],
)
def test_lists_show_their_signs_and_whether_entries_are_indented(text: str, indents: bool, signs: str) -> None:
    habits = habits_of(text.split("\n"))
    assert (habits.indents_lists, habits.signs) == (indents, frozenset(signs))


@pytest.mark.parametrize(
    ("text", "escapes"), [("\\- a", "-"), ("\\* a\n1\\. b\n 2\\) c\nx \\+", "*.)"), ("a\\- b", ""), ("- a", "")]
)
def test_signs_escaped_at_the_beginning_of_a_line_are_noted(text: str, escapes: str) -> None:
    assert habits_of(text.split("\n")).escapes == frozenset(escapes)


@pytest.mark.parametrize(
    ("text", "is_parted"),
    [("a\n\nb", True), ("a\nb\nc\nd\n", True), ("a\nb\nc\nd\ne\n", False), ("a\nb\nc\nd\n|e|\n", True),
     ("a\nb", False), (f"{FULL}\nword", True)],
)  # fmt: skip
def test_blank_lines_part_paragraphs_where_there_is_one_for_four_others_or_lines_are_broken(
    text: str, is_parted: bool
) -> None:
    assert habits_of(text.split("\n")).parts_by_blanks is is_parted


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("A\nb\nc\nd\ne", True),
        ("A\n b\nc\nd\ne", True),
        ("A\nb\nc\nd\nE", False),
        ("A\nb\nc\nd\ne\nF\nG\nH\nI\nJ\nK", True),
        ("A\nb\nc\nd\ne\nF\nG\nH\nI\nJ\nK\nL", False),
        ("A\n\nb\n\nc\n\nd\n\ne", False),
        ("A|\nb\nc\nd\ne", False),
        ("](A\nb\nc\nd\ne", False),
        ("A  \nb\nc\nd\ne", False),
        ("* A\nb\nc\nd\ne", False),
        ("    A\nb\nc\nd\ne", False),
        (f"{FULL}\nword\nb\n{FULL}\nword", False),
    ],
)
def test_lines_that_mostly_go_on_with_a_small_letter_keep_those_of_the_source(text: str, goes_on: bool) -> None:
    assert habits_of(text.split("\n")).keeps_source_lines is goes_on


@pytest.mark.parametrize(
    ("lines", "width"),
    [
        ([FULL, "a"], 78),
        ([FULL, " word b"], 78),
        ([FULL, "", "word"], 0),
        (["w" * 71, "ab"], 72),
        (["w" * 70, "a"], 0),
        (["w" * 79, "a"], 80),
        (["w" * 100, "b"], 100),
        (["w" * 101, "b"], 0),
        ([FULL, "word", "x"], 78),
        ([FULL, "word", "x", "y"], 0),
        (["w" * 76, "a b"], 0),
        (["w" * 76, "\xa0a b"], 78),
    ],
)
def test_lines_are_broken_at_a_column_where_the_next_word_had_no_room(lines: list[str], width: int) -> None:
    assert width_of(lines) == width


def test_as_many_lines_end_at_the_column_as_are_asked_for() -> None:
    assert width_of([FULL, "word"], fewest=2) == 0
    assert width_of([FULL, "word", "", FULL, "word"], fewest=2) == 78


def test_a_line_is_broken_by_its_converter_where_that_breaks_lines_at_all() -> None:
    assert NONE._replace(width=78).breaks_between(FULL, "ab")
    assert not NONE._replace(width=78).breaks_between(f"{FULL}ww", "ab")
    assert not NONE.breaks_between(FULL, "ab")


def test_a_dash_in_an_entry_was_typed_where_lists_have_stars_and_no_indent() -> None:
    stars = NONE._replace(signs=frozenset("*"))
    assert stars.is_typed("-")
    assert not stars.is_typed("+")
    assert not stars._replace(indents_lists=True).is_typed("-")
    assert not NONE._replace(signs=frozenset("-")).is_typed("-")


@pytest.mark.parametrize(
    ("text", "spans"),
    [("| a | |  | c |", True), ("| |  | c |", False), ("| a | |\n|  | b |", True), ("| a | | c |", False),
     ("|  | | c |", False), ("a", False)],
)  # fmt: skip
def test_spans_are_told_from_empty_cells_where_both_are_written(text: str, spans: bool) -> None:
    assert habits_of(text.split("\n")).writes_spans is spans


@pytest.mark.parametrize(
    ("text", "chunks"),
    [
        ("a\n\nb", [(False, ["a"]), (False, ["b"])]),
        ("a\n \nb\nc", [(False, ["a"]), (False, ["b", "c"])]),
        ("\n\n", []),
        ("a\n```\nb\n\nc\n```\nd", [(False, ["a"]), (True, ["```", "b", "", "c", "```"]), (False, ["d"])]),
        ("~~~\na\n```\n~~~~\nb", [(True, ["~~~", "a", "```", "~~~~"]), (False, ["b"])]),
        ("```\na\n``\n````\nb", [(True, ["```", "a", "``", "````"]), (False, ["b"])]),
        ("```\na", [(True, ["```", "a", ""])]),
        ("``` x`\na", [(False, ["``` x`", "a"])]),
        ("    ```\na", [(False, ["    ```", "a"])]),
    ],
)
def test_blank_lines_and_fences_part_chunks(text: str, chunks: list[tuple[bool, list[str]]]) -> None:
    assert [*chunks_of(text.split("\n"))] == chunks


@pytest.mark.parametrize(
    ("chunk", "size"),
    [
        (["a  ", "- b", "- c"], 1),
        (["a  ", "- b", "  c"], 1),
        (["a", "b  ", "* c", "* d"], 2),
        (["a  ", "- b", "c  ", "- d", "- e"], 0),
        (["a", "- b", "- c"], 0),
        (["a  ", "- b"], 0),
        (["a  ", "- b  ", "- c"], 0),
        (["a  ", "- b  ", "  c"], 0),
        (["- a  ", "- b", "- c"], 0),
        (["a  ", " - b", " - c"], 0),
        (["a  ", "b", "- c", "- d"], 0),
    ],
)
def test_a_list_right_below_a_text_that_ends_with_a_line_break_is_parted_from_it(chunk: list[str], size: int) -> None:
    above = [*chunk[: size - 1], chunk[size - 1].rstrip()]
    assert parted_at_list(chunk) == ([above, chunk[size:]] if size else [chunk])


@pytest.mark.parametrize(
    ("chunk", "habits", "is_lone", "expected"),
    [
        (["a"], NONE, True, False),
        (["-"], NONE, True, False),
        (["* * *"], NONE, True, False),
        (["* a"], NONE, True, True),
        (["+ a"], NONE, False, True),
        (["- a"], NONE, True, False),
        (["1. a"], NONE, True, False),
        (["  - a"], NONE, False, True),
        ([" - a"], NONE, True, False),
        (["- a"], NONE._replace(escapes=frozenset("-")), False, True),
        (["1. a"], NONE._replace(escapes=frozenset(".")), True, True),
        (["  * a"], NONE._replace(indents_lists=True), True, True),
        (["* a"], NONE._replace(indents_lists=True), True, False),
        (["- a"], NONE._replace(signs=frozenset("-")), True, True),
        (["- a"], NONE._replace(signs=frozenset("-")), False, False),
        (["* a"], NONE._replace(signs=frozenset("-")), True, False),
        (["-  a"], NONE, False, True),
        ([" 1.  a"], NONE, False, True),
        (["- a", "  b"], NONE, False, True),
        (["- a", " b"], NONE, False, False),
        (["- a", "- b"], NONE, False, True),
        (["- a", "b", "- c"], NONE, False, True),
        (["- a  ", "- b"], NONE, False, False),
        (["- **a"], NONE, True, True),
        (["- __a"], NONE, True, True),
        (["- **a"], NONE, False, False),
    ],
)
def test_lines_with_bullets_are_a_list_by_the_habits_of_their_converter(
    chunk: list[str], habits: Habits, is_lone: bool, expected: bool
) -> None:
    assert is_list(chunk, habits, is_lone=is_lone) is expected
