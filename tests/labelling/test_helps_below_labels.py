"""Helps between labels and their values are told by those that can be no value, and by how they are marked."""

import pytest
from lines import item

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.helps import ignore_helps
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label

BEGIN = Label("begin", ("Begin",), fits=str.isdigit)
END = Label("end", ("End",), fits=str.isdigit)
NAME = Label("name", ("Name",))
TEXT = Label("text", ("Text",), holds_prose=True)
HELP = "1:main>p.help[+]>"


def _label(label: Label, mark: str = "1:main>h3>") -> Item:
    return item(label.spellings[0], mark, label=label)


def _value(text: str, mark: str = "1:main>p>") -> Item:
    return item(text, mark)


def _help(text: str = "four digits", mark: str = HELP) -> Item:
    return item(text, mark)


def _ignored(*items: Item) -> list[str]:
    said = ignore_helps(items)
    ignored = [each.text for each in items if each.fate is not None]
    assert said == sorted({*ignored})
    return ignored


def _pairs() -> list[Item]:
    return [_label(BEGIN), _help(), _value("1971"), _label(END), _help("a year"), _value("1999")]


def test_lines_before_years_are_helps_and_so_are_those_marked_alike_below_other_labels() -> None:
    more = [_label(NAME), _help("short"), _value("A"), _label(TEXT), _help("in brief"), _value("One.")]
    assert _ignored(*_pairs()) == ["four digits", "a year"]
    assert _ignored(*_pairs(), *more) == ["four digits", "a year", "short", "in brief"]
    assert _ignored(*_pairs(), _label(NAME), _help("short")) == ["four digits", "a year", "short"]


def test_helps_are_marked_alike_wherever_they_stand_but_in_a_box_of_their_own_kind() -> None:
    for mark in ("2:div>p.help[0]>", "7:section>p.help>"):
        assert _ignored(*_pairs(), _label(TEXT), _help("in brief", mark)) == ["four digits", "a year", "in brief"]
    assert _ignored(*_pairs(), _label(TEXT), _help("in brief", "1:main>p.lead>")) == ["four digits", "a year"]


def test_one_year_with_its_value_is_enough_where_the_other_has_none() -> None:
    assert _ignored(_label(BEGIN), _help(), _value("1971"), _label(END), _help("a year")) == ["four digits", "a year"]
    assert _ignored(_label(END), _help("a year"), _label(BEGIN), _help(), _value("1971")) == ["a year", "four digits"]


@pytest.mark.parametrize(
    "items",
    [
        [_label(BEGIN), _help(), _value("1971")],
        [_label(BEGIN), _help(), _value("1971"), _label(BEGIN), _help(), _value("1972")],
        [_label(BEGIN), _help(), _label(END), _help()],
        [_label(BEGIN), _help(), _value("soon"), _label(END), _help(), _value("late")],
        [_label(BEGIN), _help(), _value("1971", HELP), _label(END), _help(), _value("1999")],
        [_label(BEGIN), _help(), _value("1971"), _label(END), _help("1999")],
        [_label(BEGIN, HELP), _help(), _value("1971"), _label(END), _help(), _value("1999")],
        [*_pairs(), _help("One."), _help("Two.")],
        [_label(NAME), _help(), _value("1971"), _label(TEXT), _help(), _value("1999")],
        [],
    ],
)
def test_few_such_lines_and_those_marked_as_values_labels_or_texts_are_none(items: list[Item]) -> None:
    assert _ignored(*items) == []


def test_a_few_lines_marked_so_elsewhere_are_no_helps_but_speak_not_against_others() -> None:
    more = [each for _ in range(2) for each in (_label(NAME), _help("short"), _value("A"))]
    assert _ignored(*_pairs(), *more, _help("One.")) == ["four digits", "a year", "short", "short"]


def _odd(**more: object) -> Item:
    line = Line("odd", (Run("odd", HELP),), **more)  # type: ignore[arg-type]
    return Item(line, "odd", line.runs)


def test_headings_fields_links_parts_of_lines_and_long_lines_are_no_helps() -> None:
    linked = Line("odd", (Run("odd", HELP, "/x", True),))
    runs = (Run("odd", HELP),)
    cases = [
        _odd(is_heading=3),
        _odd(is_value=True),
        Item(linked, "odd", linked.runs),
        Item(Line("odd", runs), "odd", runs, True),
    ]
    pairs = [*_pairs(), *_pairs()]
    for odd in [*cases, _help("a" * 161)]:
        assert odd.text not in _ignored(*[_copy(each) for each in pairs], _label(TEXT), odd, _value("One."))
    assert "a" * 160 in _ignored(*_pairs(), _label(TEXT), _help("a" * 160))


def _copy(of: Item) -> Item:
    return Item(of.block, of.text, of.runs, label=of.label)


def test_what_is_marked_as_a_label_is_no_help() -> None:
    def page() -> list[Item]:
        texts = [each for _ in range(3) for each in (_label(TEXT), _help("in brief"), _value("One."))]
        return [*_pairs(), *texts]

    assert len(_ignored(*page())) == 5
    assert _ignored(*page(), _label(NAME, HELP), _value("A")) == []
