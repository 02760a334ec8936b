"""What stands around the rows of a table: values above it, a foot below it, and the same rows once more beside it."""

from collections.abc import Sequence

import pytest
from lines import INDEX, PARTNERS, item, line, page

from atlas_scraper.blocks.document import Cell, Line, PageTable, Run
from atlas_scraper.labelling.division import divide
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.tables.columns import Header, PageColumn, find_header
from atlas_scraper.tables.feet import is_row, without_foot
from atlas_scraper.tables.repeated import join_tables, take_repeated
from atlas_scraper.tables.row import Row
from atlas_scraper.tables.titles import with_titles

NAME = PageColumn("name", ("Name",), is_required=True, always_filled=True)
LAND = PageColumn("land", ("Country",))
YEAR = PageColumn("year", ("Since",), fits=str.isdigit, always_filled=True)
COLUMNS = [NAME, LAND, YEAR]


def _table(*rows: str, **more: int) -> PageTable:
    """Make a table of rows such as `Brest|Mali`; a cell `<` is the one before it, which spans both."""
    grid = []
    for row in rows:
        cells: list[Cell] = []
        for text in row.split("|"):
            cells.append(cells[-1] if text == "<" else Cell(text))
        grid.append(tuple(cells))
    return PageTable(tuple(grid), **more)  # type: ignore[arg-type]


def _header(table: PageTable) -> Header:
    header = find_header(table, COLUMNS)
    assert header is not None
    return header


def _reader(*blocks: Line | PageTable) -> SectionReader:
    return SectionReader(divide(page(line("Year"), line("2017"), line("Partners"), *blocks), INDEX))


def _titled(items: Sequence[Item], *rows: str) -> tuple[list[str], list[str]]:
    """Give the rows of a table with what lines above it say, and the lines that say it."""
    table = _table(*rows)
    below = Item(table, table.text)
    titled = with_titles([*items, below], len(items), table, _header(table), COLUMNS)
    assert titled.header == _header(titled.table)
    return ["|".join(cell.text for cell in row) for row in titled.table.rows], [each.text for each in titled.items]


def test_values_above_a_table_are_those_of_all_its_rows() -> None:
    rows, used = _titled([item("Partners"), item("Country : Mali"), item("Since: 2017")], "Name", "Brest", "Lyon")
    assert rows == ["Name|Country|Since", "Brest|Mali|2017", "Lyon|Mali|2017"]
    assert sorted(used) == ["Country : Mali", "Since: 2017"]
    assert _titled([], "Name", "Brest") == (["Name", "Brest"], [])


def test_no_more_lines_above_a_table_are_asked_than_it_lacks_columns() -> None:
    lines = [item("Country : Togo"), item("Country : Mali"), item("Since : 2017")]
    assert _titled(lines, "Name", "Brest") == (
        ["Name|Country|Since", "Brest|Mali|2017"],
        ["Since : 2017", "Country : Mali"],
    )
    assert _titled([item("Since : 2017")], "Name|Country|Since", "Brest|Mali|2018")[1] == []


@pytest.mark.parametrize("last", ["Size : 9", "Since", "Since :", "Since : 2017, Country : Niger", "Name : Brest"])
def test_a_line_that_says_no_value_of_one_lacking_column_ends_them(last: str) -> None:
    assert _titled([item("Country : Mali"), item(last)], "Name", "Brest") == (["Name", "Brest"], [])
    assert _titled([item(last), item("Country : Mali")], "Name", "Brest") == (
        ["Name|Country", "Brest|Mali"],
        ["Country : Mali"],
    )


def test_a_value_of_two_lines_is_one_and_keeps_its_links() -> None:
    runs = (Run("Country", "b>"), Run(" Mali", "a>", "m", True), Run("", "i>", "n"))
    above = Item(Line("Country Mali", runs, (1, 2)), "Country Mali", runs)
    table = _table("Name", "Brest")
    titled = with_titles([above, Item(table, table.text)], 1, table, _header(table), COLUMNS)
    assert titled.table.rows[1][1] == Cell("Mali", links=("m", "n"))
    assert titled.table.rows[0][1].is_header


def test_a_message_over_all_columns_and_what_stands_above_the_header_have_no_value() -> None:
    rows, _ = _titled([item("Since : 2017")], "All|<", "Name|Country", "none yet|<", "Brest|Mali", "Lyon|")
    assert rows == ["All|All|", "Name|Country|Since", "none yet|none yet|", "Brest|Mali|2017", "Lyon||2017"]


def test_a_row_that_is_shorter_than_others_is_one_from_two_cells_on() -> None:
    rows, used = _titled([item("Since : 2017")], "Name|Country|Size", "Brest|Mali", "Total|<", "Lyon|Mali|9")
    assert rows == ["Since|Name|Country|Size", "2017|Brest|Mali", "|Total|Total", "2017|Lyon|Mali|9"]
    assert used == ["Since : 2017"]


def test_a_value_that_no_row_has_been_given_is_kept_for_others() -> None:
    assert _titled([item("Since : 2017")], "Name|Country", "none yet|<")[1] == []
    assert _titled([item("Since : 2017")], "Name|Country")[1] == []


def test_rows_of_a_foot_that_say_nothing_but_the_header_are_none() -> None:
    table = _table("Name|Country", "Brest|Mali", "Total|2", "Name|Country", "|", foot=3)
    below, foot = without_foot(table, _header(table))
    assert [[row[0].text for row in rows] for rows in (below, foot)] == [["Brest"], ["Total"]]
    table = table._replace(foot=0)
    assert without_foot(table, _header(table)) == (table.rows[1:], ())


@pytest.mark.parametrize(
    ("texts", "header", "is_one"),
    [
        (["Lyon", "Mali", "2017"], "Name|Country|Since", True),
        (["Lyon", "", "2017"], "Name|Country|Since", True),
        (["Lyon", "", "2017", "x"], "Name|Country|Since", True),
        (["Lyon", "", "2017", ""], "Name|Country|Since|", True),
        (["Lyon", "Mali", ""], "Name|Country|Since", False),
        (["Lyon", "Mali", "mean"], "Name|Country|Since", False),
        (["", "Mali", "2017"], "Name|Country|Since", False),
        (["Lyon", "Mali"], "Name|Country", False),
    ],
)
def test_a_row_of_the_foot_is_one_where_it_fills_what_each_does_and_one_cell_tells_by_its_kind(
    texts: list[str], header: str, *, is_one: bool
) -> None:
    reader = _reader()
    assert is_row(reader, PARTNERS, texts, _header(_table(header))) is is_one
    said = [f"a row in the foot of its table was read as a row: {' | '.join(filter(None, texts))}"] if is_one else []
    assert [issue.detail for issue in reader.issues] == said


def _row(text: str, *links: str) -> Row:
    name, land = text.split("|")
    return Row({"name": name, "land": land}, links, text)


BREST, LYON = _row("Brest|Mali"), _row("Lyon|Togo")


def _joined(*tables: tuple[bool, list[Row]]) -> tuple[list[Row], list[str]]:
    reader = _reader()
    return join_tables(reader, PARTNERS, tables), [issue.detail for issue in reader.issues]


def test_a_table_that_says_what_another_does_is_read_once_with_the_links_of_both() -> None:
    linked = [_row("Brest|Mali", "b"), _row("Lyon|Togo")]
    assert _joined((True, [BREST, LYON]), (True, linked)) == ([linked[0], LYON], [])
    assert _joined((True, linked), (True, [_row("Brest|Mali", "c"), _row("Lyon|Togo", "l")])) == (
        [linked[0], _row("Lyon|Togo", "l")],
        [],
    )
    assert _joined((True, [BREST]), (True, [LYON, BREST]), (True, linked[::-1]))[0] == [BREST, LYON, linked[0]]


def test_a_single_row_in_two_tables_is_read_once_and_that_is_said() -> None:
    detail = "a row stands in two tables, and was read once: Brest|Mali"
    assert _joined((True, [BREST]), (True, [BREST])) == ([BREST], [detail])


def test_empty_cells_and_the_order_of_columns_make_no_difference() -> None:
    other = Row({"size": "", "land": "Mali", "name": "Brest"}, (), "")
    assert _joined((True, [BREST, LYON]), (True, [other, LYON]))[0] == [BREST, LYON]


def test_rows_without_a_header_of_their_own_are_further_ones() -> None:
    assert _joined((True, [BREST]), (False, [BREST])) == ([BREST, BREST], [])
    assert _joined((True, [BREST])) == ([BREST], [])
    assert _joined((True, []), (True, [])) == ([], [])


def test_a_table_for_each_row_and_one_of_them_all_are_read_once() -> None:
    tables = [(True, [BREST]), (True, [LYON]), (True, [_row("Brest|Mali", "b"), LYON])]
    assert _joined(*tables) == ([_row("Brest|Mali", "b"), LYON], [])
    assert len(_joined(*tables[:2], (True, [BREST, BREST]))[0]) == 4
    assert len(_joined((True, [BREST, LYON, BREST]), (False, [LYON]))[0]) == 4


def _again(rows: Sequence[Row], *said: str) -> tuple[list[Row], bool]:
    """Give rows with what a table beside them adds, and whether that is taken as the same once more."""
    table = _table(*said)
    table = table._replace(rows=tuple((*row[:-1], row[-1]._replace(links=("t",))) for row in table.rows))
    other = item("x")
    taken = take_repeated(_reader(), PARTNERS, COLUMNS, rows, [([other], table, _header(table))])
    return taken, other.by == "partners"


@pytest.mark.parametrize(
    ("said", "is_same"),
    [
        (["Name|Country", "Brest|Mali"], True),
        (["Name|Country", "BREST|mali", "|"], True),
        (["Name", "Brest"], True),
        (["Name|Country|Since", "Brest|Mali|"], True),
        (["Name|Country|Since", "Brest|Mali|-"], True),
        (["Name|Country|", "Brest|Mali|"], True),
        (["Name|Country|Since", "Brest|Mali|2017"], False),
        (["Name|Country", "Brest|"], False),
        (["Name|Country|", "Brest|Mali|x"], False),
        (["Name|Country|Size", "Brest|Mali|"], False),
        (["Name|Country", "Brest|Mali|x"], False),
        (["Name|Country", "Brest|Mali", "Lyon|Togo"], False),
    ],
)
def test_a_table_beside_rows_is_the_same_where_they_say_all_that_it_does(said: list[str], *, is_same: bool) -> None:
    assert _again([BREST], *said) == ([_row("Brest|Mali", "t") if is_same else BREST], is_same)


def test_a_column_that_nobody_has_listed_is_the_same_where_the_rows_have_it() -> None:
    rows = [Row({"name": "Brest", "Size": "9"}, ("b",), "")]
    assert _again(rows, "Name|Size", "Brest|9") == (rows, True)
    assert _again(rows, "Name|Size", "Brest|8") == (rows, False)


def _cards_beside(*texts: str) -> tuple[list[Row], list[str]]:
    boxes = [line(text, "p>", (1, 20 + place)) for place, text in enumerate(texts)]
    reader = _reader(*boxes)
    rates = [PageColumn("one", ("Rate",)), PageColumn("two", ("Rate",))]
    rows = take_repeated(reader, PARTNERS, [NAME, LAND, *rates], [BREST, LYON], [])
    return rows, [each.text for each in reader.items if each.by == "partners"][1:]  # behind the label


def test_cards_beside_rows_that_say_the_same_are_taken_unless_they_are_in_doubt() -> None:
    texts = ["Name : Brest", "Country : Mali", "Name : Lyon", "Country : Togo"]
    assert _cards_beside(*texts) == ([BREST, LYON], texts)
    assert _cards_beside(*texts[:2]) == ([BREST, LYON], [])
    assert _cards_beside("Name : Brest", "Rate : 1", "Rate : 2", "Name : Lyon", "Rate : 3") == ([BREST, LYON], [])
    assert _cards_beside() == ([BREST, LYON], [])
