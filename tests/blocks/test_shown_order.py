"""Elements that stand in the markup before what a reader meets before them, and are read behind it."""

import pytest

from atlas_scraper.blocks.document import PageTable
from atlas_scraper.blocks.read import read_document


def _texts(html: str) -> list[str]:
    return [block.text for block in read_document(f"<html><body>{html}</body></html>".encode()).blocks]


@pytest.mark.parametrize(
    "html",
    [
        "<div style='display:flex;flex-direction:row-reverse'><p>v</p> <p>l</p></div>",
        "<div style='flex-flow: wrap column-reverse'><p>v</p><p>l</p></div>",
        "<p aria-labelledby=i>v</p> <p id=i>l</p>",
        "<label><input readonly value=v> l</label>",
        "<label><textarea readonly>v</textarea><span>l</span></label>",
    ],
)
def test_what_is_met_first_is_read_first(html: str) -> None:
    assert _texts(html) == ["l", "v"]


@pytest.mark.parametrize(
    "html",
    [
        "<div style='display:flex;flex-direction:row'><p>v</p><p>l</p></div>",
        "<p aria-labelledby=j>v</p><p id=i>l</p>",
        "<p aria-labelledby=i>v</p><hr><p id=i>l</p>",
        "<label>v <input readonly value=l></label>",
    ],
)
def test_all_else_is_read_as_it_stands(html: str) -> None:
    assert _texts(html) == ["v", "l"]


def test_words_between_reversed_boxes_keep_their_place() -> None:
    assert _texts("<div style='flex-direction:row-reverse'><b>a</b> and <b>b</b></div>") == ["a and b"]


def _rows(html: str) -> list[list[str]]:
    (table,) = read_document(f"<table>{html}</table>".encode()).blocks
    assert isinstance(table, PageTable)
    return [[cell.text for cell in row] for row in table.rows]


def test_headers_behind_the_values_of_all_rows_are_read_before_them() -> None:
    assert _rows("<tr><td>v</td><th>l</th></tr><tr><td>w</td><th>m</th></tr>") == [["l", "v"], ["m", "w"]]
    one = "<table><tr><td>v</td><th>l</th></tr></table>"
    assert _texts(one + one) == ["l | v"] * 2


@pytest.mark.parametrize("rows", ["<tr><td>v</td><th>l", "<tr><td>v</td><th>l<tr><th>m<td>w"])
def test_headers_behind_the_values_of_one_row_or_of_some_stay(rows: str) -> None:
    assert _rows(rows)[0][:2] == ["v", "l"]


def test_many_tables_in_each_other_and_long_rows_are_read_in_time_that_is_long_as_they_are() -> None:
    assert _texts("<table><tr><td>" * 40 + "a")
    assert _texts("<div style='flex-direction:row-reverse'>" + "<p>a</p>" * 5000 + "</div>") == ["a"] * 5000
    assert _texts("<p aria-labelledby=i>v</p><p id=i aria-labelledby=i>l</p>" * 2000)
