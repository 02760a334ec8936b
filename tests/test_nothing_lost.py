"""Nothing of a page is lost: what is not taken is ignored for a reason that counts, or kept."""

import pytest
from fragments import HEAD, codes, page, page_of, page_of_funding, read, table

from atlas_scraper import parse
from atlas_scraper.pipeline import read as read_with_frame
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Partnership

POST = '<h3>Contacts dans le poste diplomatique "Ambassade de France au Niger"</h3>'
ROLE = "<p>Correspondant coopération décentralisée</p><p>Zoé X</p>"
CONTACTS = "Contacts dans les partenaires étrangers du partenariat"
HEADERS = "Nom de la collectivité étrangère|Nom|Prénom|Fonction|Courriel"
VOLUNTEERS = (
    "<table><tr><th>Nom</th><th>Prénom</th><th>Mission</th></tr><tr><td>X</td><td>Ana</td><td>Eau</td></tr></table>"
)


def with_post(block: str) -> Partnership:
    return parse(page(above=POST + block).encode())


def addresses(record: Partnership) -> list[str | None]:
    return [contact.email for contact in record.post.contacts] if record.post else []


@pytest.mark.parametrize("href", ["#", "#haut", "javascript:void(0)", "javascript:;", ""])
def test_a_value_in_a_link_that_leads_nowhere_is_a_value(href: str) -> None:
    record = with_post(f'{ROLE}<p>Courriel : <a href="{href}">zoe[at]example.org</a></p>')
    assert addresses(record) == ["zoe@example.org"]


def test_a_word_in_a_link_that_leads_nowhere_stays_in_its_text() -> None:
    assert read("<h3>Contexte</h3><p>Fin <a href='#'>2008</a></p>").context == ["Fin 2008"]


def test_what_the_sites_links_say_is_no_part_of_a_value_wherever_they_lead() -> None:
    record = read("<h3>Contexte</h3><p>Un. <a href='/modifier.html'>Modifier</a></p>")
    assert (record.context, record.unread) == (["Un."], [])


@pytest.mark.parametrize(
    "value",
    [
        "Education, Social et <a href='?t'>Recherche</a>",
        "<a href='?t'>Education, Social et <b>Recherche</b></a>",
        "<a href='?e'>Education</a>, <a href='?s'>Social</a> et <a href='?t'>Recherche</a>",
        "<a href='#'>Education, Social et <span>Recherche</span></a> <a href='/m'>Modifier</a>",
    ],
)
def test_a_word_of_the_sites_menu_that_ends_a_value_is_of_it(value: str) -> None:
    theme = "<h3>Thématique d'intervention</h3><p>{}</p>"
    record = parse(page(head=HEAD.replace(theme.format(""), theme.format(value))).encode())
    assert record.theme
    assert (record.theme.theme, codes(record)) == ("Education, Social et Recherche", [])


def test_a_table_behind_the_box_of_the_labels_is_read() -> None:
    last = "<h3>Volontaires impliqués dans le partenariat</h3></main>"
    html = page("").replace(last, f"{last}<div>{VOLUNTEERS}</div><div><p>Pied de page</p></div>")
    record = parse(html.encode())
    assert ([row.last_name for row in record.volunteers], record.unread) == (["X"], [])


def test_a_section_in_what_the_page_calls_its_footer_is_read() -> None:
    last = "<h3>Volontaires impliqués dans le partenariat</h3></main>"
    html = page("").replace(last, f"</main><footer>{last.removesuffix('</main>')}{VOLUNTEERS}</footer>")
    assert [row.last_name for row in parse(html.encode()).volunteers] == ["X"]


def test_text_above_the_first_label_is_kept() -> None:
    record = parse(page(above="<p>Cette fiche sera remplacée en juin.</p>").encode())
    assert [unread.text for unread in record.unread] == ["Cette fiche sera remplacée en juin."]


def test_a_heading_that_says_the_title_once_more_is_no_news() -> None:
    assert parse(page(above="<h1>Un jumelage</h1>").encode()).unread == []


@pytest.mark.parametrize("mark", ["b", "strong", "em", "span class=current"])
def test_a_page_number_that_stands_out_makes_no_label_of_the_paginator(mark: str) -> None:
    rows = table("Partenaires étrangers du partenariat", "Nom de la collectivité étrangère|Pays", "Dosso|Niger")
    number = f"<{mark}>1</{mark.split(maxsplit=1)[0]}>"
    pager = f"<p><a href='?p=1'>&lt;&lt;</a> {number} <a href='?p=2'>2</a> <a>Suivant &gt;</a></p>"
    record = read(rows + pager)
    assert (codes(record), record.unread) == ([IssueCode.MISSING_ROWS], [])


@pytest.mark.parametrize("hidden", ["hidden", "style='display:none'", "aria-hidden=true"])
@pytest.mark.parametrize("name", ["aria-labelledby=t{0}", "id=p{0} data-x=1"])
def test_a_pane_that_a_script_shows_is_read_under_the_name_of_its_tab(hidden: str, name: str) -> None:
    tabs = "".join(
        f"<li><a role=tab id=t{n} href='#p{n}' aria-controls=p{n}>{label}</a></li>"
        for n, label in enumerate(("Contexte", "Historique"))
    )
    panes = "".join(f"<div role=tabpanel {name.format(n)} {hidden}><p>Texte {n}.</p></div>" for n in (0, 1))
    record = read(f"<ul role=tablist>{tabs}</ul>{panes}")
    assert (record.context, record.history, record.unread) == (["Texte 0."], ["Texte 1."], [])


def test_what_is_hidden_for_good_is_not_read() -> None:
    assert read("<h3>Contexte</h3><p>Un.</p><div style='display:none'><p>Deux.</p></div>").context == ["Un."]


def test_an_unlisted_label_behind_an_empty_field_is_none_of_its_values() -> None:
    pairs = (
        "Titre|Un jumelage|Thématique d'intervention|Economie durable|Sous-thématique d'intervention|X|"
        "Sous-sous-thématique d'intervention||Mots-clés|eau|Année de début du partenariat|2012|"
        "Le partenariat est|En cours|Date de fin du partenariat||Budget|9|Contexte|Un.|Historique||"
        "Objectif du partenariat||Description détaillée du partenariat|"
    ).split("|")
    both = zip(pairs[::2], pairs[1::2], strict=True)
    listed = "".join(f"<dt>{label}" + (f"<dd>{value}" if value else "") for label, value in both)
    record = parse(f"<html><body><dl>{listed}</dl></body></html>".encode())
    assert record.theme is not None
    assert (record.theme.subsubtheme, record.end_date) == (None, None)
    assert [(unread.label, unread.text) for unread in record.unread] == [("Mots-clés", "eau"), ("Budget", "9")]


def test_a_row_without_any_value_is_no_row() -> None:
    record = read(
        page_of_funding(
            "<td>&nbsp;<td><td><td><td><td>", "<td>-<td><td><td><td><td>", "<td>Brest<td>9<td><td><td><td>2017"
        )
    )
    assert [row.funder for row in record.funding] == ["Brest"]


def test_a_row_of_which_nothing_can_be_read_stays_as_text() -> None:
    record = read(page_of_funding("<td><td>beaucoup<td><td><td><td>2010-2012"))
    assert (record.funding, [unread.text for unread in record.unread]) == ([], ["beaucoup | 2010-2012"])


def test_a_block_that_a_heading_opens_by_script_is_read() -> None:
    hidden = "<h3 onclick=\"toggle('c1')\">Contexte</h3><div id=c1 style='display:none'><p>Un.</p></div>"
    assert read(hidden).context == ["Un."]


def test_a_page_that_shows_itself_only_to_scripts_is_read() -> None:
    assert parse(page("").replace("<body>", "<body style='visibility:hidden'>").encode()).title == "Un jumelage"


@pytest.mark.parametrize("void", ["wbr", "wbr/", "source src=x", "track"])
def test_an_element_that_is_never_closed_swallows_nothing(void: str) -> None:
    head = "<tr><th>Nom de la collectivité étrangère<th>Pays"
    rows = f"<table>{head}<tr><td>Dos<{void}>so<td>Niger<tr><td>Kita<td>Mali</table>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{rows}")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Kita", "Mali")]


@pytest.mark.parametrize("bilan", ["Bilan <sup>(1)</sup>", "Bilan <em>(1)</em>"])
def test_an_unlisted_label_may_hold_an_element(bilan: str) -> None:
    labels = ("Contexte", bilan, "Historique", "Objectif du partenariat", "Description détaillée du partenariat")
    rows = "".join(f"<tr><th>{label}</th><td>Texte {n}.</td></tr>" for n, label in enumerate(labels))
    record = read(f"<table>{rows}</table>")
    assert (record.context, [unread.label for unread in record.unread]) == (["Texte 0."], ["Bilan (1)"])


def test_cards_of_headers_and_values_are_rows() -> None:
    card = "<div class=card><dl><dt>Nom de la collectivité étrangère<dd>{0}<dt>Pays<dd>{1}</dl></div>"
    cards = card.format("Dosso", "Niger") + card.format("Kita", "Mali")
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{cards}")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Kita", "Mali")]


def test_a_remark_behind_an_empty_table_of_boxes_is_no_row() -> None:
    header = "<div><div><div>Nom</div><div>Prénom</div><div>Mission</div></div></div>"
    record = read(f"<h3>Volontaires impliqués dans le partenariat</h3>{header}<p>Fiche relue en 2019.</p>")
    assert (record.volunteers, [unread.text for unread in record.unread]) == ([], ["Fiche relue en 2019."])


def test_a_heading_of_the_post_with_nothing_below_is_a_post_without_contacts() -> None:
    record = with_post("")
    assert record.post is not None
    assert (record.post.name, record.post.contacts) == ("Ambassade de France au Niger", [])


@pytest.mark.parametrize("lone", ["", "<tr><td colspan=2>Courriel :</td></tr>"])
def test_a_post_laid_out_in_a_table_is_read_whatever_spans_it(lone: str) -> None:
    rows = "<tr><td>Correspondant coopération décentralisée</td><td>Ana X</td></tr>"
    rows += f"<tr><td colspan=2>Courriel : a[at]example.org</td></tr>{lone}"
    assert addresses(with_post(f"<table>{rows}</table>")) == ["a@example.org"]


@pytest.mark.parametrize("place", ["before", "alone"])
def test_a_lone_column_name_in_a_row_that_spans_the_table_refuses_no_page(place: str) -> None:
    row = "".join(f"<td>{cell}</td>" for cell in "Dosso|X|Ana|Maire|a@example.org".split("|"))
    header = "".join(f"<th>{cell}</th>" for cell in HEADERS.split("|"))
    whole = f"<tr>{header}</tr><tr><td colspan=5>Courriel :</td></tr><tr>{row}</tr>"
    rows = whole if place == "before" else "<tr><td colspan=5>Courriel :</td></tr>"
    record = read(f"<h3>{CONTACTS}</h3><table>{rows}</table>")
    assert [person.last_name for person in record.foreign_contacts] == (["X"] if place == "before" else [])
    assert [unread.text for unread in record.unread] == ([] if place == "before" else ["Courriel :"])


@pytest.mark.parametrize(("answer", "triennial"), [("Non", False), ("Oui", True)])
@pytest.mark.parametrize("pair", ["<h3>{0}</h3><p>{1}</p>", "<dl><dt>{0}</dt><dd>{1}</dd></dl>"])
def test_a_question_whether_it_is_triennial_is_answered_below_it(pair: str, answer: str, triennial: bool) -> None:
    heading = "<h3>Collectivités territoriales partenaires du partenariat</h3>"
    assert read(heading + pair.format("Le partenariat est triennal", answer)).triennial is triennial


@pytest.mark.parametrize("prefix", ["https://archive.example/web/2016id_/", "https://archive.example/web/2016/"])
@pytest.mark.parametrize("is_rewritten", [False, True])
def test_the_links_of_a_captured_page_belong_to_the_captured_host(prefix: str, is_rewritten: bool) -> None:
    origin = "https://example.org"
    link = f"/web/2016/{origin}/p?criteres.id=3" if is_rewritten else "/p?criteres.id=3"
    rows = f"<tr><th>Nom de la collectivité étrangère<th>Pays<th><tr><td>Dosso<td>Niger<td><a href='{link}'></a>"
    record = read(
        f"<h3>Partenaires étrangers du partenariat</h3><table>{rows}</table>",
        url=f"{prefix}{origin}/cncdext/dyn/public/atlas/detailProjet.html?criteres.prjId=7",
    )
    assert (record.project_id, record.foreign_partners[0].link) == (7, f"{origin}/p?criteres.id=3")


def test_a_page_that_goes_on_behind_its_end_tags_is_read_to_its_end() -> None:
    html = page("<h3>Contexte</h3><p>Un.</p><h3>Historique</h3><p>Deux.</p>")
    cut = html.replace("<h3>Historique", "</body></html><h3>Historique")
    assert parse(cut.encode()).history == ["Deux."]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>Un.<span style='display:none'> Encore zuvabi.</span></p>",
        "<p>Un.</p><div hidden><p>Encore</p><p>zuvabi</p></div>",
        "<style>.plus{display:none}</style><p>Un.</p><p class=plus>Encore zuvabi.</p>",
        "<table><tr><td>Un.</td></tr><tr style='display:none'><td>Encore zuvabi</td></tr></table>",
        "<p>Un.</p><noscript><p>Encore zuvabi</p></noscript>",
        "<p>Un.</p><template><p>Encore zuvabi</p></template>",
        "<p>Un.</p><object data=a.swf><p>Encore zuvabi</p></object>",
        "<p>Un. <svg><title>Dessin</title><g><text>Encore zuvabi</text></g></svg></p>",
        "<p>Un.</p><p><canvas>Encore zuvabi</canvas></p>",
        "<p>Un.</p><video><source src=a.mp4><p>Encore zuvabi</p></video>",
    ],
)
def test_what_is_hidden_in_the_content_is_unread(markup: str) -> None:
    record = read(f"<h3>Contexte</h3>{markup}<h3>Historique</h3><p>Né.</p>")
    assert record.context == ["Un."]
    assert ["zuvabi" in each.text for each in record.unread] == [True]
    assert codes(record) == [IssueCode.UNREAD_TEXT]


@pytest.mark.parametrize(
    "markup",
    [
        "<span hidden>Un.</span>",
        "<script>var encore = 'un mot'</script>",
        "<template><p>Voir plus</p></template>",
        "<svg><title>Encore un mot</title><path d='M0 0'/></svg>",
        "<iframe src=carte.html>Encore un mot</iframe>",
        "<dialog><p>Encore un mot ?</p></dialog>",
        "<span aria-hidden=true>expand_more</span>",
        "<span hidden>Voir plus</span>",
        "<div hidden><select><option>Encore un mot</select></div>",
    ],
)
def test_what_is_hidden_and_says_nothing_of_the_record_is_no_noise(markup: str) -> None:
    record = read(f"<h3>Contexte</h3><p>Un.</p>{markup}<h3>Historique</h3><p>Né.</p>")
    assert (record.context, record.unread, codes(record)) == (["Un."], [], [])


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_what_is_struck_out_is_no_part_of_a_value_and_yet_said(tag: str) -> None:
    record = read(f"<h3>Contexte</h3><p>Un <{tag}>vieux</{tag}> puits.</p>")
    assert record.context == ["Un puits."]
    assert [each.text for each in record.unread] == ["vieux"]


def test_a_page_that_never_ends_what_it_strikes_out_is_read() -> None:
    assert read("<s><h3>Contexte</h3><p>Un puits.</p></s>").context == ["Un puits."]


@pytest.mark.parametrize("cell", ["td", "th"])
def test_what_a_hidden_cell_of_a_shown_row_says_is_said(cell: str) -> None:
    rows = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th></tr><tr><td>X</td><td>Mali</td>{0}</tr>"
    hidden = f'<{cell} style="display:none">ne pas publier</{cell}>'
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table>{rows.format(hidden)}</table>")
    assert [(partner.name, partner.country) for partner in record.foreign_partners] == [("X", "Mali")]
    assert [each.text for each in record.unread] == ["ne pas publier"]


@pytest.mark.parametrize("card", ['<div class="t">{0}</div><div class="v">{1}</div>', "<div>{0}</div><div>{1}</div>"])
def test_an_unlisted_card_behind_an_empty_one_is_none_of_its_values(card: str) -> None:
    def written(name: str, value: str) -> str:
        inside = card.format(name, value)
        return f"<div>{inside if value else inside[: inside.rindex('<div')]}</div>"

    labels = page_of(written, title="A", contexte="Un.", historique="Deux.")
    labels = labels.replace(written("Année de début du partenariat", ""), "")
    empty = written("Sous-thématique d'intervention", "")
    record = parse(f"<main>{labels.replace(empty, empty + written('Mots-clés', 'eau'))}</main>".encode())
    assert (record.title, record.theme, record.context) == ("A", None, ["Un."])
    assert [(each.label, each.text) for each in record.unread] == [("Mots-clés", "eau")]


def test_what_is_hidden_around_the_content_is_checked_across_pages() -> None:
    hidden = "<html><body><div hidden>Encore un mot</div>" + page("<h3>Contexte</h3><p>Un.</p>")
    read_page = read_with_frame(hidden.encode())
    assert (read_page.record.unread, read_page.frame) == ([], ("Encore un mot",))


def test_a_value_on_the_line_of_its_label_is_one_where_most_labels_have_theirs_in_boxes_below() -> None:
    beside = {"Le partenariat est": "En cours", "Date de fin du partenariat": "31/12/2030", "Titre": "Un jumelage"}

    def pair(label: str, _: str) -> str:
        value = beside.get(label)
        label = f"<p>{label} <a href='#aide'><img src=aide.png alt=''></a>"
        return f"{label} {value}</p>" if value else f"{label}</p><div><div><p>Rien.</p></div></div>"

    record = parse(page_of(pair).encode())
    assert (record.status_label, str(record.end_date), record.title) == ("En cours", "2030-12-31", "Un jumelage")


@pytest.mark.parametrize("around", ["{}", "<rp>(</rp>{}<rp>)</rp>", "<rtc>{}</rtc>"])
def test_an_annotation_above_words_is_part_of_no_label_and_no_value_and_yet_said(around: str) -> None:
    note = around.format("<rt>dit-on</rt>")
    record = read(f"<h3><ruby>Contexte{note}</ruby></h3><p>Un <ruby><rb>vieux</rb>{note}</ruby> puits.</p>")
    assert (record.context, {each.text for each in record.unread}) == (["Un vieux puits."], {"dit-on"})


def test_an_annotation_in_a_table_is_part_of_no_header_and_no_cell_and_yet_said() -> None:
    rows = (
        "Nom de la collectivité étrangère|<ruby>Pays<rt>country</rt></ruby>",
        "<ruby>Fada<rt>N'Gourma</rt></ruby>|Mali",
    )
    record = read(table("Partenaires étrangers du partenariat", *rows))
    assert [(row.name, row.country) for row in record.foreign_partners] == [("Fada", "Mali")]
    assert [each.text for each in record.unread] == ["country", "N'Gourma"]


@pytest.mark.parametrize("value", ["<button>Jumelage</button>", "<a href='#'>Jumelage</a>"])
def test_one_word_that_may_be_a_value_or_open_the_dialog_behind_it_is_said(value: str) -> None:
    field = "<div class=row><div class=l>{0}</div><div class=v>{1}</div></div>"
    dialog = f"<div role=dialog hidden>{field.format('Suivi', 'annuel')}</div>"
    html = page_of(field.format, title="Un jumelage", start_year="2017", status="En cours")
    label = "Votre partenariat prend la forme d'un(e)"
    html = html.replace(field.format(label, ""), field.format(label, value) + dialog)
    record = parse(html.encode())
    assert (record.form, [(each.label, each.text) for each in record.unread]) == (
        None,
        [("Suivi", "annuel"), (None, "Jumelage")],
    )


@pytest.mark.parametrize("hidden", ["aria-hidden=true", "style='display: none'"])
@pytest.mark.parametrize("contacts", ["", ROLE])
def test_a_hidden_heading_that_names_the_post_is_said(hidden: str, contacts: str) -> None:
    record = parse(page(above=f"<div {hidden}>{POST}{contacts}</div>").encode())
    assert [unread.text.partition(" Corr")[0] for unread in record.unread] == [
        'Contacts dans le poste diplomatique "Ambassade de France au Niger"'
    ]
