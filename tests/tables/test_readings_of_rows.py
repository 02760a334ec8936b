"""Cells whose columns a rendition has lost, and rows that it has joined: which readings there are."""

import pytest

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.tables.columns import (
    Header,
    PageColumn,
    any_text,
    count_listed,
    find_header,
    match_columns,
)
from atlas_scraper.tables.flat_rows import cut_header, cuts_of, join_free_columns
from atlas_scraper.tables.readings import agreed, count_misfits, describe, likeliest
from atlas_scraper.tables.upright import upright

NAME = PageColumn("name", ("Name",), always_filled=True, is_required=True)
NOTE = PageColumn("note", ("Note",))
YEAR = PageColumn("year", ("Year",), fits=lambda text: len(text) == 4 and text.isdigit())
AMOUNT = PageColumn("amount", ("Amount",), fits=lambda text: text.replace(" ", "").isdigit())
KIND = PageColumn("kind", ("Kind",), fits=lambda text: text in {"loan", "gift", "big gift"}, is_open=True)
GIFT = PageColumn("gift", ("Gift",), fits="gift".__eq__)
ICON = PageColumn("icon", (), may_lack_header=True)
RATES = tuple(PageColumn(name, ("Rate",), fits=str.isdigit) for name in ("one", "two", "three"))


def _table(*rows: str, headers: int = 0, **more: bool) -> PageTable:
    """Make a table of which the first so many rows are headers by the markup's word."""
    return PageTable(
        tuple(
            tuple(Cell(text, is_header=number < headers) for text in row.split("|")) for number, row in enumerate(rows)
        ),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("text", "column", "misfits"),
    [
        ("2017", YEAR, 0), ("town", YEAR, 2), ("loan", KIND, 0), ("town", KIND, 1), ("town", NAME, 0),
        ("2017", NAME, 2),
        ("town 2017", NAME, 2), ("town of 12", NAME, 0), ("2017 town", NAME, 0), ("a b c d 2017", NAME, 2),
    ],
)  # fmt: skip
def test_a_cell_that_does_not_fit_its_column_counts_two_and_one_where_the_vocabulary_is_open(
    text: str, column: PageColumn, misfits: int
) -> None:
    assert count_misfits({0: text}, [column, YEAR]) == misfits


@pytest.mark.parametrize(("words", "misfits"), [("1 2 3 4 5", 2), ("0 1 2 3 4 5", 0)])
def test_an_amount_at_the_end_of_a_text_has_five_words_at_most(words: str, misfits: int) -> None:
    assert count_misfits({0: f"town {words}"}, [NAME, PageColumn("sum", ("Sum",), fits=words.__eq__)]) == misfits


@pytest.mark.parametrize("words", ["big gift", "big-gift", "d'un", "d’un"])
def test_what_is_only_words_is_no_other_cell_at_the_end_of_a_text(words: str) -> None:
    other = PageColumn("other", ("Other",), fits=lambda text: text == words)
    assert count_misfits({0: f"town {words}"}, [NAME, other]) == 0


def test_the_likeliest_reading_has_the_fewest_misfits_and_then_the_most_columns_that_are_always_filled() -> None:
    columns = [NAME, None, NOTE, YEAR]
    assert likeliest([["town", "2017"]], columns) == [{0: "town", 3: "2017"}]
    assert likeliest([["2017", "town"]], columns) == [{0: "2017", 2: "town"}]
    assert likeliest([["a", "b", "c", "d"]], columns) == []
    assert likeliest([["a"]], [NOTE, NOTE]) == [{0: "a"}, {1: "a"}]
    assert likeliest([["a"], ["a"]], [NOTE]) == [{0: "a"}]


def test_what_all_readings_with_the_fewest_cells_say_is_agreed() -> None:
    assert agreed([]) == {}
    assert agreed([{0: "a", 1: "b"}]) == {0: "a", 1: "b"}
    assert agreed([{0: "a", 1: "b"}, {0: "a", 2: "b"}]) == {0: "a"}
    assert agreed([{0: "12 500"}, {0: "12", 1: "500"}]) == {0: "12 500"}


def test_readings_are_described_up_to_six() -> None:
    columns = [NAME, None, YEAR]
    assert describe([{0: "a", 1: "x", 2: "2017"}], columns) == "(name=a; year=2017)"
    six, seven = ([{0: str(number)} for number in range(count)] for count in (6, 7))
    assert describe(six, columns).endswith("or (name=5)")
    assert describe(seven, columns).endswith("or (name=5) or 1 more")


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["Name", "YEAR :"], ["name", "year"]),
        (["Rate", "Rate", "Rate"], ["one", "two", "three"]),
        (["Rate", "", ""], ["one", "two", "three"]),
        (["Rate", "", "Name"], ["one", "two", "name"]),
        (["Name", ""], ["name", "icon"]),
        (["Name"], ["name", "icon"]),
        (["Name", "", "Year"], ["name", "icon", "year"]),
        (["Town", "Name"], ["Town", "name", "icon"]),
        (["Town", "Town"], ["Town", "Town (2)", "icon"]),
        (["name", "Town", "Town", "Town"], ["name", "Town", "Town (2)", "Town (3)", "icon"]),
        (["Name", "Name"], ["name", "Name", "icon"]),
        (["Year", "year"], ["year", "year (2)", "icon"]),
    ],
)
def test_headers_are_matched_to_columns_in_turn(texts: list[str], names: list[str]) -> None:
    columns = [NAME, YEAR, *RATES] + ([ICON] if "icon" in names else [])
    matched = match_columns(texts, columns)
    assert [column.name if column else None for column in matched] == names
    assert [column.is_listed for column in matched if column] == [name in {c.name for c in columns} for name in names]


def test_an_unlisted_column_is_free_and_a_header_tells_which_required_ones_it_lacks() -> None:
    town, name, icon = match_columns(["Town", "Name", ""], [NAME, YEAR])
    assert town is not None
    assert (town.headers, town.fits, town.is_free, icon) == (("Town",), any_text, True, None)
    header = Header((town, name, icon), ("Town", "Name", ""), 0)
    assert (count_listed(header.columns), header.lacks([NAME, YEAR]), header.names_all([NAME])) == (1, [], True)
    assert Header((town,), ("Town",), 0).lacks([NAME, YEAR]) == [NAME]
    assert not header.names_all([NAME, YEAR])


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        (["Name|Year", "a|2017"], 0), (["Town", "Name|Year"], 1), (["x|y", "x|y", "x|y", "Name|Year"], 3),
        (["x|y", "x|y", "x|y", "x|y", "Name|Year"], None), (["Name|x", "Name|Year"], 1),
        (["Name|Year", "Name|Year"], 0),
        (["Name|x", "y|Year"], 0), (["x|y"], None), (["|"], None),
    ],
)  # fmt: skip
def test_the_header_is_the_first_of_four_rows_that_names_most_columns(rows: list[str], row: int | None) -> None:
    header = find_header(_table(*rows), [NAME, YEAR, NOTE])
    assert (header.row if header else None) == row


def test_a_short_header_is_widened_by_the_columns_that_one_of_its_cells_covered() -> None:
    columns = [NAME, *RATES, YEAR]
    rows = "Name|Rate|Year", "a|1|2|3|2017"
    widened = find_header(_table(*rows, keeps_short_rows=False), columns)
    assert widened is not None
    assert widened.texts == ("Name", "Rate", "", "", "Year")
    as_it_is = find_header(_table(*rows), columns)
    assert as_it_is is not None
    assert as_it_is.texts == ("Name", "Rate", "Year")
    other = find_header(_table("Name|Rate|Year", "a|1|2|2017", keeps_short_rows=False), columns)
    assert other is not None
    assert other.texts == ("Name", "Rate", "Year")


def test_an_unlisted_name_that_spans_columns_is_one_column_and_a_sign_is_none() -> None:
    wide = Cell("Town")
    table = PageTable(((Cell("Name"), wide, wide), (Cell("a"), Cell("b"), Cell("c"))))
    header = find_header(table, [NAME])
    assert header is not None
    assert [column.name if column else None for column in header.columns] == ["name", "Town", None]


@pytest.mark.parametrize(
    ("rows", "is_turned"),
    [
        (["Name|a|b", "Year|2017|2018"], True),
        (["Name|a", "Year|2017"], True),
        (["Name", "Year"], False),
        (["Name|a"], False),
        (["Name|Year", "a|2017"], False),
        (["Name|a", "Town|b"], False),
        (["x|a", "Name|b", "Year|c"], True),
        (["Name|Note", "Year|2017"], False),
        (["Name|a|b", "Year|2017"], True),
    ],
)
def test_a_table_whose_first_column_names_columns_is_turned(rows: list[str], is_turned: bool) -> None:
    table = _table(*rows)
    turned, header = upright(table, [NAME, YEAR, NOTE])
    assert (turned is not table) is is_turned
    if is_turned:
        assert header is not None
        assert header.row == 0
        assert turned.rows[0][0].text == rows[0].partition("|")[0]
        assert len({len(row) for row in turned.rows}) == 1


def test_a_table_that_lost_its_positions_is_not_turned() -> None:
    table = _table("Name|a", "Year|2017", keeps_positions=False)
    assert upright(table, [NAME, YEAR])[0] is table


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (["Name|:|a", "Town|:|b"], "Name|Town"),
        (["Town|:|b", "Name|:|a"], "Town|Name"),
        (["Name|:|a"], "Name"),
        (["Name|:|a", "Town||b"], None),
        (["Name|:|a", "Town|:|b|c"], None),
    ],
)
def test_a_column_of_colons_parts_names_from_values(rows: list[str], names: str | None) -> None:
    turned, header = upright(table := _table(*rows), [NAME, NOTE])
    assert header is not None
    assert ("|".join(cell.text for cell in turned.rows[0]) if turned is not table else None) == names


def test_headers_of_the_markup_in_the_first_column_alone_turn_a_table_of_one_row() -> None:
    lying = PageTable(((Cell("Name", is_header=True), Cell("Note")),))
    assert upright(lying, [NAME, NOTE])[0] is not lying
    both = PageTable(((Cell("Name", is_header=True), Cell("Note", is_header=True)),))
    assert upright(both, [NAME, NOTE])[0] is both
    neither = _table("Name|Note")
    assert upright(neither, [NAME, NOTE])[0] is neither


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Name Year", ["name", "year"]), ("Name Town Year", ["name", "Town", "year"]), ("Year", None),
        ("Town", None),
        ("To Name", ["To", "name"]), ("Town of Name", None), ("Name of town", None),
        ("Name in a", ["name", "in a"]), ("", None),
        ("Name abcdef", None), ("Name abcde", ["name", "abcde"]),
    ],
)  # fmt: skip
def test_a_line_is_a_header_where_four_of_ten_letters_name_columns(line: str, names: list[str] | None) -> None:
    matched = cut_header(line, [NAME, YEAR])
    assert ([column.name for column in matched if column] if matched else None) == names


def test_a_header_of_two_words_is_one_name_and_a_header_has_120_words_at_most() -> None:
    two = PageColumn("two", ("Name of it",))
    assert cut_header("Name of it Year", [NAME, two, YEAR]) is None
    assert cut_header("Name of it", [two]) == (two,)
    many = [PageColumn(str(number), ("Rate",)) for number in range(121)]
    assert [cut_header(" ".join(["Rate"] * count), many) is not None for count in (120, 121)] == [True, False]


def test_neighbouring_columns_of_free_text_are_joined() -> None:
    joined = join_free_columns([NAME, NOTE, None, YEAR, NOTE])
    assert [column.name for column in joined] == ["name + note", "year", "note"]
    assert [column.always_filled for column in joined] == [True, False, False]
    assert (joined[0].headers, joined[2] is NOTE) == ((), True)
    assert not join_free_columns([NOTE, NOTE])[0].always_filled


@pytest.mark.parametrize(
    ("line", "cuts"),
    [
        ("2017", ["2017"]),
        ("town hall", ["town hall"]),
        ("town 2017", ["town|2017", "town 2017"]),
        ("2017 town", ["2017|town", "2017 town"]),
        ("town 2017 2018", ["town|2017|2018", "town 2017|2018", "town 2017 2018"]),
        ("a 2017 b 2018", ["a|2017|b|2018", "a|2017|b 2018", "a 2017 b|2018", "a 2017 b 2018"]),
    ],
)
def test_a_joined_row_is_cut_at_cells_that_are_told(line: str, cuts: list[str]) -> None:
    found = cuts_of(line, [NAME, YEAR, NOTE, YEAR])
    assert list(dict.fromkeys("|".join(cut) for cut in found)) == cuts


def test_a_row_has_no_more_cells_than_columns_and_no_text_first_where_no_column_holds_any() -> None:
    assert ["2017", "2018", "2019"] not in cuts_of("2017 2018 2019", [YEAR, YEAR])
    assert cuts_of("town 2017", [YEAR, YEAR]) == []
    assert cuts_of("2017 2018", [YEAR, AMOUNT])[0] == ["2017 2018"]


def test_no_first_word_of_a_cell_is_left_to_the_text_before_it() -> None:
    assert ["town big", "gift"] not in cuts_of(
        "town big gift", [NAME, KIND, PageColumn("g", ("G",), fits="gift".__eq__)]
    )
    land = PageColumn("land", ("Land",), fits=lambda text: text in {"du Congo", "Congo"})
    assert cuts_of("ville du Congo", [NAME, land])[0] == ["ville", "du Congo"]
    assert ["ville du", "Congo"] not in cuts_of("ville du Congo", [NAME, land])


@pytest.mark.parametrize(("count", "is_cut"), [(14, True), (15, False)])
def test_a_cell_that_is_told_has_14_words_at_most(count: int, is_cut: bool) -> None:
    words = " ".join(["w"] * count)
    long = PageColumn("long", ("Long",), fits=words.__eq__)
    assert cuts_of(words, [long]) == ([[words]] if is_cut else [])
    assert ([["a", words]] == cuts_of(f"a {words}", [NAME, long])[:1]) is is_cut


@pytest.mark.parametrize(("count", "is_row"), [(120, True), (121, False)])
def test_a_row_has_120_words_at_most(count: int, is_row: bool) -> None:
    assert bool(cuts_of(" ".join(["w"] * count), [NAME])) is is_row


def test_columns_that_nobody_has_listed_have_names_of_their_own_however_often_a_header_comes() -> None:
    header = ["Phone", "Name", "Phone", "Phone", "Phone (2)", "Phone"]
    names = [column.name for column in match_columns(header, [NAME]) if column]
    assert names == ["Phone", "name", "Phone (2)", "Phone (3)", "Phone (2) (2)", "Phone (4)"]
    assert [column.name for column in match_columns(["Year", "year"], [YEAR]) if column] == ["year", "year (2)"]


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (["Name|||", "a||1|3", "b||2|5"], 1),
        (["Name|||", "a|||3", "b|||5"], 3),
        (["Name|||", "a|1||x", "b|2||y"], 1),
        (["Name|||", "a|1||3", "b|2||5"], 3),
        (["Name|||", "a|2||3", "b|1||5"], 1),
        (["Name|||", "a|1||3", "b|3||5"], 1),
        (["Name|||", "a|1||3"], 1),
        (["Name|||", "a||x|3", "b||y|5"], 3),
    ],
)
def test_of_blank_headers_the_column_without_a_name_has_that_whose_cells_are_of_its_kind(
    rows: list[str], place: int
) -> None:
    level = PageColumn("level", (), fits=str.isdigit, may_lack_header=True)
    header = find_header(_table(*rows), [NAME, level])
    assert header is not None
    assert header.columns.index(level) == place
