"""What stands beside pairs in a table that lays them out: numbers, groups, signs; and cells around cells."""

import pytest
from lines import INDEX, line, said, table

from atlas_scraper.blocks.document import Cell, Line, PageTable
from atlas_scraper.labelling.layout_tables import (
    blocks_of_layout,
    has_empty_cell_beside,
    lays_out_labels,
    title_of,
    unwrapped,
)


def _read(*rows: str) -> list[str]:
    return said(list(blocks_of_layout(table(*rows), INDEX)))


PAIRS = ["Year", "2017", "State", "open"]


@pytest.mark.parametrize(
    "numbers", [("1", "2"), ("1.", "2."), ("4", "5"), ("9)", "10)")]
)  # fmt: skip
def test_numbers_that_count_the_rows_of_pairs_are_left_out(numbers: tuple[str, str]) -> None:
    first, second = numbers
    assert _read(f"{first}|Year|2017", f"{second}|State|open") == PAIRS


@pytest.mark.parametrize("rows", [("1|Year|2017", "3|State|open"), ("2|Year|2017", "1|State|open"),
                                  ("1|Year|2017", "|State|open"), ("1|Town|Brest", "2|Size|9")])  # fmt: skip
def test_other_numbers_before_pairs_stay(rows: tuple[str, ...]) -> None:
    assert _read(*rows)[0] == rows[0][0]


def test_where_a_row_has_no_number_none_is_left_out() -> None:
    assert _read("1|Year|2017", "State|open") == ["1", "Year", "2017", "State", "open"]


@pytest.mark.parametrize(("sign", "is_left"), [("*", False), ("?!", False), ("€", True), ("%", True), ("x", True)])
def test_a_sign_behind_a_pair_is_left_out_and_a_unit_stays(sign: str, is_left: bool) -> None:
    assert _read(f"Year|2017|{sign}") == ["Year", "2017", *([sign] if is_left else [])]
    assert _read(f"Year|{sign}") == ["Year", sign]


def _cell(text: str, *, is_header: bool = False) -> Cell:
    return Cell(text, (line(text, "td>"),), is_header=is_header)


def _headings(*rows: tuple[Cell, ...]) -> list[str]:
    blocks = blocks_of_layout(PageTable(rows), INDEX)
    return [block.text for block in blocks if isinstance(block, Line) and block.is_heading]


def test_a_header_or_a_cell_that_spans_the_pairs_of_a_group_is_their_heading() -> None:
    year, state = (_cell("Year"), _cell("2017")), (_cell("State"), _cell("open"))
    assert _headings((_cell("Dates", is_header=True), *year)) == ["Dates"]
    group = _cell("Dates")
    assert _headings((group, *year), (group, *state)) == ["Dates"]
    assert _headings((_cell("Dates"), *year), (_cell("Dates"), *state)) == []


def test_a_label_or_what_stands_before_no_label_heads_no_group() -> None:
    year = (_cell("Year"), _cell("2017"))
    assert _headings((_cell("State", is_header=True), *year)) == []
    assert _headings((_cell("Dates", is_header=True), _cell("Town"), _cell("Year"))) == []
    assert _headings((_cell("Dates", is_header=True), _cell("Year"))) == []


def test_a_cell_in_tables_of_one_cell_is_what_it_holds() -> None:
    inner = _cell("a")
    once = Cell("a", (PageTable(((inner,),)),))
    twice = Cell("a", (PageTable(((once,),)),))
    assert said(unwrapped(twice)) == ["a"]
    for other in (table("a|b"), table("a", "b"), table("a", keeps_positions=False)):
        whole = Cell("a b", (other,))
        assert unwrapped(whole) is whole.blocks
    both = Cell("a b", (table("a"), line("b")))
    assert unwrapped(both) is both.blocks


@pytest.mark.parametrize(
    ("inner", "lays_out"),
    [
        (table("State"), True),
        (table("Town"), False),
        (table("Town|Brest"), False),
        (table("Town|Brest", "State|x"), True),
    ],
)
def test_a_label_in_a_table_within_a_cell_makes_a_layout_of_both(inner: PageTable, lays_out: bool) -> None:
    outer = PageTable(((Cell("x", (line("x"), inner)), Cell("y", (line("y"),))),))
    assert lays_out_labels(outer, INDEX, lambda _: False) is lays_out


def test_a_line_with_a_label_in_it_makes_a_layout_of_its_table() -> None:
    assert lays_out_labels(table("Town 2017|x"), INDEX, lambda block: block.text == "Town 2017")
    assert not lays_out_labels(table("Town 2017|x"), INDEX, lambda _: False)


@pytest.mark.parametrize("first", ["Year : 2017", "2017"])
def test_a_cell_that_begins_with_a_label_and_a_colon_is_no_value_of_the_one_above(first: str) -> None:
    read = _read("Year|State", f"{first}|{'State : open' if ':' in first else 'open'}")
    assert read[1] == ("State" if ":" in first else "2017")


def test_the_header_that_a_caption_stands_in_keeps_its_own_words() -> None:
    title, rows = title_of(table("Partners Name|Country", "a|b"), INDEX)
    assert ([cell.text for cell in rows[0]], len(rows)) == (["Name", "Country"], 2)
    (caption,) = title
    assert isinstance(caption, Line)
    assert caption.is_heading


def _beside(*rows: str, of: str = "Year") -> bool:
    made = table(*rows)._replace(path=(1, 2))
    cells = [cell for row in made.rows for cell in row]
    placed = {
        id(cell): cell._replace(blocks=tuple([line(cell.text, path=(1, 2, 3))] if cell.text else [])) for cell in cells
    }
    made = made._replace(rows=tuple(tuple(placed[id(cell)] for cell in row) for row in made.rows))
    return has_empty_cell_beside(line(of, path=(1, 2, 3)), [line("x"), table("Year|"), made])


@pytest.mark.parametrize(
    ("rows", "is_empty"),
    [
        (("Year|",), True), (("Year||",), True), (("Year|2017",), False), (("Year||x",), False), (("Year",), False),
        (("2017|Year",), False), (("a|", "Year|2017"), False), (("a|b", "Year|"), True), (("State|",), False),
    ],
)  # fmt: skip
def test_a_line_in_a_table_has_an_empty_cell_beside_it_where_nothing_else_stands_behind(
    rows: tuple[str, ...], is_empty: bool
) -> None:
    assert _beside(*rows) is is_empty


def test_an_empty_cell_beside_a_line_is_found_in_a_table_within_another() -> None:
    year = line("Year", path=(1, 2, 3, 4))
    inner = PageTable(((Cell("Year", (year,)), Cell("")),), path=(1, 2, 3))
    outer = PageTable(((Cell("Year", (inner,)), Cell("x")),), path=(1, 2))
    assert has_empty_cell_beside(year, [outer])
    assert not has_empty_cell_beside(year, [outer._replace(path=(1, 9))])
    assert not has_empty_cell_beside(year, [outer._replace(path=())])


@pytest.mark.parametrize(
    ("rows", "marks"),
    [
        (("Year", "2017"), ["td>", "td>:"]),
        (("Year", "2017", "2018"), ["td>"] * 3),
        (("Year|2017",), ["td>"] * 2),
        (("Year|State", "2017|open", "Context", "One."), ["td>", "td>:", "td>", "td>:", "td>", "td>:"]),
    ],
)
def test_a_value_below_its_label_is_one_in_a_table_of_two_rows_or_below_a_row_of_labels(
    rows: tuple[str, ...], marks: list[str]
) -> None:
    blocks = blocks_of_layout(table(*rows), INDEX)
    assert [block.runs[0].mark for block in blocks if isinstance(block, Line)] == marks
