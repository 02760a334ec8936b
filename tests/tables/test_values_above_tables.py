"""Values that stand above a table with the name of their column: those of all its rows."""

import pytest
from fragments import FUNDING, read

NAMES = FUNDING.split("|")


def _funding(*groups: tuple[str, str], heading: str = "h4") -> str:
    head = "<tr>" + "".join(f"<th>{name}" for name in NAMES[1:]) + "</tr>"
    tables = (f"<{heading}>{NAMES[0]} : {name}</{heading}><table>{head}{rows}</table>" for name, rows in groups)
    return f"<h3>Financement du partenariat</h3>{''.join(tables)}"


ROWS = "<tr><td>1000<td><td>50<td><td>2012</tr><tr><td>2000<td><td><td><td>2013</tr>"
LAST = "<tr><td>700<td><td><td><td>2014</tr>"


@pytest.mark.parametrize("heading", ["h3", "h4", "p", "strong"])
def test_a_value_above_a_table_is_that_of_all_its_rows(heading: str) -> None:
    record = read(_funding(("Région A", ROWS), ("Ville B", LAST), heading=heading))
    assert [tuple(each.model_dump(mode="json").values()) for each in record.funding] == [
        ("Région A", 1000, [None, 50, None], 2012),
        ("Région A", 2000, [None, None, None], 2013),
        ("Ville B", 700, [None, None, None], 2014),
    ]
    assert record.unread == []


def test_a_total_below_such_rows_is_none_of_them() -> None:
    record = read(_funding(("Région A", f"{ROWS}<tr><td>Total<td><td>50<td><td></tr>")))
    assert (len(record.funding), len(record.unread)) == (2, 1)


def test_a_message_in_place_of_such_rows_is_no_row() -> None:
    message = "<tr><td colspan=5>Aucune information à présenter.</td></tr>"
    record = read(_funding(("Région A", ROWS), ("Ville B", message)))
    assert [each.funder for each in record.funding] == ["Région A", "Région A"]
    assert "Ville B" in str(record.unread)


@pytest.mark.parametrize("row", ["<td><td><td><td><td>2012", "<td><td><td><td><td>"])
def test_a_row_that_says_little_else_has_the_value_above_it(row: str) -> None:
    record = read(_funding(("Région A", f"<tr>{row}</tr>")))
    assert [each.funder for each in record.funding] == ["Région A"]


def test_a_column_that_the_table_has_is_not_taken_from_above_it() -> None:
    head = "<th>Nom de la collectivité étrangère<th>Pays"
    rows = "<p>Pays : Mali</p><table><tr>" + head + "</tr><tr><td>Dosso<td>Niger</tr></table>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{rows}")
    assert [each.country for each in record.foreign_partners] == ["Niger"]
    assert "Mali" in str(record.unread)
