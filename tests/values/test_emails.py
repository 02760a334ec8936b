"""Addresses: the hidden `@` is restored, errors of the source stay and are named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_scraper.values.emails import Email, read_email

LOCALS = st.from_regex(r"[A-Za-z0-9]{1,8}([._-][A-Za-z0-9]{1,8}){0,2}", fullmatch=True)
HOSTS = st.from_regex(r"[a-z]{1,8}(-[a-z]{1,8})?\.example\.org", fullmatch=True)
MARKS = ["[at]", "(at)", "{at}", "<at>", " [at] ", " at ", "[AT]", "[arobase]", "(Arobase)", " arobase ", "[@]", "@"]


@pytest.mark.parametrize("mark", MARKS)
def test_every_mark_of_a_hidden_at_sign_is_undone(mark: str) -> None:
    assert read_email(f"ana.exemple{mark}example.org") == Email("ana.exemple@example.org", None)


@pytest.mark.parametrize("dot", ["[dot]", "(dot)", " [DOT] ", " dot ", "[point]", "(point)", " point ", "[.]"])
@pytest.mark.parametrize("mark", ["[at]", " at ", "@"])
def test_every_mark_of_a_hidden_dot_is_undone(mark: str, dot: str) -> None:
    assert read_email(f"ana{dot}exemple{mark}example{dot}org") == Email("ana.exemple@example.org", None)


@pytest.mark.parametrize(
    "text",
    [
        "mailto:ana@example.org",
        "MAILTO: ana@example.org",
        "<ana@example.org>",
        "<mailto:ana@example.org>",
        "mailto:<ana@example.org>",
        "<ana<at>example.org>",
        "&lt;ana@example.org&gt;",
        " ana[at]example.org\u00a0\n",
        "ana\u200b@example.org",
    ],
)
def test_what_is_wrapped_around_an_address_is_taken_off(text: str) -> None:
    assert read_email(text) == Email("ana@example.org", None)


def test_letters_stay_as_published() -> None:
    assert read_email("Ana.EXEMPLE[At]Example.ORG") == Email("Ana.EXEMPLE@Example.ORG", None)


def test_a_host_of_the_ministry_is_not_suspicious() -> None:
    assert read_email("invente.personne[at]diplomatie.gouv.fr") == Email("invente.personne@diplomatie.gouv.fr", None)


@pytest.mark.parametrize(
    "host",
    [
        "diplomaite.gouv.fr",
        "Diplomaite.Gouv.fr",
        "diplomati.gouv.fr",
        "diplommatie.gouv.fr",
        "diplomatie.gouv.rf",
        "diplomatie.gov.fr",
        "diplomatiegouv.fr",
        "diplomatie.gouv.fre",
        "idplomatie.gouv.fr",
    ],
)
def test_a_host_one_slip_from_the_ministry_is_suspicious_and_stays(host: str) -> None:
    email = read_email(f"invente[at]{host}")
    assert email == Email(f"invente@{host}", "a host one letter away from diplomatie.gouv.fr")


def test_what_a_link_asks_of_the_mail_is_no_part_of_the_address() -> None:
    assert read_email("mailto:ana@example.org?subject=Atlas") == Email("ana@example.org", None)


@pytest.mark.parametrize("host", ["diplomaites.gouv.fr", "example.org", "a.diplomatie.gouv.fr"])
def test_a_host_further_from_the_ministry_is_another_host(host: str) -> None:
    assert read_email(f"invente@{host}") == Email(f"invente@{host}", None)


@pytest.mark.parametrize(
    ("text", "address", "suspicious"),
    [
        ("ana[at]example..org", "ana@example..org", "two dots in a row"),
        ("ana..exemple@example.org", "ana..exemple@example.org", "two dots in a row"),
        ("ana@example.org.", "ana@example.org.", "a dot at the end"),
        (".ana@example.org", ".ana@example.org", "a dot where a word should begin or end"),
        ("ana.@example.org", "ana.@example.org", "a dot where a word should begin or end"),
        ("ana exemple[at]example.org", "ana exemple@example.org", "a space inside"),
        ("ana@ example.org", "ana@ example.org", "a space inside"),
        ("Courriel : ana@example.org", "Courriel : ana@example.org", "a space inside"),
        ("ana@example", "ana@example", "no dot in the host"),
        ("ana@@example.org", "ana@@example.org", "two @ signs"),
        ("ana@exemple@example.org", "ana@exemple@example.org", "two @ signs"),
        ("anaïs@example.org", "anaïs@example.org", "a character outside ASCII"),
        ("ana@example,org", "ana@example,org", "a comma instead of a dot"),
        ("[at]example.org", "@example.org", "nothing before the @"),
        ("ana[at]", "ana@", "nothing after the @"),
        ("ana@exam_ple.org", "ana@exam_ple.org", "a character that no address has"),
        ("ana@example.org;", "ana@example.org;", "a character that no address has"),
    ],
)
def test_an_error_of_the_source_stays_and_is_named(text: str, address: str, suspicious: str) -> None:
    assert read_email(text) == Email(address, suspicious)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ana@example.org ; luc@example.org", "ana@example.org ; luc@example.org"),
        ("ana[at]example.org / luc[at]example.org", "ana@example.org / luc@example.org"),
        ("ana@example.org\nluc@example.org", "ana@example.org luc@example.org"),
        ("ana@example.org,luc@example.org", "ana@example.org,luc@example.org"),
        ("ana@example.org ou luc@example.org", "ana@example.org ou luc@example.org"),
        ("<ana@example.org> ; <luc@example.org>", "<ana@example.org> ; <luc@example.org>"),
    ],
)
def test_several_addresses_in_one_cell_are_all_kept(text: str, address: str) -> None:
    assert read_email(text) == Email(address, "several addresses")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Ana EXEMPLE",
        "example.org",
        "Maison at Home",
        "Look at the point",
        "Ana works at example.org",
        "Attaché",
        "Pas de correspondant",
        "Point [point] final",
    ],
)
def test_a_text_without_an_at_sign_is_no_address(text: str) -> None:
    assert read_email(text) is None


def test_a_spoken_at_is_undone_even_where_the_address_has_an_error() -> None:
    assert read_email("ana at example..org") == Email("ana@example..org", "two dots in a row")


@pytest.mark.parametrize(
    "text", ["@" * 100_000, "a@" + "b." * 100_000, "a" * 100_000 + " at ", "@" + " a" * 100_000, "[at" * 50_000]
)
def test_a_long_text_costs_no_more_than_its_length(text: str) -> None:
    email = read_email(text)
    assert email is None or email.suspicious


@given(LOCALS, st.sampled_from(MARKS), HOSTS)
def test_a_hidden_address_reads_back(local: str, mark: str, host: str) -> None:
    assert read_email(local + mark + host) == Email(f"{local}@{host}", None)


@given(
    st.lists(st.tuples(LOCALS, HOSTS), min_size=2, max_size=4), st.sampled_from([" ; ", ";", " / ", "\n", ", ", " et "])
)
def test_no_address_of_several_is_lost(addresses: list[tuple[str, str]], between: str) -> None:
    email = read_email(between.join(f"{local}[at]{host}" for local, host in addresses))
    assert email is not None
    assert email.suspicious == "several addresses"
    assert all(f"{local}@{host}" in email.address for local, host in addresses)


@given(st.text() | st.text(alphabet="a@.[]()<>at dot;/,\n", max_size=40))
def test_reading_any_text_never_raises(text: str) -> None:
    email = read_email(text)
    assert email is None or "@" in email.address
