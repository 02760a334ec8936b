"""The mark that a line of a row that stands alone has among other rows, which are marked by their tag alone."""

import pytest

from atlas_scraper.labelling.other_marks import mark_of_row


@pytest.mark.parametrize(
    ("mark", "among_others"),
    [
        ("5:ul.fields>li.row>span.label", "5:ul.fields>li>span.label"),
        ("5:ul>li.row.f8[+]>span.label", "5:ul>li[+]>span.label"),
        ("7:div.row>div.label[0]>", "7:div>div.label[0]>"),
        ("7/br:div.row>div.label>", "7/br:div>div.label>"),
    ],
)
def test_the_class_of_a_row_is_left_out_where_a_class_within_says_what_the_line_is(
    mark: str, among_others: str
) -> None:
    assert mark_of_row(mark) == among_others


@pytest.mark.parametrize(
    "mark", ["5:ul>li>span.label", "5:ul>li.row>span", "7:div.row>p[+]>", "7:div>div.label>", "", "p"]
)
def test_no_other_mark_is_changed(mark: str) -> None:
    assert mark_of_row(mark) == mark
