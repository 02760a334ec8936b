"""The quick test before a text is looked up in a list: it may be wrong in one way alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_scraper.values.beginnings import TESTED, Beginnings, is_number, without_number

LISTED = Beginnings(["historique", "1eau", "contexteethistorique"])


@given(
    st.text("— -?«\u00a0*…", max_size=12),
    st.sampled_from(["Historique", "HISTORIQUE du partenariat", "1 % Eau", "Contexte", "Contexte et historique :"]),
)
def test_what_is_listed_is_never_passed_over_whatever_signs_stand_before_it(signs: str, text: str) -> None:
    assert LISTED.may_begin((signs + text)[:TESTED])


@given(
    st.text(" \t\u00a0", max_size=9),
    st.sampled_from(["1", "99", "2.1", "2.1.3", "12.10.11", "(4", "IV", "VIII", "viii", "b", "C"]),
    st.sampled_from([".", ")", " -", " –", "/"]),
    st.text(" \u00a0", min_size=1, max_size=5),
)
def test_what_is_listed_is_never_passed_over_behind_its_number(
    spaces: str, number: str, sign: str, between: str
) -> None:
    text = f"{spaces}{number}{sign}{between}Historique"
    assert without_number(text) == "Historique"
    assert LISTED.may_begin(text[:TESTED])


@pytest.mark.parametrize(
    "text",
    ["2017", "12 000", "1 % Eau", "2.5", "E-mail", "I", "M.X", "L'eau", "Il – elle", "12.5 %", "100. Titre", "d"],
)
def test_what_is_no_number_before_a_text_stays(text: str) -> None:
    assert without_number(text) == text


@pytest.mark.parametrize("text", ["Les partenaires", "Il y a", "2. Les villes", "Histoire"])
def test_what_is_not_listed_is_told_by_how_it_begins(text: str) -> None:
    assert not LISTED.may_begin(text[:TESTED])


@pytest.mark.parametrize("text", ["1.11", " 2) ", "IV.", "b)", "(3)", "10.10.10.10."])
def test_a_number_with_which_a_heading_begins_is_one(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize("text", ["", "1", "2017", "12/03", "A", "I", "Un", "1.11 Un", "1.1.1.1.1.1.1.1"])
def test_another_text_is_none(text: str) -> None:
    assert not is_number(text)
