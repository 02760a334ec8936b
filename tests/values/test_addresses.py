"""Addresses of pages: what identifies a record, and what a session or a web archive adds to it."""

import pytest

from atlas_scraper.values import addresses

BASE = "https://example.org/cncdext/"
PAGE = f"{BASE}dyn/public/atlas/detailProjet.html"
KEPT = "https://archive.example.org/web/20200102030405id_/"


@pytest.mark.parametrize(
    "address",
    [
        f"{PAGE}?criteres.prjId=7",
        f"{PAGE};jsessionid=0A1B?criteres.prjId=7",
        f"{PAGE};JSESSIONID=0A1B?criteres.prjId=7#top",
        f"{PAGE}?sctxid=1&criteres.prjId=7&_csrf=a-b",
        f"{PAGE}?jsessionid=1&_csrf&criteres.prjId=7&",
        f"{KEPT}{PAGE}?criteres.prjId=7",
    ],
)
def test_a_page_has_one_address_whatever_session_form_or_archive_showed_it(address: str) -> None:
    assert addresses.canonical_address(address) == f"{PAGE}?criteres.prjId=7"


def test_what_is_no_address_stays_as_it_is() -> None:
    assert addresses.canonical_address("https://[bad;jsessionid=1") == "https://[bad;jsessionid=1"
    assert addresses.project_id_of("https://[bad?criteres.prjId=7") is None


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("criteres.prjId=7", 7),
        ("lang=fr&criteres%2EPRJID=16348", 16348),
        ("criteres.prjId=1234567890", 1234567890),
        ("criteres.prjId=12345678901", None),
        ("criteres.prjId=07", None),
        ("criteres.prjId=0", None),
        ("criteres.prjId=7a", None),
        ("criteres.prjId=", None),
        ("prjId=7", None),
        ("criteres.collId=7", None),
    ],
)
def test_a_project_is_named_by_its_one_parameter(query: str, number: int | None) -> None:
    assert addresses.project_id_of(f"{PAGE}?{query}") == number


def test_the_address_of_a_project_leads_back_to_its_number_and_its_site() -> None:
    address = addresses.project_address(BASE, 7)
    assert (address, addresses.project_id_of(address), addresses.base_of(address)) == (
        f"{PAGE}?criteres.prjId=7",
        7,
        BASE,
    )


@pytest.mark.parametrize(
    "address", ["https://example.org/", "/dyn/public/atlas/detailProjet.html", f"{PAGE[:-5]}s.html", ""]
)
def test_an_address_of_something_else_names_no_site(address: str) -> None:
    assert addresses.base_of(address) is None


@pytest.mark.parametrize(
    ("link", "absolute"),
    [
        ("a.html", f"{BASE}a.html"),
        (" /b.html#top ", "https://example.org/b.html"),
        ("../c?sctxid=1&x=2", "https://example.org/c?x=2"),
        ("//example.com/d", "https://example.com/d"),
        ("http://example.com/e;jsessionid=1", "http://example.com/e"),
        ("#top", None),
        ("", None),
        ("mailto:ana@example.org", None),
        ("javascript:void(0)", None),
        *(("https://", None), ("http://", None), (" HTTPS:// ", None), ("/", "https://example.org/")),
        ("https://[bad", None),
    ],
)
def test_a_link_is_made_absolute_without_its_session_or_leads_nowhere(link: str, absolute: str | None) -> None:
    assert addresses.absolute_link(link, BASE) == absolute


def test_a_relative_link_of_a_page_without_an_address_leads_nowhere() -> None:
    assert addresses.absolute_link("a.html", None) is None
    assert addresses.absolute_link("https://example.org/a", None) == "https://example.org/a"


@pytest.mark.parametrize(
    ("link", "is_relative"),
    [("a.html", True), (" ?page=2", True), ("//example.org", False), ("#top", False), ("https://example.org/a", False)],
)
def test_a_link_is_relative_that_only_the_address_of_its_page_completes(link: str, is_relative: bool) -> None:
    assert addresses.is_relative(link) is is_relative


@pytest.mark.parametrize(
    ("address", "captured"),
    [
        (f"{KEPT}{PAGE}?criteres.prjId=7", f"{PAGE}?criteres.prjId=7"),
        (f"{KEPT}http:/example.org/a", "http:/example.org/a"),
        (f"{KEPT}HTTPS://example.org/a", "HTTPS://example.org/a"),
        ("https://example.org/share?of=/https://example.com/a", "https://example.org/share?of=/https://example.com/a"),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_the_address_in_that_of_a_replay_is_the_captured_one(address: str, captured: str) -> None:
    assert addresses.captured_address(address) == captured


@pytest.mark.parametrize(
    ("address", "base", "start"),
    [
        (None, None, None),
        (PAGE, None, PAGE),
        (None, BASE, BASE),
        (PAGE, "../", f"{BASE}dyn/public/"),
        (f"{KEPT}{PAGE}", None, PAGE),
        (f"{KEPT}{PAGE}", "/a/", "https://example.org/a/"),
        (PAGE, "https://[bad", "https://[bad"),
    ],
)
def test_links_start_from_the_page_or_from_what_it_says_itself(
    address: str | None, base: str | None, start: str | None
) -> None:
    assert addresses.base_of_links(address, base) == start
