"""Paragraphs printed twice go; lists that recur for a reason of their own stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_scraper.values.repeats import without_repeats

DISTINCT = st.lists(st.text(max_size=8), unique=True, max_size=12)


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("", ""),
        ("a", "a"),
        ("a b c", "a b c"),
        ("a b c d b c d", "a b c d"),
        ("a b b", "a b"),
        ("a b c b", "a b c b"),
        ("a b a c", "a b a c"),
    ],
)
def test_a_tail_that_follows_itself_goes(printed: str, written: str) -> None:
    assert without_repeats(printed.split()) == written.split()


def test_two_lists_that_say_the_same_are_both_kept() -> None:
    local, abroad = "Objectifs locaux :", "Objectifs en France :"
    printed = [local, "A", "B", abroad, "A", "B", "A", "B", abroad, "A", "B"]
    assert without_repeats(printed) == [local, "A", "B", abroad, "A", "B"]


def test_a_line_that_recurs_apart_is_kept() -> None:
    assert without_repeats(["- Formation", "- Santé", "- Formation"]) == ["- Formation", "- Santé", "- Formation"]


def test_the_paragraphs_handed_over_are_left_alone() -> None:
    printed = ["a", "b", "b"]
    without_repeats(printed)
    assert printed == ["a", "b", "b"]


@given(DISTINCT, st.data())
def test_printing_any_tail_again_is_undone(written: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(min_value=0, max_value=len(written)))
    assert without_repeats(written + written[start:]) == written


@given(DISTINCT.filter(lambda lines: len(lines) >= 3))
def test_a_list_that_recurs_under_another_heading_is_kept(lines: list[str]) -> None:
    first, second, *items = lines
    written = [first, *items, second, *items]
    assert without_repeats(written) == written
    assert without_repeats(written + written[1:]) == written


@given(st.lists(st.sampled_from("abc"), max_size=20))
def test_cleaning_twice_changes_nothing_more(printed: list[str]) -> None:
    once = without_repeats(printed)
    assert without_repeats(once) == once
    assert printed[: len(once)] == once
