"""Rows below a header that are no data, and marks around all cells that are no words."""

import pytest
from fragments import LABELS, page_of_funding, read

from atlas_scraper.blocks.document import Cell
from atlas_scraper.tables.quoted_cells import without_quotes
from atlas_scraper.tables.second_headers import count_second_headers

NAMES = "<th>Nom de la collectivité étrangère</th><th>Pays</th>"
ROWS = "<tr><td>Dosso</td><td>Niger</td></tr><tr><td>Kayes</td><td>Mali</td></tr>"


def _row(text: str, *, is_header: bool = False) -> tuple[Cell, ...]:
    return tuple(Cell(part.strip(), is_header=is_header) for part in text.split("|"))


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (["(1)|(2)|(3)", "a|b|c"], 1),
        (["1|2|3", "a|b|c"], 1),
        (["[1]|[2]|", "a|b|c"], 1),
        (["(€)|(texte)", "(1)|(2)", "a|b"], 2),
        (["2|1", "a|b"], 0),
        (["1|", "2|"], 0),
        (["(a)|b", "c|d"], 0),
        (["a|b", "(1)|(2)"], 0),
        ([], 0),
    ],
)
def test_numbers_of_columns_and_words_in_brackets_are_no_data(rows: list[str], count: int) -> None:
    assert count_second_headers([*map(_row, rows)]) == count


def test_a_row_of_headers_alone_is_none_of_data_where_others_have_cells() -> None:
    units, data, all_headers = _row("texte|texte", is_header=True), _row("a|b"), _row("c|d", is_header=True)
    assert count_second_headers([units, data]) == 1
    assert count_second_headers([units, all_headers]) == 0
    assert count_second_headers([(units[0], data[0]), data]) == 0


@pytest.mark.parametrize("second", ["<td>(1)</td><td>(2)</td>", "<th>1</th><th>2</th>", "<th>texte</th><th>liste</th>"])
def test_a_second_header_is_no_partner_and_is_kept(second: str) -> None:
    html = f"<table><thead><tr>{NAMES}</tr><tr>{second}</tr></thead><tbody>{ROWS}</tbody></table>"
    record = read(f"<h3>{LABELS[5]}</h3>{html}")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Kayes", "Mali")]
    assert len(record.unread) == 1


def test_a_header_that_is_said_again_is_no_second_one() -> None:
    record = read(f"<h3>{LABELS[5]}</h3><table><thead><tr>{NAMES}</tr><tr>{NAMES}</tr></thead>{ROWS}</table>")
    assert (len(record.foreign_partners), record.unread) == (2, [])


@pytest.mark.parametrize(
    "total",
    ["Ensemble", "TOTAL TTC", "Total HT", "Cumul", "Montant total du financement", "Total des financements :"],
)
def test_a_sum_by_any_name_is_no_funder(total: str) -> None:
    row = "<td>{}</td><td>{}</td><td></td><td></td><td></td><td>{}</td>"
    record = read(page_of_funding(row.format("Ville de Caen", 900, 2016), row.format(total, 900, "")))
    assert [each.funder for each in record.funding] == ["Ville de Caen"]
    assert total.rstrip(" :") in record.unread[0].text


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (['"a"|"b"', '"c"|'], ["a", "b", "c", ""]),
        (["« a »|« b »"], ["a", "b"]),
        (['"a"|x@example.org', '"b"|'], ["a", "x@example.org", "b", ""]),
        (['"a"|b', '"c"|"d"'], ['"a"', "b", '"c"', '"d"']),
        (['"a" et "b"|"c"'], ['"a" et "b"', '"c"']),
        (['"a"|'], ['"a"', ""]),
    ],
)
def test_marks_around_all_cells_are_left_out(rows: list[str], said: list[str]) -> None:
    assert [cell.text for row in without_quotes([*map(_row, rows)]) for cell in row] == said


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        (["(a)|(b)"] * 3 + ["a|b"], 3),
        (["(a)|(b)"] * 5, 3),
        (["[a]|[b]", "a|b"], 1),
        (["(1)|2", "a|b"], 1),
        (["1|2", "a|b"], 1),
        (["|(1)|(2)", "a|b"], 1),
        (["( 1 )|( 12 )", "a|b"], 1),
        (["(1)|(123)|x", "a|b"], 0),
        (["2|3", "a|b"], 0),
        (["1|3", "a|b"], 0),
        (["(a) b|(c)", "a|b"], 0),
        (["a|(1)", "a|b"], 0),
        (["|", "(1)|(2)"], 0),
    ],
)
def test_second_headers_are_three_at_most_and_begin_with_a_header_a_bracket_or_a_one(
    rows: list[str], count: int
) -> None:
    assert count_second_headers([*map(_row, rows)]) == count


@pytest.mark.parametrize(("texts", "said"), [('""|"a"', "|a"), ('"|"a"', '"|"a"'), ("“a”|'b'|`c`", "a|b|c")])
def test_marks_are_a_pair_around_a_cell_if_an_empty_one(texts: str, said: str) -> None:
    assert "|".join(cell.text for cell in without_quotes([_row(texts)])[0]) == said


def test_a_cell_in_marks_that_spans_stays_one() -> None:
    cell = Cell('"a"')
    ((first, second, _),) = without_quotes([(cell, cell, Cell('"b"'))])
    assert first is second
