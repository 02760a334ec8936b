"""Rows and cells as the markup states them: parts of tables, cells that span, names of columns in attributes, boxes."""

import pytest
from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.grid import are_leaves, box_rows, expand, headers_in_cells, table_parts, tag_of
from atlas_scraper.blocks.kinds import Kind, kind_of
from atlas_scraper.blocks.strays import CellElement


def shown(element: Element) -> Kind | None:
    kind = kind_of(element)
    return kind if kind.is_shown else None


def rows_of(html: str) -> list[list[CellElement]]:
    return table_parts(etree.fromstring(f"<table>{html}</table>"), shown)[1]


def written(rows: list[list[CellElement]]) -> str:
    return " / ".join("|".join("".join(map(str, cell.itertext())) for cell, _ in row) for row in rows)


@pytest.mark.parametrize(
    ("html", "rows", "foot"),
    [
        ("<tr><td>a</td><th>b</th></tr><tr><td>c</td></tr>", "a|b / c", 0),
        ("<tfoot><tr><td>f</td></tr></tfoot><thead><tr><td>h</td></tr></thead><tr><td>a</td></tr>", "h / a / f", 1),
        ("<tr><td>a</td></tr><tfoot><tr><td>f</td></tr><tr/><tr><td>g</td></tr></tfoot>", "a / f /  / g", 2),
        ("<tfoot><tr><td>f</td></tr></tfoot>", "f", 0),
        ("<tr/><tfoot><tr><td>f</td></tr></tfoot>", " / f", 0),
        ("<thead><tr><td>h</td></tr></thead><tfoot><tr><td>f</td></tr></tfoot>", "h / f", 0),
        ("<thead hidden=''><tr><th>h</th></tr></thead><tr><td>a</td></tr>", "h / a", 0),
        ("<tbody hidden=''><tr><td>h</td></tr></tbody><tr><td>a</td></tr>", "a", 0),
        ("<tr hidden=''><td>h</td></tr><tr><td>a</td><td hidden=''>b</td></tr>", "a", 0),
        ("<tbody><form><tr><td>a</td></tr></form></tbody><tr><td>b</td></tr>", "a / b", 0),
        ("<tfoot><form><tr><td>f</td></tr></form></tfoot><tr><td>b</td></tr>", "b / f", 1),
        ("<tr><form><td>a</td><td>b</td></form></tr>", "a|b", 0),
        ("<tr><form/><td>a</td><td>b</td></tr>", "a|b", 0),
        ("<tr><td>a</td><p>b</p></tr>", "a|b", 0),
        ("<tr><script>x</script><td>a</td></tr>", "a", 0),
        ("<div role='rowgroup'><div role='row'><div role='cell'>a</div></div></div>", "a", 0),
    ],
)
def test_a_table_has_its_rows_by_their_groups_with_the_foot_at_the_end(html: str, rows: str, foot: int) -> None:
    _, found, size, has_spans = table_parts(etree.fromstring(f"<table>{html}</table>"), shown)
    assert (written(found), size, has_spans) == (rows, foot, False)


def test_what_stands_outside_the_cells_is_given_apart() -> None:
    row = "<tr><td>a</td><td hidden=''>h</td></tr>"
    html = f" x <caption>c</caption>y<tr hidden=''/> {row}<p>b</p><tbody>z</tbody>"
    others, rows, _, _ = table_parts(etree.fromstring(f"<table>{html}</table>"), shown)
    assert [other.strip() if isinstance(other, str) else other.tag for other in others] == [
        "x", "y", "caption", "tr", "td", "p", "z"
    ]  # fmt: skip
    assert written(rows) == "a"


@pytest.mark.parametrize(
    ("row", "has_spans"),
    [("<td colspan='2'/>", True), ("<td rowspan='2'/>", True), ("<form><td colspan='2'>a</td></form>", True),
     ("<td class='colspan'/>", False), ("<td colspan='2'/><td/>", True), ("<td/><td colspan='2'/>", True)],
)  # fmt: skip
def test_a_table_spans_where_one_of_its_cells_does(row: str, has_spans: bool) -> None:
    for html in (f"<tr>{row}</tr><tr><td/></tr>", f"<tr><td/></tr><tbody><tr>{row}</tr></tbody>"):
        assert table_parts(etree.fromstring(f"<table>{html}</table>"), shown)[3] is has_spans


@pytest.mark.parametrize(
    ("html", "grid"),
    [
        ("<tr><td colspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr>", "a|a|b / c"),
        ("<tr><td rowspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr>", "a|b / a|c / d"),
        ("<tr><td rowspan='3'>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr>", "a|b / a|c / a|d"),
        ("<tr><td>b</td><td rowspan='2'>a</td></tr><tr><td>c</td></tr>", "b|a / c|a"),
        ("<tr><td>b</td><td rowspan='2'>a</td></tr><tr/>", "b|a / "),
        ("<tr><td rowspan='0'>a</td></tr><tr><td>b</td></tr><tr><td>c</td></tr>", "a / a|b / a|c"),
        ("<tr><td rowspan='9'>a</td></tr><tr><td>b</td></tr>", "a / a|b"),
        ("<tr><td rowspan='2' colspan='2'>a</td></tr><tr><td>b</td></tr>", "a|a / a|a|b"),
        ("<tr><td rowspan='2'>a</td><td rowspan='2'>b</td></tr><tr/><tr><td>c</td></tr>", "a|b / a|b / c"),
        ("<tr><td colspan='0'>a</td><td colspan='x'>b</td><td colspan=' 2 '>c</td></tr>", "a|b|c|c"),
        ("<tr><td colspan='-2'>a</td><td colspan='100000'>b</td></tr>", "a|b"),
    ],
)
def test_a_cell_stands_in_every_place_that_it_covers(html: str, grid: str) -> None:
    assert written(expand(rows_of(html))) == grid


def test_no_span_reaches_beyond_a_hundred_columns() -> None:
    [row] = expand(rows_of("<tr><td colspan='99999'>a</td><td colspan='2'>b</td></tr>"))
    assert (len(row), row[99][0].text, row[100][0].text) == (101, "a", "b")
    narrow, below = expand(rows_of(f"<tr>{'<td/>' * 99}<td rowspan='2'>a</td></tr><tr><td>b</td></tr>"))
    assert (len(narrow), len(below)) == (100, 1)
    narrow, below = expand(rows_of("<tr><td rowspan='2' colspan='98'/><td rowspan='2'>a</td></tr><tr><td>b</td></tr>"))
    assert (len(narrow), len(below)) == (99, 100)


@pytest.mark.parametrize(
    ("html", "headers"),
    [
        ("<tr><td data-x='A '>a</td><td data-x='B'>b</td></tr>", ["A", "B"]),
        ("<tr><td aria-label='A'>a</td><td aria-label='B'>b</td></tr>", ["A", "B"]),
        ("<tr><td title='A'>x</td><td title='B'>y</td></tr>", ["A", "B"]),
        ("<tr><td class='A'>a</td><td class='B'>b</td></tr>", []),
        ("<tr><td class='c' data-x='A'>a</td><td class='d' data-x='B'>b</td></tr>", ["A", "B"]),
        ("<tr><td data-n='1' data-x='A'>a</td><td data-n='2' data-x='B'>b</td></tr>", ["A", "B"]),
        ("<tr><td data-x='A'>a</td><td>b</td></tr>", []),
        ("<tr><td>a</td><td data-x='B'>b</td></tr>", []),
        ("<tr><td data-x='A'>a</td></tr><tr><td data-x='B'>b</td></tr>", []),
        ("<tr><td data-x='A'>a</td><td data-x='B'>b</td></tr><tr><td>c</td></tr>", ["A", "B"]),
        ("<tr><td>c</td></tr><tr><td data-x='A'>a</td><td data-x='B'>b</td></tr>", ["A", "B"]),
        ("<tr><th data-x='A'>a</th><td data-x='B'>b</td></tr>", []),
        ("<tr><td data-x='A'>a</td><td data-x='A'>b</td></tr>", ["A", "A"]),
        ("<tr><td data-x='A'>a</td><td data-x='A'>b</td><td data-x='A'>b</td></tr>", []),
        ("<tr><td title='a'>a</td><td title='B'>b</td></tr>", []),
        ("<tr><td title='all of it'>all…</td><td title='B'>b</td></tr>", []),
        ("<tr><td title='all'/><td title='B'/></tr>", ["all", "B"]),
        ("<tr><td data-x='a'>a</td><td data-x='B'>b</td></tr>", ["a", "B"]),
        ("<tr/>", []),
        ("", []),
    ],
)
def test_headers_in_attributes_are_those_that_each_cell_of_a_column_has(html: str, headers: list[str]) -> None:
    assert headers_in_cells(rows_of(html)) == headers


@pytest.mark.parametrize(
    ("html", "are"),
    [("<tr><td>a</td><th/></tr>", True), ("<tr><td><b>a</b></td></tr>", False), ("<tr><td>a</td><p>b</p></tr>", False),
     ("<tr><td>a</td></tr><tr><td role='heading'>a</td></tr>", False), ("<tr><td role='search'>a</td></tr>", False),
     ("<tr><td style='white-space:pre'>a</td></tr>", False), ("<tr><td>a</td></tr><tr><td><b/></td></tr>", False),
     ("<tr><td class='x'>a</td></tr>", True)],
)  # fmt: skip
def test_cells_are_leaves_where_nothing_sets_them_apart(html: str, are: bool) -> None:
    assert are_leaves(rows_of(html)) is are


def test_the_tag_of_an_element_is_its_own_or_that_of_its_role() -> None:
    assert tag_of(etree.fromstring("<DIV/>")) == "div"
    assert tag_of(etree.fromstring("<div role='gridcell'/>")) == "td"
    assert not tag_of(etree.Comment("x"))


TWO = "<span>a</span><span>b</span>"


@pytest.mark.parametrize(
    ("html", "sizes"),
    [
        (f"<div>{TWO}</div><div>{TWO}</div>", [2, 2]),
        (f"<div>{TWO}<span/></div><div>{TWO}<span/></div><div>{TWO}<span/></div>", [3, 3, 3]),
        (f"<div>{TWO}</div>", []),
        (f"<div>{TWO}</div><div><span>a</span></div>", []),
        (f"<div>{TWO}</div><div>{TWO}<span/></div>", []),
        (f"<div>{TWO}</div>x<div>{TWO}</div>", []),
        (f"x<div>{TWO}</div><div>{TWO}</div>", []),
        (f"<div>{TWO}</div><div>{TWO}x</div>", []),
        (f"<div>{TWO}</div><ul>{TWO}</ul>", []),
        (f"<ul>{TWO}</ul><ul>{TWO}</ul>", [2, 2]),
        (f"<p>{TWO}</p><p>{TWO}</p>", []),
        (f"<x-r>{TWO}</x-r><x-r>{TWO}</x-r>", [2, 2]),
        ("<div><b/><b/></div><div><b/><b/></div>", []),
        ("<div><div/><span/></div><div><span/><li/></div>", [2, 2]),
        ("<div><x-c/><x-c/></div><div><x-c/><x-c/></div>", [2, 2]),
        ("<div><x-c/><x-d/></div><div><x-c/><x-d/></div>", []),
        ("<div><b/><i/></div><div><b/><i/></div>", []),
        (f"<div>{TWO}</div><p hidden=''/><div>{TWO}</div>", [2, 2]),
        (f"<div>{TWO}<b hidden=''/></div><div>{TWO}</div>", [2, 2]),
        ("<div><span/><b hidden=''/></div><div><span/><b hidden=''/></div>", []),
        (f"<div>{TWO}</div><div hidden=''>{TWO}</div>", []),
    ],
)
def test_boxes_are_a_table_where_rows_have_equally_many_that_are_alike(html: str, sizes: list[int]) -> None:
    rows = box_rows(etree.fromstring(f"<div>{html}</div>"), lambda element: element.get("hidden") is not None)
    assert [len(cells) for _, cells in rows] == sizes
