"""Pages that a spreadsheet saves: one table, of which titles, pairs and tables are rows."""

from collections.abc import Sequence

import pytest
from fragments import FUNDING, LABELS, codes

from atlas_scraper import Partnership, parse
from atlas_scraper.record.issues import IssueCode

WIDTH = 7
PAIRS = [
    ("Titre", "Un jumelage"),
    ("Thématique d'intervention", ""),
    ("Sous-thématique d'intervention", ""),
    ("Sous-sous-thématique d'intervention", ""),
    ("Le partenariat est", "En cours"),
    ("Date de fin du partenariat", ""),
    ("Votre partenariat prend la forme d'un(e)", "Jumelage"),
]
TABLES = {
    "Partenaires étrangers du partenariat": (
        ["Nom de la collectivité étrangère", "Pays", ""],
        [["Dosso", "Niger", '<a href="https://example.org/1"><img src="i.png"></a>'], ["Kayes", "Mali", ""]],
    ),
    "Collectivités territoriales partenaires du partenariat": (
        ["Nom de la collectivité territoriale", ""],
        [["Tilliac", '<a href="https://example.org/2"><img src="i.png"></a>'], ["Vaubrun", ""]],
    ),
    "Financement du partenariat": (FUNDING.split("|"), [["Tilliac", "900", "", "40", "", "2016"]]),
    "Volontaires impliqués dans le partenariat": (
        ["Nom", "Prénom", "Mission", "Observations", "Champs d'action", "Entité d'affectation"],
        [["Petit", "Ada", "", "Rien", "Eau", ""]],
    ),
}
TEXTS = {label: ["Le puits est creusé.", "2017 :", "Il a dix mètres."] for label in ("Contexte", "Historique")}


def _row(cells: Sequence[str], *, fills: bool) -> str:
    filler = [""] * (WIDTH - len(cells)) if fills else []
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in (*cells, *filler)) + "</tr>"


def _title(text: str, *, spans: bool) -> str:
    return f"<tr><td colspan={WIDTH}>{text}</td></tr>" if spans else _row([text], fills=True)


def _sheet(*, fills: bool = True, spans: bool = True, blank: bool = True, unlisted: str = "") -> Partnership:
    empty = _row([""], fills=True) if blank else ""
    rows = [_row(pair, fills=fills) for pair in PAIRS]
    for label in ["Autres thématiques mises en œuvre pour le partenariat", *LABELS]:
        if any(label == pair for pair, _ in PAIRS):
            continue
        rows += [empty, _title(label, spans=spans)]
        rows += [_title(text, spans=spans) for text in TEXTS.get(label, ())]
        header, body = TABLES.get(label, ([], []))
        rows += [_row(cells, fills=fills) for cells in (header, *body) if header]
        rows += [unlisted] if label.startswith("Partenaires étrangers") else []
    return parse(f"<html><body><table>{''.join(rows)}</table></body></html>".encode())


@pytest.mark.parametrize("fills", [True, False])
@pytest.mark.parametrize("spans", [True, False])
@pytest.mark.parametrize("blank", [True, False])
def test_tables_in_a_sheet_keep_their_columns_links_and_rows(*, fills: bool, spans: bool, blank: bool) -> None:
    record = _sheet(fills=fills, spans=spans, blank=blank)
    partners = [(each.name, each.country, each.link) for each in record.foreign_partners]
    assert partners == [("Dosso", "Niger", "https://example.org/1"), ("Kayes", "Mali", None)]
    authorities = [(each.name, each.link) for each in record.french_authorities]
    assert authorities == [("Tilliac", "https://example.org/2"), ("Vaubrun", None)]
    (funding,) = record.funding
    assert ([*map(str, funding.one_percent_eur)], funding.year) == (["None", "40", "None"], 2016)
    (volunteer,) = record.volunteers
    assert (volunteer.last_name, volunteer.mission, volunteer.field, volunteer.host) == ("Petit", None, "Eau", None)
    assert [(each.label, each.text) for each in record.unread if each.label] == [("Observations", "Rien")]


def test_texts_of_a_sheet_are_no_titles_where_those_stand_behind_empty_rows() -> None:
    record = _sheet()
    assert record.context == record.history == TEXTS["Contexte"]
    assert codes(record) == [IssueCode.UNKNOWN_COLUMN]


@pytest.mark.parametrize("blank", [True, False])
@pytest.mark.parametrize(
    "unlisted",
    [
        _title("Budget global", spans=True) + _row(["120", "Oui"], fills=True),
        _row(["Budget global", "120"], fills=True),
    ],
)
def test_what_nobody_has_listed_behind_a_table_of_a_sheet_is_none_of_its_rows_in_silence(
    unlisted: str, *, blank: bool
) -> None:
    record = _sheet(blank=blank, unlisted=(_row([""], fills=True) if blank else "") + unlisted)
    named = [each.name for each in record.foreign_partners]
    assert named[:2] == ["Dosso", "Kayes"]
    assert len(named) == 2 or {IssueCode.UNKNOWN_COUNTRY} & set(codes(record))
    assert "120" in str(record.unread) + str(record.issues)


def test_letters_and_numbers_around_a_sheet_are_no_part_of_it() -> None:
    letters = "<tr><th></th>" + "".join(f"<th>{letter}</th>" for letter in "ABCDEFG"[:WIDTH]) + "</tr>"
    rows = [_row(pair, fills=True) for pair in PAIRS]
    for label in LABELS[:4] + LABELS[5:]:
        header, body = TABLES.get(label, ([], []))
        rows += [_title(label, spans=True), *(_row(cells, fills=True) for cells in (header, *body) if header)]
    numbered = "".join(row.replace("<tr>", f"<tr><th>{number}</th>", 1) for number, row in enumerate(rows, start=1))
    record = parse(f"<html><body><table>{letters}{numbered}</table></body></html>".encode())
    assert (record.title, record.form) == ("Un jumelage", "Jumelage")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Kayes", "Mali")]


def test_rows_of_a_sheet_that_may_be_pairs_are_said() -> None:
    header, body = TABLES["Financement du partenariat"]
    rows = [_row(pair, fills=True) for pair in PAIRS]
    for label in LABELS[:4] + LABELS[5:]:
        cells = [header, *body, ["Vaubrun", "1200"]] if label == "Financement du partenariat" else []
        rows += [_title(label, spans=True), *(_row(each, fills=True) for each in cells)]
    record = parse(f"<html><body><table>{''.join(rows)}</table></body></html>".encode())
    assert [each.funder for each in record.funding] == ["Tilliac", "Vaubrun"]
    assert "Vaubrun | 1200" in str(record.issues)
