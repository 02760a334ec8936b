"""Controls in which a reader can write, and forms that ask for several texts and send them."""

import pytest
from lxml import etree

from atlas_scraper.blocks.controls import has_entry_form, is_open


@pytest.mark.parametrize(
    ("html", "can_write"),
    [
        ("<textarea/>", True),
        ("<textarea type='hidden'/>", True),
        ("<input/>", True),
        ("<input type=' Text '/>", True),
        ("<input type='email'/>", True),
        ("<input type=' Hidden '/>", False),
        ("<input type='submit'/>", False),
        ("<input readonly='' />", False),
        ("<input disabled='' />", False),
        ("<textarea disabled='' />", False),
        ("<select/>", False),
    ],
)
def test_a_reader_can_write_in_a_text_that_is_neither_locked_nor_a_button(html: str, can_write: bool) -> None:
    assert is_open(etree.fromstring(html)) is can_write


FIELDS = "<input/><textarea/><input type='email'/><input/><input/>"


@pytest.mark.parametrize(
    ("html", "is_form"),
    [
        (f"<form>{FIELDS}<input type='submit'/></form>", True),
        (f"<form>{FIELDS}<button/></form>", True),
        (f"<form>{FIELDS}<input type='image'/></form>", True),
        (f"<form>{FIELDS.removeprefix('<input/>')}<button/></form>", False),
        (f"<form>{FIELDS}</form>", False),
        (f"<form>{FIELDS}<button type='button'/></form>", False),
        (f"<form>{FIELDS}</form><form><button/></form>", False),
        (f"<div>{FIELDS}<button/></div>", False),
    ],
)
def test_a_form_that_asks_for_several_texts_has_a_way_to_send_them(html: str, is_form: bool) -> None:
    root = etree.fromstring(f"<body>{html}</body>")
    assert has_entry_form(root.iter("input", "textarea", "select")) is is_form
