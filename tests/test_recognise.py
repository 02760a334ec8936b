"""Pages that come in a record's place, told apart and named."""

import pytest
from fragments import HEAD, page

from atlas_scraper import LayoutError, NotARecord, PageGone, parse

EMPTY = HEAD.replace("Un jumelage", "")


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
        (page(head=EMPTY.replace("En cours", "")), "page of empty labels"),
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
        parse(page(head=EMPTY).encode())


def test_a_page_cut_short_is_an_error() -> None:
    with pytest.raises(LayoutError, match="cut short"):
        parse(f"<html><body>{HEAD}<h3>Contexte</h3><p>Un mot qui n'en fin".encode())


def test_a_title_with_a_post_and_the_sentence_of_three_years_alone_is_no_record() -> None:
    head = HEAD.replace("En cours", "")
    post = '<h3>Contacts dans le poste diplomatique "AMBASSADE DE FRANCE AU MALI"</h3><p>Pas de correspondant</p>'
    sentence = "<h3>Le partenariat est triennal</h3><h3>Financement du partenariat</h3>"
    with pytest.raises(NotARecord, match="no more than the title 'Un jumelage'"):
        parse(page(post + head + sentence, head="").encode())
    assert parse(page(post + head.replace("<p></p>", "<p>Eau</p>", 1) + sentence, head="").encode()).triennial


def test_values_of_several_lines_in_a_box_each_are_no_records_side_by_side() -> None:
    head = HEAD.replace("Un jumelage", "Un jumelage<br>de villes").replace("En cours", "En cours<br>Terminé")
    head = head.replace("<p></p>", "<p>Eau<br>potable</p>", 3)
    head = head.replace(
        "Date de fin du partenariat</h3><p></p>", "Date de fin du partenariat</h3><p>1/1/15<br>2/2/16</p>"
    )
    assert parse(page(head=head).encode()).title == "Un jumelage de villes"
    with pytest.raises(NotARecord, match="2 of them"):
        parse(page(head=head.replace("<br>", "</p><p>")).encode())


def test_the_name_of_the_pane_below_an_empty_date_is_no_words_in_place_of_one() -> None:
    head = HEAD.replace("En cours", "Suspendu")
    pane = '<div role="tabpanel" aria-labelledby="t"><h3>Contexte</h3><p>Un texte.</p>{}</div>'
    html = page("<h3>Contexte</h3><p>Un texte.</p>", head=f'<ul><li id="t">Présentation</li></ul>{head}')
    record = parse(html.replace("<h3>Contexte</h3><p>Un texte.</p>", pane.format("")).encode())
    assert (record.status_label, record.end_date, record.context) == ("Suspendu", None, ["Un texte."])
