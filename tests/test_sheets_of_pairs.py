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


@pytest.mark.parametrize(
    ("title", "empty", "triennial"),
    [
        ("<tr><td><b>Financement du partenariat</b></td>{}</tr>", "<td></td>" * 3, True),
        ("<tr><td><b>Financement du partenariat</b></td></tr>", "<td></td>" * 3, None),
        ("<tr><td><b>Financement du partenariat</b></td></tr>", "", True),
    ],
)
def test_empty_cells_beside_all_rows_ask_for_no_answer_to_the_sentence(
    title: str, empty: str, triennial: bool | None
) -> None:
    rows = "".join(f"<tr><td>{label}</td><td>{value or '<br>'}</td>{empty}</tr>" for label, value in PAIRS)
    sentence = f"<tr><td>Le partenariat est triennal</td>{empty}</tr>"
    funding = "<tr><td>Nom du financeur</td><td>Montant en euros</td><td>Année</td></tr>"
    funding += "<tr><td>Ville de Caen</td><td>1200</td><td>2011</td></tr>"
    texts = "".join(f"<tr><td><b>{text}</b></td>{empty}</tr><tr><td>Un texte.</td>{empty}</tr>" for text in TITLES)
    record = parse(f"<table>{rows}{texts}{sentence}{title.format(empty)}{funding}</table>".encode())
    assert (record.triennial, len(record.funding)) == (triennial, 1)
