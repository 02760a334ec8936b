"""What is left of a page's markup where what few pages have is sought."""

import pytest

from atlas_scraper.blocks.traces import markup_of


def test_a_tag_stays_and_the_text_behind_it_goes() -> None:
    markup = markup_of("<P Class=a>Écoles</P><p class=a>Ponts</p>".encode())
    assert markup.tags == b"<p class=a</p<p class=a</p"
    assert markup.whole.startswith(b"<p class=a>\xc3")


def test_a_tag_that_comes_again_is_sought_in_once() -> None:
    assert markup_of(b"<p id=a>1<p id=a>2<p id=a>3").traces.count(b"<p id=a") == 1


@pytest.mark.parametrize(
    "page",
    [
        b'<a title="1 > 2" popover>a</a>',
        b"<a title='1 > 2'\n popover>a</a>",
        b"<a <b popover>a",
        b"<a popover",
        b'<iframe srcdoc="<p popover>a</p>">',
    ],
)
def test_no_attribute_is_taken_for_text(page: bytes) -> None:
    assert b" popover" in markup_of(page).traces


@pytest.mark.parametrize(
    "page",
    [b"<style>a > b { order: 1 }</style>", b"<style media=print>p{order: 1}", b"<p>a</p><STYLE>a{ORDER: 1}</STYLE>"],
)
def test_a_style_sheet_stays_whole(page: bytes) -> None:
    assert b"order: 1" in markup_of(page).traces


def test_words_of_a_text_are_no_traces() -> None:
    assert b"popover" not in markup_of(b"<p>un popover</p>").traces
