"""What a site says by itself: whole texts of a closed list, alone or in a row."""

import pytest
from lines import WORDS, item

from atlas_scraper.blocks.document import Run
from atlas_scraper.labelling.items import Item


@pytest.mark.parametrize(
    ("text", "is_frame"),
    [
        ("Home", True), ("HOME :", True), ("Home > Atlas > Print", True), ("Home - Atlas", True), ("Home  Atlas", True),
        ("Home Atlas", False), ("Home-Atlas", False), ("Home > Town", False), ("Town", False),
        ("???menu.home???", True),
        ("Home > ???menu.home???", True), ("Town ???menu.home???", False), ("© 2024 Atlas", True), ("© 2024", True),
        ("Copyright Atlas", True), ("© 2024 Town", False), ("2024", False), ("Atlas 2024", False), (" > ", False),
    ],
)  # fmt: skip
def test_the_frame_is_made_of_the_words_of_the_list_and_of_nothing_else(text: str, is_frame: bool) -> None:
    assert WORDS.is_frame(text) is is_frame


@pytest.mark.parametrize(("length", "is_read"), [(400, True), (401, False)])
def test_words_of_the_frame_have_400_characters_at_most(length: int, is_read: bool) -> None:
    text = "Home".ljust(length)
    assert WORDS.is_frame(text) is WORDS.is_trail(text) is is_read
    assert WORDS.is_group("general".ljust(length)) is is_read


def test_steps_of_a_breadcrumb_groups_and_actions_are_lists_of_their_own() -> None:
    assert [WORDS.is_trail(text) for text in ("Home > Sheet", "Home > Print", "Print")] == [True, False, False]
    assert [WORDS.is_group(text) for text in ("General information", "General aim", "general")] == [True, False, True]
    assert [WORDS.may_be_action(text) for text in ("Print", "Embassy", "Town")] == [True, False, False]


def test_empty_tables_and_rows_that_say_none_are_told_by_their_words() -> None:
    assert [WORDS.is_empty(text) for text in ("No information", "no information.", "No informations")] == [
        True, True, False
    ]  # fmt: skip
    assert [WORDS.is_no_row(text) for text in ("None given", " none given ", "-")] == [True] * 3
    assert [WORDS.is_no_row(text) for text in ("None", "Nothing", "None given to all")] == [False] * 3


@pytest.mark.parametrize(
    ("text", "is_pager"),
    [("1", True), ("<< 1 2 3 >>", True), ("1 2 next", True), ("page 1 / 3", True), ("1 town", False), ("", False),
     ("???next???", True), ("town 1", False), ("?? 1", False)],
)  # fmt: skip
def test_a_paginator_is_made_of_steps_numbers_and_its_words(text: str, is_pager: bool) -> None:
    assert WORDS.is_pager(text) is is_pager


def test_an_invitation_to_choose_is_a_whole_text() -> None:
    assert [WORDS.is_prompt(text) for text in ("Choose one", "To choose one")] == [True, False]


@pytest.mark.parametrize(
    ("runs", "is_action"),
    [
        ([("Print", True)], True), ([("Print", False)], False),
        ([("Print", True), (" | ", False), ("Home", True)], True),
        ([("Print", True), ("Town", True)], False), ([(" | ", True)], False), ([], False), ([("Embassy", True)], False),
        ([("Print", True), ("-–·•>/", False)], True),
    ],
)  # fmt: skip
def test_a_line_is_an_action_where_all_it_says_are_links_with_the_sites_words(
    runs: list[tuple[str, bool]], is_action: bool
) -> None:
    assert WORDS.is_action([Run(text, "a", interactive=is_link) for text, is_link in runs]) is is_action


def test_an_item_knows_its_mark_and_whether_a_part_of_it_is_a_link() -> None:
    block = item("Year 2017").block
    made = Item(block, "Year 2017", (Run(" ", "x"), Run("Year", "b"), Run("2017", "a", interactive=True)))
    assert (made.mark, made.has_link) == ("b", True)
    blank = Item(block, "", (Run(" ", "x", interactive=True),))
    assert (blank.mark, blank.has_link) == ("", True)
    assert (item("Year", "b").mark, item("Year", "b").has_link) == ("b", False)
    assert (Item(block, "", (Run(" ", "x"), Run("\t", "y"))).mark, Item(block, "").has_link) == ("", False)
