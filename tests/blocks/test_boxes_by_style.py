"""Stretches of a line of which a style makes boxes: each stands on lines of its own."""

import pytest

from atlas_scraper.blocks.document import Line
from atlas_scraper.blocks.read import read_document


def _lines(html: str) -> list[Line]:
    read = read_document(f"<html><body>{html}</body></html>".encode()).blocks
    return [block for block in read if isinstance(block, Line)]


def _texts(html: str) -> list[str]:
    return [line.text for line in _lines(html)]


@pytest.mark.parametrize(
    "display",
    ["block", "flex", "grid", "table", "list-item", "flow-root", "inline; display:BLOCK", "inline-block; width: 100%"],
)
def test_a_stretch_whose_style_makes_a_box_of_it_is_a_line(display: str) -> None:
    assert _texts(f"<div>a<span style='color: red; display: {display}'>b</span>c</div>") == ["a", "b", "c"]


@pytest.mark.parametrize("display", ["inline", "inline-block", "inline-flex", "contents", "block; display: inline"])
def test_a_stretch_whose_style_makes_no_box_of_it_stays_one(display: str) -> None:
    assert _texts(f"<div>a<span style='display: {display}'>b</span>c</div>") == ["abc"]


@pytest.mark.parametrize(
    ("rule", "html", "texts"),
    [
        (".x { display: block }", "a<span class=x>b</span>c", ["a", "b", "c"]),
        ("b.x { display: block }", "a<span class=x>b</span>c", ["abc"]),
        ("span.x { display: block }", "a<span class=x>b</span><b class=x>c</b>", ["a", "b", "c"]),
        ("#x { display: block }", "a<em id=x>b</em>c", ["a", "b", "c"]),
        (".x { display: block } .y { display: inline }", "a<span class='x y'>b</span>c", ["abc"]),
        (".x { display: inline } .y { display: block }", "a<span class='x y'>b</span>c", ["a", "b", "c"]),
        (".x { display: block }", "a<span class=x style='display: inline'>b</span>c", ["abc"]),
        (".x { display: inline }", "a<span class=x style='display: block'>b</span>c", ["a", "b", "c"]),
        ("@media print { .x { display: block } }", "a<span class=x>b</span>c", ["abc"]),
        ("@media (max-width: 600px) { .x { display: block } }", "a<span class=x>b</span>c", ["abc"]),
        (".x { display: none } .y { display: block }", "a<span class='x y'>b</span>c", ["a", "b", "c"]),
        (".y { display: block } .x { display: none }", "a<span class='x y'>b</span>c", ["ac"]),
    ],
)
def test_rules_of_the_page_make_boxes_of_stretches(rule: str, html: str, texts: list[str]) -> None:
    assert _texts(f"<style>{rule}</style><div>{html}</div>") == texts


@pytest.mark.parametrize("tag", ["a href=/x", "label", "output", "button"])
def test_links_labels_and_buttons_stay_what_they_are_on_lines_of_their_own(tag: str) -> None:
    html = f"<div>a<{tag} style='display: block'>b</{tag.split(maxsplit=1)[0]}>c</div>"
    (*_, line), (plain,) = _lines(html)[:2], _lines(html.replace("block", "inline"))
    assert line.text == "b"
    assert [each[2:] for each in line.runs] == [each[2:] for each in plain.runs if each.text == "b"]


def test_a_picture_breaks_no_line() -> None:
    assert _texts("<p>a <img src=x alt='' style='display: block'> b</p>") == ["a b"]
