"""`Étape suivante : Historique` names another section, and is neither its label nor a text of this one."""

import pytest
from fragments import codes, page_of, read

from atlas_scraper import parse

STEPS = [
    "<p class=d><span class=b>Étape suivante :</span> {}</p>",
    "<p><b>Étape suivante</b> : {}</p>",
    "<p>Section suivante : {}</p>",
    "<p><a href='#s'>Suivant : {}</a></p>",
    "<p><a href='#s'>Suivant : {} →</a></p>",
    "<div><strong>SUIVANT</strong> <span>{}</span></div>",
    "<p>« Précédent : Titre | Suivant : {} »</p>",
    "<p>Étape précédente : {}</p>",
    "<p>À suivre : {}</p>",
    "<p>Prochaine étape : {}</p>",
    "<p>Suite : {}</p>",
    "<p><a href='#x'>Continuer : {}</a></p>",
    "<p><a href='#x'>Passer à {}</a></p>",
    "<p><a href='#x'>Aller à la section {}</a></p>",
    "<p>Poursuivre vers {}</p>",
    "<p><a href='#x'>Lire la suite : {}</a></p>",
    "<p>Étape suivante : {}.</p>",
]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("is_last", [False, True])
def test_the_name_of_the_next_section_is_no_label_and_no_text(step: str, is_last: bool) -> None:
    def written(title: str, text: str, following: str) -> str:
        said = step.format(following)
        return f"<h2>{title}</h2>{text}{said}" if is_last else f"<h2>{title}</h2>{said}{text}"

    html = written("Contexte", "<p>Un.</p>", "Historique") + written("Historique", "<p>Deux.</p>", "Remarques du maire")
    html += written("Remarques du maire", "<p>Trois.</p>", "Objectif du partenariat")
    record = read(f"{html}<h2>Objectif du partenariat</h2><p>Quatre.</p>")
    assert (record.context, record.history, record.objective) == (["Un."], ["Deux."], ["Quatre."])
    assert [(each.label, each.text) for each in record.unread] == [("Remarques du maire", "Trois.")]


@pytest.mark.parametrize(
    "text", ["Étape suivante : construire un puits.", "Suivant : le maire", "Prochaine étape : Contexte et puits"]
)
def test_what_an_author_goes_on_with_is_a_text(text: str) -> None:
    assert read(f"<h3>Contexte</h3><p>Un.</p><p>{text}</p><h3>Historique</h3>").context == ["Un.", text]


COUNTS = [
    "329 / 4000 caractères",
    "0/4000 caractères",
    "3 671 caractères restants",
    "Il vous reste 120 caractères.",
    "(4000 caractères maximum)",
    "Nombre de caractères : 12 sur 500 caractères",
    "12 mots",
]


@pytest.mark.parametrize("count", COUNTS)
def test_a_count_of_letters_is_no_text(count: str) -> None:
    html = f"<h3>Contexte</h3><p>Un.</p><div>{count}</div><h3>Historique</h3><div>{count}</div>"
    record = read(html)
    assert (record.context, record.history, record.unread, codes(record)) == (["Un."], [], [], [])


@pytest.mark.parametrize("text", ["4000 caractères de plomb", "12 mots pour un puits", "En 329 / 4000 caractères"])
def test_a_text_with_a_number_of_letters_is_one(text: str) -> None:
    assert read(f"<h3>Contexte</h3><p>{text}</p>").context == [text]


LINKS = [
    "<p><a href='#x'>{} →</a></p>",
    "<div><a href='#x'>‹ Titre</a> <a href='#y'>{} ›</a></div>",
    "<p><a href='#x'>← Titre</a></p><p><a href='#y'>{} ▶</a></p>",
    "<p><a href='#x'><span>Suivant</span><span>{}</span></a></p>",
    "<p><a href='#x'><span>Suivant</span><br><span>{}</span></a></p>",
]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_to_another_section_that_says_its_label_is_no_text(link: str) -> None:
    titles = ["Contexte", "Historique", "Objectif du partenariat", "Description détaillée du partenariat"]
    html = "".join(
        f"<h2>{title}</h2><p>{title[:5]}.</p>{link.format(titles[place - 3])}" for place, title in enumerate(titles)
    )
    record = read(f"{html}<h2>Votre partenariat prend la forme d'un(e)</h2><p>Jumelage</p>")
    assert (record.context, record.history, record.objective) == (["Conte."], ["Histo."], ["Objec."])
    assert (record.description, record.unread) == (["Descr."], [])


def test_labels_that_are_links_are_labels_where_a_text_says_their_words_too() -> None:
    def written(label: str, value: str) -> str:
        return f"<p><a href='/help'>{label} →</a></p><p>{value}</p>"

    html = page_of(written, title="Un jumelage", contexte="Un.", historique="Contexte")
    record = parse(f"<html><body>{html}</body></html>".encode())
    assert (record.title, record.context, record.history) == ("Un jumelage", ["Un."], ["Contexte"])


def test_a_link_in_a_sentence_of_an_author_stays_in_it() -> None:
    html = "<h3>Contexte</h3><p>Voir <a href='/x'>Historique</a>.</p><p>Lire <a href='/y'>Contexte</a></p>"
    html += "<p><a href='#'>Titre</a></p>"
    assert read(f"{html}<h3>Historique</h3><p>Deux.</p>").context == ["Voir Historique.", "Lire Contexte", "Titre"]
