"""Lists of pages in the boxes of a table, and numbers that are links."""

import pytest
from lines import INDEX, WORDS, YEAR, item, said, table

from atlas_scraper.blocks.document import Line, PageTable, Run
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.paginator import find_paginators, pages_of_text, with_pages_apart


def _apart(*rows: str, is_boxes: bool = True) -> list[str]:
    return said(with_pages_apart(table(*rows, is_boxes=is_boxes), WORDS))


@pytest.mark.parametrize("pages", ["1|next", "back|next", "< 1|2 >", "|next"])
def test_a_list_of_pages_in_the_last_row_of_boxes_is_put_behind_them_as_lines(pages: str) -> None:
    cells = [text for text in pages.split("|") if text]
    assert _apart("Name|Country", "A|Mali", pages) == ["Name | Country\nA | Mali", *cells]
    assert _apart("A|Mali", pages) == ["A", "Mali", *cells]


@pytest.mark.parametrize("last", ["1|2", "A|next", "|", "1|2 >"])
def test_a_last_row_that_is_no_list_of_pages_is_a_row(last: str) -> None:
    assert _apart("Name|Country", "A|Mali", last) == []


def test_a_table_that_is_made_of_no_boxes_keeps_its_last_row() -> None:
    assert _apart("Name|Country", "A|Mali", "1|next", is_boxes=False) == []


def _linked(*parts: tuple[str, str | None]) -> Item:
    runs = tuple(Run(text, "a>", href) for text, href in parts)
    text = "".join(run.text for run in runs)
    return Item(Line(text, runs), text, runs)


@pytest.mark.parametrize(
    ("hrefs", "is_one"),
    [((None, "/2", "/3"), True), (("/1", None, "/3"), True), ((None, None, "/3"), False), (("/1", "/2", "/3"), False)],
)
def test_numbers_from_one_on_are_a_list_of_pages_where_all_but_one_are_links(
    hrefs: tuple[str | None, ...], is_one: bool
) -> None:
    line = _linked(*[(f"{number} ", href) for number, href in enumerate(hrefs, start=1)])
    assert bool(find_paginators([line], INDEX)) is is_one
    later = _linked(*[(f"{number} ", href) for number, href in enumerate(hrefs, start=2)])
    assert find_paginators([later], INDEX) == []


def test_one_number_alone_is_no_list_of_pages() -> None:
    assert find_paginators([_linked(("1", None))], INDEX) == []


def test_a_number_that_fits_the_label_above_is_its_value_and_the_rest_a_list_of_pages() -> None:
    items = [item("Year", label=YEAR), item("1"), item("1"), item("2"), item("next")]
    (found,) = find_paginators(items, INDEX)
    assert said(found.items) == ["1", "2", "next"]
    (found,) = find_paginators([item("x"), *items[1:]], INDEX)
    assert said(found.items) == ["1", "2", "next"]


@pytest.mark.parametrize(("text", "pages"), [("1 to 2 of 5", 3), ("3 to 4 of 4", 2), ("1 to 2 of 2 | 4", 4)])
def test_how_many_pages_there_are_is_told_by_the_rows_shown(text: str, pages: int) -> None:
    assert pages_of_text(text, WORDS) == pages


def test_links_to_other_pages_are_given_once_in_their_order_and_none_to_this_one() -> None:
    items = [_linked(("next", "/2")), _linked(("2", "/2")), _linked(("3", "/3")), _linked(("1", "#1"))]
    (found,) = find_paginators(items, INDEX)
    assert found.links == ["/2", "/3"]


def test_boxes_without_rows_above_them_are_no_table() -> None:
    assert with_pages_apart(PageTable(table("1|next").rows, is_boxes=True), WORDS) != []
