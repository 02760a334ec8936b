"""What word processors, CMSs and browsers put around, beside or in place of the words of a page."""

import itertools

import pytest
from fragments import page, page_of, read, table

from atlas_scraper import parse


def test_what_a_word_processor_puts_around_the_name_of_a_town_parts_no_line() -> None:
    town = '<st1:place w:st="on"><st1:City w:st="on">Bamako</st1:City></st1:place>'
    record = read(f"<h3>Contexte</h3><p>Une amitié avec {town}, depuis 1991.<o:p></o:p></p><p>Un puits.</p>")
    assert record.context == ["Une amitié avec Bamako, depuis 1991.", "Un puits."]


@pytest.mark.parametrize("end", ["…", "...", "&hellip;", " […]"])
def test_a_text_that_its_cell_shortens_is_said_whole_by_its_title(end: str) -> None:
    rows = "Nom de la collectivité territoriale", "{}"
    whole = table("Collectivités territoriales partenaires du partenariat", *rows)
    cell = f"<td title='Communauté d&#39;agglomération de X'>Communauté d&#39;a{end}</td>"
    record = read(whole.replace("<td>{}</td>", cell))
    assert [row.name for row in record.french_authorities] == ["Communauté d'agglomération de X"]


@pytest.mark.parametrize("title", ["Voir la fiche", "", "Un pu...", "Un"])
def test_an_ellipsis_is_the_authors_where_no_title_goes_on_behind_it(title: str) -> None:
    assert read(f"<h3>Contexte</h3><p title='{title}'>Un pu...</p>").context == ["Un pu..."]


VALUES = {"title": "Un jumelage", "status": "En cours", "contexte": "Un puits.", "historique": "Depuis 1991."}


def test_the_numbers_of_the_rows_of_pairs_are_part_of_no_value() -> None:
    number = itertools.count(1)
    rows = page_of(lambda *pair: "<tr><td>{}.</td><td>{}</td><td>{}</td></tr>".format(next(number), *pair), **VALUES)
    record = parse(f"<table>{rows}</table>".encode())
    assert (record.title, record.context, record.unread) == ("Un jumelage", ["Un puits."], [])


def test_a_sign_behind_a_value_in_a_cell_of_its_own_is_no_text() -> None:
    rows = page_of("<tr><th>{0}</th><td>{1}</td><td>✔</td></tr>".format, **VALUES)
    record = parse(f"<table>{rows}</table>".encode())
    assert (record.context, record.objective, record.unread) == (["Un puits."], [], [])


def test_a_number_that_is_a_value_beside_its_label_is_one() -> None:
    rows = page_of("<tr><td>{0}</td><td>{1}</td><td></td></tr>".format, **VALUES | {"start_year": "2001"})
    assert parse(f"<table>{rows}</table>".encode()).start_year == 2001


def test_a_link_of_the_site_that_says_its_label_once_more_for_who_cannot_see_is_the_sites() -> None:
    pair = "<div><dt>{0}</dt><dd>{1}</dd><dd><a href='#'>Modifier<span class=x> {0}</span></a></dd></div>"
    record = parse(f"<dl>{page_of(pair.format, **VALUES)}</dl>".encode())
    assert (record.title, record.context, record.objective, record.unread) == ("Un jumelage", ["Un puits."], [], [])


def test_lines_below_each_value_of_a_label_that_is_a_link_are_the_sites_one_above_the_other() -> None:
    def pair(label: str, value: str) -> str:
        said = f"<p>{value}</p><span><div>0 source</div></span>" if value else ""
        return (
            f"<section><h4><a href='/p'>{label}</a></h4>{said}<div><a href='#'>ajouter une valeur</a></div></section>"
        )

    years = VALUES | {"start_year": "2001", "thématique d'intervention": "Culture et Patrimoine"}
    record = parse(page_of(pair, **years).encode())
    assert (record.title, record.context, record.history) == ("Un jumelage", ["Un puits."], ["Depuis 1991."])
    assert (record.objective, record.form, record.unread) == ([], None, [])


def test_a_link_that_says_what_it_leads_to_is_text() -> None:
    record = read("<h3>Contexte</h3><p>Un puits. <a href='/x'>Voir <b>le village</b></a></p>")
    assert record.context == ["Un puits. Voir le village"]


@pytest.mark.parametrize("label", ["<b>{0}.</b>", "<b><span>{0}</span>.</b>", "<i>{0}.</i>"])
def test_a_label_run_in_at_the_head_of_its_text_ends_with_a_full_stop(label: str) -> None:
    pairs = page_of((f"<p>{label} " + "{1}</p>").format, **VALUES)
    unlisted = f"<p>{label.format('Mots-clés')} eau</p>"
    record = parse(pairs.replace("Un puits.</p>", f"Un puits.</p>{unlisted}").encode())
    assert (record.title, record.context, record.history) == ("Un jumelage", ["Un puits."], ["Depuis 1991."])
    assert [(each.label, each.text) for each in record.unread] == [("Mots-clés", "eau")]


def test_a_bold_sentence_of_one_word_is_text_where_labels_are_marked_otherwise() -> None:
    html = "<h3>Contexte</h3><p>Un puits.</p><p><b>Historique.</b> Une école.</p><h3>Historique</h3><p>Né en 1991.</p>"
    record = read(html)
    assert (record.context, record.history) == (["Un puits.", "Historique. Une école."], ["Né en 1991."])


def test_a_help_that_a_button_opens_is_part_of_no_value() -> None:
    button = "<button popovertarget=a>?</button>"
    pair = f"<h4>{{0}} {button}</h4><div id=a popover>Ce champ est saisi par la collectivité.</div><p>{{1}}</p>"
    record = parse(page_of(pair.format, **VALUES).encode())
    assert (record.title, record.context, record.objective) == ("Un jumelage", ["Un puits."], [])


@pytest.mark.parametrize("bullet", ["", "<span>·&nbsp;&nbsp;</span>"])
def test_a_marked_word_that_begins_a_longer_label_is_none_itself_behind_a_bullet_either(bullet: str) -> None:
    pair = f"<p>{bullet}{{0}} : {{1}}</p>"
    html = page_of(pair.format, **VALUES).replace("Contexte : Un puits.", "<abbr>Contexte</abbr> et historique : Deux.")
    record = parse(html.replace(pair.format("Historique", "Depuis 1991."), "").encode())
    assert (record.context_and_history, record.context) == (["Deux."], [])


def test_a_button_that_copies_a_value_is_no_part_of_it() -> None:
    pair = "<dt>{0}</dt><dd>{1} <button type=button>Copier</button></dd>"
    record = parse(f"<dl>{page_of(pair.format, **VALUES)}</dl>".encode())
    assert (record.title, record.context, record.objective, record.unread) == ("Un jumelage", ["Un puits."], [], [])


@pytest.mark.parametrize("pair", ["<p><b>{0}</b>{2} {1}</p>", "<p><b>{0}{2}</b></p><p>{1}</p>", "<p>{0}{2} : {1}</p>"])
def test_the_sign_of_a_note_behind_a_label_is_part_of_neither_it_nor_its_value(pair: str) -> None:
    notes = (f"<sup><a href='#n{number}'>[{number}]</a></sup>" for number in itertools.count(1))
    record = parse(page_of(lambda *both: pair.format(*both, next(notes)), **VALUES).encode())
    assert (record.title, record.context, record.unread) == ("Un jumelage", ["Un puits."], [])


@pytest.mark.parametrize("label", ["{0}", "<abbr>{0}</abbr>", "<abbr>{0}</abbr> :"])
def test_a_sign_in_the_element_of_each_label_is_no_value(label: str) -> None:
    pair = f"<div><b>{label} <span title=aide>ⓘ</span></b><div>{{1}}</div></div>"
    record = parse(page_of(pair.format, **VALUES).encode())
    assert (record.title, record.context, record.unread) == ("Un jumelage", ["Un puits."], [])


@pytest.mark.parametrize(
    "sign", ['<a class="a" href="#x">¶</a>', '<a href="#">#</a>', '<button aria-label="Aide">?</button>']
)
def test_the_sign_of_a_place_or_a_help_is_no_part_of_a_name(sign: str) -> None:
    post = (
        f'<h3>Contacts dans le poste diplomatique "Ambassade de France à Ottawa" {sign}</h3><dl>'
        f"<dt>Correspondant coopération décentralisée {sign}</dt><dd>Zoé MARTIN {sign}</dd></dl>"
    )
    found = parse(page(above=post).encode()).post
    assert found
    contact = found.contacts[0]
    assert (found.name, contact.role, contact.name) == (
        "Ambassade de France à Ottawa",
        "Correspondant coopération décentralisée",
        "Zoé MARTIN",
    )


def test_a_punctuation_mark_that_a_link_within_the_page_holds_is_the_authors() -> None:
    text = '<h3>Historique</h3><p>Budget<a href="#"> :</a> 12 <a href="#">€</a></p>'
    assert parse(page(text).encode()).history == ["Budget : 12 €"]


@pytest.mark.parametrize(
    "icon", ["<i class=x>expand_more</i>", "<span> chevron_right</span>", "<span>info_outline</span>"]
)
def test_the_name_by_which_a_font_draws_an_icon_is_no_word_of_the_page(icon: str) -> None:
    record = parse(page(f"<div>{icon} <b>Historique</b></div><p>Depuis 1991. {icon}</p>").encode())
    assert (record.history, record.context, record.unread) == (["Depuis 1991."], [], [])


def test_words_joined_by_underscores_that_stand_alone_or_are_capital_are_said() -> None:
    record = parse(page("<h3>Historique</h3><p><span>ma_ville</span></p><p>Le <span>Plan_2015</span></p>").encode())
    assert record.history == ["ma_ville", "Le Plan_2015"]


def test_a_unit_in_a_cell_behind_a_value_is_a_part_of_it() -> None:
    rows = page_of("<tr><td>{0}</td><td>{1}</td><td>€</td></tr>".format, **VALUES)
    assert "€" in str(parse(f"<table>{rows}</table>".encode()).model_dump())


@pytest.mark.parametrize("words", ["Écouter", "Traduire ce texte"])
def test_what_reads_a_text_aloud_or_translates_it_is_the_sites_beside_one_text_as_well(words: str) -> None:
    tool = f"<div><a href='https://example.org/tool'>{words}</a></div>"
    record = read(
        f"<h3>Contexte</h3>{tool}<p>Un puits.</p><h3>Historique</h3><p>Né.</p><h3>Objectif du partenariat</h3>"
    )
    assert (record.context, record.history, record.unread) == (["Un puits."], ["Né."], [])
