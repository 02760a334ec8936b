"""Lines of boxes that stand in no rows: which grid they are by the numbers of their boxes, and which are none."""

import pytest

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.items import Item
from atlas_scraper.tables.card_actions import Action
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.loose_grids import read_loose_grid

NAME = PageColumn("name", ("Name",), is_required=True)
LAND = PageColumn("land", ("Country",))
YEAR = PageColumn("year", ("Year",), fits=lambda text: text.isdigit() and len(text) == 4)
KIND = PageColumn("kind", ("Kind",), fits=lambda text: text in {"loan", "gift"}, is_open=True)
COLUMNS = [NAME, LAND, YEAR]

LineOf = tuple[str, list[Item]]


def _line(
    text: str, path: tuple[int, ...], mark: str = "p>", href: str | None = None, *, button: bool = False
) -> LineOf:
    runs = (Run(text, mark, href=href, interactive=button),)
    return text, [Item(Line(text, runs, path), text, runs)]


def _straight(texts: str, *, marked: int = 0, box: tuple[int, ...] = (1, 2)) -> list[LineOf]:
    """Make boxes straight in one, written as `Name|Country|Brest|`; so many are marked apart, empty ones no line."""
    return [
        _line(text, (*box, 10 + place), "h>" if place < marked else "p>")
        for place, text in enumerate(texts.split("|"))
        if text
    ]


def _columns(*texts: str, body: bool = False, deep: int = 1) -> list[LineOf]:
    """Make a box for each column, written as `Name|Brest|Lyon`; its cells may stand in a body, and in so many boxes."""
    lines, number = [], 10
    for column in texts:
        around: tuple[int, ...] = (1, 2, number)
        head, *cells = column.split("|")
        number += 1
        lines.append(_line(head, (*around, number)))
        if body:
            number += 1
            around = (*around, number)
        for cell in cells:
            number += 1
            box = (*around, number)
            number += deep - 1
            if cell:
                lines.append(_line(cell, (*box, *range(number - deep + 2, number + 1))))
        number += 1
    return lines


def _read(lines: list[LineOf], columns: list[PageColumn] | None = None) -> list[str] | None:
    grid = read_loose_grid(lines, columns or COLUMNS)
    return ["|".join(cell.text for cell in row) for row in grid.table.rows] if grid else None


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        ("Name|Country|Brest|France|Lyon|Mali", ["Name|Country", "Brest|France", "Lyon|Mali"]),
        ("Name|Country|Brest||Lyon|Mali", ["Name|Country", "Brest|", "Lyon|Mali"]),
        ("Name|Country|Brest|France|Lyon", ["Name|Country", "Brest|France", "Lyon|"]),
        ("Name|Country|Brest|France|||Lyon|Mali", ["Name|Country", "Brest|France", "Lyon|Mali"]),
        ("Name|Country", None),
        ("Name|Country|Brest", None),
        ("Town|Name|Brest|France|Lyon|Mali", None),
        ("Name|Town|Brest|x|Lyon|y", None),
    ],
)
def test_boxes_straight_in_one_are_rows_below_names_that_are_marked_apart(texts: str, rows: list[str] | None) -> None:
    assert _read(_straight(texts, marked=2)) == rows
    assert _read([_line(text, ()) for text, _ in _straight(texts)]) is None


def test_names_that_nothing_marks_end_with_the_last_known_one() -> None:
    assert _read(_straight("Name|Country|Brest|France|Lyon|Mali")) == ["Name|Country", "Brest|France", "Lyon|Mali"]
    assert _read(_straight("Name|Town|Zone|Country|a|b|c|d")) == ["Name|Town|Zone|Country", "a|b|c|d"]
    assert _read(_straight("Name|Town|Country|a|b|c|d|e|f")) is None  # a card with an unlisted name
    assert _read(_straight("Name|Brest|Country|Mali")) is None
    assert _read(_straight("Name|Country|Town|a|b|c|d|e|f", marked=3)) == ["Name|Country|Town", "a|b|c", "d|e|f"]


def test_a_name_of_a_column_below_the_header_makes_no_grid() -> None:
    assert _read(_straight("Name|Country|Brest|France|Name|Mali", marked=2)) is None
    lines = _straight("Name|Country|Brest|France", marked=2)
    assert _read([*lines, _line("Name", (1, 3))]) is None
    assert _read([*lines, _line("Below", (1, 3))]) == ["Name|Country", "Brest|France"]


@pytest.mark.parametrize(
    ("cells", "is_grid"),
    [
        ("Country : x|France", False), ("Brest|Name : x", False), ("Brest|Country : France", True),
        ("Town : x|France", True), ("Country x|France", True), ("Country|France", False),
    ],
)  # fmt: skip
def test_a_cell_that_begins_with_the_name_of_another_column_makes_no_grid(cells: str, is_grid: bool) -> None:
    rows = ["Name|Country", cells, "Lyon|Mali"]
    assert _read(_straight("|".join(rows), marked=2)) == (rows if is_grid else None)


def test_the_lines_of_a_grid_are_used_and_no_others() -> None:
    lines = [*_straight("Name|Country|Brest|France", marked=2), _line("Below", (1, 3))]
    grid = read_loose_grid(lines, COLUMNS)
    assert grid is not None
    assert ([text for text, _ in grid.used], grid.doubtful) == (["Name", "Country", "Brest", "France"], [])


def test_lines_of_one_box_are_one_cell() -> None:
    lines = _straight("Name|Country|Brest|France", marked=2)
    assert _read([*lines, _line("libre", (1, 2, 13))]) == ["Name|Country", "Brest|France libre"]


@pytest.mark.parametrize(("place", "is_grid"), [(20_000, True), (20_002, False)])
def test_a_grid_has_20000_cells_at_most(place: int, is_grid: bool) -> None:
    lines = [*_straight("Name|Country|Brest|France", marked=2), _line("Lyon", (1, 2, 10 + place))]
    assert _read(lines) == (["Name|Country", "Brest|France", "Lyon|"] if is_grid else None)


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        (("Name|Brest|Lyon", "Country|France|Mali"), ["Name|Country", "Brest|France", "Lyon|Mali"]),
        (("Name|Brest|Lyon", "Country||Mali"), ["Name|Country", "Brest|", "Lyon|Mali"]),
        (("Name|Brest|Lyon", "Country|France|"), ["Name|Country", "Brest|France", "Lyon|"]),
        (("Name|Brest|Lyon", "Town|a|b", "Country|x|y"), ["Name|Town|Country", "Brest|a|x", "Lyon|b|y"]),
        (("Name|Brest|Lyon", "Town|a|b"), None),
        (("Town|a|b", "Name|Brest|Lyon", "Country|x|y"), None),
        (("Name|Brest", "Country"), None),
        (("Name|Brest|Lyon|Metz|Bron", "Country|||x|"), ["Name|Country", "Brest|", "Lyon|", "Metz|x", "Bron|"]),
    ],
)
def test_boxes_that_are_a_column_each_are_read_across(texts: tuple[str, ...], rows: list[str] | None) -> None:
    assert _read(_columns(*texts)) == rows


def test_boxes_within_cells_count_as_one_cell() -> None:
    rows = ["Name|Country", "Brest|", "Lyon|Mali", "Metz|"]
    for body in (True, False):
        assert _read(_columns("Name|Brest|Lyon|Metz", "Country||Mali|", body=body)) == rows
    deep = _columns("Name|Brest|Lyon|Metz", "Country||Mali|", deep=3, body=True)
    assert _read(deep) == rows


def test_columns_of_as_many_lines_need_no_numbers_and_others_are_not_read() -> None:
    def lines(*texts: str) -> list[LineOf]:
        return [_line(text, (1, 2, 10 + number)) for number, column in enumerate(texts) for text in column.split("|")]

    assert _read(lines("Name|Brest|Lyon", "Country|France|Mali")) == ["Name|Country", "Brest|France", "Lyon|Mali"]
    assert _read(lines("Name|Brest|Lyon", "Country|France")) is None
    one = [_line(text, (1, 2)) for text in ("Name", "Brest", "Country", "Mali")]
    assert _read(one) is None


def test_cells_at_odd_steps_are_not_read() -> None:
    lines = _columns("Name|Brest|Lyon|Metz", "Country|a|b|", deep=2, body=True)
    assert _read(lines) == ["Name|Country", "Brest|a", "Lyon|b", "Metz|"]
    text, (moved,) = lines[3]
    path = moved.block.path
    lines[3] = _line(text, (*path[:4], path[4] + 1, *path[5:]))
    assert _read(lines) is None


@pytest.mark.parametrize(
    ("texts", "is_grid"),
    [
        ("Name|Year|Brest|2017|Lyon|2018", True),
        ("Name|Year|Brest|2017|Lyon|2018|Metz|2019|Bron|soon", True),
        ("Name|Year|Brest|2017|Lyon|2018|Metz|soon", False),
        ("Name|Year|Brest|2017|Lyon|2018|Metz|2019|2020|Bron", False),
        ("Name|Year|Brest|2017||2018", True),
        ("Name|Year|Brest|2017||2018||2019", False),
        ("Name|Year|Brest|", False),
        ("Name|Year|Brest|2017", True),
    ],
)
def test_a_grid_in_which_more_than_a_quarter_of_the_cells_misfit_or_most_names_lack_is_none(
    texts: str, is_grid: bool
) -> None:
    assert (_read(_straight(texts, marked=2)) is not None) is is_grid


def test_half_of_the_names_at_least_are_known_and_two_if_there_are_two() -> None:
    assert _read(_straight("Name|Country|Town|Zone|a|b|c|d|e|f|g|h", marked=4)) is not None
    assert _read(_straight("Name|Country|Town|Zone|Area|a|b|c|d|e|f|g|h|i|j", marked=5)) is None
    assert _read(_straight("Name|Town|a|b|c|d", marked=2), [NAME]) == ["Name|Town", "a|b", "c|d"]
    assert _read(_straight("Name|Town|a|b|c|d", marked=2), [NAME, PageColumn("x", ())]) == ["Name|Town", "a|b", "c|d"]
    assert _read(_straight("Name|Brest|Lyon", marked=1), [NAME]) == ["Name", "Brest", "Lyon"]
    assert _read(_straight("Name|Brest|Lyon", marked=1), COLUMNS) is None


def test_an_open_vocabulary_misfits_half_as_much() -> None:
    columns = [NAME, KIND]
    assert _read(_straight("Name|Kind|Brest|loan|Lyon|x", marked=2), columns) is not None
    assert _read(_straight("Name|Kind|Brest|y|Lyon|x|Metz|loan", marked=2), columns) is None


def test_of_two_widths_the_one_with_fewer_misfits_is_read_and_of_equal_ones_neither() -> None:
    assert _read(_straight("Name|Year||Brest|2017||Lyon|2018|", marked=2)) == ["Name|Year", "Brest|2017", "Lyon|2018"]
    assert _read(_straight("Name|Year||2017|Brest|2018", marked=2)) == ["Name|Year", "|2017", "Brest|2018"]
    assert _read(_straight("Name|Country||Brest|France", marked=2)) is None


def test_the_links_of_icons_are_those_of_the_lone_row() -> None:
    def links(texts: str, *more: LineOf) -> list[tuple[str, ...]]:
        grid = read_loose_grid([*_straight(texts, marked=2), *more], [NAME, LAND])
        assert grid is not None
        return [row[0].links for row in grid.table.rows[1:]]

    icon = _line("France", (1, 2, 13), href="/map")
    assert links("Name|Country|Brest", icon) == [("/map",)]
    assert links("Name|Country|Brest", _line("France", (1, 2, 13), href="/map", button=True)) == [()]
    assert links("Name|Country|Brest|France") == [()]
    assert links("Name|Country|Brest", icon, _line("Lyon", (1, 2, 14)), _line("Mali", (1, 2, 15))) == [(), ()]
    own = _line("Brest", (1, 2, 12), href="/brest")
    assert links("Name|Country", own, icon) == [("/brest",)]


@pytest.mark.parametrize(
    ("path", "title", "links"),
    [
        ((1, 3, 5, 6, 20), (1, 2), ("/x",)),
        ((1, 3, 5, 30), (1, 2), ("/x",)),
        ((1, 3, 30), (1, 2), ("/x",)),
        ((1, 3, 30), (1, 3, 4), ()),
        ((1, 40), (1, 2), ()),
        ((1, 3, 5, 30), (1, 3, 5, 6, 7), ()),
        ((1, 40), (), ()),
    ],
)
def test_a_link_beside_the_box_of_a_lone_row_is_of_that_where_it_is_nearer_than_the_title(
    path: tuple[int, ...], title: tuple[int, ...], links: tuple[str, ...]
) -> None:
    action = Action(4, path, ("/x",))
    grid = read_loose_grid(_straight("Name|Country|Brest|France", box=(1, 3, 5, 6)), COLUMNS, [action], title)
    assert grid
    assert grid.table.rows[1][0].links == links


def test_a_link_beside_the_box_of_several_rows_is_of_none() -> None:
    action = Action(6, (1, 3, 5, 30), ("/x",))
    lines = _straight("Name|Country|Brest|France|Lyon|Mali", box=(1, 3, 5, 6))
    grid = read_loose_grid(lines, COLUMNS, [action], (1, 2))
    assert grid
    assert [row[0].links for row in grid.table.rows] == [(), (), ()]
