"""Which lines are labels, and what a page that has unknown ones loses: nothing."""

import pytest
from fragments import codes, page, page_of, read, read_text

from atlas_scraper import parse
from atlas_scraper.blocks.read import read_document
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.items import TakenTwiceError
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.sections.page import LABELS


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
    record = parse(page("<h3>Contexte</h3><p>Un.</p><h3>Historique</h3>", above=f"<ul>{menu}</ul>").encode())
    assert (record.title, record.context, record.history) == ("Un jumelage", ["Un."], [])


def test_in_text_repeated_tails_settle_which_line_is_the_label() -> None:
    record = read_text("Contexte", "Un.", "Deux.", "Deux.", "Historique", "A.", "Historique", "B.", "Historique", "B.")
    assert (record.context, record.history) == (["Un.", "Deux."], ["A.", "Historique", "B."])


def test_two_readings_of_a_label_are_reported() -> None:
    record = read_text("Contexte", "Un.", "Historique", "Deux.", "Historique", "Trois.")
    assert codes(record) == [IssueCode.AMBIGUOUS_LABEL]


def test_the_headings_of_two_later_sections_in_one_text_stay_in_it_and_both_are_reported() -> None:
    prose = "Un.", "Historique", "Deux.", "Objectif du partenariat", "Trois."
    record = read_text("Contexte", *prose, "Historique", "Né.", "Objectif du partenariat", "Quatre.")
    assert (record.context, record.history, record.objective) == ([*prose], ["Né."], ["Quatre."])
    doubts = [issue.section for issue in record.issues if issue.code is IssueCode.AMBIGUOUS_LABEL]
    assert doubts == ["history", "objective"]


def test_an_unlisted_label_is_kept_and_its_neighbours_stay_clean() -> None:
    record = read("<h3>Contexte</h3><p>Un.</p><h3>Budget global</h3><p>12 000</p><h3>Historique</h3><p>Deux.</p>")
    kept = [(unread.label, unread.text) for unread in record.unread]
    assert (record.context, record.history, kept) == (["Un."], ["Deux."], [("Budget global", "12 000")])


def test_a_renamed_label_shows_as_missing_beside_unknown() -> None:
    html = "<h3>Contexte</h3><p>Un.</p><h3>Passé commun</h3><p>Deux.</p><h3>Objectif du partenariat</h3>"
    record = parse(page(html).replace("<h3>Historique</h3>", "").encode())
    missing = [issue.section for issue in record.issues if issue.code is IssueCode.SECTION_MISSING]
    assert ("history" in missing, codes(record)) == (True, [IssueCode.UNKNOWN_LABEL])


def test_newer_pages_have_one_narrative_in_place_of_two() -> None:
    record = read("<h3>Contexte et historique</h3><p>Un.</p><p>Historique</p><p>Deux.</p>")
    assert (record.context_and_history, record.history) == (["Un.", "Historique", "Deux."], [])


@pytest.mark.parametrize(
    "words", ["<b>Important</b> le comité se réunit.", "<b>Note de suivi</b> Le comité se réunit."]
)
def test_the_first_words_of_a_paragraph_are_no_label_where_no_label_has_its_value_beside_it(words: str) -> None:
    values = {"contexte": f"{words}</p><p>Puis il décide.", "historique": "Depuis 1990."}
    html = page_of(lambda label, value: f"<p><b>{label}</b></p><p>{value}</p>", title="Un jumelage", **values)
    record = parse(html.encode())
    assert (len(record.context), record.unread) == (2, [])


@pytest.mark.parametrize(
    "actions", ["<a>Modifier</a>", "<a>Modifier</a><a>Imprimer</a>", "<a>Modifier</a> <a>Imprimer</a>"]
)
@pytest.mark.parametrize("text", ["Contexte %s", "%sContexte<a href=y>Imprimer</a>"])
def test_actions_beside_a_label_are_the_sites_and_not_its_words(text: str, actions: str) -> None:
    record = read(f"<h3>{text % actions.replace('<a>', '<a href=x>')}</h3><p>Un puits</p>")
    assert (record.context, record.unread, codes(record)) == (["Un puits"], [], [])


@pytest.mark.parametrize("pair", ["<p><b>{} :</b></p><p>{}</p>", "<p><b>{} :</b> {}</p>"])
def test_bold_words_without_a_colon_are_no_label_where_every_label_has_one(pair: str) -> None:
    values = {"contexte": "Un puits.</p><p><b>Un grand pas</b></p><p>Fin.", "historique": "Depuis 1990."}
    record = parse(page_of(pair.format, title="Un jumelage", **values).encode())
    assert (record.context, record.unread) == (["Un puits.", "Un grand pas", "Fin."], [])


def test_the_words_of_a_label_that_the_page_lacks_are_prose_where_they_stand_in_a_later_text() -> None:
    text = "<p>Une école.</p><p>Objectif du partenariat</p><p>Trois puits.</p>"
    whole = page(f"<h3>Description détaillée du partenariat</h3>{text}")
    record = parse(whole.replace("<h3>Objectif du partenariat</h3>", "").encode())
    assert (record.objective, record.description) == ([], ["Une école.", "Objectif du partenariat", "Trois puits."])


@pytest.mark.parametrize(
    "number", ["3.", "3)", "3 -", "12.", "2.1", "2.1.", "2.1.3", "(3)", "[3]", "3/", "IV.", "iv)", "b)", "B.", "III –"]
)
def test_a_label_with_a_number_before_it_is_the_label(number: str) -> None:
    record = read_text(f"{number} Contexte", "Une ville.")
    assert (record.context, record.unread) == (["Une ville."], [])


def test_a_text_that_one_section_took_is_refused_to_another() -> None:
    (item,) = cut_into_items(read_document(b"<p>Une ville.</p>").blocks, LABELS)
    item.take("context")
    with pytest.raises(TakenTwiceError):
        item.take("history")
