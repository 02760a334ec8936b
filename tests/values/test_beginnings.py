"""The quick test before a text is looked up in a list: it may be wrong in one way alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_scraper.values.beginnings import TESTED, Beginnings

LISTED = Beginnings(["historique", "1eau", "contexteethistorique"])


@given(
    st.text("— -?«\u00a0*…", max_size=12),
    st.sampled_from(["Historique", "HISTORIQUE du partenariat", "1 % Eau", "Contexte", "Contexte et historique :"]),
)
def test_what_is_listed_is_never_passed_over_whatever_signs_stand_before_it(signs: str, text: str) -> None:
    assert LISTED.may_begin((signs + text)[:TESTED])


@given(st.text(" \t\u00a0", max_size=9), st.integers(1, 99), st.sampled_from([".", ")", " -", "°"]))
def test_what_is_listed_is_never_passed_over_behind_its_number(spaces: str, number: int, sign: str) -> None:
    assert LISTED.may_begin(f"{spaces}{number}{sign} Historique"[:TESTED])


@pytest.mark.parametrize("text", ["Les partenaires", "Il y a", "2. Les villes", "Histoire"])
def test_what_is_not_listed_is_told_by_how_it_begins(text: str) -> None:
    assert not LISTED.may_begin(text[:TESTED])
