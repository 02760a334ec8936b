"""What of a page is content: the box of its labels, and what stands behind the last of them in others."""

import pytest
from lines import INDEX, named, table

from atlas_scraper.labelling.frame import Content
from atlas_scraper.labelling.items import Item

GRID = table("a|b", "c|d")


def _grid(path: tuple[int, ...], landmark: str = "") -> Item:
    return Item(GRID._replace(path=path, landmark=landmark), GRID.text)


def _content(*behind: Item, last: str = "Partners") -> list[str]:
    """Give what is outside of the content of items behind the last label, of which each stands in the box `1, 5`."""
    items = [
        named("Above", (1, 3)),
        named("Year", (1, 5, 6)),
        named("2017", (1, 5, 7)),
        named(last, (1, 5, 8)),
        *behind,
    ]
    return [items[number].text for number in sorted(Content(items, [1, 3], INDEX).outside(items))]


def _lines(*texts: str, box: int = 10) -> list[Item]:
    """Make lines in a box each, behind the content; a star says that one is in a landmark."""
    return [
        named(text.removesuffix("*"), (1, box + number), "menu" if text.endswith("*") else "")
        for number, text in enumerate(texts)
    ]


def test_the_content_is_the_smallest_box_of_the_labels_and_what_follows_in_it() -> None:
    assert _content(named("x", (1, 5, 9)), named("Foot", (1, 6))) == ["Above", "Foot"]
    assert _content(named("Foot", (1,)), named("Foot", ())) == ["Above", "Foot", "Foot"]
    assert _content(named("x", (1, 5))) == ["Above"]
    deeper = [named("Year", (1, 5)), named("State", (1, 5, 7)), named("x", (1, 5, 9)), named("Foot", (1, 6))]
    assert Content(deeper, [0, 1], INDEX).outside(deeper) == {3}


def test_what_stands_behind_the_only_label_at_the_very_top_is_outside() -> None:
    for texts in (["Foot"], ["Name", "Country"], ["Name : Brest"]):
        items = [named("Partners", (1, 5)), *_lines(*texts)]
        assert Content(items, [0], INDEX).outside(items) == set(range(1, len(items)))


def test_labels_in_no_common_box_have_all_of_the_page_for_content() -> None:
    items = [named("Above", (1, 3)), named("Year", (2,)), named("2017", (3,)), named("State", (4,)), named("x", (5, 6))]
    content = Content(items, [1, 3], INDEX)
    assert content.outside(items) == set()
    assert content.encloses((7, 8))


def test_a_place_is_enclosed_by_the_box_of_the_labels() -> None:
    items = [named("Year", (1, 5, 6)), named("State", (1, 5, 8))]
    content = Content(items, [0, 1], INDEX)
    assert [content.encloses(path) for path in ((1, 5), (1, 5, 9), (1,), (1, 4), (), (5, 1))] == [
        True, True, False, False, False, False
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("behind", "outside"),
    [
        ([_grid((1, 9))], []),
        ([named("Un.", (1, 9)), _grid((1, 10)), named("Foot", (1, 11))], ["Foot"]),
        ([_grid((1, 9)), named("Un.", (1, 10)), _grid((1, 11))], []),
        ([_grid((1, 9), "menu")], [GRID.text]),
        ([_grid((1, 9, 2)), named("x", (1, 9, 3)), named("Foot", (1, 8))], ["Foot"]),
        ([Item(table("a|b", path=(1, 9)), "a | b")], ["a | b"]),
    ],
)  # fmt: skip
def test_tables_behind_the_last_label_are_content_with_what_stands_before_them(
    behind: list[Item], outside: list[str]
) -> None:
    for last in ("Partners", "State"):
        assert _content(*behind, last=last)[1:] == outside


def test_an_ignored_table_is_no_content() -> None:
    grid = _grid((1, 9))
    grid.ignore("site's own words")
    assert _content(grid) == ["Above", GRID.text]


def test_a_value_outside_the_box_is_content_where_others_stand_as_far_from_their_labels() -> None:
    items = [
        named("Year", (1, 5, 6)), named("2017", (1, 7)), named("State", (1, 5, 8)), named("open", (1, 9)),
        named("Foot", (1, 10)),
    ]  # fmt: skip
    assert Content(items, [0, 2], INDEX).outside(items) == {1, 4}
    near = [named("Year", (1, 5, 6)), named("2017", (1, 5, 7)), *items[2:]]
    assert Content(near, [0, 2], INDEX).outside(near) == {3, 4}
    assert Content(items[:3], [0, 2], INDEX).outside(items[:3]) == {1}


@pytest.mark.parametrize(
    ("texts", "outside"),
    [
        (["Name : Brest", "Country : Mali", "Foot"], ["Foot"]),
        (["Name : Brest", "Foot"], ["Name : Brest", "Foot"]),
        (["Name", "Brest", "Country", "Mali", "Foot"], ["Foot"]),
        (["Name", "Brest", "Country", "Mali"], []),
        (["Name", "Brest", "Country"], []),
        (["Name", "Country", "Foot"], ["Name", "Country", "Foot"]),
        (["x", "Name", "Country", "Foot"], []),
        (["Name : a", "x", "y", "Country : b", "Foot"], ["Foot"]),
        (["Name : a", "x", "y", "z", "Country : b", "Foot"], ["Name : a", "x", "y", "z", "Country : b", "Foot"]),
        (["x", "y", "Name : a", "Country : b", "Foot"], ["Foot"]),
        (["x", "y", "z", "Name : a", "Country : b"], ["x", "y", "z", "Name : a", "Country : b"]),
        (["Name : a*", "Country : b"], ["Name : a", "Country : b"]),
        (["x*", "Name : a", "Country : b"], ["x", "Name : a", "Country : b"]),
        (["Name : a", "Country : b", "Name : c*"], ["Name : c"]),
        (["Name : a", "Country : b", "Name : c*", "Name : d"], ["Name : c", "Name : d"]),
        (["Name", "Brest", "Country", "Mali*"], ["Mali"]),
        (["Name", "Country : b", "Foot"], ["Foot"]),
        (["Name : a", "Name : b", "Name : c", "Foot"], ["Foot"]),
    ],
)
def test_cards_of_lines_right_below_the_last_label_are_content(texts: list[str], outside: list[str]) -> None:
    assert _content(*_lines(*texts))[1:] == outside
    assert _content(*_lines(*texts), last="State")[1:] == [text.removesuffix("*") for text in texts]


@pytest.mark.parametrize(
    ("texts", "is_content"),
    [
        (["Name", "Country", "Foot"], True), (["Name", "Foot"], False), (["x", "y", "Name", "Country"], True),
        (["x", "y", "z", "Name", "Country"], False), (["Name*", "Country"], False), (["Name", "x", "Country"], True),
        (["x*", "y", "Name", "Country"], True), (["x*", "y", "z", "Name", "Country"], False),
        (["x*", "y", "Name", "z", "Country"], True), (["x*", "Name", "Country*"], True),
    ],
)  # fmt: skip
def test_the_box_of_the_names_of_columns_right_below_the_last_label_is_content(
    texts: list[str], is_content: bool
) -> None:
    behind = [each for number, text in enumerate(texts) for each in _lines(text, box=number)]
    for number, each in enumerate(behind):
        each.block = each.block._replace(path=(1, 20, 30 + number))
    assert (_content(*behind, named("x", (1, 20)))[1:] == []) is is_content


def test_the_box_of_names_is_that_of_the_first_two() -> None:
    behind = [named("Name", (1, 20, 1)), named("Country", (1, 20, 2)), named("Name", (1, 21)), named("x", (1, 20))]
    assert _content(*behind)[1:] == ["Name"]
    inside = [named("Name", (1, 22)), named("Country", (1, 23)), named("Foot", (1, 24))]
    assert _content(*inside)[1:] == ["Name", "Country", "Foot"]
