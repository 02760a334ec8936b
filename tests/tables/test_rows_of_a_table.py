"""Rows of a table below a label: which cells they name, what is kept unread, and what is said of them."""

import pytest
from lines import INDEX, PARTNERS, line, page

from atlas_scraper.blocks.document import Cell, PageTable, Run
from atlas_scraper.errors import LayoutError
from atlas_scraper.labelling.division import divide
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.row import Row
from atlas_scraper.tables.rows import take_rows

NAME = PageColumn("name", ("Name",), always_filled=True, is_required=True)
LAND = PageColumn("land", ("Country",))
YEAR = PageColumn("year", ("Since",), fits=lambda text: text.isdigit() and len(text) == 4)
COLUMNS = [NAME, LAND, YEAR]


def _table(*rows: str, **more: bool) -> PageTable:
    """Make a table of rows such as `Brest|France`; a cell `<` is the one before it, which spans both."""
    grid = []
    for row in rows:
        cells: list[Cell] = []
        for text in row.split("|"):
            cells.append(cells[-1] if text == "<" else Cell(text, (line(text, "td>"),) if text else ()))
        grid.append(tuple(cells))
    return PageTable(tuple(grid), **more)  # type: ignore[arg-type]


def _taken(*tables: PageTable, address: str | None = None) -> tuple[list[Row], SectionReader]:
    reader = SectionReader(divide(page(line("Year"), line("2017"), line("Partners"), *tables), INDEX), address)
    return take_rows(reader, PARTNERS, COLUMNS), reader


def _rows(*rows: str, **more: bool) -> list[dict[str, str]]:
    """Give the cells of the rows of a table whose header is `Name|Country|Year`."""
    return [row.cells for row in _taken(_table("Name|Country|Since", *rows, **more))[0]]


def _told(*rows: str, header: str = "Name|Country|Since", **more: bool) -> list[tuple[IssueCode, str]]:
    """Give what is said of the rows."""
    reader = _taken(_table(header, *rows, **more))[1]
    assert all(each.section == "partners" for each in reader.issues)
    return [(each.code, each.detail) for each in reader.issues]


BREST = {"name": "Brest", "land": "France", "year": "2017"}


def test_a_row_names_its_cells_and_says_them_all() -> None:
    rows, reader = _taken(_table("Name|Country|Since", "Brest|France|2017", "Lyon||2018"))
    assert [row.cells for row in rows] == [BREST, {"name": "Lyon", "land": "", "year": "2018"}]
    assert [row.text for row in rows] == ["Brest | France | 2017", "Lyon | 2018"]
    assert (reader.issues, reader.unread, rows[0].links) == ([], [], ())
    assert (rows[1].get(LAND), rows[0].get(LAND)) == (None, "France")
    assert [item.by for item in reader.items] == ["year", "", "partners", "partners"]


def test_a_cell_without_letters_is_empty_and_one_that_says_its_header_is_without_it() -> None:
    assert _rows("Brest|-|2017") == [{"name": "Brest", "land": "", "year": "2017"}]
    assert _rows("Name : Brest|Country: France|2017") == [BREST]
    assert _rows("Brest|Zone : France|2017") == [{**BREST, "land": "Zone : France"}]


@pytest.mark.parametrize(
    "row",
    ["Name|Country|Since", "NAME |country|Since", "Name", "Country", "none yet", "none yet|none so", "No information"],
)
def test_a_header_once_more_names_alone_and_words_for_no_row_are_none(row: str) -> None:
    assert _rows(row, "Brest|France|2017") == [BREST]
    assert _told(row, "Brest|France|2017") == []


def test_a_row_that_says_more_than_the_header_or_than_none_is_one() -> None:
    assert _rows("Name|Mali|2018") == [{"name": "Name", "land": "Mali", "year": "2018"}]
    assert _rows("none yet|Mali|2018") == [{"name": "none yet", "land": "Mali", "year": "2018"}]


def test_a_total_is_no_row_and_is_kept() -> None:
    rows, reader = _taken(_table("Name|Country|Since", "Brest|France|2017", "Total||2"))
    assert [row.cells for row in rows] == [BREST]
    assert [(each.label, each.text) for each in reader.unread] == [(None, "Total | 2")]
    assert [each.code for each in reader.issues] == [IssueCode.UNREAD_TEXT]


def test_what_stands_above_the_header_is_kept_but_for_the_sections_words() -> None:
    rows, reader = _taken(_table("Partners|<|<", "Note|x|x", "Name|Country|Since", "Brest|France|2017"))
    assert [row.cells for row in rows] == [BREST]
    assert [each.text for each in reader.unread] == ["Note | x"]


def test_a_table_of_two_pieces_with_one_header_is_read_whole_and_another_is_not() -> None:
    first, second = _table("Name|Country|Since", "Brest|France|2017"), _table("Name|Country|Since", "Lyon|Mali|2018")
    assert [row.cells["name"] for row in _taken(first, second)[0]] == ["Brest", "Lyon"]
    other = _table("Name|Country", "Metz|Mali")
    assert [row.cells["name"] for row in _taken(other, first)[0]] == ["Brest"]
    rows, reader = _taken(first, other, second)
    assert [row.cells["name"] for row in rows] == ["Brest", "Lyon"]
    assert [item.by for item in reader.items[3:]] == ["partners", "", "partners"]


def test_a_table_without_a_required_column_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(LayoutError, match="the column 'Name'"):
        _taken(_table("Country|Since", "France|2017"))
    assert _taken(_table("Country|x", "France|2017"))[0] == []
    alone = _taken(_table("Name|x", "Brest|a"))[0]
    assert [row.cells for row in alone] == [{"name": "Brest", "x": "a"}]


def test_unlisted_columns_are_kept_a_line_a_row_and_empty_ones_by_their_name() -> None:
    assert _told("Brest|12|", "Lyon||", "Metz|13|", header="Name|Budget|Area") == [
        (IssueCode.UNKNOWN_COLUMN, "Area: Area"), (IssueCode.UNKNOWN_COLUMN, "Budget: 12\n13")
    ]  # fmt: skip
    assert _told("Brest|Edit|France", header="Name|Print|Country") == [(IssueCode.UNKNOWN_COLUMN, "Print: Edit")]
    assert _told("Brest||France", header="Name|Print|Country") == []


def test_a_cell_below_no_header_is_kept_unless_it_is_a_sign_or_the_sites() -> None:
    label = "(column without header)"
    assert _told("Brest|x|France", header="Name||Country") == [(IssueCode.UNREAD_TEXT, f"{label}: x")]
    assert _told("Brest|☐|France", "Lyon|Print|Mali", header="Name||Country") == []
    assert _told("Brest|France|2017|y") == [(IssueCode.UNREAD_TEXT, f"{label}: y")]


def test_a_cell_that_spans_columns_stands_in_the_first_of_them() -> None:
    assert _rows("Brest|France|<") == [{"name": "Brest", "land": "France", "year": ""}]
    assert _told("Brest|France|<") == [(IssueCode.AMBIGUOUS_CELLS, "a cell spans columns: France")]
    assert _told("Brest||<", "Lyon|Mali|2018") == []


def test_a_row_of_one_cell_across_the_table_is_a_remark_or_a_paginator() -> None:
    assert _told("Brest|France|2017", "See below|<|<") == [(IssueCode.UNREAD_TEXT, "See below")]
    assert _told("none yet|<|<") == []
    rows, reader = _taken(_table("Name|Country|Since", "Brest|France|2017", "1 2 3|<|<"))
    assert ([row.cells for row in rows], [(each.section, each.pages) for each in reader.more]) == (
        [BREST], [("partners", 3)]
    )  # fmt: skip
    assert [each.detail for each in reader.issues] == ["one of 3 pages; there are no links to the others"]
    assert _told("Brest|France|2017", "1|<|<") == []


def test_a_paginator_below_a_table_says_how_many_pages_it_has() -> None:
    reader = SectionReader(
        divide(page(line("Partners"), _table("Name|Country|Since", "Brest|France|2017"), line("1 2 3 next")), INDEX)
    )
    assert [row.cells for row in take_rows(reader, PARTNERS, COLUMNS)] == [BREST]
    assert [(each.pages, each.links) for each in reader.more] == [(3, [])]


def test_a_tick_in_an_unlisted_column_is_its_text_and_in_a_listed_one_says_nothing() -> None:
    rows = _taken(_table("Name|Country|Active", "Brest|☑|☑"))[0]
    assert [row.cells for row in rows] == [{"name": "Brest", "land": "", "Active": "☑"}]


def test_the_pages_of_a_table_are_addresses_where_they_are_links() -> None:
    pages = Cell("1 2", (line("1 2"),), ("?p=2",))
    table = _table("Name|Country|Since", "Brest|France|2017")
    table = table._replace(rows=(*table.rows, (pages, pages, pages)))
    reader = _taken(table, address="https://atlas.example.org/sheet")[1]
    assert reader.more[0].links == ["https://atlas.example.org/sheet?p=2"]
    assert [each.detail for each in reader.issues] == [
        "one of 2 pages; the others: https://atlas.example.org/sheet?p=2"
    ]


def test_the_links_of_a_row_are_those_of_its_name_of_icons_and_mail() -> None:
    cells = (
        Cell("Brest", (line("Brest"),), ("/brest", "")),
        Cell("France", (line("France"),), ("/map", "MAILTO:a@example.org")),
        Cell("", (), ("/icon",)), Cell("2017", (line("2017"),)), Cell("x", (line("x"),), ("/x",)),
    )  # fmt: skip
    table = _table("Name|Country||Since", "Lyon|Mali||2018")
    rows = _taken(table._replace(rows=(*table.rows, cells)))[0]
    assert [row.links for row in rows] == [(), ("/brest", "MAILTO:a@example.org", "/icon", "/x")]


@pytest.mark.parametrize(
    ("rows", "cells", "is_said"),
    [
        (["Brest|France|2017", "Lyon|2018"], {"name": "Brest", "land": "Lyon", "year": "2018"}, False),
        (["Lyon|2018"], {"name": "Lyon", "year": "2018"}, True),
        (["Brest|France|2017", "Metz|Mali|2016", "Lyon|Mali"], {"name": "Lyon", "land": "Mali"}, False),
        (["Brest|France|2017", "Lyon|Mali", "Metz|2018"], {"name": "Metz", "year": "2018"}, True),
        (["Lyon|Mali"], {"name": "Lyon", "land": "Mali"}, False),
        (["Brest|France|2017", "2018"], {"name": "Brest", "land": "France", "year": "2018"}, False),
    ],
)  # fmt: skip
def test_a_row_that_is_too_short_ends_early_or_a_cell_of_the_row_above_reaches_down(
    rows: list[str], cells: dict[str, str], is_said: bool
) -> None:
    found = _rows(*rows, keeps_short_rows=False)[-1]
    assert {name: text for name, text in found.items() if text} == cells
    assert (_told(*rows, keeps_short_rows=False) != []) is is_said


def test_cells_of_a_table_that_lost_their_places_are_named_by_what_they_are() -> None:
    assert _rows("Brest|2017", "Brest|France|2017", keeps_positions=False) == [{"name": "Brest", "year": "2017"}, BREST]


def test_a_row_that_ends_early_stands_where_it_fits_best() -> None:
    assert _rows("Brest|France") == [{"name": "Brest", "land": "France"}]
    assert _rows("Brest|2017") == [{"name": "Brest", "year": "2017"}]


def test_lines_of_a_table_in_boxes_of_links_are_its_rows() -> None:
    link = line("Brest")._replace(runs=(Run("Brest", "a>", href="/brest"),))
    cell = Cell("Brest", (link,), ("/brest",))
    table = _table("Name|Country|Since")
    rows = _taken(table._replace(rows=(*table.rows, (cell, Cell("France"), Cell("2017")))))[0]
    assert [(row.cells, row.links) for row in rows] == [(BREST, ("/brest",))]
