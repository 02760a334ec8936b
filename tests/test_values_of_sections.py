"""The post, single values and the address of a page: what is odd about each."""

import pytest
from fragments import HEAD, HEAD_OF_TEXT, codes, page, page_of_funding, read, table

from atlas_scraper import parse
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.sections.foreign_contacts import _split_person


@pytest.mark.parametrize("quotes", ['"%s"', "«\u00a0%s\u00a0»", "“%s”", "%s", '"%s "', '"%s" [+]', '"%s" ▾', "★ %s"])
def test_the_name_of_the_post_stands_in_quotes_of_any_kind(quotes: str) -> None:
    post = quotes % "Consul général à Jérusalem"
    heading = f"<h3>Contacts dans le poste diplomatique {post}</h3>"
    record = parse(page(above=f"{heading}<p>Pas de correspondant</p>").encode())
    assert record.post is not None
    assert (record.post.name, record.post.contacts) == ("Consul général à Jérusalem", [])


def test_the_name_of_the_post_may_stand_below_its_heading() -> None:
    block = "<p>« Ambassade de France - Niger »</p><p>Pas de correspondant</p>"
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{block}").encode())
    assert record.post is not None
    assert (record.post.name, record.post.contacts) == ("Ambassade de France - Niger", [])


def test_a_lone_address_without_role_or_name_is_a_contact_only_when_it_is_there() -> None:
    whole = "<p>Correspondant coopération décentralisée</p><p>Ana DE LA TOUR</p><p>Courriel : a[at]example.org</p>"
    block = f"{whole}<p>Courriel :</p>"
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{block}").encode())
    assert record.post is not None
    assert [(each.name, each.email) for each in record.post.contacts] == [("Ana DE LA TOUR", "a@example.org")]


LISTED, UNLISTED = "<p>Correspondant coopération décentralisée</p>", "<p>Conseiller</p>"
ANA, BEA = "<p>Ana DE LA TOUR</p>", "<p>Béa RASTIGNOL</p>"
ANAS, BEAS = ("<p>Courriel : a[at]example.org</p>", "<p>Courriel : b[at]example.org</p>")


@pytest.mark.parametrize(
    ("block", "contacts"),
    [
        (UNLISTED + ANA + ANAS, [("Conseiller", "Ana DE LA TOUR", "a@example.org")]),
        (
            UNLISTED + ANA + LISTED + BEA + BEAS,
            [
                ("Conseiller", "Ana DE LA TOUR", None),
                ("Correspondant coopération décentralisée", "Béa RASTIGNOL", "b@example.org"),
            ],
        ),
        (
            LISTED + UNLISTED + ANA + ANAS,
            [("Correspondant coopération décentralisée, Conseiller", "Ana DE LA TOUR", "a@example.org")],
        ),
        (ANA + UNLISTED + ANAS, [("Conseiller", "Ana DE LA TOUR", "a@example.org")]),
        (
            LISTED + ANA + UNLISTED + BEA + BEAS,
            [
                ("Correspondant coopération décentralisée", "Ana DE LA TOUR", None),
                ("Conseiller", "Béa RASTIGNOL", "b@example.org"),
            ],
        ),
    ],
)
def test_a_role_that_nobody_listed_is_no_name_and_takes_nobodys_address(
    block: str, contacts: list[tuple[str, str, str | None]]
) -> None:
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{block}").encode())
    assert record.post is not None
    assert [(each.role, each.name, each.email) for each in record.post.contacts] == contacts
    assert record.unread == []


def rows_of(*pairs: tuple[str, str]) -> str:
    return "".join(f"<tr><td><strong>{label}</strong></td><td>{value}</td></tr>" for label, value in pairs)


ROLE, OTHER_ROLE = "Correspondant coopération décentralisée", "Conseiller de coopération et d'action culturelle"
A, B = "a@example.org", "b@example.org"


@pytest.mark.parametrize(
    ("tables", "contacts"),
    [
        ([[(ROLE, "Ana DUR")], [("Courriel :", A)]], [(ROLE, "Ana DUR", A)]),
        (
            [[(ROLE, "Ana DUR")], [("Courriel :", A)], [(OTHER_ROLE, "Béa RAS")], [("Courriel :", B)]],
            [(ROLE, "Ana DUR", A), (OTHER_ROLE, "Béa RAS", B)],
        ),
        (
            [[(ROLE, "")], [("Courriel :", "")], [(OTHER_ROLE, "Béa RAS")], [("Courriel :", B)]],
            [(OTHER_ROLE, "Béa RAS", B)],
        ),
        ([[(ROLE, "")], [("Nom", "Ana DUR")], [("Courriel :", A)]], [(ROLE, "Ana DUR", A)]),
        ([[(ROLE, "Ana DUR"), ("Courriel :", A)], [("Courriel :", "")]], [(ROLE, "Ana DUR", A)]),
        ([[(ROLE, "Ana DUR"), ("Courriel :", "")], [("Courriel :", "")]], [(ROLE, "Ana DUR", None)]),
    ],
)
def test_a_contact_of_the_post_may_stand_in_a_table_for_each_pair(
    tables: list[list[tuple[str, str]]], contacts: list[tuple[str, str, str | None]]
) -> None:
    block = "".join(f"<table>{rows_of(*pairs)}</table>" for pairs in tables)
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{block}").encode())
    assert record.post is not None
    assert [(each.role, each.name, each.email) for each in record.post.contacts] == contacts
    assert (record.unread, codes(record)) == ([], [])


def test_a_role_that_a_label_nobody_listed_cuts_off_from_its_contact_stays_unread() -> None:
    table = "<table><tr><td>Bureau</td><td>Étage</td></tr><tr><td>4</td><td>2</td></tr></table>"
    block = f"<p>{ROLE}</p><h3>Ana DUR</h3>{table}"
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{block}").encode())
    assert record.post is not None
    assert (record.post.contacts, record.unread[0].text) == ([], ROLE)


@pytest.mark.parametrize(("address", "email"), [(A, A), ("", None)])
def test_a_pair_of_the_post_may_be_a_table_of_one_column(address: str, email: str | None) -> None:
    rows = "<table><tr><td>%s</td></tr><tr><td>%s</td></tr></table>"
    block = rows % (ROLE, "Ana DUR") + rows % ("Courriel :", address)
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{block}").encode())
    assert record.post is not None
    assert [(each.role, each.name, each.email) for each in record.post.contacts] == [(ROLE, "Ana DUR", email)]
    assert (record.unread, codes(record)) == ([], [])


def test_the_one_pair_of_a_table_below_the_heading_of_the_post_in_its_first_row_is_read() -> None:
    title = "<tr><td colspan=2>Contacts dans le poste diplomatique</td></tr>"
    record = parse(page(above=f"<table>{title}<tr><td>Courriel :</td><td>{A}</td></tr></table>").encode())
    assert record.post is not None
    assert [(each.name, each.email) for each in record.post.contacts] == [(None, A)]


@pytest.mark.parametrize(
    "tables",
    [
        [[(ROLE, "Ana DUR"), ("Courriel :", A)], [("Téléphone", "01 02 03")]],
        [[(ROLE, "Ana DUR")], [("Téléphone", "01 02 03")], [("Courriel :", A)]],
    ],
)
def test_a_pair_that_nobody_listed_takes_nothing_from_the_contact_above_it(tables: list[list[tuple[str, str]]]) -> None:
    block = "".join(f"<table>{rows_of(*pairs)}</table>" for pairs in tables)
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{block}").encode())
    assert record.post is not None
    assert [(each.role, each.name, each.email) for each in record.post.contacts] == [(ROLE, "Ana DUR", A)]
    assert [each.text for each in record.unread] == ["Téléphone | 01 02 03"]


def test_an_address_in_a_text_is_no_heading_of_a_table_that_nobody_knows() -> None:
    table = f"<table>{rows_of(('Évaluation du partenariat', '120 000'))}</table>"
    record = read(f"<h3>Contexte</h3><p>Un puits.</p><p>Courriel : {A}</p>{table}")
    assert record.context == ["Un puits.", f"Courriel : {A}"]
    assert [each.text for each in record.unread] == ["Évaluation du partenariat | 120 000"]


def test_contacts_of_which_each_is_a_list_are_read_list_by_list_though_the_first_is_empty() -> None:
    entry = "<li><span>%s: </span><span>%s</span></li>"
    empty = f"<ul>{entry % (ROLE, '')}{entry % ('Courriel', '')}</ul>"
    other = f"<ul>{entry % (OTHER_ROLE, 'Béa RAS')}{entry % ('Courriel', B)}</ul>"
    heading = "<div><h2>Contacts dans le poste diplomatique</h2></div>"
    record = parse(page(above=f"{heading}<div>{empty}{other}</div>").encode())
    assert record.post is not None
    assert [(each.role, each.name, each.email) for each in record.post.contacts] == [(OTHER_ROLE, "Béa RAS", B)]


@pytest.mark.parametrize("box", ["<ul>%s</ul>", "<div class=carte>%s</div>", "<section>%s</section>"])
@pytest.mark.parametrize("pair", ["<li><b>%s</b> <span>%s</span></li>", "<p><b>%s</b> %s</p>", "<div>%s : %s</div>"])
def test_an_address_stays_with_its_contact_where_each_has_a_box_though_the_first_is_empty(box: str, pair: str) -> None:
    empty = box % (pair % (ROLE, "") + pair % ("Courriel", ""))
    other = box % (pair % (OTHER_ROLE, "Béa RAS") + pair % ("Courriel", B))
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{empty}{other}").encode())
    assert record.post is not None
    assert [(each.role, each.name, each.email) for each in record.post.contacts] == [(OTHER_ROLE, "Béa RAS", B)]


@pytest.mark.parametrize("dash", ["—", "–", "-", "--"])
def test_a_dash_alone_is_neither_the_name_of_a_post_nor_a_contact(dash: str) -> None:
    rows = f"<dt>{ROLE}</dt><dd>{dash}</dd><dt>Courriel :</dt><dd>{dash}</dd>"
    block = f"<dl><dt>Contacts dans le poste diplomatique</dt><dd>{dash}</dd>{rows}</dl>"
    record = parse(page(above=block).encode())
    assert record.post is not None
    assert (record.post.name, record.post.contacts, record.unread, codes(record)) == (None, [], [], [])


def test_an_address_mistyped_at_the_source_is_kept_and_reported() -> None:
    block = "<p>Correspondant coopération décentralisée</p><p>Courriel : a[at]example..org</p>"
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{block}").encode())
    assert record.post is not None
    assert (record.post.contacts[0].email, codes(record)) == ("a@example..org", [IssueCode.SUSPICIOUS_EMAIL])


def test_a_year_that_is_none_is_null_and_its_text_an_issue() -> None:
    record = read("<h3>Année de début du partenariat</h3><p>vers 2010</p>")
    assert (record.start_year, record.issues[0].detail) == (None, "vers 2010")


def test_a_state_outside_the_vocabulary_keeps_its_words() -> None:
    record = parse(page(head=HEAD.replace("En cours", "Suspendu")).encode())
    assert (record.status, record.status_label, codes(record)) == ("other", "Suspendu", [IssueCode.UNKNOWN_VALUE])


@pytest.mark.parametrize(
    ("sentence", "triennial"),
    [("Le partenariat est triennal", True), ("Le partenariat n’est pas triennal", False), ("", None)],
)
def test_the_sentence_says_whether_it_is_triennial_and_is_no_state(sentence: str, triennial: bool | None) -> None:
    record = read(
        f"<h3>Contexte</h3><p>Un.</p><h3>Collectivités territoriales partenaires du partenariat</h3><p>{sentence}</p>"
    )
    assert (record.triennial, record.status) == (triennial, "ongoing")


def test_the_address_gives_number_and_source_without_session() -> None:
    record = read("", url="https://example.org/a.html;jsessionid=1F?criteres.prjId=14565&sctxid=9&_csrf=z#top")
    assert (record.project_id, record.source_url) == (14565, "https://example.org/a.html?criteres.prjId=14565")


def test_the_address_of_a_replayed_page_is_the_original_s() -> None:
    record = read("", url="https://archive.example/web/2021id_/https://example.org/a?criteres.prjId=5")
    assert (record.project_id, record.source_url) == (5, "https://example.org/a?criteres.prjId=5")


def test_a_page_saved_by_a_browser_says_where_it_is_from() -> None:
    note = "<!-- saved from url=(0042)https://example.org/a?criteres.prjId=77&x=1 -->"
    record = parse(f"<!DOCTYPE html>\n{note}\n{page()}".encode())
    assert (record.project_id, record.source_url) == (77, "https://example.org/a?criteres.prjId=77&x=1")


def test_breadcrumb_and_site_title_are_ignored_by_name() -> None:
    site = "<h3>Accueil &gt; ???menu.atlas.libelle???</h3><h3>Atlas français de la coopération décentralisée</h3>"
    assert parse(page(above=site).encode()).unread == []


def test_a_title_on_two_lines_of_text_is_joined_and_both_readings_reported() -> None:
    record = parse("\n".join([*HEAD_OF_TEXT[:2], "pour la paix", *HEAD_OF_TEXT[2:], "Contexte", "Un."]).encode())
    assert (record.title, codes(record)) == ("Un jumelage pour la paix", [IssueCode.AMBIGUOUS_CELLS])


def test_control_characters_that_were_dropped_are_told() -> None:
    assert codes(read("<h3>Contexte</h3><p>Un\x01 puits\x02</p>")) == [IssueCode.CONTROL_CHARACTERS]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("DE LA TOUR Anne Maire", {"last_name": "DE LA TOUR", "first_name": "Anne", "position": "Maire"}),
        (
            "TOUR Anne Lise Maire adjointe",
            {"last_name": "TOUR", "first_name": "Anne Lise", "position": "Maire adjointe"},
        ),
        ("TOUR Anne Lise Claire Maire", {"last_name": "TOUR"}),
        ("TOUR Maire", {"last_name": "TOUR"}),
        ("Anne Maire", {}),
    ],
)
def test_a_person_of_one_line_is_split_at_capitals_and_at_a_function_behind_two_words_at_most(
    text: str, cells: dict[str, str]
) -> None:
    assert _split_person(text) == cells


def test_what_stands_behind_the_quotes_of_a_post_is_unread() -> None:
    heading = '<h3>Contacts dans le poste diplomatique "AMBASSADE DE FRANCE AU MALI" voir plus</h3>'
    record = parse(page(above=f"{heading}<p>Pas de correspondant</p>").encode())
    assert record.post
    assert (record.post.name, [each.text for each in record.unread]) == ("AMBASSADE DE FRANCE AU MALI", ["voir plus"])


def test_signs_that_a_page_draws_beside_a_role_a_state_or_a_country_are_no_part_of_it() -> None:
    role = "<p>\U0001f4cc Correspondant coopération décentralisée *</p>"
    post = f"<h3>Contacts dans le poste diplomatique « Rome »</h3>{role}<p>Ana DE LA TOUR</p>"
    header = "Nom de la collectivité étrangère|Pays"
    rows = table("Partenaires étrangers du partenariat", header, "Gao|\U0001f1f2\U0001f1f1 Mali")
    head = HEAD.replace("<p>En cours</p>", "<p><span>●</span> En cours</p>")
    record = parse(page(rows, above=post, head=head).encode())
    assert record.post is not None
    assert [each.role for each in record.post.contacts] == ["Correspondant coopération décentralisée"]
    assert (record.status, record.status_label) == ("ongoing", "En cours")
    assert [(each.country, each.country_code) for each in record.foreign_partners] == [("Mali", "ML")]


NO_VALUES = ["Non communiqué", "n/a", "(vide)", "Non renseignée", "Non précisé", "—"]
NO_VALUES += ["Null", "null", "None", "undefined", "(aucune valeur)", "N/D", "s.o."]


@pytest.mark.parametrize("words", NO_VALUES)
def test_words_in_place_of_a_value_are_none(words: str) -> None:
    role = f"<p>Correspondant coopération décentralisée</p><p>{words}</p><p>Courriel : a[at]example.org</p>"
    head = HEAD.replace("<p>En cours</p>", f"<p>{words}</p>")
    above = f"<h3>Contacts dans le poste diplomatique « Rome »</h3>{role}"
    record = parse(page("<h3>Contexte</h3><p>Une ville.</p>", above=above, head=head).encode())
    assert record.post is not None
    assert [each.name for each in record.post.contacts] == [None]
    assert (record.status_label, record.unread) == (None, [])


@pytest.mark.parametrize("words", NO_VALUES)
def test_words_in_place_of_a_value_in_a_cell_are_none(words: str) -> None:
    rows = table("Partenaires étrangers du partenariat", "Nom de la collectivité étrangère|Pays", f"Gao|{words}")
    record = read(rows)
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Gao", None)]
    assert (codes(record), record.unread) == ([], [])


@pytest.mark.parametrize("name", ["So", "SO", "Na"])
def test_a_name_of_two_letters_is_one(name: str) -> None:
    header = "Organisation|Nom|Prénom|Fonction|Courriel"
    record = read(
        table("Contacts dans les partenaires étrangers du partenariat", header, f"Ville de Gao|{name}|Ana|Maire|")
    )
    assert [each.last_name for each in record.foreign_contacts] == [name]


@pytest.mark.parametrize(("text", "amount"), [("12 000 € (40 %)", 12000), ("500 (12,5%)", 500)])
def test_an_amount_is_read_beside_its_share_which_stays_unread(text: str, amount: int) -> None:
    cells = ("Région A", text, "", "", "", "2012")
    record = read(page_of_funding("".join(f"<td>{cell}</td>" for cell in cells)))
    assert [each.amount_eur for each in record.funding] == [amount]
    assert [each.text for each in record.unread] == [text]


@pytest.mark.parametrize("text", ["-12 000 €", "−500 (40 %)", "(40 %)", "40 %", "12 000 (40)"])
def test_what_is_no_amount_is_null_and_said(text: str) -> None:
    cells = ("Région A", text, "", "", "", "2012")
    record = read(page_of_funding("".join(f"<td>{cell}</td>" for cell in cells)))
    assert [each.amount_eur for each in record.funding] == [None]
    assert [issue.detail for issue in record.issues if issue.section == "funding"] == [f"amount_eur: {text}"]
