"""What the index of labels says of a text, at the edges of what a label, a column or a caption is."""

import pytest
from lines import AIM, CONTEXT, FUNDING, INDEX, PARTNERS, ROLE, STATE, WORDS, YEAR

from atlas_scraper.labelling.labels import Label, LabelIndex

POST = Label("post", ("Post in",), takes_more=True)
LONG_ROLE = Label("role", ("Abcdefghijklm",))
SHORT_ROLE = Label("role", ("Abcdefghijkl",))
SENTENCE = Label("triennial", ("It is", "It is not"), {"It is": True, "It is not": False}, is_sentence=True)
OTHERS = LabelIndex([POST, SENTENCE], [LONG_ROLE, SHORT_ROLE], ["Abcdefghijklm", "Abcdefghijk1", "City", "Land"], WORDS)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Year", YEAR), ("YEAR :", YEAR), ("Partners (2)", PARTNERS), ("Partners (12) :", PARTNERS),
        ("Partners(2)", PARTNERS), ("Partners (two)", None), ("Partners 2", None), ("3. Year", YEAR),
        ("3. Years", None), ("Partners (continued)", PARTNERS), ("Year (continued)", None),
        ("Partners continued", None), ("2.1 Year", YEAR), ("IV. Partners (2)", PARTNERS),
        ("2.1. Partners (2) :", PARTNERS),
        ("12 - Year", YEAR), ("Year.", None), ("- Year", None), ("Years", None), ("", None), (" Year ", YEAR),
    ],
)  # fmt: skip
def test_a_text_is_a_label_whatever_count_number_or_colon_stands_beside_it(text: str, label: Label | None) -> None:
    assert INDEX.find(text) is label


def test_a_label_that_takes_more_is_known_by_its_beginning_up_to_200_characters() -> None:
    assert OTHERS.find("Post in Rome".ljust(200, "x")) is POST
    assert OTHERS.find("Post in Rome".ljust(201, "x")) is None
    assert OTHERS.find("Post in Rome.") is None
    assert OTHERS.find("2.1 Post in Rome") is POST


def test_what_was_found_once_is_found_again() -> None:
    assert [INDEX.find("State :"), INDEX.find("State :")] == [STATE, STATE]
    assert [INDEX.find("Stately"), INDEX.find("Stately")] == [None, None]


@pytest.mark.parametrize(
    ("text", "may_begin"),
    [("Fund", True), ("Funding of it", True), ("3. Fund", True), ("3.", True), ("Funds", False), ("Zebra", False),
     ("Year", True), ("Yearly", False), ("Year (2)", True)],
)  # fmt: skip
def test_a_text_may_begin_a_label_where_one_goes_on_with_it(text: str, may_begin: bool) -> None:
    assert INDEX.may_begin(text) is may_begin


def test_a_text_is_a_column_of_any_table_or_of_one() -> None:
    assert [INDEX.is_column(text) for text in ("Country :", "Amount", "Countries")] == [True, True, False]
    assert [INDEX.is_column_of(PARTNERS, text) for text in ("Country", "Amount")] == [True, False]
    assert not INDEX.is_column_of(YEAR, "Country")


@pytest.mark.parametrize(("length", "is_column"), [(200, True), (201, False)])
def test_a_column_has_200_characters_at_most(length: int, is_column: bool) -> None:
    text = "Country".ljust(length)
    assert INDEX.is_column(text) is INDEX.is_column_of(PARTNERS, text) is is_column
    assert INDEX.is_header([text, "Name"]) is is_column


@pytest.mark.parametrize(
    ("cells", "is_header"),
    [
        (["Abcdefghijklm"], True),
        (["Abcdefghijklm", "a", "b", "c"], True),
        (["Abcdefghijk1"], False),
        (["City"], False),
        (["City", "", ""], False),
        (["City", "Land"], True),
        (["City", "Land", "a"], True),
        (["City", "Land", "", "a"], True),
        (["City", "Land", "Abcdefghijk1", "a", "b"], False),
        (["City", "Land", "a", "b"], False),
    ],
)
def test_a_header_has_one_long_name_or_two_and_more_than_six_of_ten(cells: list[str], is_header: bool) -> None:
    assert OTHERS.is_header(cells) is is_header


@pytest.mark.parametrize(
    ("label", "cells", "fit"),
    [
        (PARTNERS, ["Name", "Country"], 1), (PARTNERS, ["Name", "", "Country"], 1), (PARTNERS, ["Name", "City"], 0.5),
        (PARTNERS, ["Name", "City", "Country", "a"], 2 / 3), (YEAR, [], 0), (YEAR, ["Name"], 0), (FUNDING, [], 0),
    ],
)  # fmt: skip
def test_a_header_fits_a_table_by_the_share_of_names_that_both_have(label: Label, cells: list[str], fit: float) -> None:
    assert INDEX.fit_of_header(label, cells) == pytest.approx(fit)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Partners Name", 8), ("Partners Partners Name", 17), ("Partners Funding of it Name of the payer", 22),
        ("Partners Name Country", 0), ("Partners City", 0), ("Year Name", 0), ("Partners", 0), ("3. Partners Name", 11),
        ("Partners of ours Name", 0),
    ],
)  # fmt: skip
def test_a_caption_ends_where_the_name_of_a_column_begins(text: str, end: int) -> None:
    assert INDEX.end_of_caption(text) == end


@pytest.mark.parametrize(
    ("text", "captions"),
    [
        ("Partners", ["Partners"]), ("Partners Funding of it", ["Partners", "Funding of it"]), ("Year", []),
        ("Partners Year", []), ("Partners Partners Partners", ["Partners"] * 3), ("Zebra", []), ("Partners a", []),
    ],
)  # fmt: skip
def test_captions_in_a_row_are_labels_of_tables_alone(text: str, captions: list[str]) -> None:
    assert INDEX.captions(text) == captions


@pytest.mark.parametrize(("length", "is_read"), [(400, True), (401, False)])
def test_joined_labels_have_400_characters_at_most(length: int, is_read: bool) -> None:
    within = length - len("PartnersName")
    assert bool(INDEX.end_of_caption(f"Partners{' ' * within}Name")) is is_read
    assert bool(INDEX.captions(f"Partners{' ' * (length - 16)}Partners")) is is_read
    assert bool(INDEX.end_of_first(f"{'Year'.ljust(200)} State".ljust(length))) is is_read


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Year State", 4), ("Year Year", 0), ("Year", 0), ("Year of State", 0), ("Year 3. State", 0), ("Role Year", 4),
        ("Funding of it Aim", 13), ("Zebra State", 0),
    ],
)  # fmt: skip
def test_a_text_of_two_labels_is_cut_between_them(text: str, end: int) -> None:
    assert INDEX.end_of_first(text) == end


def test_a_label_of_a_section_lays_out_a_page_and_one_within_a_section_if_it_is_long() -> None:
    assert [INDEX.lays_out(text) for text in ("Year", "Role", "Zebra")] == [True, False, False]
    assert [OTHERS.lays_out(text) for text in ("Abcdefghijklm", "Abcdefghijkl")] == [True, False]


def test_a_statement_has_the_meaning_of_its_spelling() -> None:
    assert [SENTENCE.meaning(text) for text in ("IT IS", "it is not :", "It was")] == [True, False, None]


def test_a_label_has_one_value_where_neither_table_nor_text_nor_labels_stand_below_it() -> None:
    assert [label.has_one_value for label in (YEAR, ROLE, CONTEXT, AIM, PARTNERS, SENTENCE)] == [
        True, True, False, False, False, False
    ]  # fmt: skip
    assert not Label("theme", ("Theme",), reads_itself=True).has_one_value


def test_labels_have_their_rank_and_their_variants_in_the_pages_order() -> None:
    one, two = Label("one", ("One",), variant="old"), Label("two", ("Two",), variant="new")
    index = LabelIndex([two, one, STATE, Label("more", ("More",), variant="new")], [], [], WORDS)
    assert index.variants == ("new", "old")
    assert [index.rank[label] for label in (two, one, STATE)] == [0, 1, 2]


def test_by_its_first_letters_a_line_may_be_a_label_or_other_words_of_the_site() -> None:
    assert [INDEX.may_begin_with(text) for text in ("Year", "No infor", "next")] == [True, False, False]
    assert [INDEX.may_be_sites(text) for text in ("Year", "No infor", "next", "Zebra")] == [True, True, True, False]
