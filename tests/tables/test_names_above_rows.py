"""Names of columns in boxes above the rows of a table: which column each is, and which lines are no header."""

from collections.abc import Sequence

import pytest
from lines import item

from atlas_scraper.blocks.document import Cell, Line, Run
from atlas_scraper.labelling.items import Item
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.heads import head_in_lines

NAME = PageColumn("name", ("Name",), is_required=True)
LAND = PageColumn("land", ("Country",))
YEAR = PageColumn("year", ("Since",), fits=str.isdigit)
LINK = PageColumn("link", (), fits=lambda text: text.startswith("http"), may_lack_header=True)
COLUMNS = [NAME, LAND, YEAR]


def _boxes(names: str, numbers: Sequence[int] = (), mark: str = "h>") -> list[Item]:
    """Make a line in a box of its own for each name that bars part; the boxes have numbers."""
    texts = names.split("|")
    return [item(text, mark, (1, 2, number)) for text, number in zip(texts, numbers or range(10, 99), strict=False)]


def _stretches(names: str) -> Item:
    runs = tuple(Run(name, "b>") for name in names.split("|"))
    text = " ".join(run.text for run in runs).strip()
    return Item(Line(text, runs, (1, 2)), text, runs)


def _head(items: Sequence[Item], *rows: str, columns: Sequence[PageColumn] = COLUMNS) -> str | None:
    """Give the words of each column, of rows written as `Brest|Mali`."""
    head = head_in_lines(items, [[Cell(text) for text in row.split("|")] for row in rows], columns)
    return head and "|".join(head[1].texts)


def test_as_many_names_as_columns_are_their_header() -> None:
    items = _boxes("Name|Country")
    assert _head(items, "Brest|Mali") == "Name|Country"
    found = head_in_lines(items, [(Cell("Brest"), Cell("Mali"))], COLUMNS)
    assert found is not None
    assert (found[0], found[1].columns, found[1].row) == (items, (NAME, LAND), 0)


@pytest.mark.parametrize(
    ("names", "is_header"),
    [
        ("Name|Size", False),
        ("Name|Country|Size|Sort", True),
        ("Name|Country|Size|Sort|Kind", False),
        ("Size|Sort", False),
    ],
)
def test_two_names_and_half_of_all_are_known_columns(names: str, is_header: bool) -> None:
    row = "|".join("a" for _ in names.split("|"))
    assert (_head(_boxes(names), row) == names) is is_header
    assert (_head([_stretches(names)], row) == names) is is_header


@pytest.mark.parametrize(("names", "is_header"), [("Name", True), ("Name|Size", True), ("Name|Size|Sort", False)])
def test_one_known_name_is_enough_where_a_table_has_no_other(names: str, is_header: bool) -> None:
    row = "|".join("a" for _ in names.split("|"))
    assert (_head(_boxes(names), row, columns=[NAME]) == names) is is_header


def test_lines_above_that_are_marked_otherwise_or_stand_deeper_are_no_names() -> None:
    names = _boxes("Name|Country")
    for other in (item("About", "p>", (1, 2, 9)), item("About", "h>", (1, 2, 8, 9))):
        assert _head([other, *names], "Brest|Mali") == "Name|Country"
        assert _head([*names, other], "Brest|Mali") is None
    assert _head([item("About", "h>", (1, 2, 9)), *names], "Brest|Mali") is None
    assert _head([], "Brest|Mali") is None


def test_stretches_of_the_last_line_are_names_and_the_lines_above_are_none_of_them() -> None:
    items = [item("Name", "h>", (1, 2, 9)), _stretches("Name|Country")]
    found = head_in_lines(items, [(Cell("Brest"), Cell("Mali"))], COLUMNS)
    assert found is not None
    assert (found[0], found[1].texts) == (items[1:], ("Name", "Country"))


def test_names_are_those_of_the_columns_with_words_where_these_are_as_many() -> None:
    assert _head(_boxes("Name|Country"), "|Brest|", "||Mali") == "|Name|Country"
    assert _head([_stretches("Name| |Country ")], "|Brest|", "||Mali") == "|Name|Country"
    assert _head([_stretches("Name|Country")], "|Brest|Mali|2017") is None


@pytest.mark.parametrize(
    ("numbers", "header"),
    [((10, 11, 13), "Name|Country||Since"), ((11, 14, 20), "Name|Country||Since"), ((10, 12, 15), None)],
)
def test_an_empty_box_among_the_names_is_a_column_without_one(numbers: Sequence[int], header: str | None) -> None:
    assert _head(_boxes("Name|Country|Since", numbers), "Brest|Mali||") == header


@pytest.mark.parametrize("paths", [[(1, 2)] * 3, [(1, 2, 3), (1, 2, 4), (1, 5, 6)]], ids=["one for all", "one for two"])
def test_names_that_share_a_box_tell_no_empty_one(paths: Sequence[tuple[int, ...]]) -> None:
    items = [item(name, "h>", path) for name, path in zip(["Name", "Country", "Since"], paths, strict=True)]
    assert _head(items, "Brest|Mali||") is None
    assert _head(items, "Brest|Mali||2017") == "Name|Country||Since"


@pytest.mark.parametrize(("row", "header"), [("|Brest||", "|Name|Country|"), ("|||Brest||", "|||Name|Country|")])
def test_which_columns_names_are_of_is_told_by_the_required_one(row: str, header: str) -> None:
    assert _head(_boxes("Name|Country"), row) == header


def test_every_name_has_a_column_even_where_its_cells_are_empty() -> None:
    assert _head(_boxes("Name|Country"), "|Brest") == "Name|Country"


def test_which_columns_names_are_of_is_told_by_kinds_and_else_nothing_is_read() -> None:
    assert _head(_boxes("Country|Since"), "|2017|") == "Country|Since|"
    assert _head(_boxes("Country|Since"), "|Mali|") == "|Country|Since"
    assert _head(_boxes("Country|Since"), "||") is None


def test_a_column_without_a_name_may_stand_before_or_behind_the_only_one() -> None:
    assert _head(_boxes("Name"), "Brest|http:x", columns=[NAME, LINK]) == "Name|"
    assert _head(_boxes("Name"), "http:x|Brest", columns=[NAME, LINK]) == "|Name"
    assert _head(_boxes("Name"), "Brest", columns=[NAME, LINK]) is None
