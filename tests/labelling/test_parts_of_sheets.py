"""Sheets: which rows of a table that is the whole page are tables of their own, and where those end."""

import pytest
from lines import INDEX

from atlas_scraper.blocks.document import Cell, Line, PageTable, Run
from atlas_scraper.labelling.sheets import parts_of_sheet

WIDTH = 4


def _cell(text: str) -> Cell:
    """Make a cell; a star marks its text as titles are."""
    if not text:
        return Cell("")
    said = text.removeprefix("*")
    return Cell(said, (Line(said, (Run(said, "td.b>" if text.startswith("*") else "td>"),), (1,)),))


def _row(text: str) -> tuple[Cell, ...]:
    """Make a row of cells that bars part, with empty ones behind them; one that ends with a sign spans all."""
    if text.endswith("="):
        return (_cell(text[:-1]),) * WIDTH
    cells = [_cell(part) for part in text.split("|")]
    return (*cells, *[Cell("") for _ in range(WIDTH - len(cells))])


def _parts(*rows: str) -> list[str]:
    """Give the tables of a sheet as lines that slashes part, and the lines of what it lays out."""
    parts = parts_of_sheet(PageTable(tuple(map(_row, rows))), INDEX)
    return [
        " / ".join("|".join(cell.text for cell in row) for row in part.rows)
        if isinstance(part, PageTable)
        else part.text
        for part in parts
    ]


def test_a_table_of_data_below_its_title_is_no_sheet() -> None:
    assert _parts("Partners=", "Name of the payer|Country", "Brest|Mali", "Lyon|Togo") == []
    assert _parts("Year|2017", "State|Done", "Funding of it|No", "Context|Long") == []


SHEET = ["Year|2017", "Partners=", "Name of the payer|Country", "Brest|Mali", "Lyon|"]
TABLE = "Name of the payer|Country / Brest|Mali / Lyon|"


@pytest.mark.parametrize(
    ("behind", "parts"),
    [
        ([], []),
        (["State|Done"], ["State", "Done"]),
        (["", "State|Done"], ["State", "Done"]),
        (["", "Anything=", "More|9"], ["Anything", "More", "9"]),
        (["Anything=", "Name|Country"], ["Anything", "Name|Country"]),
    ],
)
def test_a_table_in_a_sheet_ends_before_what_is_none_of_it(behind: list[str], parts: list[str]) -> None:
    assert _parts(*SHEET, *behind) == ["Year", "2017", "Partners", TABLE, *parts]


def test_a_remark_that_spans_a_table_is_a_row_of_it_where_no_title_spans_one() -> None:
    rows = ["Year|2017", "Partners|", "Name of the payer|Country", "Brest|Mali", "A remark=", "Lyon|Togo"]
    table = "Name of the payer|Country|| / Brest|Mali|| / A remark|A remark|A remark|A remark / Lyon|Togo||"
    assert _parts(*rows) == ["Year", "2017", "Partners", table]


@pytest.mark.parametrize("behind", [["State|Done"], ["", "Anything="], []])
def test_rows_of_two_cells_at_the_end_of_a_wider_table_are_one_of_their_own(behind: list[str]) -> None:
    rows = ["Year|2017", "Partners=", "Name of the payer|Amount|Years", "Brest|9|2017", "Anything|9", *behind]
    parts = _parts("State|Done", *rows)
    assert parts[5:7] == ["Name of the payer|Amount|Years / Brest|9|2017", "Anything|9|"]


def test_rows_of_two_cells_that_are_marked_as_no_pair_is_are_rows_of_their_table() -> None:
    rows = ["*Year|2017", "Partners=", "Name of the payer|Amount|Years", "Brest|9|2017", "Lyon|9", "*State|Done"]
    assert _parts(*rows)[3] == "Name of the payer|Amount|Years / Brest|9|2017 / Lyon|9|"


def test_a_title_that_is_marked_as_no_row_of_the_table_ends_it() -> None:
    rows = ["*Year|2017", "*Partners|", "Name of the payer|Country", "Brest|Mali", "*Anything|", "More|9"]
    assert _parts(*rows) == [
        "Year",
        "2017",
        "Partners",
        "Name of the payer|Country / Brest|Mali",
        "Anything",
        "More",
        "9",
    ]


def test_letters_of_columns_and_numbers_of_rows_are_none_of_a_sheet() -> None:
    sheet = [row.replace("=", "|") for row in SHEET]
    rows = ["|A|B|C", *(f"{number}|{row}" for number, row in enumerate(sheet, start=1))]
    assert _parts(*rows) == _parts(*sheet) == ["Year", "2017", "Partners", TABLE]


@pytest.mark.parametrize("first", ["Year|A", "|A", "|A|B"])
def test_a_first_row_of_letters_without_numbers_beside_those_below_is_kept(first: str) -> None:
    assert first.replace("|", "").strip() in "".join(_parts(first, *SHEET)).replace("|", "")
