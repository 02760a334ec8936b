"""Rows that a page writes as cards of lines, or as boxes under a header."""

import pytest

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.items import Item
from atlas_scraper.tables.box_rows import is_alternating, read_boxes
from atlas_scraper.tables.card_entries import ALONE, APART, COLON, begun_by_name
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.line_cards import read_cards

NAME = PageColumn("name", ("Name",), is_required=True)
LAND = PageColumn("land", ("Country", "Land of it"))
YEAR = PageColumn("year", ("Year",), fits=str.isdigit)
RATES = PageColumn("one", ("Rate",)), PageColumn("two", ("Rate",))
MAIL = PageColumn("mail", (), fits=lambda text: "@" in text, may_lack_header=True)
COLUMNS = [NAME, LAND, YEAR]

LineOf = tuple[str, list[Item]]


def _line(text: str, mark: str = "p>", path: tuple[int, ...] = (1, 2), *, is_heading: bool = False) -> LineOf:
    """Make a line; a bar parts its stretches, of which the first is marked as it is and others plainly."""
    head, *rest = text.split("|")
    runs = (Run(head, mark), *(Run(part, "p>") for part in rest))
    whole = "".join(run.text for run in runs)
    return whole, [Item(Line(whole, runs, path, is_heading=is_heading), whole, runs)]


def _lines(*texts: str, mark: str = "p>", path: tuple[int, ...] = (1, 2)) -> list[LineOf]:
    """Make lines; a star says that a line is marked as names are."""
    return [_line(text.removeprefix("*"), "b>i" if text.startswith("*") else mark, path) for text in texts]


def _rows(lines: list[LineOf], columns: list[PageColumn] | None = None) -> list[list[str]] | None:
    cards = read_cards(lines, columns or COLUMNS)
    return [[cell.text for cell in row] for row in cards.table.rows] if cards else None


@pytest.mark.parametrize(
    ("text", "way", "header", "rest"),
    [
        ("Name", ALONE, "Name", []), ("NAME :", ALONE, "NAME", []), ("Name : Brest", COLON, "Name", ["Brest"]),
        ("Name|Brest", APART, "Name", ["Brest"]), ("Name :| Brest", APART, "Name", ["Brest"]),
        ("Land| of it| Brest", APART, "Land of it", ["Brest"]), ("Name|: Brest", APART, "Name", ["Brest"]),
        ("Name| |Brest", APART, "Name", ["Brest"]), ("Name :", ALONE, "Name", []),
    ],
)  # fmt: skip
def test_a_line_begins_a_cell_by_the_name_of_a_column(text: str, way: str, header: str, rest: list[str]) -> None:
    begun = begun_by_name(_line(text), COLUMNS)
    assert begun is not None
    assert (begun.way, begun.header, begun.texts) == (way, header, rest)


@pytest.mark.parametrize("text", ["Town", "Town : Name", "Name|Country", "Name Brest", "", "Name|Brest|Year"])
def test_other_lines_begin_no_cell(text: str) -> None:
    assert begun_by_name(_line(text), COLUMNS) is None


@pytest.mark.parametrize(("parts", "is_name"), [(8, True), (9, False)])
def test_a_name_is_cut_into_eight_stretches_at_most(parts: int, is_name: bool) -> None:
    long = PageColumn("long", ("abcdefghi"[:parts],))
    assert (begun_by_name(_line("|".join([*"abcdefghi"[:parts], " x"])), [long]) is not None) is is_name


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        (["Name : Brest", "Country : France", "Name : Lyon", "Country : Mali"],
         [["Name", "Country"], ["Brest", "France"], ["Lyon", "Mali"]]),
        (["Name : Brest", "Name : Lyon", "Country : Mali"], [["Name", "Country"], ["Brest", ""], ["Lyon", "Mali"]]),
        (["Name : Brest", "Town : x"], [["Name", "Town"], ["Brest", "x"]]),
        (["Name : Brest", "Town : x."], [["Name", "Town"], ["Brest", "x."]]),
        (["Name : Brest", "- Town : x"], None),
        (["Name : Brest", "- Town : x", "Year : 1"], [["Name", "Year"], ["Brest - Town : x", "1"]]),
        (["x", "y", "Name : Brest"], None),
        (["x", "Name : Brest"], None),
        (["Town"], None),
        (["Name", "Brest", "Country", "France"], [["Name", "Country"], ["Brest", "France"]]),
        (["Name", "Country"], [["Name", "Country"], ["", ""]]),
        (["Name", "Brest"], None),
        (["Name", "Brest", "Lyon"], None),
        (["*Name", "Brest", "*Country", "France"], [["Name", "Country"], ["Brest", "France"]]),
        (["*Name", "Brest", "*Town", "x"], [["Name", "Town"], ["Brest", "x"]]),
        (["*Name|Brest", "*Town|x"], [["Name", "Town"], ["Brest", "x"]]),
        (["*Name", "Brest", "Lyon", "*Country", "Mali"], None),
        (["*Name", "a", "*Country", "b", "*Year", "1", "*Name", "c", "d", "*Year", "2"],
         [["Name", "Country", "Year"], ["a", "b", "1"], ["c d", "", "2"]]),
        (["*Name|- Brest", "*Country|- France"], [["Name", "Country"], ["Brest", "France"]]),
        (["*Name|- Brest", "*Country|France"], [["Name", "Country"], ["- Brest", "France"]]),
    ],
)  # fmt: skip
def test_lines_are_cards_where_each_begins_with_a_name(texts: list[str], rows: list[list[str]] | None) -> None:
    assert _rows(_lines(*texts)) == rows


def test_the_first_known_name_stands_within_three_lines() -> None:
    texts = ["*Town|x", "*Zone|y", "*Name|Brest", "*Country|Mali"]
    assert _rows(_lines(*texts)) == [["Town", "Zone", "Name", "Country"], ["x", "y", "Brest", "Mali"]]
    assert _rows(_lines("*Area|z", *texts)) is None


@pytest.mark.parametrize(("long", "are_cards"), [(1, True), (2, False)])
def test_a_quarter_of_the_values_may_be_several_lines_where_names_stand_alone(long: int, are_cards: bool) -> None:
    texts = ["*Name", "a", "*Country", "b", "*Name", "c", "*Country", "d"]
    for place in (2, 5)[:long]:
        texts.insert(place, "more")
    assert (_rows(_lines(*texts)) is not None) is are_cards


def test_a_header_with_rows_below_it_is_no_card() -> None:
    assert _rows(_lines("Name", "Brest", "Lyon", "Paris")) is None
    assert _rows(_lines("*Name|Brest", "x", "y")) is None


def test_boxes_are_cards_where_names_come_again_in_others() -> None:
    lines = [
        _line("Name : Brest", path=(1, 2)), _line("x", path=(1, 2)), _line("Name : Lyon", path=(1, 3)),
        _line("Country : Mali", path=(1, 3)), _line("Beyond", path=(1, 4)),
    ]  # fmt: skip
    cards = read_cards(lines, COLUMNS)
    assert cards is not None
    assert [[cell.text for cell in row] for row in cards.table.rows] == [
        ["Name", "Country"], ["Brest x", ""], ["Lyon", "Mali"]
    ]  # fmt: skip
    assert [text for text, _ in cards.used] == ["Name : Brest", "x", "Name : Lyon", "Country : Mali"]


def test_equal_names_that_a_card_does_not_all_have_are_in_doubt() -> None:
    columns = [NAME, *RATES]
    cards = read_cards(_lines("Name : a", "Rate : 1", "Rate : 2", "Name : b", "Rate : 3"), columns)
    assert cards is not None
    assert [[cell.text for cell in row] for row in cards.table.rows] == [
        ["Name", "Rate", "Rate"], ["a", "1", "2"], ["b", "", ""]
    ]  # fmt: skip
    assert cards.doubtful == ["one of several columns of that name: Rate: 3"]


def test_a_text_without_a_name_stands_in_the_column_that_may_lack_one() -> None:
    columns = [NAME, LAND, MAIL]
    assert _rows(_lines("Name : a", "a@example.org", "Name : b"), columns) == [
        ["Name", ""],
        ["a", "a@example.org"],
        ["b", ""],
    ]
    texts = "Name : a", "Year : 1", "a at example.org", "Name : b"
    assert _rows(_lines(*texts), [*COLUMNS, MAIL]) == [["Name", "Year"], ["a", "1 a at example.org"], ["b", ""]]


def test_what_counts_the_cards_begins_each_and_says_nothing_of_it() -> None:
    lines = _lines("Row 1", "Name : Dosso", "Row 2", "Country : Mali", "Row 3", "Name : Brest")
    cards = read_cards(lines, COLUMNS)
    assert cards is not None
    assert [[cell.text for cell in row] for row in cards.table.rows[1:]] == [["Dosso", ""], ["", "Mali"], ["Brest", ""]]
    assert cards.used == lines


def test_a_heading_of_each_card_stands_for_the_column_that_none_names() -> None:
    def heading(text: str) -> LineOf:
        return _line(text, "h4>", is_heading=True)

    lines = [heading("Brest"), *_lines("Country : Mali", "Year : 1"), heading("Lyon"), *_lines("Country : Togo")]
    assert _rows(lines) == [["Name", "Country", "Year"], ["Brest", "Mali", "1"], ["Lyon", "Togo", ""]]


def _boxes(*rows: str, header: tuple[int, ...] = (1,)) -> list[LineOf]:
    number = iter(range(10, 99))
    lines = []
    for row in rows:
        box = (*header, next(number))
        lines += [_line(text, path=(*box, next(number))) for text in row.split("|")]
    return lines


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        (["Name|Country", "Brest|Mali", "Lyon"], [["Brest", "Mali"], ["Lyon"]]),
        (["Name|Country"], []),
        (["Name|Country", "Name|Country", "Brest|Mali"], [["Brest", "Mali"]]),
        (["Name|Country", "Name|Country"], []),
        (["Name|Country", "Name|Brest"], None),
        (["Name|Town", "Brest|x"], None),
        (["Name|Town|Country", "Brest|x|Mali"], None),
        (["Name|Country|Town", "Brest|Mali|x"], [["Brest", "Mali", "x"]]),
        (["Name|Country|a|b", "c|d|e|f"], [["c", "d", "e", "f"]]),
        (["Name|Country|a|b|x", "c|d|e|f|g"], None),
        (["Town|Zone", "Brest|x"], None),
    ],
)
def test_boxes_in_rows_under_a_header_are_rows(rows: list[str], texts: list[list[str]] | None) -> None:
    read = read_boxes(_boxes(*rows), COLUMNS)
    assert ([cells for cells, _ in read[1]] if read else None) == texts


def test_lines_of_one_box_or_of_none_are_no_boxes() -> None:
    assert read_boxes(_lines("Name", "Country", "Brest", "Mali"), COLUMNS) is None
    assert read_boxes(_lines("Name", "Country", path=()), COLUMNS) is None
    assert read_boxes(_boxes("Name|Country")[:1], COLUMNS) is None


def test_what_stands_outside_the_box_of_the_header_or_in_no_cell_is_no_row() -> None:
    lines = [*_boxes("Name|Country", "Brest|Mali"), _line("Beyond", path=(2, 90, 91)), _line("Below", path=(1, 92))]
    read = read_boxes(lines, COLUMNS)
    assert read is not None
    assert ([cells for cells, _ in read[1]], [text for text, _ in read[2]]) == (
        [["Brest", "Mali"]],
        ["Name", "Country", "Brest", "Mali"],
    )


def test_an_unlisted_name_is_used_where_there_are_rows() -> None:
    for rows, used in ((["Name|Country|Town"], 2), (["Name|Country|Town", "a|b|c"], 6)):
        read = read_boxes(_boxes(*rows), COLUMNS)
        assert read is not None
        assert len(read[2]) == used


def test_lines_of_one_cell_are_one_text() -> None:
    lines = [*_boxes("Name|Country"), _line("Brest", path=(1, 80, 81)), _line("Lyon", path=(1, 80, 81))]
    read = read_boxes([*lines, _line("Mali", path=(1, 80, 82))], COLUMNS)
    assert read is not None
    assert [cells for cells, _ in read[1]] == [["Brest Lyon", "Mali"]]


@pytest.mark.parametrize(
    ("columns", "takes_turns"),
    [([NAME, None], True), ([NAME, None, LAND, None], True), ([NAME, LAND], False), ([None, NAME], False),
     ([NAME, None, None], False), ([NAME, PageColumn("x", ("x",), is_listed=False)], True)],
)  # fmt: skip
def test_names_and_values_in_turns_are_a_card(columns: list[PageColumn | None], takes_turns: bool) -> None:
    assert is_alternating(columns) is takes_turns


@pytest.mark.parametrize(
    ("title", "below", "rows"),
    [
        ((1, 2, 3), (1, 5), [["Name", "Country"], ["Brest", "Mali"]]),
        ((1, 2, 3), (1, 2, 5), [["Name", "Country", "Changed"], ["Brest", "Mali", "May"]]),
        ((1, 3), (1, 5), [["Name", "Country", "Changed"], ["Brest", "Mali", "May"]]),
        ((), (1, 5), [["Name", "Country", "Changed"], ["Brest", "Mali", "May"]]),
    ],
)
def test_what_follows_outside_the_box_of_the_title_is_no_cell(
    title: tuple[int, ...], below: tuple[int, ...], rows: list[list[str]]
) -> None:
    lines = [*_lines("Name : Brest", "Country : Mali", path=(1, 2, 4)), _line("Changed : May", path=below)]
    cards = read_cards(lines, COLUMNS, title=title)
    assert cards is not None
    assert [[cell.text for cell in row] for row in cards.table.rows] == rows


def test_what_follows_outside_the_box_of_the_title_fills_no_empty_cell() -> None:
    lines = [*_lines("Name : Brest", "Country :", path=(1, 2, 4)), *_lines("Send", "Changed : May", path=(1, 5))]
    cards = read_cards(lines, COLUMNS, title=(1, 2, 3))
    assert cards is not None
    assert [[cell.text for cell in row] for row in cards.table.rows] == [["Name", "Country"], ["Brest", ""]]


def test_names_of_columns_outside_the_box_of_the_title_still_begin_cells() -> None:
    lines = [*_lines("Name : Brest", path=(1, 2, 4)), *_lines("Country : Mali", path=(1, 5))]
    cards = read_cards(lines, COLUMNS, title=(1, 2, 3))
    assert cards is not None
    assert [[cell.text for cell in row] for row in cards.table.rows] == [["Name", "Country"], ["Brest", "Mali"]]
