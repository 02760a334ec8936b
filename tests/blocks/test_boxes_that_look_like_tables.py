"""Boxes in rows that look like a table: each line in them stands where it does without one, and no link is lost."""

import pytest

from atlas_scraper.blocks.cells import with_icons
from atlas_scraper.blocks.document import Cell, Line, PageTable, Run
from atlas_scraper.blocks.read import read_document

ROW = "<div class=r><div>{}</div><div>{}</div></div>"


def _lines_of(html: str) -> list[Line]:
    out: list[Line] = []
    for block in read_document(f"<html><body><main>{html}</main></body></html>".encode()).blocks:
        rows = block.rows if isinstance(block, PageTable) else ((Cell("", (block,)),),)
        out += [line for row in rows for cell in row for line in cell.blocks if isinstance(line, Line)]
    return out


def _links(html: str) -> list[tuple[str, list[str]]]:
    return [(line.text, [run.href for run in line.runs if run.href]) for line in _lines_of(html)]


def test_a_line_stands_in_as_many_boxes_as_where_the_boxes_are_no_table() -> None:
    rows = ROW.format("a", "b") + ROW.format("c", "<p>d</p>")
    table, lines = _lines_of(f"<div>{rows}</div>"), _lines_of(f"<div>{rows}<p>x</p></div>")
    assert [line.text for line in table] == ["a", "b", "c", "d"]
    assert [line.path for line in table] == [line.path for line in lines[:4]]


def _cell(text: str, href: str | None = None) -> Cell:
    return Cell(text, (Line(text, (Run(text, "p>", href=href),), (1,)),))


@pytest.mark.parametrize(
    ("row", "links"),
    [
        ([_cell("a"), Cell("", (), ("/x",))], ["/x", None]),
        ([_cell("a"), Cell(""), Cell("", (), ("/x", "/y"))], ["/x", None, None]),
        ([_cell("a"), _cell("b"), Cell("", (), ("/x",))], [None, "/x", None]),
        ([_cell("a", "/own"), Cell("", (), ("/x",))], ["/own", None]),
        ([Cell("", (), ("/x",)), _cell("a")], [None, None]),
        ([Cell("a", (PageTable(()),)), Cell("", (), ("/x",))], [None, None]),
    ],
)
def test_the_link_of_an_icon_in_a_box_of_its_own_is_at_the_words_before_it(
    row: list[Cell], links: list[str | None]
) -> None:
    lines = [cell.blocks[-1] if cell.blocks else None for cell in with_icons(row)]
    assert [line.runs[-1].href if isinstance(line, Line) else None for line in lines] == links


ICON = "<a href='/x'><img alt=''></a>"


@pytest.mark.parametrize(
    ("html", "links"),
    [
        (f"<div><p>a</p><div>{ICON}</div></div>", [("a", ["/x"])]),
        (f"<div><p>a</p><div><div>{ICON}</div></div></div>", [("a", ["/x"])]),
        (f"<div><p>a</p><div><div><div>{ICON}</div></div></div></div>", [("a", ["/x"])]),
        (f"<div><p>a</p><div><div><div><div>{ICON}</div></div></div></div></div>", [("a", [])]),
        (f"<div><p>a</p></div><div><div>{ICON}</div><p>b</p></div>", [("a", []), ("b", ["/x"])]),
        (f"<div><div><p>a</p><div><div>{ICON}</div></div></div><p>b</p></div>", [("a", ["/x"]), ("b", [])]),
        (f"<div><p>a</p><div><div>{ICON}</div></div><p>b</p></div>", [("a", ["/x"]), ("b", [])]),
        (f"<div><p>a</p><div><div><div>{ICON}</div></div><p>b</p></div></div>", [("a", []), ("b", [])]),
        (f"<div><p><a href='/own'>a</a></p><div><div>{ICON}</div></div></div>", [("a", ["/own"])]),
    ],
)
def test_an_icon_in_boxes_without_words_is_of_the_line_that_it_is_nearest_to(
    html: str, links: list[tuple[str, list[str]]]
) -> None:
    assert _links(html) == links
