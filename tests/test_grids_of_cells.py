"""Rows of tables that nothing calls a table: flat grids, a box for each column, cards under a heading."""

import pytest
from fragments import page, read

from atlas_scraper import parse

VOLUNTEERS = "Volontaires impliqués dans le partenariat"
NAMES = ("Nom", "Prénom", "Mission", "Champs d'action", "Entité d'affectation")
ROWS = [
    ("DUPIN", "Ana", "Relais", "Eau", "Mairie"),
    ("KONÉ", "Zoé", "Relais", "", "Région"),
    ("LY", "Anh", "", "Eau", "Ville"),
    ("DIOP", "Awa", "", "", "Ville"),
]


def _cells(texts: tuple[str, ...]) -> str:
    return "".join(f"<div>{text}</div>" for text in texts)


GRIDS = {
    "cells in one box": f"<div>{_cells(NAMES)}{''.join(map(_cells, ROWS))}</div>",
    "a box for each column": "".join(f"<div>{_cells(each)}</div>" for each in zip(NAMES, *ROWS, strict=True)),
}


@pytest.mark.parametrize("grid", GRIDS.values(), ids=list(GRIDS))
def test_a_grid_behind_the_box_of_the_labels_is_no_frame(grid: str) -> None:
    whole = page(f"<h3>{VOLUNTEERS}</h3>").replace("</main>", f"</main><div>{grid}</div>")
    record = parse(whole.replace("</body>", "<div><p>Une adresse du site</p></div></body>").encode())
    said = str(record.volunteers) + str(record.unread)
    assert [name for name in ("DUPIN", "Ana", "KONÉ", "Zoé", "Région") if name not in said] == []


def test_cards_of_lines_behind_the_box_of_the_labels_are_rows_to_the_last() -> None:
    lines = ("".join(f"<p>{name}</p><p>{text}</p>" for name, text in zip(NAMES, row, strict=True)) for row in ROWS[:2])
    cards = "".join(f"<div>{card}</div>" for card in lines)
    whole = page(f"<h3>{VOLUNTEERS}</h3>").replace("</main>", f"</main><div>{cards}</div>")
    record = parse(whole.replace("</body>", "<div><p>Une adresse du site</p></div></body>").encode())
    assert [(each.last_name, each.host) for each in record.volunteers] == [("DUPIN", "Mairie"), ("KONÉ", "Région")]


@pytest.mark.parametrize("names", [NAMES, NAMES[::-1]])
def test_what_stands_below_a_grid_without_rows_is_no_row(names: tuple[str, ...]) -> None:
    whole = page(f"<h3>{VOLUNTEERS}</h3><div>{_cells(names)}</div><p>Une erreur ? Signalez-la.</p>")
    assert parse(whole.encode()).volunteers == []


CARD = "<div><h5>{0}</h5><p><b>Prénom :</b> {1}</p><p><b>Mission :</b> {2}</p></div>"


def test_the_heading_of_a_card_is_no_value_of_the_card_above_it() -> None:
    cards = "".join(CARD.format(*row) for row in [("DUPIN", "Ana", ""), ("KONÉ", "Zoé", "Relais"), ("LY", "Anh", "")])
    record = read(f"<h3>{VOLUNTEERS}</h3>{cards}")
    assert [(each.first_name, each.mission) for each in record.volunteers] == [
        ("Ana", None),
        ("Zoé", "Relais"),
        ("Anh", None),
    ]
    said = str(record.volunteers) + str(record.unread)
    assert [name for name in ("DUPIN", "KONÉ", "LY") if name not in said] == []


def test_the_heading_of_a_card_is_the_one_column_that_cards_do_not_name() -> None:
    cards = "".join(
        f"<div><h5>{name}</h5><p><b>Pays :</b> {country}</p></div>"
        for name, country in [("Dosso", "Niger"), ("Kayes", "Mali")]
    )
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{cards}")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Kayes", "Mali")]


@pytest.mark.parametrize(
    "grid",
    [
        "<div><div><div>{0}</div><div>Observations</div></div></div>",
        "<div><div>{0}</div><div>Observations</div><div>Lille</div><div></div></div>",
        "<div><b>{0}</b> –<br><b>Téléphone</b> –<br>01 02</div>",
    ],
)
def test_an_unlisted_name_beside_the_only_listed_one_is_no_row(grid: str) -> None:
    rows = grid.format("Nom de la collectivité territoriale")
    record = read(f"<h3>Collectivités territoriales partenaires du partenariat</h3>{rows}")
    assert [each.name for each in record.french_authorities if each.name != "Lille"] == []
