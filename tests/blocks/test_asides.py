"""Forms to fill in and links that share a page: what stands there is marked as the site's."""

import pytest
from lxml import etree

from atlas_scraper.blocks.asides import may_offer, set_aside
from atlas_scraper.blocks.document import Line
from atlas_scraper.blocks.read import read_document
from atlas_scraper.blocks.traces import markup_of

SEND = "<button>ok</button>"
SHARER = "<a href='https://www.facebook.com/sharer.php?u=x'>F</a>"


def _read(html: str) -> tuple[list[str], list[str]]:
    read = read_document(f"<html><body><p>x</p>{html}</body></html>".encode())
    lines = [*read.blocks, *read.hidden]
    return (
        [line.text for line in read.blocks if not line.landmark],
        [f"{line.landmark}: {line.text}" for line in lines if isinstance(line, Line) and line.landmark],
    )


@pytest.mark.parametrize("field", ["<input type=email id=m placeholder=y>", "<input id=m><input type=hidden value=1>"])
def test_the_label_of_a_form_to_fill_in_is_the_sites(field: str) -> None:
    assert _read(f"<form><label for=m>Your address</label>{field}{SEND}</form>") == (
        ["x", "ok"],
        ["search: Your address"],
    )


@pytest.mark.parametrize(
    "fields",
    [
        f"<input id=m value=y>{SEND}",
        f"<input id=m readonly>{SEND}",
        f"<input id=m disabled>{SEND}",
        f"<input id=m><input value=y>{SEND}",
        f"<input id=m><select><option selected>y</select>{SEND}",
        f"<input id=m><textarea>y</textarea>{SEND}",
        f"<input id=m><input type=checkbox>{SEND}",
        "<input id=m>",
        "<input id=m><button type=button>ok</button>",
    ],
)
def test_the_label_of_a_field_that_shows_a_value_or_cannot_be_sent_is_the_pages(fields: str) -> None:
    shown, _ = _read(f"<form><label for=m>Your address</label>{fields}</form>")
    assert "Your address" in shown


@pytest.mark.parametrize(
    "link", ["mailto:?subject=x", "https://twitter.com/share?url=x", "https://twitter.com/intent/tweet?url=x"]
)
def test_a_box_of_links_that_share_the_page_is_the_sites(link: str) -> None:
    assert _read(f"<div>Share: {SHARER} <a href='{link}'>T</a></div>") == (["x"], ["navigation: Share: F T"])


@pytest.mark.parametrize(
    "box",
    [
        f"<div>{SHARER}</div>",
        f"<div>{SHARER} <a href=/x>T</a></div>",
        f"<div>{SHARER} {SHARER} and a text that is longer than what one says of such links</div>",
        f"<div>{SHARER} {SHARER}<p>and <a href=/x>y</a></p></div>",
        "<div><a href='mailto:a@example.org'>F</a> <a href='mailto:b@example.org?subject=x'>T</a></div>",
    ],
)
def test_a_box_that_says_more_is_the_pages(box: str) -> None:
    assert _read(box)[1] == []


@pytest.mark.parametrize(
    ("href", "shares"),
    [
        ("mailto:?subject=x", True),
        ("https://example.org/sharer/sharer.php?u=x", True),
        ("https://example.org/share", True),
        ("https://share.example.org/x", True),
        ("https://x-share.example.org/x", False),
        ("https://example.org/share-offsite/?url=x", True),
        ("https://example.org/SHAREARTICLE?x", True),
        ("https://example.org/intent/tweet?x", True),
        ("https://example.org/shared", False),
        ("https://example.org/x?share=1", False),
        ("mailto:zoe@example.org?x", False),
    ],
)
def test_a_link_shares_the_page_by_its_address(href: str, shares: bool) -> None:
    box = etree.fromstring(f"<div><a href='{href}'/><a href='{href}'/></div>")
    set_aside(box)
    assert (box.get("role") == "navigation") is shares


@pytest.mark.parametrize(
    ("words", "is_aside"),
    [
        ("x" * 40, True),
        ("x" * 41, False),
        (f"{'x' * 39}<b> y</b>", True),
        (f"{'x' * 39}<b> yz</b>", False),
        ("<button>" + "x" * 50 + "</button>", True),
        ("<b><i/></b>", True),
        ("<b><a/></b>", False),
        ("<a href='/x'/>", False),
    ],
)
def test_links_that_share_a_page_are_asides_with_no_more_than_a_few_words(words: str, is_aside: bool) -> None:
    link = "<a href='/share'>a</a>"
    for html in (f"{words}{link}{link}", f"{link} {link}{words}"):
        box = etree.fromstring(f"<div>{html}</div>")
        set_aside(box)
        assert (box.get("role") is not None) is is_aside


def test_a_box_with_a_role_keeps_it() -> None:
    box = etree.fromstring("<div role='x'><a href='/share'/><a href='/share'/></div>")
    set_aside(box)
    assert box.get("role") == "x"


def test_the_labels_of_all_fields_of_a_form_are_hidden_in_it_alone() -> None:
    labels = "<label for='m'/><label for='n'/><label/>"
    root = etree.fromstring(f"<body>{labels}<form>{labels}<input id='m'/><input type='Image' id='o'/></form></body>")
    set_aside(root)
    found = [(label.get("role"), label.get("hidden")) for label in root.iter("label")]
    assert found == [(None, None)] * 3 + [("search", "")] + [(None, None)] * 2


@pytest.mark.parametrize(
    ("html", "may"),
    [
        ("<form><label><input>", True),
        ("<form><label>", False),
        ("<a href='mailto:?x'>", True),
        ("<a href='/share'>", True),
        ("<a href='/intent/tweet'>", True),
        ("<a href='mailto:x'>", False),
    ],
)
def test_a_page_may_offer_something_where_it_has_such_forms_or_links(html: str, may: bool) -> None:
    assert may_offer(markup_of(html.encode())) is may
