"""Tables of boxes with roles: what between their parts is none of them, and which rows are one."""

import pytest
from lxml import etree, html

from atlas_scraper.blocks.aria_tables import join_parts, may_be_aria
from atlas_scraper.blocks.traces import markup_of


def _joined(body: str) -> str:
    """Give a page with the parts of its tables joined."""
    root = html.document_fromstring(f"<html><body>{body}</body></html>")
    join_parts(root)
    inner = root.find("body")
    assert inner is not None
    return "".join(etree.tostring(each, encoding="unicode", method="html") for each in inner)


def _table(inside: str) -> str:
    return f'<div role="table">{inside}</div>'


def _row(*cells: str, number: str = "") -> str:
    return f'<div role="row"{number}>{"".join(cells)}</div>'


def _cell(text: str, number: str | int = "", role: str = "cell") -> str:
    at = f' aria-colindex="{number}"' if number else ""
    return f'<div role="{role}"{at}>{text}</div>'


@pytest.mark.parametrize("trace", [b'role="row"', b"role='row'", b"role=row", b'role="rowgroup"'])
def test_a_role_of_rows_is_a_trace_of_such_tables(trace: bytes) -> None:
    assert may_be_aria(markup_of(b"<div " + trace + b">"))
    assert not may_be_aria(markup_of(b"<div role=button>"))
    assert not may_be_aria(markup_of(b"<div data-role='x' rows=2>"))


@pytest.mark.parametrize("box", ["<div>{}</div>", "<span><div>{}</div></span>", "<div role='presentation'>{}</div>"])
def test_boxes_between_a_table_and_its_rows_or_a_row_and_its_cells_are_taken_out(box: str) -> None:
    whole = _table(_row(_cell("Brest"), _cell("Mali")))
    assert _joined(_table(box.format(_row(_cell("Brest"), _cell("Mali"))))) == whole
    assert _joined(_table(_row(box.format(_cell("Brest")), _cell("Mali")))) == whole
    assert _joined(_table(_row(box.format(_cell("Brest") + _cell("Mali"))))) == whole


def test_boxes_around_a_group_of_rows_are_taken_out_and_the_group_stays() -> None:
    group = f'<div role="rowgroup">{_row(_cell("a"))}</div>'
    assert _joined(_table(f"<div>{group}</div>")) == _table(group)
    assert _joined(_table(group.replace(_row(_cell("a")), f"<span>{_row(_cell('a'))}</span>"))) == _table(group)


def test_parts_that_belong_to_no_table_stay_in_their_boxes() -> None:
    for body in (f"<div>{_row('<p>a</p>')}</div>", f"<section><p>a</p>{_cell('b')}</section>"):
        assert _joined(body) == body
    in_a_cell = _table(_row(_cell(f"<p><b>x</b></p><div>{_row('<p>y</p>')}</div>")))
    assert _joined(in_a_cell) == in_a_cell


def test_empty_boxes_among_the_cells_of_a_row_are_none() -> None:
    whole = _table(_row(_cell("Brest"), _cell("Mali")))
    for filler in ("<div></div>", "<span> </span>"):
        assert _joined(_table(_row(_cell("Brest"), filler, _cell("Mali")))) == whole


@pytest.mark.parametrize(
    "kept", ["<div>x</div>", "<div></div>x", '<a href="b"></a>', '<img src="b">', '<div><img src="b"></div>']
)
def test_a_box_that_says_or_leads_to_something_is_kept_among_them(kept: str) -> None:
    row = _table(_row(_cell("a"), kept))
    assert _joined(row) == row


def test_an_empty_cell_is_kept() -> None:
    row = _table(_row(_cell("Brest"), _cell("")))
    assert _joined(row) == row


def _halves(first: str, second: str) -> str:
    return _joined(_table(f"<div>{first}</div><div>{second}</div>"))


AT = ' aria-rowindex="1"'


def test_rows_of_one_number_are_one_in_the_order_of_their_columns() -> None:
    whole = _table(_row(_cell("a", 1), _cell("b", 2), _cell("c", 10), number=AT))
    assert _halves(_row(_cell("a", 1), number=AT), _row(_cell("b", 2), _cell("c", 10), number=AT)) == whole
    assert _halves(_row(_cell("c", 10), number=AT), _row(_cell("a", 1), _cell("b", 2), number=AT)) == whole
    third = _row(_cell("d", 11), number=AT)
    first, second = _row(_cell("a", 1), number=AT), _row(_cell("b", 2), number=AT)
    assert _joined(_table(first + second + second)).count('role="row"') == 2
    assert _joined(_table(first + second + third)) == _table(
        _row(_cell("a", 1), _cell("b", 2), _cell("d", 11), number=AT)
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (_row(_cell("a", 1), number=AT), _row(_cell("b", 2), number=' aria-rowindex="2"')),
        (_row(_cell("a", 1)), _row(_cell("b", 2))),
        (_row(_cell("a", 1), number=AT), _row(_cell("b", 1), number=AT)),
        (_row(_cell("a", 1), number=AT), _row(_cell("b"), number=AT)),
        (_row(_cell("a", 1), number=AT), _row(_cell("b", "x"), number=AT)),
        (_row(_cell("a", 1), number=AT), _row(_cell("b", "²"), number=AT)),
        (_row(_cell("a", 1), number=AT), _row(_cell("b", 12345), number=AT)),
        (_row(_cell("a", 1), number=AT), _row(_cell("b", 2), _cell("c", 2), number=AT)),
        (_row(_cell("a", 1), number=AT), _row("<i>x</i>", _cell("b", 2), number=AT)),
        (_row(_cell("a", 1), number=AT), _row("x", _cell("b", 2), number=AT)),
        (_row(_cell("a", 1), number=AT), _row(number=AT)),
        (_row(_cell("a", 1), number=AT), _row(_cell("b", 2), number=AT) + "x"),
    ],
)
def test_rows_of_other_numbers_or_of_columns_that_are_not_told_apart_are_several(first: str, second: str) -> None:
    assert _halves(first, second).count('role="row"') == 2


def test_rows_of_two_tables_are_several() -> None:
    rows = [_table(_row(_cell(text, number), number=AT)) for number, text in enumerate("ab", start=1)]
    assert _joined("".join(rows)) == "".join(rows)


def test_a_column_of_four_digits_is_told() -> None:
    assert _halves(_row(_cell("a", 1), number=AT), _row(_cell("b", 1234), number=AT)).count('role="row"') == 1
