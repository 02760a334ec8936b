"""What a page shows beside its texts: names in attributes, shadows of components, whole texts, edges of its parts."""

import pytest
from lxml import etree

from atlas_scraper.blocks.named_boxes import is_silent, may_be_named, show_names
from atlas_scraper.blocks.parts_of_content import is_in_section
from atlas_scraper.blocks.printed_names import may_print_names, print_names
from atlas_scraper.blocks.shadows import may_have_shadows, show_shadows
from atlas_scraper.blocks.shortened import may_be_cut, may_shorten, show_whole
from atlas_scraper.blocks.traces import markup_of

LETTERS = "vwxyz"


def boxes(attribute: str, *, count: int = 5, text: str = "said", tag: str = "p") -> str:
    return "".join(f"<{tag} {attribute}='Name {letter}'>{text}</{tag}>" for letter in LETTERS[:count])


def named(html: str) -> list[str] | None:
    """Give the names that are written into a page, `None` for none."""
    root = etree.fromstring(f"<body>{html}</body>")
    shown = show_names(root)
    return [str(label.text) for label in root.iter("div") if label.get("class")] if shown else None


@pytest.mark.parametrize(
    ("html", "count"),
    [
        (boxes("data-label"), 5),
        (boxes("aria-label"), 5),
        (boxes("data-label", count=4), None),
        (boxes("class"), None),
        (boxes("title"), None),
        (boxes("data-label", tag="button"), None),
        (boxes("title", tag="input", text=""), 5),
        (boxes("aria-label", tag="textarea"), 5),
        (boxes("data-label", tag="input", text=""), None),
        (boxes("data-label", count=4) + "<p data-label=' '>a</p>", None),
        (boxes("data-label", count=4) + "<p data-label='12'>a</p>", None),
        (boxes("data-label", count=4) + "<p data-label='a'>A</p>", None),
        (boxes("data-label", count=4) + "<p data-label='a'>b A</p>", 5),
        (boxes("data-label") + "<p data-label='12'>a</p>", 6),
        (boxes("data-label") + boxes("data-label", count=2), 7),
        (boxes("data-label") + boxes("data-label", count=3), None),
    ],
)
def test_names_in_attributes_are_shown_where_five_are_said_and_half_of_them_once(html: str, count: int | None) -> None:
    found = named(html)
    assert (found and len(found)) == count


def test_a_name_stands_at_the_beginning_of_its_box_or_before_its_control() -> None:
    root = etree.fromstring(f"<body>{boxes('data-th', text='a<b/>')}</body>")
    assert show_names(root)
    assert etree.tostring(root[0]) == b'<p data-th="Name v"><div class="data-th">Name v</div>a<b/></p>'
    root = etree.fromstring(f"<body>{boxes('placeholder', tag='input', text='')}</body>")
    assert show_names(root)
    assert [element.tag for element in root] == ["div", "input"] * 5


def test_a_box_is_silent_where_its_first_words_are_not_its_name() -> None:
    words = {"<p> É <b>a</b></p>": False, "<p><b> </b>e</p>": False, "<p>a e</p>": True, "<p/>": True}
    assert {html: is_silent(etree.fromstring(html), "é") for html in words} == words
    assert may_be_named(etree.fromstring("<p/>"))
    assert not may_be_named(etree.fromstring("<a/>"))


STYLE = "<style>{}</style>"
BEFORE = ".f::before {content: attr(data-n)}"


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        (BEFORE, 5),
        (".f:BEFORE {content: '(' attr(data-n) ':'}", 5),
        ('p.f::before {content: "a" attr( data-n )}', 5),
        ("div > *.f::before, b {content: attr(data-n)}", 5),
        ("p::before {content: attr(data-n)}", 5),
        ("b.f::before {content: attr(data-n)}", 0),
        (".g::before {content: attr(data-n)}", 0),
        (".f {content: attr(data-n)}", 0),
        (".f::after {content: attr(data-n)}", 0),
        (".f::before {content: 'a'}", 0),
        (".f::before {x-content: attr(data-n)}", 0),
        (".f::before {content: attr(href)}", 0),
        (".f:hover::before {content: attr(data-n)}", 0),
        (f"{BEFORE} .f::before {{opacity: 0}}", 0),
        (f"{BEFORE} .f::before {{opacity: 0.5}}", 5),
        (f"{BEFORE} .f::before {{visibility: hidden}}", 0),
        (f"{BEFORE} .f::before {{display: none}}", 0),
        (f"{BEFORE} .f::before {{content: attr(data-m)}}", 0),
        (f".f::before {{content: attr(data-m)}} {BEFORE}", 5),
    ],
)
def test_names_that_a_rule_prints_before_elements_are_written_there(rule: str, count: int) -> None:
    html = "".join(f"<p class='f' data-n='Name {letter}' href='Name'>a</p>" for letter in LETTERS)
    root = etree.fromstring(f"<body>{STYLE.format(rule)}<td class='f' data-n='Name'>a</td>{html}</body>")
    print_names(root)
    assert len([*root.iter("div")]) == count


@pytest.mark.parametrize(
    ("names", "count"),
    [("vwxyz", 5), ("vwxy", 0), ("vwxyy", 0), ("vwxyzz", 6)],
)
def test_five_names_or_more_are_printed(names: str, count: int) -> None:
    html = "".join(f"<p class='f' data-n='Name {letter}'>a</p>" for letter in names)
    root = etree.fromstring(f"<body>{STYLE.format(BEFORE)}<p class='f' data-n='12 ab'>a</p>{html}</body>")
    print_names(root)
    assert len([*root.iter("div")]) == count


def test_a_name_that_its_element_says_is_not_printed_again_nor_one_for_paper() -> None:
    html = "".join(f"<p class='f' data-n='Name {letter}'>name {letter}</p>" for letter in LETTERS)
    root = etree.fromstring(f"<body>{STYLE.format(BEFORE)}{html}</body>")
    print_names(root)
    assert not [*root.iter("div")]
    html = html.replace("name ", "")
    printed = STYLE.format(BEFORE).replace("<style>", "<style media='print'>")
    root = etree.fromstring(f"<body>{printed}{html}</body>")
    print_names(root)
    assert not [*root.iter("div")]
    assert may_print_names(markup_of(b"<style>a:before{attr(b)}</style>"))
    assert not may_print_names(markup_of(b"<style>a:before{}</style>"))


def shadowed(html: str, mode: str = "shadowrootmode") -> str:
    root = etree.fromstring(html.replace("<template>", f"<template {mode}='open'>"))
    show_shadows(root)
    return "".join(map(str, root.itertext()))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<x><template>a <slot/> b</template>c</x>", "a c b"),
        ("<x>c<i>d</i>e<template>a <slot/> b</template>f</x>", "a cdef b"),
        ("<x><template>a <slot>z<u>y</u></slot></template></x>", "a zy"),
        ("<x><template>a <slot>z<u>y</u></slot></template>c</x>", "a c"),
        ("<x><template><slot name='n'/>-<slot/></template>c<i slot='n'>d</i></x>", "d-c"),
        ("<x><template><slot name='n'/>-</template><i slot='n'>d</i><i>e</i></x>", "d-e"),
        ("<x><template><slot/>-<slot/></template>c</x>", "c-"),
        ("<x><template>a</template>c</x>", "ac"),
        ("<x>c<template>a</template> </x>", "ac"),
    ],
)
def test_a_slot_shows_what_its_host_holds_for_it(html: str, text: str) -> None:
    assert shadowed(html) == shadowed(html, "shadowroot") == text


def test_a_template_without_a_shadow_stays() -> None:
    root = etree.fromstring("<x>c<template>a<slot/></template></x>")
    show_shadows(root)
    assert (root.text, root[0].tag, root[0][0].tag) == ("c", "template", "slot")
    assert may_have_shadows(markup_of(b"<template shadowrootmode=open>"))
    assert not may_have_shadows(markup_of(b"<template>"))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p title='All of it'>All o…</p>", "All of it"),
        ("<p title='All of it'>All ...</p>", "All of it"),
        ("<p title='All of it'>All [...]</p>", "All of it"),
        ("<p title='All of it'>Al…</p>", "Al…"),
        ("<p title='All of it'>Any…</p>", "Any…"),
        ("<p title='All'>All…</p>", "All…"),
        ("<p title='All of it…'>All…</p>", "All…"),
        ("<p title='All of it'>All</p>", "All"),
        ("<p title='All of it'>All…<b/></p>", "All…"),
        ("<p>All…</p>", "All…"),
    ],
)
def test_a_text_that_is_the_beginning_of_its_title_is_shown_whole(html: str, text: str) -> None:
    root = etree.fromstring(f"<body>{html}</body>")
    show_whole(root)
    assert root[0].text == text


def test_a_page_may_shorten_texts_where_it_has_titles_and_an_ellipsis() -> None:
    for html, may in (("<p title='a'>b…", True), ("<p title='a'>b&hellip;", True), ("<p title='a'>b", False)):
        assert may_shorten(markup_of(html.encode())) is may_be_cut(markup_of(html.encode())) is may
    assert not may_shorten(markup_of("<p>b…".encode()))


@pytest.mark.parametrize(
    ("html", "is_part"),
    [
        ("<header/>", False),
        ("<article><div><header/></div></article>", True),
        ("<li><footer/></li>", True),
        ("<div role='region'><header/></div>", True),
        ("<div role='banner'><header/></div>", False),
        ("<div><header/><p/></div><div><header/></div><div><header/></div>", True),
        ("<div><header/></div><div><header/></div>", False),
        ("<div><p/><footer/></div><div><footer/></div><div><footer/></div>", True),
        ("<div><footer/><p/></div><div><footer/><p/></div><div><footer/><p/></div>", False),
    ],
)
def test_edges_within_the_content_or_of_boxes_beside_each_other_are_parts_of_it(html: str, is_part: bool) -> None:
    root = etree.fromstring(f"<body>{html}</body>")
    assert is_in_section(next(root.iter("header", "footer"))) is is_part
    assert not is_in_section(etree.fromstring("<header/>"))
