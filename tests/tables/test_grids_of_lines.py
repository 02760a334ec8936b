"""Rows of which each cell stands on a line of its own, below the names of the columns."""

import pytest

from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.grids_of_lines import cells_of_lines, is_grid_of_lines

NAME = PageColumn("name", ("Name",), is_required=True)
YEAR = PageColumn("year", ("Year",), str.isdigit)
NOTE = PageColumn("note", ("Note",))
COLUMNS = (NAME, YEAR, NOTE)


@pytest.mark.parametrize(
    ("lines", "is_grid"),
    [(["Name", "Year", "Brest"], True), (["Name", "Brest", "2017"], False), (["Brest", "Name", "Year"], False)],
)
def test_a_grid_of_lines_begins_with_the_names_of_several_columns(lines: list[str], is_grid: bool) -> None:
    assert is_grid_of_lines(lines, COLUMNS) is is_grid


def test_lines_that_come_out_even_are_rows() -> None:
    rows = cells_of_lines(["Year", "Name", "2017", "Brest", "2018", "Nantes"], COLUMNS)
    assert rows == [{"year": "2017", "name": "Brest"}, {"year": "2018", "name": "Nantes"}]


@pytest.mark.parametrize(
    "lines",
    [
        ["Name", "Year"],
        ["Name", "Year", "Brest", "2017", "Nantes"],
        ["Name", "Year", "Brest", "Nantes", "2017", "2018"],
        ["Name", "Note", "Brest", "x"],
        ["Year", "Note", "2017", "x"],
        ["Name", "Year", "Year", "Brest", "2017", "2018"],
    ],
)
def test_nothing_is_read_where_a_cell_may_be_missing(lines: list[str]) -> None:
    assert cells_of_lines(lines, COLUMNS) == []
