"""Excerpts of texts that a page hides, addresses that it writes as digits, pages in frames, and what is set off."""

from collections.abc import Callable

import pytest
from lxml import html
from lxml.etree import _Element as Element

from atlas_scraper.blocks.emphasis import is_chosen, is_foreign, is_set_off
from atlas_scraper.blocks.excerpts import find_excerpts
from atlas_scraper.blocks.inner_pages import may_hold_pages, show_inner_pages
from atlas_scraper.blocks.protected import may_be_protected, show_addresses
from atlas_scraper.blocks.traces import markup_of
from atlas_scraper.blocks.unseen import speaks_of_button


def _root(body: str) -> Element:
    return html.document_fromstring(f"<html><body>{body}</body></html>")


def _found(body: str) -> list[tuple[str, str]]:
    """Give the whole texts of a page that has `hidden` on them, each with its excerpt."""
    root = _root(body)
    found = find_excerpts([each for each in root.iter() if each.get("hidden") is not None])
    return [("".join(map(str, whole.itertext())), "".join(map(str, cut.itertext()))) for whole, cut in found]


WHOLE, HIDDEN = "Un jumelage de dix ans.", "<div hidden>Un jumelage de dix ans.</div>"
PAIR = [(WHOLE, "Un jumelage…")]


@pytest.mark.parametrize(
    "body",
    [
        "<div>Un jumelage…</div>{}", "<div>Un jumelage...</div>{}", "{}<div>Un jumelage…</div>",
        "<div>Un jumelage…</div><button>Lire la suite</button>{}", "<p>x</p><div>Un jumelage…</div> {} <p>y</p>",
        "<div>Un  jume<b>lage</b>…</div>{}",
    ],
)  # fmt: skip
def test_the_beginning_of_a_hidden_text_beside_it_is_its_excerpt(body: str) -> None:
    assert [whole for whole, _ in _found(body.format(HIDDEN))] == [WHOLE]


def test_what_asks_for_the_rest_may_end_an_excerpt() -> None:
    for button in ("<a>Lire la suite</a>", "<button>suite</button>", f"<a>{'x' * 40}</a>"):
        assert len(_found(f"<div>Un jumelage… {button}</div>{HIDDEN}")) == 1
    for other in ("et plus", "<b>suite</b>", f"<a>{'x' * 41}</a>", "<a>suite</a> x"):
        assert _found(f"<div>Un jumelage… {other}</div>{HIDDEN}") == []


@pytest.mark.parametrize(
    "body",
    [
        "<div>Un jumelage</div>{}", "<div>Un accord…</div>{}", "<div>Un jumelage…</div>et{}",
        "<div>Un jumelage…</div><button>suite</button>et{}", "<div>Un jumelage…</div>et<button>suite</button>{}",
        "{}et<div>Un jumelage…</div>", "<div>Un…</div>{}", "<div>…</div>{}", "<div hidden>Un jumelage…</div>{}",
        "<div>Un jumelage de dix ans.…</div>{}", "{}", "<p>a</p>{}",
        "<div>Un jumelage…</div><b>suite</b>{}",
    ],
)  # fmt: skip
def test_what_does_not_stand_beside_a_text_or_begin_it_is_none(body: str) -> None:
    assert _found(body.format(HIDDEN)) == []


def test_an_excerpt_has_three_letters() -> None:
    assert len(_found(f"<div>Un j…</div>{HIDDEN}")) == 1
    assert _found(f"<div>Un …</div>{HIDDEN}") == []


def test_the_last_dots_end_an_excerpt_of_a_text_with_dots() -> None:
    assert len(_found("<div>Un… deux…</div><div hidden>Un… deux… trois.</div>")) == 1
    assert len(_found("<div>Un... deux…</div><div hidden>Un... deux trois.</div>")) == 1


def test_dots_behind_words_stand_for_a_hidden_rest() -> None:
    for body in (
        "Un jumelage<i>…</i>{}",
        "<b>Un jumelage</b> fait<i>…</i>{}",
        "Un<i> … </i>{}",
        "<b>Un jumelage</b> <i>…</i>{}",
    ):
        assert _found(f"<p>{body.format('<span hidden> de dix ans.</span>')}</p>")[0][0] == " de dix ans."
    for body in ("<i>…</i>{}", "<b> </b><i>…</i>{}", "<a>2</a><i>…</i>{}", "Un<i>…<b></b></i>{}", "Un<i>… x</i>{}"):
        assert _found(f"<p>{body.format('<span hidden> de dix ans.</span>')}</p>") == []


@pytest.mark.parametrize(
    "whole",
    [
        f"<script hidden>{WHOLE}</script>", f"<template hidden>{WHOLE}</template>", f"<dialog hidden>{WHOLE}</dialog>",
        f"<table hidden><tr><td>{WHOLE}</table>",
    ],
)  # fmt: skip
def test_elements_that_are_no_texts_are_not_the_whole_of_one(whole: str) -> None:
    assert _found(f"<div>Un jumelage…</div>{whole}") == []


def test_a_hidden_cell_or_row_is_not_the_whole_of_the_one_before_it() -> None:
    assert _found(f"<table><tr><td>Un jumelage…</td><td hidden>{WHOLE}</td></tr></table>") == []
    assert _found(f"<table><tr><td>Un jumelage…</tr><tr hidden><td>{WHOLE}</tr></table>") == []


def test_one_that_is_none_does_not_end_the_search() -> None:
    other = "<div><script hidden>x</script></div><p hidden>a</p><p hidden>b</p>"
    assert len(_found(f"{other}<div>Un jumelage…</div>{HIDDEN}")) == 1


def _digits(address: str, key: int = 0x5A) -> str:
    return bytes([key, *(byte ^ key for byte in address.encode())]).hex()


def _shown(body: str) -> str:
    root = _root(body)
    show_addresses(root)
    inner = root.find("body")
    assert inner is not None
    return str(html.tostring(inner, encoding="unicode")).strip().removeprefix("<body>").removesuffix("</body>")


def test_digits_become_the_address_that_they_stand_for() -> None:
    assert may_be_protected(markup_of(b"<a data-cfemail=1>"))
    assert may_be_protected(markup_of(b"<a href='/cdn-cgi/l/email-protection#1'>"))
    assert not may_be_protected(markup_of(b"<a href='/email'>"))
    digits = _digits("a@example.org")
    assert _shown(f"<span data-cfemail={digits}><b>x</b>[email]</span>y") == (
        f'<span data-cfemail="{digits}">a@example.org</span>y'
    )
    assert _shown(f"<a data-cfemail={digits} href='/x'>[email]</a>") == (
        f'<a data-cfemail="{digits}" href="mailto:a@example.org">a@example.org</a>'
    )
    assert _shown(f"<a href='/l/email-protection#{digits}'>Mail</a>") == '<a href="mailto:a@example.org">Mail</a>'


@pytest.mark.parametrize("digits", ["", "5", "zz", _digits("nobody"), _digits("a@\u0007"), "5aff"])
def test_digits_of_no_address_stay(digits: str) -> None:
    for body in (f'<b data-cfemail="{digits}">x</b>', f'<a href="/l/email-protection#{digits}">x</a>', "<a>x</a>"):
        assert _shown(body) == body


def _with_inner(body: str) -> str:
    root = _root(body)
    show_inner_pages(root)
    return str(html.tostring(root, encoding="unicode"))


def test_a_frame_is_the_page_that_it_shows() -> None:
    assert may_hold_pages(markup_of(b"<iframe srcdoc=a>"))
    assert not may_hold_pages(markup_of(b"<iframe src=a>"))
    inner = (
        "&lt;head&gt;&lt;style&gt;p{}&lt;/style&gt;&lt;/head&gt;&lt;body&gt;a&lt;!-- b --&gt;&lt;p&gt;\u00e9&lt;/p&gt;"
    )
    assert "<div>a<style>p{}</style><p>\u00e9</p></div>" in _with_inner(f'<iframe srcdoc="{inner}"></iframe>')
    assert "iframe" in _with_inner('<iframe srcdoc=" "></iframe>')


@pytest.mark.parametrize(("depth", "is_shown"), [(1, True), (3, True), (4, False)])
def test_pages_in_each_other_are_shown_three_deep(depth: int, *, is_shown: bool) -> None:
    page = "<p>innermost</p>"
    for _ in range(depth):
        page = '<iframe srcdoc="{}"></iframe>'.format(page.replace("&", "&amp;").replace('"', "&quot;"))
    root = _root(page)
    show_inner_pages(root)
    assert (root.find(".//p") is not None) is is_shown


@pytest.mark.parametrize(
    ("mark", "is_one"),
    [("p>b>", True), ("strong>", True), ("em.x>", True), ("mark[1]>", True), ("p.chosen!>", True), ("b:i>", True),
     ("p>bold>", False), ("p.b>", False), ("p>", False), ("xb>", False)],
)  # fmt: skip
def test_the_markups_own_word_sets_off_and_no_class_does(mark: str, *, is_one: bool) -> None:
    assert is_set_off(mark) is is_one


@pytest.mark.parametrize(
    ("attributes", "is_one"),
    [
        ("aria-current=step", True), ("aria-current=true", True), ("aria-current=page", False),
        ("aria-current=location", False), ("aria-current=false", False), ("aria-current=''", False), ("", False),
        ("aria-pressed=true", True), ("aria-pressed=false", False), ("aria-selected=true role=option", True),
        ("aria-selected=true role=tab", False), ("aria-selected=false role=option", False), ("role=option", False),
    ],
)  # fmt: skip
def test_what_is_current_among_several_is_chosen_and_places_and_tabs_are_not(attributes: str, *, is_one: bool) -> None:
    assert is_chosen(html.fragment_fromstring(f"<p {attributes}>x</p>")) is is_one


@pytest.mark.parametrize(
    ("page", "around", "language", "is_one"),
    [
        ("fr", "dt", "en", True), ("fr-FR", "h3", "EN-gb", True), ("fr", "dt", "fr", False),
        ("FR", "th", "fr-CA", False),
        ("fr", "p", "en", False), ("", "dt", "en", False), ("fr", "dt", "", False), ("fr", "dt", " en ", True),
    ],
)  # fmt: skip
def test_a_stretch_of_a_label_in_another_language_than_the_page_is_foreign(
    page: str, around: str, language: str, *, is_one: bool
) -> None:
    root = html.document_fromstring(f"<html lang='{page}'><body><{around}><b><i lang='{language}'>x</i></b></{around}>")
    assert is_foreign(next(root.iter("i"))) is is_one


@pytest.mark.parametrize(
    ("body", "is_one"),
    [
        ("<button>x</button>{}", True), ("<a role=button>x</a>{}", True), ("<b><button>x</button></b>{}", True),
        ("<b>y<button>x</button></b>{}", False), ("<b><button>x</button><i></i></b>{}", False),
        ("<button>x</button>y{}", False), ("<a>x</a>{}", False), ("{}", False), ("<b><i>x</i></b>{}", False),
        ("<button>x</button> {}", True),
    ],
)  # fmt: skip
def test_a_report_right_behind_a_button_is_of_it(body: str, *, is_one: bool) -> None:
    root = _root(body.format("<span role=status>s</span>"))
    status = root.find(".//*[@role='status']")
    assert status is not None
    assert speaks_of_button(status) is is_one


READERS: list[Callable[[Element], None]] = [show_addresses, show_inner_pages]


@pytest.mark.parametrize("reader", READERS)
def test_a_page_without_any_of_these_stays_as_it_is(reader: Callable[[Element], None]) -> None:
    root = _root("<p>a <a href='/b'>c</a></p>")
    before = html.tostring(root)
    reader(root)
    assert html.tostring(root) == before
