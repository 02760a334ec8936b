"""Tables that are folded: each record over two rows, or the rows in blocks beside each other."""

import pytest
from fragments import LABELS, codes, read
from lines import table

from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.folded_tables import unfolded

NAME = PageColumn("name", ("Name",), is_required=True)
LAND = PageColumn("land", ("Country",))
YEAR = PageColumn("year", ("Year",), fits=str.isdigit)
SUMS = [PageColumn(f"sum_{place}", ("Sum",)) for place in (1, 2)]
COLUMNS = [NAME, LAND, YEAR, *SUMS]


def _unfolded(*rows: str, headers: int = 1) -> list[str]:
    made = table(*rows)
    cells = [tuple(cell._replace(is_header=number < headers) for cell in row) for number, row in enumerate(made.rows)]
    return ["|".join(cell.text for cell in row) for row in unfolded(made._replace(rows=tuple(cells)), COLUMNS).rows]


@pytest.mark.parametrize(
    ("rows", "headers", "out"),
    [
        (["Name|Country", "Year|Sum", "a|b", "1|c", "d|e", "2|f"], 2, ["Name|Country|Year|Sum", "a|b|1|c", "d|e|2|f"]),
        (["Name|Country", "Year|Note", "a|b", "1|c"], 2, ["Name|Country|Year|Note", "a|b|1|c"]),
        (["Name|Country", "Year|Sum", "a|b", "1|c", "d|e"], 2, None),
        (["Name|Country", "Year|Sum", "a|b", "1|c"], 1, None),
        (["Name|Country", "Year|Sum", "a|b", "1|c"], 3, None),
        (["Name|Country", "Name|Country", "a|b", "1|c"], 2, None),
        (["Name|Country", "Text|Note", "a|b", "1|c"], 2, None),
        (["Name|Country", "Year|Sum"], 2, None),
    ],
)
def test_records_of_two_rows_under_two_rows_of_names_are_a_row_each(
    rows: list[str], headers: int, out: list[str] | None
) -> None:
    assert _unfolded(*rows, headers=headers) == (out or rows)


@pytest.mark.parametrize(
    ("rows", "out"),
    [
        (["Name|Country||Name|Country", "a|b||e|f", "c|d|||"], ["Name|Country", "a|b", "c|d", "e|f"]),
        (["Name|Country|Name|Country", "a|b|e|f", "c|d|g|h"], ["Name|Country", "a|b", "c|d", "e|f", "g|h"]),
        (["Name||Name||Name", "a||b||c"], ["Name", "a", "b", "c"]),
        (["Name|Name", "a|b"], None),
        (["Name|Sum|Sum", "a|b|c"], None),
        (["Sum|Sum", "a|b"], None),
        (["Name|Country|Name|Year", "a|b|c|1"], None),
        (["Name|Country||Name|Country", "a|b|x|e|f"], None),
        (["Name|Country||Name|Country", "a|b||e"], None),
        (["Name|Country||Name|Country"], None),
    ],
)
def test_blocks_with_the_same_names_are_below_each_other(rows: list[str], out: list[str] | None) -> None:
    assert _unfolded(*rows) == (out or rows)


def test_a_name_that_spans_columns_begins_no_block() -> None:
    name, link = "Nom de la collectivité territoriale", "<a href='https://example.org/b'>Voir</a>"
    rows = f"<tr><th colspan=2>{name}</th></tr><tr><td>Ville de Brest</td><td>{link}</td></tr>"
    record = read(f"<h3>{LABELS[7]}</h3><table>{rows}</table>")
    assert [(each.name, each.link) for each in record.french_authorities] == [
        ("Ville de Brest", "https://example.org/b")
    ]


def test_cells_that_span_columns_in_a_record_of_two_rows_stand_once() -> None:
    head = "<tr><th>Nom</th><th>Prénom</th><th>Mission</th></tr><tr><th>Champs d'action</th>"
    head += "<th colspan=2>Entité d'affectation</th></tr>"
    rows = "<tr><td>KEITA</td><td>Awa</td><td></td></tr><tr><td>Eau</td><td colspan=2>Ville de Dosso</td></tr>" * 2
    record = read(f"<h3>{LABELS[9]}</h3><table>{head}{rows}</table>")
    found = [(each.last_name, each.first_name, each.mission, each.field, each.host) for each in record.volunteers]
    assert (found, record.unread, codes(record)) == ([("KEITA", "Awa", None, "Eau", "Ville de Dosso")] * 2, [], [])
