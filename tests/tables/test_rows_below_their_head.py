"""Grids of plain boxes: a row of names, and rows of as many boxes below it, wherever either stands."""

from collections.abc import Callable

import pytest
from fragments import LABELS, codes, read

from atlas_scraper.record.issues import IssueCode
from atlas_scraper.record.model import Partnership

NAMES = ("Nom", "Prénom", "Mission", "Champs d'action", "Entité d'affectation")
ROWS = (
    ("KEITA", "Awa", "Appui au service des eaux", "Culture", "Commune de Dosso"),
    ("LE GALL", "", "Enseignement du français", "Eau", "Ville de Kayes"),
    ("DIOP", "Marc", "", "", "Ville de Thiès"),
    ("MOREAU", "Zoé", "Lecture publique", "Culture", "Ville de Ségou"),
    ("SOW", "Luc", "Suivi du programme", "Sport", "Commune de Gao"),
    ("BAH", "Ali", "Suivi du programme", "Sport", "Commune de Gao"),
)
Grid = Callable[[str, str], str]


def _cells(texts: tuple[str, ...], cell: str) -> str:
    return "".join(cell.format(text) for text in texts)


def _page(
    count: int,
    grid: str,
    *,
    cell: str = "<div>{}</div>",
    row: str = "<div class=r>{}</div>",
    section: str = "<h3>{}</h3>{}",
    rows: tuple[tuple[str, ...], ...] = ROWS,
) -> Partnership:
    body = "".join(row.format(_cells(texts, cell)) for texts in rows[:count])
    return read(section.format(LABELS[9], grid.format(head=f"<div class=h>{_cells(NAMES, cell)}</div>", body=body)))


def _volunteers(record: Partnership) -> list[tuple[str, ...]]:
    return [
        (each.last_name or "", each.first_name or "", each.mission or "", each.field or "", each.host or "")
        for each in record.volunteers
    ]


SIBLINGS = "{head}{body}"
IN_BODY = "<div>{head}<div class=b>{body}</div></div>"
HEAD_IN_BOX = "<div><div class=x>{head}</div><div class=b>{body}</div></div>"
GRIDS = (
    SIBLINGS,
    "<div>{head}{body}</div>",
    IN_BODY,
    HEAD_IN_BOX,
    "<div><div class=x><div>{head}</div></div><div class=b>{body}</div></div>",
    "<div class=x>{head}</div><div class=b>{body}</div>",
)


@pytest.mark.parametrize("count", [1, 2, 3, 5, 6])
@pytest.mark.parametrize("grid", GRIDS)
def test_boxes_in_rows_below_a_row_of_names_are_a_table(grid: str, count: int) -> None:
    record = _page(count, grid)
    assert (_volunteers(record), record.unread, codes(record)) == ([*ROWS[:count]], [], [])


@pytest.mark.parametrize("count", [1, 2, 5])
@pytest.mark.parametrize("cell", ["<div><div>{}</div></div>", "<div><div><p>{}</p></div></div>"])
@pytest.mark.parametrize("row", ["<div class=r>{}</div>", "<div><div class=r>{}</div></div>"])
@pytest.mark.parametrize("grid", GRIDS)
def test_cells_and_rows_may_stand_in_boxes_of_their_own(grid: str, row: str, cell: str, count: int) -> None:
    record = _page(count, grid, cell=cell, row=row)
    assert (_volunteers(record), record.unread, codes(record)) == ([*ROWS[:count]], [], [])


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("beside", [1, 2, 3, 4])
@pytest.mark.parametrize("grid", [SIBLINGS, IN_BODY, HEAD_IN_BOX])
def test_boxes_beside_the_title_of_the_section_make_no_grid_of_it(grid: str, beside: int, count: int) -> None:
    signs = "<div></div>" * beside
    record = _page(count, grid, section="<div><div><div>{}</div>" + signs + "</div><div>{}</div></div>")
    assert (_volunteers(record), record.unread) == ([*ROWS[:count]], [])


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_numbers_before_rows_and_an_empty_row_to_fill_are_none_of_the_data(count: int) -> None:
    body = "".join(
        f"<div class=g><div class=n><div></div><span>{number}</span></div><div class=r>{_cells(row, '<div>{}</div>')}"
        "</div></div>"
        for number, row in enumerate(ROWS[:count], 1)
    )
    empty = f"<div class=g><div class=n><span>+</span></div><div class=r>{'<div></div>' * 5}</div></div>"
    head = f"<div class=h>{_cells(NAMES, '<div>{}</div>')}<div><span>+</span></div></div>"
    grid = f"<div><div><div></div><div></div><div>{head}</div></div><div>{body}{empty}</div></div>"
    record = read(f"<h3>{LABELS[9]}</h3>{grid}")
    assert (_volunteers(record), record.unread, codes(record)) == ([*ROWS[:count]], [], [])


def test_a_box_of_one_cell_below_names_alone_is_doubtful() -> None:
    record = _page(0, SIBLINGS, section="<h3>{}</h3>{}<div class=f><div>Source : les communes</div></div>")
    assert codes(record) == [IssueCode.AMBIGUOUS_CELLS]


@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_line_below_the_rows_is_none_of_them_and_is_kept(grid: str, count: int) -> None:
    record = _page(count, grid, section="<h3>{}</h3>{}<div class=f><div>Source : les communes</div></div>")
    assert _volunteers(record) == [*ROWS[:count]]
    assert [each.text for each in record.unread] == ["Source : les communes"]


@pytest.mark.parametrize("grid", [IN_BODY, HEAD_IN_BOX])
def test_rows_that_lack_boxes_are_not_read_in_silence(grid: str) -> None:
    rows = (ROWS[0], ("LE GALL", "Enseignement du français", "Eau"), ("DIOP", "Ville de Thiès"))
    record = _page(3, grid, rows=rows)
    said = "\n".join(each.text for each in record.unread)
    assert all(each in ROWS for each in _volunteers(record))
    assert all(text in said for row in rows[1:] for text in row)
    assert IssueCode.UNREAD_TEXT in codes(record)


@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_link_of_an_icon_is_of_the_row_that_it_stands_in(grid: str, count: int) -> None:
    names = ("Nom de la collectivité étrangère", "Pays", "")
    towns = (("Ville de Dosso", "Niger"), ("Ville de Kayes", ""), ("Ville de Thiès", "Sénégal"))[:count]
    cell = "<div>{}</div>"
    icon = "<div><a href='https://example.org/c/{}'><img alt=''></a></div>"
    body = "".join(f"<div class=r>{_cells(town, cell)}{icon.format(n)}</div>" for n, town in enumerate(towns))
    record = read(f"<h3>{LABELS[5]}</h3>" + grid.format(head=f"<div class=h>{_cells(names, cell)}</div>", body=body))
    read_rows = [(each.name, each.country or "", (each.link or "")[-4:]) for each in record.foreign_partners]
    assert read_rows == [(*town, f"/c/{n}") for n, town in enumerate(towns)]


@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_one_name_and_a_blank_one_are_a_row_of_names_too(grid: str, count: int) -> None:
    names = ("Nom de la collectivité territoriale", "")
    towns = ("Ville de Brest", "Ville de Metz", "Ville de Sète")[:count]
    cell = "<div>{}</div>"
    body = "".join(f"<div class=r>{_cells((town, ''), cell)}</div>" for town in towns)
    record = read(f"<h3>{LABELS[7]}</h3>" + grid.format(head=f"<div class=h>{_cells(names, cell)}</div>", body=body))
    assert [each.name for each in record.french_authorities] == [*towns]
    assert record.unread == []


@pytest.mark.parametrize("grid", [IN_BODY, HEAD_IN_BOX])
@pytest.mark.parametrize("names", [("Nom de la collectivité territoriale", "", "Remarque"), (LABELS[7], "")])
def test_a_head_may_stand_in_more_boxes_than_the_rows(grid: str, names: tuple[str, ...]) -> None:
    names = ("Nom de la collectivité territoriale", *names[1:])
    rows = (("Ville de Brest", "", "à revoir"), ("Ville de Metz", "", ""), ("Ville de Sète", "", "à revoir"))
    for count in (1, 2, 3):
        head = f"<div class=h>{_cells(names, '<div><div><div>{}</div></div></div>')}</div>"
        cells = [_cells(row[: len(names)], "<div><div>{}</div></div>") for row in rows[:count]]
        body = "".join(f"<div class=r>{row}</div>" for row in cells)
        record = read(f"<h3>{LABELS[7]}</h3>" + grid.format(head=head, body=body))
        assert [each.name for each in record.french_authorities] == [row[0] for row in rows[:count]]
        assert [each.label for each in record.unread] == ["Remarque"] * (len(names) > len(("name", "icon")))


def test_a_country_that_nobody_knows_makes_no_other_rows() -> None:
    names = ("Nom de la collectivité étrangère", "Pays", "")
    towns = [("Ville de Dosso", "Sept Vents"), ("Ville de Kayes", "Mali")]
    cells = [_cells((*town, ""), "<div><div>{}</div></div>") for town in towns]
    body = "".join(f"<div class=g><div class=r>{row}</div></div>" for row in cells)
    head = f"<div class=h>{_cells(names, '<div><div>{}</div></div>')}</div>"
    record = read(f"<h3>{LABELS[5]}</h3>" + HEAD_IN_BOX.format(head=head, body=body))
    assert [(each.name, each.country) for each in record.foreign_partners] == towns


def test_a_goal_and_its_level_are_one_row_below_the_one_name_of_both() -> None:
    label = "Objectifs de développement durable - ODD"
    rows = (("6 - Eau propre et assainissement", "2"), ("15 - Vie terrestre", "1"))
    for count in (1, 2):
        for cell in ("<div>{}</div>", "<div><div>{}</div></div>"):
            head = f"<div class=h>{_cells(('Thématique éligible', ''), cell)}</div>"
            body = "".join(f"<div class=r>{_cells(row, cell)}</div>" for row in rows[:count])
            record = read(f"<h3>{label}</h3>" + HEAD_IN_BOX.format(head=head, body=body))
            assert [(each.goal, each.level) for each in record.sdgs] == [(6, 2), (15, 1)][:count]


def test_a_name_and_its_value_above_others_marked_like_both_are_no_head() -> None:
    pairs = (("Nom de la collectivité territoriale", "Ville de Brest"), ("Remarque", "à revoir"))
    rows = "".join(f"<div class=c><div>{name}</div><div class=v>{text}</div></div>" for name, text in pairs)
    record = read(f"<h3>{LABELS[7]}</h3><div><div>{rows}</div></div><div><i>event</i></div>")
    assert [each.name for each in record.french_authorities if each.name != "Ville de Brest"] == []
    assert "Remarque" in str(record.unread)
