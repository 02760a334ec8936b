"""Rows below each other in one table of two columns: names of columns, and their values beside them."""

import pytest

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.stacked_cards import with_cards_as_rows

NAME = PageColumn("name", ("Name",), is_required=True)
LAND = PageColumn("land", ("Country",))
RATES = PageColumn("one", ("Rate",)), PageColumn("two", ("Rate",))
COLUMNS = [NAME, LAND, *RATES]


def _row(text: str) -> tuple[Cell, ...]:
    """Make a row of a name and a value; one that ends with a sign is one cell, which spans both."""
    return (Cell(text[:-1]),) * 2 if text.endswith("=") else tuple(map(Cell, text.split("|")))


def _rows(*rows: str, columns: list[PageColumn] | None = None) -> tuple[list[str], list[str]]:
    table, doubtful = with_cards_as_rows(PageTable(tuple(map(_row, rows))), columns or COLUMNS)
    return ["|".join(cell.text for cell in row) for row in table.rows], doubtful


TWO = ["Name|Country", "Brest|Mali", "Lyon|Togo"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["Name|Brest", "Country|Mali", "Name|Lyon", "Country|Togo"], TWO),
        (["Name :|Brest", "Country :|Mali", "Name :|Lyon", "Country :|Togo"], TWO),
        (["Name|Brest", "Country|Mali", "=", "Name|Lyon", "Country|Togo"], TWO),
        (["Name|Brest", "Name|Lyon", "Country|Togo"], ["Name|Country", "Brest|", "Lyon|Togo"]),
        (["Name|Brest", "Country|Mali", "Name|Lyon"], ["Name|Country", "Brest|Mali", "Lyon|"]),
        (
            ["Name|Brest", "Country|Mali", "=", "Country|Togo", "=", "Name|Lyon"],
            ["Name|Country", "Brest|Mali", "|Togo", "Lyon|"],
        ),
        (["Name|Brest", "Size|9", "Name|Lyon", "Size|"], ["Name|Size", "Brest|9", "Lyon|"]),
        (["Name|", "Country|Mali", "Name|Lyon", "Country|Togo"], ["Name|Country", "|Mali", "Lyon|Togo"]),
        (
            ["Name|Brest", "|", "Country|Mali", "Name|Lyon", "|x", "Country|Togo"],
            ["Name||Country", "Brest||Mali", "Lyon|x|Togo"],
        ),
        (["Name|Brest", "|x", "Name|Lyon", "|y"], ["Name|", "Brest|x", "Lyon|y"]),
        (["Name|Brest", "Name|Lyon", "Country|Mali", "Country|Togo"], ["Name|Country", "Brest|", "Lyon|Mali", "|Togo"]),
        (
            ["Name|Brest", "Size|9", "Name|Lyon", "Size|8", "Name|Metz"],
            ["Name|Size", "Brest|9", "Lyon|8", "Metz|"],
        ),
        (["Name|Brest", "Country|Mali", "Size|9", "Name|Lyon"], ["Name|Country|Size", "Brest|Mali|9", "Lyon||"]),
        (
            ["Name|Brest", "Rate|1", "Rate|2", "Name|Lyon", "Rate|3", "Rate|4", "Rate|5", "Rate|6"],
            ["Name|Rate|Rate", "Brest|1|2", "Lyon|3|4", "|5|6"],
        ),
    ],
)
def test_cards_below_each_other_are_rows(rows: list[str], said: list[str]) -> None:
    assert _rows(*rows) == (said, [])


@pytest.mark.parametrize(
    "rows",
    [
        ["Name|Country", "Brest|Mali", "Lyon|Togo"],
        ["Name|Brest", "Country|Mali"],
        ["Name|", "Brest|x", "Name|", "Lyon|"],
        ["Name|Size", "Brest|9", "Name|Size", "Lyon|8"],
        ["Size|9", "Name|Brest", "Size|8", "Name|Lyon"],
        ["Name|Country", "Country|Mali", "Name|Country"],
        ["Name|Brest", "Size|9", "Depth|8", "Name|Lyon", "Width|7"],
        ["Name|Brest", "Size|9", "Name|Lyon"],
        ["Name|Brest", "Country|Mali|", "Name|Lyon"],
    ],
)
def test_other_tables_of_two_columns_stay_as_they_are(rows: list[str]) -> None:
    assert _rows(*rows) == (rows, [])


def test_a_value_under_one_of_equal_names_of_which_a_card_lacks_some_is_said_and_not_read() -> None:
    rows, doubtful = _rows("Name|Brest", "Rate|1", "Rate|2", "Name|Lyon", "Rate|3")
    assert rows == ["Name|Rate|Rate", "Brest|1|2", "Lyon||"]
    assert doubtful == ["one of several columns of that name: Rate: 3"]


def test_a_rule_of_an_icon_heads_a_card_without_a_name() -> None:
    icon = (Cell("", links=("a",)),) * 2
    table = PageTable((_row("Name|Brest"), icon, _row("Name|Lyon")))
    made, _ = with_cards_as_rows(table, COLUMNS)
    assert [[(cell.text, cell.links) for cell in row] for row in made.rows[1:]] == [
        [("Brest", ()), ("", ())],
        [("Lyon", ()), ("", ("a",))],
    ]


def test_the_names_are_headers_and_a_text_without_positions_has_no_cards() -> None:
    table = PageTable(tuple(map(_row, ["Name :|Brest", "Name :|Lyon"])))
    assert with_cards_as_rows(table, COLUMNS)[0].rows[0] == (Cell("Name", is_header=True),)
    assert with_cards_as_rows(table._replace(keeps_positions=False), COLUMNS)[0].rows == table.rows
    assert with_cards_as_rows(PageTable(()), COLUMNS) == (PageTable(()), [])
