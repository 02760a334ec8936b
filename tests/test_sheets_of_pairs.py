"""Pages that are one table, as a spreadsheet writes it: pairs in its first columns, titles and texts alone in rows."""

import pytest

from atlas_scraper import parse

PAIRS = [
    ("Titre", "Des puits"),
    ("Année de première signature de la convention", "2016"),
    ("Année de début du partenariat", "2017"),
    ("Thématique d'intervention", "Eau"),
    ("Sous-thématique d'intervention", ""),
    ("Mots-clés", "puits"),
    ("Le partenariat est", "En cours"),
    ("Date de fin du partenariat", "01/02/2020"),
    ("Votre partenariat prend la forme d'un(e)", "Jumelage"),
]
TITLES = ("Contexte", "Historique", "Objectif du partenariat", "Description détaillée du partenariat")


@pytest.mark.parametrize("empty", ["<td><br></td>" * 3, ""])
def test_an_unlisted_label_below_one_without_a_value_is_none_itself(empty: str) -> None:
    rows = "".join(f"<tr><td>{label}</td><td>{value or '<br>'}</td>{empty}</tr>" for label, value in PAIRS)
    texts = "".join(f"<tr><td><b>{title}</b></td></tr><tr><td>Un texte.</td></tr>" for title in TITLES)
    record = parse(f"<table>{rows}{texts}</table>".encode())
    assert record.theme is not None
    assert (record.theme.theme, record.theme.subtheme, record.history) == ("Eau", None, ["Un texte."])
    assert [(each.label, each.text) for each in record.unread] == [("Mots-clés", "puits")]
