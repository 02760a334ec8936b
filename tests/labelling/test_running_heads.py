"""Heads and feet of sheets: what numbers them, and what comes again beside that."""

import pytest
from lines import INDEX, cut, said

from atlas_scraper.labelling.running_heads import ignore_running_heads


def _left(*texts: str) -> list[str]:
    items = cut(*texts)
    told = ignore_running_heads(items, INDEX)
    ignored = said([each for each in items if each.fate is not None])
    assert set(told) == set(ignored)
    return said([each for each in items if each.fate is None])


@pytest.mark.parametrize(
    "numbers",
    [
        ["sheet 1 of 2", "sheet 2 of 2"],
        ["Atlas, sheet 1 of 2", "Atlas, sheet 2 of 2"],
        ["sheet 1", "sheet 2", "sheet 3"],
        ["sheet 13", "sheet 14", "sheet 15"],
        ["[sheet 13]"],
        ["— 13 —"],
        ["[sheet 1]", "[sheet 2]"],
        ["— sheet 13 of 40 —", "— sheet 14 of 40 —", "— sheet 15 of 40 —"],
    ],
)
def test_numbers_of_sheets_from_the_first_to_the_last_are_ignored(numbers: list[str]) -> None:
    texts = ["One.", "Two.", "Three."][: len(numbers)]
    assert _left(*(text for both in zip(texts, numbers, strict=True) for text in both)) == texts


@pytest.mark.parametrize(
    "numbers",
    [
        ["sheet 1 of 1"],
        ["sheet 1", "sheet 2"],
        ["sheet 2 of 3", "sheet 3 of 3"],
        ["sheet 1 of 3", "sheet 2 of 3"],
        ["sheet 2 of 2", "sheet 1 of 2"],
        ["sheet 1 of 2", "sheet 2 of 3"],
        ["sheet 1 of 2", "another sheet 2 of 2"],
        ["sheet 13", "sheet 14"],
        ["sheet 13", "sheet 15", "sheet 17"],
        ["see sheet 13", "see sheet 14", "see sheet 15"],
        ["sheet 13 of 40", "sheet 14 of 40", "sheet 15 of 41"],
        ["13", "14", "15"],
        ["- sheet 13"],
        ["- 13"],
        ["[13]"],
        ["sheet 1 of 2.", "sheet 2 of 2."],
        ["x" * 200 + "sheet 1 of 2", "x" * 200 + "sheet 2 of 2"],
    ],
)
def test_numbers_that_count_no_sheets_stay(numbers: list[str]) -> None:
    assert _left(*numbers) == numbers


def test_what_comes_again_beside_the_number_of_nearly_each_sheet_is_ignored() -> None:
    sheets = ("Head", "Year", "One.", "Foot", "sheet 1 of 2", "Head", "Two.", "Foot", "sheet 2 of 2")
    assert _left(*sheets) == ["Year", "One.", "Two."]
    heads = ("Head", "sheet 1 of 2", "Year", "One.", "Foot", "Head", "sheet 2 of 2", "Two.", "Foot")
    assert _left(*heads) == ["Year", "One.", "Two."]


def test_numbers_in_heads_and_feet_may_differ_from_sheet_to_sheet() -> None:
    assert _left("One.", "Printed 1/5", "sheet 1 of 2", "Two.", "Printed 2/5", "sheet 2 of 2") == ["One.", "Two."]


def test_what_stands_beside_one_number_only_stays() -> None:
    sheets = ("One.", "sheet 1 of 2", "Two.", "sheet 2 of 2", "Three.", "Two.")
    assert _left(*sheets) == ["One.", "Two.", "Three.", "Two."]
    assert _left("One.", "sheet 1 of 2", "Two.", "sheet 2 of 2") == ["One.", "Two."]


def test_a_label_is_no_part_of_a_head() -> None:
    assert _left("Year", "sheet 1 of 2", "Year", "sheet 2 of 2") == ["Year", "Year"]


def test_a_head_is_not_sought_further_than_six_lines_away() -> None:
    head = [f"Head {chr(97 + number)}" for number in range(7)]
    sheets = ("One.", *head, "sheet 1 of 2", "Two.", *head, "sheet 2 of 2")
    assert _left(*sheets) == ["One.", head[0], "Two.", head[0]]


def _left_of(*texts: str) -> list[str]:
    """Read lines of which the numbers have a mark of their own."""
    items = [item for text in texts for item in cut(text, mark="p.n>" if text.strip("[]").isdigit() else "p>")]
    ignore_running_heads(items, INDEX)
    return said([each for each in items if each.fate is None])


def test_numbers_alone_that_rise_one_by_one_across_labels_number_pages() -> None:
    texts = ("Year", "2017", "Context", "One.", "13", "Two.", "Aim", "Three.", "14", "Four.", "15")
    items = [cut(text, mark="p.n>" if len(text) == 2 else "p>")[0] for text in texts]
    ignore_running_heads(items, INDEX)
    left = ["Year", "2017", "Context", "One.", "Two.", "Aim", "Three.", "Four."]
    assert said([each for each in items if each.fate is None]) == left


@pytest.mark.parametrize(
    "texts",
    [
        ("One.", "1", "Two.", "2", "Three.", "3"),
        ("Context", "One.", "13", "Two.", "Aim", "Three.", "14"),
        ("Context", "One.", "13", "Two.", "Aim", "Three.", "15", "Four.", "14"),
        ("Year", "13", "State", "14", "Year", "15"),
        ("Context", "Name", "13", "Country", "14", "Aim", "Name", "15"),
    ],
)
def test_numbers_alone_of_one_text_or_that_are_values_or_in_no_order_stay(texts: tuple[str, ...]) -> None:
    assert _left_of(*texts) == [*texts]


def test_numbers_that_are_marked_as_other_lines_are_stay() -> None:
    texts = ("Context", "One.", "13", "Two.", "Aim", "Three.", "14", "Four.", "15")
    assert _left(*texts) == [*texts]


def _beside(*texts: str) -> tuple[list[str], list[str]]:
    """Give what is left out beside labels, and what is left there."""
    items = cut(*["Year"] * len(texts))
    for each, text in zip(items, texts, strict=True):
        each.beside = text
    return ignore_running_heads(items, INDEX), [each.beside for each in items]


def test_numbers_beside_four_labels_of_as_many_all_are_left_out() -> None:
    counts = ["sheet 1 of 9", "sheet 2 of 9", "sheet 4 of 9", "sheet 9 of 9"]
    assert _beside(*counts) == (counts, [""] * 4)
    assert _beside(*counts[:2], "new", *counts[2:])[1] == ["", "", "new", "", ""]
    for others in (
        counts[:3],
        [*counts[:3], "sheet 9 of 10"],
        [*counts[:3], "sheet 4 of 9"],
        [*counts[:3], "sheet 3 of 9"],
        ["sheet 1", "sheet 2", "sheet 3", "sheet 4"],
        [*counts[:3], "on sheet 9 of 9"],
    ):
        assert _beside(*others) == ([], others)


def test_a_foot_that_one_sheet_of_three_lacks_is_one_and_one_that_two_of_four_lack_is_none() -> None:
    three = ("One.", "Foot", "sheet 1 of 3", "Two.", "sheet 2 of 3", "Three.", "Foot", "sheet 3 of 3")
    assert _left(*three) == ["One.", "Two.", "Three."]
    four = ("One.", "Foot", "sheet 1 of 4", "Two.", "sheet 2 of 4", "Three.", "Foot", "sheet 3 of 4", "Four.")
    assert _left(*four, "sheet 4 of 4") == ["One.", "Foot", "Two.", "Three.", "Foot", "Four."]
