"""Headers over more than one column of the grid, as reports that are drawn on one have them."""

import pytest
from fragments import FUNDING, codes, read

NAMES = FUNDING.split("|")
ROW = ("Région A", "1000", "", "50", "", "2012")


def _funding(*rows: str) -> str:
    return f"<h3>Financement du partenariat</h3><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _wide(cells: tuple[str, ...] | list[str]) -> str:
    return "".join(f"<td colspan=2>{cell}</td>" for cell in cells)


def _apart(cells: tuple[str, ...] | list[str]) -> str:
    return "<td></td>".join(f"<td>{cell}</td>" for cell in cells)


@pytest.mark.parametrize("write", [_wide, _apart])
def test_columns_of_one_name_keep_their_places_in_a_grid_of_more_columns(write) -> None:  # type: ignore[no-untyped-def]
    record = read(_funding(write(NAMES), write(ROW), write(("Région A", "2000", "", "", "", "2013"))))
    assert [each.model_dump(mode="json") for each in record.funding] == [
        {"funder": "Région A", "amount_eur": 1000, "one_percent_eur": [None, 50, None], "year": 2012},
        {"funder": "Région A", "amount_eur": 2000, "one_percent_eur": [None, None, None], "year": 2013},
    ]
    assert codes(record) == []


def test_a_header_over_the_columns_of_its_name_stands_over_each() -> None:
    names = f"<td>{NAMES[0]}<td>{NAMES[1]}<td colspan=3>{NAMES[2]}<td>{NAMES[5]}"
    record = read(_funding(names, "".join(f"<td>{cell}" for cell in ROW)))
    assert (record.funding[0].one_percent_eur, record.funding[0].year) == ([None, 50, None], 2012)
