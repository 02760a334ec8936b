"""The second room: what is odd about each section, one page at a time."""

from typing import Any

import pytest

from atlas_scraper import LayoutError, NotARecord, PageGone, Partnership, parse
from atlas_scraper.record.issues import IssueCode

HEAD = (
    "<h3>Titre</h3><p>Un jumelage</p><h3>Thématique d'intervention</h3><p></p>"
    "<h3>Le partenariat est</h3><p>En cours</p><h3>Date de fin du partenariat</h3><p></p>"
)


def read(html: str, **options: Any) -> Partnership:
    return parse(f"<html><body><main>{HEAD}{html}</main></body></html>".encode(), **options)


def read_text(*lines: str) -> Partnership:
    return parse("\n".join(["Titre", "Un jumelage", "Le partenariat est", "En cours", *lines]).encode())


def codes(record: Partnership) -> list[IssueCode]:
    return [issue.code for issue in record.issues if issue.code is not IssueCode.SECTION_MISSING]


def table(label: str, *rows: str) -> str:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    return f"<h3>{label}</h3><table>{body}</table>"


# Labels


@pytest.mark.parametrize(
    "label",
    [
        "Année de début du partenariat :",
        "ANNEE DE DEBUT DU PARTENARIAT",
        "Ann\u00e9e\u00a0de d\u00e9but\u202fdu partenariat",
        "???Année de début du partenariat???",
        "Année de <abbr>début</abbr> du partenariat<span>*</span>",
        "Année de début<br>du partenariat",
    ],
)
def test_a_label_is_known_however_it_is_spelled(label: str) -> None:
    assert read(f"<h3>{label}</h3><p>2017</p>").start_year == 2017


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "´", "", " "])
def test_any_apostrophe_or_none_makes_the_same_label(apostrophe: str) -> None:
    record = read(f"<h3>Votre partenariat prend la forme d{apostrophe}un(e)</h3><p>Projet</p>")
    assert record.form == "Projet"


def test_a_line_of_prose_that_reads_like_a_label_stays_prose() -> None:
    record = read("<h3>Contexte</h3><p>Un.</p><p>Historique</p><p>Deux.</p><h3>Historique</h3><p>Trois.</p>")
    assert (record.context, record.history) == (["Un.", "Historique", "Deux."], ["Trois."])


def test_a_label_in_an_unusual_place_is_known_by_its_mark() -> None:
    record = read("<h3>Contexte</h3><p>Un.</p><h3>Année de début du partenariat</h3><p>2017</p>")
    assert (record.context, record.start_year) == (["Un."], 2017)


def test_a_menu_that_repeats_the_labels_is_not_taken_for_them() -> None:
    menu = "".join(f"<li><a href='#'>{label}</a></li>" for label in ("Titre", "Contexte", "Historique"))
    record = parse(f"<ul>{menu}</ul><div>{HEAD}<h3>Contexte</h3><p>Un.</p><h3>Historique</h3></div>".encode())
    assert (record.title, record.context, record.history) == ("Un jumelage", ["Un."], [])


def test_in_text_repeated_tails_settle_which_line_is_the_label() -> None:
    record = read_text("Contexte", "Un.", "Deux.", "Deux.", "Historique", "A.", "Historique", "B.", "Historique", "B.")
    assert (record.context, record.history) == (["Un.", "Deux."], ["A.", "Historique", "B."])


def test_two_readings_of_a_label_are_reported() -> None:
    record = read_text("Contexte", "Un.", "Historique", "Deux.", "Historique", "Trois.")
    assert codes(record) == [IssueCode.AMBIGUOUS_LABEL]


def test_an_unlisted_label_is_kept_and_its_neighbours_stay_clean() -> None:
    record = read("<h3>Contexte</h3><p>Un.</p><h3>Budget global</h3><p>12 000</p><h3>Historique</h3><p>Deux.</p>")
    kept = [(unread.label, unread.text) for unread in record.unread]
    assert (record.context, record.history, kept) == (["Un."], ["Deux."], [("Budget global", "12 000")])


def test_a_renamed_label_shows_as_missing_beside_unknown() -> None:
    record = read("<h3>Contexte</h3><p>Un.</p><h3>Passé commun</h3><p>Deux.</p><h3>Objectif du partenariat</h3>")
    missing = [issue.section for issue in record.issues if issue.code is IssueCode.SECTION_MISSING]
    assert ("history" in missing, codes(record)) == (True, [IssueCode.UNKNOWN_LABEL])


def test_newer_pages_have_one_narrative_in_place_of_two() -> None:
    record = read("<h3>Contexte et historique</h3><p>Un.</p><p>Historique</p><p>Deux.</p>")
    assert (record.context_and_history, record.history) == (["Un.", "Historique", "Deux."], [])


# The post


@pytest.mark.parametrize("quotes", ['"%s"', "«\u00a0%s\u00a0»", "“%s”", "%s", '"%s "'])
def test_the_name_of_the_post_stands_in_quotes_of_any_kind(quotes: str) -> None:
    post = quotes % "Consul général à Jérusalem"
    record = parse(f"<h3>Contacts dans le poste diplomatique {post}</h3><p>Pas de correspondant</p>{HEAD}".encode())
    assert record.post is not None
    assert (record.post.name, record.post.contacts) == ("Consul général à Jérusalem", [])


def test_a_lone_address_without_role_or_name_is_a_contact_only_when_it_is_there() -> None:
    whole = "<p>Correspondant coopération décentralisée</p><p>Ana DE LA TOUR</p><p>Courriel : a[at]example.org</p>"
    block = f"{whole}<p>Courriel :</p>"
    record = parse(f"<h3>Contacts dans le poste diplomatique</h3>{block}{HEAD}".encode())
    assert record.post is not None
    assert [(each.name, each.email) for each in record.post.contacts] == [("Ana DE LA TOUR", "a@example.org")]


def test_an_address_mistyped_at_the_source_is_kept_and_reported() -> None:
    block = "<p>Correspondant coopération décentralisée</p><p>Courriel : a[at]example..org</p>"
    record = parse(f"<h3>Contacts dans le poste diplomatique</h3>{block}{HEAD}".encode())
    assert record.post is not None
    assert (record.post.contacts[0].email, codes(record)) == ("a@example..org", [IssueCode.SUSPICIOUS_EMAIL])


# Values


def test_a_year_that_is_none_is_null_and_its_text_an_issue() -> None:
    record = read("<h3>Année de début du partenariat</h3><p>vers 2010</p>")
    assert (record.start_year, record.issues[0].detail) == (None, "vers 2010")


def test_a_state_outside_the_vocabulary_keeps_its_words() -> None:
    record = parse(HEAD.replace("En cours", "Suspendu").encode())
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


# Tables

ONE_PERCENT = "Montant 1% Eau (Loi Oudin 2005)"
FUNDING = f"Nom du financeur|Montant en euros|{ONE_PERCENT}|{ONE_PERCENT}|{ONE_PERCENT}|Année"


def test_three_columns_with_one_header_stay_apart_by_position() -> None:
    record = read(table("Financement du partenariat", FUNDING, "Brest|12 000,50||7||2017"))
    assert record.funding[0].model_dump(mode="json") == {
        "funder": "Brest",
        "amount_eur": 12000.5,
        "one_percent_eur": [None, 7, None],
        "year": 2017,
    }


def test_columns_are_read_by_header_in_any_order() -> None:
    record = read(
        table("Partenaires étrangers du partenariat", "|Pays|Nom de la collectivité étrangère", "|Niger|Dosso")
    )
    assert [(each.name, each.country_code) for each in record.foreign_partners] == [("Dosso", "NE")]


def test_an_unlisted_column_is_kept_and_its_neighbours_stay_clean() -> None:
    rows = ("Nom de la collectivité étrangère|Sigle|Pays", "Dosso|D1|Niger", "Kayes|K2|Mali")
    record = read(table("Partenaires étrangers du partenariat", *rows))
    assert ([(each.label, each.text) for each in record.unread], record.foreign_partners[1].country) == (
        [("Sigle", "D1\nK2")],
        "Mali",
    )


def test_a_table_without_the_column_that_it_needs_is_an_error_of_the_page() -> None:
    with pytest.raises(LayoutError, match="Nom du financeur"):
        read(table("Financement du partenariat", "Payeur|Montant en euros|Année", "Brest|12000|2017"))


def test_totals_are_no_row_of_funding() -> None:
    record = read(table("Financement du partenariat", FUNDING, "Brest|12000||||2017", "Total|12000||||"))
    assert (len(record.funding), record.unread[0].text) == (1, "Total | 12000")


def test_an_amount_that_is_not_one_is_null_and_its_text_an_issue() -> None:
    record = read(table("Financement du partenariat", FUNDING, "Brest|non communiqué||||2017"))
    assert (record.funding[0].amount_eur, record.issues[0].detail) == (None, "amount_eur: non communiqué")


def test_a_paginator_with_more_pages_says_that_rows_are_missing() -> None:
    others = "<a href='p;jsessionid=A?page=2'>2</a> <a href='p?page=2'>Suivant &gt;</a>"
    pager = f"<p><span>&lt;&lt;</span> <span>1</span> {others}</p>"
    rows = table("Partenaires étrangers du partenariat", "Nom de la collectivité étrangère|Pays", "Dosso|Niger")
    record = read(rows + pager, url="https://example.org/a/b?criteres.prjId=7")
    assert codes(record) == [IssueCode.MISSING_ROWS]
    assert "https://example.org/a/p?page=2" in record.issues[0].detail


def test_a_paginator_of_one_page_says_nothing() -> None:
    rows = table("Partenaires étrangers du partenariat", "Nom de la collectivité étrangère|Pays", "Dosso|Niger")
    record = read(rows + "<p>&lt;&lt; &lt; pagination.page.precedent 1 pagination.page.suivant &gt; &gt;&gt;</p>")
    assert (codes(record), record.unread) == ([], [])


def test_goals_stand_beside_their_level_under_one_header() -> None:
    record = read(
        table("Objectifs de développement durable - ODD", "Thématique éligible", "6 - Eau propre et assainissement|2")
    )
    assert [(goal.goal, goal.label, goal.level) for goal in record.sdgs] == [(6, "Eau propre et assainissement", 2)]


def test_links_are_absolute_and_without_session() -> None:
    rows = table(
        "Collectivités territoriales partenaires du partenariat",
        "Nom de la collectivité territoriale|",
        "Brest|<a href='/v;jsessionid=B?id=3#f'><img alt=voir></a>",
    )
    record = read(rows, url="https://example.org/a?criteres.prjId=7")
    assert record.french_authorities[0].link == "https://example.org/v?id=3"


def test_a_row_with_too_few_cells_in_pipe_text_is_not_guessed() -> None:
    header = "Nom de la collectivité étrangère | Nom | Prénom | Fonction | Courriel |"
    row = "Dosso | Diallo | Maire | a@example.org |"
    record = read_text("Contacts dans les partenaires étrangers du partenariat", header, "---|---|---|---|---|", row)
    contact = record.foreign_contacts[0]
    assert (contact.last_name, contact.first_name, contact.position, contact.email) == (
        "Diallo",
        None,
        None,
        "a@example.org",
    )
    assert codes(record) == [IssueCode.AMBIGUOUS_CELLS]


def test_a_joined_row_of_flat_text_is_cut_by_what_its_cells_are() -> None:
    record = read_text(
        "Partenaires étrangers du partenariat",
        "Partenaires étrangers du partenariat",
        "Nom de la collectivité étrangère Pays",
        "Cercle de Kayes République démocratique du Congo",
    )
    assert [(each.name, each.country_code) for each in record.foreign_partners] == [("Cercle de Kayes", "CD")]


# Pages that are no record


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<title>Erreur - Atlas</title><p>Une erreur est survenue.</p>", "error page"),
        ("<form>Identifiant <input name=u> Mot de passe <input type=password></form>", "login"),
        ("<h1>Service en maintenance</h1>", "maintenance"),
        ("<p>Checking your browser before accessing</p>", "challenge"),
        ("<h1>Résultats de la recherche</h1><ul><li>Projet 1</li></ul>", "list"),
        ("<script>document.location.replace('/x')</script>", "redirect by script"),
        ("<h1>Bonjour</h1>", "0 of them"),
        (HEAD.replace("Un jumelage", "").replace("En cours", ""), "page of empty labels"),
    ],
)
def test_a_page_that_is_no_record_is_named(html: str, kind: str) -> None:
    with pytest.raises(NotARecord, match=kind):
        parse(f"<html><body>{html}</body></html>".encode())


def test_the_page_of_an_unknown_project_says_that_it_is_gone() -> None:
    with pytest.raises(PageGone, match="unknown project"):
        parse("<title>Erreur - Atlas</title><p>Le projet demandé n'existe pas.</p>".encode())


def test_a_page_without_a_title_is_no_record() -> None:
    with pytest.raises(LayoutError, match="title"):
        parse(HEAD.replace("Un jumelage", "").encode())


def test_a_page_cut_short_is_an_error() -> None:
    with pytest.raises(LayoutError, match="cut short"):
        parse(f"<html><body>{HEAD}<h3>Contexte</h3><p>Un mot qui n'en fin".encode())


# The address


def test_the_address_gives_number_and_source_without_session() -> None:
    record = read("", url="https://example.org/a.html;jsessionid=1F?criteres.prjId=14565&sctxid=9&_csrf=z#top")
    assert (record.project_id, record.source_url) == (14565, "https://example.org/a.html?criteres.prjId=14565")


def test_the_address_of_a_replayed_page_is_the_original_s() -> None:
    record = read("", url="https://archive.example/web/2021id_/https://example.org/a?criteres.prjId=5")
    assert (record.project_id, record.source_url) == (5, "https://example.org/a?criteres.prjId=5")


def test_a_page_saved_by_a_browser_says_where_it_is_from() -> None:
    note = "<!-- saved from url=(0042)https://example.org/a?criteres.prjId=77&x=1 -->"
    record = parse(f"<!DOCTYPE html>\n{note}\n<html><body>{HEAD}</body></html>".encode())
    assert (record.project_id, record.source_url) == (77, "https://example.org/a?criteres.prjId=77&x=1")


def test_breadcrumb_and_site_title_are_ignored_by_name() -> None:
    site = "<h3>Accueil &gt; ???menu.atlas.libelle???</h3><h3>Atlas français de la coopération décentralisée</h3>"
    assert parse((site + HEAD).encode()).unread == []


# What other developers write


def test_a_tooltip_within_a_label_is_no_value() -> None:
    record = read("<h3>Contexte <span role=tooltip>Saisi par la collectivité</span></h3><p>Un.</p>")
    assert record.context == ["Un."]


def test_a_bold_first_word_of_a_paragraph_is_no_label() -> None:
    labels = "".join(
        f"<p><strong>{label} :</strong></p><p>{text}</p>"
        for label, text in (
            ("Titre", "A"),
            ("Le partenariat est", "En cours"),
            ("Contexte", "<strong>Kayes</strong> attend."),
        )
    )
    assert parse(labels.encode()).context == ["Kayes attend."]


def test_what_buttons_say_beside_a_value_is_no_part_of_it() -> None:
    record = read("<h3>Année de début du partenariat</h3><p>2017 <a href='#edit'>Modifier</a></p>")
    assert record.start_year == 2017


def test_a_value_in_a_table_of_its_own_is_a_value() -> None:
    row = "<table><tr><td>Contexte</td><td><img></td><td><table><tr><td>Un.</td></tr></table></td></tr></table>"
    assert read(row).context == ["Un."]


def test_labels_that_share_a_control_take_their_values_in_the_page_s_order() -> None:
    fields = "".join(
        f"<label for=x>{label}</label><input id=x value='{value}'>"
        for label, value in (
            ("Titre", "A"),
            ("Année de début du partenariat", "2017"),
            ("Le partenariat est", "En cours"),
        )
    )
    record = parse(fields.encode())
    assert (record.title, record.start_year, record.status_label) == ("A", 2017, "En cours")


def test_a_row_that_says_there_are_none_is_no_row() -> None:
    message = "<tr><td colspan=2>Aucun partenaire enregistré</td></tr>"
    header = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th></tr>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table>{header}{message}</table>")
    assert (record.foreign_partners, record.unread) == ([], [])


def test_a_paginator_in_a_row_of_the_table_says_that_rows_are_missing() -> None:
    rows = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th></tr><tr><td>Dosso</td><td>Niger</td></tr>"
    pager = "<tr><td colspan=2>1 <a href='?p=2'>2</a></td></tr>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table>{rows}{pager}</table>")
    assert (len(record.foreign_partners), codes(record)) == (1, [IssueCode.MISSING_ROWS])


def test_a_header_repeated_in_each_cell_is_no_part_of_it() -> None:
    record = read(
        table("Partenaires étrangers du partenariat", "Nom de la collectivité étrangère|Pays", "Dosso|Pays : Niger")
    )
    assert record.foreign_partners[0].country == "Niger"


def test_a_lone_dash_stands_for_an_empty_value() -> None:
    record = read("<h3>Contexte</h3><p>-</p><h3>Historique</h3><p>- Un point</p>")
    assert (record.context, record.history) == ([], ["- Un point"])


def test_contacts_of_the_post_may_stand_in_a_table() -> None:
    rows = table("Contacts dans le poste diplomatique", "Fonction|Nom|Courriel", "Correspondant|Ana X|a[at]example.org")
    record = parse((rows + HEAD).encode())
    assert record.post is not None
    assert [(each.role, each.name, each.email) for each in record.post.contacts] == [
        ("Correspondant", "Ana X", "a@example.org")
    ]


def test_the_post_may_stand_at_the_end_of_the_page() -> None:
    heading = "<h2>Contacts dans le poste diplomatique « Ambassade de France au Niger »</h2>"
    post = f"{heading}<p>Courriel : a[at]example.org</p>"
    record = read(f"<h3>Contexte</h3><p>Un.</p>{post}")
    assert record.post is not None
    assert (record.post.name, record.context) == ("Ambassade de France au Niger", ["Un."])


def test_the_first_narrative_label_tells_how_many_narratives_there_are() -> None:
    record = read_text("Contexte et historique", "Un.", "Contexte", "Deux.", "Historique", "Trois.")
    assert record.context_and_history == ["Un.", "Contexte", "Deux.", "Historique", "Trois."]


def test_a_family_name_in_capitals_tells_itself_in_flat_text() -> None:
    record = read_text(
        "Contacts dans les partenaires étrangers du partenariat",
        "Nom de la collectivité étrangère Nom Prénom Fonction Courriel",
        "DE LA TOUR Anne Cheffe de projet a@example.org",
    )
    contact = record.foreign_contacts[0]
    assert (contact.last_name, contact.first_name, contact.position) == ("DE LA TOUR", "Anne", "Cheffe de projet")


# What a review found


def page_of_funding(*rows: str) -> str:
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    header = "".join(f"<th>{name}</th>" for name in FUNDING.split("|"))
    return f"<h3>Financement du partenariat</h3><table><tr>{header}</tr>{body}</table>"


@pytest.mark.parametrize(
    "line", ["2011 2012 2013 2014 2015 x", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 x", "1 " * 3000 + "x"]
)
def test_a_line_of_numbers_is_read_in_no_time(line: str) -> None:
    assert read(f"<h3>Contexte</h3><p>{line}</p>").context == [line.strip()]


@pytest.mark.parametrize("lines", [["> 2015"], ["Première", "Dernière"], ["2016", "»"], ["Page"]])
def test_lines_of_prose_are_no_paginator(lines: list[str]) -> None:
    paragraphs = "".join(f"<p>{line}</p>" for line in lines)
    assert read(f"<h3>Contexte</h3><p>Un.</p>{paragraphs}").context == ["Un.", *lines]


@pytest.mark.parametrize("data", [b"![]()", "\u200b".encode(), b"<html><body></body></html>", b"<p></p>"])
def test_a_page_without_text_is_a_named_error(data: bytes) -> None:
    with pytest.raises(NotARecord):
        parse(data)


def test_a_title_may_begin_like_a_breadcrumb() -> None:
    title = "Accueil / échanges de jeunes"
    assert parse(HEAD.replace("Un jumelage", title).encode()).title == title


def test_a_reworded_heading_of_the_post_loses_nobody() -> None:
    post = "<h3>Correspondants à l'ambassade</h3><p>Correspondant coopération décentralisée</p><p>Ana X</p>"
    record = parse((post + HEAD).encode())
    assert (record.post, ["Ana X" in each.text for each in record.unread]) == (None, [True])


def test_a_commune_may_be_called_neant() -> None:
    rows = table(
        "Collectivités territoriales partenaires du partenariat",
        "Nom de la collectivité territoriale",
        "Néant-sur-Yvel",
    )
    assert [each.name for each in read(rows).french_authorities] == ["Néant-sur-Yvel"]


def test_a_name_that_links_to_its_address_keeps_both() -> None:
    block = "<p>Correspondant coopération décentralisée</p><p><a href='mailto:a@example.org'>Ana X</a></p>"
    record = parse(f"<h3>Contacts dans le poste diplomatique</h3>{block}{HEAD}".encode())
    assert record.post is not None
    assert [(each.name, each.email) for each in record.post.contacts] == [("Ana X", "a@example.org")]


def test_two_unlisted_columns_of_one_name_are_both_kept() -> None:
    rows = ("Nom de la collectivité étrangère|Note|Note", "Dosso|a|b")
    record = read(table("Partenaires étrangers du partenariat", *rows))
    assert [(each.label, each.text) for each in record.unread] == [("Note", "a"), ("Note (2)", "b")]


def test_a_remark_above_the_header_is_kept() -> None:
    remark = "<tr><th colspan=2>En milliers</th></tr>"
    header = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th></tr>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table>{remark}{header}<tr><td>Dosso<td>Niger</table>")
    assert [each.text for each in record.unread] == ["En milliers"]


def test_an_amount_that_spans_columns_is_counted_once() -> None:
    record = read(page_of_funding("<td>Brest</td><td>9</td><td colspan=3>500</td><td>2017</td>"))
    assert (record.funding[0].one_percent_eur, IssueCode.AMBIGUOUS_CELLS in codes(record)) == ([500, None, None], True)


def test_a_total_of_a_year_is_no_row_of_funding() -> None:
    record = read(page_of_funding("<td>Brest<td>9<td><td><td><td>2017", "<td>Total 2017<td>9<td><td><td><td>"))
    assert [row.funder for row in record.funding] == ["Brest"]


@pytest.mark.parametrize(("answer", "triennial"), [("non", False), ("oui", True), ("à voir", None)])
def test_an_answer_beside_the_sentence_counts(answer: str, triennial: bool | None) -> None:
    record = read(f"<h3>Contexte</h3><p>Un.</p><h3>Historique</h3><p><b>Le partenariat est triennal</b> : {answer}</p>")
    assert record.triennial is triennial


def test_text_straight_in_a_table_is_kept() -> None:
    rows = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th></tr>Nota bene<tr><td>Dosso<td>Niger"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table>{rows}</table>")
    assert [each.text for each in record.unread] == ["Nota bene"]


def test_a_list_of_partnerships_is_no_record() -> None:
    one = "<dl><dt>Titre<dd>Jumelage<dt>Année de début du partenariat<dd>2017<dt>Le partenariat est<dd>En cours</dl>"
    with pytest.raises(NotARecord, match="list"):
        parse(f"<html><body>{one * 3}</body></html>".encode())


def test_help_within_a_label_element_is_no_value() -> None:
    fields = "".join(
        f"<p><label>{label} <small>Saisi en ligne</small></label><span>{value}</span></p>"
        for label, value in (
            ("Titre", "A"),
            ("Année de début du partenariat", "2017"),
            ("Le partenariat est", "En cours"),
        )
    )
    record = parse(fields.encode())
    assert (record.title, record.start_year) == ("A", 2017)
