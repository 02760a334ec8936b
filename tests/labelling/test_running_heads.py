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
