"""A pair alone in its box is told by the elements of its lines, where other pairs stand in lists."""

import pytest
from lines import AIM, INDEX, STATE, YEAR, item

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.lone_pairs import lone_pairs
from atlas_scraper.labelling.marks import count_lines, count_marks

NAME, SAID = "7:li>b.name[0]>", "7:li>p.said[+]>"
LONE_NAME, LONE_SAID = "6:ul>b.name[0]>", "6:ul>p.said[+]>"


def _pair(number: int, text: str, label: Label | None, *, marks: tuple[str, str] = (NAME, SAID)) -> list[Item]:
    box = (1, number)
    return [item(text, marks[0], (*box, 10 * number), label), item("x", marks[1], (*box, 10 * number + 1))]


def _lone(
    *others: Item, name: str = LONE_NAME, said: str = LONE_SAID, listed: tuple[str, str] = (NAME, SAID)
) -> set[int]:
    """Give the places of lone pairs on a page with two known ones, an unlisted one, and what stands behind that."""
    known = [*_pair(2, "Year", YEAR, marks=listed), *_pair(3, "State", STATE, marks=listed)]
    items = [*known, *_pair(4, "Budget", None, marks=(name, said)), *others]
    return lone_pairs(items, count_marks(items, {YEAR: 0, STATE: 2}, INDEX, count_lines(items)))


def test_a_pair_in_elements_as_known_ones_are_is_told_in_other_boxes() -> None:
    assert _lone() == {4}
    assert _lone(item("Un.", "p>", (1, 5))) == {4}


@pytest.mark.parametrize(
    ("name", "said"), [("6:ul>i.name[0]>", LONE_SAID), (LONE_NAME, "6:ul>p.text[+]>"), (LONE_NAME, LONE_NAME)]
)
def test_a_pair_in_other_elements_is_not(name: str, said: str) -> None:
    assert _lone(name=name, said=said) == set()


def test_elements_without_a_class_say_nothing() -> None:
    listed = ("7:li>b[0]>", "7:li>p[+]>")
    assert _lone(name="6:ul>b[0]>", said="6:ul>p[+]>", listed=listed) == set()


def test_a_box_with_further_lines_holds_no_lone_pair() -> None:
    assert _lone(item("y", "p>", (1, 4, 49))) == set()
    deeper = item("y", "p>", (1, 4, 49, 50))
    assert _lone(deeper) == set()


def test_pairs_of_a_list_are_told_by_their_marks_and_not_here() -> None:
    assert _lone(name=NAME, said=SAID) == set()


def test_pairs_beside_each_other_are_the_cells_of_a_card() -> None:
    both = (LONE_NAME, LONE_SAID)
    assert _lone(*_pair(5, "Date", None, marks=both)) == set()
    assert _lone(item("Un.", "p>", (1, 5)), *_pair(6, "Date", None, marks=both)) == {4, 7}


def test_a_known_label_that_stands_alone_as_well_makes_the_pair_no_less_one() -> None:
    items = [*_pair(2, "Year", YEAR), *_pair(3, "State", STATE)]
    items += [*_pair(4, "Budget", None, marks=(LONE_NAME, LONE_SAID)), item("Un.", "p>", (1, 5))]
    items += _pair(6, "Aim", AIM, marks=(LONE_NAME, LONE_SAID))
    marks = count_marks(items, {YEAR: 0, STATE: 2, AIM: 7}, INDEX, count_lines(items))
    assert 4 in lone_pairs(items, marks)


def test_a_lone_pair_may_begin_the_page_and_its_box_may_end_with_it() -> None:
    lone = _pair(4, "Budget", None, marks=(LONE_NAME, LONE_SAID))
    known = [*_pair(5, "Year", YEAR), *_pair(6, "State", STATE)]
    items = [*lone, *known]
    assert lone_pairs(items, count_marks(items, {YEAR: 2, STATE: 4}, INDEX, count_lines(items))) == {0}
    beside = [item("Date", LONE_NAME, (1, 3, 1)), item("x", "p>", (1, 3, 2)), *lone, *known]
    assert lone_pairs(beside, count_marks(beside, {YEAR: 4, STATE: 6}, INDEX, count_lines(beside))) == set()


def test_elements_of_labels_that_do_not_set_them_apart_tell_nothing() -> None:
    items = [
        *_pair(2, "Year", YEAR),
        *_pair(3, "State", STATE),
        *_pair(4, "Budget", None, marks=(LONE_NAME, LONE_SAID)),
    ]
    prose = [item("x", NAME, (1, 7, place)) for place in range(5)]
    marks = count_marks([*items, *prose], {YEAR: 0, STATE: 2}, INDEX, count_lines([*items, *prose]))
    assert lone_pairs([*items, *prose], marks) == set()
