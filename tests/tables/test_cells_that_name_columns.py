"""Cells that say something by the names of other columns: in which column it is read, and what is said of it."""

import re

import pytest
from lines import INDEX, PARTNERS, line, page

from atlas_scraper.blocks.document import Cell, Line, PageTable, Run
from atlas_scraper.labelling.division import divide
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.tables.columns import Header, PageColumn, find_header
from atlas_scraper.tables.named_parts import with_named_parts

NAME = PageColumn("name", ("Name",), is_required=True)
LAND = PageColumn("land", ("Country",))
YEAR = PageColumn("year", ("Since",), fits=str.isdigit)
MAIL = PageColumn("mail", ("Mail",), fits=lambda text: "@" in text, may_lack_header=True)
RATES = [PageColumn(name, ("Rate",)) for name in ("one", "two", "three")]
COLUMNS = [NAME, LAND, YEAR]
ICON = "!"


def _cell(text: str, number: int) -> Cell:
    """Make a cell of lines that slashes part, or a plus where they share a block.

    Of their stretches, which bars part, a star marks those of names.

    A stretch of an exclamation mark is an icon that leads somewhere.
    """
    lines = []
    block = 100 * number
    for said in re.split(" (?=[/+] )", text) if text else []:
        block += said.startswith("/ ")
        runs = tuple(
            Run("", "a>", "i")
            if part == ICON
            else Run(part.removeprefix("*"), "b>i" if part.startswith("*") else "td>")
            for part in said.removeprefix("/ ").removeprefix("+ ").split("|")
        )
        lines.append(Line("".join(run.text for run in runs), runs, (1, number, block), block))
    links = tuple(run.href for each in lines for run in each.runs if run.href)
    return Cell(" ".join(each.text for each in lines if each.text), tuple(lines), links)


Row = list[str]


def _table(*rows: Row, foot: int = 0) -> PageTable:
    """Make a table; a cell `<` is the one before it, which spans both."""
    grid = []
    for number, row in enumerate(rows):
        cells: list[Cell] = []
        for place, text in enumerate(row):
            cells.append(cells[-1] if text == "<" else _cell(text, 10 * number + place))
        grid.append(tuple(cells))
    return PageTable(tuple(grid), foot=foot)


def _named(
    *rows: Row, columns: list[PageColumn] | None = None, foot: int = 0
) -> tuple[PageTable, Header, SectionReader]:
    reader = SectionReader(divide(page(line("Year"), line("2017"), line("Partners")), INDEX))
    table, columns = _table(*rows, foot=foot), columns or COLUMNS
    header = find_header(table, columns)
    assert header is not None
    return (*with_named_parts(reader, PARTNERS, table, header, columns), reader)


def _rows(*rows: Row, columns: list[PageColumn] | None = None, foot: int = 0) -> list[str]:
    """Give the rows below the header, under which nothing is in doubt."""
    table, header, reader = _named(*rows, columns=columns, foot=foot)
    assert reader.issues == []
    return ["|".join(cell.text for cell in row) for row in table.rows[header.row + 1 :]]


def _said(*rows: Row, columns: list[PageColumn] | None = None, foot: int = 0) -> tuple[list[str], list[str]]:
    """Give the rows below the header, and what is said of them."""
    table, header, reader = _named(*rows, columns=columns, foot=foot)
    rest = table.rows[header.row + 1 :]
    return ["|".join(cell.text for cell in row) for row in rest], [issue.detail for issue in reader.issues]


TWO = ["Name", "Country"]


def test_what_a_cell_says_by_name_is_read_in_the_column_of_that_name() -> None:
    assert _rows(TWO, ["Brest / Country: Mali", ""], ["Lyon", "Togo"]) == ["Brest|Mali", "Lyon|Togo"]
    assert _rows(TWO, ["Brest / Country: mali", "Mali"]) == ["Brest|Mali"]
    assert _rows(TWO, ["Brest / Country: Mali", "-"]) == ["Brest|Mali"]


def test_a_name_with_a_colon_and_no_value_is_part_of_no_other() -> None:
    for value in ("", " -"):
        assert _rows(TWO, [f"Brest / Country:{value}", "Mali"]) == ["Brest|Mali"]
        assert _rows(TWO, [f"Brest / Country:{value}", "-"]) == ["Brest|-"]
    assert _rows(TWO, ["Brest / Country", "Mali"]) == ["Brest Country|Mali"]


def test_a_row_without_a_second_cell_has_one_where_its_first_names_it() -> None:
    assert _rows(TWO, ["Brest / Country: Mali"]) == ["Brest|Mali"]


def test_a_table_whose_cells_name_nothing_stays_as_it_is() -> None:
    table, header, _ = _named(TWO, ["Brest / more", "Mali"])
    assert (table.rows, header.texts) == (_table(TWO, ["Brest / more", "Mali"]).rows, ("Name", "Country"))


def test_a_column_that_the_table_lacks_is_added_for_all_rows_that_are_not_shorter_than_the_header() -> None:
    table, header, _ = _named(TWO, ["Brest / Since: 2017", "Mali"], ["Lyon", "Togo"], ["none"])
    assert [len(row) for row in table.rows] == [2, 3, 3, 1]
    assert (header.columns, header.texts) == ((NAME, LAND, YEAR), ("Name", "Country", "Since"))
    assert [row[2] for row in table.rows[1:3]] == [Cell("2017"), Cell("")]
    assert _rows(TWO, ["All / Since: 2017", "Mali"], ["Brest", "Togo"])[0] == "All|Mali|2017"


def test_a_column_that_nobody_has_listed_is_added_by_its_own_name() -> None:
    table, header, _ = _named(TWO, ["Brest / *Country| Mali / *Size| 9", ""])
    assert [cell.text for cell in table.rows[1]] == ["Brest", "Mali", "9"]
    added = header.columns[2]
    assert added is not None
    assert (added.name, added.is_listed, header.texts) == ("Size", False, ("Name", "Country", "Size"))


def test_a_column_beyond_the_names_of_a_header_has_an_empty_one() -> None:
    _, header, _ = _named(TWO, ["Brest / Since: 2017", "Mali", "a@b"], columns=[*COLUMNS, MAIL])
    assert (header.columns, header.texts) == ((NAME, LAND, MAIL, YEAR), ("Name", "Country", "", "Since"))


def test_a_cell_names_a_column_without_a_header_by_what_that_is() -> None:
    columns = [*COLUMNS, MAIL]
    assert _rows(["Name", "Country", ""], ["Brest / Country: Mali / a@b", "", ""], columns=columns) == [
        "Brest|Mali|a@b"
    ]


def test_a_value_that_differs_from_that_of_its_column_is_said_and_not_read() -> None:
    detail = "a cell says something else of 'Country': Togo, in Brest Country: Togo"
    assert _said(TWO, ["Brest / Country: Togo", "Mali"]) == (["Brest|Mali"], [detail])


def test_what_no_name_tells_of_behind_a_value_is_said() -> None:
    rows, said = _said(TWO, ["Brest / Country: Mali / more", ""])
    assert rows == ["Brest|Mali"]
    assert said == ["a cell says what belongs to no column: more, in Brest Country: Mali more"]
    rows, said = _said(TWO, ["Brest / *Country / Mali / Togo", ""])
    assert rows == ["Brest|"]
    assert said == ["a cell says something else of 'Country': Mali Togo, in Brest Country Mali Togo"]


def test_a_value_of_several_lines_is_one_where_a_line_break_parts_them_or_its_column_says_the_same() -> None:
    assert _rows(TWO, ["Brest / *Country| Mali + Niger + Togo", ""]) == ["Brest|Mali Niger Togo"]
    assert _rows(TWO, ["Brest / *Country / Mali", ""]) == ["Brest|Mali"]
    assert _rows(TWO, ["Brest / *Country / Mali / Togo", "Mali Togo"]) == ["Brest|Mali Togo"]
    assert _rows(TWO, ["Brest / more / Country: Mali", ""]) == ["Brest more|Mali"]


def test_a_column_without_a_name_is_named_by_no_cell() -> None:
    assert _rows(["Name", "Country", ""], ["Brest / Since: 2017", "Mali", "x"]) == ["Brest|Mali|x|2017"]


def test_links_go_with_what_is_said_by_name() -> None:
    table, _, _ = _named(TWO, ["Brest / *Country|Mali|!", ""], ["Lyon / *Country|Togo|!", "Togo"])
    assert [[cell.links for cell in row] for row in table.rows[1:]] == [[(), ("i",)], [(), ("i",)]]
    table, _, _ = _named(TWO, ["Brest|! / *Country|Mali", ""])
    assert [cell.links for cell in table.rows[1]] == [("i",), ()]
    kept = Cell("Mali", links=("k",))
    grid = _table(TWO, ["Brest / *Country|Mali|!", ""])
    grid = grid._replace(rows=(grid.rows[0], (grid.rows[1][0], kept)))
    reader = SectionReader(divide(page(line("Partners")), INDEX))
    header = find_header(grid, COLUMNS)
    assert header is not None
    assert with_named_parts(reader, PARTNERS, grid, header, COLUMNS)[0].rows[1][1] == kept


def test_a_name_within_a_line_is_one_where_its_column_says_the_same_or_is_of_the_kind() -> None:
    three = ["Name", "Country", "Since"]
    assert _rows(three, ["Brest |*Country| Mali", "Mali", ""]) == ["Brest|Mali|"]
    assert _rows(three, ["Brest |*Since| 2017", "", ""]) == ["Brest||2017"]
    assert _rows(three, ["Brest |*Country| Mali", "", ""]) == ["Brest Country Mali||"]
    assert _rows(three, ["Brest |*Since| long", "", ""]) == ["Brest Since long||"]
    assert _rows(three, ["Brest |*Country| Togo", "Mali", ""]) == ["Brest Country Togo|Mali|"]
    assert _rows(three, ["Brest |*Country", "Mali", ""]) == ["Brest Country|Mali|"]


def test_several_columns_of_a_name_are_told_by_their_number() -> None:
    head, columns = ["Name", "Rate", "Rate", "Rate"], [NAME, *RATES]
    assert _rows(head, ["Brest / Rate: 1 / Rate: 2 / Rate: 3", "", "", ""], columns=columns) == ["Brest|1|2|3"]
    assert _rows(head, ["Brest", "", "2 / Rate: 1 / Rate: 3", ""], columns=columns) == ["Brest|1|2|3"]
    assert _rows(head, ["Brest", "*Rate|1", "", ""], columns=columns) == ["Brest|1||"]
    rows, said = _said(head, ["Brest / Rate: 1 / Rate: 2", "", "", ""], columns=columns)
    assert rows == ["Brest|||"]
    assert said == [f"a cell says something else of 'Rate': {n}, in Brest Rate: 1 Rate: 2" for n in (1, 2)]
    rows, said = _said(head, ["Brest / Rate: 1", "7", "", ""], columns=columns)
    assert (rows, len(said)) == (["Brest|7||"], 1)


def test_several_columns_of_a_name_that_cells_add_beside_one_of_the_table_are_doubtful() -> None:
    head, columns = ["Name", "Rate"], [NAME, *RATES]
    rows, said = _said(head, ["Brest / Rate: 1 / Rate: 2", "7"], ["Lyon / Rate: 3 / Rate: 4", ""], columns=columns)
    assert rows == ["Brest|7|1|2", "Lyon||3|4"]
    assert said == ["of the columns 'Rate' some stand in the rows and some below them; it is not told which"]


def test_what_a_cell_alone_in_its_row_says_is_of_the_row_above() -> None:
    assert _rows(TWO, ["Brest", ""], ["Country: Mali", ""]) == ["Brest|Mali"]
    assert _rows(TWO, ["Brest", "Mali"], ["Since: 2017", "<"], ["Lyon", "Togo"]) == ["Brest|Mali|2017", "Lyon|Togo|"]
    assert _rows(TWO, ["Brest", ""], ["*Country|Mali", "<"], ["Since: 2017", "<"]) == ["Brest|Mali|2017"]
    assert _rows(TWO, ["Brest"], ["Country: Mali", ""]) == ["Brest|Mali"]
    assert _rows(TWO, ["Brest", ""], ["Lyon", ""], ["Country: Mali", ""]) == ["Brest|", "Lyon|Mali"]
    assert _rows(TWO, ["Brest", ""], ["Other / Country: Mali"]) == ["Brest|", "Other|Mali"]


def test_such_a_row_that_says_something_else_is_a_row_of_its_own_and_in_doubt() -> None:
    rows, said = _said(TWO, ["Brest", "Mali"], ["Country: Togo", ""])
    assert rows == ["Brest|Mali", "|Togo"]
    assert said == ["a row of names and values may be of the row above: Country: Togo"]
    rows, said = _said(TWO, ["Brest", ""], ["Lyon / Country: Togo", ""])
    assert (rows, said) == (["Brest|", "Lyon|Togo"], [])
    rows, said = _said(TWO, ["Brest", "Mali"], ["Name: Lyon / Country: Togo", ""])
    assert (rows, said) == (["Brest|Mali", "Lyon|Togo"], [])


def test_rows_that_all_are_one_cell_and_begin_with_the_same_name_are_none_of_those_above() -> None:
    cards = (["*Country|Mali / *Since|2017", "<"], ["*Country|Togo / *Since|2016", "<"])
    assert _rows(TWO, *cards) == ["|Mali|2017", "|Togo|2016"]
    assert _rows(TWO, ["*Country|Mali", "<"], ["", ""], cards[1]) == ["|Mali|", "||", "|Togo|2016"]
    _, said = _said(TWO, *cards, ["*Since|2015 / *Country|Mali", "<"])
    assert len(said) > 0
    _, said = _said(TWO, ["Brest", "Mali"], *cards)
    assert len(said) > 0


def test_a_first_row_and_a_row_of_the_foot_have_none_above() -> None:
    assert _rows(TWO, ["Country: Mali", ""], ["Brest", ""]) == ["|Mali", "Brest|"]
    assert _rows(TWO, ["Brest", ""], ["Country: Mali", ""], foot=1) == ["Brest|", "|Mali"]


def test_unlisted_names_alone_are_of_no_row_above() -> None:
    rows, _ = _said(["Name", "Size"], ["Brest", ""], ["*Size|9 / *Depth|8", "<"])
    assert rows == ["Brest||", "|9|8"]


def test_words_above_the_names_of_a_row_that_spans_the_table_are_kept() -> None:
    for text, kept in (("Other", ["Other"]), ("Sheet", [])):
        table, _, reader = _named(TWO, ["Brest", ""], [f"{text} / Country: Mali", "<"])
        assert [cell.text for cell in table.rows[1]] == ["Brest", "Mali"]
        assert [each.text for each in reader.unread] == kept
    within = "Other Country Mali"
    assert _rows(TWO, ["Brest", ""], ["Other |*Country| Mali", "<"]) == ["Brest|", f"{within}|{within}"]


@pytest.mark.parametrize(
    ("links", "below", "given"),
    [((), ("i",), ("i",)), (("k",), ("i",), ("k",)), ((), (), ())],
)
def test_an_icon_in_a_row_below_is_of_what_the_row_above_is_about(
    links: tuple[str, ...], below: tuple[str, ...], given: tuple[str, ...]
) -> None:
    grid = _table(TWO, ["Brest", ""], [("! / " if below else "") + "Country: Mali", "<"])
    grid = grid._replace(rows=(grid.rows[0], (grid.rows[1][0]._replace(links=links), grid.rows[1][1]), grid.rows[2]))
    reader = SectionReader(divide(page(line("Partners")), INDEX))
    header = find_header(grid, COLUMNS)
    assert header is not None
    table, _ = with_named_parts(reader, PARTNERS, grid, header, COLUMNS)
    assert (table.rows[1][0].links, table.rows[1][1].text, len(table.rows)) == (given, "Mali", 2)


def test_an_icon_in_a_row_below_is_of_no_other_where_the_row_above_has_its_own() -> None:
    table, _, _ = _named([*TWO, ""], ["Brest", "", "!"], ["! / Country: Mali", "<", "<"])
    assert [(cell.text, cell.links) for cell in table.rows[1]] == [("Brest", ()), ("Mali", ()), ("", ("i",))]


def test_a_row_that_lacks_as_many_cells_as_its_first_names_has_the_others_in_their_places() -> None:
    head, columns = ["Name", "Country", "Since"], COLUMNS
    assert _rows(head, ["Brest / Country: Mali", "2017"], columns=columns) == ["Brest|Mali|2017"]
    assert _rows(head, ["Brest / Since: 2017", "Mali"], columns=columns) == ["Brest|Mali|2017"]
    assert _rows(head, ["Brest / Country: Mali / Since: 2017"], columns=columns) == ["Brest|Mali|2017"]
    rows, said = _said(head, ["Brest", "Mali / Since: 2017"], columns=columns)
    assert (rows, said) == (["Brest|Mali|2017"], [])
    rows, said = _said(head, ["Brest / Country: Mali / Since: 2017", "Togo"], columns=columns)
    assert (rows, len(said)) == (["Brest|Togo|2017"], 1)


def test_a_cell_that_spans_others_stands_in_its_first_column() -> None:
    assert _rows(["Name", "Country", "Since"], ["Brest / Since: 2017", "<", ""], ["Lyon", "Mali", ""]) == [
        "Brest||2017",
        "Lyon|Mali|",
    ]
