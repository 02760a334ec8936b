"""What other developers would write, and what a review of the parser found."""

import pytest
from fragments import HEAD, HEAD_OF_TEXT, LABELS, codes, page, page_of, page_of_funding, read, read_text, table

from atlas_scraper import NotARecord, parse
from atlas_scraper.record.issues import IssueCode


def test_a_tooltip_within_a_label_is_no_value() -> None:
    record = read("<h3>Contexte <span role=tooltip>Saisi par la collectivité</span></h3><p>Un.</p>")
    assert record.context == ["Un."]


def test_a_bold_first_word_of_a_paragraph_is_no_label() -> None:
    text = "<strong>Kayes</strong> attend."
    labels = page_of(lambda label, value: f"<p><strong>{label} :</strong></p><p>{value}</p>", title="A", contexte=text)
    assert parse(labels.encode()).context == ["Kayes attend."]


def test_what_buttons_say_beside_a_value_is_no_part_of_it() -> None:
    record = read("<h3>Année de début du partenariat</h3><p>2017 <a href='#edit'>Modifier</a></p>")
    assert record.start_year == 2017


def test_a_value_in_a_table_of_its_own_is_a_value() -> None:
    row = "<table><tr><td>Contexte</td><td><img></td><td><table><tr><td>Un.</td></tr></table></td></tr></table>"
    assert read(row).context == ["Un."]


def test_labels_that_share_a_control_take_their_values_in_the_page_s_order() -> None:
    fields = page_of(
        lambda label, value: f'<label for=x>{label}</label><input id=x value="{value}">',
        title="A",
        start_year="2017",
        status="En cours",
    )
    record = parse(fields.encode())
    assert (record.title, record.start_year, record.status_label) == ("A", 2017, "En cours")


@pytest.mark.parametrize(
    "words",
    [
        "Aucun partenaire enregistré",
        "AUCUNE DONNÉE",
        "Pas d’activité",
        "Néant.",
        "Sans objet",
        "vide",
        "Non renseigné",
        "Il n'y a pas de partenaire",
        "Nous n’avons rien reçu",
        "– –",
    ],
)
def test_a_row_that_says_there_are_none_is_no_row(words: str) -> None:
    message = f"<tr><td colspan=2>{words}</td></tr>"
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
    record = parse(page(above=rows).encode())
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
    assert parse(page(head=HEAD.replace("Un jumelage", title)).encode()).title == title


def test_a_reworded_heading_of_the_post_loses_nobody() -> None:
    post = "<h3>Correspondants à l'ambassade</h3><p>Correspondant coopération décentralisée</p><p>Ana X</p>"
    record = parse(page(above=post).encode())
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
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{block}").encode())
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
    authorities = "<h3>Collectivités territoriales partenaires du partenariat</h3>"
    record = read(f"<h3>Contexte</h3><p>Un.</p>{authorities}<p><b>Le partenariat est triennal</b> : {answer}</p>")
    assert record.triennial is triennial


@pytest.mark.parametrize("words", ["Bénéficiaires", "(sur trois ans)"])
@pytest.mark.parametrize(
    ("sentence", "answer", "triennial"),
    [("n'est pas", "Non", False), ("n'est pas", "Oui", False), ("est", "Oui", True), ("est", "Non", None)],
)
def test_an_answer_behind_other_words_may_be_to_those(
    words: str, sentence: str, answer: str, triennial: bool | None
) -> None:
    authorities = "<h3>Collectivités territoriales partenaires du partenariat</h3>"
    lines = f"<p>Le partenariat {sentence} triennal</p><p>{words}</p><p>{answer}</p>"
    record = read(f"<h3>Contexte</h3><p>Un.</p>{authorities}{lines}")
    assert (record.triennial, [each.text for each in record.unread]) == (triennial, [f"{words}\n{answer}"])
    assert (IssueCode.UNREADABLE_VALUE in codes(record)) is (triennial is None)


def test_text_straight_in_a_table_is_kept() -> None:
    rows = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th></tr>Nota bene<tr><td>Dosso<td>Niger"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table>{rows}</table>")
    assert [each.text for each in record.unread] == ["Nota bene"]


def test_a_list_of_partnerships_is_no_record() -> None:
    one = "<dl><dt>Titre<dd>Jumelage<dt>Année de début du partenariat<dd>2017<dt>Le partenariat est<dd>En cours</dl>"
    with pytest.raises(NotARecord, match="list"):
        parse(f"<html><body>{one * 3}</body></html>".encode())


def test_help_within_a_label_element_is_no_value() -> None:
    fields = page_of(
        lambda label, value: f"<p><label>{label} <small>Saisi en ligne</small></label><span>{value}</span></p>",
        title="A",
        start_year="2017",
    )
    record = parse(fields.encode())
    assert (record.title, record.start_year) == ("A", 2017)


@pytest.mark.parametrize("tag", ["h3", "dt", "div"])
@pytest.mark.parametrize("label", ["<abbr>Bilan</abbr> du projet (1)", "<b>B</b>ilan du projet (1)"])
def test_an_unlisted_label_may_begin_with_a_stretch_of_its_own(tag: str, label: str) -> None:
    bilan = f"<{tag}>{label}</{tag}><p>Bon.</p>"
    labels = page_of(lambda name, value: f"<{tag}>{name}</{tag}><p>{value}</p>", title="A", contexte="Un.")
    record = parse(labels.replace(f"<{tag}>Historique", f"{bilan}<{tag}>Historique").encode())
    assert record.context == ["Un."]
    assert [(each.label, each.text) for each in record.unread] == [("Bilan du projet (1)", "Bon.")]


def test_a_value_in_a_stretch_of_its_own_is_no_label() -> None:
    labels = page_of(lambda name, value: f"<div>{name}</div><div><b>{value}</b></div>", title="A", start_year="2017")
    record = parse(labels.encode())
    assert (record.title, record.start_year, record.unread) == ("A", 2017, [])


def test_prose_with_a_colon_is_prose_where_only_a_colon_tells_labels() -> None:
    prose = "Deux villes : Brest et Saponé.</p><p>Public visé : les jeunes.</p><p>https://example.org/a"
    labels = page_of(lambda name, value: f"<p>{name} : {value}</p>", title="A", start_year="2017", status="En cours")
    record = parse(labels.replace("Contexte : </p>", f"Contexte :</p><p>{prose}</p>").encode())
    assert record.context == ["Deux villes : Brest et Saponé.", "Public visé : les jeunes.", "https://example.org/a"]
    assert record.unread == []


def test_a_heading_that_an_author_typed_is_prose_where_only_a_colon_tells_labels() -> None:
    prose = "Objectifs locaux :</p><p>un puits</p><p>Publics :</p><p>tous"
    labels = page_of(lambda name, value: f"<p>{name} : {value}</p>", title="A", start_year="2017", status="En cours")
    record = parse(labels.replace("Contexte : </p>", f"Contexte :</p><p>{prose}</p>").encode())
    assert (record.context, record.unread) == (["Objectifs locaux :", "un puits", "Publics :", "tous"], [])


@pytest.mark.parametrize("box", ["p", "div", "section"])
def test_a_box_in_each_cell_hides_no_column(box: str) -> None:
    row = "<tr><td><{0}>{1}</{0}></td><td>{2}</td></tr>"
    labels = page_of(
        lambda name, value: row.format(box, name, f"<{box}>{value}</{box}>" if value else ""),
        title='<a href="#">A</a>', start_year="2017", status="En cours",
    )  # fmt: skip
    record = parse(f"<table>{labels}</table>".encode())
    assert (record.title, record.start_year, record.status_label, record.unread) == ("A", 2017, "En cours", [])


@pytest.mark.parametrize("label", ["<b>Contexte :</b> ", "<b>Contexte</b> : ", "Contexte : "])
@pytest.mark.parametrize("sign", ["-", "–", "*", "•"])
def test_a_bullet_right_behind_a_label_stays(label: str, sign: str) -> None:
    labels = page_of(lambda name, value: f"<p><b>{name} :</b> {value}</p>", title="A", start_year="2017")
    record = parse(labels.replace("<b>Contexte :</b> ", f"{label}{sign} un puits<br>{sign} deux puits").encode())
    assert record.context == [f"{sign} un puits", f"{sign} deux puits"]


@pytest.mark.parametrize(
    "pair",
    [
        "<p><label>{0} <output>{1}</output></label></p>",
        "<table><tr><td>{0}</td><td>:</td><td>{1}</td></tr></table>",
        "<div><span>{0}</span><p>:</p><span>{1}</span></div>",
    ],
)
def test_what_is_no_more_than_a_sign_of_a_value_hides_none(pair: str) -> None:
    labels = page_of(pair.format, title="A", status="En cours", contexte="Un.")
    record = parse(labels.replace(pair.format("Année de début du partenariat", ""), "").encode())
    assert (record.title, record.status_label, record.context, record.unread) == ("A", "En cours", ["Un."], [])


@pytest.mark.parametrize(
    "tile",
    [
        "<div><div>{1}</div><div>{0}</div></div>",
        '<li><strong class="v">{1}</strong><p class="l">{0}</p></li>',
        "<figure><p>{1}</p><p></p><figcaption>{0}</figcaption></figure>",
    ],
)
def test_a_value_may_stand_above_its_label(tile: str) -> None:
    values = {"thématique d'intervention": "Culture et Patrimoine", "contexte": "Un."}
    labels = page_of(tile.format, title="A", status="En cours", **values)
    record = parse(labels.replace(tile.format("Année de début du partenariat", ""), "").encode())
    assert (record.title, record.theme and record.theme.theme) == ("A", "Culture et Patrimoine")
    assert (record.status_label, record.context, record.unread) == ("En cours", ["Un."], [])


def test_a_line_of_the_site_below_the_last_pair_of_a_list_is_no_value_of_one_that_has_none() -> None:
    def pair(label: str, value: str) -> str:
        behind = label.startswith(("Sous-sous", "Votre"))
        return f"<p><b>{label}</b> <i>{value}</i></p>" + "<p><small>Informations revues par nous</small></p>" * behind

    record = parse(f"<main><div>{page_of(pair, title='A', start_year='2017', status='En cours')}</div></main>".encode())
    assert (record.theme, record.form, record.start_year) == (None, None, 2017)
    assert "Informations revues par nous" in str(record.unread)


def test_an_unlisted_pair_alone_in_its_list_is_no_part_of_the_text_above_it() -> None:
    def pair(label: str, value: str) -> str:
        return f"<div class=field><div class=name>{label}</div><div class=said>{value}</div></div>"

    facts = page_of(pair, title="A", start_year="2017", status="En cours")
    head, text = facts.split(pair("Contexte", ""))
    lone = f"<h3>Contexte</h3><p>Un puits.</p><div class=list>{pair('Mots-clés', 'Oui')}</div><div class=list>"
    record = parse(f"<main><div class=list>{head}</div>{lone}{text}</div></main>".encode())
    assert (record.title, record.start_year, record.context) == ("A", 2017, ["Un puits."])
    assert [(each.label, each.text) for each in record.unread] == [("Mots-clés", "Oui")]


def test_of_two_contacts_with_names_above_their_roles_the_first_may_have_none() -> None:
    def pair(label: str, value: str) -> str:
        return f"<div><div>{value}</div><div class=caption>{label}</div></div>"

    first, second = "Correspondant coopération décentralisée", "Conseiller de coopération et d'action culturelle"
    lists = [
        pair(first, "") + pair("Courriel :", ""),
        pair(second, "Ana du Val") + pair("Courriel :", "ana@example.org"),
    ]
    post = "".join(f"<div>{each}</div>" for each in lists)
    facts = page_of(pair, title="A", start_year="2017", status="En cours")
    record = parse(
        f"<main><h3>Contacts dans le poste diplomatique</h3><section>{post}</section><div>{facts}</div></main>".encode()
    )
    assert record.post is not None
    assert [(each.role, each.name, each.email) for each in record.post.contacts] == [
        (second, "Ana du Val", "ana@example.org")
    ]
    assert (record.title, record.start_year, record.status_label, record.unread) == ("A", 2017, "En cours", [])


def test_a_value_may_share_its_box_with_the_label_that_follows() -> None:
    values = {"start_year": "2017", "thématique d'intervention": "Culture et Patrimoine"}
    record = parse(f"<p>{page_of('{0} :</p><p>{1}<br>'.format, title='A', **values)}</p>".encode())
    assert (record.title, record.theme and record.theme.theme) == ("A", "Culture et Patrimoine")
    assert record.start_year == 2017


@pytest.mark.parametrize("attribute", ["data-label", "data-title", "aria-label"])
def test_labels_may_stand_in_an_attribute_of_each_box_and_that_is_said(attribute: str) -> None:
    labels = page_of(lambda name, value: f'<div {attribute}="{name}">{value}</div>', title="A", contexte="Un.")
    record = parse(f"<main>{labels}</main>".encode())
    assert (record.title, record.context, record.unread) == ("A", ["Un."], [])
    assert IssueCode.SECOND_OPINION in codes(record)


@pytest.mark.parametrize("attribute", ["data-label", "aria-label"])
def test_labels_may_stand_in_attributes_where_those_of_tables_and_empty_fields_are_text(attribute: str) -> None:
    values = {"title": "A", "start_year": "2017", "status": "En cours", "contexte": "Un.", "historique": "Deux."}
    box = f'<section {attribute}="{{0}}"><p>{{1}}</p></section>'
    labels = page_of(lambda name, value: (box if value else "<h3>{0}</h3>").format(name, value), **values)
    record = parse(f"<main>{labels}</main>".encode())
    assert (record.title, record.start_year, record.status_label) == ("A", 2017, "En cours")
    assert (record.context, record.history, record.unread) == (["Un."], ["Deux."], [])
    assert IssueCode.SECOND_OPINION in codes(record)


def test_what_attributes_say_is_no_label_where_labels_are_text() -> None:
    labels = page_of(
        lambda name, value: f'<h3 data-label="Aide {name}">{name}</h3><p>{value}</p>', title="A", contexte="Un."
    )
    assert codes(parse(labels.encode())) == []


def test_a_header_over_values_may_hold_an_unlisted_label() -> None:
    labels = page_of(lambda name, value: f"<h3>{name}</h3><p>{value}</p>")
    names = ("Titre", "Thématique d'intervention", "Mots-clés", "Sous-thématique d'intervention")
    head = "".join(f"<th>{name}</th>" for name in names)
    row = "".join(f"<td>{value}</td>" for value in ("A", "Culture et Patrimoine", "eau", "Patrimoine"))
    for name in names:
        labels = labels.replace(f"<h3>{name}</h3><p></p>", "")
    record = parse(f"<table><tr>{head}</tr><tr>{row}</tr></table>{labels}".encode())
    assert (record.title, record.theme and record.theme.subtheme) == ("A", "Patrimoine")
    assert [(each.label, each.text) for each in record.unread] == [("Mots-clés", "eau")]


def test_what_a_mail_link_asks_of_the_mail_is_no_part_of_the_address() -> None:
    contact = "<p>Correspondant coopération décentralisée</p><p>Zoé X</p><p>Courriel : {0}</p>"
    link = '<a href="mailto:zoe@example.org?subject=Jumelage"><img alt=""></a>'
    for address in (link, "mailto:zoe@example.org?subject=Jumelage"):
        heading = '<h3>Contacts dans le poste diplomatique "Ambassade de France au Niger"</h3>'
        record = parse(page(above=heading + contact.format(address)).encode())
        assert record.post is not None
        assert [each.email for each in record.post.contacts] == ["zoe@example.org"]


def test_a_footer_within_the_content_is_no_part_of_the_text_above_it() -> None:
    record = read("<section><h3>Contexte</h3><p>Un.</p><footer>Source : mairie</footer></section>")
    assert record.context == ["Un."]
    assert [each.text for each in record.unread] == ["Source : mairie"]


@pytest.mark.parametrize("between", [" : ", " — ", " - ", "<sup>*</sup> ", " – "])
def test_what_stands_between_a_label_and_its_value_is_no_part_of_it(between: str) -> None:
    labels = page_of(
        lambda name, value: f"<li><strong>{name}</strong>{between}{value}</li>", title="A", start_year="2017"
    )
    record = parse(labels.encode())
    assert (record.title, record.start_year) == ("A", 2017)


@pytest.mark.parametrize("help_sign", ["<button>?</button>", "<a href='#aide'>(?)</a>"])
def test_the_sign_of_a_help_between_a_label_and_its_value_is_no_part_of_it(help_sign: str) -> None:
    labels = page_of(
        lambda name, value: f"<p><span><abbr>{name}</abbr>{help_sign}</span><span>{value}</span></p>",
        title="A",
        start_year="2017",
    )
    record = parse(labels.encode())
    assert (record.title, record.start_year, record.unread) == ("A", 2017, [])


def test_a_text_whose_label_stands_in_a_footer_within_the_content_stands_there_too() -> None:
    record = read("<footer><h3>Contexte</h3><p>Un.</p></footer><footer><h3>Historique</h3><p>Deux.</p></footer>")
    assert (record.context, record.history, record.unread) == (["Un."], ["Deux."], [])
    post = "<h3>Contacts dans le poste diplomatique</h3><p>Correspondant coopération décentralisée</p><p>Ana X</p>"
    record = parse(page(above=f"<footer>{post}</footer>").encode())
    assert record.post is not None
    assert [each.name for each in record.post.contacts] == ["Ana X"]


def test_a_label_whose_words_stand_in_a_stretch_more_is_not_part_of_the_label_before_it() -> None:
    role = "Conseiller de coopération et d'action culturelle"
    first = "<span>Correspondant coopération décentralisée</span> <span>Zoé X</span> "
    pairs = f"{first}<span>{role}</span> <span></span> <span><i>Courriel :</i></span> <span>a[at]example.org</span>"
    record = read(f"<h3>Contacts dans le poste diplomatique « Ambassade »</h3><div>{pairs}</div>")
    assert record.post is not None
    assert [(each.role, each.email) for each in record.post.contacts][1:] == [(role, "a@example.org")]


@pytest.mark.parametrize("line", ["<div>&gt; <b>{0}</b></div><div>&gt; {1}</div>", "&gt; <i>{0}</i> : {1}<br>"])
def test_the_sign_before_each_line_that_a_mail_quotes_is_no_part_of_any(line: str) -> None:
    values = {"title": "A", "start_year": "2017", "status": "En cours", "contexte": "- un puits", "historique": "Deux."}
    said = page_of(line.format, **values)
    for html in (said, f"<p>Voici la page :</p>{said}<p>Bien à vous</p>"):
        record = parse(html.encode())
        assert (record.title, record.start_year, record.status_label) == ("A", 2017, "En cours")
        assert (record.context, record.history) == (["- un puits"], ["Deux."])


def test_a_quoted_text_is_read_without_the_signs_before_its_lines() -> None:
    lines = [*HEAD_OF_TEXT, "Contexte", "- un puits", "Historique", "Deux.", *LABELS[2:]]
    record = parse("\n".join(f"> {line}" for line in lines).encode())
    assert (record.title, record.context, record.history) == ("Un jumelage", ["- un puits"], ["Deux."])


@pytest.mark.parametrize("pair", ["<h4>{0} <small>{1}</small></h4>", "<h3>{0} : <span>{1}</span></h3>"])
def test_values_may_stand_in_the_element_of_their_labels_which_have_no_other(pair: str) -> None:
    values = {"title": "Un jumelage", "start_year": "2017", "status": "En cours", "votre partenariat prend": "Projet"}
    record = parse(page_of(pair.format, **values).encode())
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2017, "En cours")
