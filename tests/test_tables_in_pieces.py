"""Tables that a page cuts in pieces: the header apart from the rows, each row a table, or the rows in several."""

import re
from collections.abc import Sequence

import pytest
from fragments import codes, read

from atlas_scraper.record.issues import IssueCode

LABEL = "<h3>Partenaires étrangers du partenariat</h3>"
NAME = "Nom de la collectivité étrangère"
AUTHORITIES = "<h3>Collectivités territoriales partenaires du partenariat</h3>"
COLUMN = "Nom de la collectivité territoriale"
SECOND_NAME = re.compile(r"<(th|td|li|div)>(<p><b>)?Pays(</b></p>)?</\1>")
PARTNERS = [("Dosso", "Niger"), ("Kayes", "Mali"), ("Ville", "Togo")]
HEADS = {
    "a table": f"<table><tr><th>{NAME}</th><th>Pays</th></tr></table>",
    "a table of plain cells": f"<div><table><tr><td>{NAME}</td><td>Pays</td></tr></table></div>",
    "boxes": f"<div><div>{NAME}</div><div>Pays</div></div>",
    "boxes in boxes": f"<div><div><p><b>{NAME}</b></p></div><div><p><b>Pays</b></p></div></div>",
    "a list": f"<ul><li>{NAME}</li><li>Pays</li></ul>",
    "stretches": f"<div><span>{NAME}</span> <span>Pays</span></div>",
}


def _row(row: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>"


def _in_one(rows: Sequence[Sequence[str]]) -> str:
    return f"<table>{''.join(map(_row, rows))}</table>"


def _in_tables(rows: Sequence[Sequence[str]]) -> str:
    return "<div>" + "".join(f"<table>{_row(row)}</table>" for row in rows) + "</div>"


def _in_boxes(rows: Sequence[Sequence[str]]) -> str:
    return "".join(f"<div><table>{_row(row)}</table></div>" for row in rows)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("write", [_in_one, _in_tables, _in_boxes])
@pytest.mark.parametrize("rows", [PARTNERS, PARTNERS[:1]])
def test_rows_in_tables_below_a_header_elsewhere_are_rows_of_it(
    head: str, write: object, rows: list[tuple[str, str]]
) -> None:
    assert callable(write)
    record = read(LABEL + HEADS[head] + write(rows))
    assert [(each.name, each.country) for each in record.foreign_partners] == rows
    assert codes(record) == [] == record.unread


@pytest.mark.parametrize("around", ["{}<div>{}</div>", "{}<section><div>{}</div><i></i></section>", "<div>{}{}</div>"])
@pytest.mark.parametrize("head", [head for head in HEADS if head != "stretches"])
@pytest.mark.parametrize("write", [_in_one, _in_tables, _in_boxes])
@pytest.mark.parametrize("names", [["Dosso", "Kayes"], ["Dosso"]])
@pytest.mark.parametrize("behind", ["", "<h3>Notre bilan</h3><p>Bon</p>"])
def test_a_box_of_one_column_in_tables_is_one_table(
    around: str, head: str, write: object, names: list[str], behind: str
) -> None:
    assert callable(write)
    column = (HEADS[head] + write([[name] for name in names])).replace(NAME, COLUMN)
    for alone in (
        "<th>Pays</th>",
        "<td>Pays</td>",
        "<div>Pays</div>",
        "<div><p><b>Pays</b></p></div>",
        "<li>Pays</li>",
    ):
        column = column.replace(alone, "")
    record = read(around.format(AUTHORITIES, column) + behind)
    assert [each.name for each in record.french_authorities] == names
    assert [each.text for each in record.unread] == (["Bon"] if behind else [])


@pytest.mark.parametrize(
    "box",
    [
        "<div>{}<p>Notre bilan</p></div>",
        "<div><p>Notre bilan</p><p>Bon</p>{}</div>",
        "<div>{}<table class=x><tr><td class=x>Notre bilan</td></tr></table></div>",
        "<div>{}<table><tr><td>Notre bilan</td><td>Bon</td></tr></table></div>",
        "<div>{}<table><tr><td><p>Notre bilan</p><p>Bon</p></td></tr></table></div>",
        "<div>{}<table><tr><td>Contexte : Notre bilan</td></tr></table></div>",
        "<div><h3>Contacts dans les partenaires étrangers du partenariat</h3>"
        + AUTHORITIES
        + "{}</div><p>Notre bilan</p>",
    ],
)
def test_a_cell_below_the_name_of_a_column_is_a_row_only_where_a_box_holds_nothing_else(box: str) -> None:
    column = f"<table><tr><td>{COLUMN}</td></tr></table><table><tr><td>Dosso</td></tr></table>"
    record = read(AUTHORITIES + box.format(column))
    assert record.french_authorities == []
    said = f"{record.french_authorities} {record.context} {record.unread} {record.issues}"
    assert "Dosso" in said
    assert "Notre bilan" in said


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("<a href='#'>Dosso</a>", []),
        ("<button>Dosso</button>", []),
        ("<a href='https://example.org/1'>Dosso</a>", ["Dosso"]),
        ("Dosso <a href='#'>Voir</a>", ["Dosso"]),
    ],
)
def test_a_cell_that_is_only_to_be_pressed_is_no_row_below_the_name_of_a_column(cell: str, names: list[str]) -> None:
    column = f"<table><tr><td>{COLUMN}</td></tr></table><table><tr><td>{cell}</td></tr></table>"
    record = read(f"{AUTHORITIES}<div>{column}</div>")
    assert [each.name for each in record.french_authorities] == names
    assert ("Dosso" in str(record.unread)) is not bool(names)


def test_a_cell_of_two_lines_below_the_name_of_a_column_may_be_a_label_with_its_value() -> None:
    column = f"<table><tr><td>{COLUMN}</td></tr></table><table><tr><td><div>Notre bilan</div><div>Bon</div></table>"
    record = read(f"{AUTHORITIES}<div>{column}</div>")
    assert record.french_authorities == []
    assert "Notre bilan" in str(record.unread)


@pytest.mark.parametrize("blank", [0, 1, 2])
@pytest.mark.parametrize("box", ["<div><div>{}</div></div>", "<div><p><b>{}</b></p><i></i></div>"])
def test_an_icon_without_a_name_keeps_its_column_below_names_in_boxes(blank: int, box: str) -> None:
    names, icon = [NAME, "Pays"], '<a href="https://example.org/{}"><img src="i.png"></a>'
    names.insert(blank, "")
    rows = [[*row[:blank], icon.format(number), *row[blank:]] for number, row in enumerate(PARTNERS)]
    record = read(f"{LABEL}<div>{''.join(map(box.format, names))}</div>{_in_tables(rows)}")
    said = [(each.name, each.country, each.link) for each in record.foreign_partners]
    assert said == [(*row, f"https://example.org/{number}") for number, row in enumerate(PARTNERS)]


def test_names_in_boxes_that_fit_no_column_of_the_tables_below_read_nothing() -> None:
    rows = [("1", "Dosso", "Niger"), ("2", "Kayes", "Mali")]
    record = read(LABEL + HEADS["boxes"] + _in_tables(rows))
    assert record.foreign_partners == []
    assert "Dosso" in str(record.unread)


@pytest.mark.parametrize("around", ["{}", "<p>Suite</p>{}"])
def test_rows_go_on_in_a_table_like_the_one_before_it(around: str) -> None:
    first = f"<table><tr><th>{NAME}</th><th>Pays</th></tr>{_row(PARTNERS[0])}</table>"
    record = read(LABEL + first + around.format(_in_one(PARTNERS[1:])))
    assert [(each.name, each.country) for each in record.foreign_partners] == PARTNERS


@pytest.mark.parametrize(
    "other",
    ["<table><tr><td>Total</td><td>1</td></tr></table>", "<table><tr><td class=x>Kayes</td><td>Mali</td></tr></table>"],
)
def test_a_table_that_does_not_fit_the_one_before_it_stays_unread(other: str) -> None:
    first = f"<table><tr><th>{NAME}</th><th>Pays</th></tr>{_row(PARTNERS[0])}</table>"
    record = read(LABEL + first + other)
    assert [(each.name, each.country) for each in record.foreign_partners] == PARTNERS[:1]
    assert record.unread


def test_that_rows_of_nothing_but_free_text_go_on_in_a_further_table_is_said() -> None:
    names = "<tr><th>Nom</th><th>Prénom</th><th>Mission</th></tr>"
    first = f"<table>{names}{_row(['Petit', 'Ada', 'Eau'])}</table>"
    record = read(f"<h3>Volontaires impliqués dans le partenariat</h3>{first}{_in_one([('Roy', 'Eve', 'Bois')])}")
    assert [each.last_name for each in record.volunteers] == ["Petit", "Roy"]
    assert codes(record) == [IssueCode.AMBIGUOUS_CELLS]


@pytest.mark.parametrize("rule", ["", "<tr><td colspan=2><hr></td></tr>"])
@pytest.mark.parametrize("cell", ["td", "th"])
def test_rows_whose_columns_stand_below_each_other_in_one_table_are_rows(rule: str, cell: str) -> None:
    pairs = (
        "".join(
            f"<tr><{cell}>{head}</{cell}><td>{text}</td></tr>" for head, text in zip([NAME, "Pays"], row, strict=True)
        )
        for row in PARTNERS
    )
    record = read(f"{LABEL}<table>{rule.join(pairs)}</table>")
    assert [(each.name, each.country) for each in record.foreign_partners] == PARTNERS
    assert codes(record) == [] == record.unread
