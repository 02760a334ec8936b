"""Text as people see it, and text folded for comparison."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_scraper.values.text import _fold_any, drop_controls, fold, tidy, without_signs


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("", ""),
        (" \r\n\t ", ""),
        ("  Inn'O \r\n Brest ", "Inn'O Brest"),
        ("12\u00a0000\u202f€", "12 000 €"),
        ("\u00a0", ""),
        ("cafe\u0301", "café"),
        ("coop\u00ade\u0301ration\u200b\ufeff", "coopération"),
        ("a \u200b b", "a b"),
        ("un\x85deux", "un deux"),
        ("\u20682017\u2069", "2017"),
        ("\u200eTitre\u200f :\u061c", "Titre :"),
        ("\u202aDosso\u202c \u202eKayes\u202c", "Dosso Kayes"),
        ("Ka\u034fyes\ufff9\u2063", "Kayes"),
        ("Da\u200ckar\u200d", "Dakar"),
        ("\u200dDosso", "Dosso"),
    ],
)
def test_spaces_and_invisible_characters_are_tidied(text: str, seen: str) -> None:
    assert tidy(text) == seen


@pytest.mark.parametrize("text", ["نمی\u200cدانم", "\U0001f469\u200d\U0001f33e", "क\u200d्ष"])
def test_what_joins_letters_of_other_scripts_stays_for_it_is_part_of_their_spelling(text: str) -> None:
    assert tidy(text) == text


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("coop&eacute;ration", "coopération"),
        ("l&rsquo;eau", "l’eau"),
        ("l&#39;eau", "l'eau"),
        ("l&#x2019;eau", "l’eau"),
        ("12&nbsp;000", "12 000"),
        ("&lt;b&gt;", "<b>"),
    ],
)
def test_what_was_escaped_twice_is_undone(text: str, seen: str) -> None:
    assert tidy(text) == seen


@pytest.mark.parametrize("text", ["Jeunesse & genre", "R&D", "AT&T;", "a&b=c", "&", "?a=1&copy=2"])
def test_an_ampersand_of_the_text_stays(text: str) -> None:
    assert tidy(text) == text


def test_a_control_character_escaped_twice_is_dropped() -> None:
    assert tidy("a&#1;b") == "ab"


@pytest.mark.parametrize(
    ("text", "kept", "dropped"),
    [
        ("abc", "abc", 0),
        ("a\x00b\x1fc\x7f", "abc", 3),
        ("a\tb\r\nc", "a\tb\r\nc", 0),
        ("a\x80b\x9fc", "abc", 2),
        ("a\x85b", "a\x85b", 0),
    ],
)
def test_control_characters_are_dropped_and_counted(text: str, kept: str, dropped: int) -> None:
    assert drop_controls(text) == (kept, dropped)


@pytest.mark.parametrize(
    "text",
    [
        "Sous-thématique d'intervention",
        "Sous-thématique d’intervention :",
        "SOUS THEMATIQUE DINTERVENTION",
        "sous‑thématique\u00a0d`intervention\u202f:",
        "???Sous-thématique d'intervention???",
        "Sous-the\u0301matique d'inter\u00advention",
    ],
)
def test_labels_alike_to_people_fold_alike(text: str) -> None:
    assert fold(text) == "sousthematiquedintervention"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        *(("mises en œuvre", "misesenoeuvre"), ("ŒUVRE", "oeuvre"), ("Montant 1% Eau", "montant1eau"), ("???", "")),
        *(("Curriculum vitæ", "curriculumvitae"), ("ÆGIR", "aegir"), ("Timișoara ą", "timisoaraa")),
    ],
)
def test_folding_keeps_letters_and_digits_alone(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_tidied_text_has_single_spaces_and_none_at_its_ends(text: str) -> None:
    assert tidy(text) == " ".join(tidy(text).split())


@given(st.text())
def test_dropping_controls_twice_changes_nothing_more(text: str) -> None:
    kept, dropped = drop_controls(text)
    assert drop_controls(kept) == (kept, 0)
    assert len(kept) + dropped == len(text)


def test_every_control_character_is_dropped_that_is_no_space_of_any_kind() -> None:
    controls = [
        chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if not chr(code).isspace() or 0x1B < code < 0x20
    ]
    assert len(controls) == 32 + 33 - 6
    assert [letter for letter in controls if drop_controls(f"a{letter}b") != ("ab", 1)] == []


def test_a_reference_to_a_control_character_is_dropped_and_counted_and_others_stay() -> None:
    text, dropped = drop_controls("un&#23;deux&#x8D;trois &#150; quatre&#10;")
    assert (tidy(text), dropped) == ("undeuxtrois – quatre", 2)


@given(st.text(alphabet=st.characters(max_codepoint=0x17F)))
def test_folding_does_not_see_what_tidying_does(text: str) -> None:
    assert fold(" ".join(text.split())) == fold(text)


@given(st.text())
def test_folded_text_has_letters_and_digits_alone(text: str) -> None:
    assert fold(text) == "" or fold(text).isalnum()


def test_folding_by_table_gives_what_folding_letter_by_letter_gives() -> None:
    letters = [*map(chr, range(0xD800)), *map(chr, range(0xE000, 0x11000))]
    assert [fold(letter) for letter in letters] == [_fold_any(letter) for letter in letters]
    assert fold("Mise en œuvre : ½ Straße, ŒUVRE") == _fold_any("Mise en œuvre : ½ Straße, ŒUVRE")


def test_half_a_pair_of_surrogates_stops_no_text() -> None:
    assert drop_controls("a\ud800b\x01") == ("a\ud800b", 1)
    assert drop_controls("a\ud800b") == ("a\ud800b", 0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("● En cours", "En cours"),
        ("\U0001f1e8\U0001f1e6 Canada", "Canada"),
        ("\U0001f3f7\ufe0f Correspondant *", "Correspondant"),
        ("\ue900 Canada →", "Canada"),
        ("« En cours »", "« En cours »"),
        ("(Congo)", "(Congo)"),
        ("Congo (République)", "Congo (République)"),
        ("\U0001f1e8\U0001f1e6", "\U0001f1e8\U0001f1e6"),
        ("", ""),
    ],
)
def test_signs_that_are_drawn_around_a_text_are_left_out(text: str, words: str) -> None:
    assert without_signs(text) == words
