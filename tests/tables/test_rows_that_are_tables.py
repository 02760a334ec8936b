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
