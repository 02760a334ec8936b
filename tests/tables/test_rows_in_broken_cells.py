"""Cells that hold the lines of several rows: which rows are cut, and which of them are only said."""

import pytest
from lines import INDEX, PARTNERS, line, page

from atlas_scraper.blocks.document import Cell, PageTable, Run
from atlas_scraper.labelling.division import divide
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.broken_rows import whole_rows
from atlas_scraper.tables.columns import Header, PageColumn

NAME = PageColumn("name", ("Name",), is_required=True)
LAND = PageColumn("land", ("Country",))
YEAR = PageColumn("year", ("Year",), fits=lambda text: text.isdigit() and len(text) == 4)
ICON = PageColumn("icon", (), may_lack_header=True)


def _cell(text: str) -> Cell:
    """Make a cell of the lines that a slash parts."""
    lines = tuple(line(part) for part in text.split("/") if part)
    return Cell(" ".join(each.text for each in lines), lines)


def _whole(
    *rows: str | tuple[Cell, ...], columns: tuple[PageColumn | None, ...] = (NAME, LAND)
) -> tuple[list[str], list[str]]:
    """Give the rows, and what is said of them; a row is written as `Name|Country`."""
    reader = SectionReader(divide(page(line("Partners")), INDEX))
    cells = [tuple(map(_cell, row.split("|"))) if isinstance(row, str) else row for row in rows]
    header = Header(columns, tuple("x" for _ in columns), 0)
    found = whole_rows(reader, PARTNERS, cells, header)
    assert all(issue.code is IssueCode.AMBIGUOUS_CELLS and issue.section == "partners" for issue in reader.issues)
    return ["|".join(cell.text for cell in row) for row in found], [issue.detail for issue in reader.issues]


def _said(text: str) -> list[str]:
    return [f"cells of several lines may be several rows: {text}"]


def test_rows_of_cells_of_one_line_stay_as_they_are() -> None:
    assert _whole("Brest|France", "Lyon|Mali") == (["Brest|France", "Lyon|Mali"], [])


@pytest.mark.parametrize(
    ("row", "rows", "said"),
    [
        ("Brest/Lyon|2017/2018", ["Brest|2017", "Lyon|2018"], ""),
        ("Brest/Lyon/Bron|2017/2018/2019", ["Brest|2017", "Lyon|2018", "Bron|2019"], ""),
        ("Brest/Lyon|2017", ["Brest Lyon|2017"], ""),
        ("Brest|2017/2018", ["Brest|2017 2018"], ""),
        ("Brest/Lyon|2017/soon", ["Brest Lyon|2017 soon"], "Brest Lyon | 2017 soon"),
        ("Brest/Lyon/Bron|2017/2018", ["Brest Lyon Bron|2017 2018"], "Brest Lyon Bron | 2017 2018"),
    ],
)
def test_a_row_is_cut_where_a_column_shows_that_its_lines_fit_one_by_one(row: str, rows: list[str], said: str) -> None:
    assert _whole(row, columns=(NAME, YEAR)) == (rows, _said(said) if said else [])
    assert _whole(row, "Metz|2020", columns=(NAME, YEAR)) == ([*rows, "Metz|2020"], _said(said) if said else [])


def test_an_empty_cell_of_a_cut_row_is_empty_in_each() -> None:
    columns = (NAME, LAND, YEAR)
    assert _whole("Brest/Lyon||2017/2018", columns=columns) == (["Brest||2017", "Lyon||2018"], [])
    assert _whole("Brest/Lyon|Mali|2017/2018", columns=columns)[1] == _said("Brest Lyon | Mali | 2017 2018")
    assert _whole("Brest/Lyon||2017/soon", columns=columns)[1] == _said("Brest Lyon | 2017 soon")


def test_a_value_that_fits_as_a_whole_is_none_of_several_rows() -> None:
    whole = PageColumn("whole", ("Whole",), fits=lambda text: text in {"a b", "a", "b"})
    assert _whole("Brest/Lyon|a/b", columns=(NAME, whole)) == (["Brest Lyon|a b"], _said("Brest Lyon | a b"))


def test_lines_of_free_text_in_several_columns_are_said() -> None:
    assert _whole("Brest/Lyon|France/Mali") == (["Brest Lyon|France Mali"], _said("Brest Lyon | France Mali"))
    assert _whole("Brest/Lyon|France") == (["Brest Lyon|France"], [])
    assert _whole("Brest|France/Mali") == (["Brest|France Mali"], [])


def test_columns_without_a_name_of_their_own_and_cells_beyond_the_header_do_not_count() -> None:
    assert _whole("Brest/Lyon|a/b", columns=(NAME, ICON)) == (["Brest Lyon|a b"], _said("Brest Lyon | a b"))
    assert _whole("Brest/Lyon|a/b|x", columns=(NAME, None, LAND))[1] == []
    assert _whole("Brest/Lyon", columns=(NAME, LAND)) == (["Brest Lyon"], [])


@pytest.mark.parametrize(
    ("rows", "is_said"),
    [
        (["Brest/Lyon"], True), (["Brest/et Lyon"], False), (["Brest/2 Lyon"], True), (["Brest/Lyon", "Metz"], False),
        (["McBrest/McLyon"], True), (["12 Brest/1b"], True), (["brest/Lyon"], False),
    ],
)  # fmt: skip
def test_a_line_break_stands_within_the_only_name_of_a_row_unless_each_line_begins_as_one(
    rows: list[str], is_said: bool
) -> None:
    found, said = _whole(*rows, columns=(NAME,))
    assert found == [row.replace("/", " ") for row in rows]
    assert bool(said) is is_said


def test_a_row_with_a_cell_that_spans_columns_stays_whole() -> None:
    wide = _cell("Brest/Lyon")
    assert _whole((wide, wide, _cell("2017/2018")), columns=(NAME, LAND, YEAR)) == (
        ["Brest Lyon|Brest Lyon|2017 2018"], []
    )  # fmt: skip


def test_a_cell_of_a_table_and_a_line_is_not_of_several_lines() -> None:
    mixed = Cell("Brest Lyon", (line("Brest"), PageTable(((Cell("Lyon"),),))))
    assert _whole((mixed, _cell("2017/2018")), columns=(NAME, YEAR)) == (["Brest Lyon|2017 2018"], [])


def test_the_links_of_a_cut_row_go_with_their_line_and_those_without_with_the_first() -> None:
    first, second = (
        line(text)._replace(runs=(Run(text, "a>", href=f"/{text}"), Run(" x", "p>"))) for text in ("A", "B")
    )
    name, icon = Cell("A B", (first, second)), Cell("", (), ("/icon",))
    reader = SectionReader(divide(page(line("Partners")), INDEX))
    rows = whole_rows(
        reader, PARTNERS, [(name, icon, _cell("2017/2018"))], Header((NAME, None, YEAR), ("a", "", "b"), 0)
    )
    assert [[cell.links for cell in row] for row in rows] == [[("/A",), ("/icon",), ()], [("/B",), (), ()]]
    assert [row[0].blocks for row in rows] == [(first,), (second,)]
