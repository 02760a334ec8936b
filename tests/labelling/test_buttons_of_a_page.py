"""Buttons that show what stands below them, or are repeated behind values: none is a text, a value or a label."""

import pytest
from lines import CONTEXT, PARTNERS, YEAR, item, table

from atlas_scraper.blocks.document import Run
from atlas_scraper.labelling.buttons import OPENER, ignore_titles_once_more, part_buttons, repeated_buttons
from atlas_scraper.labelling.frame import ONCE_MORE
from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label


def _button(text: str = "Preview", *, href: str | None = None, level: int = 0, landmark: str = "") -> Item:
    made = item(text, "p>i", is_heading=level, landmark=landmark)
    runs = (Run(text, "p>i", href, True),)
    return Item(made.block, text, runs)


def _fields(*values: Item, label: Label = YEAR) -> list[Item]:
    """Make a label above each value, and a button below that."""
    return [each for value in values for each in (item("Year", label=label), value, _button())]


def test_a_button_that_stands_again_behind_a_value_is_none_itself() -> None:
    items = [*_fields(item("2017")), item("Year", label=YEAR), _button()]
    assert repeated_buttons(items) == [2, 4]
    assert repeated_buttons([*_fields(item("2017")), item("Year", label=YEAR), _button("Other")]) == []
    assert repeated_buttons(items[:3]) == []
    assert repeated_buttons([*items, _button("Other"), _button("Other")]) == [2, 4]


@pytest.mark.parametrize("where", ["below a label", "below a table's", "below a link", "first", "behind a line alone"])
def test_where_none_stands_behind_a_value_buttons_may_be_values(where: str) -> None:
    items = {
        "below a label": [item("Year", label=YEAR), _button(), item("Year", label=YEAR), _button()],
        "below a table's": _fields(item("2017"), item("2018"), label=PARTNERS),
        "below a link": _fields(_button("2017", href="/x"), _button("2018", href="/x")),
        "first": [_button(), item("2017"), _button(), item("Year", label=YEAR)],
        "behind a line alone": [item("2017"), _button(), item("x"), item("2017"), _button()],
    }[where]
    assert repeated_buttons(items) == []


@pytest.mark.parametrize("change", [{"href": "/x"}, {"level": 2}, {"landmark": "menu"}])
def test_links_headings_and_what_stands_in_a_menu_are_no_buttons(change: dict[str, object]) -> None:
    def button() -> Item:
        return _button(**change)  # type: ignore[arg-type]

    items = [item("Year", label=YEAR), item("2017"), button(), item("Year", label=YEAR), button()]
    assert repeated_buttons(items) == []


def _ignored(*items: Item) -> list[str]:
    return [each.text for each in part_buttons(items) if each.by == OPENER]


def _heading(text: str, level: int = 2, label: Label | None = None, evidence: Evidence = Evidence.WHOLE) -> Item:
    made = item(text, "h2>", label=label, is_heading=level)
    made.evidence = evidence
    return made


def test_a_button_that_says_the_label_or_the_heading_behind_it_is_ignored() -> None:
    assert _ignored(_button("CONTEXT"), item("Context", label=CONTEXT)) == ["CONTEXT"]
    assert _ignored(_button("Notes"), _heading("Notes")) == ["Notes"]
    assert _ignored(_button("Notes"), item("Notes")) == []
    assert _ignored(_button("Notes"), _heading("Other")) == []
    assert _ignored(_button("Notes", href="/x"), _button(), _heading("Notes")) == []
    assert _ignored(_button("Notes"), _button(), _heading("Notes")) == []
    assert _ignored(_button("Notes"), _button("Notes", level=2)) == []
    assert _ignored(_heading("Notes"), _button("Notes")) == []


def test_what_is_ignored_between_a_button_and_its_heading_does_not_part_them() -> None:
    between = item("x")
    between.ignore("x")
    assert _ignored(_button("Notes"), between, _heading("Notes")) == ["Notes"]
    gone = _button("Notes")
    gone.ignore("x")
    assert _ignored(gone, _button("Other"), _heading("Notes")) == []


def _titles(*items: Item) -> tuple[list[str], dict[str, str]]:
    told = ignore_titles_once_more(items)
    return told, {f"{number} {each.text}": each.by for number, each in enumerate(items) if each.fate is not None}


def test_a_heading_that_says_the_label_above_a_button_once_more_is_ignored_with_the_button() -> None:
    items = [_heading("Context", 2, CONTEXT), _button("Read"), _heading("Context", 3, CONTEXT), item("a")]
    assert _titles(*items) == (["Read"], {"1 Read": OPENER, "2 Context": ONCE_MORE})


@pytest.mark.parametrize(
    "second",
    [
        _heading("Context", 1, CONTEXT),
        _heading("Context", 3, YEAR),
        _heading("Context", 3, CONTEXT, Evidence.COLON),
        _button("Context", level=3),
    ],
)
def test_another_line_below_the_button_is_none_of_its_titles(second: Item) -> None:
    assert _titles(_heading("Context", 2, CONTEXT), _button("Read"), second) == ([], {})


def test_a_heading_that_is_ignored_heads_nothing_and_a_table_is_none() -> None:
    gone = _heading("Context", 2, CONTEXT)
    gone.ignore("x")
    assert _titles(gone, _button("Read"), _heading("Context", 3, CONTEXT))[0] == []
    assert _titles(_heading("Context", 2, CONTEXT), Item(table("a"), "a"), _heading("Context", 3, CONTEXT)) == ([], {})


def test_two_headings_that_say_their_button_are_titles_and_one_alone_is_an_author_s() -> None:
    def fold(title: str = "Read") -> list[Item]:
        return [_heading("Context", 2, CONTEXT), _button("Read"), _heading(title, 3), item("a")]

    told, ignored = _titles(*fold(), *fold())
    assert (told, sorted(ignored)) == (["Read"], ["2 Read", "6 Read"])
    assert _titles(*fold(), *fold("Other")) == ([], {})
