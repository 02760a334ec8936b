"""Cells whose value begins with the words of a column, marked: part of the value where other rows do not begin so."""

import pytest
from fragments import codes, read

NAME = "Nom de la collectivité étrangère"
VOLUNTEERS = ("Nom", "Prénom", "Mission", "Champs d'action", "Entité d'affectation")


def _partners(*rows: tuple[str, str], one: str = "<td>{1}</td>", card: str = "<tr>{}</tr>") -> list[tuple[str, str]]:
    body = "".join(
        card.format("".join(one.format(*pair) for pair in zip((NAME, "Pays"), row, strict=True))) for row in rows
    )
    html = f"<table><tr><th>{NAME}<th>Pays</tr>{body}</table>" if one.startswith("<td") else body
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{html}")
    return [(each.name or "", each.country or "") for each in record.foreign_partners]


def _volunteers(*rows: tuple[str, ...]) -> list[str | None]:
    head = "".join(f"<th>{name}" for name in VOLUNTEERS)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    record = read(f"<h3>Volontaires impliqués dans le partenariat</h3><table><tr>{head}{body}</table>")
    assert codes(record) == []
    return [row.mission for row in record.volunteers]


@pytest.mark.parametrize("mission", ["<b>Mission</b> locale de Brest", "<span>Mission</span> <i>locale</i> de Brest"])
def test_the_first_word_of_one_row_is_no_name_of_its_column(mission: str) -> None:
    one, other = ("Xi", "Ana", mission, "Eau", "Dosso"), ("Petit", "Ada", "Un puits", "Eau", "Dosso")
    assert _volunteers(one, other) == ["Mission locale de Brest", "Un puits"]
    assert _volunteers(one) == ["Mission locale de Brest"]


def test_a_word_of_which_the_marked_beginning_reads_like_a_name_stays_whole() -> None:
    assert _volunteers(("Xi", "Ana", "<b>Mission</b>s locales", "Eau", "Dosso")) == ["Missions locales"]


def test_the_first_word_of_a_cell_is_no_name_of_another_column() -> None:
    rows = [("<b>Pays</b> basque", "Espagne"), ("Dosso", "Niger")]
    assert _partners(*rows) == [("Pays basque", "Espagne"), ("Dosso", "Niger")]


def test_a_first_word_behind_which_alone_the_cell_fits_its_column_is_its_name() -> None:
    assert _partners(("Dosso", "<b>Pays</b> Niger")) == [("Dosso", "Niger")]


def test_a_name_that_begins_all_cells_of_its_column_is_no_part_of_them() -> None:
    rows = [("Dosso", "<b>Pays</b> Nigeria du nord"), ("Kayes", "<b>Pays</b> Mali du sud")]
    assert _partners(*rows) == [("Dosso", "Nigeria du nord"), ("Kayes", "Mali du sud")]


def test_names_that_begin_most_cells_of_a_row_are_no_part_of_them() -> None:
    marked = [
        f"<b>{name}</b> {text}" for name, text in zip(VOLUNTEERS[1:], ("Ana", "Un puits", "Eau", "Dosso"), strict=True)
    ]
    assert _volunteers(("Xi", *marked)) == ["Un puits"]


@pytest.mark.parametrize(
    "one", ["<div>{0}</div><div>{1}</div>", "<dl><dt>{0}</dt><dd>{1}</dd></dl>", "<div><b>{0}</b></div><div>{1}</div>"]
)
def test_the_first_word_of_a_value_in_a_card_is_no_name_of_a_column(one: str) -> None:
    card = "<div>{}</div>"
    rows = [("Dosso", "<b>Pays</b> des Trois Fleuves"), ("<b>Pays</b> basque", "Espagne"), ("Kayes", "Mali")]
    said = [("Dosso", "Pays des Trois Fleuves"), ("Pays basque", "Espagne"), ("Kayes", "Mali")]
    assert _partners(*rows, one=one, card=card) == said
    assert _partners(rows[0], one=one, card=card) == said[:1]
