"""Hints behind the names of columns: the column is the known one, and how it was told is said."""

import pytest
from fragments import FUNDING, codes, read
from lines import line

from atlas_scraper.blocks.document import Cell, Line, PageTable, Run
from atlas_scraper.record.issues import IssueCode
from atlas_scraper.tables.hints import may_have_hint, piece_of, without_common_words, without_hints

ROW = "".join(f"<td>{cell}" for cell in ("Région A", "1000", "", "50", "", "2012"))
ONE_ROW = [{"funder": "Région A", "amount_eur": 1000, "one_percent_eur": [None, 50, None], "year": 2012}]


def _funding(**hints: str) -> str:
    said = {name: f"{name}{hints.get(name.split()[0], '')}" for name in FUNDING.split("|")}
    head = "".join(f"<th>{said[name]}</th>" for name in FUNDING.split("|"))
    return f"<h3>Financement du partenariat</h3><table><tr>{head}</tr><tr>{ROW}</tr></table>"


@pytest.mark.parametrize(
    "hint",
    [" (en euros)", " [AAAA]", "<br><small>(nom usuel)</small>", "<br><small>nom usuel</small>", " <i>nom usuel</i>"],
)
@pytest.mark.parametrize("names", [("Nom",), ("Année",), ("Nom", "Année", "Montant")])
def test_a_column_with_a_hint_behind_its_name_is_the_known_one_and_that_is_said(
    hint: str, names: tuple[str, ...]
) -> None:
    record = read(_funding(**dict.fromkeys(names, hint)))
    assert [each.model_dump(mode="json") for each in record.funding] == ONE_ROW
    assert set(codes(record)) == {IssueCode.AMBIGUOUS_CELLS}
    assert record.unread == []


def test_a_bracket_that_is_part_of_a_listed_name_is_no_hint() -> None:
    record = read(_funding())
    assert ([each.model_dump(mode="json") for each in record.funding], codes(record)) == (ONE_ROW, [])


def test_hints_that_tell_two_columns_of_one_name_apart_make_neither_the_known_one() -> None:
    names = "<th>Nom de la collectivité étrangère<th>Pays (de fait)<th>Pays (en droit)"
    rows = "<tr><td>Dosso<td>Niger<td>Mali</tr>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table><tr>{names}</tr>{rows}</table>")
    assert (record.foreign_partners[0].country, [each.label for each in record.unread]) == (
        None,
        ["Pays (de fait)", "Pays (en droit)"],
    )


@pytest.mark.parametrize("hint", [" (nom usuel)", " <small>(nom usuel)</small>", "<br><small>nom usuel</small>"])
def test_a_header_with_hints_that_comes_again_is_no_row(hint: str) -> None:
    header = f"<tr><td>Nom de la collectivité étrangère<td>Pays{hint}</tr>"
    rows = f"{header}{header}<tr><td>Dosso<td>Niger</tr>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table>{rows}</table>")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger")]
    assert codes(record) == [IssueCode.AMBIGUOUS_CELLS]


@pytest.mark.parametrize(("text", "may"), [("Name (x)", True), ("Name [x]", True), ("(x) Name", False), ("", False)])
def test_a_hint_in_brackets_ends_a_text(text: str, may: bool) -> None:
    assert may_have_hint(text) is may


@pytest.mark.parametrize(
    ("texts", "pieces", "shorter"),
    [
        ("Name (x)|Country", "|", "Name|Country"),
        ("Name (in use)|Country", "|", "Name (in use)|Country"),
        ("Other (x)|Country", "|", "Other (x)|Country"),
        ("Name x|Country", "Name |", "Name|Country"),
        ("Name x|Country", "Other|", "Name x|Country"),
        ("Year (from)|Year (to)", "|", "Year|Year"),
        ("Country (from)|Country (to)", "|", "Country (from)|Country (to)"),
        ("Country (from)|Name", "|", "Country|Name"),
    ],
)
def test_a_name_is_told_without_its_hint_as_often_as_columns_have_it(texts: str, pieces: str, shorter: str) -> None:
    names = {"name": 1, "nameinuse": 1, "country": 1, "year": 2}
    assert without_hints(texts.split("|"), names, pieces.split("|")) == tuple(shorter.split("|"))


def test_texts_are_their_own_pieces_where_none_are_told() -> None:
    assert without_hints(["Name (x)", "y"], {"name": 1}) == ("Name", "y")


@pytest.mark.parametrize(
    ("lines", "piece"),
    [
        ([], ""),
        (["b>Name"], ""),
        (["b>Name", "i>x"], "Name"),
        (["b>Name", "b>x"], ""),
        (["p[0]>Name", "p[+]>x"], ""),
        (["b>Name|i>x"], "Name"),
        (["b>Name|b>x"], ""),
        (["b>Name|i>of|b>it", "i>x"], "Nameofit"),
    ],
)
def test_the_first_piece_of_a_cell_is_its_first_line_or_stretch_unless_all_is_marked_alike(
    lines: list[str], piece: str
) -> None:
    made = []
    for text in lines:
        runs = tuple(Run(part.partition(">")[2], part.partition(">")[0] + ">") for part in text.split("|"))
        made.append(Line("".join(run.text for run in runs), runs))
    assert piece_of(Cell("x", tuple(made))) == piece


def test_a_table_within_a_cell_is_no_piece_of_a_name() -> None:
    inner = PageTable(((Cell("x", (line("x", "i>"),)),),))
    assert piece_of(Cell("Name x", (line("Name", "b>"), inner))) == ""


@pytest.mark.parametrize(
    ("texts", "bare"),
    [
        (("Sort by: Name", "Sort by: Town"), ("Name", "Town")),
        (("Name", "Sort by: Town", "", "Sort by: Zone"), ("Name", "Town", "", "Zone")),
        (("Name", "Sort by: Town"), ("Name", "Sort by: Town")),
        (("Sort by: Name",), ("Sort by: Name",)),
        (("Amount paid", "Amounts"), ("Amount paid", "Amounts")),
    ],
)
def test_words_before_all_names_of_a_header_are_taken_off(texts: tuple[str, ...], bare: tuple[str, ...]) -> None:
    assert tuple(without_common_words(texts)) == bare


def test_a_table_is_read_whose_names_all_have_the_same_words_before_them() -> None:
    record = read(_funding().replace("<th>", "<th>Trier par : "))
    assert ([each.model_dump(mode="json") for each in record.funding], codes(record)) == (ONE_ROW, [])
