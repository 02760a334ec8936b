"""Style sheets of a page: which of their rules hold on a screen, which stands of several, and for which elements."""

import pytest
from lxml import html

from atlas_scraper.blocks.style_sheets import Look, StyleSheets


def _look(sheet: str, element: str = "<p class='a'>", *, media: str = "") -> Look | None:
    style = html.fragment_fromstring(f"<style media='{media}'></style>")
    style.text = sheet
    return StyleSheets([style]).look(html.fragment_fromstring(f"{element}x"))


def _hides(sheet: str, element: str = "<p class='a'>", *, media: str = "") -> bool:
    look = _look(sheet, element, media=media)
    return look is not None and look.is_hidden


HIDDEN = ".a { display: none }"


def test_a_class_or_an_id_that_a_rule_hides_is_hidden() -> None:
    assert _look(HIDDEN) == Look(is_hidden=True, keeps_lines=None, is_spoken=None)
    assert _hides("#b { visibility: hidden }", "<p id=b>")
    assert _hides(".a.c#b { display: NONE }", "<p id=b class='c a'>")
    assert not _hides(".a.c { display: none }")
    assert not _hides("#a { display: none }")
    assert _look(HIDDEN, "<p class=b>") is None
    assert _look(".a { color: red; display: block }") is None


def test_what_is_always_shown_is_not_hidden() -> None:
    style = html.fragment_fromstring("<style></style>")
    style.text = HIDDEN
    body = html.document_fromstring("<body class=a><main class=a><p class=a>x</p></main>").find("body")
    assert body is not None
    assert [bool(StyleSheets([style]).look(element)) for element in body.iter()] == [False, False, True]


def test_the_tag_of_a_selector_is_that_of_the_element() -> None:
    assert _hides("p.a { display: none }")
    assert _hides("P.a { display: none }")
    assert not _hides("div.a { display: none }")


@pytest.mark.parametrize("selector", [".b .a", "p", ".a > p", ".a::before", "*", "[class=a]"])
def test_selectors_of_more_than_one_element_are_not_followed(selector: str) -> None:
    assert not _hides(f"{selector} {{ display: none }}")


def test_each_selector_of_a_list_counts_and_states_that_do_not_hold_are_left_out() -> None:
    assert _hides(".b, .a, .c { display: none }")
    assert _hides(".a:not(:hover) { display: none }")


def test_a_later_rule_stands_over_an_earlier_one() -> None:
    assert _hides(".a { display: block } .a { display: none }")
    assert not _hides(".a { display: none } .a { display: block }")
    assert not _hides(".a { display: none; display: block }")


def test_an_id_stands_over_classes_two_classes_over_one_and_an_important_rule_over_all() -> None:
    element = "<p id=i class='a b c'>"
    assert not _hides("#i { display: block } .a.b.c { display: none }", element)
    assert not _hides("#i.a { display: block } #i { display: none }", element)
    assert not _hides(".a.b { display: block } .c { display: none }", element)
    assert not _hides("#i.a { display: block } .a.b.c { display: none }", element)
    assert not _hides("#i.a.b { display: block } #i.c { display: none }", element)
    assert _hides(".c { display: none !important } #i { display: block }", element)
    assert _hides(".c { display: none ! IMPORTANT }", element)


def test_the_elements_own_style_stands_over_all_but_what_is_important() -> None:
    shown = "<p id=i class=a style='display: block'>"
    assert not _hides("#i { display: none }", shown)
    assert _hides("#i { display: none !important }", shown)
    assert not _hides(".a { display: none !important }", "<p class=a style='display: block !important'>")


def test_display_and_visibility_each_hide() -> None:
    assert _hides(".a { display: none; visibility: visible }")
    assert _hides(".a { display: block; visibility: collapse }")
    assert not _hides(".a { z-display: none }")


def test_line_feeds_are_kept_where_the_last_rule_says_so() -> None:
    look = _look(".a { white-space: pre-line }")
    assert look == Look(is_hidden=False, keeps_lines=True, is_spoken=None)
    look = _look(".a { white-space: pre } .a { white-space: normal }")
    assert look is not None
    assert look.keeps_lines is False


def test_what_is_put_off_the_screen_is_spoken() -> None:
    look = _look(".a { position: absolute; left: -9999px }")
    assert look is not None
    assert look.is_spoken is True
    assert _look(".a { position: absolute; left: 10px }") is None


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("", True), ("all", True), ("screen", True), ("only screen", True), ("print", False), ("only print", False),
        ("not print", False), ("print, screen", True), ("print, speech", False), ("tty", False),
        ("(min-width: 1280px)", True), ("(min-width: 1281px)", False), ("(min-width: 80em)", True),
        ("(min-width: 80.1rem)", False), ("(min-width: 80rem)", True), ("(MIN-WIDTH: 80.1em)", False),
        ("(max-width: 1280px)", True), ("(max-width: 1279px)", False), ("(max-width: 79em)", False),
        ("(max-device-width: 600px)", False), ("(min-width: 0)", True), ("(min-width: 1280)", True),
        ("(max-width: 1279)", False), ("(max-width: 80em)", True),
        ("(width >= 600px)", True), ("(width > 1300px)", False), ("(600px < width < 1300px)", True),
        ("(600px <= width)", True), ("(1300px < width)", False), ("(1300px > width)", True), ("(width)", True),
        ("(600px < width < 700px)", False), ("screen and (min-width: 600px)", True),
        ("screen and (min-width: 600px) and (max-width: 900px)", False), ("(orientation: landscape)", True),
        ("(orientation: portrait)", False), ("(hover: hover)", True), ("(any-hover: hover)", True), ("(color)", True),
        ("(hover: none)", False), ("(prefers-color-scheme: dark)", False),
    ],
)  # fmt: skip
def test_a_query_holds_on_a_screen_of_usual_size_or_not(query: str, *, holds: bool) -> None:
    assert _hides(f"@media {query} {{ {HIDDEN} }}") is holds
    assert _hides(HIDDEN, media=query) is holds


@pytest.mark.parametrize(
    ("rule", "holds"),
    [
        ("@supports (display: grid)", True), ("@supports not (display: grid)", False), ("@layer x", True),
        ("@MEDIA screen", True), ("@container (min-width: 1px)", False), ("@font-face", False), ("@mediax", False),
    ],
)  # fmt: skip
def test_what_stands_in_an_at_rule_holds_where_that_does(rule: str, *, holds: bool) -> None:
    assert _hides(f"{rule} {{ {HIDDEN} }}") is holds
    assert _hides(f"@media screen {{ {rule} {{ {HIDDEN} }} }}") is holds
    assert not _hides(f"@media print {{ {rule} {{ {HIDDEN} }} }}")
    assert _hides(f"{rule} {{ .b {{ color: red }} }} {HIDDEN}")


def test_rules_nested_in_a_rule_are_of_other_elements() -> None:
    assert not _hides(".b { .a { display: none } }")
    assert _hides(".a { .b { color: red } display: none }")
    assert _hides(".a { @media screen { display: none } }")
    assert _hides(".a { color: red; @media print { display: block } display: none }")


def test_comments_and_texts_in_quotation_marks_are_passed_over() -> None:
    assert _hides("/* .a { */ .a { /* display: block; } */ display: none }")
    assert _hides(".b::before { content: '}' } .a { content: \"{;\"; display: none }")
    assert _hides(".b { content: '\\'}' } .a { display: none }")
    assert not _hides("/* .a { display: none }")
    assert _hides("} .a { display: none }")
    assert not _hides("@import 'x'; .a { display: none")
    assert _hides(".a { display: none /**/ }")


@pytest.mark.parametrize(
    ("written", "name"),
    [(r"lg\:a", "lg:a"), (r"\31 a", "1a"), (r"w-1\/2", "w-1/2"), (r"\e9t", "\u00e9t"), (r"\10FFFF", "\U0010ffff"),
     (r"\FFFFFF", "\U0010ffff")],
)  # fmt: skip
def test_escapes_in_a_name_are_the_characters_that_they_stand_for(written: str, name: str) -> None:
    style = html.fragment_fromstring("<style></style>")
    style.text = f".{written} {{ display: none }}"
    element = html.fragment_fromstring("<p></p>")
    element.set("class", name)
    look = StyleSheets([style]).look(element)
    assert look is not None
    assert look.is_hidden


def test_sheets_that_hide_nothing_say_nothing() -> None:
    style = html.fragment_fromstring("<style></style>")
    for text, tells in ((".a { color: red }", False), (HIDDEN, True), (".a { white-space: normal }", False)):
        style.text = text
        assert bool(StyleSheets([style])) is tells
