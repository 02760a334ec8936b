"""Lines in which a colon parts a label from its value, and a sign one pair from the next."""

import pytest
from lines import INDEX, line, said

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.colon_pairs import cut_at_colon


def _parts(text: str) -> list[str]:
    return said(cut_at_colon(line(text), INDEX))


@pytest.mark.parametrize("sign", [" · ", " | ", " / ", " – ", " - ", " • ", "; ", " ; "])
def test_a_sign_before_a_label_and_its_colon_parts_two_pairs(sign: str) -> None:
    assert _parts(f"Year : 2017{sign}State : open") == ["Year :", "2017", "State :", "open"]


def test_pairs_without_a_value_and_the_words_behind_the_last_one_are_parted_too() -> None:
    assert _parts("Year : · State : open · Aim : a - b") == ["Year :", "State :", "open", "Aim :", "a - b"]


@pytest.mark.parametrize("colons", [" :* :", " : * :", ":*:", " :(!) :"])
def test_a_sign_and_a_further_colon_are_the_labels(colons: str) -> None:
    assert _parts(f"Year{colons} 2017")[1:] == ["2017"]


@pytest.mark.parametrize("value", ["* 2017", "(1) 2017", "a* : b", "**** : b"])
def test_a_sign_that_no_colon_follows_is_the_values(value: str) -> None:
    assert _parts(f"Year : {value}") == ["Year :", value]


@pytest.mark.parametrize(
    "value",
    ["2017, State : open", "2017 · State", "2017 · Town : Brest", "2017·State : open", "2017 · a State : x"],
)
def test_a_value_goes_on_where_no_sign_label_and_colon_follow(value: str) -> None:
    assert _parts(f"Year : {value}") == ["Year :", value]


def test_a_line_that_begins_with_no_label_or_has_no_value_is_not_cut() -> None:
    assert _parts("Town : Brest · Year : 2017") == []
    assert _parts("Year :") == []


def test_each_further_label_continues_the_line_and_is_one() -> None:
    items = cut_at_colon(line("Year : 2017 · State : open"), INDEX)
    assert [item.continues for item in items] == [False, True, True, True]
    assert [item.label is not None for item in items] == [True, False, True, False]


def test_pairs_are_sought_behind_forty_signs_of_a_line() -> None:
    for signs, cuts in ((39, 4), (40, 2)):
        assert len(_parts(f"Year : {' · '.join('x' * (signs + 1))} · State : open")) == cuts


def test_labels_without_values_on_one_line_are_parted_at_their_colons() -> None:
    items = cut_at_colon(line("Year : State : Aim : a"), INDEX)
    assert said(items) == ["Year :", "State :", "Aim :", "a"]
    assert [item.continues for item in items] == [False, True, True, True]
    assert ["".join(run.text for run in item.runs) for item in items] == ["Year :", " State :", " Aim :", " a"]


def test_a_value_behind_a_colon_keeps_the_mark_and_link_of_its_stretch() -> None:
    first, last = Run("Year : ", "p>b"), Run("2017", "p>a", "/x")
    label, value = cut_at_colon(Line("Year : 2017", (first, last)), INDEX)
    assert ((label.mark, label.runs[0].href), (value.mark, value.runs[0].href)) == (("p>b", None), ("p>a:", "/x"))
