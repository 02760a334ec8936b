"""Grids with the roles of WAI-ARIA whose rows are written as tables: each one of its own, or all in one."""

from collections.abc import Sequence

import pytest
from fragments import codes, read
from lxml import html

from atlas_scraper.blocks.grids_of_tables import join_tables

PARTNERS = "<h3>Partenaires étrangers du partenariat</h3>"
AUTHORITIES = "<h3>Collectivités territoriales partenaires du partenariat</h3>"
NAME = "Nom de la collectivité étrangère"
ROWS = [("Dosso", "Niger"), ("Kayes", "Mali"), ("Ville", "")]
HEADS = {
    "boxes": "<div role=rowgroup><div role=row><div role=presentation>{}</div></div></div>",
    "a row in no group": "<div><div role=row>{}</div></div>",
    "a table": "<div><table><thead><tr>{}</tr></thead></table></div>",
    "a table with roles": "<table role=presentation><thead role=rowgroup><tr role=row>{}</tr></thead></table>",
}
BODIES = {
    "a table a row": ("<div role=rowgroup>{}</div>", "<table role=presentation><tbody><tr role=row>{}</tr></table>"),
    "a table in boxes a row": ("<div><i></i>{}</div>", "<div><table role=none><tr role=row>{}</tr></table></div>"),
    "a table a row without roles": ("<div role=rowgroup>{}</div>", "<table><tr>{}</tr></table>"),
    "one table": (
        "<div><table role=presentation><tbody role=rowgroup>{}</tbody></table></div>",
        "<tr role=row>{}</tr>",
    ),
    "one table without roles": ("<div><table>{}</table></div>", "<tr>{}</tr>"),
    "boxes": ("<div role=rowgroup>{}</div>", "<div role=row>{}</div>"),
}
OF_TABLES = [body for body in BODIES if body != "boxes"]


def _head(names: Sequence[str], head: str) -> str:
    tag = "th" if "<tr" in HEADS[head] else "div"
    return HEADS[head].format("".join(f"<{tag} role=columnheader><p>{name}</p></{tag}>" for name in names))


def _body(rows: Sequence[Sequence[str]], body: str) -> str:
    around, row = BODIES[body]
    tag = "td" if "<tr" in row else "div"
    cells = ("".join(f"<{tag} role=gridcell><div>{text}</div></{tag}>" for text in texts) for texts in rows)
    return around.format("".join(map(row.format, cells)))


def _grid(*parts: str) -> str:
    return f"<div role=grid>{''.join(parts)}</div>"


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("rows", [ROWS, ROWS[:1]])
def test_the_tables_in_a_grid_are_its_rows(head: str, body: str, rows: list[tuple[str, str]]) -> None:
    record = read(PARTNERS + _grid(_head([NAME, "Pays"], head), _body(rows, body)))
    assert [(each.name, each.country or "") for each in record.foreign_partners] == rows
    assert codes(record) == [] == record.unread


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("names", [["Dosso", "Kayes", "Ville"], ["Dosso"]])
def test_the_tables_in_a_grid_of_one_column_are_its_rows(head: str, body: str, names: list[str]) -> None:
    rows = [[name] for name in names]
    record = read(AUTHORITIES + _grid(_head(["Nom de la collectivité territoriale"], head), _body(rows, body)))
    assert [each.name for each in record.french_authorities] == names
    assert codes(record) == [] == record.unread


@pytest.mark.parametrize("body", BODIES)
def test_a_column_that_a_grid_hides_from_its_header_has_no_cells(body: str) -> None:
    head = _head([NAME, "Numéro", "Pays"], "boxes").replace(
        "<div role=columnheader><p>Num", "<div hidden role=columnheader><p>Num"
    )
    record = read(PARTNERS + _grid(head, _body(ROWS, body)))
    assert [(each.name, each.country or "") for each in record.foreign_partners] == ROWS


@pytest.mark.parametrize("body", OF_TABLES)
def test_columns_in_a_grid_of_two_parts_are_never_taken_for_each_others(body: str) -> None:
    fixed = _head([NAME], "boxes") + _body([row[:1] for row in ROWS], body)
    moving = _head(["Pays"], "boxes") + _body([("Niger",), ("Mali",), ("Togo",)], body)
    record = read(PARTNERS + _grid(fixed, moving))
    assert not {"Niger", "Mali", "Togo", "Pays"} & {each.name for each in record.foreign_partners}
    said = f"{record.foreign_partners} {record.unread} {record.issues}"
    assert all(word in said for word in ("Dosso", "Kayes", "Ville", "Niger", "Mali", "Togo"))


@pytest.mark.parametrize("body", OF_TABLES)
def test_rows_of_another_width_than_the_header_of_their_grid_are_said_and_not_read(body: str) -> None:
    rows = [("1", *row) for row in ROWS]
    record = read(PARTNERS + _grid(_head([NAME, "Pays"], "boxes"), _body(rows, body)))
    assert record.foreign_partners == []
    assert all(name in str(record.unread) for name, _ in ROWS)


def test_two_whole_tables_in_a_grid_stay_two() -> None:
    whole = "<table><tr><th>{}<th>Pays</tr><tr><td>{}<td>{}</tr></table>"
    grid = _grid(whole.format(NAME, "Dosso", "Niger"), whole.format("Ville jumelle", "Lomé", "Togo"))
    record = read(PARTNERS + grid)
    assert [each.name for each in record.foreign_partners] == ["Dosso"]
    assert "Lomé" in f"{record.unread} {record.issues}"


def test_a_table_in_a_cell_of_a_grid_is_of_that_cell() -> None:
    inner = "<table role=presentation><tr role=row><td>Eau<td>Bois</tr></table>"
    rows = [("Dosso", f"Niger{inner}"), ("Kayes", "Mali")]
    record = read(PARTNERS + _grid(_head([NAME, "Pays"], "boxes"), _body(rows, "a table a row")))
    assert [each.name for each in record.foreign_partners] == ["Dosso", "Kayes"]
    assert "Eau" not in {each.name for each in record.foreign_partners}


@pytest.mark.parametrize(
    "hidden",
    [
        "<table hidden><tr><td>Un modèle<td>Togo</tr></table>",
        "<table><tr style='display:none'><td>Un modèle</tr></table>",
    ],
)
def test_what_a_grid_hides_is_none_of_its_rows(hidden: str) -> None:
    record = read(PARTNERS + _grid(_head([NAME, "Pays"], "boxes"), _body(ROWS, "a table a row"), hidden))
    assert [(each.name, each.country or "") for each in record.foreign_partners] == ROWS
    assert "Un modèle" in str(record.unread)


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        ("a table a row", ROWS),
        ("a table a row", ROWS[:1]),
        ("a table a row without roles", ROWS),
        ("a table in boxes a row", ROWS),
        ("one table", ROWS),
    ],
)
@pytest.mark.parametrize("around", ["<div>{}</div>", "<div><div><div>{}</div></div></div>", "{}"])
def test_a_table_elsewhere_in_a_grid_is_none_of_its_rows(body: str, around: str, rows: list[tuple[str, str]]) -> None:
    pages = around.format("<table><tr><td>Dont</td><td>2</td></tr></table>")
    record = read(PARTNERS + _grid(_head([NAME, "Pays"], "boxes"), _body(rows, body), pages))
    assert "Dont" not in str(record.foreign_partners)
    said = f"{record.foreign_partners} {record.unread} {record.issues}"
    assert all(name in said for name in (*[name for name, _ in rows], "Dont"))


def test_a_table_elsewhere_in_a_grid_of_one_row_is_none_of_its_rows() -> None:
    pages = "<div><div><table><tr><td>Dont</td><td>2</td></tr></table></div></div>"
    body = _body(ROWS[:1], "a table a row without roles")
    record = read(PARTNERS + _grid(_head([NAME, "Pays"], "boxes"), body, pages))
    assert "Dont" not in str(record.foreign_partners)


@pytest.mark.parametrize("cell", ["<th role=rowheader>", "<th scope=row>"])
def test_the_first_cells_of_rows_in_a_grid_are_no_names_of_columns(cell: str) -> None:
    body = _body([["Dosso"], ["Kayes"]], "a table a row").replace("<td role=gridcell>", cell)
    record = read(AUTHORITIES + _grid(_head(["Nom de la collectivité territoriale"], "boxes"), body))
    assert [each.name for each in record.french_authorities] == ["Dosso", "Kayes"]


def test_the_name_of_a_group_of_rows_may_be_a_table_in_a_grid() -> None:
    group = "<table role=presentation><tr><td colspan=2>Pays : {}</td></tr></table>"
    rows = [
        group.format(row[1]) + _body([row], "a table a row without roles")[len("<div role=rowgroup>") : -6]
        for row in ROWS[:2]
    ]
    record = read(PARTNERS + _grid(_head([NAME, "Pays"], "boxes"), f"<div>{''.join(rows)}</div>"))
    assert [(each.name, each.country) for each in record.foreign_partners] == ROWS[:2]


@pytest.mark.parametrize(
    ("parts", "tables"),
    [
        ("<table><tr><th>Nom<th>Pays<tr><td>Dosso<td>Niger</table>", 1),
        ("<table><tr><td>Dosso<td>Niger</table><table><tr><th>Nom<th>Pays</table>", 2),
        ("<table><tr><th>Nom<th>Pays</table><table><tr><td>Dosso<td>Niger</table>", 0),
    ],
)
def test_only_tables_below_the_names_of_their_columns_are_taken_out_of_a_grid(parts: str, tables: int) -> None:
    root = html.document_fromstring(f"<body><div role=grid>{parts}</div></body>")
    join_tables(root)
    assert len(root.findall(".//table")) == tables


def test_the_foot_of_a_table_in_a_grid_stays_one() -> None:
    body = "<table><tbody><tr><td>Dosso<td>Niger</tbody><tfoot><tr><td>Total<td>1</tfoot></table>"
    root = html.document_fromstring(f"<body>{_grid(_head(['Nom', 'Pays'], 'a row in no group'), body)}</body>")
    join_tables(root)
    assert [part.tag for part in root.iter("table", "tfoot")] == ["tfoot"]
