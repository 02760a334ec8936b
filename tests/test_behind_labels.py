"""What a page puts behind all its labels, such as the sign of a help: no part of a label, a role or a value."""

import pytest
from fragments import HEAD, LABELS, page

from atlas_scraper import Partnership, parse
from atlas_scraper.pipeline import read

TAILS = (" (i)", " [?]", " (?)", " ⓘ", " ℹ️", " i", " (obligatoire)", "<sup>?</sup>", "<sup>1</sup>", "<sup>(1)</sup>")
WAYS = {
    "dt": "<dl><dt>{0}{tail}</dt><dd>{1}</dd></dl>",
    "closed dt": "<dl><dt>{0}{tail} :</dt><dd>{1}</dd></dl>",
    "row": "<table><tr><td>{0}{tail}</td><td>{1}</td></tr></table>",
    "bold": "<p><b>{0}{tail}</b> {1}</p>",
    "bold and closed": "<p><b>{0}{tail} :</b> {1}</p>",
}
VALUES = {
    "Titre": "Un puits",
    "Année de première signature de la convention": "2011",
    "Thématique d'intervention": "Culture et Patrimoine",
    "Sous-thématique d'intervention": "Patrimoine",
    "Sous-sous-thématique d'intervention": "",
    "Année de début du partenariat": "2012",
    "Le partenariat est": "En cours",
    "Date de fin du partenariat": "31/12/2018",
}
ROLE = "Correspondant coopération décentralisée"


def _page(way: str, tail: str) -> str:
    def pair(label: str, value: str) -> str:
        return WAYS[way].format(label, value, tail=tail)

    post = f"<h3>Contacts dans le poste diplomatique « Ambassade de France au Niger »</h3>{pair(ROLE, 'Ana X')}"
    facts = "".join(map(pair, VALUES.keys(), VALUES.values()))
    return page(pair("Votre partenariat prend la forme d'un(e)", "Jumelage"), above=post, head=facts)


def _read(way: str, tail: str) -> Partnership:
    return parse(_page(way, tail).encode())


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("way", WAYS)
def test_the_same_sign_or_words_behind_all_labels_are_the_page_s(way: str, tail: str) -> None:
    record = _read(way, tail)
    assert (record.title, record.convention_year, record.start_year) == ("Un puits", 2011, 2012)
    assert (record.status_label, str(record.end_date), record.form) == ("En cours", "2018-12-31", "Jumelage")
    assert record.theme is not None
    assert (record.theme.subtheme, record.theme.subsubtheme) == ("Patrimoine", None)
    assert record.post is not None
    assert [each.role for each in record.post.contacts] == [ROLE]
    assert record.unread == []


def test_words_behind_all_labels_are_checked_across_pages_as_the_frame_is() -> None:
    assert "(obligatoire)" in read(_page("dt", " (obligatoire)").encode()).frame
    assert "1" in read(_page("dt", "<sup>1</sup>").encode()).frame


def test_fields_whose_names_go_on_are_others() -> None:
    """The page has the labels without those words, too."""
    others = "".join(f"<h3>{label} prévue</h3><p>2030</p>" for label in VALUES if label != "Titre")
    record = parse(page("<h3>Contexte</h3><p>Un.</p>", head=f"{HEAD}{others}").encode())
    assert record.title == "Un jumelage"
    assert {each.text for each in record.unread} == {"2030"}


def test_what_an_author_wrote_behind_words_of_a_label_stays() -> None:
    lines = "".join(f"<p>{label} (i)</p>" for label in LABELS[:4])
    record = parse(page(f"<h3>Description détaillée du partenariat</h3><p>Un.</p>{lines}").encode())
    assert record.description == ["Un.", *(f"{label} (i)" for label in LABELS[:4])]


OF_TITLES = ("(facultatif)", "(texte libre)", "(2000 caractères maximum)", "[modifier]")
TABLE = "<table><tr><th>Nom du financeur</th><th>Montant en euros</th></tr><tr><td>Ville</td><td>5</td></tr></table>"


def _titles(form: str) -> str:
    """Give a page whose titles of texts and tables are all written in one form, and its pairs as they are."""
    below = {"Historique": "<p>Un puits.</p>", "Objectif du partenariat": "<p>De l'eau.</p>"}
    below["Financement du partenariat"] = TABLE
    parts = [f"<h3>{form.format(label)}</h3>{below.get(label, '')}" for label in LABELS if "forme" not in label]
    return f"<html><body><main>{HEAD}{''.join(parts)}</main></body></html>"


@pytest.mark.parametrize("tail", OF_TITLES)
def test_words_in_brackets_behind_all_titles_are_the_page_s(tail: str) -> None:
    record, frame = read(_titles(f"{{}} {tail}").encode())
    assert (record.history, record.objective, len(record.funding)) == (["Un puits."], ["De l'eau."], 1)
    assert (record.unread, tail in frame) == ([], tail != "[modifier]")  # that is one of the site's own words


def test_numbers_of_rows_behind_titles_are_none_of_such_words() -> None:
    record = parse(_titles("{} (1)").encode())
    assert (record.history, len(record.funding), record.unread) == (["Un puits."], 1, [])


def test_words_behind_titles_in_a_table_that_lays_out_the_page_are_its_own_too() -> None:
    html = _titles("{} (facultatif)").replace("<main>", "<main><table><tr><td>Menu</td><td>")
    record = parse(html.replace("</main>", "</td></tr></table></main>").encode())
    assert (record.history, record.objective, len(record.funding)) == (["Un puits."], ["De l'eau."], 1)
