"""Cells, rows and entries whose end tags are left out, and elements that stand where only rows and cells belong."""

import pytest
from fragments import page_of, read

from atlas_scraper import parse
from atlas_scraper.record.model import Partnership

HEADING = "<h3>Partenaires étrangers du partenariat</h3>"
HEADERS = ["<tr><th>{0}</th><th>{1}</th></tr>", "<tr><th><div>{0}<th><div>{1}", "<tr><td><b><font>{0}<td><b><font>{1}"]
ROWS = [("Dosso", "Niger"), ("Kayes", ""), ("Ségou", "Mali")]


def partners(row: str, header: str = HEADERS[0]) -> Partnership:
    header = header.format("Nom de la collectivité étrangère", "Pays")
    return read(f"{HEADING}<table>{header}{''.join(row.format(*each) for each in ROWS)}</table>")


def said(record: Partnership) -> list[tuple[str | None, str]]:
    return [(each.name, each.country or "") for each in record.foreign_partners]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize(
    "opened", ["<div>", "<font size=2>", "<b>", "<span>", "<center>", "<form action=x>", "<a href=x>", "<p><i>"]
)
def test_a_cell_ends_where_the_next_begins_whatever_is_open_in_it(opened: str, header: str) -> None:
    record = partners(f"<tr><td>{opened}{{0}}<td>{opened}{{1}}", header)
    assert said(record) == ROWS
    assert not record.unread


@pytest.mark.parametrize("header", [*HEADERS, "<form><tr><th>{0}<th>{1}</form>", "<tr><th>{0}<th>{1}<form>"])
@pytest.mark.parametrize(
    "row",
    [
        "<form><tr><td>{0}<td>{1}</form>",
        "<form><tr><td>{0}</td><td>{1}</td></form>",
        "<form><tr><td>{0}</td></form><td>{1}</td></tr>",
        "<tr><form><input type=hidden name=id value=7><td>{0}</td><td>{1}</td></form></tr>",
        "<tr><form><td>{0}<td>{1}</form>",
        "<tr><input type=hidden name=id value=7><td>{0}</td><td>{1}</td></tr>",
        "<form role=search><tr><td>{0}<td>{1}</form>",
        "<tbody><form><tr><td><font>{0}<td>{1}</form></tbody>",
    ],
)
def test_a_form_between_rows_and_cells_moves_none(row: str, header: str) -> None:
    record = partners(row, header)
    assert said(record) == ROWS
    assert not record.unread


@pytest.mark.parametrize(
    "row",
    [
        "<tr>{open}<td>{0}</td><td>{1}</td>{close}</tr>",
        "<tr>{open}<td>{0}</td>{close}{open}<td>{1}</td>{close}</tr>",
        "{open}<tr><td>{0}</td><td>{1}</td></tr>{close}",
        "<tbody>{open}<tr><td>{0}</td><td>{1}</td></tr>{close}</tbody>",
    ],
)
@pytest.mark.parametrize("tag", ["font", "b", "a href=x", "center", "div", "span", "label", "app-row"])
def test_an_element_around_cells_or_rows_is_no_cell(row: str, tag: str) -> None:
    row = row.replace("{open}", f"<{tag}>").replace("{close}", f"</{tag.split(maxsplit=1)[0]}>")
    record = partners(row)
    assert said(record) == ROWS
    assert not record.unread


@pytest.mark.parametrize(
    "row", ["<tr>{}<td>{{0}}</td><td>{{1}}</td></a></tr>", "{}<tr><td>{{0}}</td><td>{{1}}</td></tr></a>"]
)
def test_a_link_around_cells_is_a_link_in_each(row: str) -> None:
    record = partners(row.format("<a href='https://example.org/{0}'>"))
    assert [str(each.link) for each in record.foreign_partners] == [f"https://example.org/{name}" for name, _ in ROWS]


@pytest.mark.parametrize("row", ["<tr><a href=x>{}</a></tr>", "<a href=x><tr>{}</tr></a>"])
def test_a_link_in_a_cell_stands_over_the_one_around_it(row: str) -> None:
    cells = "<td><a href='https://example.org/{0}'>{0}</a></td><td>{1}</td>"
    record = partners(row.format(cells))
    assert [str(each.link) for each in record.foreign_partners] == [f"https://example.org/{name}" for name, _ in ROWS]


def test_cells_outside_all_rows_begin_one() -> None:
    assert said(partners("<td>{0}</td><td>{1}</td></tr>")) == ROWS


def test_a_table_in_an_open_cell_keeps_its_own_cells() -> None:
    record = partners("<tr><td><font><table><tr><td><div>{0}</table><td><div>{1}")
    assert said(record) == ROWS


def test_tags_in_scripts_and_comments_end_nothing() -> None:
    record = partners("<tr><td><div>{0}<script>w('<td>')</script> <!-- <td> --><td><div>{1}")
    assert said(record) == ROWS


VALUES = {"title": "Un jumelage", "start_year": "2001", "status": "En cours", "contexte": "Une amitié."}
PAIR_WAYS = {
    "table": ("<tr><td><font>{0}<td><div>{1}", "<table>{}</table>"),
    "definition list": ("<dt><div>{0}<dd><div>{1}", "<dl>{}</dl>"),
    "ended definition list": ("<dt><div>{0}</dt><dd><div>{1}</dd>", "<dl>{}</dl>"),
    "list": ("<li><b>{0} : </b><font>{1}", "<ul>{}</ul>"),
    "list of boxes": ("<li><div>{0} : <div>{1}</li>", "<ul>{}</ul>"),
    "list of open boxes": ("<li><div><b>{0}</b><div>{1}", "<ul>{}</ul>"),
    "field sets": ("<fieldset><legend>{0}</legend><div>{1}</fieldset>", "{}"),
}


@pytest.mark.parametrize("way", PAIR_WAYS)
def test_a_value_ends_where_the_next_label_begins(way: str) -> None:
    pair, around = PAIR_WAYS[way]
    unlisted = pair.format("Perspectives", "Un musée.")
    pairs = page_of(pair.format, **VALUES)
    behind_empty = pair.format("Sous-sous-thématique d'intervention", "")
    record = parse(around.format(pairs.replace(behind_empty, behind_empty + unlisted)).encode())
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.theme) == (["Une amitié."], None)
    assert " ".join(f"{each.label or ''} {each.text}" for each in record.unread).split() == [
        "Perspectives",
        "Un",
        "musée.",
    ]


@pytest.mark.parametrize("heading", ["<h3>{}<div></h3>", "<h3><div>{}</h3>", "<h3><div><b>{}</b><div></h3>"])
def test_a_heading_ends_whatever_is_open_in_it(heading: str) -> None:
    record = parse(f"<main>{page_of((heading + '<p>{}</p>').format, **VALUES)}</main>".encode())
    assert (record.title, record.start_year, record.status_label) == ("Un jumelage", 2001, "En cours")
    assert (record.context, record.unread) == (["Une amitié."], [])


@pytest.mark.parametrize("pair", ["{0} : {1}</p>\n", "<b>{0}</b> {1}</P>", "{0} : {1}</p></p>"])
def test_a_line_may_end_with_the_end_tag_of_a_paragraph_that_did_not_begin(pair: str) -> None:
    values = VALUES | {"thématique d'intervention": "Culture et Patrimoine"}
    record = parse(f"<html><body><div>{page_of(pair.format, **values)}</div></body></html>".encode())
    assert (record.title, record.start_year, record.context) == ("Un jumelage", 2001, ["Une amitié."])


def test_thousands_of_open_cells_are_read_in_time() -> None:
    rows = "<tr><td><div>Dosso<td><div>Niger" * 3000
    record = read(f"{HEADING}<table><tr><th>Nom de la collectivité étrangère<th>Pays{rows}</table>")
    assert len(record.foreign_partners) == 3000
