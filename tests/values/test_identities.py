import pytest

from atlas_scraper.people.leave_out import MAIL, NAME, NUMBER, TEXT
from atlas_scraper.values.identities import key_of

SITE = "https://example.org/dyn/public/atlas/detail.html"


@pytest.mark.parametrize(
    ("link", "key"),
    [
        (f"{SITE}?criteres.collId=4711", "collId-4711"),
        (f"{SITE}?criteres.prjId=3&criteres.collId=4711", "collId-4711"),
        (f"{SITE}?idCollectivite=12", "idCollectivite-12"),
        (f"{SITE}?id=12&lang=1", "id-12"),
        (f"{SITE}?criteres%2EcollId=4711", "collId-4711"),
        (f"{SITE}?partner_id=9", "partner_id-9"),
    ],
)
def test_the_number_in_a_link_is_the_key_whatever_its_name(link: str, key: str) -> None:
    found = key_of("Ville de Lyon", link)
    assert found
    assert (found.key, found.method) == (key, "site-number")


@pytest.mark.parametrize(
    "link",
    [
        None,
        "https://example.org/commune",
        f"{SITE}?criteres.prjId=3",
        f"{SITE}?page=2",
        f"{SITE}?criteres.paysId=12",
        f"{SITE}?collId=1&partId=2",
        f"{SITE}?collId=abc",
        f"{SITE}?valid=1",
        "https://[bad",
    ],
)
def test_a_link_without_one_number_of_its_own_leaves_the_name(link: str | None) -> None:
    assert key_of("Ville de Lyon", link) == ("villedelyon", "name")


def test_spellings_of_one_name_have_one_key() -> None:
    keys = {key_of(name) for name in ("Ville de Saint-Étienne", "VILLE DE SAINT ETIENNE", "Ville de Saint–Etienne ")}
    assert len(keys) == 1


def test_bodies_of_one_name_in_two_countries_are_two() -> None:
    assert key_of("Tripoli", country="LB") != key_of("Tripoli", country="LY")


def test_a_body_without_name_and_number_has_no_key() -> None:
    assert (key_of(None), key_of(""), key_of("…")) == (None, None, None)


@pytest.mark.parametrize("mark", [NAME, MAIL, NUMBER, TEXT])
def test_names_of_which_a_person_was_left_out_are_not_joined(mark: str) -> None:
    assert (key_of(f"Fondation {mark}"), key_of(f"Fondation {mark}", f"{SITE}?id=7")) == (None, ("id-7", "site-number"))
