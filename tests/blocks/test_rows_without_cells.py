"""What stands in rows outside their cells, links around cells, and the lines and texts of a table's cells."""

import pytest
from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.document import Cell, Line, PageTable, PlainCells, Run, with_blocks, with_cells, with_lines
from atlas_scraper.blocks.grid import table_parts
from atlas_scraper.blocks.kinds import Kind, kind_of
from atlas_scraper.blocks.wrapped_cells import is_empty_wrapper, spread_link, wraps_parts


def shown(element: Element) -> Kind | None:
    return kind_of(element) if kind_of(element).is_shown else None


@pytest.mark.parametrize(
    ("rows", "cells", "others"),
    [
        ("<tr><td/>a<td>b</td></tr>", "a|b", ""),
        ("<tr><td>a</td>b<td>c</td></tr><tr><td>d</td></tr>", "a|c / d", "b"),
        ("<tr><td>a</td>b</tr><tr><td>c</td><td>d</td></tr>", "a|b / c|d", ""),
        ("<tr><td>a</td>b<td>c</td>d</tr>", "a|b|c|d", ""),
        ("<tr><td>a</td><td>c</td>d</tr>", "a|c|d", ""),
        ("<tr><td>a</td><td>c</td>d</tr><tr><td>e</td></tr>", "a|c / e", "d"),
        ("<tr><td>a</td><td>c</td>d</tr><tr><td>e</td><td>f</td>g</tr>", "a|c|d / e|f|g", ""),
        ("<tr><td>a</td>b <b>c</b> d</tr>", "a|b c d", ""),
        ("<tr><td>a</td><td>x</td>b<b>c</b>d</tr>", "a|x|bcd", ""),
        ("<tr>b<br/>c<td>a</td><td>d</td></tr><tr><td>e</td></tr>", "a|d / e", "b,c"),
        ("<tr>b<br/>c<td>a</td></tr><tr><td>d</td><td>e</td></tr>", "bc|a / d|e", ""),
        ("<tr><td>a</td>-<td>c</td></tr><tr><td>e</td><td>f</td><td>g</td></tr>", "a|c / e|f|g", "-"),
        ("<tr><td>a</td><a href='x'>b</a></tr>", "a|b", ""),
    ],
)
def test_text_straight_in_a_row_fills_an_empty_cell_or_is_one_where_there_is_room(
    rows: str, cells: str, others: str
) -> None:
    outside, found, _, _ = table_parts(etree.fromstring(f"<table>{rows}</table>"), shown)
    written = [["".join(map(str, cell.itertext())) for cell, _ in row] for row in found]
    assert " / ".join(map("|".join, written)) == cells
    assert ",".join(filter(None, map(str, outside))) == others


def test_elements_around_cells_are_told_from_what_stands_in_them() -> None:
    wraps = {"<a><td/></a>": True, "<a><b><tr/></b></a>": True, "<a><b/><td/></a>": True, "<a/>": False,
             "<a><table><tr/></table></a>": False, "<a><i/><b><tr/></b></a>": False}  # fmt: skip
    assert {html: wraps_parts(etree.fromstring(html)) for html in wraps} == wraps
    empty = {"<a/>": True, "<b> </b>": True, "<b>a</b>": False, "<b><i/></b>": False, "<p/>": False,
             "<input type=' Hidden '/>": True, "<input/>": False}  # fmt: skip
    assert {html: is_empty_wrapper(etree.fromstring(html)) for html in empty} == empty


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<a href='/x'><td>a</td><th>b<i/></th></a>", ["a", "b"]),
        ("<a href='/x'/><td>a</td><td><p>b</p></td>", ["a", "b"]),
        ("<a href='/x'/><td>a</td><a href='/y'/><td>b</td>", ["a"]),
        ("<a href='/x'><td>a</td><td><a href='/y'>b</a></td></a>", ["a"]),
        ("<a href='/x'><td>a<table><td>b</td></table></td></a>", ["ab"]),
        ("<a href='/x'><table><td>b</td></table></a>", []),
        ("<a><td>a</td></a>", []),
        ("<b href='/x'><td>a</td></b>", []),
    ],
)
def test_a_link_around_cells_is_around_what_stands_in_each(html: str, linked: list[str]) -> None:
    root = etree.fromstring(f"<tr>{html}</tr>")
    spread_link(root[0])
    inside = [link for cell in root.iter("td", "th") for link in cell if link.get("href") == "/x"]
    assert ["".join(map(str, link.itertext())) for link in inside] == linked


def test_the_lines_of_plain_cells_are_made_when_they_are_asked_for() -> None:
    rows = ((Cell("a"), Cell("")), (Cell("b", is_header=True),))
    table = PageTable(rows, (1, 2), "navigation", plain=PlainCells("3:table>", [["td", "td.c"], [], ["th"]], 4, 7, 2))
    made = with_lines(table)
    a = Line("a", (Run("a", "3:table>td[0]>"),), (1, 2, 5), 7, "navigation", False, 2)
    b = Line("b", (Run("b", "3:table>th[0]>"),), (1, 2, 7), 9, "navigation", False, 2)
    assert [[cell.blocks for cell in row] for row in made.rows] == [[(a,), ()], [(b,)]]
    assert (made.plain, made.path, made.rows[1][0].is_header) == (None, (1, 2), True)
    assert with_lines(made) is made


def test_a_table_is_its_rows_and_a_cell_that_spans_is_changed_once() -> None:
    cell = Cell("a")
    table = PageTable(((cell, cell), (Cell(""), Cell("")), (Cell("b"), Cell(""))))
    assert table.text == "a | a\nb | "
    changed = with_cells(table, lambda each: each._replace(text=f"{each.text}!"))
    assert [[each.text for each in row] for row in changed.rows] == [["a!", "a!"], ["!", "!"], ["b!", "!"]]
    assert changed.rows[0][0] is changed.rows[0][1]
    filled = with_blocks(cell, [Line("x", ()), PageTable(((Cell("y"),), (Cell("z"),)))])
    assert (filled.text, len(filled.blocks)) == ("x y z", 2)
