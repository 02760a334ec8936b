"""Steps of cards: links in the site's own words, what tells names from values, names and values on one line."""

import pytest
from lines import WORDS

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.marks import Path
from atlas_scraper.tables.card_actions import Action, actions_of, give_actions
from atlas_scraper.tables.card_entries import ALONE, APART, COLON, Entry, begun_by_name, block_of, with_others
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.inline_grids import read_inline_grid
from atlas_scraper.tables.line_cards import Cards, read_cards
from atlas_scraper.tables.name_marks import is_in, is_pair, lacks_value, marks_of_names, marks_of_values

NAME = PageColumn("name", ("Name",), is_required=True)
LAND = PageColumn("land", ("Country",))
YEAR = PageColumn("year", ("Year",), fits=str.isdigit)
ICON = PageColumn("icon", (), may_lack_header=True)
COUNT = PageColumn("count", (), fits=str.isdigit, may_lack_header=True)
COLUMNS = [NAME, LAND, YEAR]

LineOf = tuple[str, list[Item]]


def _line(*runs: Run | str, path: Path = (1, 2), block: int = 0) -> LineOf:
    """Make a line of stretches, those of text marked plainly."""
    made = tuple(Run(run, "p>") if isinstance(run, str) else run for run in runs)
    whole = "".join(run.text for run in made)
    return whole, [Item(Line(whole, made, path, block), whole, made)]


def _to(text: str, link: str, mark: str = "p>a", *, is_icon: bool = False) -> Run:
    return Run(text, mark, link, interactive=not is_icon)


def _ignored(*runs: Run | str, path: Path = (1, 2)) -> Item:
    made = _line(*runs, path=path)[1][0]
    made.ignore("frame")
    return made


def test_a_link_that_says_words_of_the_site_alone_is_an_action_where_it_stands() -> None:
    lines = [_line("Name : Brest"), _line("Name : Lyon")]
    first, second = lines[0][1][0], lines[1][1][0]
    link = _ignored(_to("Sheet", "/1"), " ", _to("Print", "/2"), path=(1, 9))
    said = list(actions_of([link, first, link, second, link], lines, WORDS))
    assert said == [Action(place, (1, 9), ("/1", "/2")) for place in (0, 1, 2)]


@pytest.mark.parametrize(
    "other",
    [
        _ignored(_to("Embassy", "/1")),
        _ignored(_to("Brest", "/1")),
        _ignored("Sheet"),
        _ignored(_to("Sheet", "/1"), " of Brest"),
        _line(_to("Sheet", "/1"))[1][0],
    ],
)
def test_other_words_bodies_words_without_a_link_and_what_is_no_frame_are_no_action(other: Item) -> None:
    assert list(actions_of([other], [], WORDS)) == []


def _cards_with(*actions: Action, paths: list[Path], title: Path = ()) -> list[tuple[str, ...]]:
    """Give the links of cards of one line each, in boxes."""
    lines = [_line(f"Name : {place}", path=path) for place, path in enumerate(paths)]
    cards = [[Entry("Name", COLON, line, [line[0]])] for line in lines]
    give_actions(cards, actions, lines, title)
    return [tuple(card[-1].icons) for card in cards]


def test_an_action_belongs_to_the_card_whose_box_it_stands_in() -> None:
    paths: list[Path] = [(1, 2, 10), (1, 3, 11), (1, 4, 12)]
    for place, box in enumerate((2, 3, 4)):
        for before in (place, place + 1):
            links = _cards_with(Action(before, (1, box, 20), ("/x",)), paths=paths)
            assert links == [("/x",) if place == number else () for number in range(3)], before
    both = [Action(1, (1, 2, 20), ("/a",)), Action(3, (1, 4, 21), ("/b", "/c"))]
    assert _cards_with(*both, paths=paths) == [("/a",), (), ("/b", "/c")]


def test_an_action_as_near_to_two_cards_or_to_the_title_belongs_to_none() -> None:
    paths: list[Path] = [(1, 2, 10), (1, 3, 11)]
    assert _cards_with(Action(1, (1, 9), ("/x",)), paths=paths) == [(), ()]
    assert _cards_with(Action(1, (1, 2, 9), ("/x",)), paths=paths, title=(1, 2, 8)) == [(), ()]
    assert _cards_with(Action(1, (1, 2, 9), ("/x",)), paths=paths, title=(1, 8)) == [("/x",), ()]
    assert _cards_with(Action(0, (1, 2, 9), ("/x",)), paths=[(1, 2, 10)]) == [("/x",)]
    assert _cards_with(Action(0, (7,), ("/x",)), paths=[(1, 2, 10)]) == [()]
    assert _cards_with(paths=[(1, 2, 10)]) == [()]


def test_an_action_is_looked_for_around_its_place_alone() -> None:
    paths: list[Path] = [(1, box, 10 + box) for box in (2, 3, 4, 5)]
    assert _cards_with(Action(1, (1, 4, 20), ("/x",)), paths=paths) == [()] * 4
    assert _cards_with(Action(4, (1, 3, 20), ("/x",)), paths=paths) == [()] * 4
    assert _cards_with(Action(0, (1, 3, 20), ("/x",)), paths=paths, title=(1, 9)) == [()] * 4
    assert _cards_with(Action(4, (1, 4, 20), ("/x",)), paths=paths) == [(), (), ("/x",), ()]


def test_the_last_line_of_a_card_tells_its_box_as_the_first_does() -> None:
    head, below = _line("Name", path=(1, 2)), _line("Brest", path=(1, 3, 10))
    lines = [head, below, _line("Name", path=(1, 5))]
    cards = [[Entry("Name", ALONE, head, ["Brest"], below=[below])], [Entry("Name", ALONE, lines[2])]]
    give_actions(cards, [Action(2, (1, 3, 11), ("/x",))], lines, ())
    assert [card[0].icons for card in cards] == [["/x"], []]


def test_the_first_name_and_the_last_line_of_a_card_of_several_cells_tell_its_box() -> None:
    boxes = [(1, 2, 10), (1, 3, 11), (1, 4, 12), (1, 5, 13), (1, 6, 14)]
    lines = [_line(str(place), path=path) for place, path in enumerate(boxes)]
    for box, is_near in ((2, True), (3, False), (4, False), (5, False), (6, True)):
        first = Entry("Name", ALONE, lines[0], below=[lines[1]])
        last = Entry("Year", ALONE, lines[2], below=lines[3:])
        give_actions([[first, last]], [Action(1, (1, box, 20), ("/x",))], lines, (1, 9))
        assert (first.icons, last.icons) == ([], ["/x"] if is_near else []), box


def _linked(*lines: LineOf, columns: list[PageColumn] | None = None) -> list[list[tuple[str, tuple[str, ...]]]] | None:
    read = read_cards(lines, columns or COLUMNS, [Action(1, (1, 2, 9), ("/x",))])
    return [[(cell.text, cell.links) for cell in row] for row in read.table.rows[1:]] if read else None


def test_one_line_below_the_only_name_is_a_row_where_one_icon_links_it() -> None:
    lines = _line("Name", path=(1, 2, 3)), _line("Brest", path=(1, 2, 4))
    assert read_cards(lines, [NAME]) is None
    assert _linked(*lines, columns=[NAME]) == [[("Brest", ("/x",))]]
    assert _linked(*lines, columns=[NAME, ICON]) == [[("Brest", ("/x",))]]
    assert _linked(*lines) is None
    icon = _line("Brest", _to("", "/y", is_icon=True), path=(1, 2, 4))
    assert _linked(lines[0], icon, columns=[NAME]) is None
    assert _linked(lines[0], icon, columns=[NAME, LAND]) is None


def test_the_sign_before_the_values_of_a_card_is_none_of_them_if_all_stretches_have_it() -> None:
    def rows(*texts: str) -> list[list[str]]:
        lines = [_line(Run(text.partition("|")[0], "b>i"), text.partition("|")[2]) for text in texts]
        read = read_cards(lines, COLUMNS)
        assert read is not None
        return [[cell.text for cell in row] for row in read.table.rows[1:]]

    assert rows("Name|– Brest", "Country|– France") == [["Brest", "France"]]
    assert rows("Name|– Brest", "Country|") == [["Brest", ""]]
    assert rows("Name|– Brest", "Country|France") == [["– Brest", "France"]]


def test_a_value_below_a_name_and_beside_it_is_no_reason_to_strike_a_sign() -> None:
    lines = [
        _line(Run("Name", "b>i"), path=(1, 3)), _line("– Brest", path=(1, 4)),
        _line(Run("Country", "b>i"), "– France", path=(1, 5)),
    ]  # fmt: skip
    read = read_cards(lines, COLUMNS)
    assert read is not None
    assert [cell.text for cell in read.table.rows[1]] == ["– Brest", "France"]


def _known(*lines: LineOf) -> list[Entry | None]:
    return [begun_by_name(line, COLUMNS) for line in lines]


def _names(*lines: LineOf) -> frozenset[str]:
    return marks_of_names(lines, _known(*lines))


def _bold(text: str, value: str = "", mark: str = "p>b") -> LineOf:
    return _line(Run(text, mark), *([value] if value else []))


def test_marks_of_names_are_those_that_names_have_and_values_below_them_have_not() -> None:
    assert _names(_bold("Name", "Brest"), _bold("Year", "1")) == {"p>b"}
    assert _names(_bold("Name"), _line("Brest"), _bold("Year"), _line("1")) == {"p>b"}
    assert _names(_line("Name : Brest"), _line("Year : 1")) == frozenset()
    assert _names(_line("Name"), _line("Brest"), _line("Year"), _line("1")) == frozenset()
    assert _names(_bold("Name : ", ": Brest"), _line("Country :", " x")) == {"p>b"}


def test_a_mark_of_more_than_twice_as_many_names_as_values_is_one_of_names() -> None:
    names = [_bold(text) for text in ("Name", "Country", "Year")]
    assert _names(*names[:2], _bold("Brest")) == frozenset()
    assert _names(*names, _bold("2017")) == {"p>b"}
    shared = [*names, _bold("x"), *names, _bold("y"), names[0]]
    assert _names(*shared) == {"p>b"}
    assert _names(*names, _bold("x"), names[0], _bold("y")) == frozenset()


def test_what_stands_below_a_name_with_its_value_beside_it_tells_nothing() -> None:
    assert _names(_bold("Name", "Brest"), _bold("x"), _bold("Year", "1"), _bold("Country"), _bold("y")) == {"p>b"}
    assert _names(_bold("Name"), _bold("x"), _bold("Year", "1")) == frozenset()
    assert _names(_bold("Name"), _bold("x"), _bold("Year", "1"), _bold("Country", "y")) == {"p>b"}


def test_a_stretch_within_the_mark_of_names_is_of_a_name() -> None:
    assert _names(_bold("Name"), _line(Run("Brest", "p>b>i")), _bold("Country")) == frozenset()
    assert _names(_line("Name"), _line(Run("Brest", "p>i")), _line("Country")) == {"p>"}
    assert _names(_bold("Name", mark="p[+]/br:2>b"), _line("x"), _bold("Year", mark="p[0]>b")) == {
        "p[+]/br:2>b", "p:2>b", "p[0]>b", "p>b"
    }  # fmt: skip


def test_a_colon_alone_parts_a_pair_whose_name_and_value_share_a_mark() -> None:
    def pair(*runs: Run | str) -> bool:
        entry = begun_by_name(_line(*runs), COLUMNS)
        assert entry is not None
        return is_pair(entry)

    assert pair("Name : Brest")
    assert pair("Name : ", "Brest")
    assert not pair("Name ", "Brest")
    assert not pair(Run("Name : ", "p>b"), "Brest")
    assert not pair("Name")
    assert not pair("Name :")


def test_a_name_lacks_its_value_where_it_ends_with_a_colon() -> None:
    entries = _known(_line("Name : "), _line("Name"), _line("Name : Brest"), _line(Run("Name", "p>b"), " :"))
    assert [entry is not None and lacks_value(entry) for entry in entries] == [True, False, False, True]


def test_marks_of_values_are_those_of_lines_without_name_and_colon_wherever_they_stand() -> None:
    lines = [_line("Name : Brest"), _line(Run("x", "li[+]>")), _line(Run("Town : y", "dd>")), _line(Run("z", "li[0]>"))]
    assert marks_of_values(lines, _known(*lines)) == {"li>"}


def _heading(text: str) -> LineOf:
    """Make a line that is a heading."""
    runs = (Run(text, "h3>"),)
    return text, [Item(Line(text, runs, (1, 2), is_heading=True), text, runs)]


@pytest.mark.parametrize(
    ("name", "below", "marks"),
    [
        ("Name", _heading("Town : y"), {"h3>"}),
        ("Name : Brest", _heading("Town : y"), set()),
        ("Name", _line(Run("Town : y", "h3>")), set()),
    ],
)
def test_a_heading_with_a_colon_right_below_a_name_alone_has_the_mark_of_values(
    name: str, below: LineOf, marks: set[str]
) -> None:
    lines = [_line(name), below, _line(Run("Size : z", "dd>"))]
    assert marks_of_values(lines, _known(*lines)) == marks


def test_a_value_with_a_colon_below_a_name_alone_is_no_unlisted_name() -> None:
    lines = [
        line
        for year in ("2016", "2017")
        for line in (_line(Run("Name", "p>i")), _heading("Gift : a"), _line(Run("Year :", "p>b"), f" {year}"))
    ]
    read = read_cards(lines, COLUMNS)
    assert read is not None
    assert [[cell.text for cell in row] for row in read.table.rows] == [
        ["Name", "Year"], ["Gift : a", "2016"], ["Gift : a", "2017"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("mark", "is_one"),
    [("p>b", True), ("p>b>i", True), ("p>bold", False), ("p[+]>b", True), ("p[+]>b>i", True), ("p>i", False)],
)
def test_a_mark_is_one_of_several_or_within_one_that_is_an_element(mark: str, is_one: bool) -> None:
    assert is_in(mark, frozenset({"p>b", "li>"})) is is_one


def test_no_stretch_is_within_the_mark_of_a_whole_line() -> None:
    assert not is_in("li>b", frozenset({"li>"}))
    assert not is_in("li>>b", frozenset({"li>"}))
    assert is_in("li>", frozenset({"li>"}))


def _cells(*runs: Run | str) -> list[tuple[str, str, list[str], list[str], list[str]]] | None:
    entry = begun_by_name(_line(*runs), COLUMNS)
    if entry is None:
        return None
    return [(each.header, each.way, each.texts, each.links, each.icons) for each in with_others(entry)]


def test_a_name_with_a_colon_behind_a_value_begins_another_cell() -> None:
    assert _cells("Name : Brest, Country : France") == [
        ("Name", COLON, ["Brest"], [], []), ("Country", COLON, ["France"], [], []),
    ]  # fmt: skip
    for between in (", ", "; ", " | ", " • ", " / ", " – ", " - "):
        cells = _cells(f"Name : Brest{between}Country : France")
        assert cells is not None
        assert [cell[0] for cell in cells] == ["Name", "Country"], between
    towns = _cells("Name : Brest, Town : x, Country : France")
    assert towns is not None
    assert [cell[:3] for cell in towns] == [
        ("Name", COLON, ["Brest"]), ("Town", COLON, ["x"]), ("Country", COLON, ["France"]),
    ]  # fmt: skip
    assert _cells("Name : , Country : France") == [
        ("Name", COLON, [], [], []), ("Country", COLON, ["France"], [], []),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Brest, Town : x", "Brest, France", "Brest Country : x", "a : b", "Brest, Country https://x"]
)
def test_no_known_name_with_a_colon_begins_no_further_cell(text: str) -> None:
    assert _cells(f"Name : {text}") == [("Name", COLON, [text], [], [])]


def _bare(text: str) -> Run:
    return Run(text, "p>b")


def test_names_in_stretches_of_their_own_each_begin_a_cell() -> None:
    assert _cells(_bare("Name :"), " Brest · ", _bare("Country"), " : ", _to("France", "/f")) == [
        ("Name", APART, ["Brest"], [], []), ("Country", APART, ["France"], ["/f"], []),
    ]  # fmt: skip
    three = _cells(_bare("Name"), "Brest", _bare("Town"), "x", _bare("Year"), "1")
    assert three is not None
    assert [(cell[0], cell[2]) for cell in three] == [("Name", ["Brest"]), ("Town", ["x"]), ("Year", ["1"])]
    assert _cells(_bare("Name"), "Brest", _bare("Year")) == [
        ("Name", APART, ["Brest"], [], []), ("Year", APART, [], [], []),
    ]  # fmt: skip


def test_names_with_no_value_between_them_are_a_header() -> None:
    assert _cells(_bare("Name"), " ", _bare("Country"), " ", _bare("Year"), "1") is None
    assert _cells(_bare("Name"), " | ", _bare("Year")) is None


def test_links_with_words_are_of_a_cell_and_icons_apart() -> None:
    assert _cells(_bare("Name"), _to("Brest", "/b"), _to("", "/i", is_icon=True)) == [
        ("Name", APART, ["Brest"], ["/b"], ["/i"])
    ]


def test_a_line_knows_its_block() -> None:
    assert block_of(_line("x", block=7)) == 7


def _grid(*runs: Run | str, columns: list[PageColumn]) -> Cards | None:
    return read_inline_grid([_line(*runs)], columns)


def _rows(cards: Cards | None) -> list[list[str]] | None:
    return [[cell.text for cell in row] for row in cards.table.rows] if cards else None


def _span(text: str, link: str | None = None) -> Run:
    return Run(text, "p>span", link, interactive=link is not None)


def test_stretches_behind_the_only_name_are_a_row_each_and_that_is_said() -> None:
    cards = _grid(_bare("Name"), _span("Brest"), " ", _span("Lyon"), columns=[NAME])
    assert _rows(cards) == [["Name"], ["Brest"], ["Lyon"]]
    assert cards is not None
    assert (cards.doubtful, [text for text, _ in cards.used]) == (
        ["stretches of one line, read as a row each: Brest / Lyon"], ["NameBrest Lyon"]
    )  # fmt: skip


def test_the_first_line_alone_is_the_grid_whatever_follows() -> None:
    lines = [_line(_bare("Name"), _span("Brest"), _span("Lyon")), _line("Town")]
    cards = read_inline_grid(lines, [NAME])
    assert (_rows(cards), cards and cards.used) == ([["Name"], ["Brest"], ["Lyon"]], lines[:1])


def test_a_link_for_each_row_or_a_kind_that_all_have_leaves_no_doubt() -> None:
    linked = _grid(_bare("Name"), _span("Brest", "/b"), _span("Lyon", "/l"), columns=[NAME])
    assert linked is not None
    assert (linked.doubtful, [row[0].links for row in linked.table.rows]) == ([], [(), ("/b",), ("/l",)])
    for second in (_span("Lyon", "/b"), _span("Lyon"), Run("Lyon", "p>span", "/l")):
        cards = _grid(_bare("Name"), _span("Brest", "/b"), second, columns=[NAME])
        assert cards is not None
        assert cards.doubtful
    years = _grid(_bare("Year"), _span("2017"), _span("2018"), columns=[YEAR])
    assert (_rows(years), years and years.doubtful) == ([["Year"], ["2017"], ["2018"]], [])
    other = _grid(_bare("Year"), _span("2017"), _span("X"), columns=[YEAR])
    assert other is not None
    assert other.doubtful


def test_a_text_of_the_column_without_a_name_stands_beside_the_cell_before_it() -> None:
    runs = (_bare("Name"), _span("Brest"), _span("1"), _span("Lyon"), _span("2"), _span("3"))
    assert _rows(_grid(*runs[:5], columns=[NAME, COUNT])) == [["Name", ""], ["Brest", "1"], ["Lyon", "2"]]
    assert _rows(_grid(*runs[:4], columns=[NAME, COUNT])) == [["Name", ""], ["Brest", "1"], ["Lyon", ""]]
    assert _rows(_grid(*runs, columns=[NAME, COUNT])) == [["Name", ""], ["Brest", "1"], ["Lyon", "2"], ["3", ""]]
    assert _rows(_grid(*runs[:4], columns=[NAME, ICON])) == [["Name"], ["Brest"], ["1"], ["Lyon"]]


def test_what_is_marked_within_a_cell_is_part_of_it() -> None:
    runs = _bare("Name"), _span("Ville "), Run("de Brest", "p>span>i", "/b"), _span("Lyon")
    cards = _grid(*runs, columns=[NAME])
    assert cards is not None
    assert [(row[0].text, row[0].links) for row in cards.table.rows[1:]] == [("Ville de Brest", ("/b",)), ("Lyon", ())]
    turned = _grid(runs[0], runs[3], runs[1], runs[2], columns=[NAME])
    assert _rows(turned) == [["Name"], ["Lyon"], ["Ville de Brest"]]
    assert _grid(_bare("Name"), _span("Brest"), Run("Lyon", "p>spanner"), columns=[NAME]) is None


@pytest.mark.parametrize(
    ("runs", "columns"),
    [
        ((_bare("Name"), _span("Brest"), _span("Lyon")), COLUMNS),
        ((_bare("Name"), _span("Brest"), _span("Lyon")), [ICON]),
        ((_bare("Name"), _span("Brest")), [NAME]),
        ((_bare("Name"), _span("Brest"), " "), [NAME]),
        ((_bare("Town"), _span("Brest"), _span("Lyon")), [NAME]),
        ((_bare("Name"), _span("Brest"), _span("lyon")), [NAME]),
        ((_bare("Name"), _span("Brest"), Run("Lyon", "p>i")), [NAME]),
        ((_bare("Name"), "Brest", "Lyon"), [NAME]),
        ((_bare("Name"), _span("Brest"), _span("1")), [NAME, COUNT]),
    ],
)
def test_other_lines_are_no_such_grid(runs: tuple[Run | str, ...], columns: list[PageColumn]) -> None:
    assert _grid(*runs, columns=columns) is None


def test_places_among_siblings_do_not_tell_cells_apart() -> None:
    runs = _bare("Name"), Run("Brest", "p[0]>span"), Run("Lyon", "p[+]>span")
    assert _rows(_grid(*runs, columns=[NAME])) == [["Name"], ["Brest"], ["Lyon"]]


def test_a_colon_that_parts_the_first_value_from_its_name_begins_unlisted_cells_too() -> None:
    def rows(*texts: str) -> list[list[str]]:
        read = read_cards([_line(text) for text in texts], COLUMNS)
        assert read is not None
        return [[cell.text for cell in row] for row in read.table.rows]

    assert rows("Name :", "Brest", "Country : Mali", "Town : x") == [
        ["Name", "Country", "Town"],
        ["Brest", "Mali", "x"],
    ]
