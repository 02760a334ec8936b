"""The steps through a page's boxes from labels to values, and what they tell of a line below a label."""

import pytest
from lines import CONTEXT, HISTORY, STATE, YEAR, item

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.steps import Steps, count_steps, is_step_to_value, step_between

LABEL = item("Year", "b>", (1, 2, 3), YEAR)
BESIDE = item("2017", "i>", (1, 2, 4))
IN_LABEL = item("2017", "i>", (1, 2, 3, 4, 5))
APART = item("2017", "i>", (1, 9))


def _steps(values: dict[tuple[int, int] | None, int], labels: dict[tuple[int, int] | None, int]) -> Steps:
    steps = Steps()
    steps.to_values["b>"].update(values)
    steps.to_labels["b>"].update(labels)
    return steps


@pytest.mark.parametrize(
    ("other", "step"), [(BESIDE, (1, 1)), (IN_LABEL, (0, 2)), (APART, (2, 1)), (item("x", "b>", (7,)), (3, 1))]
)
def test_a_step_says_how_many_boxes_are_left_and_how_many_entered(other: Item, step: tuple[int, int]) -> None:
    assert step_between(LABEL, other) == step


def test_what_goes_on_with_the_line_of_a_label_is_no_step_away() -> None:
    rest = Item(LABEL.block, "2017", continues=True)
    assert step_between(LABEL, rest) is None
    assert step_between(LABEL, Item(LABEL.block, "2017")) == (0, 0)
    assert step_between(LABEL, Item(BESIDE.block, "2017", continues=True)) == (1, 1)


@pytest.mark.parametrize(
    ("values", "labels", "line", "is_value"),
    [
        # itself and so many others; with too few of those the page shows nothing
        ({(1, 1): 2}, {}, BESIDE, None),
        ({(1, 1): 3}, {}, BESIDE, True),
        # in a box within the label's own, where no label stands so
        ({(0, 2): 1, (1, 1): 2}, {}, IN_LABEL, True),
        ({(0, 2): 1, (1, 1): 3}, {(0, 2): 1}, IN_LABEL, False),
        ({(0, 0): 1, (1, 1): 3}, {}, item("2017", "i>", (1, 2, 3)), False),
        # one of five others stands like it, and one of six
        ({(1, 1): 2, (7, 7): 4}, {}, BESIDE, True),
        ({(1, 1): 2, (7, 7): 5}, {}, BESIDE, False),
        ({(1, 1): 1, (7, 7): 3}, {}, BESIDE, False),
        # the next label stands so, too
        ({(1, 1): 4}, {(1, 1): 1}, BESIDE, None),
        # as far from the label as other values, whatever box they stand in
        ({(1, 1): 1, (1, 2): 2}, {}, BESIDE, None),
        ({(1, 1): 1, (1, 2): 1, (7, 7): 4}, {}, BESIDE, False),
        ({(1, 1): 1, (1, 2): 2, (7, 7): 4}, {}, BESIDE, None),
        # two others that stand elsewhere are too few to refuse it, unless labels stand so
        ({(1, 1): 1, (7, 7): 2}, {}, BESIDE, None),
        ({(1, 1): 1, (7, 7): 2}, {(1, 1): 1}, BESIDE, False),
        # nearly all values stand beside their labels on the line
        ({(0, 2): 1, None: 5}, {(0, 2): 1}, IN_LABEL, False),
        ({(0, 2): 1, (0, 3): 1, None: 4}, {(0, 2): 1}, IN_LABEL, None),
        ({(0, 2): 1, None: 5}, {}, item("2017", "i>", (1, 2, 3)), None),
        # most do, and two that stand as labels do vouch for each other
        ({(1, 1): 2, None: 2}, {(1, 1): 1}, BESIDE, False),
        ({(1, 1): 2, None: 1}, {(1, 1): 1}, BESIDE, None),
        ({(1, 1): 2, None: 2}, {}, BESIDE, True),
        ({(1, 1): 3, None: 4}, {(1, 1): 1}, BESIDE, False),
        ({(1, 1): 3, None: 3}, {(1, 1): 1}, BESIDE, None),
        ({(1, 1): 2, None: 2}, {(1, 1): 1, None: 1}, BESIDE, None),
    ],
)
def test_a_line_is_a_value_where_other_values_stand(
    values: dict[tuple[int, int] | None, int],
    labels: dict[tuple[int, int] | None, int],
    line: Item,
    is_value: bool | None,
) -> None:
    assert _steps(values, labels).is_value(LABEL, line) is is_value


def test_a_long_text_may_stand_below_its_label_where_values_stand_beside_theirs() -> None:
    assert _steps({(1, 1): 2, None: 2}, {(1, 1): 1}).is_value(LABEL, BESIDE, may_be_prose=True) is None


def test_without_boxes_steps_say_nothing() -> None:
    label = item("Year", "b>", (), YEAR)
    steps = _steps({(0, 1): 5}, {})
    assert steps.is_value(label, BESIDE) is None


@pytest.mark.parametrize(
    ("elsewhere", "like_it", "is_value"), [(2, 2, False), (1, 2, None), (4, 3, False), (3, 3, None)]
)
def test_a_line_marked_as_a_label_is_none_of_values_that_mostly_stand_elsewhere(
    elsewhere: int, like_it: int, is_value: bool | None
) -> None:
    marked = item("Budget", "b>", (1, 2, 4))
    steps = _steps({(1, 1): like_it, (2, 1): elsewhere}, {(1, 1): 3})
    assert steps.is_value(LABEL, marked) is is_value
    assert steps.is_value(LABEL, marked, may_be_prose=True) is None


def test_a_line_stands_as_a_label_where_it_is_as_far_as_the_next_labels() -> None:
    steps = _steps({}, {(1, 5): 1})
    assert steps.is_label(LABEL, BESIDE)
    assert not steps.is_label(LABEL, APART)
    assert not steps.is_label(item("Year", "i>", (1, 2, 3)), BESIDE)
    assert _steps({}, {None: 1}).is_label(LABEL, IN_LABEL)


def test_steps_are_counted_from_each_label_to_its_value_and_to_the_next_label() -> None:
    items = [
        item("Year", "b[1]>", (1, 2), YEAR),
        item("2017", "i>", (1, 3)),
        item("State", "b[2+]>", (1, 2), STATE),
        item("Context", "b>", (1, 2, 4), CONTEXT),
        item("Un.", "p>", (5,)),
    ]
    steps = count_steps(items, {YEAR: 0, STATE: 2, CONTEXT: 3})
    assert dict(steps.to_values["b>"]) == {(1, 1): 1, (3, 1): 1}
    assert dict(steps.to_labels["b>"]) == {(0, 0): 1, (0, 1): 1}
    assert not count_steps(items[:4], {CONTEXT: 3}).to_values["b>"]


def test_a_line_stands_as_values_do_where_one_label_of_the_mark_has_its_value_so() -> None:
    items = [LABEL, BESIDE, item("State", "b>", (1, 5, 6)), item("open", "i>", (1, 5, 7)), item("x", "i>", (9,))]
    assert is_step_to_value(items, [0], items[2], items[3])
    assert not is_step_to_value(items, [0], items[2], items[4])
    assert not is_step_to_value(items, [], items[2], items[3])
    assert not is_step_to_value(items, [0, 1], items[2], items[3])
    other = item("State", "em>", (1, 5, 6), HISTORY)
    assert not is_step_to_value(items, [0], other, items[3])
