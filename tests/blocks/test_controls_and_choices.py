"""What form controls say, the choices of a line, and which label names which control."""

import pytest
from lxml import etree
from lxml.etree import _Element as Element

from atlas_scraper.blocks.controls import (
    CHOICE_MARK,
    LabelledControls,
    control_lines,
    heads_box,
    is_choice,
    is_ticked,
    said_of_choices,
)
from atlas_scraper.blocks.document import Run
from atlas_scraper.values.choices import TICKED, UNTICKED


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<input value='a'/>", ["a"]),
        ("<input type=' Email ' value='a'/>", ["a"]),
        ("<input type=' Hidden ' value='a'/>", []),
        ("<input type='checkbox' value='a'/>", []),
        ("<input/>", []),
        ("<textarea>a\nb</textarea>", ["a", "b"]),
        ("<textarea type='hidden'>a</textarea>", ["a"]),
        ("<select><option>a</option><option selected=''>b <b>c</b></option></select>", ["b c"]),
        ("<select><option>a</option><option>b</option></select>", []),
        ("<select><option>a</option></select>", ["a"]),
        ("<select><option value=''>a</option></select>", []),
        ("<select><option value='' selected=''>a</option><option>b</option></select>", []),
        ("<select><option selected=''>a</option><option value='' selected=''>b</option></select>", ["a", "b"]),
    ],
)
def test_a_control_says_what_it_holds_or_what_is_chosen(html: str, lines: list[str]) -> None:
    assert control_lines(etree.fromstring(html)) == lines


@pytest.mark.parametrize(
    ("html", "choice", "ticked"),
    [
        ("<input type=' Radio '/>", True, False),
        ("<input type='checkbox' checked=''/>", True, True),
        ("<input checked=''/>", False, True),
        ("<p type='radio' aria-checked='true'/>", False, True),
        ("<input type='radio' aria-checked='false'/>", True, False),
    ],
)
def test_choices_are_radio_buttons_and_check_boxes(html: str, choice: bool, ticked: bool) -> None:
    assert (is_choice(etree.fromstring(html)), is_ticked(etree.fromstring(html))) == (choice, ticked)


def said(line: str) -> str:
    """Give what is said of a line of choices, `+` made ones and `-` others."""
    signs = {"+": Run(TICKED, CHOICE_MARK), "-": Run(UNTICKED, CHOICE_MARK)}
    return "".join(run.text for run in said_of_choices([signs.get(letter, Run(letter, "p>")) for letter in line]))


@pytest.mark.parametrize(
    ("line", "expected"),
    [("+a-b", "a"), ("-a+b", "b"), ("-a-b", ""), ("+a+b", "ab"), ("x+a-b", "xa"), ("a+b-", "a"), ("a-b+", "b"),
     ("ab+ ", "ab "), ("ab- ", " "), ("+", TICKED),
     ("-", UNTICKED), (" - ", f" {UNTICKED} "), ("-+a", "a"), ("+-a", "")],
)  # fmt: skip
def test_the_words_of_a_choice_stand_behind_it_or_before_it_where_the_line_ends_with_one(
    line: str, expected: str
) -> None:
    assert said(line) == expected


def labelled(html: str) -> tuple[LabelledControls, Element]:
    root = etree.fromstring(f"<form>{html}</form>")
    return LabelledControls(root.iter("label"), root.iter("input", "textarea", "select")), root


@pytest.mark.parametrize(
    ("html", "named"),
    [
        ("<label for='a'/><input id='a'/>", "a"),
        ("<input id='a'/><label for='a'/>", "a"),
        ("<label for='a'/><input id='a'/><input id='a'/>", None),
        ("<label for='a'/><label for='a'/><input id='a'/>", None),
        ("<label for='b'/><input id='a'/>", None),
        ("<label><input type='radio' id='c'/></label>", "c"),
        ("<label><input id='c'/></label>", None),
        ("<label/><input/>", None),
        ("<label for='a'><input type='radio' id='c'/></label><input id='a'/>", "a"),
    ],
)
def test_a_label_names_the_control_of_its_id_or_the_choice_in_it(html: str, named: str | None) -> None:
    controls, root = labelled(html)
    found = controls.named_by(next(root.iter("label")))
    assert (found.get("id") if found is not None else None) == named


def test_a_control_has_a_label_elsewhere_that_names_it() -> None:
    for html, has in (("<label for='a'/>", True), ("<label for='b'/>", False), ("<label/>", False)):
        controls, root = labelled(f"{html}<input id='a'/><input/>")
        assert [controls.has_label(control) for control in root.iter("input")] == [has, False]


CHOICE, LABEL = "<input type='radio' id='a'/>", "<label for='a'>x</label>"


@pytest.mark.parametrize(
    ("html", "is_head"),
    [
        (f"{CHOICE}{LABEL}<div/>", True),
        (f"{CHOICE}{LABEL} <div/>", True),
        (f"{LABEL}{CHOICE}<div/>", True),
        (f"<p/>{CHOICE}{LABEL}<div/>", True),
        (f"{CHOICE}<h3>{LABEL}</h3><div/>", True),
        (f"{CHOICE}{LABEL}<i/><div/>", True),
        (f"{CHOICE}{LABEL}", False),
        (f"{CHOICE}{LABEL}<b/>", False),
        (f"{CHOICE}{LABEL} x<div/>", False),
        (f"x {CHOICE}{LABEL}<div/>", False),
        (f"<b/>{CHOICE}{LABEL}<div/>", False),
        (f"{CHOICE}<h3>y {LABEL}</h3><div/>", False),
    ],
)
def test_the_words_of_a_choice_head_the_box_right_behind_them_where_they_stand_alone(html: str, is_head: bool) -> None:
    _, root = labelled(html)
    assert heads_box(next(root.iter("label")), next(root.iter("input"))) is is_head
