"""Cards whose names and values nothing but the places of their boxes tells apart."""

from collections.abc import Sequence

import pytest
from fragments import read

from atlas_scraper import Partnership
from atlas_scraper.tables.turns import Turn, names_among, turns_of

VOLUNTEERS = "Volontaires impliqués dans le partenariat"
NAMES = ("Nom", "Prénom", "Mission", "Champs d'action", "Entité d'affectation")
ROWS = [("MARTIN", "Anne", "", "Eau", "Mairie de Dosso"), ("DURAND", "Léa", "Suivi", "", "")]


def _card(names: Sequence[str], row: Sequence[str], pair: str) -> str:
    return f"<div class=item>{''.join(pair.format(*cell) for cell in zip(names, row, strict=True))}</div>"


def _volunteers(rows: Sequence[Sequence[str]], pair: str, names: Sequence[str] = NAMES) -> Partnership:
    return read(f"<h3>{VOLUNTEERS}</h3><div>{''.join(_card(names, row, pair) for row in rows)}</div>")


def _said(record: Partnership) -> list[tuple[str | None, ...]]:
    return [(each.last_name, each.first_name, each.mission, each.field, each.host) for each in record.volunteers]


PAIRS = [
    "<div>{}</div><div>{}</div>",
    "<p>{}</p><p>{}</p>",
    "<div class=t1>{}</div><div class=t2>{}</div>",
    "<div class=fs-12>{}</div><div class=fs-14>{}</div>",
    "<div class=x><p class=font_9>{}</p></div><div class=x><p class=font_8>{}</p></div>",
]


@pytest.mark.parametrize("rows", [ROWS, ROWS[:1], ROWS[::-1]])
@pytest.mark.parametrize("pair", PAIRS)
def test_names_and_values_in_like_boxes_are_cards_though_some_are_empty(pair: str, rows: list[tuple[str, ...]]) -> None:
    record = _volunteers(rows, pair)
    assert _said(record) == [tuple(text or None for text in row) for row in rows]
    assert record.unread == []


@pytest.mark.parametrize("rows", [ROWS, ROWS[:1]])
@pytest.mark.parametrize("pair", PAIRS)
def test_a_name_that_nobody_has_listed_stands_where_names_do(pair: str, rows: list[tuple[str, ...]]) -> None:
    for place in (1, 3, 5):
        names = (*NAMES[:place], "Observations", *NAMES[place:])
        record = _volunteers([(*row[:place], "départemental", *row[place:]) for row in rows], pair, names)
        assert _said(record) == [tuple(text or None for text in row) for row in rows]
        assert [(each.label, each.text) for each in record.unread] == [
            ("Observations", "\n".join(["départemental"] * len(rows)))
        ]


@pytest.mark.parametrize("pair", PAIRS)
def test_most_values_of_cards_may_be_empty_or_have_a_colon(pair: str) -> None:
    both = [("MARTIN", "", "", "", ""), ("DURAND", "", "", "Mali : eau", "")]
    for rows in (both, both[1:]):
        record = _volunteers(rows, pair)
        assert _said(record) == [tuple(text or None for text in row) for row in rows]
        assert record.unread == []


def _turns(numbers: str) -> str | None:
    """Tell the turns of boxes by their numbers, a star before those of known names, a bar before another card."""
    cards = [card.split() for card in numbers.split("|")]
    paths = [(1, card, int(number.strip("*"))) for card, texts in enumerate(cards, 2) for number in texts]
    turns = turns_of(paths, [number.startswith("*") for texts in cards for number in texts])
    return "".join({Turn.NAME: "n", Turn.VALUE: "v", Turn.NEITHER: "-"}[turn] for turn in turns) if turns else None


@pytest.mark.parametrize(
    ("numbers", "turns"),
    [
        ("*10 11 *12 13", "nvnv"),
        ("*10 11 *12 *14 15", "nvnnv"),
        ("*10 *12 *14 15 *16 17", "nnnvnv"),
        ("*10 13 *16 19", "nvnv"),
        ("*10 11 *12 13 14 15", "nvnvnv"),
        ("*10 11 *12 13 | *20 21 22 23", "nvnvnvnv"),
        ("*10 11 *12 13 | 20 *21 22", "nvnv-nv"),
        ("*10 *11 12 13", None),
        ("*10 11 *13 14", None),
        ("*10 12 *14 15", None),
        ("*10 11 *14 *16 | *17 18", "nvnnnv"),
        ("*10 11 *14 *16", None),
        ("*10 *12 *14", None),
        ("*10 11 *14", None),
        ("*10 11", None),
        ("*10 *12", None),
        ("10 *11 12 *13 14", None),
    ],
)
def test_turns_are_told_by_the_numbers_of_boxes(numbers: str, turns: str | None) -> None:
    assert _turns(numbers) == turns


def test_only_a_line_with_a_value_behind_it_somewhere_is_an_unlisted_name() -> None:
    n, v = Turn.NAME, Turn.VALUE
    turns, known = [n, v, n, v, n, n, v, n], [True, False, True, False, False, True, False, False]
    assert names_among(turns, ["A", "a", "B", "b", "x", "A", "a", "x"], known) == set()
    turns, known = [*turns, v], [*known, False]
    assert names_among(turns, ["A", "a", "B", "b", "x", "A", "a", "x", "y"], known) == {4, 7}


def test_a_header_that_comes_again_over_rows_of_boxes_makes_no_cards() -> None:
    row = "<div>{}</div>".format
    header = "".join(map(row, (*NAMES, "Observations")))
    rows = ("".join(map(row, (*each, "x"))) for each in (("a", "b", "c", "d", "e"), ("f", "g", "h", "i", "j")))
    boxes = "".join(f"<div>{cells}</div><div>{header}</div>" for cells in rows)
    record = read(f"<h3>{VOLUNTEERS}</h3><div><div>{header}</div>{boxes}</div>")
    assert _said(record) == [("a", "b", "c", "d", "e"), ("f", "g", "h", "i", "j")]


@pytest.mark.parametrize("pair", PAIRS)
def test_a_last_name_without_a_value_is_not_the_one_of_the_value_above_it(pair: str) -> None:
    names = ("Nom de la collectivité étrangère", "Nom", "Prénom", "Fonction", "Courriel")
    rows = [("Dosso", "MARTIN", "Anne", "Maire", ""), ("Kayes", "DURAND", "Léa", "Adjointe", "")]
    rows += [("Dosso", "PETIT", "Zoé", "", "z@example.org"), ("Dosso", "MOREAU", "Ali", "Agent", "")]
    cards = "".join(_card(names, row, pair) for row in rows)
    record = read(f"<h3>Contacts dans les partenaires étrangers du partenariat</h3><div>{cards}</div>")
    said = [(each.organisation, each.last_name, each.position, each.email) for each in record.foreign_contacts]
    assert said == [(town, name, role or None, mail or None) for town, name, _, role, mail in rows]


GOALS = [("1 - Pas de pauvreté", "2"), ("11 - Villes et communautés durables", "1"), ("14 - Vie aquatique", "1")]


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize(
    "card",
    [
        "<div>{}</div><div>{}</div><div>{}</div>",
        "<div class=a>{}</div><div class=b>{}</div><div class=b>{}</div>",
        "<p class=a>{}</p><p>{}</p><p>{}</p>",
        "<b>{}</b><p>{}</p><p>{}</p>",
    ],
)
def test_one_name_may_stand_over_two_values_in_each_card(card: str, count: int) -> None:
    cards = "".join(f"<div>{card.format('Thématique éligible', *goal)}</div>" for goal in GOALS[:count])
    record = read(f"<h3>Objectifs de développement durable - ODD</h3><div>{cards}</div>")
    said = [(f"{each.goal} - {each.label}", str(each.level)) for each in record.sdgs]
    assert (said, record.unread) == (GOALS[:count], [])


def test_one_listed_name_and_another_may_stand_in_each_card() -> None:
    pairs = "<div class=a>Nom de la collectivité territoriale</div><div>{}</div><div class=a>Note</div><div>{}</div>"
    cards = "".join(f"<div>{pairs.format(*row)}</div>" for row in (("Dosso", "x"), ("Kayes", "y")))
    record = read(f"<h3>Collectivités territoriales partenaires du partenariat</h3><div>{cards}</div>")
    assert [each.name for each in record.french_authorities] == ["Dosso", "Kayes"]
    assert [(each.label, each.text) for each in record.unread] == [("Note", "x\ny")]
