"""Headers with blanks: which column without a name stands where."""

import pytest

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.tables.columns import PageColumn, find_header

NAME = PageColumn("name", ("Name",), is_required=True)
LEVEL = PageColumn("level", (), fits=str.isdigit, may_lack_header=True)


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        (["|Name|", "|Brest|1", "|Lyon|2"], ["", "name", "level"]),
        (["|Name|", "|Brest|", "|Lyon|2"], ["", "name", "level"]),
        (["|Name|", "1|Brest|", "2|Lyon|"], ["level", "name", ""]),
        (["|Name|", "7|Brest|1", "8|Lyon|2"], ["level", "name", ""]),
        (["|Name|", "|Brest|more"], ["level", "name", ""]),
        (["|Name|", "|Brest|"], ["level", "name", ""]),
        (["||Name|", "|x|Brest|3"], ["", "", "name", "level"]),
        (["☐||Name|", "☐||Brest|3", "☐||Lyon|2"], ["", "", "name", "level"]),
        (["▲|Name|☐", "☑|Brest|3"], ["", "name", "level"]),
        (["Name", "Brest|1"], ["name", "level"]),
    ],
)
def test_a_column_without_a_name_stands_where_its_cells_do(rows: list[str], columns: list[str]) -> None:
    table = PageTable(tuple(tuple(map(Cell, row.split("|"))) for row in rows))
    header = find_header(table, [NAME, LEVEL])
    assert header
    assert [column.name if column else "" for column in header.columns] == columns
