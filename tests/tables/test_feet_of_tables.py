"""Rows of a table's foot: they say something of the rows, and are none of them."""

import pytest
from fragments import FUNDING, codes, read, table

from atlas_scraper.record.issues import IssueCode

PARTNERS = "Partenaires étrangers du partenariat"
SUMS = ("Moyenne", "Moyenne par an", "Nombre de partenaires : 1", "3 partenaires", "Total : 1", "Source : DAECT")
NOTES = ("Données au 01/01/2024", "Relevé annuel")


def _with_foot(row: str, body: str = "<tr><td>Dosso<td>Niger<td></tr>") -> str:
    head = "<thead><tr><th>Nom de la collectivité étrangère<th>Pays<th></tr></thead>"
    return f"<h3>{PARTNERS}</h3><table>{head}<tbody>{body}</tbody><tfoot><tr>{row}</tr></tfoot></table>"


@pytest.mark.parametrize("words", [*SUMS, *NOTES])
def test_a_row_of_the_foot_is_no_partner_and_is_kept_unread(words: str) -> None:
    record = read(_with_foot(f"<td>{words}<td><td>"))
    assert [each.name for each in record.foreign_partners] == ["Dosso"]
    assert ([each.text for each in record.unread], codes(record)) == ([words], [IssueCode.UNREAD_TEXT])


@pytest.mark.parametrize("words", SUMS)
def test_a_last_row_whose_words_tell_that_it_sums_up_is_none_of_them(words: str) -> None:
    record = read(table("Financement du partenariat", FUNDING, "Brest|12000||||2017", f"{words}|12000||||"))
    assert ([each.funder for each in record.funding], len(record.unread)) == (["Brest"], 1)


def test_a_mean_in_the_foot_is_no_funder() -> None:
    head = "".join(f"<th>{name}" for name in FUNDING.split("|"))
    rows = f"<thead><tr>{head}</tr></thead><tbody><tr><td>Brest<td>12000<td><td><td><td>2017</tr></tbody>"
    foot = "<tfoot><tr><th scope=row>Par an, en moyenne<td>12000<td><td><td><td></tr></tfoot>"
    record = read(f"<h3>Financement du partenariat</h3><table>{rows}{foot}</table>")
    assert [each.funder for each in record.funding] == ["Brest"]
    assert [each.text for each in record.unread] == ["Par an, en moyenne | 12000"]


def test_a_row_of_the_foot_that_fills_all_that_rows_do_is_read_and_said() -> None:
    record = read(_with_foot("<td>Kayes<td>Mali<td>"))
    assert ([each.name for each in record.foreign_partners], codes(record)) == (
        ["Dosso", "Kayes"],
        [IssueCode.AMBIGUOUS_CELLS],
    )


def test_a_foot_that_says_the_header_again_says_nothing_else() -> None:
    record = read(_with_foot("<th>Nom de la collectivité étrangère<th>Pays<th>"))
    assert (len(record.foreign_partners), record.unread, codes(record)) == (1, [], [])


def test_a_table_whose_rows_all_stand_in_its_foot_has_rows() -> None:
    record = read(_with_foot("<td>Kayes<td>Mali<td>", body=""))
    assert ([each.name for each in record.foreign_partners], codes(record)) == (["Kayes"], [])
