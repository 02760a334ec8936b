"""Rows of lines that are closed by signs: these are the list's, where all of them have one."""

import pytest
from fragments import read

from atlas_scraper.tables.closed_rows import without_closing_signs
from atlas_scraper.tables.row import Row


def _read(*rows: str) -> list[str]:
    """Read rows such as `Gao|Mali`, of which each cell has a column of its own."""
    made = [Row(dict(zip("abc", row.split("|"), strict=False))) for row in rows]
    return ["|".join(row.cells.values()) for row in without_closing_signs(made)]


@pytest.mark.parametrize(
    ("rows", "bare"),
    [
        (["Gao ;"], ["Gao"]),
        (["Gao ;", "Kayes;", "Lomé."], ["Gao", "Kayes", "Lomé"]),
        (["Gao|Mali", "Kayes ;"], ["Gao|Mali", "Kayes"]),
        (["Gao ;|", "Kayes ;"], ["Gao|", "Kayes"]),
        (["Gao|Mali ;", "Kayes ;"], ["Gao|Mali", "Kayes"]),
    ],
)
def test_the_sign_that_closes_each_row_is_left_out(rows: list[str], bare: list[str]) -> None:
    assert _read(*rows) == bare


@pytest.mark.parametrize(
    "rows", [["Gao."], ["Gao ;", "Kayes"], ["Gao", "Kayes ;"], ["Gao|Mali ;"], ["Gao", "Kayes."], []]
)
def test_signs_that_some_rows_have_or_that_end_a_name_stay(rows: list[str]) -> None:
    assert _read(*rows) == rows


def test_the_only_row_of_a_list_may_be_closed() -> None:
    entry = "<ol><li><strong>Nom de la collectivité territoriale</strong> : Ville de Brest ;</li></ol>"
    record = read(f"<h3>Collectivités territoriales partenaires du partenariat</h3>{entry}")
    assert [row.name for row in record.french_authorities] == ["Ville de Brest"]
