"""Which elements are open at a place of a page, and so which ends are put in there."""

import pytest
from lxml import etree

from atlas_scraper.blocks.left_open import end_open, ends_in_heading, nest_entries


@pytest.mark.parametrize(
    ("rows", "ended"),
    [
        ("<tr><th>a<td>b", "<tr><th>a</th><td>b"),
        ("<tr><tr><td>a", "<tr></tr><tr><td>a"),
        ("<tr><td>a<thead><tr><td>b", "<tr><td>a</td></tr><thead><tr><td>b"),
        ("<tbody><tr><td>a<tfoot><tr><td>b", "<tbody><tr><td>a</td></tr><tfoot><tr><td>b"),
        ("<tr><td>a</td></tr><td>b<td>c<tr>", "<tr><td>a</td></tr><tr><td>b</td><td>c</td></tr><tr>"),
        ("<tr><td>a</tr><td>b", "<tr><td>a</tr><tr><td>b"),
        ("<td>a<td>b", "<td>a</td><td>b"),
        ("<td>a</td><tr><td>b<td>c", "<td>a</td><tr><td>b</td><td>c"),
        ("<tbody><tr><td>a</tbody><td>b", "<tbody><tr><td>a</tbody><tr><td>b"),
        ("<tbody><tr><td>a</tbody><tr><td>b", "<tbody><tr><td>a</tbody><tr><td>b"),
        ("<tr><td><table><td>a</table><td>b", "<tr><td><table><td>a</table></td><td>b"),
        ("<tr><td><table><tr><td>a</td></tr></td><td>b", "<tr><td><table><tr><td>a</td></tr></td><tr><td>b"),
        ("<tr><td>a</table><table><td>b", "<tr><td>a</table><table><td>b"),
        ("<tr><td><div>a</td><td>b", "<tr><td><div>a</td><td>b"),
        ("<tr><td><div>a<td>b", "<tr><td><div>a</td><td>b"),
        ("<tr><td><section>a<td>b<td>c", "<tr><td><section>a</td><td>b</td><td>c"),
        ("<tr><td><ul><li>a<td><li>b", "<tr><td><ul><li>a</td><td><li>b"),
    ],
)
def test_cells_and_rows_of_the_innermost_table_end_where_others_begin(rows: str, ended: str) -> None:
    assert end_open(f"<table>{rows}") == f"<table>{ended}"


@pytest.mark.parametrize(
    ("page", "ended"),
    [
        ("<table><form><tr><td>a</form>b</td></tr></form>c", "<table><form><tr><td>ab</td></tr></form>c"),
        ("<table><form><tr><td>a</FORM ><td>b", "<table><form><tr><td>a</td><td>b"),
        ("<table><form></form><tr><td>a</form>b", "<table><form></form><tr><td>a</form>b"),
        ("<table><tr><form><td>a</form>b", "<table><tr><form><td>a</form>b"),
        ("<form><table><tr><td>a</form>b", "<form><table><tr><td>a</form>b"),
        ("<table><form><tr><td><table><tr><td>a</form>b", "<table><form><tr><td><table><tr><td>a</form>b"),
    ],
)
def test_a_form_that_began_before_a_row_does_not_end_in_it(page: str, ended: str) -> None:
    assert end_open(page) == ended


@pytest.mark.parametrize(
    ("page", "ended"),
    [
        ("<li>a<li>b", "<li>a</li><li>b"),
        ("<ul><li><a>b<li>c", "<ul><li><a>b</li><li>c"),
        ("<ul><li><div><div>a<li>b", "<ul><li><div><div>a</div></div></li><li>b"),
        ("<ul><li><section>a<li>b", "<ul><li><section>a<li>b"),
        ("<ul><li><section></section>a<li>b", "<ul><li><section></section>a</li><li>b"),
        ("<dl><dt>a<li>b", "<dl><dt>a<li>b"),
        ("<ul><li>a<dt>b<dd>c", "<ul><li>a<dt>b</dt><dd>c"),
        ("<dl><dd>a<dt>b", "<dl><dd>a</dd><dt>b"),
        ("<dl><div><dt>a<dd>b</div><div><dt>c", "<dl><div><dt>a</dt><dd>b</div><div><dt>c"),
        ("<section><div>a</section>", "<section><div>a</div></section>"),
        ("<section><div><div>a</div></section>", "<section><div><div>a</div></div></section>"),
        ("<h2><div>a</h2><p>b", "<h2><div>a</div></h2><p>b"),
        ("<div><div>a</div>", "<div><div>a</div>"),
        ("<section>a</section></section></div>", "<section>a</section></section></div>"),
        ("<form><div>a</form>", "<form><div>a</form>"),
        ("<div>a</div><section>b</section>", "<div>a</div><section>b</section>"),
        ("<section><table><div>a</section>", "<section><table><div>a</section>"),
        ("<ul><li>a<LI class='x'>b", "<ul><li>a</li><LI class='x'>b"),
    ],
)
def test_entries_and_boxes_end_with_what_is_open_in_them(page: str, ended: str) -> None:
    assert end_open(page) == ended


@pytest.mark.parametrize("raw", ["script", "style", "textarea", "title", "iframe", "noframes", "noembed"])
def test_what_stands_in_an_element_of_words_is_no_tag(raw: str) -> None:
    page = f"<table><tr><td>a<{raw}><td></{raw.upper()}><{raw}><td></{raw}>"
    assert end_open(page) == page
    assert end_open(f"{page}<td>b") == f"{page}</td><td>b"
    assert end_open(f"<table><tr><td><{raw}><td>b") == f"<table><tr><td><{raw}></td><td>b"
    assert end_open(f"<table><tr><td><{raw}-x><td>b") == f"<table><tr><td><{raw}-x></td><td>b"


def test_what_stands_in_a_comment_is_no_tag() -> None:
    assert end_open("<table><tr><td><!--<td>--><!--<td>-->a<td>b") == "<table><tr><td><!--<td>--><!--<td>-->a</td><td>b"
    assert end_open("<table><tr><td>a<!--<td>b") == "<table><tr><td>a<!--</td><td>b"
    assert end_open("<table><tr><td/><td>a") == "<table><tr><td/><td>a"


@pytest.mark.parametrize(
    ("html", "is_astray"),
    [
        ("<ul><li/></ul>", False),
        ("<menu><li/></menu>", False),
        ("<dl><dt/><dd/></dl>", False),
        ("<dl><div><dt/><dd/></div></dl>", False),
        ("<ul><div><li/></div></ul>", True),
        ("<dl><div><div><dt/></div></div></dl>", True),
        ("<div><dd/></div>", True),
        ("<p><li/></p>", True),
        ("<ul><li/><b><li/></b></ul>", True),
    ],
)
def test_an_entry_belongs_in_a_list(html: str, is_astray: bool) -> None:
    root = etree.fromstring(f"<body>{html}</body>")
    assert nest_entries(root.iter("li", "dt", "dd")) is is_astray


def test_an_entry_that_is_all_of_a_page_or_of_a_box_is_astray() -> None:
    assert nest_entries([etree.fromstring("<li/>")])
    assert nest_entries([etree.fromstring("<div><dt/></div>")[0]])
    assert not nest_entries([])


@pytest.mark.parametrize(
    ("html", "ends"),
    [
        ("<h2><div/></h2>", True),
        ("<p/><h6><div><b/></div></h6>", True),
        ("<h2><b/><div/></h2>", True),
        ("<h2><div/><b/></h2>", False),
        ("<h2><p/></h2>", False),
        ("<h2/><div/>", False),
        ("<h2><div/></h2><p/>", False),
        ("", False),
    ],
)
def test_a_page_ends_in_a_heading_that_a_box_has_kept_open(html: str, ends: bool) -> None:
    assert ends_in_heading(etree.fromstring(f"<body>{html}</body>")) is ends
