"""Tables that lay out labels, tables of data with a title or buttons in them, and cards."""

import pytest
from lines import INDEX, PARTNERS, WORDS, item, line, said, table

from atlas_scraper.blocks.document import Block, Cell, Line, PageTable, Run
from atlas_scraper.labelling.actions import split_actions, without_actions
from atlas_scraper.labelling.card_tables import (
    is_in_cards,
    is_one_card,
    lines_of_cards,
    names_in_cards,
    with_headers_of_cards,
)
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.layout_tables import (
    blocks_of_layout,
    is_header,
    lays_out_labels,
    title_of,
)


def _lays_out(made: PageTable) -> bool:
    return lays_out_labels(made, INDEX, lambda block: block.text.startswith("Year"))


@pytest.mark.parametrize(
    ("made", "lays_out"),
    [
        (table("Year|2017"), True),
        (table("Town|Brest", "State|open"), True),
        (table("Town|Brest"), False),
        (table("Town"), True),
        (table("Town", keeps_positions=False), False),
        (table("Town|Brest", is_boxes=True), True),
        (table("Name|Country", "Year|2017"), False),
        (table("x|y", "x|y", "Name|Country", "Year|2017"), False),
        (table("x|y", "x|y", "x|y", "Name|Country", "Year|2017"), True),
        (table("Partners Name|City", "Year|2017"), False),
        (table("x|y", "Partners Name|City", "Year|2017"), True),
        (table("Name|Country", is_boxes=True), False),
        (table("Town|Year of it"), True),
    ],
)
def test_a_table_lays_out_labels_where_a_cell_is_one_and_no_row_heads_data(made: PageTable, lays_out: bool) -> None:
    assert _lays_out(made) is lays_out


@pytest.mark.parametrize(("inner", "lays_out"), [("Year|2017", True), ("Name|Country", True), ("a|b", False)])
def test_a_table_around_a_table_of_labels_or_of_data_lays_both_out(inner: str, lays_out: bool) -> None:
    outer = PageTable(((Cell("x", (table(inner),)), Cell("y")),))
    assert _lays_out(outer) is lays_out


def test_a_cell_that_spans_the_header_says_its_words_once() -> None:
    name = Cell("Name")
    assert is_header((name, Cell("Country")), INDEX)
    assert not is_header((name, name, Cell("")), INDEX)


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        (["Year|2017", "State|open"], ["Year", "2017", "State", "open"]),
        (["Year|State", "2017|open"], ["Year", "2017", "State", "open"]),
        (["Year|State", "2017|open", "2018|shut"], ["Year", "2017", "2018", "State", "open", "shut"]),
        (["Year|State", "2017|open", "Context|Aim", "Un.|Agir."],
         ["Year", "2017", "State", "open", "Context", "Un.", "Aim", "Agir."]),
        (["Year", "2017"], ["Year", "2017"]),
        (["Year|State", "2017|open", "Context", "Un."], ["Year", "2017", "State", "open", "Context", "Un."]),
        (["Year|Town|State", "2017|Brest|open"], ["Year", "2017", "Town", "Brest", "State", "open"]),
        (["Year|Town", "2017|Brest"], ["Year", "Town", "2017", "Brest"]),
        (["Year|Town|State", "2017|Brest"], ["Year", "Town", "State", "2017", "Brest"]),
        (["Town|Year|", "2017|Brest|x"], ["Town", "Year", "2017", "Brest", "x"]),
    ],
)  # fmt: skip
def test_a_layout_is_read_row_by_row_or_a_value_under_its_label(rows: list[str], texts: list[str]) -> None:
    assert said(list(blocks_of_layout(table(*rows), INDEX))) == texts


def test_a_value_under_its_label_is_marked_as_no_label_is() -> None:
    blocks = list(blocks_of_layout(table("Year|State", "2017|open"), INDEX))
    assert [block.runs[0].mark for block in blocks if isinstance(block, Line)] == ["td>", "td>:"] * 2


def test_cells_that_end_with_labels_of_their_own_are_no_values_of_those_above() -> None:
    def rows(*last: str) -> PageTable:
        made = table("Year|State", "2017|open")
        cells = [
            made.rows[1][0]._replace(text=f"{text} {end}".strip())
            for text, end in zip(("2017", "open"), last, strict=True)
        ]
        lines = [(line("2017"), line(last[0])), (line("open"), *([line(last[1])] if last[1] else []))]
        return made._replace(
            rows=(made.rows[0], tuple(cell._replace(blocks=said) for cell, said in zip(cells, lines, strict=True)))
        )

    assert said(list(blocks_of_layout(rows("Year", "State"), INDEX)))[:2] == ["Year", "State"]
    assert said(list(blocks_of_layout(rows("Year", ""), INDEX)))[:2] == ["Year", "2017"]  # only one has its own


def test_half_of_a_header_row_that_is_known_is_enough_over_cells_that_are_no_headers() -> None:
    def rows(*texts: str, below: bool = False) -> PageTable:
        grid = [
            tuple(Cell(text, (line(text),), is_header=not number or below) for text in row.split("|"))
            for number, row in enumerate(texts)
        ]
        return PageTable(tuple(grid))

    assert said(list(blocks_of_layout(rows("Year|Town", "2017|Brest"), INDEX))) == ["Year", "2017", "Town", "Brest"]
    assert said(list(blocks_of_layout(rows("Year|Town", "2017|Brest", below=True), INDEX)))[1] == "Town"
    assert said(list(blocks_of_layout(rows("Year|Town|State", "2017"), INDEX))) == ["Year", "Town", "State", "2017"]


def test_a_cell_that_spans_rows_is_read_where_it_begins() -> None:
    wide = Cell("Un.", (line("Un."),))
    made = PageTable(((Cell("Year", (line("Year"),)), wide), (Cell("State", (line("State"),)), wide)))
    assert said(list(blocks_of_layout(made, INDEX))) == ["Year", "Un.", "State"]


@pytest.mark.parametrize(
    ("made", "title", "first"),
    [
        (table("Partners", "Name|Country"), ["Partners"], "Name"),
        (table("Partners Funding of it", "Name|Country"), ["Partners", "Funding of it"], "Name"),
        (table("Partners"), [], "Partners"),
        (table("Town", "Name|Country"), [], "Town"),
        (table("Partners Name|Country", "a|b"), ["Partners"], "Name"),
        (table("Partners|Name|Country", "a|b|c"), ["Partners"], ""),
        (table("Partners|Town|City", "a|b|c"), [], "Partners"),
        (table("Year|Name|Country", "a|b|c"), [], "Year"),
    ],
)
def test_the_title_of_a_table_is_taken_from_its_first_row(made: PageTable, title: list[str], first: str) -> None:
    blocks, rows = title_of(made, INDEX)
    assert (said(list(blocks)), rows[0][0].text) == (title, first)


def _button(text: str) -> Run:
    return Run(text, "a", interactive=True)


@pytest.mark.parametrize(
    ("runs", "content", "actions"),
    [
        ([Run("Town ", "p"), _button("Print")], "Town ", "Print"),
        ([Run("Town ", "p"), _button("Print"), Run(" ", "p"), _button("Home")], "Town ", "Print Home"),
        ([_button("Print"), Run("Town", "p")], "PrintTown", ""),
        ([Run("Town ", "p"), Run("Print", "p")], "Town Print", ""),
        ([_button("Print")], "Print", ""),
        ([Run("Town ", "p"), _button("Brest")], "Town Brest", ""),
        ([Run("Town ", "p"), _button("Print"), Run("Brest", "p"), _button("Home")], "Town PrintBrest", "Home"),
    ],
)
def test_links_with_the_sites_words_at_the_end_of_a_line_are_its_actions(
    runs: list[Run], content: str, actions: str
) -> None:
    split = split_actions(runs, WORDS)
    assert tuple("".join(run.text for run in part) for part in split) == (content, actions)


def test_buttons_are_left_out_of_cells() -> None:
    runs = (Run("Name ", "th"), _button("Print"))
    with_button = Cell("Name Print", (Line("Name Print", runs),))
    made = PageTable(((with_button, Cell("Country", (line("Country"),))),))
    assert [cell.text for cell in without_actions(made, WORDS).rows[0]] == ["Name", "Country"]
    plain = table("Name|Country")
    assert without_actions(plain, WORDS) is plain
    inner = PageTable(((Cell("Name Print", (Line("Name Print", runs), table("a|b"))),),))
    assert without_actions(inner, WORDS) is inner


@pytest.mark.parametrize("sign", [" ", " | "])
def test_a_column_of_several_buttons_is_left_out_and_one_with_a_word_of_its_own_is_not(sign: str) -> None:
    def cell(*runs: Run, **more: Block) -> Cell:
        text = "".join(run.text for run in runs)
        return Cell(text, (Line(text, runs), *more.values()))

    name, both = cell(Run("Brest", "p>")), cell(_button("Print"), Run(sign, "p>"), _button("Home"))
    made = PageTable(((cell(Run("Name", "p>")), Cell("")), (name, both), (name, cell(_button("Print")))))
    assert [row[1].text for row in without_actions(made, WORDS).rows] == ["", "", ""]
    for other in (
        cell(_button("Print"), Run(" Home", "p>")),
        cell(_button("Print"), Run(" ", "p>"), _button("Brest")),
        cell(_button("Print"), Run(" ", "p>"), _button("Home"), grid=table("a|b")),
    ):
        kept = PageTable(((name, both), (name, other)))
        assert without_actions(kept, WORDS).rows[0][1].text == both.text


def _card(*rows: str, marks: tuple[str, str] = ("b>", "p>"), **more: bool) -> PageTable:
    """Make boxes of rows such as `Name:Brest`, each cell of a name and what goes on behind it."""
    grid = []
    for row in rows:
        cells = []
        for text in row.split("|"):
            name, colon, rest = text.partition(":")
            runs = tuple(Run(part, mark) for part, mark in zip((name + colon, rest), marks, strict=True) if part)
            cells.append(Cell(name + colon + rest, (Line(name + colon + rest, runs),) if runs else ()))
        grid.append(tuple(cells))
    return PageTable(tuple(grid), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rows", "headers", "first"),
    [
        (["Name:Brest|Country:France"], ["Name", "Country"], ["Brest", "France"]),
        (["Name:Brest|City:x", "Name:Lyon|City:y"], ["Name", "City"], ["Brest", "x"]),
        (["Name:Brest|Country:France", "Name:Lyon"], ["Name", "Country"], ["Brest", "France"]),
        (["Name:Brest|x:France", "City:Lyon|y:z"], None, []),
        (["Name|Country"], None, []),
        (["Name|Country:France"], ["Name", "Country"], ["", "France"]),
        (["Name|Country", "Brest|France"], None, []),
        (["Name:Brest|Country:France", "Country:x|Name:y"], None, []),
        (["City:Brest|Zone:France"], None, []),
        (["City:Brest|Country:France"], ["City", "Country"], ["Brest", "France"]),
        (["Year:2017|Name:x"], ["Year", "Name"], ["2017", "x"]),
    ],
)
def test_rows_that_say_their_headers_themselves_become_a_table_with_a_header(
    rows: list[str], headers: list[str] | None, first: list[str]
) -> None:
    made = _card(*rows)
    read = with_headers_of_cards(made, INDEX)
    if headers is None:
        assert read is made
    else:
        assert [[cell.text for cell in row] for row in read.rows[:2]] == [headers, first]
        assert all(cell.is_header for cell in read.rows[0])


@pytest.mark.parametrize(
    ("rows", "marks", "is_card"),
    [
        (["Name|Brest", "Country|France"], ("td>", "td>"), True),
        (["Name|Brest", "City|France"], ("td>", "td>"), False),
        (["Name|Brest", "City|France"], ("b>", "td>"), True),
        (["Name|Country", "Country|France"], ("td>", "td>"), False),
        (["Name|Brest|x", "Country|France|y"], ("td>", "td>"), False),
        (["City|Brest", "Name|x"], ("td>", "td>"), True),
        (["City|Brest", "Zone|x"], ("td>", "td>"), False),
        (["Year|Brest", "Name|x"], ("td>", "td>"), False),
        (["|Brest", "Name|x"], ("td>", "td>"), False),
        (["City|Name", "Name|x"], ("td>", "td>"), False),
        (["City|Year", "Name|x"], ("td>", "td>"), False),
        (["Name|", "City|"], ("b>", "td>"), False),
    ],
)
def test_boxes_of_names_and_values_are_one_card(rows: list[str], marks: tuple[str, str], is_card: bool) -> None:
    grid = tuple(
        tuple(
            Cell(text, (line(text, mark),) if text else ())
            for text, mark in zip(row.split("|"), (*marks, "i>"), strict=False)
        )
        for row in rows
    )
    assert is_one_card(PageTable(grid, is_boxes=True), INDEX) is is_card
    assert not is_one_card(PageTable(grid), INDEX)


@pytest.mark.parametrize(
    ("texts", "is_card"),
    [
        (["Name", "Brest", "Country", "France"], True),
        (["Name", "Brest", "Country"], True),
        (["Name : Brest", "Country : France"], True),
        (["Name", "Country"], False),
        (["Name", "Country", "Amount"], False),
        (["Name", "Brest", "Lyon"], False),
        (["Brest", "Name", "Country"], False),
    ],
)
def test_a_cell_of_names_and_values_is_a_card_and_one_of_names_alone_is_a_header(
    texts: list[str], is_card: bool
) -> None:
    cell = Cell(" ".join(texts), tuple(map(line, texts)))
    assert said(lines_of_cards(PageTable(((cell,),)), INDEX)) == (texts if is_card else [])


def test_lines_that_begin_with_the_name_of_a_column_stand_in_cards() -> None:
    items = [
        item("Partners"),
        item("Name"),
        item("Country : France"),
        item("City : x"),
        item("Name Brest"),
        item("Name"),
    ]
    items[4].runs = (Run("Name", "b>"), Run(" Brest", "p>"))
    assert names_in_cards(items, 0, 5, PARTNERS, INDEX) == [1, 2, 4]
    assert names_in_cards([item("a"), Item(table("Name"), "Name")], 0, 2, PARTNERS, INDEX) == []


@pytest.mark.parametrize(
    ("path", "number", "names", "is_in"),
    [
        ((9,), 3, [], False), ((9,), 3, [2, 4], True), ((9,), 3, [3], True), ((1, 5, 7), 5, [2, 4], True),
        ((1, 6), 5, [2, 4], False), ((1, 5, 7), 1, [2, 4], True), ((1, 6), 1, [2, 4], False),
    ],
)  # fmt: skip
def test_a_line_is_in_cards_between_their_names_or_in_the_box_of_one(
    path: tuple[int, ...], number: int, names: list[int], is_in: bool
) -> None:
    items = [item("x", path=(1, 5, 20 + place)) for place in range(6)]
    items[0] = item("Partners", path=(1, 2))
    items[number] = item("y", path=path)
    assert is_in_cards(items, number, 0, names) is is_in
