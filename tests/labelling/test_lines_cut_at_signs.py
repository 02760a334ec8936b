"""Lines that go on behind a label and the sign of the page, which are cut there where nothing else cuts them."""

import pytest
from lines import CONTEXT, HISTORY, INDEX, PARTNERS, STATE, WORDS, YEAR, cut, item, line, said

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.signs import cut_at_signs

PATH = (1, 2)
THREE = ("State – open", "Context – Un.", "History – Deux.")
CUT = ["State", "– open", "Context", "– Un.", "History", "– Deux."]


def _pair(label: Label, name: str, value: str) -> list[Item]:
    """Make a label and its value on one line, in a stretch each."""
    runs = (Run(name, "b>"), Run(f" {value}", "p>i>"))
    whole = Line(f"{name} {value}", runs, PATH)
    return [Item(whole, name, runs[:1], label=label), Item(whole, value, runs[1:], continues=True)]


def _at_signs(*texts: str, labels: LabelIndex = INDEX) -> list[str]:
    lines = [line(text, "p>", (1, 2 + place), block=place) for place, text in enumerate(texts)]
    return said(cut_at_signs(cut_into_items(lines, labels), labels))


def test_lines_are_cut_at_the_sign_of_three_labels_that_stand_nowhere_else() -> None:
    assert _at_signs(*THREE) == CUT
    assert _at_signs("State", "open") == ["State", "open"]
    assert _at_signs(*THREE[:2]) == list(THREE[:2])
    assert _at_signs(*THREE[:2], THREE[1]) == [*THREE[:2], THREE[1]]
    assert _at_signs(*THREE, "Year → 2017") == [*CUT, "Year → 2017"]
    assert _at_signs(*THREE, "Town – Brest") == [*CUT, "Town – Brest"]
    assert _at_signs(*THREE[:2], "Role – chief") == [*THREE[:2], "Role – chief"]
    assert _at_signs(*THREE, "Role – chief") == [*CUT, "Role", "– chief"]
    assert _at_signs(*THREE, "Partners – x") == [*CUT, "Partners – x"]


def test_a_cut_label_is_told_by_its_sign_and_its_value_goes_on() -> None:
    label, value = cut_at_signs(cut(*THREE), INDEX)[:2]
    assert (label.label, label.evidence, label.continues, label.mark) == (STATE, Evidence.COLON, False, "p>")
    assert (value.label, value.continues, value.mark) == (None, True, "p>:")


def test_labels_that_stand_elsewhere_too_are_cut_where_twice_as_many_do_not() -> None:
    alone = "Aim – x", "Context and history – y"
    assert _at_signs(*THREE, *alone[:1], "State", "Context") == [
        "State – open", "Context – Un.", "History – Deux.", "Aim – x", "State", "Context"
    ]  # fmt: skip
    assert _at_signs("Year – 1", *THREE, "State") == ["Year", "– 1", *CUT, "State"]
    more = ("Year – 1", *THREE, *alone, "State", "Context")
    assert _at_signs(*more) == ["Year", "– 1", *CUT, "Aim", "– x", "Context and history", "– y", "State", "Context"]
    assert _at_signs(*more[1:]) == [
        *THREE[:2], "History", "– Deux.", "Aim", "– x", "Context and history", "– y", "State", "Context"
    ]  # fmt: skip


@pytest.mark.parametrize(("interactive", "landmark"), [(True, ""), (False, "menu")])
def test_a_label_in_a_link_or_in_a_landmark_stands_nowhere_else(interactive: bool, landmark: str) -> None:
    entries = [
        Line(text, (Run(text, "a>", interactive=interactive),), PATH, landmark=landmark)
        for text in ("State", "Context")
    ]
    items = [*cut_into_items(entries, INDEX), *cut(*THREE)]
    assert said(cut_at_signs(items, INDEX)) == ["State", "Context", *CUT]


def test_a_label_within_a_section_that_stands_elsewhere_is_cut_all_the_same() -> None:
    assert _at_signs("Role", "Role", *THREE, "Role – chief") == ["Role", "Role", *CUT, "Role", "– chief"]


def _with(*more: Item, texts: tuple[str, ...] = THREE[:2]) -> list[str]:
    return said(cut_at_signs([*more, *cut(*texts)], INDEX))


def test_labels_that_the_sign_parts_from_their_value_already_count_unless_a_colon_stands_there() -> None:
    assert _with(*_pair(YEAR, "Year", "– 2017")) == ["Year", "– 2017", *CUT[:4]]
    assert _with(*_pair(YEAR, "Year :", "– 2017")) == ["Year :", "– 2017", *THREE[:2]]
    assert _with(*_pair(YEAR, "Year", "→ 2017")) == ["Year", "→ 2017", *THREE[:2]]
    plain = [part for _ in range(4) for part in _pair(YEAR, "Year", "2017")]
    assert _with(*plain, texts=THREE) == [*["Year", "2017"] * 4, *CUT]


def test_what_is_a_label_already_goes_on_or_is_a_value_is_not_cut() -> None:
    assert _with(*_pair(YEAR, "Year –", "2017"), texts=THREE) == ["Year –", "2017", *CUT]
    for number in range(2):
        items = cut(*THREE, "Year – 2017")
        if number:
            items[3].continues = True
        else:
            items[3] = item("Year – 2017", is_value=True)
        assert said(cut_at_signs(items, INDEX)) == [*CUT, "Year – 2017"]


def test_a_line_is_cut_within_its_stretches() -> None:
    runs = (Run("Ye", "p>u>"), Run("ar – 20", "p>"), Run("17", "p>i>"))
    whole = Line("Year – 2017", runs, PATH)
    label, value = cut_at_signs([Item(whole, whole.text, runs), *cut(*THREE)], INDEX)[:2]
    assert [(run.text, run.mark) for run in label.runs] == [("Ye", "p>u>"), ("ar", "p>")]
    assert [(run.text, run.mark) for run in value.runs] == [(" – 20", "p>:"), ("17", "p>i>")]


def test_a_line_is_cut_between_its_stretches() -> None:
    runs = (Run("Yea", "p>u>"), Run("r", "p>"), Run(" – 2017", "p>i>"))
    whole = Line("Year – 2017", runs, PATH)
    label, value = cut_at_signs([Item(whole, whole.text, runs), *cut(*THREE)], INDEX)[:2]
    assert (label.runs, [(run.text, run.mark) for run in value.runs]) == (runs[:2], [(" – 2017", "p>i>:")])


def _index(*labels: Label) -> LabelIndex:
    return LabelIndex([STATE, CONTEXT, HISTORY, *labels], [], [], WORDS)


def test_a_label_of_more_words_may_hold_the_sign_itself_and_one_that_takes_more_ends_at_the_first() -> None:
    longer = _index(YEAR, Label("both", ("Year aim",)))
    assert _at_signs(*THREE, "Year – aim – x", labels=longer) == [*CUT, "Year – aim", "– x"]
    post = _index(Label("post", ("Post",), takes_more=True))
    assert _at_signs(*THREE, "Post of Rome – a – b.", labels=post) == [*CUT, "Post of Rome", "– a – b."]


@pytest.mark.parametrize(("signs", "is_cut"), [(5, True), (6, False)])
def test_a_label_may_hold_five_signs_itself(signs: int, is_cut: bool) -> None:
    name = " – ".join("abcdefg"[: signs + 1])
    found = _at_signs(*THREE, f"{name} – x", labels=_index(Label("long", (name,))))
    assert found == [*CUT, *([name, "– x"] if is_cut else [f"{name} – x"])]


@pytest.mark.parametrize(("length", "is_cut"), [(199, True), (200, False)])
def test_a_label_and_its_sign_are_201_characters_at_most(length: int, is_cut: bool) -> None:
    name = "x" * length
    found = _at_signs(*THREE, f"{name} – x", labels=_index(Label("long", (name,))))
    assert (found == [*CUT, name, "– x"]) is is_cut


@pytest.mark.parametrize(
    "signs",
    [("...", ".....", "......"), ("___", "____", "_____"), ("…", "……", "………"), ("……", "…", "..."),
     ("\u00a0\u00a0", "\u00a0 \u00a0", "\u2003"), ("\u2002\u2002", "\u00a0\u00a0", "\u2002\u00a0")],
)  # fmt: skip
def test_dots_lines_and_gaps_that_lead_over_to_a_value_are_one_sign_however_long(signs: tuple[str, ...]) -> None:
    spaced = [sign if sign.isspace() else f" {sign} " for sign in signs]
    texts = (f"State{spaced[0]}open", f"Context{spaced[1]}Un.", f"History{spaced[2]}Deux.")
    assert [text for text in _at_signs(*texts) if text in CUT] == CUT[::2]


def test_no_table_heading_is_a_label_at_a_sign() -> None:
    assert PARTNERS.heads_table
    assert _at_signs("Partners – x", "Funding of it – y", *THREE[:1]) == ["Partners – x", "Funding of it – y", THREE[0]]
