"""Panes and the tabs that open and name them: by ARIA, by the attributes of scripts, by links within the page."""

import pytest
from lxml import etree

from atlas_scraper.blocks.panes import Panes
from atlas_scraper.blocks.read import read_document
from atlas_scraper.blocks.traces import markup_of


def found(html: str) -> tuple[list[str], list[str]]:
    """Give the panes of a page, as their texts with their names, and the tabs that are read at their heads."""
    root = etree.fromstring(f"<body>{html}</body>")
    by_tag = {tag: [*root.iter(tag)] for tag in ("style", "label", "a")}
    panes = Panes(root, markup_of(etree.tostring(root)), by_tag, lambda each: "hidden" in each.attrib, has_rules=False)

    def text(element: etree._Element) -> str:
        return "".join(map(str, element.itertext()))

    named = [f"{text(each)} {panes.name(each)}".strip() for each in root.iter() if panes.has(each)]
    assert bool(panes) is bool(named)
    return named, [text(each) for each in root.iter() if panes.is_read_elsewhere(each)]


ABOVE = "<b>x</b>"
"""Words between a tab and its pane, so that it does not stand right before that one."""


@pytest.mark.parametrize(
    ("html", "panes", "tabs"),
    [
        ("<p role='tabpanel'>a</p>", ["a"], []),
        ("<p role='tabpanel' aria-label='N'>a</p>", ["a N"], []),
        (f"<b id='t'>T</b>{ABOVE}<p role='tabpanel' aria-labelledby='t u'>a</p>", ["a T"], ["T"]),
        (f"<u><b id='t'/><b aria-controls='q'>U</b></u>{ABOVE}<p role='tabpanel' aria-labelledby='t'>a</p><i id='q'/>",
         ["a"], []),
        (f"<b id='t'> </b>{ABOVE}<p role='tabpanel' aria-labelledby='t' aria-label='N'>a</p>", ["a N"], []),
        (f"<u><b id='t'/> T</u>{ABOVE}<p role='tabpanel' aria-labelledby='t' aria-label='N'>a</p>", ["a T"], [" T"]),
        (f"<b aria-controls='y p'>T</b>{ABOVE}<p role='tabpanel' id='p'>a</p>", ["a T"], ["T"]),
        (f"<b data-target='#p'>T</b>{ABOVE}<p role='tabpanel' id='p'>a</p>", ["a T"], ["T"]),
        (f"<b data-bs-target='p'>T</b>{ABOVE}<p role='tabpanel' id='p'>a</p>", ["a T"], ["T"]),
        (f"<b onclick='show(&quot;#p&quot;)'>T</b>{ABOVE}<p role='tabpanel' id='p'>a</p>", ["a T"], ["T"]),
        (f"<a href='#p'>T</a>{ABOVE}<p role='tabpanel' id='p'>a</p>", ["a T"], ["T"]),
        (f"<b href='#p'>T</b>{ABOVE}<p role='tabpanel' id='p'>a</p>", ["a"], []),
        (f"<a href='/p'>T</a>{ABOVE}<p role='tabpanel' id='p'>a</p>", ["a"], []),
        (f"<a href='#p'>T</a><a href='#p'>U</a>{ABOVE}<p role='tabpanel' id='p'>a</p>", ["a T"], ["T"]),
        ("<b aria-controls='p'>T</b><p role='tabpanel' id='p'>a</p>", ["a"], []),
        ("<h3><b aria-controls='p'>T</b></h3><div><p role='tabpanel' id='p'>a</p></div>", ["a"], []),
        ("<p role='tabpanel' id='p'>a<b aria-controls='p'>T</b></p>", ["aT"], []),
        ("<b aria-controls='p'>T</b><b aria-controls='q'>U</b><p role='tabpanel' id='p'>a</p>"
         "<p role='tabpanel' id='q'>b</p>", ["a T", "b U"], ["T", "U"]),
        ("<ul><li><a href='#p'>T</a></li><li><a href='#q'>U</a></li></ul><p role='tabpanel' id='p'>a</p>"
         "<p role='tabpanel' id='q'>b</p>", ["a T", "b U"], ["T", "U"]),
        ("<ul><li>1<a href='#p'>T</a></li><li><a href='#q'>U</a></li></ul><p role='tabpanel' id='p'>a</p>"
         "<p role='tabpanel' id='q'>b</p>", ["a T", "b U"], ["T", "U"]),
    ],
)  # fmt: skip
def test_a_pane_is_named_by_its_tab_unless_that_stands_right_before_it(
    html: str, panes: list[str], tabs: list[str]
) -> None:
    names, read_elsewhere = found(html)
    assert names == panes
    assert [*dict.fromkeys(read_elsewhere)] == tabs


@pytest.mark.parametrize(
    ("html", "panes"),
    [
        (f"<b role='tab' aria-controls='p'>T</b>{ABOVE}<p id='p'>a</p>", ["a T"]),
        (f"<b aria-controls='p'>T</b>{ABOVE}<p id='p' hidden=''>a</p>", ["a T"]),
        (f"<b aria-controls='p'>T</b>{ABOVE}<p id='p'>a</p>", []),
        (f"<b role='tab' aria-controls='p'>T</b>{ABOVE}<p id='p' role='tooltip'>a</p>", ["a"]),
        (f"<b role='tab' aria-controls='p'>T</b>{ABOVE}<dialog id='p'>a</dialog>", ["a"]),
        (f"<a href='#p'>T</a>{ABOVE}<p id='p' hidden=''>a</p>", []),
        (f"<a href='#p'>T</a><a href='#q'>U</a>{ABOVE}<p id='p' hidden=''>a</p><p id='q'>b</p>", ["a T", "b U"]),
        (f"<a href='#p'>T</a><a href='#q'>U</a>{ABOVE}<p id='p'>a</p><p id='q'>b</p>", []),
        (f"<a href='#p'>T</a><a href='#q'>U</a>{ABOVE}<p id='p' hidden=''>a</p><div><p id='q'>b</p></div>", []),
        (f"<a href='#p'>T</a><a href='#z'>U</a>{ABOVE}<p id='p' hidden=''>a</p>", []),
        (f"<b onclick='x'/><a href='#p'>T</a><a href='#q'>U</a>{ABOVE}<p id='p' hidden=''>a</p><p id='q'>b</p>",
         ["a T", "b U"]),
    ],
)  # fmt: skip
def test_what_a_tab_opens_or_links_lead_to_is_a_pane_where_some_of_it_is_hidden(html: str, panes: list[str]) -> None:
    assert found(html)[0] == panes


def test_the_first_of_elements_with_one_id_is_meant() -> None:
    html = f"<b role='tab' aria-controls='p'>T</b>{ABOVE}<p id='p'>a</p><p id='p'>b</p>"
    assert found(html)[0] == ["a T"]


def test_a_tab_without_words_beside_its_pane_takes_nothing_away() -> None:
    """Its box, in which the pane stands as well, was taken for its words and left out, the pane in it."""
    html = "<div><button aria-controls=p><i></i></button><h3>Title</h3><div id=p hidden>A text.</div></div>"
    read = read_document(f"<html><body><main>{html}</main></body></html>".encode())
    assert [block.text for block in read.blocks] == ["Title", "A text."]


def test_a_pane_that_a_choice_shows_is_named_by_the_label_of_that() -> None:
    rule = "<style>#t:checked ~ #p {display: block}</style><input type='radio' id='t'/>"
    pane = f"{ABOVE}<p id='p' hidden=''>a</p>"
    assert found(f"{rule}<label for='t'>T</label>{pane}") == (["a T"], ["T"])
    assert found(f"{rule}{pane}") == (["a"], [])
