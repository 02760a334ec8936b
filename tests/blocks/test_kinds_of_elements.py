"""What an element is by its tag and attributes: how the walk goes on at it, and how the page marks it."""

import pytest
from lxml import etree

from atlas_scraper.blocks.kinds import (
    Kind,
    Way,
    as_shown,
    has_box,
    is_wordless,
    kind_of,
    landmark_of,
    name_of,
    plain_kind,
    table_tag,
    under_rules,
)
from atlas_scraper.blocks.style_sheets import Look


def kind(html: str) -> Kind:
    return kind_of(etree.fromstring(html))


@pytest.mark.parametrize(
    ("tag", "role", "expected"),
    [("div", "grid", "table"), ("div", "rowheader", "th"), ("ul", "row", "tr"), ("td", "row", "td"),
     ("DIV", None, "div"), ("table", "row", "table"), ("div", "list", "div"),
     ("P", "cell", "td"), ("div", "treegrid", "table")],
)  # fmt: skip
def test_a_role_makes_part_of_a_table_of_what_is_none(tag: str, role: str | None, expected: str) -> None:
    assert table_tag(tag, role) == expected


@pytest.mark.parametrize(
    ("html", "way"),
    [
        ("<p/>", Way.BOX),
        ("<b/>", Way.INLINE),
        ("<o:p xmlns:o='x'/>", Way.BOX),
        ("<br/>", Way.BREAK),
        ("<table/>", Way.TABLE),
        ("<div role='table'/>", Way.TABLE),
        ("<select/>", Way.CONTROL),
        ("<del/>", Way.STRUCK),
        ("<rt class='x'/>", Way.STRUCK),
        ("<script/>", Way.HIDDEN),
        ("<dialog/>", Way.HIDDEN),
        ("<dialog open=''/>", Way.BOX),
        ("<div open=''/>", Way.BOX),
        ("<div role='tooltip'/>", Way.HIDDEN),
        ("<p hidden=''/>", Way.HIDDEN),
        ("<p style='display:none'/>", Way.HIDDEN),
        ("<p aria-hidden='true'/>", Way.HIDDEN),
        ("<div role='checkbox'/>", Way.CHOICE),
        ("<div role='checkbox' hidden=''/>", Way.HIDDEN),
        ("<span style='display:block'/>", Way.BOX),
        ("<p style='display:block'/>", Way.BOX),
        ("<label style='display:block'/>", Way.INLINE),
        ("<img style='display:block'/>", Way.INLINE),
        ("<span style='display:block;position:absolute;left:-999px'/>", Way.INLINE),
        ("<p id='x'/>", Way.BOX),
        ("<b id='x'/>", Way.INLINE),
    ],
)
def test_the_walk_goes_on_by_tag_and_attributes(html: str, way: Way) -> None:
    assert kind(html).way is way


def test_a_word_processors_own_elements_stand_within_lines_and_comments_are_nothing() -> None:
    assert plain_kind("o:p").way is Way.INLINE
    assert kind_of(etree.Comment("x")).way is Way.NOTHING


@pytest.mark.parametrize(
    ("html", "breaks"),
    [("<a style='display:block'/>", True), ("<i style='display:block'/>", True), ("<i/>", False),
     ("<button style='display:block'/>", True), ("<b style='display:block'/>", False),
     ("<img style='display:block'/>", False), ("<a style='color:red'/>", False)],
)  # fmt: skip
def test_links_icons_and_buttons_on_lines_of_their_own_are_no_boxes(html: str, breaks: bool) -> None:
    assert kind(html).breaks_line is breaks


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<p class='b2 a10'/>", "p.a#.b#"),
        ("<p class=''/>", "p"),
        ("<b style='Color : Red;; font: 1px'/>", "b.color:red.font:1px"),
        ("<b style='font:&quot;x&quot;'/>", "b.font:x"),
        ("<font color='red' size='2'/>", "font.color:red.size:2"),
        ("<font color='' face='x'/>", "font.face:x"),
        ("<p align='left' class='c'/>", "p.c.align:left"),
        ("<div role='row' class='c'/>", "tr.c"),
        ("<span style='position:absolute;left:-999px'/>", "span.left:-999px.position:absolute.spoken!"),
        ("<p style='position:absolute;left:-999px'/>", "p.left:-999px.position:absolute"),
        ("<p id='x' class='c'/>", "p.c"),
        ("<p id='x'/>", "p"),
    ],
)
def test_an_element_is_marked_by_its_classes_without_numbers_and_its_looks(html: str, name: str) -> None:
    assert kind(html).name == name


@pytest.mark.parametrize(
    ("html", "first", "later"),
    [("<p/>", "p[0]", "p[+]"), ("<div role='row'/>", "tr[0]", "tr[+]"), ("<li/>", "li", "li"), ("<b/>", "b", "b"),
     ("<x-y/>", "x-y[0]", "x-y[+]"), ("<font class='c'/>", "font.c[0]", "font.c[+]")],
)  # fmt: skip
def test_boxes_without_a_name_of_their_own_are_marked_by_their_place(html: str, first: str, later: str) -> None:
    assert (kind(html).first, kind(html).later) == (first, later)


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<x><p/></x>", "p[0]"),
        ("<x><b/><p/></x>", "p[+]"),
        ("<x><b/><span/></x>", "span[+]"),
        ("<x><br/><span/></x>", "span[0]"),
        ("<x><br/> <span/></x>", "span[0]"),
        ("<x><br/>a<span/></x>", "span[+]"),
        ("<x><p/><span/></x>", "span[0]"),
        ("<x><p/><li/></x>", "li"),
    ],
)
def test_a_stretch_is_the_first_or_a_later_one_of_its_line(html: str, name: str) -> None:
    last = etree.fromstring(html)[-1]
    assert name_of(last, kind_of(last)) == name


@pytest.mark.parametrize(
    ("html", "landmark"),
    [
        ("<nav/>", "navigation"),
        ("<ul role='menubar'/>", "navigation"),
        ("<div role='alertdialog'/>", "dialog"),
        ("<header/>", "site header"),
        ("<section><header/></section>", ""),
        ("<article><div><footer/></div></article>", "section footer"),
        ("<footer/>", "site footer"),
        ("<section><footer role='contentinfo'/></section>", "site footer"),
        ("<section><nav/></section>", "navigation"),
        ("<section><div role='search'/></section>", "search"),
        ("<p/>", ""),
    ],
)
def test_parts_of_the_site_are_known_by_tag_or_role_and_its_edges_outside_the_content(html: str, landmark: str) -> None:
    element = [*etree.fromstring(f"<body>{html}</body>").iter()][-1]
    assert landmark_of(element, kind_of(element)) == landmark


@pytest.mark.parametrize(
    ("html", "level", "keeps"),
    [("<h4/>", 4, None), ("<summary/>", 1, None), ("<p role='heading'/>", 1, None), ("<h3 role='heading'/>", 3, None),
     ("<p/>", 0, None), ("<pre/>", 0, True), ("<p style='white-space:pre'/>", 0, True),
     ("<pre style='white-space:normal'/>", 0, True), ("<p style='white-space:normal'/>", 0, False)],
)  # fmt: skip
def test_headings_have_a_level_and_some_elements_keep_their_lines(html: str, level: int, keeps: bool | None) -> None:
    assert (kind(html).is_heading, kind(html).keeps_lines) == (level, keeps)


@pytest.mark.parametrize(
    ("html", "is_report"),
    [("<span role='status'/>", True), ("<span aria-live='polite'/>", True), ("<div role='status'/>", False),
     ("<span role='row'/>", False), ("<span aria-live=''/>", False), ("<span role='alert' hidden=''/>", False)],
)  # fmt: skip
def test_a_stretch_that_reports_what_happens_is_known_by_its_role(html: str, is_report: bool) -> None:
    assert kind(html).is_report is is_report


@pytest.mark.parametrize(
    ("html", "is_shown", "may_be_line", "may_be_words"),
    [
        ("<p/>", True, True, False),
        ("<pre/>", True, False, False),
        ("<b/>", True, False, True),
        ("<a/>", True, False, True),
        ("<label/>", True, False, False),
        ("<b style='white-space:pre'/>", True, False, False),
        ("<b style='white-space:normal'/>", True, False, True),
        ("<span role='log'/>", True, False, False),
        ("<a style='display:block'/>", True, False, False),
        ("<span style='position:absolute;left:-999px'/>", True, False, False),
        ("<p hidden=''/>", False, False, False),
        ("<table/>", True, False, False),
    ],
)
def test_most_elements_are_a_line_or_words_where_nothing_stands_in_them(
    html: str, is_shown: bool, may_be_line: bool, may_be_words: bool
) -> None:
    found = kind(html)
    assert (found.is_shown, found.may_be_line, found.may_be_words) == (is_shown, may_be_line, may_be_words)


def test_what_is_struck_out_or_hidden_is_shown_as_its_tag_is() -> None:
    assert as_shown(kind("<del/>")).way is Way.INLINE
    assert as_shown(kind("<p hidden=''/>")).way is Way.BOX
    assert as_shown(kind("<table hidden=''/>")).way is Way.TABLE
    assert as_shown(kind("<div role='checkbox'/>")).way is Way.BOX
    assert as_shown(kind("<input role='checkbox'/>")).way is Way.CONTROL


NO_LOOK = Look(is_hidden=False, keeps_lines=None, is_box=None, is_spoken=None)


@pytest.mark.parametrize(
    ("html", "look", "way", "name"),
    [
        ("<b/>", NO_LOOK, Way.INLINE, "b"),
        ("<b/>", NO_LOOK._replace(is_hidden=True), Way.HIDDEN, "b"),
        ("<b/>", NO_LOOK._replace(is_box=True), Way.BOX, "b"),
        ("<p/>", NO_LOOK._replace(is_box=False), Way.BOX, "p"),
        ("<span style='display:block'/>", NO_LOOK._replace(is_box=False), Way.INLINE, "span.display:block"),
        ("<b/>", NO_LOOK._replace(is_spoken=True), Way.INLINE, "b.spoken!"),
        ("<p/>", NO_LOOK._replace(is_spoken=True), Way.BOX, "p"),
        ("<p hidden=''/>", NO_LOOK, Way.HIDDEN, "p"),
    ],
)
def test_rules_of_a_page_change_how_the_walk_goes_on(html: str, look: Look, way: Way, name: str) -> None:
    ruled = under_rules(kind(html), look)
    assert (ruled.way, ruled.name, ruled.is_spoken) == (way, name, name.endswith("spoken!") and way is Way.INLINE)


def test_rules_keep_what_they_say_nothing_of() -> None:
    spoken = kind("<b style='position:absolute;left:-999px'/>")
    assert under_rules(spoken, NO_LOOK).is_spoken
    assert under_rules(spoken, NO_LOOK._replace(is_spoken=True)).name == spoken.name
    assert not under_rules(spoken, NO_LOOK._replace(is_spoken=False)).is_spoken
    assert not under_rules(spoken, NO_LOOK._replace(is_hidden=True)).is_spoken
    assert under_rules(kind("<pre/>"), NO_LOOK).keeps_lines
    assert under_rules(kind("<pre/>"), NO_LOOK._replace(keeps_lines=False)).keeps_lines is False
    assert under_rules(kind("<a/>"), NO_LOOK._replace(is_box=True)).breaks_line


def test_an_element_has_a_box_where_more_than_words_stand_in_it() -> None:
    inner = {"<i/>": False, "<p/>": True, "<b><p/></b>": True, "<table/>": True, "<input/>": True, "<br/>": False}
    assert {html: has_box(etree.fromstring(f"<b>{html}</b>"), kind_of) for html in inner} == inner


def test_an_element_is_wordless_without_a_letter_in_it() -> None:
    assert is_wordless(etree.fromstring("<p> <b/> </p>"))
    assert not is_wordless(etree.fromstring("<p> <b>a</b></p>"))
    assert not is_wordless(None)
