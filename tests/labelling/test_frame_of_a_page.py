"""What of a page is the site's: by what each item of the frame, and of the site in the content, is told."""

import pytest
from lines import INDEX, STATE, YEAR, item, named, table

from atlas_scraper.blocks.document import Run
from atlas_scraper.labelling.frame import ignore_frame, is_data
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import Marks

GRID = table("a|b", "c|d")


def _grid(path: tuple[int, ...], landmark: str = "") -> Item:
    return Item(GRID._replace(path=path, landmark=landmark), GRID.text)


@pytest.mark.parametrize(
    ("rows", "reads_as_data"), [(["a|b", "c|d"], True), (["a|b", "|"], False), (["a|b", "c"], True)]
)
def test_a_table_of_the_frame_that_reads_as_data_is_kept(rows: list[str], reads_as_data: bool) -> None:
    grid = table(*rows, path=(1, 3))
    assert is_data(grid) is reads_as_data
    assert (_by(Item(grid, grid.text)) == [""]) is reads_as_data


def _by(*around: Item, where: str = "above") -> list[str]:
    """Give by what each of some items is ignored that stand above, within or below the content."""
    year = [named("Year", (1, 5, 6)), named("2017", (1, 5, 7))]
    state = [named("State", (1, 5, 8)), named("open", (1, 5, 9))]
    parts = {"above": [*around, *year, *state], "within": [*year, *around, *state], "below": [*year, *state, *around]}
    items = parts[where]
    found = [number for number, each in enumerate(items) if each in {*year, *state} and each.label]
    ignore_frame(items, found, INDEX, Marks())
    return [each.by for each in around]


INSIDE, OUTSIDE = (1, 5, 90), (1, 3)


def _kind(text: str, **more: bool) -> Item:
    return item(text, "p>", INSIDE, INDEX.find(text), **more)


def _link(text: str, path: tuple[int, ...] = INSIDE) -> Item:
    made = item(text, "p>", path)
    made.runs = (Run(text, "a>", interactive=True),)
    made.has_link = True
    return made


@pytest.mark.parametrize(
    ("kind", "within", "below"),
    [
        (_kind("Home"), "", "site's own words"),
        (_kind("Home", is_heading=True), "site's own words", "site's own words"),
        (_kind("Embassy", is_heading=True), "", "site's own words"),
        (_link("Home"), "site's own words", "site's own words"),
        (_link("Brest"), "", ""),
        (_kind("No information"), "empty table", "empty table"),
        (_kind("No information", is_heading=True), "empty table", "empty table"),
        (_kind("Choose one"), "", ""),
        (_kind("Choose one", is_value=True), "invitation to choose", "invitation to choose"),
        (_kind("2017", is_value=True), "", ""),
        (_kind("Home", is_value=True), "", "site's own words"),
        (_kind("General information", is_heading=True), "group heading", "group heading"),
        (_kind("General information"), "", ""),
        (_kind("General aims", is_heading=True), "", ""),
        (_kind("Brest"), "", ""),
    ],
)
def test_what_the_site_says_in_its_content_is_told_by_what_it_is(kind: Item, within: str, below: str) -> None:
    for where, by in (("within", within), ("below", below), ("above", below)):
        again = Item(kind.block, kind.text, kind.runs, label=kind.label)
        assert _by(again, where=where) == [by]


def test_a_sign_above_the_content_is_the_sites_and_within_or_behind_it_none() -> None:
    assert [_by(_kind("/"), where=where) for where in ("above", "within", "below")] == [
        ["site's own words"],
        [""],
        [""],
    ]


def test_a_table_of_the_sites_own_words_is_its_own_and_one_of_other_words_is_not() -> None:
    grid, other = table("Home|Atlas", "Print|", path=INSIDE), table("Home|Brest", "Print|", path=INSIDE)
    assert _by(Item(grid, grid.text), where="within") == ["site's own words"]
    assert _by(Item(other, other.text), where="within") == [""]


@pytest.mark.parametrize(
    ("following", "is_ignored"),
    [
        ("State", True), ("Un.", False), ("", True), ("h:Aims", True), ("table", False),
    ],
)  # fmt: skip
def test_a_heading_of_a_group_has_nothing_of_its_own_below_it(following: str, is_ignored: bool) -> None:
    heading = _kind("General information", is_heading=True)
    below = {"": [], "table": [_grid(INSIDE)], "h:Aims": [_kind("Aims", is_heading=True)]}.get(
        following, [named(following, INSIDE)]
    )
    assert (_by(heading, *below, where="below")[0] == "group heading") is is_ignored


def test_around_the_content_a_landmark_gives_its_name_and_any_other_place_is_outside() -> None:
    assert _by(named("Ministry", OUTSIDE)) == ["outside the content"]
    assert _by(named("Ministry", OUTSIDE, "banner")) == ["banner"]
    assert _by(named("Ministry", INSIDE, "banner"), where="within") == ["banner"]
    assert _by(named("Ministry", INSIDE), where="within") == [""]


def test_what_is_ignored_already_is_no_text_of_the_frame() -> None:
    ministry = named("Ministry", OUTSIDE)
    ministry.ignore("paginator")
    assert _by(ministry) == ["paginator"]
    assert _by(ministry, where="within") == ["paginator"]


def test_words_of_the_site_at_the_end_are_its_own_and_what_stands_before_others_is_not() -> None:
    ends = [_kind(text) for text in ("Home", "Un.", "Home", "Print", "Atlas")]
    assert _by(*ends, where="below") == ["", "", *["site's own words"] * 3]
    assert _by(_kind("Home"), _grid(INSIDE), where="below") == ["", ""]
    words = Item(table("Home|Atlas", "Print|x", path=INSIDE), "Home")
    assert _by(_kind("Home"), words, where="below") == ["", ""]


@pytest.mark.parametrize(
    ("texts", "by"),
    [
        (["Partners"], ["label once more"]),
        (["Partners", "Brest"], ["", ""]),
        (["Partners", "History"], ["label once more", "label once more"]),
        (["Brest", "Partners"], ["outside the content", "label once more"]),
        (["Partners", "Brest*"], ["label once more", "menu"]),
        (["Lyon", "Partners", "Paris", "Rennes"], ["outside the content", "", "", "outside the content"]),
    ],
)  # fmt: skip
def test_a_label_outside_the_content_is_said_once_more_unless_a_value_follows_it(
    texts: list[str], by: list[str]
) -> None:
    around = [named(text.removesuffix("*"), OUTSIDE, "menu" if text.endswith("*") else "") for text in texts]
    assert _by(*around) == by
    assert _by(named("Partners", OUTSIDE), where="below") == ["outside the content"]
    assert _by(named("Partners", OUTSIDE), named("Brest", OUTSIDE), where="below") == ["", ""]
    assert _by(_kind("Partners", is_heading=True), where="below") == [""]
    menu = [_link(text, OUTSIDE) for text in texts[:2]]
    for each in menu:
        each.label = INDEX.find(each.text)
    assert "" not in _by(*menu)


def test_what_follows_the_last_label_outside_the_content_is_no_value_of_a_menu() -> None:
    items = [named("Year", (1, 5, 6)), named("2017", (1, 5, 7)), named("State", (1, 5, 8)), named("Foot", OUTSIDE)]
    assert ignore_frame(items, [0, 2], INDEX, Marks()) == ["Foot"]
    items = [named("Ministry", OUTSIDE), *items[:2], named("State", (1, 5, 8)), named("Partners", (1, 5, 10))]
    assert ignore_frame(items, [1, 3], INDEX, Marks()) == ["Ministry"]
    assert ignore_frame(items, [], INDEX, Marks()) == []


TRAIL = "Home > Atlas > Sheet"


@pytest.mark.parametrize(
    ("texts", "frame"),
    [
        (["a", "b", TRAIL], ["a", "b"]), (["a", TRAIL, "b"], ["a"]), ([TRAIL, "a"], []),
        (["a", "Home", "Atlas", "Sheet", "b"], ["a"]), (["a", "Home", "Atlas", "b"], []),
        (["Home", "Atlas", "Sheet"], []), (["a", TRAIL, "b", "Home"], []), (["a", "Home > Atlas", "Sheet"], ["a"]),
        (["a", "Home > Home", "b", TRAIL, "c", "d"], ["a", "b"]), ([], []), (["a", "Home", "Home › Atlas"], ["a"]),
    ],
)  # fmt: skip
def test_without_boxes_what_stands_above_the_breadcrumb_before_the_labels_is_frame(
    texts: list[str], frame: list[str]
) -> None:
    pairs = ("Year", "2017", "State", "open", TRAIL)
    found = [len(texts), len(texts) + 2]
    assert ignore_frame([named(text, ()) for text in (*texts, *pairs)], found, INDEX, Marks(), has_boxes=False) == frame
    assert ignore_frame([named(text, ()) for text in (*texts, *pairs)], found, INDEX, Marks()) == []


def test_no_label_may_be_ignored_that_is_found() -> None:
    labels: list[Label | None] = [YEAR, STATE]
    items = [named("Year", (1, 5, 6), "menu"), named("2017", (1, 5, 7), "menu"), named("State", (1, 5, 8), "menu")]
    assert ignore_frame(items, [0, 2], INDEX, Marks()) == []
    assert [each.label for each in items if each.fate is None and each.label] == labels
