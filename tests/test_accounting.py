"""Nothing is lost: words put anywhere into a page's content come out in its record, in `unread` or in an issue."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree, html
from pages import make_page

from atlas_scraper import parse
from atlas_scraper.errors import AtlasError
from atlas_scraper.values.text import fold

LOSES_TODAY: frozenset[str] = frozenset()
"""Renditions in which words can still be lost; each of them is a debt."""
SAMPLES = Path(__file__).parent.parent / "samples"
SUFFIXES = {"html": ".html", "markdown": ".md", "pipe": ".txt", "flat": ".txt"}
WORDS = "Quorzibulle et vrombissement"
FORMS = (
    "<p>{}</p>",
    "<div>{}</div>",
    "<span>{}</span>",
    "<p><b>{}</b></p>",
    '<p><a href="#">{}</a></p>',
    "<ul><li>{}</li></ul>",
)
HIDDEN = "script|style|template|noscript|head|title|nav|header|footer|dialog|textarea|select|option|button|label"
LABELS = re.compile("titre|title", re.IGNORECASE)
SETTINGS = settings(
    derandomize=True,
    deadline=None,
    max_examples=80,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@cache
def pages_of(rendition: str) -> list[bytes]:
    """Give generated pages and samples of a rendition, all of which are read."""
    options = {"scripts": "none", "hidden": "none"} if rendition == "html" else {}
    made = [make_page(seed, rendition, **options).data for seed in range(8)]  # type: ignore[arg-type]  # one of the four
    kept = [page.read_bytes() for page in sorted(SAMPLES.glob(f"*/page{SUFFIXES[rendition]}"))]
    if rendition in {"pipe", "flat"}:
        kept = [page for page in kept if (b"---|" in page) == (rendition == "pipe")]
    return [page for page in (*made, *kept) if is_read(page)]


def is_read(page: bytes) -> bool:
    try:
        parse(page)
    except AtlasError:
        return False
    return True


def is_kept(page: bytes) -> bool:
    """Tell whether the words come out; a page that is refused with them loses nothing in silence."""
    try:
        return fold(WORDS) in fold(parse(page).model_dump_json())
    except AtlasError:
        return True


def content_of(root: html.HtmlElement) -> list[html.HtmlElement]:
    """Give the elements of the content behind which words may stand: from the title's label to the page's last."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    said = [
        number for number, element in enumerate(elements) if fold(element.text or "") == "titre" and is_shown(element)
    ]
    ends = [
        number for number, element in enumerate(elements) if fold(element.text or "").startswith("volontairesimpliques")
    ]
    inside = elements[said[-1] : ends[-1]] if said and ends else []
    return [
        element
        for element in inside
        if is_shown(element)
        and element.getparent().tag in {"div", "main", "article", "section", "fieldset", "td", "dd", "body", "form"}
    ]


def is_shown(element: html.HtmlElement) -> bool:
    around = [element, *element.iterancestors()]
    is_hidden = any(re.fullmatch(HIDDEN, str(each.tag)) or each.get("style") or each.get("role") for each in around)
    return not is_hidden


@given(data=st.data())
@SETTINGS
def test_words_between_the_elements_of_a_page_come_out(data: st.DataObject) -> None:
    page = data.draw(st.sampled_from(pages_of("html")))
    root = html.document_fromstring(page)
    places = content_of(root)
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    added = html.fragment_fromstring(data.draw(st.sampled_from(FORMS)).format(WORDS))
    added.tail, place.tail = place.tail, None
    place.addnext(added)
    assert is_kept(etree.tostring(root, encoding="utf-8", method="html")), f"behind <{place.tag}> {place.text!r}"


@pytest.mark.parametrize("rendition", sorted({"markdown", "pipe", "flat"} - LOSES_TODAY))
@given(data=st.data())
@SETTINGS
def test_words_between_the_lines_of_a_text_come_out(rendition: str, data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(pages_of(rendition))).decode("utf-8-sig").splitlines()
    first = max((number for number, line in enumerate(lines) if fold(line).startswith("titre")), default=len(lines))
    gaps = [number for number in range(first, len(lines)) if rendition != "markdown" or not lines[number].strip()]
    if not gaps:
        return
    place = data.draw(st.sampled_from(gaps))
    added = ["", WORDS, ""] if rendition == "markdown" else [WORDS]
    page = "\n".join([*lines[: place + 1], *added, *lines[place + 1 :]])
    assert is_kept(page.encode()), f"below {lines[place]!r}"
