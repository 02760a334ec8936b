"""Where a line is cut into labels and values, and which lines are one label."""

from typing import Any

import pytest
from lines import INDEX, STATE, WORDS, YEAR, cut, item, line, said, table

from atlas_scraper.blocks.document import Block, Line, Run
from atlas_scraper.labelling.beside import cut_beside, find_siblings
from atlas_scraper.labelling.cutting import cut_at_marks, cut_into_items
from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.labels import Label, LabelIndex

LONG = Label("long", ("One two three four five",))
LETTERS = Label("letters", ("abcdef",))
OTHERS = LabelIndex([LONG, LETTERS, Label("one", ("One",))], [], [], WORDS)


def _runs(*parts: str) -> tuple[Run, ...]:
    """Make stretches such as `b:Year`, an `@` before the mark for a link and a `!` for an element called label."""
    runs = []
    for part in parts:
        mark, _, text = part.partition(":")
        runs.append(
            Run(text, mark.strip("@!") + ">", interactive=mark.startswith("@"), label=int(mark.startswith("!")))
        )
    return tuple(runs)


def _cut(*parts: str, index: LabelIndex = INDEX, **more: Any) -> list[Item]:
    runs = _runs(*parts)
    return cut_into_items([Line("".join(run.text for run in runs).strip(), runs, (1, 2), **more)], index)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Year : 2017", ["Year :", "2017"]),
        ("Year: 2017", ["Year:", "2017"]),
        ("Year :", ["Year :"]),
        ("Year : State : open", ["Year :", "State :", "open"]),
        ("Year : State :", ["Year :", "State :"]),
        ("Town : Year : 2017", ["Town : Year : 2017"]),
        ("Year State", ["Year", "State"]),
        ("Year 2017", ["Year 2017"]),
        ("[Year] 2017", ["Year", "2017"]),
        ("Year : 2017 : 2018", ["Year :", "2017 : 2018"]),
    ],
)
def test_a_line_in_one_piece_is_cut_behind_the_colons_of_labels(text: str, parts: list[str]) -> None:
    assert said(cut(text)) == parts


def test_a_value_behind_a_colon_is_marked_otherwise_than_its_label_and_goes_on_with_its_line() -> None:
    label, value = cut("Year : 2017")
    assert (label.label, label.evidence, label.mark, label.continues) == (YEAR, Evidence.COLON, "p>", False)
    assert (value.label, value.evidence, value.mark, value.continues) == (None, Evidence.NONE, "p>:", True)
    first, second, _ = cut("Year : State : open")
    assert (first.continues, second.continues, second.label, second.evidence) == (False, True, STATE, Evidence.COLON)


@pytest.mark.parametrize(("colon", "parts"), [("main>p>: : ", ["Year :", "2017"]), ("main>p>span: ", ["Year 2017"])])
def test_what_stands_behind_a_colon_behind_the_element_of_a_label_is_its_value(colon: str, parts: list[str]) -> None:
    said_by = [("main>p>span", "Year"), tuple(colon.split(":", 1)), ("main>p>span>a", "2017")]
    runs = tuple(Run(text, mark) for mark, text in said_by)
    assert said(cut_into_items([Line("".join(run.text for run in runs), runs, (1, 2))], INDEX)) == parts


def test_a_whole_line_is_a_label_and_a_numbered_one_less_surely() -> None:
    assert [each.evidence for each in cut("Year", "3. Year", "Year State")] == [
        Evidence.WHOLE, Evidence.NUMBERED, Evidence.WHOLE, Evidence.WHOLE
    ]  # fmt: skip
    marked = _cut("b:3. Ye", "i:ar")
    assert [each.evidence for each in marked] == [Evidence.NUMBERED]


def test_the_value_of_a_form_control_is_no_label_and_is_not_cut() -> None:
    (whole,) = cut_into_items([line("Year", is_value=True)], INDEX)
    assert whole.label is None
    assert said(_cut("b:Year", "p: 2017", is_value=True)) == ["Year 2017"]


def test_a_colon_on_a_line_of_its_own_is_left_out() -> None:
    assert said(cut("Year", ":", "2017")) == ["Year", "2017"]


@pytest.mark.parametrize(
    ("parts", "texts", "evidence"),
    [
        (["b:Year", "p: 2017"], ["Year", "2017"], Evidence.START),
        (["p:Town ", "b:Year", "p: 2017"], ["Town", "Year", "2017"], Evidence.INSIDE),
        (["p:• ", "b:Year", "p: 2017"], ["Year", "2017"], Evidence.START),
        (["b:Year", "p: 2017 ", "b:State", "p: open"], ["Year", "2017", "State", "open"], Evidence.START),
        (["b:Fund", "i:ing of", "b: it", "p: all"], ["Funding of it", "all"], Evidence.START),
        (["b:Year :", "p: 2017"], ["Year :", "2017"], Evidence.START),
        (["b:Year", "p: : 2017"], ["Year", "2017"], Evidence.START),
        (["b:Year : « ", "p:2017 »"], ["Year :", "« 2017 »"], Evidence.START),
        (["b:Year : *", "p:2017"], ["Year : *", "2017"], Evidence.START),
        (["b:Year", "b>i:*", "p: 2017"], ["Year*", "2017"], Evidence.START),
        (["p:Town", "i: of Brest"], ["Town of Brest"], Evidence.NONE),
    ],
)
def test_a_line_is_cut_where_stretches_of_it_are_labels(parts: list[str], texts: list[str], evidence: Evidence) -> None:
    items = _cut(*parts)
    assert said(items) == texts
    assert next((each.evidence for each in items if each.label), Evidence.NONE) is evidence


def test_a_label_is_cut_into_six_stretches_at_most() -> None:
    six = _cut(*(f"m{letter}:{letter}" for letter in "abcdef"), "p: more", index=OTHERS)
    assert (six[0].label, six[1].text) == (LETTERS, "more")
    seven = _cut("a:a", "b:b", "c:c", "d:d", "e:e", "f: ", "g:f", "p: more", index=OTHERS)
    assert seven[0].label is None


def test_the_longest_label_that_stretches_make_is_the_label() -> None:
    items = _cut("b:One", "i: two three four five", "p: more", index=OTHERS)
    assert (items[0].label, items[1].text) == (LONG, "more")
    shorter = _cut("b:One", "i: two more", index=OTHERS)
    assert said(shorter) == ["One", "two more"]
    by_colon = _cut("b:One", "i: two three four five : more", index=OTHERS)
    assert said(by_colon) == ["One two three four five :", "more"]


def test_what_else_stands_in_the_element_of_a_label_is_beside_it() -> None:
    label, value = _cut("!p:Year", "!i: of it", "p: 2017")
    assert (label.text, label.beside, value.text) == ("Year of it", "of it", "2017")
    label, value = _cut("b:Year", "b>i: of it", "p: 2017")
    assert (label.beside, value.text) == ("", "of it 2017")
    label, value = _cut("h:Year", "h>i: of it", "p: 2017", is_heading=True)
    assert (label.beside, value.text) == ("of it", "2017")
    label, value = _cut("b:Year", "@a: ? ", "p: 2017")
    assert (label.beside, value.text) == ("?", "2017")
    items = _cut("!p:Year", "!i: of it ", "!i:State", "p: open")
    assert said(items) == ["Year of it", "State", "open"]


def test_links_with_the_sites_words_beside_a_label_are_ignored_apart_from_the_line() -> None:
    label, action = cut_into_items([Line("Year Print", _runs("b:Year ", "@a:Print"), (1, 2))], INDEX)
    assert (label.text, label.label) == ("Year", YEAR)
    assert (action.text, action.by) == ("Print", "site's own words")
    (only,) = _cut("@a:Print")
    assert (only.text, only.fate) == ("Print", None)


def _broken(*texts: str, index: LabelIndex = OTHERS, blocks: tuple[int, ...] = ()) -> list[str]:
    lines: list[Block] = [
        line(text, block=number) for text, number in zip(texts, blocks or [1] * len(texts), strict=True)
    ]
    return said(cut_into_items(lines, index))


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["One two three four", "five"], "One two three four five"),
        (["One two", "three", "four five", "more"], "One two three four five"),
        (["On", "e two", "more"], "On"),
        (["One two", "three", "four", "five"], "One two three four five"),
        (["One two", "thr", "ee", "four", "five"], "One two"),
        (["One two three", "fourth"], "One two three"),
        (["One two three four", "five : more"], "One two three four five :"),
    ],
)
def test_a_label_may_be_broken_over_four_lines_of_one_block(texts: list[str], first: str) -> None:
    assert _broken(*texts)[0] == first
    assert _broken(*texts, blocks=tuple(range(len(texts))))[0] == texts[0]


@pytest.mark.parametrize("is_heading", [True, False])
def test_a_longer_spelling_of_one_label_goes_on_in_its_heading_alone(*, is_heading: bool) -> None:
    lines = [line(text, is_heading=int(is_heading)) for text in ("Post", "abroad", "Brest")]
    opening = LabelIndex([Label("post", ("Post",), takes_more=True)], [], [], WORDS)
    assert said(cut_into_items(lines, opening)) == (
        ["Post abroad", "Brest"] if is_heading else ["Post", "abroad", "Brest"]
    )


def test_a_line_that_is_a_label_is_joined_with_those_below_it_where_they_are_a_longer_one_and_nothing_else() -> None:
    assert _broken("One", "two three", "four five") == ["One two three four five"]
    assert _broken("One", "two three four five", "more") == ["One two three four five", "more"]
    assert _broken("One", "two three four five : more") == ["One", "two three four five : more"]
    assert _broken("One", "two three four five", blocks=(1, 2)) == ["One", "two three four five"]


def test_a_table_of_labels_is_cut_into_its_cells_and_one_of_data_stays_whole() -> None:
    assert said(cut_into_items([table("Year|2017")], INDEX)) == ["Year", "2017"]
    (data,) = cut_into_items([table("Name|Country", "Brest|France")], INDEX)
    assert data.table is not None
    title, rest = cut_into_items([table("Partners", "Name|Country")], INDEX)
    assert rest.table is not None
    assert (title.text, [cell.text for cell in rest.table.rows[0]]) == ("Partners", ["Name", "Country"])


@pytest.mark.parametrize(("alike", "are_found"), [(0, False), (1, False), (2, True), (3, True)])
def test_what_stands_beside_labels_is_a_value_where_two_have_theirs_marked_as_they_are(
    alike: int, are_found: bool
) -> None:
    label = item("Year of it", "p>", label=YEAR)
    label.beside = "of it"
    others = [
        each
        for _ in range(alike)
        for each in (item("State", "p>", label=STATE), Item(item("x").block, "x", _runs("p:x"), continues=True))
    ]
    items = [*others, label]
    assert find_siblings(items, range(0, len(items), 2)) == ({2 * alike} if are_found else set())
    label.runs = _runs("!p:Year of it")
    assert not find_siblings(items, range(0, len(items), 2))


def test_a_label_is_cut_from_what_stands_beside_it() -> None:
    label, _ = _cut("!p:Year :", "!i: of it", "p: 2017")
    cut_label, beside = cut_beside(label)
    assert (cut_label.text, cut_label.label, cut_label.beside) == ("Year :", YEAR, "")
    assert (beside.text, beside.continues) == ("of it", True)
    data = Item(table("a"), "a")
    assert cut_beside(data) == [data]


def test_a_line_is_cut_where_a_mark_of_labels_begins_within_it() -> None:
    runs = _runs("p:Town ", "b:Budget", "b: all", "p: 12", "b: ", "i:x")
    whole = Item(Line("Town Budget all 12 x", runs), "Town Budget all 12 x", runs)
    parts = cut_at_marks(whole, lambda mark: mark == "b>")
    assert (said(parts), [part.continues for part in parts]) == (["Town", "Budget all 12 x"], [False, True])
    assert cut_at_marks(whole, lambda mark: mark == "p>")[1].text == "12 x"
    assert cut_at_marks(whole, lambda _: False) == [whole]
    label = Item(whole.block, whole.text, runs, label=YEAR)
    assert cut_at_marks(label, lambda mark: mark == "b>") == [label]
    data = Item(table("a"), "a", runs)
    assert cut_at_marks(data, lambda mark: mark == "b>") == [data]
    two = Item(whole.block, "Town Budget", runs[:2])
    assert said(cut_at_marks(two, lambda mark: mark == "b>")) == ["Town", "Budget"]


@pytest.mark.parametrize(
    ("stretches", "label", "value"),
    [
        ((("Year", "p>"), (" *", "p>sup"), (" 2017", "p>i")), "Year *", "2017"),
        ((("Year", "p>"), (" (?)", "p>sup"), (" 2017", "p>i")), "Year (?)", "2017"),
        ((("Year", "p>"), (" –", "p>sup"), (" 2017", "p>i")), "Year", "– 2017"),
        ((("Year", "p>b"), (" –", "p>b>i"), (" 2017", "p>")), "Year –", "2017"),
        ((("Year", "p>b"), (" –", "p>i"), (" 2017", "p>")), "Year", "– 2017"),
        ((("Year", "p>b"), (" *", "p>i"), (" 2017", "p>")), "Year", "* 2017"),
        ((("Year", "p>b"), (" :", "p>i"), (" 2017", "p>")), "Year :", "2017"),
        ((("Year.", "p>b"), (" 2017", "p>")), "Year.", "2017"),
        ((("Year", "p>b>i"), (".", "p>b"), (" 2017", "p>")), "Year.", "2017"),
        ((("Year", "p>b"), (".", "p>"), (" 2017", "p>")), "Year", ". 2017"),
        ((("Context", "p>b"), (" and history", "p>i"), (" Un.", "p>")), "Context and history", "Un."),
        ((("Year" + " " * 196, "p>b"), ("2017", "p>")), "Year" + " " * 196, "2017"),
    ],
)  # fmt: skip
def test_what_is_of_a_label_before_its_value_is_told_by_the_elements_that_hold_it(
    stretches: tuple[tuple[str, str], ...], label: str, value: str
) -> None:
    runs = tuple(Run(text, mark) for text, mark in stretches)
    whole = Line("".join(run.text for run in runs), runs, (1, 2))
    first, second = cut_into_items([whole], INDEX)
    assert ("".join(run.text for run in first.runs), second.text) == (label, value)
    assert first.label is not None


@pytest.mark.parametrize(
    "stretches",
    [(("Year.", "p>"), (" 2017", "p>b")), (("Year" + " " * 197, "p>b"), ("2017", "p>")), ((" ", "p>b"), ("x", "p>"))],
)
def test_a_stop_in_no_element_of_its_own_and_more_than_a_label_s_letters_begin_no_value(
    stretches: tuple[tuple[str, str], ...],
) -> None:
    runs = tuple(Run(text, mark) for text, mark in stretches)
    whole = Line("".join(run.text for run in runs), runs, (1, 2))
    assert [each.label for each in cut_into_items([whole], INDEX)] == [None]
