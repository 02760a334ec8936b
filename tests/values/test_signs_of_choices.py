"""Signs of a choice, beside the words that are chosen or not."""

import pytest

from atlas_scraper.values.choices import is_unticked, ticked


@pytest.mark.parametrize("text", ["☑Oui", "☑ Oui", "✔\u00a0Oui ", "☒  Oui"])
def test_the_words_behind_the_sign_of_a_choice_are_chosen_with_or_without_a_space(text: str) -> None:
    assert (ticked(text), is_unticked(text)) == ("Oui", False)


@pytest.mark.parametrize("text", ["☐ Oui", "Oui ❏", "□Oui"])
def test_a_choice_that_is_not_made_has_its_sign_on_either_side(text: str) -> None:
    assert (ticked(text), is_unticked(text)) == (None, True)
