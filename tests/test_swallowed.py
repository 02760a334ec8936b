"""A page is read to its end: whatever ends too early, or never, swallows nothing of it."""

import pytest
from fragments import page

from atlas_scraper import parse
from atlas_scraper.blocks.read import read_document
from atlas_scraper.errors import NotARecord

SECTIONS = "<h3>Contexte</h3><p>Un.</p>{}<h3>Historique</h3><p>Deux.</p>"


def texts(html: str) -> list[str]:
    return [block.text for block in read_document(f"<html><body>{html}</body></html>".encode()).blocks]


@pytest.mark.parametrize("end", ["</main></body></html>", "</body></html>\n", "</html>", "</body>", "</HTML >"])
@pytest.mark.parametrize("tail", ["", "</body>", "</body></html>", "</main></body></html>\n<!-- 3 ms -->"])
def test_what_stands_behind_the_end_tags_of_the_page_is_read(end: str, tail: str) -> None:
    html = f"<html><body><main><p>Un.</p>{end}<p>Deux.</p>{tail}"
    assert [block.text for block in read_document(html.encode()).blocks] == ["Un.", "Deux."]


def test_a_page_that_ends_half_way_and_goes_on_is_whole() -> None:
    html = page(SECTIONS.format("</main></body></html>")).removesuffix("</main></body></html>")
    record = parse(html.encode())
    assert (record.context, record.history, record.unread) == (["Un."], ["Deux."], [])


@pytest.mark.parametrize(
    "unended",
    [
        "<svg><title>Carte</svg>",
        "<p><svg><title>Carte</svg></p><p><svg><title>Plan</svg></p>",
        "<p><svg><title>Carte</svg></p><p><svg><title>Plan</title></svg></p>",
        "<iframe src=carte.html>",
        "<div><iframe src=carte.html></div>",
        "<div><style>.x{color:red}</div>",
        "<div><script src=carte.js></div>",
        "<div><script src=carte.js></div><script>let fin = '</div>'</script>",
        "<div><script>let a = 1</div>",
        "<noembed></div>",
        "<svg><g>",
        "<svg><g><path d='M0'>",
        "<div><svg viewBox=x><path d='M0'></div>",
        "<math><mrow>",
        "<math><mi>",
        "<svg><title>Carte</title><g></svg><svg>",
        "<div><TITLE></div>",
    ],
)
def test_an_element_that_is_never_ended_swallows_nothing(unended: str) -> None:
    assert texts(f"<p>Un.</p>{unended}<p>Deux.</p>") == ["Un.", "Deux."]


@pytest.mark.parametrize(
    "ended",
    [
        "<script>w.document.write('</body></html>')</script>",
        "<iframe><p>Votre navigateur</p></iframe>",
        "<style>.x::after{content:'<b>'}</style>",
        "<svg><title>Un <b>b</b></title></svg>",
        "<svg/><svg><foreignObject><div></div></foreignObject></svg>",
    ],
)
def test_an_element_that_is_ended_keeps_the_tags_in_it(ended: str) -> None:
    assert texts(f"<p>Un.</p>{ended}<p>Deux.</p>") == ["Un.", "Deux."]


def test_what_a_drawing_shows_of_the_page_ends_with_it() -> None:
    drawing = "<svg/><svg><foreignObject><div>Un mot</div></foreignObject></svg>"
    assert texts(f"<p>Un.</p>{drawing}<p>Deux.</p>") == ["Un.", "Un mot", "Deux."]


def test_many_elements_that_are_never_ended_are_read_in_time() -> None:
    assert texts("<svg><title>a</svg><p>b</p>" * 3000) == ["b"] * 3000


def test_a_page_of_nothing_but_unended_titles_is_none() -> None:
    with pytest.raises(NotARecord):
        parse(("<html><title>" + "<b>" * 1000).encode())
