"""Choices that lines list: which one is made, and which lines say so."""

import pytest
from lines import item

from atlas_scraper.labelling.chosen import choice_of


@pytest.mark.parametrize(
    ("texts", "taken", "words"),
    [
        ("○ A|● B|○ C", 3, "B"),
        ("○ A|● B|C", 2, "B"),
        ("○ A ● B|○ C", 2, "B"),
        ("● A|● B|○ C", 0, None),
        ("[ ] A|[x] B", 2, "B"),
        ("☐ A|☑ B|C", 2, "B"),
        ("☑ A|☑ B", 0, None),
        ("☐ A|☐ B", 2, None),
        ("☐ A ☑ B|C", 1, "B"),
    ],
)
def test_the_choice_that_is_made_is_told_with_the_lines_that_list_it(texts: str, taken: int, words: str | None) -> None:
    choice = choice_of([(text, [item(text)]) for text in texts.split("|")])
    assert choice is not None
    assert (len(choice.lines), choice.words) == (taken, words)


@pytest.mark.parametrize("texts", ["A", "A|● B", "● A|● B", "- A|- B"])
def test_entries_of_a_list_are_no_choices(texts: str) -> None:
    assert choice_of([(text, [item(text)]) for text in texts.split("|")]) is None
