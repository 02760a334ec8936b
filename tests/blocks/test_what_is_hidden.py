"""What an element's own attributes say of who sees it, and what a picture or a hidden element is called."""

import pytest
from lxml import etree

from atlas_scraper.blocks.visible import (
    hidden_texts,
    is_off_screen,
    keeps_lines,
    makes_box,
    name_of_picture,
    name_of_sign,
    says_hidden,
)


@pytest.mark.parametrize(
    ("style", "hidden", "aria", "tag", "is_hidden"),
    [
        (None, None, None, "p", False),
        (None, "", None, "p", True),
        (None, "hidden", None, "p", True),
        (None, "false", None, "p", False),
        (None, "until-found", None, "p", False),
        (None, None, "true", "p", True),
        (None, None, "false", "p", False),
        ("display: none", None, None, "p", True),
        ("visibility:hidden", None, None, "p", True),
        ("visibility:collapse", "false", None, "tr", True),
        ("display: block", None, None, "p", False),
        ("display: none", "", "true", "main", False),
        ("display: none", "", "true", "body", False),
    ],
)
def test_attributes_hide_an_element_unless_it_holds_all_of_a_page(
    style: str | None, hidden: str | None, aria: str | None, tag: str, is_hidden: bool
) -> None:
    assert says_hidden(style, hidden, aria, tag) is is_hidden


@pytest.mark.parametrize(
    ("style", "keeps"),
    [
        (None, None),
        ("", None),
        ("color: red", None),
        ("white-space: pre", True),
        ("color:red;WHITE-SPACE : Pre-Line", True),
        ("white-space:nowrap", False),
        ("x-white-space: pre", None),
    ],
)
def test_line_feeds_are_line_breaks_by_white_space(style: str | None, keeps: bool | None) -> None:
    assert keeps_lines(style) is keeps


@pytest.mark.parametrize(
    ("style", "is_box"),
    [
        (None, False),
        ("display: block", True),
        ("DISPLAY : Flex", True),
        ("display: inline", False),
        ("display: block; display: inline", False),
        ("display: inline; display: grid", True),
        ("display: inline-block", False),
        ("display: inline-block; width: 100%", True),
        ("width: 100%", False),
        ("display: inline; width: 100%", False),
        ("display: contents; width: 100%", False),
        ("x-display: block", False),
        ("display: inline-block; max-width: 100%", False),
    ],
)
def test_a_box_is_made_by_the_last_display_or_all_the_width(style: str | None, is_box: bool) -> None:
    assert makes_box(style) is is_box


@pytest.mark.parametrize(
    ("style", "is_off"),
    [
        (None, False),
        ("position: absolute; left: -999px", True),
        ("position:fixed;clip: rect(0, 0, 0, 0)", True),
        ("position:absolute;clip:rect(1px 1px 1px 1px)", True),
        ("position:absolute;clip-path: inset(50%)", True),
        ("position:absolute;clip-path: inset(100%)", True),
        ("position:absolute;width:1px", True),
        ("position:absolute;width:10px", False),
        ("position:absolute;left:-99px", False),
        ("position:relative;left:-999px", False),
        ("left:-999px", False),
        ("position: absolute", False),
    ],
)
def test_words_for_who_hears_a_page_are_taken_out_of_it_and_put_off_the_screen(style: str | None, is_off: bool) -> None:
    assert is_off_screen(style) is is_off


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p> a <b>b</b> c <script>d</script> e</p>", ["a", "b", "c", "e"]),
        ("<p><button>a</button><input/><select><option>b</option></select><textarea>c</textarea>d</p>", ["d"]),
        ("<div><span role='tooltip'>a</span>b<!-- c --><svg><title>d</title><desc>e</desc></svg></div>", ["b"]),
        ("<p> </p>", []),
    ],
)
def test_a_hidden_element_would_say_its_texts_without_controls_and_help(html: str, texts: list[str]) -> None:
    assert hidden_texts(etree.fromstring(html)) == texts


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<img alt=' A  b '/>", "A b"),
        ("<img alt='' title='T'/>", "T"),
        ("<img/>", ""),
        ("<i aria-label='A' title='T'/>", "A"),
        ("<i title='T'/>", "T"),
        ("<i/>", ""),
        ("<i>word</i>", None),
        ("<i><b/></i>", None),
        ("<a title='T'/>", None),
        ("<button title='T'/>", None),
    ],
)
def test_a_picture_is_called_what_its_attributes_say(html: str, name: str | None) -> None:
    assert name_of_picture(etree.fromstring(html)) == name


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<p><i> expand_more </i> History</p>", "expand_more"),
        ("<p><span>expand_more</span> History</p>", "expand_more"),
        ("<p><b>expand_more</b> History</p>", None),
        ("<p><i>expand_more</i> </p>", None),
        ("<p><i>expand_more</i><i>expand_more</i></p>", None),
        ("<p><i>expand_More</i> History</p>", None),
        ("<p><i>expand</i> History</p>", None),
        ("<p><i>expand_more words</i> History</p>", None),
        ("<p><i>expand_more<b/></i> History</p>", None),
        ("<p><span>coop_dec</span>@example.org</p>", None),
        ("<p><span>coop_dec</span> [ at ] example.org</p>", None),
        ("<p><span>coop_dec</span> <b>(at)</b> example.org</p>", None),
        ("<p><i>mail_outline</i> zoe@example.org</p>", "mail_outline"),
        ("<p><i>mail_outline</i> <a>zoe@example.org</a></p>", "mail_outline"),
        ("<p><i>mail_outline</i> (5)</p>", "mail_outline"),
    ],
)
def test_the_name_by_which_a_font_draws_an_icon_beside_words_is_no_word(html: str, name: str | None) -> None:
    assert name_of_picture(etree.fromstring(html)[0]) == name


def test_an_icon_alone_on_the_page_is_its_word() -> None:
    assert name_of_picture(etree.fromstring("<i>expand_more</i>")) is None


def test_a_drawing_is_called_by_its_title() -> None:
    assert name_of_sign(etree.fromstring("<svg><title> A  b </title></svg>")) == "A b"
    assert name_of_sign(etree.fromstring("<svg aria-label='L'><title>A</title></svg>")) == "L"
    assert (
        name_of_sign(etree.fromstring("<div><title>A</title></div>")) == name_of_sign(etree.fromstring("<svg/>")) == ""
    )
