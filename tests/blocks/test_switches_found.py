"""Panes that a rule shows while a choice is made, and the label of that choice."""

import pytest
from lxml import html

from atlas_scraper.blocks.folds import words_of
from atlas_scraper.blocks.switches import find_switched, may_switch
from atlas_scraper.blocks.traces import markup_of

CHOICES = "<input type=radio id=t1 checked><label for=t1>A</label><input type=radio id=t2><label for=t2>B</label>"
PANES = "<div class=panes><!-- --><p class='pane x' id=p1>a</p><p class=pane id=p2>b</p></div>"


def _switched(rules: str, body: str = CHOICES + PANES) -> list[tuple[str, str]]:
    root = html.fromstring(f"<html><head><style>{rules}</style></head><body>{body}</body></html>")
    found = find_switched(root.iter("style"), list(root.iter("p")), root.iter("label"))
    return [(words_of(pane), "" if label is None else words_of(label)) for pane, label in found]


def test_only_rules_about_choices_are_a_trace() -> None:
    assert may_switch(markup_of(b"<style>#t:checked~p{display:block}"))
    assert not may_switch(markup_of(b"<input checked>"))


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        ("#t1:checked ~ .panes #p1 {display: block}", [("a", "A")]),
        ("#t1:checked~.panes #p1,#t2:checked~.panes #p2{display:block}", [("a", "A"), ("b", "B")]),
        ("#t2:checked ~ .panes > .pane:nth-child(2) {display: flex}", [("b", "B")]),
        ("#t2:checked ~ .panes .pane:nth-of-type(2) {visibility: visible}", [("b", "B")]),
        ("#t1:checked ~ .panes p.pane:first-child {display: block}", [("a", "A")]),
        ("input[type=radio]:checked ~ .panes .x {display: block}", [("a", "")]),
        ("#t1:checked ~ .panes #p1 {display: none}", []),
        ("#t1:checked ~ .panes #p1 {color: red}", []),
        ("#t1:checked {display: block}", []),
        (".panes #p1 {display: block}", []),
        ("#t1:checked ~ .panes div.pane {display: block}", []),
        ("#t1:checked ~ .panes .pane.y {display: block}", []),
        ("#t1:checked ~ .panes p:hover {display: block}", []),
    ],
)
def test_a_pane_is_what_a_rule_shows_while_a_choice_is_made(rules: str, found: list[tuple[str, str]]) -> None:
    assert _switched(rules) == found


def test_the_label_of_the_nearest_choice_before_a_pane_is_its_own_where_a_rule_names_none() -> None:
    folds = "".join(f"<input type=checkbox id=c{n}><label for=c{n}>{n}</label><p>{n}</p>" for n in (1, 2))
    assert _switched("input:checked ~ p {display: block}", folds) == [("1", "1"), ("2", "2")]


def test_rules_without_end_are_not_all_held_against_all_parts() -> None:
    rules = "".join(f"#t{number}:checked ~ .none {{display: block}}" for number in range(200))
    last = "#t1:checked ~ .panes #p1 {display: block}"
    assert _switched(last + rules) == [("a", "A")]
    assert _switched(rules + last) == []
