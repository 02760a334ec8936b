"""What the marks of labels, values and other lines tell, threshold by threshold."""

import pytest
from lines import CONTEXT, HISTORY, INDEX, ROLE, STATE, YEAR, item

from atlas_scraper.labelling.items import Evidence, Item
from atlas_scraper.labelling.marks import (
    Counts,
    Marks,
    belongs_below,
    count_lines,
    count_marks,
    ends_with_colon,
    mark_of_box,
    shared_depth,
    wherever_in_block,
    without_places,
)


def _marks(mark: str = "b>i", **counts: int) -> Marks:
    """Make marks with so many labels, lines and so on of one mark."""
    in_all = counts.pop("values_in_all", 0)
    return Marks(**{name: Counts({mark: count}) for name, count in counts.items()}, values_in_all=in_all)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("labels", "lines", "values", "valued", "is_apart"),
    [
        (1, 1, 0, 0, False),
        (2, 2, 0, 0, True),
        (2, 4, 0, 0, True),
        (2, 5, 0, 0, False),
        (50, 99, 17, 50, True),
        (50, 99, 18, 50, False),
    ],
)
def test_a_mark_sets_labels_apart_where_half_of_its_lines_are_some_and_a_third_of_the_values_have_it_at_most(
    labels: int, lines: int, values: int, valued: int, is_apart: bool
) -> None:
    marks = _marks(labels=labels, lines=lines, values=values, valued=valued)
    assert marks.sets_apart("b>i") is is_apart


@pytest.mark.parametrize(("values_in_all", "is_apart"), [(3, False), (4, True)])
def test_a_line_that_was_counted_as_a_value_does_not_tell_against_itself_where_the_page_shows_other_values(
    values_in_all: int, is_apart: bool
) -> None:
    marks = _marks(labels=2, lines=3, values=1, valued=2, values_in_all=values_in_all)
    assert marks.sets_apart("b>i", is_value=True) is is_apart
    assert not marks.sets_apart("b>i")


@pytest.mark.parametrize(("labels", "values", "is_apart"), [(0, 1, True), (0, 2, False), (1, 2, True)])
def test_places_among_siblings_tell_labels_from_values_where_it_is_values_that_have_a_mark(
    labels: int, values: int, is_apart: bool
) -> None:
    marks = _marks(labels=4, lines=4, valued=9)
    marks.labels["b[0]>i"], marks.values["b[0]>i"] = labels, values
    assert marks.sets_apart("b[0]>i") is is_apart


def test_a_line_of_its_own_and_one_behind_a_line_break_are_marked_alike_in_an_element_and_not_in_a_box() -> None:
    for mark, is_apart in (("p/br:i", True), ("p/br:>", False)):
        marks = Marks(labels=Counts({mark: 1}), lines=Counts({mark: 1}))
        marks.labels["~" + wherever_in_block(mark)] = marks.lines["~" + wherever_in_block(mark)] = 2
        assert marks.sets_apart(mark) is is_apart
        assert marks.sets_apart_anywhere(mark)


@pytest.mark.parametrize(("is_label", "purity"), [(False, 0.75), (True, 0.5)])
def test_the_purity_of_a_mark_leaves_the_line_itself_out(is_label: bool, purity: float) -> None:
    assert _marks(labels=3, lines=4).purity_beside("b>i", is_label=is_label) == purity


def test_the_purity_is_that_of_the_mark_with_or_without_its_places() -> None:
    marks = _marks(labels=3, lines=4)
    marks.labels["b[0]>i"], marks.lines["b[0]>i"] = 1, 4
    assert marks.purity_beside("b[0]>i", is_label=False) == 0.75


@pytest.mark.parametrize(("labels", "values", "are_both"), [(4, 2, True), (3, 2, False), (4, 1, False)])
def test_a_mark_is_that_of_labels_and_values_from_four_labels_and_two_values_on(
    labels: int, values: int, are_both: bool
) -> None:
    assert _marks(labels=labels, lines=9, values=values, valued=4).mark_both("b>i") is are_both


def test_a_mark_that_sets_labels_apart_is_not_that_of_both() -> None:
    assert not _marks(labels=6, lines=8, values=2, valued=6).mark_both("b>i")


@pytest.mark.parametrize(("mark", "values", "is_so"), [("b>i", 2, True), ("b>i", 1, False), ("b>", 2, False)])
def test_a_mark_is_that_of_values_where_it_is_an_elements_and_two_have_it(mark: str, values: int, is_so: bool) -> None:
    assert _marks(mark, values=values).is_of_values(mark) is is_so


def test_no_mark_is_that_of_values() -> None:
    assert not _marks("", values=5).is_of_values("")


@pytest.mark.parametrize(("colons", "are_told"), [(1, False), (2, True)])
def test_two_labels_behind_which_only_a_colon_stands_tell_that_colons_do(colons: int, are_told: bool) -> None:
    assert _marks(colons=colons).are_told_by_colon("b>i") is are_told


@pytest.mark.parametrize(("inside", "begins"), [(0, False), (1, True)])
def test_a_mark_begins_a_label_within_a_line_where_a_known_one_does(inside: int, begins: bool) -> None:
    assert _marks(labels=2, lines=2, inside=inside).begins_inside("b>i") is begins


@pytest.mark.parametrize(("apart", "others", "are_most"), [(3, 2, True), (5, 4, False)])
def test_most_labels_are_set_apart_from_six_of_ten_on(apart: int, others: int, are_most: bool) -> None:
    marks = _marks(labels=apart, lines=apart)
    marks.labels["p>"], marks.lines["p>"] = others, 99
    marks.labels["~p>"] = marks.lines["~p>"] = 50  # counted once more, wherever in its block
    assert marks.set_most_apart() is are_most


def test_a_mark_without_places_and_wherever_in_its_block() -> None:
    assert without_places("li[0]>b[+]>c[2]") == "li>b>c[2]"
    assert wherever_in_block("p[0]/br:i/br:") == "p:i/br:"
    assert mark_of_box("p>b>i") == "p>b>"
    assert [mark_of_box(mark) for mark in ("p>", "p>b")] == ["p>", "p>b"]


@pytest.mark.parametrize(
    ("path", "other", "depth"),
    [((1, 2, 3), (1, 2, 4), 2), ((1, 2), (1, 2, 4), 2), ((1,), (2,), 0), ((), (1,), 0), ((1, 2), (1, 2), 2)],
)
def test_two_lines_share_the_boxes_around_both(path: tuple[int, ...], other: tuple[int, ...], depth: int) -> None:
    assert shared_depth(path, other) == depth


def test_a_line_belongs_below_where_it_shares_more_boxes_with_what_follows() -> None:
    items = [item("a", path=(1, 2)), item("b", path=(1, 3)), item("c", path=(1, 3)), item("d", path=(1,))]
    assert [belongs_below(items, number) for number in range(4)] == [True, True, False, False]


def test_lines_are_counted_by_their_mark_without_places_and_wherever_in_their_block() -> None:
    lines = count_lines([item("a", "b[0]>i"), item("b", "b>i"), item("c", "b/br:i")])
    assert (lines["b[0]>i"], lines["b>i"], lines["b/br:i"], lines["~b>i"]) == (1, 2, 1, 2)
    assert lines["~b:i"] == 1


def _counted(*items: Item) -> Marks:
    chosen = {each.label: number for number, each in enumerate(items) if each.label and each.label in INDEX.rank}
    return count_marks(items, chosen, INDEX, count_lines(items))


def test_of_known_labels_it_is_counted_which_are_valued_and_how_their_values_are_marked() -> None:
    marks = _counted(
        item("Year :", "b>i", label=YEAR), item("2017", "u>"), item("State", "b>i", label=STATE),
        item("Context", "b>i", label=CONTEXT), item("Un.", "u>"),
    )  # fmt: skip
    assert (marks.labels["b>i"], marks.valued["b>i"], marks.values["u>"], marks.values_in_all) == (3, 2, 2, 2)
    assert (marks.closed["b>i"], marks.opened["b>i"]) == (1, 2)


def test_labels_within_a_section_count_as_marked_and_neither_as_closed_nor_as_valued() -> None:
    marks = _counted(item("Role :", "b>i", label=ROLE), item("Ann", "u>"))
    assert (marks.labels["b>i"], marks.closed["b>i"], marks.opened["b>i"], marks.valued["b>i"]) == (1, 0, 0, 0)
    assert (marks.values_in_all, marks.values["u>"]) == (0, 0)


def test_a_heading_of_what_follows_is_no_value_of_the_label_above() -> None:
    heading = item("Part", "h2>", (1, 3, 4), is_heading=True)
    label, below = item("Year", "b>i", (1, 2), YEAR), item("State", "b>i", (1, 3, 4), STATE)
    assert _counted(label, heading, below).valued["b>i"] == 0
    beside = item("Part", "h2>", (1, 2), is_heading=True)
    assert _counted(label, beside, below).valued["b>i"] == 1


def _pair(label: str, value: str, *, mark: str = "u>", evidence: Evidence = Evidence.START) -> list[Item]:
    whole = item(f"{label} {value}", "b>i", label=HISTORY)
    first = item(label, "b>i", label=HISTORY)
    rest = item(value, mark)
    return [
        Item(whole.block, label, first.runs, label=HISTORY, evidence=evidence),
        Item(whole.block, value, rest.runs, continues=True),
    ]


@pytest.mark.parametrize(
    ("label", "value", "beside"),
    [("History :", "Un.", (1, 0)), ("History", ": Un.", (1, 0)), ("History", "Un : deux.", (0, 1))],
)
def test_a_value_beside_its_label_is_counted_by_whether_a_colon_parts_them(
    label: str, value: str, beside: tuple[int, int]
) -> None:
    items = _pair(label, value)
    marks = _counted(item("Un.", "u>"), *items, item("Deux :", "u>"))
    assert (marks.shares["b>i"], marks.bare_shares["b>i"]) == beside
    assert ends_with_colon(items, 0) is bool(beside[0])


@pytest.mark.parametrize(
    ("label", "mark", "evidence", "count"),
    [
        ("History :", "b>i", Evidence.START, 1),
        ("History", "b>i", Evidence.START, 0),
        ("History :", "u>", Evidence.START, 0),
        ("History :", "u>", Evidence.COLON, 1),
    ],
)
def test_a_label_is_told_by_its_colon_where_its_value_is_marked_as_it_is(
    label: str, mark: str, evidence: Evidence, count: int
) -> None:
    assert _counted(*_pair(label, "Un.", mark=mark, evidence=evidence)).colons["b>i"] == count


def test_a_label_that_goes_on_with_a_line_begins_inside_it() -> None:
    whole = item("2017 History", "p>")
    marks = _counted(
        Item(whole.block, "History", item("History", "b>i").runs, continues=True, label=HISTORY), item("Un.", "u>")
    )
    assert marks.inside["b>i"] == 1
    assert marks.parts["b>i"] == {"b>i"}
