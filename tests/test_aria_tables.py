"""Tables made of boxes with the roles of WAI-ARIA, as libraries of grids write them."""

import pytest
from fragments import read

NAME = "Nom de la collectivité étrangère"
ROWS = [("Dosso", "Niger"), ("Kayes", "Mali"), ("Ville", "")]
FILLER = "<div role=presentation class=filler></div>"
BOXES = ["{}", "<div>{}</div>", "<div role=presentation><div><div role=none>{}</div></div></div>"]


def _row(texts: tuple[str, ...], role: str, box: str, fillers: str) -> str:
    cells = "".join(f"<div role={role}><div>{text}</div></div>" for text in texts)
    return f"<div role=row>{fillers}{box.format(cells)}{fillers}</div>"


@pytest.mark.parametrize("around_rows", BOXES)
@pytest.mark.parametrize("around_cells", BOXES)
@pytest.mark.parametrize("fillers", ["", FILLER])
@pytest.mark.parametrize("role", ["grid", "table", "treegrid"])
def test_boxes_between_the_parts_of_a_table_are_none_of_it(
    around_rows: str, around_cells: str, fillers: str, role: str
) -> None:
    head = around_rows.format(_row((NAME, "Pays"), "columnheader", around_cells, fillers))
    cell = "cell" if role == "table" else "gridcell"
    rows = "".join(_row(row, cell, around_cells, fillers) for row in ROWS)
    body = around_rows.format(f"<div role=rowgroup>{rows}</div>")
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><div role={role}><div>{head}</div>{body}</div>")
    assert [(each.name, each.country or "") for each in record.foreign_partners] == ROWS
    assert record.unread == []


LAID_OUT = [
    ("<table role=presentation><tbody><tr>{}</tr></tbody></table>", "td"),
    ("<table><colgroup><col><col></colgroup><tr>{}</tr></table>", "td"),
    ("<table><thead><tr>{}</tr></thead></table>", "th"),
    ("{}", "div"),
]


@pytest.mark.parametrize("head", LAID_OUT)
@pytest.mark.parametrize("body", LAID_OUT)
def test_a_table_that_lays_out_the_cells_of_a_row_is_no_table_of_its_own(
    head: tuple[str, str], body: tuple[str, str]
) -> None:
    def row(texts: tuple[str, ...], role: str, way: tuple[str, str]) -> str:
        cells = "".join(f"<{way[1]} role={role}>{text}</{way[1]}>" for text in texts)
        return f"<div role=row>{way[0].format(cells)}</div>"

    rows = "".join(row((*each, ""), "gridcell", body) for each in ROWS)
    grid = f"<div role=grid>{row((NAME, 'Pays', ''), 'columnheader', head)}<div class=scroller>{rows}</div></div>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{grid}")
    assert [(each.name, each.country or "") for each in record.foreign_partners] == ROWS
    assert record.unread == []


def test_a_table_within_a_cell_keeps_the_rows_and_the_words_of_both() -> None:
    inner = "<div role=table><div>Une note<div role=row><div role=cell>a</div><div role=cell>b</div></div></div></div>"
    head = f"<div role=row><div role=columnheader>{NAME}</div><div role=columnheader>Pays</div></div>"
    row = f"<div role=row><div role=cell>Dosso</div><div role=cell>Niger{inner}</div></div>"
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><div role=table>{head}{row}</div>")
    (partner,) = record.foreign_partners
    assert partner.name == "Dosso"
    said = f"{partner.country} {[each.text for each in record.unread]} {[each.detail for each in record.issues]}"
    assert all(word in said for word in ("Niger", "Une note", "a", "b"))
