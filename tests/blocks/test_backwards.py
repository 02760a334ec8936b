"""Words that are written backwards, and shown and read forwards."""

import pytest

from atlas_scraper.blocks.read import read_document

STYLE = "unicode-bidi: bidi-override; direction: rtl"


def _texts(html: str) -> list[str]:
    return [block.text for block in read_document(f"<html><body>{html}</body></html>".encode()).blocks]


@pytest.mark.parametrize(
    "html",
    [
        f"<p>a <span style='{STYLE}'>gro.elpmaxe@x</span> b</p>",
        "<p>a <bdo dir=rtl>gro.elpmaxe@x</bdo> b</p>",
        f"<style>.r, span.s {{ {STYLE} }}</style><p>a <span class='q s'>gro.elpmaxe@x</span> b</p>",
        f"<style>.r {{ {STYLE} }}</style><p>a <b class=r>gro.elpmaxe@x</b> b</p>",
        f"<p>a <span style='{STYLE}'>gro<b>.elp</b>maxe<i>@</i>x</span> b</p>",
        f"<p>a <span style='{STYLE}'>gro.elp<span style='display:none'>x</span>maxe@x</span> b</p>",
        f"<p>a <span style='{STYLE}'><span style='{STYLE}'>gro.elpmaxe</span>@x</span> b</p>",
    ],
)
def test_words_shown_from_right_to_left_are_read_as_they_are_shown(html: str) -> None:
    assert _texts(html) == ["a x@example.org b"]


@pytest.mark.parametrize(
    "html",
    [
        "<p><span style='direction: rtl'>x@y</span></p>",
        "<p><span style='unicode-bidi: bidi-override'>x@y</span></p>",
        "<p><bdo dir=ltr>x@y</bdo></p>",
        f"<style>.r {{ {STYLE} }} @media print {{ .s {{ {STYLE} }} }}</style><p><b class=s>x@y</b></p>",
    ],
)
def test_all_other_words_stay_as_they_are(html: str) -> None:
    assert _texts(html) == ["x@y"]
