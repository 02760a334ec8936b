"""Slides: what a page hides beside a shown part made of the same boxes, and what it hides for good."""

import pytest
from lxml import html

from atlas_scraper.blocks.folds import words_of
from atlas_scraper.blocks.slides import find_slides

SHOWN = "<div><p>a</p><p>b</p></div>"


def _slides(body: str) -> list[str]:
    root = html.fromstring(f"<html><body>{body}</body></html>")
    return [words_of(slide) for slide in find_slides(each for each in root.iter() if each.get("hidden") is not None)]


@pytest.mark.parametrize(
    ("hidden", "is_slide"),
    [
        ("<div hidden><p>c</p> <p>d</p></div>", True),
        ("<div hidden><p><a href=x>c</a></p> <p><b>d</b></p></div>", True),
        ("<div hidden><p>c</p></div>", False),
        ("<div hidden><p>c</p><div>d</div></div>", False),
        ("<div hidden><p>a</p><p>b</p></div>", False),
        ("<div hidden><p></p><p></p></div>", False),
        ("<div hidden><p>{{name}}</p><p>{{country}}</p></div>", False),
        ("<div hidden lang=en><p>c</p><p>d</p></div>", False),
        ("<div hidden role=dialog><p>c</p><p>d</p></div>", False),
        ("<section hidden><p>c</p><p>d</p></section>", False),
    ],
)
def test_a_slide_is_made_of_the_boxes_of_a_shown_one_and_says_something_else(hidden: str, is_slide: bool) -> None:
    assert bool(_slides(SHOWN + hidden)) is is_slide
    assert bool(_slides(hidden + SHOWN)) is is_slide


def test_rows_behind_a_button_are_slides_of_the_rows_above_it() -> None:
    rows = "<tr><td>a<td>b</tr><!-- x --><tr hidden><td>c<td>d</tr><tr hidden><td colspan=2>e</tr>"
    assert _slides(f"<table>{rows}</table><button>Voir plus</button>") == ["cd"]


def test_paragraphs_that_are_hidden_among_others_are_no_slides() -> None:
    assert _slides("<p>a</p><p hidden>b</p><ul><li>a<li hidden>b</ul>") == []


def test_nothing_is_a_slide_where_all_of_a_kind_are_hidden() -> None:
    assert _slides(f"<div>{SHOWN}</div><div><div hidden><p>c</p><p>d</p></div></div>") == []
