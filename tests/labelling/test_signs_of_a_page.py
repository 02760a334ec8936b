"""The sign between labels and values on one line: which one is the page's, and what it is left out of."""

from collections.abc import Sequence

import pytest
from lines import CONTEXT, HISTORY, INDEX, ROLE, STATE, YEAR, item

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.signs import (
    begins_with_sign,
    common_sign,
    end_before_sign,
    leave_out_signs,
    without_sign,
)

PATH = (1, 2)


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        (["→ a", "→ b", "→ c"], "→"), (["→ a", "→ b"], ""), (["→ a", "→ b", "→ c", "d", "e"], "→"),
        (["→ a", "→ b", "→ c", "d", "e", "f"], ""), (["a", "b", "c"], ""), ([], ""), (["-1", "-2", "-3"], ""),
        (["-a", "-b", "-c"], "-"), (["* a", "* b", "* c"], "*"), (["* – a", "* – b", "* – c"], "–"),
        (["- a", "→ b", "→ c", "→ d"], "→"), (["→→→→ a", "→→→→ b", "→→→→ c"], ""), (["→", "→", "→"], "→"),
    ],
)  # fmt: skip
def test_a_sign_is_common_where_three_texts_and_three_in_five_begin_with_it(texts: list[str], sign: str) -> None:
    assert common_sign(texts) == sign
    assert common_sign(["→ a", "b"], fewest=1) == ""
    assert common_sign(["→ a"], fewest=1) == "→"


@pytest.mark.parametrize(
    ("text", "end"),
    [("Publics → tous", 7), ("Publics tous", 0), ("→ tous", 0), ("- → tous", 0), ("Publics – tous → a", 14),
     ("Publics→ tous", 7), ("Publics →tous", 7), ("Publics→tous", 0)],
)  # fmt: skip
def test_words_end_before_the_sign_of_the_page(text: str, end: int) -> None:
    assert end_before_sign(text, "→") == end


def test_one_sign_is_left_out_of_the_beginning_of_a_text_and_any_dash_is_a_dash() -> None:
    assert [begins_with_sign(text, "–") for text in ("- a", " — a", "→ a", "a – b")] == [True, True, False, False]
    assert [begins_with_sign(text, "→") for text in ("→ a", "- a", "» a")] == [True, False, False]
    assert without_sign("→ a → b", "→") == "a → b"
    assert (without_sign("– a", "→"), without_sign("→ a", "")) == ("– a", "→ a")


LEAF = Label("leaf", ("Leaf",), fits="a → b".__eq__)


def _pair(label: Label, name: str, value: str, before: str = " ") -> list[Item]:
    """Make a label and its value on one line, in a stretch each, with what stands before the value in its stretch."""
    runs = (Run(name, "b>"), Run(f"{before}{value}", "p>i>"))
    whole = Line(f"{name}{before}{value}", runs, PATH)
    return [Item(whole, name, runs[:1], label=label), Item(whole, value, runs[1:], continues=True)]


def _left(*items: Item, found: Sequence[int] | None = None) -> tuple[str, list[str]]:
    """Leave the signs out of items whose labels are found, unless they are named; give the sign and the values."""
    places = [number for number, each in enumerate(items) if each.label] if found is None else found
    sign = leave_out_signs(items, frozenset(places), INDEX)
    return sign, [each.text for each in items if not each.label]


@pytest.mark.parametrize(
    ("values", "sign", "left"),
    [
        (("→ open", "→ Un.", "→ Deux."), "→", ["open", "Un.", "Deux."]),
        (("→ open", "→ Un.", "Deux."), "→", ["open", "Un.", "Deux."]),
        (("→ open", "Un.", "Deux."), "", ["→ open", "Un.", "Deux."]),
        (("→ open", "→ Un.", "- Deux."), "→", ["open", "Un.", "- Deux."]),
        (("– open", "– Un.", "- Deux."), "–", ["open", "Un.", "Deux."]),
        (("- open", "Un.", "Deux."), "", ["- open", "Un.", "Deux."]),
        (("* open", "Un.", "Deux."), "", ["open", "Un.", "Deux."]),
        (("... open", "..... Un.", "Deux."), "…", ["open", "Un.", "Deux."]),
        (("open", "Un.", "Deux."), "", ["open", "Un.", "Deux."]),
        (("→ → open", "→ Un.", "Deux."), "→", ["→ open", "Un.", "Deux."]),
    ],
)
def test_the_sign_of_most_values_on_the_line_of_their_label_is_part_of_none(
    values: tuple[str, str, str], sign: str, left: list[str]
) -> None:
    pairs = zip((STATE, CONTEXT, HISTORY), values, strict=True)
    assert _left(*[part for label, value in pairs for part in _pair(label, label.field, value)]) == (sign, left)


@pytest.mark.parametrize(
    ("value", "below", "left"),
    [("- open", "", "open"), ("- open", "- shut", "- open"), ("- open", "shut", "open"), ("→ open", "", "→ open"),
     ("* open", "* shut", "* open"), ("* open", "- shut", "open")],
)  # fmt: skip
def test_a_dash_behind_the_only_label_with_a_value_is_its_sign_unless_it_begins_a_list(
    value: str, below: str, left: str
) -> None:
    items = [*_pair(STATE, "State", value), *([item(below)] if below else [])]
    assert _left(*items) == ("", [left, *([below] if below else [])])


def test_a_dash_behind_one_of_two_labels_is_the_bullet_of_its_value() -> None:
    assert _left(*_pair(STATE, "State", "- open"), *_pair(CONTEXT, "Context", "Un.")) == ("", ["- open", "Un."])


@pytest.mark.parametrize(("name", "before"), [("State :", " "), ("State", " : ")])
def test_a_sign_behind_a_colon_is_the_values(name: str, before: str) -> None:
    for value in ("- open", "* open"):
        assert _left(*_pair(STATE, name, value, before)) == ("", [value])
    closed = [part for label in (STATE, CONTEXT) for part in _pair(label, name, "→ a", before)]
    assert _left(*closed) == ("", ["→ a", "→ a"])
    parted = _pair(STATE, "State", "- open")
    parted[1].runs = (Run(" ", "p>"), Run(": ", "p>"), *parted[1].runs)
    assert _left(*parted) == ("", ["- open"])


def test_dots_that_lead_over_to_a_value_are_the_sign_behind_a_colon_too() -> None:
    pairs = [part for label in (STATE, CONTEXT) for part in _pair(label, "x :", "..... a")]
    assert _left(*pairs) == ("…", ["a", "a"])


def test_no_sign_belongs_to_a_value_of_its_labels_kind() -> None:
    for value, left in (("→ 2017", "2017"), ("→ soon", "→ soon"), ("..... 2017", "2017")):
        assert _left(*_pair(YEAR, "Year :", value)) == ("", [left])
    assert _left(*_pair(LEAF, "Leaf :", "→ a → b")) == ("", ["a → b"])


def test_labels_within_a_section_count_wherever_they_stand_and_others_where_they_are_found() -> None:
    items = [*_pair(ROLE, "Role", "→ a"), *_pair(STATE, "State", "→ b"), *_pair(CONTEXT, "Context", "→ c")]
    assert _left(*items, found=[2]) == ("→", ["a", "b", "→ c"])


def test_a_line_of_its_own_or_a_label_behind_a_label_is_no_value_beside_it() -> None:
    whole = item("State", label=STATE)
    assert _left(whole, item("- open", label=None)) == ("", ["- open"])
    inside = [*_pair(STATE, "State", "- Context"), item("x")]
    inside[1].label = CONTEXT
    assert _left(*inside) == ("", ["x"])
    assert inside[1].text == "- Context"
    assert leave_out_signs([], frozenset(), INDEX) == leave_out_signs([whole], {0}, INDEX) == ""


@pytest.mark.parametrize(
    ("name", "value", "left", "begins"),
    [
        ("State →", "open", "open", "open"), ("State → •", "open", "• open", "• "),
        ("« State »", "open", "open", "open"), ("State »", "open", "» open", "» "),
        ("« State →", "open", "open", "open"),
        ("State ⇒ •", "open", "⇒ • open", "⇒ • "),
    ],
)  # fmt: skip
def test_a_sign_in_the_stretch_of_the_label_is_no_part_of_the_value_and_a_bullet_behind_it_is(
    name: str, value: str, left: str, begins: str
) -> None:
    pairs = [part for label in (CONTEXT, HISTORY) for part in _pair(label, f"{label.field} →", "Un.")]
    items = [*_pair(STATE, name, value), *pairs]
    assert _left(*items) == ("→", [left, "Un.", "Un."])
    assert (items[1].runs[0].text.lstrip(), items[1].runs[0].mark) == (begins, "p>i>")
    assert items[1].runs[-1].text == " open"


def test_a_bullet_given_back_is_marked_as_the_beginning_of_its_value() -> None:
    state = _pair(STATE, "State ⇒", "open")
    state[1].runs = (Run("op", "p>i>"), Run("en", "p>"))
    _left(*state)
    assert [(run.text, run.mark) for run in state[1].runs] == [("⇒ ", "p>i>"), ("op", "p>i>"), ("en", "p>")]


KINDS = tuple(Label(name, (name,)) for name in ("first", "second", "third"))


def _below(*values: str) -> list[Item]:
    pairs = zip(KINDS, values, strict=False)
    return [part for label, value in pairs for part in (item(label.field, "b>", PATH, label), item(value, "p>", PATH))]


def test_the_sign_of_most_values_on_lines_of_their_own_is_part_of_none() -> None:
    assert _left(*_below("→ a", "→ b", "→ c")) == ("", ["a", "b", "c"])
    assert _left(*_below("→ a", "→ b")) == ("", ["→ a", "→ b"])
    assert _left(*_below("- a", "– b", "– c")) == ("", ["- a", "– b", "– c"])
    assert _left(*_below("→ a", "→ b", "→ c"), item("→ d")) == ("", ["a", "b", "c", "→ d"])


def test_values_of_long_text_on_the_line_of_their_label_or_none_at_all_tell_no_sign_of_lines() -> None:
    long = [item("Context", "b>", PATH, CONTEXT), item("→ Un.", "p>", PATH)]
    assert _left(*_below("→ a", "→ b"), *long) == ("", ["→ a", "→ b", "→ Un."])
    assert _left(*_below("→ a", "→ b", "→ c"), item("State", label=STATE)) == ("", ["a", "b", "c"])
    behind = _below("→ a", "→ b", "→ c")
    behind[5].continues = True
    assert _left(*behind) == ("", ["→ a", "→ b", "→ c"])
    label_below = [*_below("→ a", "→ b"), item("x", label=STATE), item("→ Year", label=YEAR)]
    assert _left(*label_below) == ("", ["→ a", "→ b"])
