"""Tables whose boxes stand in no rows: straight in one box, as style sheets lay them out, or a box for each column."""

from collections.abc import Sequence

import pytest
from fragments import FUNDING, codes, read

from atlas_scraper.record.issues import IssueCode

NAME = "Nom de la collectivité étrangère"
PARTNERS = [("Dosso", "Niger"), ("Kayes", "Mali"), ("Ville", "Togo")]
GRIDS = {
    "boxes": ("<div>{}</div>", "<div>{}</div>"),
    "boxes marked apart": ("<div class=head>{}</div>", "<div class=cell>{}</div>"),
    "paragraphs": ("<p><b>{}</b></p>", "<p>{}</p>"),
}
COLUMNS = {
    **GRIDS,
    "headings": ("<h4>{}</h4>", "<p>{}</p>"),
    "line breaks": ("<b>{}</b><br>", "{}<br>"),
}


def _table(head: str, cell: str, rows: Sequence[tuple[str, ...]]) -> str:
    return "".join((cell if number else head).format(text) for number, row in enumerate(rows) for text in row)


def _columns(head: str, cell: str, rows: Sequence[tuple[str, ...]]) -> str:
    columns = (head.format(name) + "".join(map(cell.format, texts)) for name, *texts in zip(*rows, strict=True))
    return "".join(f"<div>{column}</div>" for column in columns)


@pytest.mark.parametrize("way", GRIDS)
@pytest.mark.parametrize("behind", ["", "<section><p>Une remarque</p></section>"])
def test_boxes_straight_in_one_box_are_rows_below_their_header(way: str, behind: str) -> None:
    body = _table(*GRIDS[way], [(NAME, "Pays"), *PARTNERS])
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><div>{body}</div>{behind}")
    assert [(each.name, each.country) for each in record.foreign_partners] == PARTNERS
    assert [each.text for each in record.unread] == ["Une remarque"] * bool(behind)


@pytest.mark.parametrize("way", COLUMNS)
def test_boxes_that_are_a_column_each_are_read_across(way: str) -> None:
    body = _columns(*COLUMNS[way], [(NAME, "Pays"), *PARTNERS])
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><div>{body}</div>")
    assert [(each.name, each.country) for each in record.foreign_partners] == PARTNERS
    assert record.unread == []


@pytest.mark.parametrize("write", [_table, _columns])
@pytest.mark.parametrize("way", ["boxes marked apart", "paragraphs"])
def test_an_empty_box_of_a_grid_keeps_its_place(write: object, way: str) -> None:
    assert callable(write)
    rows = [
        tuple(FUNDING.split("|")),
        ("Tilliac", "900", "", "", "", "2016"),
        ("Vaubrun", "800", "40", "", "2", "2017"),
    ]
    record = read(f"<h3>Financement du partenariat</h3><div>{write(*GRIDS[way], rows)}</div>")
    read_rows = [(each.funder, each.amount_eur, *each.one_percent_eur, each.year) for each in record.funding]
    assert read_rows == [
        ("Tilliac", 900, None, None, None, 2016),
        ("Vaubrun", 800, 40, None, 2, 2017),
    ]
    assert record.unread == []


@pytest.mark.parametrize("head", ["<div class=head>{}</div>", "<div class=head><div>{}</div></div>"])
@pytest.mark.parametrize("cell", ["<div>{}</div>", "<div><p>{}</p></div>", "<ul><li>{}</li></ul>"])
@pytest.mark.parametrize("body", ["{}", "<section>{}</section>"])
def test_a_lone_cell_of_a_column_keeps_its_row_whatever_boxes_it_stands_in(head: str, cell: str, body: str) -> None:
    columns = ["Nom|Petit|Roy|Sol", "Prénom|Ada|Eve|Iris", "Mission||Un puits|", "Champs d'action|||Eau"]
    parts = ((name, "".join(map(cell.format, texts))) for name, *texts in (column.split("|") for column in columns))
    grid = "".join(f"<div>{head.format(name)}{body.format(texts)}</div>" for name, texts in parts)
    record = read(f"<h3>Volontaires impliqués dans le partenariat</h3><div>{grid}</div>")
    said = [(each.last_name, each.mission, each.field) for each in record.volunteers]
    assert said == [("Petit", None, None), ("Roy", "Un puits", None), ("Sol", None, "Eau")] or (
        not said and record.unread
    )


def test_an_unlisted_column_of_a_grid_is_kept_apart() -> None:
    rows = [(NAME, "Rang", "Pays"), *((name, str(rank), country) for rank, (name, country) in enumerate(PARTNERS))]
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><div>{_table(*GRIDS['paragraphs'], rows)}</div>")
    assert [(each.name, each.country) for each in record.foreign_partners] == PARTNERS
    assert [(each.label, each.text) for each in record.unread] == [("Rang", "0\n1\n2")]


def test_boxes_that_do_not_fit_the_columns_stay_unread() -> None:
    rows = [("Nom du financeur", "Année"), ("Tilliac", "une fois"), ("Vaubrun", "deux fois")]
    record = read(f"<h3>Financement du partenariat</h3><div>{_table(*GRIDS['paragraphs'], rows)}</div>")
    assert record.funding == []
    assert codes(record)


def test_the_names_of_a_card_with_one_value_are_no_header_over_it() -> None:
    body = "<div>Nom</div><div>Prénom</div><div>Mission</div><div>Enseigner</div>"
    record = read(f"<h3>Volontaires impliqués dans le partenariat</h3><div>{body}</div>")
    assert all(each.last_name is None for each in record.volunteers)


@pytest.mark.parametrize("card", ["{icon}{cells}", "{cells}{icon}", "{cells}<p>{icon}</p>"])
def test_an_icon_of_a_lone_card_is_the_link_of_what_the_card_is_about(card: str) -> None:
    icon = "<a href='https://example.org/1'><img src=v.png alt=''></a>"
    pairs = {"Nom de la collectivité étrangère": "Fada", "Pays": "Mali"}
    cells = "".join(f"<div><b>{name}</b><br>{text}</div>" for name, text in pairs.items())
    record = read(
        f"<h3>Partenaires étrangers du partenariat</h3><section>{card.format(icon=icon, cells=cells)}</section>"
    )
    assert [(row.name, row.country, row.link) for row in record.foreign_partners] == [
        ("Fada", "Mali", "https://example.org/1")
    ]


CONTACTS = "Nom de la collectivité étrangère|Nom|Prénom|Fonction|Courriel"


def _contacts(*rows: str) -> tuple[list[tuple[str | None, ...]], bool]:
    """Read contacts of rows of boxes; give them, and whether any cell is in doubt."""
    boxes = "".join(f"<ul>{''.join(f'<li>{cell}</li>' for cell in row.split('|'))}</ul>" for row in (CONTACTS, *rows))
    record = read(f"<h3>Contacts dans les partenaires étrangers du partenariat</h3>{boxes}")
    said: list[tuple[str | None, ...]] = [
        (each.organisation, each.last_name, each.first_name, each.position) for each in record.foreign_contacts
    ]
    return said, IssueCode.AMBIGUOUS_CELLS in codes(record)


def test_an_empty_box_of_a_row_leaves_its_column_empty() -> None:
    assert _contacts("|LEROUX|Zoé||a@example.org", "Fada||Ana|Maire|") == (
        [(None, "LEROUX", "Zoé", None), ("Fada", None, "Ana", "Maire")],
        False,
    )
