"""What a page puts before all its titles, such as `Section 3 :`: no part of a title, nor of the text above it."""

from itertools import pairwise

import pytest
from fragments import HEAD, LABELS, page

from atlas_scraper import Partnership
from atlas_scraper.errors import NotARecord
from atlas_scraper.pipeline import read

FORMS = (
    "Section {} : ",
    "Rubrique {} – ",
    "Article {} - ",
    "Onglet {} : ",
    "Question {}. ",
    "Chapitre {} ",
    "Partie {roman} – ",
    "Étape {} sur 10 ",
    "Étape {} / 10 : ",
    "Fiche – ",
)
ROMAN = "I II III IV V VI VII VIII IX X XI XII".split()
TABLE = "<table><tr><th>Nom du financeur</th><th>Montant en euros</th></tr><tr><td>Ville</td><td>5</td></tr></table>"
OTHER = "Évaluation du partenariat"
BELOW = {
    "Historique": "<p>Un puits.</p>",
    "Objectif du partenariat": "<p>De l'eau.</p>",
    "Financement du partenariat": TABLE,
    OTHER: "<p>Bien.</p>",
}
TITLES = [*(label for label in LABELS if "forme" not in label), OTHER]


def _page(form: str, way: str = "<h3>{}</h3>") -> str:
    heads = [form.format(place, roman=ROMAN[place - 1]) for place, _ in enumerate(TITLES, 1)]
    parts = [f"{way.format(head + title)}{BELOW.get(title, '')}" for head, title in zip(heads, TITLES, strict=True)]
    return f"<html><body><main>{HEAD}{''.join(parts)}</main></body></html>"


def _read(html: str) -> Partnership:
    return read(html.encode()).record


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("way", ["<h3>{}</h3>", "<p><b>{}</b></p>", "<table><tr><td>{}</td></tr></table>"])
def test_words_before_all_titles_in_one_form_are_the_page_s(form: str, way: str) -> None:
    record = _read(_page(form, way))
    assert (record.history, record.objective, len(record.funding)) == (["Un puits."], ["De l'eau."], 1)


def test_titles_in_a_table_that_lays_out_the_page_have_them_too() -> None:
    html = _page("Section {} : ").replace("<main>", "<main><table><tr><td>Menu</td><td>")
    record = _read(html.replace("</main>", "</td></tr></table></main>"))
    assert (record.history, record.objective, len(record.funding)) == (["Un puits."], ["De l'eau."], 1)


@pytest.mark.parametrize("form", FORMS)
def test_a_title_that_nobody_has_listed_has_them_too(form: str) -> None:
    assert [(each.label, each.text) for each in _read(_page(form)).unread] == [(OTHER, "Bien.")]


def test_the_words_are_checked_across_pages_as_the_frame_is() -> None:
    assert "Section" in read(_page("Section {} : ").encode()).frame
    assert "Rubrique" in read(_page("Rubrique – ").encode()).frame


def test_links_to_the_titles_may_lack_the_words() -> None:
    menu = "".join(f'<li><a href="#{place}">{title}</a></li>' for place, title in enumerate(TITLES))
    record = _read(_page("Section {} : ").replace("<main>", f"<main><ul>{menu}</ul>"))
    assert (record.history, record.objective, len(record.funding)) == (["Un puits."], ["De l'eau."], 1)


def test_an_author_s_lines_that_are_written_so_stay_where_the_page_has_the_titles() -> None:
    lines = [f"Partie {place} : {title}" for place, title in enumerate(TITLES[:4], 1)]
    own = "".join(f"<p>{line}</p>" for line in lines)
    html = _page("").replace("<p>De l'eau.</p>", f"<p>De l'eau.</p>{own}")
    assert _read(html).objective == ["De l'eau.", *lines]


def test_three_titles_in_one_form_are_not_enough() -> None:
    titles = [f"Volet {place} : {title}" if place < 4 else title for place, title in enumerate(TITLES, 1)]
    record = _read(f"<html><body><main>{HEAD}{''.join(f'<h3>{title}</h3>' for title in titles)}</main></body></html>")
    assert [each.label for each in record.unread] == [*titles[:3], OTHER]


def test_words_without_a_number_or_a_sign_may_be_the_title_s() -> None:
    with pytest.raises(NotARecord):
        _read(_page("Notre "))


def test_a_heading_of_another_level_is_an_author_s_whatever_words_it_begins_with() -> None:
    html = _page("Volet {} : ").replace("<p>De l'eau.</p>", "<p>De l'eau.</p><h5>Volet 1 : Forage</h5><p>Un trou.</p>")
    assert _read(html).objective == ["De l'eau.", "Volet 1 : Forage", "Un trou."]


def test_a_heading_with_the_number_of_a_title_keeps_it() -> None:
    html = _page("Volet {} : ").replace("<p>De l'eau.</p>", "<p>De l'eau.</p><h3>Volet 1 : Forage</h3><p>Un trou.</p>")
    assert "Volet 1 : Forage" in f"{_read(html).unread[0].label} : {_read(html).unread[0].text}"


def test_words_and_numbers_in_an_element_of_their_own_are_the_page_s_too() -> None:
    record = _read(_page("<span>Section {} :</span> "))
    assert (record.history, [each.label for each in record.unread]) == (["Un puits."], [OTHER])


def test_titles_of_a_converted_page_have_them_too() -> None:
    titles = [f"## Section {place} : {title}\n\nBien.\n" for place, title in enumerate(TITLES[:4], 1)]
    pairs = ["## Titre\n\nUn puits\n", "## Le partenariat est\n\nEn cours\n"]
    dates = ["## Année de début du partenariat\n\n2011\n", "## Date de fin du partenariat\n\n31/12/2014\n"]
    record = _read("\n".join([*pairs, *dates, *titles]))
    assert (record.context, record.history, record.objective) == (["Bien."], ["Bien."], ["Bien."])


TABLES = [label for label in LABELS if label.startswith(("Partenaires", "Coll", "Financement", "Volontaires"))]


def _captions(form: str, count: int) -> str:
    captions = [f"<h3>{label}</h3><p>{form.format(place)}{label}</p>" for place, label in enumerate(TABLES[:count], 1)]
    return page("".join(captions))


@pytest.mark.parametrize("form", ["Tableau {} ", "Tableau {}. ", "<span>Tableau {}</span> "])
def test_captions_that_say_the_title_of_their_table_behind_a_number_are_the_page_s(form: str) -> None:
    record, frame = read(_captions(form, 4).encode())
    assert (record.unread, "Tableau" in frame) == ([], True)


def test_two_such_captions_are_not_enough() -> None:
    assert len(_read(_captions("Tableau {} ", 2)).unread) == 2


STEPS = [
    "<div><span>Étape {place} sur 10</span><h3>{title}</h3></div>",
    "<h3><span>Étape {place} sur 10</span><br>{title}</h3>",
    "<h3>{title}<span>Étape {place} sur 10</span></h3>",
    "<h3><span>Étape {place}/10</span> {title}</h3>",
]


@pytest.mark.parametrize("way", STEPS)
def test_the_step_that_a_title_is_stands_beside_it_in_an_element_of_its_own_or_on_a_line(way: str) -> None:
    titles = [title for title in TITLES if title != OTHER]
    parts = [way.format(place=place, title=title) + BELOW.get(title, "") for place, title in enumerate(titles, 1)]
    html = f"<html><body><main>{HEAD}{''.join(parts)}</main></body></html>".replace("10", str(len(titles)))
    told = read(html.encode())
    assert (told.record.history, told.record.objective) == (["Un puits."], ["De l'eau."])
    assert (len(told.record.funding), told.record.unread) == (1, [])
    assert any("tape" in text for text in told.frame)


def test_words_of_moving_before_titles_are_no_part_of_theirs() -> None:
    steps = [
        f"<h3><i>Étape {place} sur 10</i> {title}</h3><p><b>Étape suivante :</b> {below}</p>"
        for place, (title, below) in enumerate(pairwise([*TITLES, "Titre"]), 1)
    ]
    told = read(f"<html><body><main>{HEAD}{''.join(steps)}</main></body></html>".encode())
    assert [each.label for each in told.record.unread] == [OTHER]
    assert "Étape" in told.frame
    assert "Étape suivante" not in told.frame


def test_steps_that_an_author_counts_in_a_text_stay() -> None:
    steps = [f"Étape {place} sur 3" for place in (1, 2, 3)]
    record = _read(page(f"<h3>Contexte</h3>{''.join(f'<p>{step}</p><p>Un puits.</p>' for step in steps)}"))
    assert [text for text in record.context if text != "Un puits."] == steps
