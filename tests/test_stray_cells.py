"""Text that stands straight in a row of a table, where a stray end tag has closed its cell."""

import pytest
from fragments import page_of, read

from atlas_scraper import parse

VALUES = {"title": "Un jumelage", "start_year": "2001", "status": "En cours", "contexte": "Une <b>belle</b> amitié."}
HEADER = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th></tr>"


@pytest.mark.parametrize(
    "pair",
    [
        "<tr><td>{0}</td></td>{1}</td></tr>",
        "<tr><td>{0}</td><td></td>{1}</td></tr>",
        "<tr><td>{0}</td></td>{1}<br></td></tr>",
        "<tr>{0}<td>{1}</td></tr>",
        "<tr><td><b>{0}</td></b></td>{1}</tr>",
    ],
)
def test_a_value_straight_in_a_row_is_the_value_of_its_label(pair: str) -> None:
    record = parse(f"<table>{page_of(pair.format, **VALUES)}</table>".encode())
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.unread) == (["Une belle amitié."], [])


def test_a_value_straight_in_a_row_of_two_pairs_is_the_value_of_its_label() -> None:
    theme = {"thématique d'intervention": "Culture et Patrimoine"}
    pairs = page_of("<td>{0}</td></td>{1}</td>|".format, **VALUES, **theme).strip("|").split("|")
    rows = (f"<tr>{''.join(pairs[start : start + 2])}</tr>" for start in range(0, len(pairs), 2))
    record = parse(f"<table>{''.join(rows)}</table>".encode())
    assert (record.title, record.start_year, record.context) == ("Un jumelage", 2001, ["Une belle amitié."])


@pytest.mark.parametrize(
    ("row", "country"),
    [
        ("<td>Dosso</td></td>Niger</td>", "Niger"),
        ("<td>Dosso</td><td></td>Niger</td>", "Niger"),
        ("<td>Dosso</td>, <td>Niger</td>", "Niger"),
        ("<td>Dosso</td><td>Niger</td> zuvabi", "Niger"),
        ("<td>Dosso</td> zuvabi <td>Niger</td>", "Niger"),
    ],
)
def test_text_straight_in_a_row_of_data_moves_no_cell_and_is_said(row: str, country: str) -> None:
    table = f"<table>{HEADER}<tr><td>Kayes</td><td>Mali</td></tr><tr>{row}</tr></table>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{table}")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Kayes", "Mali"), ("Dosso", country)]
    assert any("zuvabi" in each.text for each in record.unread) == ("zuvabi" in row)


def test_tabs_part_the_cells_of_rows_in_text_that_keeps_its_line_ends() -> None:
    rows = "Nom de la collectivité étrangère\tPays\nDosso\tPays des Trois Fleuves\nKayes\t\n"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><pre>Liste :\n{rows}</pre>")
    said = [(each.name, each.country) for each in record.foreign_partners]
    assert said == [("Dosso", "Pays des Trois Fleuves"), ("Kayes", None)]
    assert [each.text for each in record.unread] == ["Liste :"]
