"""Elements that are never ended: what they swallow is told, and stands behind them again."""

import pytest
from lxml import etree, html

from atlas_scraper.blocks.swallowed import end_foreign, end_swallowing, may_be_unended, swallow
from atlas_scraper.blocks.traces import markup_of


def _swallows(body: str) -> bool:
    root = html.document_fromstring(f"<html><body>{body}</body></html>")
    return swallow(root.iter("title", "textarea", "script", "iframe", "style"), markup_of(body.encode()))


@pytest.mark.parametrize(
    ("body", "is_told"),
    [
        ("<textarea>a</p>b</textarea>", True), ("<textarea>a</textarea>", False), ("<textarea>a</ b</textarea>", False),
        ("<textarea>a<p>b</p></textarea>", False), ("<textarea><b>x</b><b>y</b></textarea>", False),
        ("<textarea>a<TEXTAREA></i></textarea>", True), ("<textarea><p></p></P></textarea>", False),
        ("<script>a='</p>'</script>", False), ("<script>a</p>", True), ("<script src=a></p></script>", True),
        ("<script>a</p></script><script>b", True),
    ],
)  # fmt: skip
def test_words_that_end_what_did_not_begin_in_them_were_swallowed(body: str, *, is_told: bool) -> None:
    assert _swallows(body) is is_told


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("<title>a</h3><p>b", "<title>a</title></h3><p>b"),
        ("<title>a</title>b", None),
        ("<p>x</p><textarea>a</p>b</textarea>c", "<p>x</p><textarea>a</textarea></p>b</textarea>c"),
        ("<TITLE lang=a>a</p>b</TITLE>c</p>", "<TITLE lang=a>a</title></p>b</TITLE>c</p>"),
        ("<title>a<b>c</b></title>", None),
        ("<script>a</p></script>b", None),
        ("<script src=a></p></script>b", "<script src=a></script></p></script>b"),
        ("<script SRC=a></p></script>b", "<script SRC=a></script></p></script>b"),
        ("<script>a</p>b", "<script>a</script></p>b"),
        ("<title>a</p><title>b</p>", "<title>a</title></p><title>b</title></p>"),
        ("<textarea>a</textarea><title>b</p></title><textarea>c</p>",
         "<textarea>a</textarea><title>b</title></p></title><textarea>c</textarea></p>"),
    ],
)  # fmt: skip
def test_such_an_element_ends_where_the_first_tag_in_it_begins(text: str, ended: str | None) -> None:
    assert end_swallowing(text) == (ended or text)


@pytest.mark.parametrize(
    ("markup", "is_told"),
    [
        (b"<svg><g>", True), (b"<svg><g></svg>", False), (b"<math><mi>", True), (b"<math></math>", False),
        (b"<p>", False), (b"<svg></svg><svg>", True),
    ],
)  # fmt: skip
def test_a_drawing_without_an_end_is_seen_quickly(markup: bytes, *, is_told: bool) -> None:
    assert may_be_unended(markup_of(markup)) is is_told


def _ended(body: str) -> str:
    root = etree.fromstring(f"<body>{body}</body>")
    end_foreign(root)
    return etree.tostring(root, encoding="unicode").removeprefix("<body>").removesuffix("</body>")


@pytest.mark.parametrize(
    ("body", "ended"),
    [
        ("<svg><g/><p>a</p><p>b</p></svg><i/>", "<svg><g/></svg><p>a</p><p>b</p><i/>"),
        ("<svg><g><h3>a</h3><x/></g><p>b</p></svg>", "<svg><g/></svg><h3>a</h3><x/><p>b</p>"),
        ("<math><mi/><div>a</div></math>", "<math><mi/></math><div>a</div>"),
        ("<svg><g/></svg>", None),
        ("<svg><foreignobject><p>a</p></foreignobject></svg>", None),
        ("<svg><title><b/><p>a</p></title><g/></svg>", None),
        ("<svg><desc><p>a</p></desc><p>b</p></svg>", "<svg><desc><p>a</p></desc></svg><p>b</p>"),
    ],
)
def test_what_stands_in_a_drawing_and_is_of_the_page_is_put_behind_it(body: str, ended: str | None) -> None:
    assert _ended(body) == (ended or body)
