"""Elements between a table and its rows or cells, where none belongs: which they are, and where their links stand."""

import pytest
from lxml import etree

from atlas_scraper.blocks.wrapped_cells import is_empty_wrapper, spread_link, wraps_parts


@pytest.mark.parametrize(
    ("html", "wraps"),
    [
        ("<a><td>x</td></a>", True),
        ("<form><b/><tr/></form>", True),
        ("<form><div><tbody/></div></form>", True),
        ("<form><b/><div><tr/></div></form>", False),
        ("<form><table><tr/></table></form>", False),
        ("<table><tr/></table>", False),
        ("<a><b>x</b></a>", False),
        ("<a/>", False),
    ],
)
def test_an_element_wraps_parts_of_a_table_itself_or_within_the_first_one_in_it(html: str, wraps: bool) -> None:
    assert wraps_parts(etree.fromstring(html)) is wraps


@pytest.mark.parametrize(
    ("html", "is_left"),
    [
        ("<a href='x'/>", True),
        ("<a> </a>", True),
        ("<a>x</a>", False),
        ("<a><b/></a>", False),
        ("<form/>", True),
        ("<td/>", False),
        ("<div/>", False),
        ("<input type=' Hidden '/>", True),
        ("<input type='text'/>", False),
        ("<input/>", False),
    ],
)
def test_what_is_left_of_a_wrapper_is_an_empty_element_within_lines_or_a_hidden_control(
    html: str, is_left: bool
) -> None:
    assert is_empty_wrapper(etree.fromstring(html)) is is_left


@pytest.mark.parametrize(
    ("row", "spread"),
    [
        (
            "<a href='x'><td>a<b/>c</td><th>d</th></a>",
            "<a href='x'><td><a href='x'>a<b/>c</a></td><th><a href='x'>d</a></th></a>",
        ),
        ("<a href='x'><b><td>a</td></b></a>", "<a href='x'><b><td><a href='x'>a</a></td></b></a>"),
        ("<a href='x'/><td>a</td><td>b</td>", "<a href='x'/><td><a href='x'>a</a></td><td><a href='x'>b</a></td>"),
        (
            "<a href='x'/><td>a</td><a href='y'/><td>b</td>",
            "<a href='x'/><td><a href='x'>a</a></td><a href='y'/><td>b</td>",
        ),
        ("<a href='x'><td><a href='y'>a</a></td></a>", "<a href='x'><td><a href='y'>a</a></td></a>"),
        ("<a href='x'><table><td>a</td></table></a>", "<a href='x'><table><td>a</td></table></a>"),
        ("<a><td>a</td></a>", "<a><td>a</td></a>"),
        ("<form href='x'><td>a</td></form>", "<form href='x'><td>a</td></form>"),
    ],
)
def test_the_link_of_a_wrapper_is_around_what_stands_in_each_cell_of_it_or_behind_it(row: str, spread: str) -> None:
    made = etree.fromstring(f"<tr>{row}</tr>")
    spread_link(made[0])
    assert etree.tostring(made, encoding="unicode").replace('"', "'") == f"<tr>{spread}</tr>"
