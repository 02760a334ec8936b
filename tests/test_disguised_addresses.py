"""Addresses of mail that a page disguises from machines are read as its readers see them."""

import pytest
from fragments import page
from lxml.etree import HTMLParser, fromstring

from atlas_scraper import parse
from atlas_scraper.blocks.protected import show_addresses

ROLE = "<p>Correspondant coopération décentralisée</p><p>Zoé X</p>"
POST = f'<h3>Contacts dans le poste diplomatique "Ambassade de France au Niger"</h3>{ROLE}'
ADDRESS = "zoe.x@example.org"


def digits(address: str, key: int = 0x7B) -> str:
    return bytes([key, *(byte ^ key for byte in address.encode())]).hex()


LINK = f'<a href="/cdn-cgi/l/email-protection" class="x" data-cfemail="{digits(ADDRESS)}">[email&#160;protected]</a>'
WRITTEN = [
    'zoe.x<img src="/a.gif" alt="@">example.org',
    'zoe.x<img src="/a.gif" alt="[at]">example.org',
    '<span>zoe.x</span><img src="/a.gif" alt="arobase"><span>example.org</span>',
    LINK,
    f'<span class="x" data-cfemail="{digits(ADDRESS)}">[email <b>protected</b>]</span>',
    f'<a href="/cdn-cgi/l/email-protection#{digits(ADDRESS, 0)}">Zoé X</a>',
    f'<a href="https://example.org/cdn-cgi/l/email-protection#{digits(ADDRESS, 255)}"><i class="icon"></i></a>',
]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_disguised_address_is_read(written: str) -> None:
    record = parse(page(above=f"{POST}<p>Courriel : {written}</p>").encode())
    assert record.post is not None
    assert [(each.name, each.email) for each in record.post.contacts] == [("Zoé X", ADDRESS)]
    assert record.unread == []


@pytest.mark.parametrize("wrong", ["", "7", "7b", "xyz", "7b7b", digits("rien"), digits("a@b\n"), "é"])
def test_digits_that_stand_for_no_address_change_nothing(wrong: str) -> None:
    html = f'<p><a href="/cdn-cgi/l/email-protection#{wrong}" data-cfemail="{wrong}">Un <b>puits</b></a></p>'
    root = fromstring(html, HTMLParser())
    show_addresses(root)
    assert "".join(map(str, root.itertext())) == "Un puits"


def test_the_picture_of_anything_else_is_no_word_of_its_line() -> None:
    record = parse(page("<h3>Contexte</h3><p>Un <img src=a.png alt='Carte'> puits.</p>").encode())
    assert record.context == ["Un puits."]
