"""Tables whose headers stand in their first column: which are turned, and which are not."""

import pytest

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.upright import upright

COLUMNS = [PageColumn(name, (name.capitalize(),)) for name in ("name", "country", "year", "note")]


def _table(*rows: str, keeps_positions: bool = True) -> PageTable:
    """Make a table of rows of cells; a star marks a header."""
    cells = (tuple(Cell(text.strip("*"), is_header="*" in text) for text in row.split("|") if row) for row in rows)
    return PageTable(tuple(cells), keeps_positions=keeps_positions)


@pytest.mark.parametrize(
    ("rows", "width"),
    [
        (["*Name|Brest|Lyon", "*Country|France|Mali"], 2),
        (["Name|Brest|Lyon", "Country|France"], 2),
        (["*Name|Brest|Lyon"], 1),
        (["*Name|Brest"], 1),
        (["*Name", "*Size|9"], 2),
        (["*Name|Brest", "|Lyon"], 2),
        (["*Name|Brest", "", "*Size|9"], 3),
        (["", "*Name|Brest", "*Size|9"], 3),
        (["*Name|Brest", "*Size|*"], 2),
        (["*Name|", "*Country|"], 2),
        (["Name|Country|x", "Country|a|b", "Year|c|d"], 3),
    ],
)
def test_a_table_whose_first_column_names_columns_is_turned(rows: list[str], width: int) -> None:
    table = _table(*rows)
    turned, header = upright(table, COLUMNS)
    assert turned is not table
    assert header is not None
    assert header.row == 0
    assert {len(row) for row in turned.rows} == {width}
    assert turned.rows[0][rows.index("") if "" in rows else 0] == (Cell("") if "" in rows else table.rows[0][0])


@pytest.mark.parametrize(
    "rows",
    [
        ["Name|Country|Year|Note", "Country|Year|Name|x"],
        ["*Name|"],
        ["*Name", "*Country"],
        ["*Name|*Size", "*Brest|Mali"],
        ["*|*", "*Name|Brest"],
        ["Name|Brest", "x|y"],
        ["*x|Name|Brest", "*y|Country|Mali"],
        ["*x|Brest", "*y|Mali"],
        ["Name|Country|x", "Country|a|b"],
        ["Name|Country|Year", "Country|a|b"],
        ["*Name|*Brest|x", "*Size|a|b"],
        ["*Name|Brest", "Size|*9"],
        [],
    ],
)
def test_other_tables_stay_as_they_are(rows: list[str]) -> None:
    table = _table(*rows)
    assert upright(table, COLUMNS)[0] is table


def test_a_table_that_lost_its_empty_cells_is_not_turned() -> None:
    table = _table("*Name|Brest|Lyon", "*Country|France|Mali", keeps_positions=False)
    assert upright(table, COLUMNS)[0] is table
