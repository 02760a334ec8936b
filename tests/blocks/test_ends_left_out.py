"""The end tags that a page leaves out: which are put in, and where."""

import pytest

from atlas_scraper.blocks.left_open import end_open, may_be_left_open
from atlas_scraper.blocks.traces import markup_of


@pytest.mark.parametrize(
    ("page", "ended"),
    [
        ("<table><tr><td><b>a<td>b", "<table><tr><td><b>a</td><td>b"),
        ("<table><tr><th><b>a<tr><td>b", "<table><tr><th><b>a</th></tr><tr><td>b"),
        ("<table><tr><td>a<tbody><tr>", "<table><tr><td>a</td></tr><tbody><tr>"),
        ("<table><tr><td>a</td></tr><td>b", "<table><tr><td>a</td></tr><tr><td>b"),
        ("<table><tr><td><table><tr><td>a</table><td>b", "<table><tr><td><table><tr><td>a</table></td><td>b"),
        ("<TABLE><TR><TD>a<TD>b", "<TABLE><TR><TD>a</td><TD>b"),
        ("<table><form><tr><td>a</form><form>", "<table><form><tr><td>a<form>"),
        ("<table><tr><td><form>a</form><td>b", "<table><tr><td><form>a</form></td><td>b"),
        ("<ul><li><div>a<li>b", "<ul><li><div>a</div></li><li>b"),
        ("<ul><li><ul><li>a</ul><li>b", "<ul><li><ul><li>a</ul></li><li>b"),
        ("<dl><dt><div>a</dt><dd><div><div>b</dd>", "<dl><dt><div>a</div></dt><dd><div><div>b</div></div></dd>"),
        ("<dl><dt>a<dd>b<dt>c", "<dl><dt>a</dt><dd>b</dd><dt>c"),
    ],
)
def test_what_is_open_ends_where_the_next_begins(page: str, ended: str) -> None:
    assert end_open(page) == ended
    assert end_open(ended) == ended


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td>a</td><td>b</td></tr></table>",
        "<table><form><tr><td>a</td></tr></form></table>",
        "<td>a<td>b",
        "<table><thead>e</th><th>a</th>",
        "<table><tr><td>a</td></tr><caption><th>a</th>",
        "<ul><li><ol><li>a</ol></ul>",
        "<li><blockquote><li>a",
        "<td-app>a<td-app>b<li/><li/>",
        "<table><tr><td>a<!-- <td> --><script>'<td>'</script></td></tr></table>",
        "</td></tr></table></li></div>",
    ],
)
def test_nothing_is_put_in_where_nothing_is_left_out(page: str) -> None:
    assert end_open(page) == page


def test_a_page_that_ends_all_its_cells_is_told_quickly() -> None:
    assert not may_be_left_open(markup_of(b"<title>a</title><table><tbody><tr><td>a</td></tr></tbody></table>"))
    assert may_be_left_open(markup_of(b"<table><tr><td>a</table>"))


@pytest.mark.parametrize(
    "piece",
    [
        "<table><tr><td>",
        "<td><div>",
        "<li><div>",
        "<div><span><li></li>",
        "<section><div></section>",
        "<td><!--",
        "<td><title>",
    ],
)
def test_ends_are_put_in_in_time(piece: str) -> None:
    assert len(end_open("<table>" + piece * 20_000)) >= len(piece) * 20_000
