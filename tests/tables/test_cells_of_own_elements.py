"""Rows and cells that are elements of the site's own making: they are laid out as boxes are."""

import pytest
from fragments import read


def _grid(row: str, cell: str, *rows: tuple[str, str]) -> str:
    cells = ("".join(f"<{cell}>{text}</{cell}>" for text in texts) for texts in rows)
    return f"<x-grid>{''.join(f'<{row}>{texts}</{row}>' for texts in cells)}</x-grid>"


@pytest.mark.parametrize(("row", "cell"), [("div", "div"), ("x-row", "x-col"), ("x-row", "div"), ("div", "x-col")])
def test_an_empty_name_of_a_column_keeps_its_place_in_rows_of_any_boxes(row: str, cell: str) -> None:
    rows = ("<b>Thématique éligible</b>", "<b></b>"), ("6 - Eau propre et assainissement", "2"), ("4 - Éducation", "1")
    record = read(f"<h3>Objectifs de développement durable - ODD</h3>{_grid(row, cell, *rows)}")
    assert [(each.goal, each.level) for each in record.sdgs] == [(6, 2), (4, 1)]


def test_elements_of_two_names_beside_each_other_are_labels_and_values() -> None:
    items = "".join(
        f"<x-item><x-label>{label}</x-label><x-note>{value}</x-note></x-item>"
        for label, value in (("Contexte", "Un fleuve."), ("Historique", "Un pont."))
    )
    record = read(f"<x-list>{items}</x-list>")
    assert (record.context, record.history) == (["Un fleuve."], ["Un pont."])
