"""Tables: columns by header, rows of every rendition, and what is missing from them."""

import re

import pytest
from fragments import FUNDING, codes, read, read_text, table
from fragments import LABELS as LABELS_OF_PAGES
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas_scraper import LayoutError, Partnership
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.sections import foreign_partners
from atlas_scraper.sections.page import LABELS
from atlas_scraper.tables.flat_rows import cut_header
from atlas_scraper.values.beginnings import TESTED
from atlas_scraper.values.text import tidy


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
    record = read(table("Financement du partenariat", FUNDING, "Brest|à préciser||||2017"))
    assert (record.funding[0].amount_eur, record.issues[0].detail) == (None, "amount_eur: à préciser")


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


@pytest.mark.parametrize("head", ["", "&nbsp;", "#"])
@pytest.mark.parametrize(("first", "rows"), [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3)])
def test_numbers_that_count_the_rows_from_0_or_1_are_no_levels(head: str, first: int, rows: int) -> None:
    goals = [("6 - Eau propre et assainissement", 2), ("4 - Éducation de qualité", 2), ("1 - Pas de pauvreté", 1)][
        :rows
    ]
    cells = [f"{number}|{goal}|{level}" for number, (goal, level) in enumerate(goals, first)]
    record = read(table("Objectifs de développement durable - ODD", f"{head}|Thématique éligible|", *cells))
    assert [(f"{goal.goal} - {goal.label}", goal.level) for goal in record.sdgs] == goals


def test_the_number_of_a_goal_without_a_name_is_no_level() -> None:
    record = read(table("Objectifs de développement durable - ODD", "Thématique éligible|Niveau", "ODD 3|"))
    assert [(goal.label, goal.level) for goal in record.sdgs] == [("ODD 3", None)]


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


def piped(*rows: str) -> Partnership:
    header = FUNDING.replace("|", " | ") + " |"
    return read_text(*LABELS_OF_PAGES[:-1], header, "---|---|---|---|---|---|", *rows)


def test_a_funder_whose_cell_reaches_down_in_pipe_text_has_both_rows() -> None:
    record = piped("Lorient | 1000 | | | | 2016 |", "500 | | | | 2017 |")
    assert [f"{row.funder} {row.amount_eur} {row.year}" for row in record.funding] == [
        "Lorient 1000 2016",
        "Lorient 500 2017",
    ]


def test_a_short_row_of_pipe_text_that_can_be_read_in_two_ways_is_told() -> None:
    assert codes(piped("Lorient | 1000 | | | | 2016 |", "500 | 2017 |")) == [IssueCode.AMBIGUOUS_CELLS]


def test_rows_of_paragraphs_below_a_header_of_paragraphs_are_rows() -> None:
    rows = (("Nom de la collectivité étrangère", "Pays"), ("Dosso", "Niger"), ("Kayes", "Mali"))
    boxes = "".join("<div>" + "".join(f"<p>{cell}</p>" for cell in row) + "</div>" for row in rows)
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><section>{boxes}</section>")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Kayes", "Mali")]


def test_an_address_behind_a_word_of_a_row_is_the_rows() -> None:
    rows = ("Nom|Prénom|Courriel", 'Vergnolle|Zoé|<a href="mailto:zoe@example.org">écrire</a>')
    record = read(table("Contacts dans les partenaires étrangers du partenariat", *rows))
    assert record.foreign_contacts[0].email == "zoe@example.org"


def test_a_joined_row_of_flat_text_is_cut_by_what_its_cells_are() -> None:
    record = read_text(
        "Partenaires étrangers du partenariat",
        "Partenaires étrangers du partenariat",
        "Nom de la collectivité étrangère Pays",
        "Cercle de Kayes République démocratique du Congo",
    )
    assert [(each.name, each.country_code) for each in record.foreign_partners] == [("Cercle de Kayes", "CD")]


def test_a_long_text_below_a_table_s_label_is_no_header_and_costs_nothing() -> None:
    text = "un mot de la vie des villages " * 4000
    assert cut_header(text, foreign_partners.COLUMNS) is None


PAGER_WORDS = re.compile(f"{LABELS.words.step}|{LABELS.words.pager_word}", re.IGNORECASE)


@settings(max_examples=500)  # every alternative comes first many times
@given(st.from_regex(PAGER_WORDS, fullmatch=True))
def test_a_word_of_a_paginator_is_never_passed_over_by_its_first_letters(word: str) -> None:
    assert LABELS.may_be_sites(tidy(word)[:TESTED])


def test_a_row_whose_first_cell_says_what_its_header_says_is_a_row() -> None:
    name = "Nom de la collectivité étrangère"
    record = read(table("Partenaires étrangers du partenariat", f"{name}|Pays", f"{name}|Mali", "Kayes|Mali"))
    assert [(each.name, each.country) for each in record.foreign_partners] == [(name, "Mali"), ("Kayes", "Mali")]


def test_two_lines_behind_the_only_name_of_a_card_are_never_one_value() -> None:
    card = "<div><b>Nom de la collectivité territoriale :</b> Lille<br>Lens</div>"
    record = read(f"<h3>Collectivités territoriales partenaires du partenariat</h3>{card}")
    said = str(record.french_authorities) + str(record.unread) + str(record.issues)
    assert ("Lille Lens" in said, "Lille" in said, "Lens" in said) == (False, True, True)


AUTHORITIES = "Collectivités territoriales partenaires du partenariat"


def test_one_cell_for_all_lines_of_a_column_is_cut_where_a_column_shows_that_it_is_several() -> None:
    rows = ("Nom de la collectivité étrangère|Pays", "Dosso<br>Kayes|Niger<br>Mali")
    record = read(table("Partenaires étrangers du partenariat", *rows))
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Kayes", "Mali")]
    assert IssueCode.AMBIGUOUS_CELLS not in codes(record)


@pytest.mark.parametrize(
    ("label", "header", "row"),
    [
        (
            "Volontaires impliqués dans le partenariat",
            "Nom|Prénom|Mission|Champs d'action",
            "Petit<br>Roy|Ada<br>Eve|Eau|",
        ),
        (AUTHORITIES, "Nom de la collectivité territoriale|", "Brest<br>Quimper|"),
    ],
)
def test_cells_of_several_lines_are_in_doubt_where_nothing_shows_how_many_rows_they_are(
    label: str, header: str, row: str
) -> None:
    assert IssueCode.AMBIGUOUS_CELLS in codes(read(table(label, header, row)))


def test_a_header_of_broken_names_that_comes_again_is_no_row_in_doubt() -> None:
    header = "Nom de la<br>collectivité étrangère|Pays<br>d'origine"
    record = read(table("Partenaires étrangers du partenariat", header, header, "Dosso|Niger"))
    assert IssueCode.AMBIGUOUS_CELLS not in codes(record)


def test_a_line_break_within_one_cell_of_several_is_in_no_doubt() -> None:
    rows = ("Nom de la collectivité étrangère|Pays", "Conseil régional<br>de Dosso|Niger")
    record = read(table("Partenaires étrangers du partenariat", *rows))
    assert (record.foreign_partners[0].name, codes(record)) == ("Conseil régional de Dosso", [])


NAMES = "<h3>Collectivités territoriales partenaires du partenariat</h3>"
HEAD_OF_NAMES = "<tr><th>Nom de la collectivité territoriale</th><th></th></tr>"


def _names(*cells: str) -> tuple[list[str | None], bool]:
    """Give the names of French authorities of a table of such cells, and whether one of those is in doubt."""
    rows = "".join(f"<tr><td>{cell}</td><td></td></tr>" for cell in cells)
    record = read(f"{NAMES}<table>{HEAD_OF_NAMES}{rows}</table>")
    return [row.name for row in record.french_authorities], IssueCode.AMBIGUOUS_CELLS in codes(record)


def test_a_line_break_in_one_of_several_names_leaves_no_doubt() -> None:
    assert _names("Ville de X", "Région<br>Y") == (["Ville de X", "Région Y"], False)


def test_a_line_that_goes_on_with_a_small_letter_is_no_row_of_its_own() -> None:
    assert _names("Communauté de communes<br>de la Vallée") == (["Communauté de communes de la Vallée"], False)


def test_the_lines_of_a_lone_row_may_be_several_names() -> None:
    assert _names("Ville de X<br>Région Y") == (["Ville de X Région Y"], True)


@pytest.mark.parametrize("again", [True, False])
def test_a_header_in_a_table_of_its_own_is_that_of_the_table_behind_it(again: bool) -> None:
    for label, header, rows in (
        ("Partenaires étrangers du partenariat", "Nom de la collectivité étrangère|Pays", ["Fada|Mali", "Y|Niger"]),
        (
            "Collectivités territoriales partenaires du partenariat",
            "Nom de la collectivité territoriale|",
            ["X|", "Y|"],
        ),
    ):
        head = "".join(f"<th>{name}</th>" for name in header.split("|"))
        body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in rows)
        second = f"<div><table>{f'<tr>{head}</tr>' if again else ''}{body}</table></div>"
        record = read(f"<h3>{label}</h3><div><table><tr>{head}</tr></table></div>{second}")
        said = [row.name for row in record.foreign_partners] + [row.name for row in record.french_authorities]
        assert (said, record.unread) == ([row.split("|")[0] for row in rows], [])


def test_a_table_of_other_width_behind_an_empty_one_is_not_its_body() -> None:
    head = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th></tr>"
    other = "<table><tr><td>un</td><td>deux</td><td>trois</td></tr></table>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table>{head}</table>{other}")
    assert (record.foreign_partners, "trois" in str(record.unread)) == ([], True)


def test_a_table_that_begins_with_headers_is_not_the_body_of_an_empty_one() -> None:
    head = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th></tr>"
    other = "<table><tr><th>Volet</th><th>Année</th></tr><tr><td>Eau</td><td>2019</td></tr></table>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table>{head}</table>{other}")
    assert (record.foreign_partners, "2019" in str(record.unread)) == ([], True)


def test_the_names_of_other_columns_behind_an_empty_table_are_none_of_its_rows() -> None:
    head = "<tr><td>Nom de la collectivité étrangère</td><td>Pays</td></tr>"
    other = "<table><tr><td>Volontaires (VSI)</td><td>Mission</td></tr></table>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table>{head}</table>{other}")
    assert (record.foreign_partners, "VSI" in str(record.unread)) == ([], True)


@pytest.mark.parametrize("scope", ["", " scope=row"])
@pytest.mark.parametrize("names", [["Brumeval"], ["Brumeval", "Tilliac"]])
def test_a_first_cell_that_heads_its_row_is_no_header_of_a_table_on_its_side(scope: str, names: list[str]) -> None:
    rows = "".join(
        f"<tr><th{scope}>{name}</th><td><a href='https://example.org/{name}'><img></a></td></tr>" for name in names
    )
    header = "<tr><th>Nom de la collectivité territoriale</th><th>&nbsp;</th></tr>"
    record = read(f"<h3>Collectivités territoriales partenaires du partenariat</h3><table>{header}{rows}</table>")
    assert [(each.name, each.link) for each in record.french_authorities] == [
        (name, f"https://example.org/{name}") for name in names
    ]
    goals = "".join(f"<tr><th{scope}>{number} - But</th><td>2</td></tr>" for number, _ in enumerate(names, 6))
    header = "<tr><th>Thématique éligible</th><th></th></tr>"
    record = read(f"<h3>Objectifs de développement durable - ODD</h3><table>{header}{goals}</table>")
    assert [(each.goal, each.level) for each in record.sdgs] == [(6, 2), (7, 2)][: len(names)]


@pytest.mark.parametrize("title", ["<div><div>{}</div></div>", "<h3>{}</h3>"])
@pytest.mark.parametrize("names", [["Brumeval"], ["Brumeval", "Tilliac"], ["Brumeval", "Tilliac", "Vaubrun"]])
def test_a_list_of_pages_below_rows_of_boxes_is_no_row_of_theirs(names: list[str], title: str) -> None:
    rows = "".join(
        f"<div>{''.join(f'<div>{cell}</div>' for cell in row)}</div>"
        for row in [("Nom de la collectivité étrangère", "Pays"), *((name, "Mali") for name in names)]
    )
    pages = "<ul><li><span>&lt; Précédent</span></li><li><span>1</span></li><li><span>Suivant &gt;</span></li></ul>"
    heading = title.format("Partenaires étrangers du partenariat")
    record = read(f"<div>{heading}<div><div>{rows}</div>{pages}</div></div>")
    assert [(each.name, each.country) for each in record.foreign_partners] == [(name, "Mali") for name in names]


@pytest.mark.parametrize("note", ["(1)", "1", "[1]", "a", "*"])
def test_the_sign_of_a_note_is_no_part_of_a_header(note: str) -> None:
    header = f"<th>Nom de la collectivité étrangère<sup><a href='#n1'>{note}</a></sup><th>Pays"
    rows = f"<table><tr>{header}</tr><tr><td>Dosso<td>Niger</tr></table>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{rows}<p id=n1>{note} Au 1er janvier.</p>")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger")]
    assert [each.text for each in record.unread] == [f"{note} Au 1er janvier."]


@pytest.mark.parametrize("header", ["Actions", "", "<a href='?tri'>Trier</a>"])
@pytest.mark.parametrize("words", ["Voir la fiche", "Consulter"])
def test_a_column_of_links_with_the_sites_words_has_the_links_of_the_rows(header: str, words: str) -> None:
    head = f"<tr><th>Nom de la collectivité étrangère<th>Pays<th>{header}</tr>"
    rows = "".join(f"<tr><td>{name}<td>Mali<td><a href='/p?id={name}'>{words}</a></tr>" for name in ("Gao", "Kayes"))
    table = f"<table>{head}{rows}<tr><td>Ségou<td>Mali<td></tr></table>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{table}", url="https://example.org/a?criteres.prjId=7")
    said = [(each.name, each.link) for each in record.foreign_partners]
    assert said == [
        ("Gao", "https://example.org/p?id=Gao"),
        ("Kayes", "https://example.org/p?id=Kayes"),
        ("Ségou", None),
    ]
    assert (record.unread, IssueCode.UNKNOWN_COLUMN in codes(record)) == ([], False)


@pytest.mark.parametrize("behind", [" (suite)", " – suite", " (suite et fin)", ""])
@pytest.mark.parametrize("foot", ["", "<p>Page 2 / 4</p>"])
def test_a_table_that_goes_on_below_its_title_once_more_is_one(behind: str, foot: str) -> None:
    title = "Partenaires étrangers du partenariat"
    first, second = (
        table(title, "Nom de la collectivité étrangère|Pays", part) for part in ("Dosso|Niger", "Kayes|Mali")
    )
    record = read(f"<div>{first}{foot}</div><div>{second.replace(title, title + behind, 1)}</div>")
    assert [each.name for each in record.foreign_partners] == ["Dosso", "Kayes"]
    assert record.unread == []


@pytest.mark.parametrize("header", ["Nom<br>de la collectivité territoriale", "<b>Nom</b> du financeur"])
def test_the_header_of_another_table_is_no_value_of_a_column_that_it_begins_with(header: str) -> None:
    names = "<tr><th>Nom de la collectivité étrangère<th>Nom<th>Prénom<th>Fonction<th>Courriel</tr>"
    first, last = "<tr><td>Gao<td>ROY<td>Ada<td><td></tr>", "<tr><td>Ségou<td><td><td><td></tr>"
    rows = f"{first}<tr><td>{header}<td><td><td><td></tr>{last}"
    record = read(f"<h3>Contacts dans les partenaires étrangers du partenariat</h3><table>{names}{rows}</table>")
    assert [(each.organisation, each.last_name) for each in record.foreign_contacts] == [
        ("Gao", "ROY"),
        ("Ségou", None),
    ]
