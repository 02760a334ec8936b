"""What stands at the head or the foot of most texts: the page's where it is a button or marked as nothing else."""

import pytest
from lines import item, named

from atlas_scraper.labelling.at_texts import said_at_texts
from atlas_scraper.labelling.items import Evidence, Item

LABELS = ("Context", "History", "Aim", "Context and history")


def _section(label: str, *lines: Item, evidence: Evidence = Evidence.WHOLE) -> list[Item]:
    title = named(label, (1,))
    title.evidence = evidence
    return [title, *lines]


def _button(text: str = "listen", href: str | None = None) -> Item:
    made = item(text, "p>i", (1,))
    made.runs = (made.runs[0]._replace(interactive=True, href=href),)
    return made


def _found(*items: Item) -> list[str]:
    labelled = [number for number, each in enumerate(items) if each.label is not None]
    return [items[number].text for number in said_at_texts(items, labelled)]


def _texts(*said: Item, at_foot: bool = False) -> list[Item]:
    """Make a text with such a line for each of them, all with more below their label."""
    found = []
    for number, (label, each) in enumerate(zip(LABELS, said, strict=False)):
        text = item(f"a text {'abcd'[number]}", "p>", (1,))
        found += _section(label, *([text, each] if at_foot else [each, text]))
    return found


@pytest.mark.parametrize("at_foot", [False, True])
def test_buttons_of_two_texts_and_links_of_three_are_the_pages(at_foot: bool) -> None:
    assert _found(*_texts(_button(), _button(), at_foot=at_foot)) == ["listen"] * 2
    assert _found(*_texts(_button(), at_foot=at_foot)) == []
    links = [_button(href="/x") for _ in range(3)]
    assert _found(*_texts(*links, at_foot=at_foot)) == ["listen"] * 3
    assert _found(*_texts(*links[:2], at_foot=at_foot)) == []


def test_a_line_of_which_a_part_alone_is_a_button_is_an_authors() -> None:
    def half() -> Item:
        made = _button()
        made.runs = (*made.runs, item("to it").runs[0])
        return made

    assert _found(*_texts(half(), half(), item("listen"))) == []


@pytest.mark.parametrize(("others", "is_said"), [(2, True), (3, False)])
def test_half_of_the_texts_have_it(others: int, is_said: bool) -> None:
    texts = _texts(_button(), _button()) + [
        each for label in ("Aim", "Aim", "Aim")[:others] for each in _section(label, item("b"), item("c"))
    ]
    assert bool(_found(*texts)) is is_said


def test_numbers_in_it_may_vary_and_it_is_more_than_those() -> None:
    assert _found(*_texts(*[_button(f"{number} minutes") for number in (2, 11, 3)])) == [
        "2 minutes", "11 minutes", "3 minutes"
    ]  # fmt: skip
    assert _found(*_texts(*[_button(str(number)) for number in (2, 11, 3)])) == []


@pytest.mark.parametrize(("letters", "is_said"), [(120, True), (121, False)])
def test_it_has_120_characters_at_most(letters: int, is_said: bool) -> None:
    assert bool(_found(*_texts(_button("x" * letters), _button("x" * letters)))) is is_said


def _marked(text: str = "time to read: 2", mark: str = "p>small") -> Item:
    return item(text, mark, (1,))


def test_what_three_texts_have_and_nothing_else_is_marked_as_is_the_pages() -> None:
    assert _found(*_texts(_marked(), _marked("time to read: 12"), _marked())) == [
        "time to read: 2", "time to read: 12", "time to read: 2"
    ]  # fmt: skip
    assert _found(*_texts(_marked(), _marked())) == []
    assert _found(*_texts(*[_marked(mark="p>")] * 3)) == []
    assert _found(*_texts(_marked(), _marked(), _marked()), _marked("of an author")) == []


def test_where_such_a_line_stands_among_its_siblings_does_not_tell_it_from_others() -> None:
    first = [_marked(mark="1:p[0]>small") for _ in range(3)]
    assert len(_found(*_texts(*first))) == 3
    assert _found(*_texts(*first), _marked("of an author", mark="1/br:p>small")) == []


def test_all_that_stands_below_a_label_may_be_its_text() -> None:
    alone = [each for label in LABELS[:3] for each in _section(label, _button())]
    assert _found(*alone) == []
    assert _found(*alone[:2], *_texts(_button(), _button())[3:]) == []
    assert _found(*alone[:2], *_texts(_button(), _button(), _button())[3:]) == ["listen"] * 3


def test_a_heading_is_none_and_ends_the_text_above_it() -> None:
    def heading(text: str) -> Item:
        return item(text, "h3>", (1,), is_heading=True)

    assert _found(*_texts(*[heading("listen")] * 3)) == []
    texts = [
        each for label in LABELS[:3] for each in _section(label, item(f"a {label}"), _button(), heading(f"On {label}"))
    ]
    assert _found(*texts) == ["listen"] * 3


def test_labels_of_short_values_and_those_within_a_line_have_no_texts() -> None:
    assert _found(*_section("Year", _button(), item("a")), *_section("State", _button(), item("b"))) == []
    texts = [
        each for label in LABELS[:3] for each in _section(label, _button(), item(f"a {label}"), evidence=Evidence.COLON)
    ]
    assert _found(*texts) == []


def test_the_head_of_a_text_and_the_foot_of_another_are_not_the_same_place() -> None:
    items = [*_section("Context", _button(), item("a")), *_section("History", item("b"), _button())]
    assert _found(*items) == []


def test_labels_that_are_headings_have_texts_and_headings_right_below_them_have_theirs_apart() -> None:
    def title(text: str) -> Item:
        made = item(text, "h2>", (1,), named(text, (1,)).label, is_heading=2)
        made.evidence = Evidence.WHOLE
        return made

    texts = [each for label in LABELS[:2] for each in (title(label), _button(), item(f"a {label}"))]
    assert _found(*texts) == ["listen"] * 2
    below = [
        each
        for label in LABELS[:2]
        for each in (title(label), item("More", "h3>", (1,), is_heading=3), _button(), item(f"a {label}"))
    ]
    assert _found(*below) == []
