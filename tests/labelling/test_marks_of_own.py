"""Marks that a page makes of other things: of the capitals of its labels, of the names that those share."""

import pytest
from lines import AIM, CONTEXT, HISTORY, INDEX, PARTNERS, STATE, YEAR, cut, item

from atlas_scraper.labelling.capitals import is_in_capitals, told_by_capitals, with_capitals
from atlas_scraper.labelling.doubtful import settle
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import Marks
from atlas_scraper.labelling.own_names import with_shared_names

ORDER = (YEAR, STATE, CONTEXT, HISTORY)


def _found(items: list[Item]) -> dict[Label, int]:
    return {each.label: number for number, each in enumerate(items) if each.label}


def _capitals(*texts: str, mark: str = "p>", marks: Marks | None = None) -> list[bool]:
    """Tell which lines are marked by their capitals."""
    items = cut(*texts, mark=mark)
    with_capitals(items, _found(items), marks or Marks())
    return [each.mark.startswith("^") for each in items]


FOUR = ("YEAR", "2017", "STATE", "open", "CONTEXT", "Un.", "HISTORY", "Deux.")


def test_capitals_tell_labels_from_four_of_one_mark_on() -> None:
    assert _capitals(*FOUR) == [False if number % 2 else text != "YEAR" for number, text in enumerate(FOUR)]
    assert not any(_capitals(*FOUR[:6]))
    assert not any(_capitals(*FOUR[:6], "History", "Deux."))
    assert not any(_capitals(*FOUR[:6], "PARTNERS", "Deux."))


def test_capitals_of_a_fifth_label_in_small_letters_tell_nothing() -> None:
    assert not any(_capitals(*FOUR, "Aim", "Agir."))


def test_capitals_tell_nothing_where_the_mark_or_a_colon_does() -> None:
    for counts in ("labels", "colons"):
        marks = Marks()
        getattr(marks, counts)["p>"] = 2
        marks.lines["p>"] = 2
        assert not any(_capitals(*FOUR, marks=marks))


@pytest.mark.parametrize(("text", "is_label"), [("BUDGET", True), ("BUDGe", False), ("ABCDE", True), ("ABCD", False)])
def test_a_line_in_capitals_is_marked_from_five_letters_on(text: str, is_label: bool) -> None:
    assert _capitals(*FOUR, text, "x")[8] is is_label
    assert is_in_capitals(text) is is_label


@pytest.mark.parametrize(
    ("text", "is_closed", "is_so"),
    [
        ("BUDGET : peu", False, True),
        ("BUDGET : peu", True, True),
        ("BUDGET", True, False),
        ("ONG : BUDGET", False, False),
    ],
)
def test_capitals_before_a_colon_count_and_are_asked_for_one_where_all_labels_have_it(
    text: str, is_closed: bool, is_so: bool
) -> None:
    assert is_in_capitals(text, is_closed=is_closed) is is_so


def test_a_line_in_capitals_right_below_a_label_is_one_only_over_a_line_that_is_none() -> None:
    for below, is_label in (("peu", True), ("STATE", False), ("AUTRES", False)):
        lines = ("CONTEXT", "BUDGET", below, "HISTORY", "Un.", "AIM", "Agir.", "STATE", "open", "PARTNERS")
        assert _capitals(*lines)[1] is is_label


def test_headings_in_long_text_below_a_label_marked_otherwise_are_no_labels() -> None:
    items = [
        item("STATE", "p>", (1, 2), STATE), item("open", "p>", (1, 3)), item("CONTEXT", "p>", (1, 4), CONTEXT),
        item("Un.", "p>", (1, 5)), item("HISTORY", "p>", (1, 6), HISTORY), item("Deux.", "p>", (1, 7)),
        item("PARTNERSHIP", "p>", (1, 8), Label("x", ("PARTNERSHIP",))), item("a", "p>", (1, 9)),
        item("AIM", "h3>", (1, 10), AIM), item("Agir.", "p>", (1, 11)), item("BUDGET", "p>", (1, 12)), item("x"),
    ]  # fmt: skip
    assert with_capitals(items, _found(items), Marks())
    assert [each.mark for each in items[8:]] == ["h3>", "p>", "p>", "p>"]
    assert items[6].mark == "^p>"


def test_labels_of_tables_are_not_asked_for_their_capitals() -> None:
    items = cut(*FOUR, "Partners")
    assert items[8].label is PARTNERS
    assert with_capitals(items, _found(items), Marks())


def test_marks_of_capitals_are_told_to_lines_of_long_text() -> None:
    marks = Marks()
    marks.labels.update({"^p>": 4, "b>": 1})
    assert told_by_capitals(marks) == {"p>"}


def _named(*marks: str, others: tuple[str, ...] = ()) -> list[str] | None:
    """Give the marks that labels of some marks, and other lines, have afterwards; `None` where nothing changes."""
    items = [item("a", mark) for mark in (*marks, *others)]
    return [each.mark for each in items] if with_shared_names(items, range(len(marks))) else None


OWN = tuple(f"div.field.name{number}>h3>" for number in range(4))


def test_names_are_looked_at_from_four_labels_of_one_shape_on() -> None:
    assert _named(*OWN) == ["div.field>h3>"] * 4
    assert _named(*OWN[:3]) is None
    assert _named(*OWN[:3], "div.field.name3>h4>") is None
    assert _named("div>h3>", "div>h3>", "div>h3>", "div>h3>") is None


@pytest.mark.parametrize(("alike", "is_changed"), [(1, True), (2, False)])
def test_names_are_left_as_they_are_where_more_than_a_third_of_the_labels_share_all(
    alike: int, is_changed: bool
) -> None:
    marks = [*OWN[1:], *[OWN[0]] * alike]
    assert (_named(*marks) is not None) is is_changed


def test_the_names_of_more_than_half_of_the_labels_are_shared() -> None:
    names = ("a.x", "b.x", "c.x", "d")
    assert _named(*(f"p.{name}>" for name in names)) == ["p.x>", "p.x>", "p.x>", "p.d>"]
    halves = ("a.x", "b.x", "c", "d")
    assert _named(*(f"p.{name}>" for name in halves)) == ["p>"] * 4


def test_other_lines_of_the_shape_are_renamed_if_they_have_the_shared_names_in_their_places() -> None:
    others = ("div.field.other>h3>", "div.value>h3>", "div.field.other>p>", "div>h3.field>")
    assert _named(*OWN, others=others) == [
        *["div.field>h3>"] * 4, "div.field>h3>", "div.value>h3>", "div.field.other>p>", "div>h3.field>"
    ]  # fmt: skip


def test_the_stretches_of_a_line_are_renamed_with_it() -> None:
    items = [item("a", mark) for mark in OWN]
    with_shared_names(items, range(4))
    assert [run.mark for run in items[0].runs] == ["div.field>h3>"]


def _settled(*texts: str, mark: dict[int, str] | None = None) -> tuple[int, list[int] | None]:
    """Give which of several lines is the label `History`, and which it could be."""
    items = [each for number, text in enumerate(texts) for each in cut(text, mark=(mark or {}).get(number, "p>"))]
    rivals = [number for number, each in enumerate(items) if each.label is HISTORY]
    chosen = {CONTEXT: 0, HISTORY: rivals[0]}
    if items[-1].label is AIM:
        chosen[AIM] = len(items) - 1
    settled, doubtful = settle(items, chosen)
    return settled[HISTORY], doubtful.get(HISTORY)


def test_of_two_lines_that_could_be_a_label_the_last_is_taken_and_both_are_in_doubt() -> None:
    assert _settled("Context", "a", "History", "b", "History", "c") == (4, [2, 4])
    assert _settled("Context", "a", "History", "b", "Aim") == (2, None)
    assert _settled("Context", "a", "History", "b", "History") == (4, [2, 4])


def test_of_lines_in_a_row_the_first_is_the_label() -> None:
    assert _settled("Context", "a", "History", "History", "b") == (2, None)


def test_a_line_that_is_marked_otherwise_is_no_rival() -> None:
    assert _settled("Context", "a", "History", "b", "History", "c", mark={4: "b>"}) == (2, None)


def test_a_tail_that_is_printed_twice_settles_which_line_is_the_label() -> None:
    assert _settled("Context", "a", "b", "History", "c", "d", "c", "d", "History", "d") == (8, None)


@pytest.mark.parametrize(("count", "is_doubtful"), [(20, True), (21, False)])
def test_more_than_twenty_lines_could_be_no_label(count: int, is_doubtful: bool) -> None:
    texts = ["Context", *["a", "History"] * count]
    assert (_settled(*texts)[1] is not None) is is_doubtful


def test_a_label_that_no_text_stands_before_stays_where_it_is() -> None:
    items = cut("Context", "a", "State", "b", "State", "c")
    found = {CONTEXT: 0, STATE: 2}
    assert settle(items, found) == (found, {})


def test_a_label_that_is_settled_on_a_later_line_leaves_room_for_the_one_above_it() -> None:
    items = cut("Context", "a", "History", "b", "Aim", "c", "History", "d", "Aim", "e")
    assert settle(items, {CONTEXT: 0, HISTORY: 2, AIM: 4}) == (
        {CONTEXT: 0, HISTORY: 6, AIM: 8},
        {AIM: [4, 8], HISTORY: [2, 6]},
    )


def test_the_first_label_of_a_page_has_no_text_before_it_in_which_it_could_stand() -> None:
    items = cut("History", "a", "History", "b")
    assert settle(items, {HISTORY: 0}) == ({HISTORY: 0}, {})
    assert INDEX.rank[HISTORY] == 3
