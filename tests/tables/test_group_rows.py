"""Rows over all columns that are the titles of groups: they say what the rows below them do, and are none."""

import pytest
from fragments import codes, page_of_funding, read

from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Partnership

BREST, OTHER, BREST_2016 = (
    "<td>Ville de Brest<td>12000<td><td><td><td>2017",
    "<td>Région Sud<td>800<td><td><td><td>2017",
    "<td>Ville de Brest<td>500<td><td><td><td>2016",
)


def _title(words: str) -> str:
    return f"<td colspan=6><p><a href='#'></a>{words}</p></td>"


def _funding(*rows: str, above: str = "") -> Partnership:
    html = page_of_funding(*rows)
    return read(html.replace("<table>", f"{above}<table>"))


def _read(record: Partnership) -> list[tuple[str | None, int | None]]:
    return [(each.funder, each.year) for each in record.funding]


@pytest.mark.parametrize("words", ["Nom du financeur: {}", "<b>Nom du financeur :</b> {}", "{}", "{} ({})", "{} - {}"])
def test_a_row_that_says_the_value_of_the_rows_below_is_no_row_and_says_nothing_else(words: str) -> None:
    titles = [_title(words.format("Ville de Brest", "2 lignes")), _title(words.format("région sud", 1))]
    record = _funding(titles[0], BREST, BREST_2016, titles[1], OTHER)
    assert _read(record) == [("Ville de Brest", 2017), ("Ville de Brest", 2016), ("Région Sud", 2017)]
    assert (record.unread, codes(record)) == ([], [])


def test_an_empty_cell_may_indent_the_rows_of_a_group() -> None:
    html = page_of_funding(*(f"<td>{row}" for row in (BREST, BREST_2016)))
    title = "<tr><td colspan=7>Nom du financeur : Ville de Brest</td></tr><tr><td><td>Ville de Brest<td>12"
    record = read(html.replace("<tr><th>", "<tr><th><th>").replace("<tr><td><td>Ville de Brest<td>12", title, 1))
    assert _read(record) == [("Ville de Brest", 2017), ("Ville de Brest", 2016)]
    assert record.unread == []


def test_titles_of_groups_within_groups_are_no_rows() -> None:
    inner = ("<td><td colspan=5>Année : 2017", "<td><td colspan=5>Année : 2016")
    record = _funding(_title("Nom du financeur : Ville de Brest"), inner[0], BREST, inner[1], BREST_2016)
    assert _read(record) == [("Ville de Brest", 2017), ("Ville de Brest", 2016)]
    assert record.unread == []


def test_a_title_that_counts_other_rows_than_are_there_is_kept() -> None:
    record = _funding(_title("Ville de Brest (3)"), BREST, BREST_2016)
    assert _read(record) == [("Ville de Brest", 2017), ("Ville de Brest", 2016)]
    assert [each.text for each in record.unread] == ["Ville de Brest (3)"]


def test_a_title_whose_value_does_not_stand_below_it_is_no_row_and_is_kept() -> None:
    record = _funding(_title("Nom du financeur : Fonds commun"), BREST, OTHER)
    assert _read(record) == [("Ville de Brest", 2017), ("Région Sud", 2017)]
    assert ([each.text for each in record.unread], codes(record)) == (
        ["Nom du financeur : Fonds commun"],
        [IssueCode.UNREAD_TEXT],
    )


def test_a_title_says_the_value_of_rows_that_leave_it_empty() -> None:
    rows = (BREST.replace("Ville de Brest", ""), BREST_2016.replace("Ville de Brest", ""))
    record = _funding(
        _title("Nom du financeur : Ville de Brest"), *rows, _title("Nom du financeur : Région Sud"), OTHER
    )
    assert _read(record) == [("Ville de Brest", 2017), ("Ville de Brest", 2016), ("Région Sud", 2017)]
    assert record.unread == []


def test_a_title_without_a_value_is_of_rows_that_have_none() -> None:
    rows = (_title("Nom du financeur: Ville de Brest"), BREST, _title("Nom du financeur: "), OTHER)
    empty = (*rows[:3], OTHER.replace("Région Sud", ""))
    assert (_read(_funding(*empty)), _funding(*empty).unread) == ([("Ville de Brest", 2017), (None, 2017)], [])
    assert (len(_funding(*rows).funding), _funding(*rows).unread) == (2, [])


def test_words_over_all_columns_that_some_row_below_does_not_say_are_kept() -> None:
    record = _funding(_title("Ville de Brest"), BREST, OTHER)
    assert _read(record) == [("Ville de Brest", 2017), ("Région Sud", 2017)]
    assert [each.text for each in record.unread] == ["Ville de Brest"]


def test_rows_that_each_say_one_name_over_all_columns_are_rows() -> None:
    rows = "".join(
        f"<tr><td colspan=2>Nom de la collectivité étrangère : {name}</td></tr>" for name in ("Dosso", "Kayes")
    )
    header = "<tr><th>Nom de la collectivité étrangère<th>Pays</tr>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table>{header}{rows}</table>")
    assert [each.name for each in record.foreign_partners] == ["Dosso", "Kayes"]


def test_what_a_row_says_below_another_by_the_name_of_a_column_is_of_that_row() -> None:
    html = page_of_funding(BREST.replace("2017", ""), "<td colspan=6>Année : 2014</td>", OTHER)
    assert _read(read(html)) == [("Ville de Brest", 2014), ("Région Sud", 2017)]


def test_the_name_by_which_the_rows_are_grouped_may_stand_above_the_table() -> None:
    chip = "<div><div><span>Nom du financeur</span></div></div>"
    record = _funding(_title("Nom du financeur: Ville de Brest"), BREST, above=chip)
    assert (_read(record), record.unread) == ([("Ville de Brest", 2017)], [])


def test_the_name_of_a_column_above_a_table_that_is_not_grouped_by_it_is_kept() -> None:
    chip = "<div><div><span>Nom du financeur</span></div></div>"
    grouped = _funding(_title("Année: 2017"), BREST, above=chip)
    assert (_read(grouped), [each.text for each in grouped.unread]) == (
        [("Ville de Brest", 2017)],
        ["Nom du financeur"],
    )
