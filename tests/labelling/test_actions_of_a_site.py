"""What links and buttons of the site say at the end of a line, in a label and in a column of a table."""

import pytest
from lines import INDEX, WORDS, table

from atlas_scraper.blocks.document import Cell, Line, PageTable, Run
from atlas_scraper.labelling.actions import split_actions, without_actions, without_labels_of_actions


def _runs(*parts: str) -> tuple[Run, ...]:
    """Make stretches; an `@` stands before one that can be pressed."""
    return tuple(Run(part.lstrip("@"), "a>" if part[0] == "@" else "p>", None, part[0] == "@") for part in parts)


@pytest.mark.parametrize(
    ("parts", "content", "actions"),
    [
        (("2017 ", "@Print"), ["2017 "], ["Print"]),
        (("2017", " | ", "@Print", " · ", "@Home"), ["2017"], [" | ", "Print", " · ", "Home"]),
        (("2017 ", "@Print", " "), ["2017 "], ["Print", " "]),
        (("2017", " ", "[", "@Print", "]"), ["2017"], [" ", "[", "Print", "]"]),
        (("2017 [", "@Print", "]"), ["2017 "], ["[", "Print", "]"]),
        (("2017 ( ", "@Print", ")"), ["2017 "], ["(", "Print", ")"]),
        (("2017 ", "@Print", " x"), ["2017 ", "Print", " x"], []),
        (("2017 ", "@Brest"), ["2017 ", "Brest"], []),
        (("2017 ", "Print"), ["2017 ", "Print"], []),
        (("2017 ", "x ", "@Print"), ["2017 ", "x "], ["Print"]),
        (("@Home ", "2017 ", "@Print"), ["Home ", "2017 "], ["Print"]),
        (("@Print",), ["Print"], []),
        ((" ", "@Print"), [" ", "Print"], []),
        (("Words and ", "@Print"), ["Words and ", "Print"], []),
        (("Words and ", "@Print", " ", "@Home"), ["Words and ", "Print"], [" ", "Home"]),
        (("Words and sand ", "@Print"), ["Words and sand "], ["Print"]),
        (("2017 (",), ["2017 ("], []),
    ],
)
def test_links_and_buttons_with_the_sites_words_are_split_from_the_end_of_a_line(
    parts: tuple[str, ...], content: list[str], actions: list[str]
) -> None:
    split = split_actions(_runs(*parts), WORDS)
    assert tuple([run.text for run in each] for each in split) == (content, actions)


@pytest.mark.parametrize(
    ("outer", "inner", "is_one"),
    [
        (Run("Eau ", "p>a", "?x", True), Run("Print", "p>a>b", "?x", True), True),
        (Run("Eau ", "p>a", "?x", True), Run("Print", "p>a>b", "?y", True), False),
        (Run("Eau ", "p>a", "?x", True), Run("Print", "p>a", "?x", True), False),
        (Run("Home ", "p>a", "?x", True), Run("Print", "p>a>b", "?x", True), False),
        (Run("+ ", "p>a", "?x", True), Run("Print", "p>a>b", "?x", True), False),
    ],
)
def test_a_word_of_the_site_that_ends_a_link_which_says_more_is_of_that(outer: Run, inner: Run, is_one: bool) -> None:
    _, actions = split_actions((Run("2017 ", "p>"), outer, inner), WORDS)
    assert (inner in actions) is not is_one


def _labelled(*stretches: tuple[str, str, bool]) -> list[str]:
    runs = [Run(text, mark, None, interactive) for text, mark, interactive in stretches]
    return [run.text for run in without_labels_of_actions(runs, INDEX)]


def test_a_label_within_a_link_of_the_site_says_what_it_stands_beside() -> None:
    assert _labelled(("2017 ", "p>", False), ("Print", "p>a", True), (" Year", "p>a>span", True)) == ["2017 ", "Print"]
    two = (("Print", "p>a", True), (" Year", "p>a>span", True), (" State", "p>a>b", True))
    assert _labelled(*two) == ["Print"]


@pytest.mark.parametrize(
    "stretches",
    [
        (("Print", "p>a", True), (" Year", "p>a", True)),
        (("Print", "p>a", True), (" Year", "p>b", False)),
        (("Print", "p>a", False), (" Year", "p>a>span", False)),
        (("Brest", "p>a", True), (" Year", "p>a>span", True)),
        (("Print", "p>a", True), (" 2017", "p>a>span", True)),
        (("Print", "p>a", True), (" x", "p>", False), (" Year", "p>a>span", True)),
        ((" Year", "p>a>span", True),),
    ],
)
def test_any_other_stretch_with_the_words_of_a_label_stays(stretches: tuple[tuple[str, str, bool], ...]) -> None:
    assert _labelled(*stretches) == [text for text, _, _ in stretches]


def _cell(*lines: tuple[str, ...]) -> Cell:
    made = [_runs(*parts) for parts in lines]
    texts = ["".join(run.text for run in runs) for runs in made]
    blocks = tuple([Line(text, runs) for text, runs in zip(texts, made, strict=True)])
    return Cell(" ".join(texts), blocks)


def _rows(*rows: tuple[Cell, ...]) -> list[list[str]]:
    made = PageTable(rows)
    left = without_actions(made, WORDS)
    assert [len(row) for row in left.rows] == [len(row) for row in rows]
    return [[cell.text for cell in row] for row in left.rows]


def test_a_button_in_a_cell_is_left_out_and_its_other_lines_stay() -> None:
    name = _cell(("Name ", "@Print"), ("of it",))
    assert _rows((name, _cell(("Country",)))) == [["Name of it", "Country"]]


def test_a_column_of_buttons_alone_is_empty_with_the_name_above_it() -> None:
    button, both = _cell(("@Print",)), _cell(("@Print", " | ", "@Home"))
    assert _rows((_cell(("Name",)), _cell(("Print",))), (_cell(("A",)), button), (_cell(("B",)), both)) == [
        ["Name", ""], ["A", ""], ["B", ""],
    ]  # fmt: skip
    assert _rows((_cell(("Name",)), Cell("")), (_cell(("A",)), button), (_cell(("B",)),)) == [
        ["Name", ""],
        ["A", ""],
        ["B"],
    ]


@pytest.mark.parametrize("other", [("@Brest",), ("2017",), ("@Print", " x"), ("@Print", "@Brest")])
def test_a_column_that_says_something_else_stays(other: tuple[str, ...]) -> None:
    rows = _rows((_cell(("Name",)), _cell(("@Print",))), (_cell(("A",)), _cell(other)))
    assert rows == [["Name", "Print"], ["A", _cell(other).text]]


def test_a_cell_that_holds_a_table_is_no_cell_of_buttons() -> None:
    button = _cell(("@Print",))
    inner = Cell("Print x", (*button.blocks, table("x")))
    assert _rows((_cell(("A",)), button), (_cell(("B",)), inner)) == [["A", "Print"], ["B", "Print x"]]
    named = Cell("A Print x", (*_cell(("A ", "@Print")).blocks, table("x")))
    assert _rows((named,)) == [["A Print x"]]


def test_a_table_without_buttons_is_the_same_one() -> None:
    rows = table("Name|Print", "A|Print")
    assert without_actions(rows, WORDS) is rows
