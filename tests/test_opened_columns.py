"""Columns that a table hides where it lacks room for them, and says again in a row below each row that is open."""

from collections.abc import Sequence

import pytest
from fragments import FUNDING, ONE_PERCENT, codes, read
from lxml import html

from atlas_scraper import Partnership
from atlas_scraper.blocks.kinds import kind_of
from atlas_scraper.blocks.opened_columns import parts_of_table
from atlas_scraper.record.issues import IssueCode

CONTACTS = "<h3>Contacts dans les partenaires étrangers du partenariat</h3>"
NAMES = ["Nom de la collectivité étrangère", "Nom", "Prénom", "Fonction", "Courriel"]
ROWS = [
    ("Dosso", "Petit", "Ada", "Maire", "ada@example.org"),
    ("Kayes", "Roy", "Eve", "", "eve@example.org"),
    ("Mopti", "Diop", "", "Élu", ""),
    ("Ségou", "Bah", "Io", "Chargée : eau", "io@example.org"),
]
HIDDEN = {
    "a style": ' style="width: 9px; display: none;"',
    "an attribute": " hidden",
    "a rule of the page": " class=away",
}
HIDDEN_SO = " style='display: none'"
CHILDREN = {
    "stretches": ("<ul>{}</ul>", "<li><span class=t>{}</span> <span>{}</span></li>"),
    "a list of pairs": ("<dl>{}</dl>", "<dt>{}</dt><dd>{}</dd>"),
    "colons": ("<div>{}</div>", "<p>{} : {}</p>"),
    "a table": ("<table>{}</table>", "<tr><td>{}</td><td>{}</td></tr>"),
}


def _cells(tag: str, texts: Sequence[str], shown: int, hidden: str) -> str:
    return "".join(f"<{tag}{hidden if place >= shown else ''}>{text}</{tag}>" for place, text in enumerate(texts))


def _child(names: Sequence[str], texts: Sequence[str], shown: int, way: str = "stretches", more: str = "") -> str:
    around, pair = CHILDREN[way]
    pairs = "".join(pair.format(name, text) for name, text in list(zip(names, texts, strict=True))[shown:])
    return f"<tr><td colspan={shown}>{around.format(pairs)}{more}</td></tr>"


def _table(
    rows: Sequence[Sequence[str]],
    *children: str,
    names: Sequence[str] = NAMES,
    shown: int = 3,
    hidden: str = HIDDEN["a style"],
    heads: str = HIDDEN["a style"],
) -> str:
    both = zip(rows, [*children, *[""] * (len(rows) - len(children))], strict=True)
    body = "".join(f"<tr>{_cells('td', row, shown, hidden)}</tr>{child}" for row, child in both)
    return f"<style>.away {{ display: none }}</style><table><tr>{_cells('th', names, shown, heads)}</tr>{body}</table>"


def _said(record: Partnership) -> list[tuple[str, ...]]:
    fields = ("organisation", "last_name", "first_name", "position", "email")
    return [tuple(getattr(each, field) or "" for field in fields) for each in record.foreign_contacts]


@pytest.mark.parametrize("way", CHILDREN)
@pytest.mark.parametrize("hidden", HIDDEN.values(), ids=[*HIDDEN])
@pytest.mark.parametrize("opened", [[0], [0, 2], [1], [0, 1, 2, 3]])
def test_columns_that_a_row_below_opens_are_read_in_all_rows(way: str, hidden: str, opened: list[int]) -> None:
    children = [_child(NAMES, row, 3, way) if place in opened else "" for place, row in enumerate(ROWS)]
    record = read(CONTACTS + _table(ROWS, *children, hidden=hidden, heads=hidden))
    assert _said(record) == ROWS
    assert codes(record) == [] == record.unread


@pytest.mark.parametrize("keeps", [True, False])
def test_of_columns_of_one_name_those_that_are_hidden_keep_their_places(keeps: bool) -> None:
    rows = [("Tilliac", "900", "", "40", "", "2016"), ("Vaubrun", "800", "1", "", "7", "2017")]
    names = FUNDING.split("|")
    assert names[2:5] == [ONE_PERCENT] * 3
    child = _child(names, rows[0], 3)
    child = child if keeps else child.replace(f"<li><span class=t>{ONE_PERCENT}</span> <span></span></li>", "")
    record = read(f"<h3>Financement du partenariat</h3>{_table(rows, child, names=names)}")
    said = [(row.funder, [*map(str, row.one_percent_eur)], row.year) for row in record.funding]
    assert said == [("Tilliac", ["None", "40", "None"], 2016), ("Vaubrun", ["1", "None", "7"], 2017)]
    assert codes(record) == []


def test_a_row_below_that_leaves_out_empty_values_opens_the_others() -> None:
    rows = [("Kayes", "Roy", "Eve", "", "eve@example.org"), ROWS[0]]
    child = _child([NAMES[4]], [rows[0][4]], 0).replace("colspan=0", "colspan=3")
    assert [row[4] for row in _said(read(CONTACTS + _table(rows, child)))] == ["eve@example.org", "ada@example.org"]


def test_what_a_row_below_says_beside_hidden_columns_is_said() -> None:
    record = read(CONTACTS + _table(ROWS, _child(NAMES, ROWS[0], 3, more="<p>Une remarque</p>")))
    assert set(ROWS) <= set(_said(record))
    assert "Une remarque" in f"{record.unread} {record.issues}"


def test_a_row_below_that_says_something_else_than_what_is_hidden_opens_nothing() -> None:
    other = (*ROWS[0][:4], "autre@example.org")
    record = read(CONTACTS + _table(ROWS, _child(NAMES, other, 3)))
    assert "eve@example.org" not in {each.email for each in record.foreign_contacts}
    assert "eve@example.org" in f"{record.unread} {record.issues}"


def test_a_hidden_column_that_no_row_opens_is_no_value() -> None:
    names, rows = [*NAMES[:2], "Numéro"], [(*row[:2], f"77{place}") for place, row in enumerate(ROWS)]
    record = read(CONTACTS + _table(rows, names=names, shown=2))
    assert [row[:2] for row in _said(record)] == [row[:2] for row in ROWS]
    assert "770" not in str(record.foreign_contacts)


PARTNERS = "<h3>Partenaires étrangers du partenariat</h3>"
OF_PARTNERS = ["Nom de la collectivité étrangère", "Pays", ""]
LINKED = [
    (name, land, f'<a href="https://example.org/{name}"><img src=i></a>')
    for name, land in (("Dosso", "Niger"), ("Kayes", "Mali"), ("Lomé", "Togo"))
]


def test_a_column_of_icons_that_is_hidden_with_others_links_all_rows() -> None:
    record = read(PARTNERS + _table(LINKED, _child(OF_PARTNERS, LINKED[0], 1), names=OF_PARTNERS, shown=1))
    said = [(each.name, each.country, each.link) for each in record.foreign_partners]
    assert said == [(name, land, f"https://example.org/{name}") for name, land, _ in LINKED]


def test_a_hidden_column_of_icons_that_a_row_below_lacks_links_nothing() -> None:
    children = [_child(OF_PARTNERS, LINKED[0], 1), _child(OF_PARTNERS[:2], LINKED[1][:2], 1)]
    record = read(PARTNERS + _table(LINKED, *children, names=OF_PARTNERS, shown=1))
    assert [each.country for each in record.foreign_partners] == [land for _, land, _ in LINKED]
    assert record.foreign_partners[2].link is None


def test_a_hidden_text_without_a_name_that_stands_below_by_accident_is_no_value() -> None:
    rows = [("Dosso", "Niger 12", "1"), ("Kayes", "Mali", "2")]
    record = read(PARTNERS + _table(rows, _child(OF_PARTNERS[:2], rows[0][:2], 1), names=OF_PARTNERS, shown=1))
    assert [(each.name, each.country) for each in record.foreign_partners] == [row[:2] for row in rows]
    assert record.unread == []


@pytest.mark.parametrize(
    ("other", "by"),
    [
        ("<td>Io</td><td style='display: none'>", "<td style='display: none'>Io</td><td>"),
        ("<tr><td colspan=2>", "<tr hidden><td colspan=2>"),
        ("<td colspan=2>", "<td colspan=2 hidden>"),
    ],
)
def test_columns_that_are_not_hidden_alike_or_not_opened_in_sight_stay_hidden(other: str, by: str) -> None:
    names, rows = [*NAMES[1:3], NAMES[4]], [(*row[1:3], row[4]) for row in ROWS]
    written = _table(rows, _child(names, rows[0], 2), names=names, shown=2, hidden=HIDDEN_SO, heads=HIDDEN_SO)
    assert other in written
    record = read(CONTACTS + written.replace(other, by))
    assert "eve@example.org" not in {each.email for each in record.foreign_contacts}


@pytest.mark.parametrize(("more", "rows"), [("", 2), ('<a href="https://example.org/x"></a>', 3)])
def test_only_a_row_below_that_leads_nowhere_else_is_left_out(more: str, rows: int) -> None:
    row = (ROWS[0], _child(NAMES, ROWS[0], 3, more=more))
    table = html.fromstring(_table(row[:1], row[1])).find(".//table")
    assert table is not None
    assert len(parts_of_table(table, lambda part: kind if (kind := kind_of(part)).is_shown else None)[1]) == rows


def test_a_hidden_copy_of_a_column_that_is_shown_is_not_said() -> None:
    names, rows = [*NAMES[:2], NAMES[1]], [(*row[:2], row[1]) for row in ROWS]
    record = read(CONTACTS + _table(rows, names=names, shown=2))
    assert [row[:2] for row in _said(record)] == [row[:2] for row in ROWS]
    assert record.unread == []


@pytest.mark.parametrize("children", [0, 1])
def test_a_known_column_that_is_hidden_and_not_opened_is_said(children: int) -> None:
    child = _child(NAMES[:4], ROWS[0][:4], 3)
    record = read(CONTACTS + _table(ROWS, *[child] * children))
    assert {each.email for each in record.foreign_contacts} == {None}
    said = [each.text.split("\n") for each in record.unread]
    assert [text for text in said[-1] if "@" in text] == [row[4] for row in ROWS if row[4]]
    assert codes(record) == [IssueCode.UNREAD_TEXT]
