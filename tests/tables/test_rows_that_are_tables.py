"""Rows each of which is a table of its own in the one cell of a row, below a head that is another table."""

import pytest
from fragments import LABELS, codes, read

NAMES = ("Nom", "Prénom", "Mission", "Champs d'action", "Entité d'affectation")
ROWS = (
    ("KEITA", "Awa", "Appui au service des eaux", "Culture", "Commune de Dosso"),
    ("LE GALL", "", "Enseignement du français", "Eau", "Ville de Kayes"),
    ("DIOP", "Marc", "", "", "Ville de Thiès"),
)
PLAIN, BOXED = "<td>{}</td>", "<td><table><tr><td><div>{}</div></td></tr></table></td>"


def _table(texts: tuple[str, ...], cell: str) -> str:
    return f"<table><tr>{''.join(cell.format(text or '&nbsp;') for text in texts)}</tr></table>"


def _html(count: int, cell: str, row: str = "<tr><td>{}</td></tr>") -> str:
    body = "".join(row.format(_table(texts, cell)) for texts in ROWS[:count])
    return f"<h3>{LABELS[9]}</h3>{_table(NAMES, cell)}<table><tbody>{body}</tbody></table>"


@pytest.mark.parametrize("cell", [PLAIN, BOXED])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_tables_in_the_one_cell_of_each_row_are_the_rows(count: int, cell: str) -> None:
    record = read(_html(count, cell))
    found = [
        (each.last_name or "", each.first_name or "", each.mission or "", each.field or "", each.host or "")
        for each in record.volunteers
    ]
    assert (found, record.unread, codes(record)) == ([*ROWS[:count]], [], [])


def test_what_stands_beside_the_table_in_a_row_is_not_lost() -> None:
    record = read(_html(2, PLAIN, "<tr><td>{}</td><td>à revoir</td></tr>"))
    assert record.volunteers == []
    said = "\n".join(each.text for each in record.unread)
    assert all(text in said for row in ROWS[:2] for text in (*row, "à revoir"))


def test_tables_of_several_widths_are_no_rows_of_one() -> None:
    rows = [_table(row, PLAIN) for row in (ROWS[0], ROWS[1][:3])]
    body = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    record = read(f"<h3>{LABELS[9]}</h3>{_table(NAMES, PLAIN)}<table>{body}</table>")
    assert record.volunteers == []
    assert len(record.unread) == 1


def _each(*rows: str) -> str:
    """Make a table of one row for each of some rows, indented by an empty cell, as in `a||b`."""
    return "".join(
        f"<table><tr><td><br></td>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr></table>" for row in rows
    )


def test_a_column_without_a_name_is_where_the_cells_of_other_tables_are() -> None:
    rows = _each("<b>Thématique éligible</b>||", "6 - Eau propre et assainissement||2", "15 - Vie terrestre||1")
    record = read(f"<h3>Objectifs de développement durable - ODD</h3>{rows}")
    assert [(each.goal, each.level) for each in record.sdgs] == [(6, 2), (15, 1)]
    assert (record.unread, codes(record)) == ([], [])


@pytest.mark.parametrize("row", ["Ville de Metz|", "<a href='https://example.org/m'>Ville de Metz</a>|"])
def test_a_table_that_says_one_thing_is_a_row_unless_it_is_marked_as_no_row_is(row: str) -> None:
    rows = ["<b>Nom de la collectivité territoriale</b>|", "Ville de Brest|", row]
    for title, below in (("<b><i>Mots-clés</i></b>|", "Volet 1|"), ("<i>Mots-clés</i>|", "Volet 1|")):
        record = read(f"<h3>{LABELS[7]}</h3>{_each(*rows, title, below)}")
        assert [each.name for each in record.french_authorities] == ["Ville de Brest", "Ville de Metz"]
        said = "".join(each.text for each in record.unread)
        assert "Mots-clés" in said
        assert "Volet 1" in said
