"""Rows that are a card each, cells of several cards on a line, and the headings of cards."""

import pytest
from lines import INDEX, item, line, said, table

from atlas_scraper.blocks.document import Cell, Line, PageTable, Run
from atlas_scraper.labelling.card_tables import (
    is_card_in_each_row,
    is_in_cards,
    is_one_card,
    lines_of_cards,
    with_headers_of_cards,
)
from atlas_scraper.labelling.items import Item


@pytest.mark.parametrize(
    ("rows", "is_card"),
    [
        (["Name|Brest|Country|France", "Name|Kayes|Country|Mali"], True),
        (["Name|Brest|Country|France"], False),
        (["Name|Brest|Country|France"] * 2, False),
        (["Name|Brest|City|a", "Name|Kayes|City|b"], False),
        (["Name|Brest|Country|France|City|a", "Name|Kayes|Country|Mali|City|b"], True),
        (["City|a|Name|Brest|Country|France", "City|b|Name|Kayes|Country|Mali"], False),
        (["Name|Brest|Country|France", "Country|Mali|Name|Kayes"], False),
        (["Name|Brest|Country|France", "Name|Kayes|Country"], False),
        (["Name|Brest|Country|France||a", "Name|Kayes|Country|Mali||b"], False),
        (["Name|Amount|Country|France", "Name|Kayes|Country|Mali"], False),
        (["Name||Country|", "Name||Country|", "Name||Country|"], False),
        (["Name||Country|", "Name|Kayes|Country|"], True),
        (["Name|Brest", "Name|Kayes"], False),
    ],
)
def test_rows_of_the_same_two_names_each_with_a_value_are_cards(rows: list[str], is_card: bool) -> None:
    assert is_card_in_each_row(table(*rows), INDEX) is is_card


@pytest.mark.parametrize(
    ("rows", "is_card"),
    [
        (["A|Name|Brest|Country|France", "B|Name|Kayes|Country|Mali"], True),
        (["A|Name|Brest|Country|France"], False),
        (["Name|Name|Brest|Country|France", "B|Name|Kayes|Country|Mali"], False),
        (["A|Name|Brest|Country|France", "|Name|Kayes|Country|Mali"], False),
        (["Name|Brest|France", "Name|Kayes|Mali"], True),
        (["Name|Brest|France", "Name|Brest|France"], False),
        (["Name|Brest|France", "Country|Kayes|Mali"], False),
        (["Name|Brest|Country", "Name|Kayes|Mali"], False),
        (["City|Brest|France", "City|Kayes|Mali"], False),
        (["Name|Brest", "Name|Kayes"], False),
    ],
)
def test_boxes_may_begin_with_a_value_without_a_name_or_all_with_one_name(rows: list[str], is_card: bool) -> None:
    assert is_card_in_each_row(table(*rows, is_boxes=True), INDEX) is is_card
    assert not is_card_in_each_row(table(*rows), INDEX)


def test_a_page_s_table_without_rows_holds_no_card() -> None:
    assert not is_card_in_each_row(PageTable(()), INDEX)
    assert lines_of_cards(PageTable(()), INDEX) == []
    assert with_headers_of_cards(PageTable(()), INDEX).rows == ()


def _cell(*parts: str) -> Cell:
    runs = tuple(Run(part, "b>" if INDEX.is_column(part) else "p>") for part in parts)
    text = "".join(parts)
    return Cell(text, (Line(text, runs),))


@pytest.mark.parametrize(
    ("parts", "is_card"),
    [
        (("Name", " Brest ", "Country", " France"), True),
        (("Name", " Brest ", "Country"), True),
        (("Name", " ", "Country", " France"), False),
        (("Name", " Brest"), False),
        (("Brest ", "Name", " a ", "Country", " b"), False),
        (("Name", " Brest ", "City", " a"), False),
        ((" ", "Name", " Brest ", "Country", " France"), True),
    ],
)
def test_a_line_of_several_names_with_something_between_them_is_a_card(parts: tuple[str, ...], is_card: bool) -> None:
    cell = _cell(*parts)
    assert said(lines_of_cards(PageTable(((cell, Cell("")),)), INDEX)) == ([cell.text] if is_card else [])


def test_where_one_cell_is_no_card_none_is() -> None:
    card = _cell("Name", " Brest ", "Country", " France")
    assert lines_of_cards(PageTable(((card, _cell("Lyon")),)), INDEX) == []
    assert len(lines_of_cards(PageTable(((card, card), (card, card._replace(text="b")))), INDEX)) == 2
    with_table = card._replace(blocks=(*card.blocks, table("x")))
    assert lines_of_cards(PageTable(((with_table,),)), INDEX) == []


def test_a_header_of_two_lines_is_the_head_of_a_table_and_no_card() -> None:
    header = Cell("Name of the payer", (line("Name of"), line("the payer")))
    boxes = PageTable(((header, Cell("x", (line("x"),))), *table("Amount|5").rows), is_boxes=True)
    assert not is_one_card(boxes, INDEX)
    assert with_headers_of_cards(boxes, INDEX) is boxes


def test_a_table_that_gets_a_header_is_none_of_boxes_and_values_keep_their_lines() -> None:
    first, second = _cell("Name", " : Brest"), _cell("Country", " France")
    more = first._replace(text=f"{first.text} of it", blocks=(*first.blocks, line("of it")))
    read = with_headers_of_cards(PageTable(((more, second),), is_boxes=True), INDEX)
    assert not read.is_boxes
    assert [[cell.text for cell in row] for row in read.rows] == [["Name", "Country"], ["Brest of it", "France"]]
    assert said(read.rows[1][0].blocks) == ["Brest", "of it"]


def _heading(text: str, mark: str = "h3>") -> Item:
    return item(text, mark, (1, 9), is_heading=3)


@pytest.mark.parametrize(
    ("heading", "other", "is_in"),
    [
        (_heading("Brest"), _heading("Kayes"), True),
        (_heading("Brest"), item("Kayes", "h3>", (1, 9)), False),
        (_heading("Brest"), _heading("Kayes", "h4>"), False),
        (_heading("Place 1"), item("x", path=(1, 9)), True),
        (_heading("Place 1 :"), item("x", path=(1, 9)), True),
        (_heading("Place 11"), item("x", path=(1, 9)), False),
        (_heading("Place 2"), item("x", path=(1, 9)), False),
        (_heading("Brest", "h2>"), _heading("Kayes", "h2>"), False),
        (item("Brest", "h3>", (1, 9)), _heading("Kayes"), False),
        (Item(table("a"), "a"), _heading("Kayes"), False),
    ],
)
def test_a_heading_right_above_the_names_heads_a_card_where_the_next_has_one_or_it_is_numbered(
    heading: Item, other: Item, is_in: bool
) -> None:
    names = [item("Name", path=(1, 9)), other, item("Name", path=(1, 9))]
    items = [item("Partners", "h2>", (1, 9)), heading, *names]
    assert is_in_cards(items, 1, 0, [2, 4]) is is_in
    apart = [items[0], heading, item("x", path=(1, 9)), *names]
    assert not is_in_cards(apart, 1, 0, [3, 5])


@pytest.mark.parametrize(("number", "box", "is_in"), [(1, 5, True), (1, 9, False), (4, 9, True), (4, 5, False)])
def test_a_line_before_the_first_name_or_behind_the_last_is_in_the_box_of_that_card(
    number: int, box: int, is_in: bool
) -> None:
    items = [
        item("Partners", path=(1, 2)),
        item("x", path=(1, 3)),
        item("Name", path=(1, 5, 20)),
        item("Name", path=(1, 9, 21)),
        item("x", path=(1, 30)),
    ]
    items[number] = item("y", path=(1, box, 7))
    assert is_in_cards(items, number, 0, [2, 3]) is is_in
