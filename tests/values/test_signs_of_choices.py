"""Signs of a choice, beside the words that are chosen or not."""

import pytest

from atlas_scraper.values.choices import begins_choice, choices_in, is_crossed, is_unticked, ticked


@pytest.mark.parametrize("text", ["☑Oui", "☑ Oui", "✔\u00a0Oui ", "☒  Oui"])
def test_the_words_behind_the_sign_of_a_choice_are_chosen_with_or_without_a_space(text: str) -> None:
    assert (ticked(text), is_unticked(text)) == ("Oui", False)


@pytest.mark.parametrize("text", ["☐ Oui", "Oui ❏", "□Oui"])
def test_a_choice_that_is_not_made_has_its_sign_on_either_side(text: str) -> None:
    assert (ticked(text), is_unticked(text)) == (None, True)


@pytest.mark.parametrize("text", ["✘", "✗ Oui", "Oui ✖"])
def test_a_cross_on_either_side_says_no(text: str) -> None:
    assert is_crossed(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("☐ A ☒ B ☐ C", ["B"]),
        ("A ☐ B ☒ C ☐", ["B"]),
        ("✗ A ✓ B", ["B"]),
        ("☒ A ☑ B", ["B"]),
        ("○ A ● B", ["B"]),
        ("[ ] A [x] B (x)", []),
        ("( ) A (x) B", ["B"]),
        ("☐ A ☐ B", []),
        ("☑ A ☑ B", ["A", "B"]),
    ],
)
def test_of_choices_on_one_line_those_are_made_whose_sign_says_so(text: str, made: list[str]) -> None:
    assert [words for words, is_made in choices_in(text) if is_made] == made


@pytest.mark.parametrize("text", ["● A ● B", "Phase (X), projet (X)", "f(x) et g(x)", "Oui", "☑ Oui", "☐☐", ""])
def test_a_text_with_the_same_dots_or_brackets_or_one_sign_lists_no_choices(text: str) -> None:
    assert choices_in(text) == []


@pytest.mark.parametrize(
    ("text", "begins"), [("○ A", True), ("(x) A", True), ("☑ A", True), ("A ○", False), ("- A", False)]
)
def test_a_choice_of_a_list_begins_with_its_sign(text: str, begins: bool) -> None:
    assert begins_choice(text) is begins
