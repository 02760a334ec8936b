"""Rows that a page shows twice, as cards for telephones and as a table for wide screens."""

from collections.abc import Sequence

import pytest
from fragments import codes, read

from atlas_scraper.record.issues import IssueCode

LABEL = "<h3>Partenaires étrangers du partenariat</h3>"
NAME = "Nom de la collectivité étrangère"
PARTNERS = [("Dosso", "Niger"), ("Kayes", "Mali"), ("Ville", "")]
CARDS = {
    "boxes in turns": "<div>{}</div><div>{}</div>",
    "boxes in turns marked apart": "<div class=n>{}</div><div>{}</div>",
    "lines": "<p><b>{}</b> {}</p>",
    "colons": "<p>{} : {}</p>",
    "pairs": "<dt>{}</dt><dd>{}</dd>",
    "rows of boxes": "<div><div>{}</div><div>{}</div></div>",
    "rows of stretches": "<div><span>{}</span><span>{}</span></div>",
}


def _table(rows: Sequence[tuple[str, str]]) -> str:
    icon = '<td><a href="https://example.org/{}"><img src="i.png"></a></td>'
    body = "".join(f"<tr><td>{name}</td><td>{land}</td>{icon.format(name)}</tr>" for name, land in rows)
    return f"<div><table><tr><th>{NAME}</th><th>Pays</th><th></th></tr>{body}</table></div>"


def _cards(pair: str, rows: Sequence[tuple[str, str]]) -> str:
    cards = (pair.format(NAME, name) + pair.format("Pays", land) for name, land in rows)
    return "<div>" + "".join(f"<div class=card>{card}</div>" for card in cards) + "</div>"


@pytest.mark.parametrize("way", CARDS)
@pytest.mark.parametrize("size", [1, 2, 3])
def test_cards_of_boxes_are_rows(way: str, size: int) -> None:
    record = read(LABEL + _cards(CARDS[way], PARTNERS[:size]))
    assert [(each.name, each.country or "") for each in record.foreign_partners] == PARTNERS[:size]
    assert codes(record) == [] == record.unread


@pytest.mark.parametrize("way", CARDS)
@pytest.mark.parametrize("size", [1, 2, 3])
@pytest.mark.parametrize("is_first", [True, False])
def test_cards_beside_a_table_that_say_the_same_are_read_once(way: str, size: int, *, is_first: bool) -> None:
    both = [_cards(CARDS[way], PARTNERS[:size]), _table(PARTNERS[:size])]
    record = read(LABEL + "".join(both if is_first else both[::-1]))
    assert [(each.name, each.country or "") for each in record.foreign_partners] == PARTNERS[:size]
    assert [each.link for each in record.foreign_partners] == [f"https://example.org/{n}" for n, _ in PARTNERS[:size]]
    assert codes(record) == [] == record.unread


@pytest.mark.parametrize("way", CARDS)
@pytest.mark.parametrize("rows", [[("Dosso", "Togo"), *PARTNERS[1:]], PARTNERS[:2], [*PARTNERS, ("Abomey", "Bénin")]])
@pytest.mark.parametrize("is_first", [True, False])
def test_cards_beside_a_table_that_say_something_else_are_said(
    way: str, rows: list[tuple[str, str]], *, is_first: bool
) -> None:
    both = [_cards(CARDS[way], rows), _table(PARTNERS)]
    record = read(LABEL + "".join(both if is_first else both[::-1]))
    assert [(each.name, each.country or "") for each in record.foreign_partners] in (PARTNERS, rows)
    assert IssueCode.UNREAD_TEXT in codes(record)


def test_a_table_that_stands_twice_is_read_once() -> None:
    record = read(LABEL + _table(PARTNERS) + _table(PARTNERS))
    assert [(each.name, each.country or "") for each in record.foreign_partners] == PARTNERS
    assert codes(record) == []


def test_a_table_of_one_row_that_stands_twice_is_read_once_and_that_is_said() -> None:
    record = read(LABEL + _table(PARTNERS[:1]) + _table(PARTNERS[:1]))
    assert len(record.foreign_partners) == 1
    assert codes(record) == [IssueCode.AMBIGUOUS_CELLS]


def test_equal_rows_of_one_table_in_pieces_are_all_kept() -> None:
    pieces = "".join(f"<table><tr><td>{name}</td><td>{land}</td></tr></table>" for name, land in PARTNERS[:1] * 2)
    record = read(f"{LABEL}<table><tr><th>{NAME}</th><th>Pays</th></tr></table><div>{pieces}</div>")
    assert len(record.foreign_partners) == 2


@pytest.mark.parametrize("row", ["<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>"])
def test_rows_of_a_table_that_are_names_and_values_in_turns_are_cards(row: str) -> None:
    body = "".join(row.format(NAME, name, "Pays", land) for name, land in PARTNERS)
    record = read(f"{LABEL}<table>{body}</table>")
    assert [(each.name, each.country or "") for each in record.foreign_partners] == PARTNERS
    assert codes(record) == []


@pytest.mark.parametrize("is_first", [True, False])
def test_a_table_for_each_row_beside_one_of_all_is_read_once(*, is_first: bool) -> None:
    pair = "<tr><th>{}</th><td>{}</td></tr>"
    cards = "".join(f"<table>{pair.format(NAME, name)}{pair.format('Pays', land)}</table>" for name, land in PARTNERS)
    both = [cards, _table(PARTNERS).replace("<th></th>", "").replace("<td><a", "<td hidden><a")]
    record = read(LABEL + "".join(both if is_first else both[::-1]))
    assert [(each.name, each.country or "") for each in record.foreign_partners] == PARTNERS
