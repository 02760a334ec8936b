"""Grids of boxes whose first column stands still in a box of its own: rows of one number are one row."""

from fragments import codes, read

NAMES = ("Nom de la collectivité étrangère", "Pays")
ROWS = (("Dosso", "Niger"), ("Kayes", "Mali"))


def _cell(place: int, text: str, role: str = "gridcell") -> str:
    return f"<div role={role} aria-colindex={place + 1}><span>{text}</span></div>"


def _column(*places: int) -> str:
    cells = ["".join(_cell(place, row[place]) for place in places) for row in ROWS]
    return "".join(f"<div role=row aria-rowindex={number}>{row}</div>" for number, row in enumerate(cells, 2))


def _grid(*groups: tuple[int, ...]) -> str:
    heads = (
        f"<div role=rowgroup><div role=row aria-rowindex=1>"
        f"{''.join(_cell(place, NAMES[place], 'columnheader') for place in places)}</div></div>"
        for places in groups
    )
    bodies = (f"<div role=rowgroup>{_column(*places)}</div>" for places in groups)
    inside = f"<div role=presentation>{''.join(heads)}</div><div role=presentation>{''.join(bodies)}</div>"
    return f"<h3>Partenaires étrangers du partenariat</h3><div role=grid>{inside}</div>"


def test_rows_of_one_number_are_one_row() -> None:
    record = read(_grid((0,), (1,)))
    assert [(each.name, each.country) for each in record.foreign_partners] == [*ROWS]
    assert (codes(record), record.unread) == ([], [])


def test_their_cells_stand_in_the_order_of_their_columns() -> None:
    record = read(_grid((1,), (0,)))
    assert [(each.name, each.country) for each in record.foreign_partners] == [*ROWS]


def test_rows_of_one_number_with_cells_of_the_same_columns_stay_rows() -> None:
    record = read(_grid((0, 1)).replace("aria-rowindex=3", "aria-rowindex=2"))
    assert [(each.name, each.country) for each in record.foreign_partners] == [*ROWS]
