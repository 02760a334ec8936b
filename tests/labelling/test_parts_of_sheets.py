"""Sheets: which rows of a table that is the whole page are tables of their own, and where those end."""

from string import ascii_uppercase
from typing import Any

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


@pytest.mark.parametrize(("row", "is_row"), [("*Lyon|9|2017", True), ("*Lyon|9", False), ("*Lyon||2017", False)])
def test_a_row_in_which_more_cells_say_something_than_in_any_pair_is_one_of_its_table_though_marked_as_a_label(
    row: str, is_row: bool
) -> None:
    rows = ["*Year|2017", "*Partners|", "Name of the payer|Amount|Years", "Brest|9|2017", row, "Nice|9|2017"]
    table = "Name of the payer|Amount|Years / Brest|9|2017"
    assert (f"{table} / Lyon|9|2017 / Nice|9|2017" in _parts(*rows, "*State|Done")) is is_row
    assert (table in _parts(*rows, "*State|Done")) is not is_row


def _marked_in_part(words: str, rest: str) -> tuple[Cell, ...]:
    """Make a row of two texts, the first of which is marked as titles are but for its end."""
    runs = (Run(words, "td.b>"), Run(rest, "td>"))
    return (Cell(words + rest, (Line(words + rest, runs, (1,)),)), _cell("Mali"), Cell(""), Cell(""))


@pytest.mark.parametrize(("rest", "is_row"), [(" of Brest", True), (" :", False)])
def test_a_row_of_which_some_words_are_marked_as_labels_are_is_marked_as_the_others(rest: str, is_row: bool) -> None:
    above = ("*Year|2017", "*Partners|", "Name of the payer|Country", "Nice|Togo")
    rows = (*map(_row, above), _marked_in_part("Town", rest), _row("*State|Done"))
    tables = [part for part in parts_of_sheet(PageTable(rows), INDEX) if isinstance(part, PageTable)]
    assert ([len(table.rows) for table in tables] == [3]) is is_row


@pytest.mark.parametrize(
    ("below", "is_row"), [("Nice|Togo", True), ("*State|Done", False), ("State|Done", False), ("Nice|", False)]
)
def test_a_row_of_a_table_of_two_columns_marked_as_labels_are_is_one_where_such_a_row_follows(
    below: str, is_row: bool
) -> None:
    rows = ["*Year|2017", "*Partners|", "Name of the payer|Country", "Brest|Mali", "*Lyon|Niger", below]
    assert ("Name of the payer|Country / Brest|Mali / Lyon|Niger" in " ".join(_parts(*rows))) is is_row


def test_an_unlisted_label_ends_a_table_whose_first_row_is_marked_as_labels_are() -> None:
    rows = ["*Year|2017", "*Partners|", "Name of the payer|Amount|Years", "*Brest|9|2017", "*Anything|9", "*State|Done"]
    assert _parts(*rows)[3:5] == ["Name of the payer|Amount|Years / Brest|9|2017", "Anything|9|"]


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


def _marked(*rows: str, **more: Any) -> str:
    """Give the parts of a sheet in one line; `!` says that a line is a value, `~` that it is marked as alone."""
    parts = parts_of_sheet(PageTable(tuple(map(_row, rows)), **more), INDEX)
    lines = []
    for part in parts:
        if isinstance(part, Line):
            lines.append(part.text + "!" * part.is_value + "~" * ("=" in part.runs[0].mark))
        else:
            lines.append("[" + " / ".join("|".join(cell.text for cell in row) for row in part.rows) + "]")
    return " ".join(lines)


NAMES = "Name of the payer|Country"
OF_TABLE = ["", "Partners=", NAMES, "Brest|Mali"]
TABLE_SAID = f"Partners [{NAMES} / Brest|Mali]"
TITLES = ["Year=", "2017=", "", "State=", "Done="]
CONTEXT = ["", "Context=", "Long.="]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([*TITLES, *OF_TABLE], f"Year 2017! State Done! {TABLE_SAID}"),
        ([*TITLES, *CONTEXT, *OF_TABLE], f"Year 2017! State Done! Context Long.! {TABLE_SAID}"),
        (["Year=", "2017=", *OF_TABLE], f"Year~ 2017~ {TABLE_SAID.replace(' ', '~ ', 1)}"),
        ([*TITLES, "Aim=", "x=", *OF_TABLE], f"Year 2017! State Done! Aim x! {TABLE_SAID}"),
        ([*TITLES, "Aim=", "x=", *OF_TABLE, "Aim|z"], f"Year 2017! State Done! Aim! x! {TABLE_SAID} Aim z"),
        (
            [*TITLES, "Aim=", "x=", "Context=", "y=", *OF_TABLE],
            f"Year~ 2017~ State~ Done~ Aim~ x~ Context~ y~ {TABLE_SAID.replace(' ', '~ ', 1)}",
        ),
        (
            [*TITLES, *CONTEXT, "Context and history=", "x=", *OF_TABLE],
            f"Year 2017! State Done! Context Long.! Context and history! x! {TABLE_SAID}",
        ),
        (
            [*TITLES, *CONTEXT, "History=", "x=", *OF_TABLE],
            f"Year 2017! State Done! Context Long.! History x! {TABLE_SAID}",
        ),
        (
            [*TITLES, "Context and history=", "x=", *OF_TABLE],
            f"Year 2017! State Done! Context and history x! {TABLE_SAID}",
        ),
    ],
)
def test_a_text_alone_in_its_row_is_a_value_where_titles_stand_behind_empty_rows(rows: list[str], said: str) -> None:
    assert _marked(*rows) == said


def test_a_sheet_has_four_rows_and_a_table_below_its_first_label() -> None:
    rows = ["Year|2017", *OF_TABLE[1:]]
    assert _marked(*rows) == f"Year 2017 {TABLE_SAID.replace(' ', '~ ', 1)}"
    assert _marked(*rows[:3]) == _marked(*rows, keeps_positions=False) == ""
    above = ["x=", *OF_TABLE[2:], "Year|2017", "State|Done"]
    assert _marked(*above) == ""
    numbered = (f"{number}|{row.strip('=')}" for number, row in enumerate(above, 1))
    assert _marked("|A|B|C", *numbered) == f"x [{NAMES} / Brest|Mali] Year 2017 State Done"


@pytest.mark.parametrize(
    ("behind", "said"),
    [
        (["Lyon|Togo", "Name|Country", "a|b"], "Brest|Mali / Lyon|Togo] [Name|Country / a|b]"),
        (["", "Lyon|Togo"], "Brest|Mali / | / Lyon|Togo]"),
        (["", "", "Lyon|Togo", "", "*State|x"], "Brest|Mali / | / | / Lyon|Togo] State x"),
        (["", "Anything="], "Brest|Mali] Anything~"),
        (["", "*More|9"], "Brest|Mali] More 9"),
        (["", ""], "Brest|Mali]"),
    ],
)
def test_a_table_goes_on_behind_empty_rows_where_what_follows_is_like_its_rows(behind: list[str], said: str) -> None:
    parts = _marked("*Year|2017", "*Partners=", *OF_TABLE[2:], *behind)
    assert parts == f"Year 2017 Partners~ [{NAMES} / {said}"


def test_a_table_ends_at_an_empty_row_right_below_its_header_or_where_labels_look_as_its_rows() -> None:
    top = ["Year|2017", "Partners=", NAMES]
    assert _marked(*top, "", "Brest|Mali") == f"Year 2017 Partners~ [{NAMES}] Brest Mali"
    assert _marked(*top, "Brest|Mali", "", "Lyon|Togo") == f"Year 2017 Partners~ [{NAMES} / Brest|Mali] Lyon Togo"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["Brest|9", "Lyon|8"], "] [Brest|9| / Lyon|8|]"),
        (["Brest|9|1", "Lyon|8", "Dijon|7"], " / Brest|9|1] [Lyon|8| / Dijon|7|]"),
        (["Brest|9|1", "|8|9"], " / Brest|9|1 / |8|9]"),
        (["Brest|9|1", "Lyon||9"], " / Brest|9|1 / Lyon||9]"),
        (["Brest|9|1", "Lyon|8", "Dijon||7"], " / Brest|9|1 / Lyon|8| / Dijon||7]"),
    ],
)
def test_pairs_at_the_end_of_a_table_are_rows_of_their_first_two_cells(rows: list[str], said: str) -> None:
    header = "Name of the payer|Amount|Years"
    assert _marked("Year|2017", "Partners=", header, *rows) == f"Year 2017 Partners~ [{header}{said}"


@pytest.mark.parametrize(("first", "is_sheet"), [(1, True), (9999996, True), (9999997, False)])
def test_the_number_of_a_row_has_seven_digits_at_most(first: int, is_sheet: bool) -> None:
    rows = ["Year|2017", "Partners", *OF_TABLE[2:]]
    assert bool(_marked(*(f"{number}|{row}" for number, row in enumerate(rows, first)))) is is_sheet


def test_numbers_that_do_not_count_rows_and_words_above_them_make_no_sheet_of_a_table() -> None:
    rows = ["Year|2017", "Partners", *OF_TABLE[2:]]
    assert _marked(*(f"{2 * number}|{row}" for number, row in enumerate(rows))) == ""
    assert _marked("Q|A|B|C", *(f"{number}|{row}" for number, row in enumerate(rows, 1))) == ""


def test_columns_behind_z_have_two_letters() -> None:
    letters = [*ascii_uppercase, "AA", "AB"]
    width = len(letters) + 1
    texts = ["|".join(["", *letters]), *(f"{number}|{row}" for number, row in enumerate(SHEET, 1))]
    rows = [[_cell(text.strip("=")) for text in row.split("|")] for row in texts]
    grid = PageTable(tuple((*row, *[Cell("")] * (width - len(row))) for row in rows))
    assert [part.text for part in parts_of_sheet(grid, INDEX)][:2] == ["Year", "2017"]
    assert "A" not in {part.text for part in parts_of_sheet(grid, INDEX)}
