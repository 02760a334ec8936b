"""Rows below a header that are no data, and marks around all cells that are no words."""

import pytest
from fragments import LABELS, codes, page_of_funding, read

from atlas_scraper.blocks.document import Cell
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.quoted_cells import without_quotes
from atlas_scraper.tables.second_headers import count_second_headers, counts_columns

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


SUM = PageColumn("sum", ("Sum",), fits=str.isdigit)
FREE = PageColumn("name", ("Name",))


@pytest.mark.parametrize(
    ("row", "columns", "count"),
    [
        ("|euro|euro", [FREE, SUM, SUM], 1),
        ("|euro|", [FREE, SUM, SUM], 0),
        ("|euro|dollar", [FREE, SUM, SUM], 0),
        ("|5|5", [FREE, SUM, SUM], 0),
        ("|euro|euro", [FREE, FREE, SUM], 0),
        ("|euro|euro", [FREE, SUM, None], 0),
        ("|euro|euro", [], 0),
    ],
)
def test_the_same_words_in_columns_in_which_they_cannot_stand_are_no_data(
    row: str, columns: list[PageColumn | None], count: int
) -> None:
    assert count_second_headers([_row(row), _row("a|1|2")], columns) == count
    assert count_second_headers([_row("(1)|(2)|(3)"), _row(row), _row("a|1|2")], columns) == count + 1


@pytest.mark.parametrize(
    ("row", "counts"),
    [
        ("(1)|(2)", True),
        ("1|2|3", True),
        ("[1]||[2]", True),
        ("1|3", False),
        ("2|3", False),
        ("1", False),
        ("a|1", False),
    ],
)
def test_numbers_of_columns_begin_with_1(row: str, counts: bool) -> None:
    assert counts_columns(_row(row)) is counts


def test_a_row_that_numbers_the_columns_says_nothing_and_one_of_units_is_kept_once() -> None:
    cells = [
        "".join(f"<td>{text}</td>" for text in row)
        for row in (
            ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
            ("", *["en euros"] * 4, ""),
            ("Brest", "100", "1", "2", "3", "2017"),
        )
    ]
    record = read(page_of_funding(*cells))
    assert [(each.funder, each.year) for each in record.funding] == [("Brest", 2017)]
    assert ([each.text for each in record.unread], codes(record)) == (["en euros"], [IssueCode.UNREAD_TEXT])


@pytest.mark.parametrize("second", ["<td>(a)</td><td>(b)</td>", "<th>texte</th><th>liste</th>"])
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
