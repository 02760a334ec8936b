"""Which row of a table is its header, and which columns its places are."""

import pytest
from lines import line, table

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.tables.columns import PageColumn, find_header, match_columns, unlisted_column

NAME = PageColumn("name", ("Name",), is_required=True)
LAND = PageColumn("land", ("Country",))
ONE, TWO = PageColumn("one", ("Rate",)), PageColumn("two", ("Rate",))
KIND = PageColumn("kind", ("Kind",), fits=str.isdigit, may_lack_header=True)
YEAR = PageColumn("year", ("Year",), fits=str.isdigit, is_required=True)
COLUMNS = [NAME, LAND, ONE, TWO]


def _columns(found: PageTable, columns: list[PageColumn]) -> list[str | None] | None:
    header = find_header(found, columns)
    return [column.name if column else None for column in header.columns] if header else None


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        ("Name|Country", ["name", "land"]),
        ("Name (x)|Size", ["name", "Size"]),
        ("Name|Rate|", ["name", "one", "two"]),
        ("Rate||Name", ["one", "two", "name"]),
        ("Rate||Rate", ["one", None, "two"]),
        ("Name||Rate", ["name", None, "one"]),
        ("Size|Size|Size (2)", ["Size", "Size (2)", "Size (2) (2)"]),
    ],
)
def test_places_are_the_columns_that_their_texts_name(texts: str, names: list[str | None]) -> None:
    matched = match_columns(tuple(texts.split("|")), COLUMNS)
    assert [column.name if column else None for column in matched] == names


def test_a_column_that_may_lack_its_header_is_the_first_blank_place_or_the_last() -> None:
    columns = [KIND, NAME, LAND]
    assert match_columns(("Name", "", ""), columns) == (NAME, KIND, None)
    assert match_columns(("Name", "Country"), columns) == (NAME, LAND, KIND)


def test_an_unlisted_column_has_a_name_that_no_other_has() -> None:
    column = unlisted_column("Size", ["Size", "Size (2)"])
    assert (column.name, column.headers, column.is_listed) == ("Size (3)", ("Size",), False)


def test_a_name_over_several_places_is_one_column_unless_several_are_called_so() -> None:
    name, rate, size = Cell("Name"), Cell("Rate"), Cell("Size")
    assert _columns(PageTable(((name, name, Cell("Country")),)), COLUMNS) == ["name", None, "land"]
    assert _columns(PageTable(((name, rate, rate),)), COLUMNS) == ["name", "one", "two"]
    assert _columns(PageTable(((name, rate, rate, Cell("Rate")),)), COLUMNS) == ["name", "one", None, "two"]
    assert _columns(PageTable(((size, size, name),)), COLUMNS) == ["Size", None, "name"]


def test_the_first_line_of_a_cell_may_be_the_name() -> None:
    cell = Cell("Name in use", (line("Name", "b>"), line("in use", "i>")))
    assert _columns(PageTable(((cell, Cell("x")),)), COLUMNS) == ["name", "x"]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (["x|y", "Name|Country", "Brest|Mali"], ["name", "land"]),
        (["Name|x", "Name|Country"], ["name", "land"]),
        (["Name|x", "y|Country"], ["name", "x"]),
        (["x|y", "a|b"], None),
        (["|x (y)", "1|b"], None),
    ],
)
def test_the_header_is_the_row_that_names_most_columns(rows: list[str], names: list[str] | None) -> None:
    assert _columns(table(*rows), [NAME, LAND]) == names


def test_a_sign_may_stand_in_place_of_a_name() -> None:
    assert _columns(table("#|x", "1|a"), [KIND, NAME]) == ["kind", "x"]
    assert _columns(table("#|x", "1|a"), [LAND, NAME]) is None


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (["1|a|7", "2|b|9"], 2),
        (["0|a|7", "1|b|9"], 2),
        (["0|a|7"], 2),
        (["1|a|7"], 0),
        (["3|a|7", "4|b|9"], 0),
        (["|a|7", "|b|9"], 2),
        (["|a|7", "|b|x"], 0),
        (["|a|", "|b|"], 0),
    ],
)
def test_of_several_blank_places_the_nameless_column_is_the_one_of_its_kind_that_counts_no_rows(
    rows: list[str], place: int
) -> None:
    names = _columns(table("|Name|", *rows), [KIND, NAME])
    assert names is not None
    assert names.index("kind") == place


@pytest.mark.parametrize(
    ("rows", "columns", "names"),
    [
        (["|Country", "Brest|Mali", "Lyon|Togo"], [NAME, LAND], ["name", "land"]),
        (["|Country|Size", "Brest|Mali|9"], [NAME, LAND], ["name", "land", "Size"]),
        (["|Country", "Brest|Mali", "Lyon|Togo"], [NAME, LAND, ONE], ["name", "land"]),
        (["|Country", "Brest|Mali", "Lyon|Togo"], [LAND], [None, "land"]),
        (["|Country", "Brest|Mali", "Lyon|Togo"], [NAME, YEAR, LAND], [None, "land"]),
        (["|Country", "Brest|Mali", "Lyon|Togo"], [YEAR, LAND], [None, "land"]),
        (["x|Country", "Brest|Mali", "Lyon|Togo"], [NAME, LAND], ["x", "land"]),
        (["|Country", "1|Mali", "Lyon|Togo"], [NAME, LAND], [None, "land"]),
        (["|Country", "Brest|Mali", "Brest|Togo"], [NAME, LAND], [None, "land"]),
        (["|Country", "Brest|Mali", "|Togo"], [NAME, LAND], [None, "land"]),
        (["|Name", "Brest|Mali", "Lyon|Togo"], [NAME, LAND], [None, "name"]),
        (["|Country"], [NAME, LAND], [None, "land"]),
    ],
)
def test_words_in_each_row_below_a_blank_place_are_the_required_column(
    rows: list[str], columns: list[PageColumn], names: list[str | None]
) -> None:
    assert _columns(table(*rows), columns) == names


@pytest.mark.parametrize(("keeps", "names"), [(False, ["name", "one", "two", "land"]), (True, ["name", "one", "land"])])
def test_a_header_that_lost_a_cell_is_widened_where_several_columns_are_called_the_same(
    keeps: bool, names: list[str]
) -> None:
    found = table("Name|Rate|Country", "Brest|1|2|Mali", keeps_short_rows=keeps)
    assert _columns(found, COLUMNS) == names
