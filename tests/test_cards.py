"""Tables whose cells say their headers themselves: responsive tables, and a card for each row."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from fragments import FUNDING, ONE_PERCENT, codes, page, page_of, read

from atlas_scraper import Partnership, parse
from atlas_scraper.record.issues import IssueCode

Card = Callable[[list[tuple[str, str]]], str]
PARTNERS = "Partenaires étrangers du partenariat"
PARTNER = "Nom de la collectivité étrangère"
ROWS = [
    {"Nom de la collectivité étrangère": "Dosso", "Pays": "Niger", "": "<a href='https://example.org/1'><img></a>"},
    {"Nom de la collectivité étrangère": "Kayes", "Pays": "Mali", "": "<a href='https://example.org/2'><img></a>"},
]


def _partners(markup: str) -> Partnership:
    return read(f"<h3>{PARTNERS}</h3>{markup}")


def _said(record: Partnership) -> list[tuple[str | None, str | None, str | None]]:
    return [(each.name, each.country, each.link) for each in record.foreign_partners]


BOTH = [("Dosso", "Niger", "https://example.org/1"), ("Kayes", "Mali", "https://example.org/2")]


@pytest.mark.parametrize("attribute", ["data-label", "data-title", "data-th", "aria-label"])
def test_headers_may_stand_in_an_attribute_of_the_cells(attribute: str) -> None:
    rows = ("".join(f'<td {attribute}="{head}">{text}</td>' for head, text in row.items()) for row in ROWS)
    assert _said(_partners(f"<table><tr>{'<tr>'.join(rows)}</table>")) == BOTH


def test_a_header_that_is_hidden_on_small_screens_is_a_header() -> None:
    header = "".join(f"<th>{head}</th>" for head in ROWS[0])
    rows = "".join(f"<tr>{''.join(f'<td>{text}</td>' for text in row.values())}</tr>" for row in ROWS)
    markup = f"<table><thead style='display:none'><tr>{header}</tr></thead>{rows}</table>"
    assert _said(_partners(markup)) == BOTH


@pytest.mark.parametrize("rows", [ROWS, ROWS[:1]])
@pytest.mark.parametrize(
    ("card", "pair"),
    [
        ("<li>{}</li>", "<div><span class=k>{}</span><span class=v>{}</span></div>"),
        ("<article>{}</article>", "<div><span class=k>{} :</span> <span class=v>{}</span></div>"),
        ("<tr>{}</tr>", "<td><b>{}</b> {}</td>"),
    ],
)
def test_a_card_for_each_row_is_a_row(card: str, pair: str, rows: list[dict[str, str]]) -> None:
    around = "<table>{}</table>" if card.startswith("<tr") else "<ul>{}</ul>"
    cards = "".join(card.format("".join(pair.format(*cell) for cell in row.items())) for row in rows)
    record = _partners(around.format(cards))
    assert [said[:2] for said in _said(record)] == [said[:2] for said in BOTH[: len(rows)]]
    assert record.unread == []


def test_three_equal_headers_of_a_card_are_three_columns() -> None:
    values = ("Tilliac", "900", "1", "", "3", "2016"), ("Vaubrun", "800", "", "2", "", "2017")
    pairs = ([*zip(FUNDING.split("|"), row, strict=True)] for row in values)
    cards = "".join("<li>" + "".join(f"<div><i>{a}</i><u>{b}</u></div>" for a, b in row) + "</li>" for row in pairs)
    record = read(f"<h3>Financement du partenariat</h3><ul>{cards}</ul>")
    assert [each.one_percent_eur for each in record.funding] == [[1, None, 3], [None, 2, None]]


def test_an_unlisted_header_of_a_card_is_a_column_that_nobody_has_listed() -> None:
    pair = "<div><span class=k>{}</span><span class=v>{}</span></div>"
    cards = "".join(
        f"<li>{pair.format('Nom de la collectivité étrangère', name)}{pair.format('Rôle', 'chef de file')}"
        f"{pair.format('Pays', 'Niger')}</li>"
        for name in ("Dosso", "Tahoua")
    )
    record = _partners(f"<ul>{cards}</ul>")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Tahoua", "Niger")]
    assert (codes(record), record.unread[0].label) == ([IssueCode.UNKNOWN_COLUMN], "Rôle")


def test_a_table_in_pieces_is_read_whole() -> None:
    header = "<tr><th>Nom de la collectivité étrangère</th><th>Pays</th></tr>"
    pieces = (f"<table>{header}<tr><td>{name}</td><td>Niger</td></tr></table>" for name in ("Dosso", "Tahoua"))
    record = _partners("".join(pieces))
    assert [each.name for each in record.foreign_partners] == ["Dosso", "Tahoua"]
    assert record.unread == []


def test_a_table_of_one_column_may_lie_on_its_side() -> None:
    rows = "<tr><th>Nom de la collectivité territoriale</th><td>Tilliac</td><td>Vaubrun</td></tr>"
    links = "<tr><th></th><td><a href='https://example.org/1'><img></a></td><td></td></tr>"
    record = read(f"<h3>Collectivités territoriales partenaires du partenariat</h3><table>{rows}{links}</table>")
    assert [(each.name, each.link) for each in record.french_authorities] == [
        ("Tilliac", "https://example.org/1"),
        ("Vaubrun", None),
    ]


def test_the_goals_may_lie_on_their_side() -> None:
    rows = "<tr><th>Thématique éligible</th><td>1 - Pas de pauvreté</td></tr><tr><th></th><td>2</td></tr>"
    record = read(f"<h3>Objectifs de développement durable - ODD</h3><table>{rows}</table>")
    assert [(each.goal, each.level) for each in record.sdgs] == [(1, 2)]


def test_a_header_broken_over_two_lines_is_no_card() -> None:
    header = "<tr><th>Nom<br>de la collectivité étrangère</th><th>Pays</th></tr>"
    record = _partners(f"<table>{header}</table>")
    assert (record.foreign_partners, record.unread) == ([], [])


def _definitions(card: list[tuple[str, str]]) -> str:
    return "<dl>" + "".join(f"<dt>{head}</dt><dd>{text}</dd>" for head, text in card) + "</dl>"


def _lines(card: list[tuple[str, str]]) -> str:
    return "<p>" + "<br>".join(f"<strong>{head} :</strong> {text}" for head, text in card) + "</p>"


def _plain_lines(card: list[tuple[str, str]]) -> str:
    return "<div>" + "<br>".join(f"{head} : {text}" for head, text in card) + "</div>"


def _headings(card: list[tuple[str, str]]) -> str:
    return "".join(f"<h5>{head}</h5><p>{text}</p>" for head, text in card)


LINES = [_definitions, _lines, _plain_lines, _headings]
AMOUNTS = [("Tilliac", "900", "1", "", "3", "2016"), ("Vaubrun", "800", "", "2", "", "2017")]


@pytest.mark.parametrize("write", LINES)
def test_cards_of_lines_keep_equal_headers_apart(write: Card) -> None:
    cards = "".join(write([*zip(FUNDING.split("|"), row, strict=True)]) for row in AMOUNTS)
    record = read(f"<h3>Financement du partenariat</h3>{cards}")
    assert [(each.funder, each.one_percent_eur, each.year) for each in record.funding] == [
        ("Tilliac", [1, None, 3], 2016),
        ("Vaubrun", [None, 2, None], 2017),
    ]
    assert (record.unread, codes(record)) == ([], [])


def test_a_card_of_lines_that_lacks_one_of_equal_headers_is_said_to_be_in_doubt() -> None:
    card = [("Nom du financeur", "Tilliac"), ("Montant en euros", "900"), (ONE_PERCENT, "12"), ("Année", "2016")]
    record = read(f"<h3>Financement du partenariat</h3>{_lines(card)}")
    assert [(each.amount_eur, each.one_percent_eur) for each in record.funding] == [(Decimal(900), [None, None, None])]
    assert codes(record) == [IssueCode.AMBIGUOUS_CELLS]


@pytest.mark.parametrize("write", LINES[:3])
def test_a_card_of_lines_ends_with_its_box(write: Card) -> None:
    names, rest = ("Nom du financeur", "Tilliac"), [("Montant en euros", "900"), ("Année", "2016")]
    cards = [[names, *rest], [names], [("Année", "2017")]]
    record = read(f"<h3>Financement du partenariat</h3>{''.join(map(write, cards))}")
    said = [(each.funder, each.amount_eur, each.year) for each in record.funding]
    assert said == [("Tilliac", Decimal(900), 2016), ("Tilliac", None, None), (None, None, 2017)]


def test_groups_of_lines_within_a_card_are_no_cards() -> None:
    groups = _lines([("Nom du financeur", "Tilliac"), ("Montant en euros", "900")]), _lines([("Année", "2016")])
    record = read(f"<h3>Financement du partenariat</h3><div>{''.join(groups)}</div>")
    assert [(each.funder, each.amount_eur, each.year) for each in record.funding] == [("Tilliac", Decimal(900), 2016)]


@pytest.mark.parametrize("write", LINES[:2])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_an_unlisted_header_of_a_card_of_lines_is_a_column_that_nobody_has_listed(write: Card, place: int) -> None:
    cards = [[("Nom de la collectivité étrangère", name), ("Pays", "Niger")] for name in ("Dosso", "Tahoua")]
    for card in cards:
        card.insert(place, ("Rôle", "chef de file"))
    record = _partners("".join(map(write, cards)))
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Tahoua", "Niger")]
    assert (codes(record), record.unread[0].label) == ([IssueCode.UNKNOWN_COLUMN], "Rôle")


@pytest.mark.parametrize("write", LINES)
def test_cards_of_one_line_are_rows(write: Card) -> None:
    cards = "".join(write([("Nom de la collectivité territoriale", name)]) for name in ("Tilliac", "Vaubrun"))
    record = read(f"<h3>Collectivités territoriales partenaires du partenariat</h3>{cards}")
    assert [each.name for each in record.french_authorities] == ["Tilliac", "Vaubrun"]
    assert record.unread == []


@pytest.mark.parametrize("write", LINES)
def test_a_card_of_lines_keeps_the_link_of_its_name(write: Card) -> None:
    name = "<a href='https://example.org/1'>Dosso</a>"
    record = _partners(write([("Nom de la collectivité étrangère", name), ("Pays", "Niger")]))
    assert _said(record) == BOTH[:1]


def test_a_list_of_definitions_behind_cards_is_a_label_that_nobody_has_listed() -> None:
    cards = [("Nom de la collectivité étrangère", "Dosso"), ("Pays", "Niger")]
    pairs = [("Titre", "Un jumelage"), ("Contexte", "Une amitié"), ("Partenaires étrangers du partenariat", "")]
    behind = _definitions([("Budget global", "120 000")])
    record = parse(
        page_of(
            lambda label, value: (
                _definitions([(label, dict(pairs).get(label, value))])
                + (_definitions(cards) + behind if label == PARTNERS else "")
            )
        ).encode()
    )
    assert _said(record) == [("Dosso", "Niger", None)]
    assert [(each.label, each.text) for each in record.unread] == [("Budget global", "120 000")]


@pytest.mark.parametrize("write", LINES)
def test_a_number_right_above_a_paginator_stays_the_value_of_its_card(write: Card) -> None:
    pages = "<p><a href='?p=0'>&lt;&lt;</a> <span>1</span> <a href='?p=2'>2</a> <a href='?p=2'>Suivant</a></p>"
    card = write([("Nom du financeur", "Tilliac"), (ONE_PERCENT, ""), (ONE_PERCENT, ""), (ONE_PERCENT, "1")])
    record = read(f"<h3>Financement du partenariat</h3>{card}{pages}")
    assert [each.one_percent_eur for each in record.funding] == [[None, None, Decimal(1)]]
    assert codes(record) == [IssueCode.MISSING_ROWS]


@pytest.mark.parametrize("write", LINES)
def test_a_body_that_publishes_the_site_may_be_a_value_in_a_link(write: Card) -> None:
    ministry = "Ministère de l'Europe et des Affaires étrangères"
    card = write([("Nom du financeur", f"<a href='#'>{ministry}</a>"), ("Montant en euros", "900")])
    assert [each.funder for each in read(f"<h3>Financement du partenariat</h3>{card}").funding] == [ministry]


@pytest.mark.parametrize("write", LINES)
def test_cards_behind_the_box_of_the_labels_are_rows(write: Card) -> None:
    card = write([("Nom", "DUPIN"), ("Prénom", "Zoé"), ("Mission", "Relais")])
    whole = page("<h3>Volontaires impliqués dans le partenariat</h3>").replace("</main>", f"</main><div>{card}</div>")
    record = parse(whole.replace("</body>", "<div><p>Une adresse du site</p></div></body>").encode())
    assert [(each.last_name, each.mission) for each in record.volunteers] == [("DUPIN", "Relais")]
    assert record.unread == []


def test_a_body_that_publishes_the_site_may_be_the_heading_of_a_card() -> None:
    card = "<div><h5>Ministère de l'Europe et des Affaires étrangères</h5><p>Année : 2017</p></div>"
    record = read(f"<h3>Financement du partenariat</h3>{card}")
    assert "Ministère de l'Europe" in str(record.unread) + str(record.funding)


@pytest.mark.parametrize(
    "pair", ["<p><b>{}</b>%s</p><p>{}</p>", "<div>{} :%s</div><div>{}</div>", "<dt>{} %s</dt><dd>{}</dd>"]
)
def test_an_icon_on_the_line_of_a_name_leads_where_its_row_does(pair: str) -> None:
    icons = [f"<a href='https://example.org/{number}'><img></a>" for number in (1, 2)]
    cells = [[(head, text) for head, text in row.items() if head] for row in ROWS]
    cards = [
        pair.replace("%s", icon).format(*first) + "".join(pair.replace("%s", "").format(*cell) for cell in rest)
        for icon, (first, *rest) in zip(icons, cells, strict=True)
    ]
    assert _said(_partners("".join(f"<section>{card}</section>" for card in cards))) == BOTH
    assert _said(_partners("".join(cards))) == BOTH
    assert _said(_partners("<br>".join(card.replace("</p><p>", "<br>") for card in cards))) == BOTH


def test_the_name_of_a_column_that_is_a_link_itself_leads_nowhere() -> None:
    pair = "<p><a href='/sort'>{}</a></p><p>{}</p>"
    cards = ["".join(pair.format(head, text) for head, text in row.items() if head) for row in ROWS]
    said = _said(_partners("".join(f"<section>{card}</section>" for card in cards)))
    assert said == [(name, country, None) for name, country, _ in BOTH]


@pytest.mark.parametrize("between", [", ", " ; ", " | ", " – "])
def test_cells_of_a_row_may_stand_on_one_line_each_behind_its_name(between: str) -> None:
    cards = [between.join(f"{head} : {text}" for head, text in row.items() if head) for row in ROWS]
    for lines in ("".join(f"<li>{card}</li>" for card in cards), "<br>".join(cards)):
        record = _partners(f"<div>{lines}</div>")
        assert [said[:2] for said in _said(record)] == [said[:2] for said in BOTH]


@pytest.mark.parametrize("pair", ["<b>{} :</b> {} ", "<b>{}</b> : {}, ", "<i>{}</i> <span>{}</span> "])
@pytest.mark.parametrize("card", ["<li>{}</li>", "<p>{}</p>", "<tr>{}</tr>", "<tr><td>{}</td></tr>"])
def test_names_on_one_line_may_stand_in_stretches_of_their_own(pair: str, card: str) -> None:
    cards = "".join(card.format("".join(pair.format(*cell) for cell in row.items() if cell[0])) for row in ROWS)
    record = _partners(f"<table>{cards}</table>" if "<tr>" in card else f"<ul>{cards}</ul>")
    assert [said[:2] for said in _said(record)] == [said[:2] for said in BOTH]


def test_a_name_that_nobody_has_listed_begins_a_cell_on_such_a_line_as_well() -> None:
    lines = "".join(
        f"<li>Nom de la collectivité étrangère : {name}, Téléphone : 01, 02, Pays : {country}</li>"
        for name, country, _ in BOTH
    )
    record = _partners(f"<ul>{lines}</ul>")
    assert [said[:2] for said in _said(record)] == [said[:2] for said in BOTH]
    assert [(unread.label, unread.text) for unread in record.unread] == [("Téléphone", "01, 02\n01, 02")]


@pytest.mark.parametrize("rows", [ROWS, ROWS[:1]])
@pytest.mark.parametrize(
    "card",
    [
        "<div><dl><dt>{0}</dt><dd>{1}</dd><dt>{2}</dt><dd>{3}</dd></dl><a href='{4}'>Voir la fiche</a></div>",
        "<dl><dt>{0}</dt><dd>{1}</dd><dt>{2}</dt><dd>{3}</dd><dt></dt><dd><a href='{4}'>Voir la fiche</a></dd></dl>",
        "<div><a href='{4}'>Voir la fiche</a><p><b>{0}</b> {1}</p><p><b>{2}</b> {3}</p></div>",
        "<div><div><p>{0}</p><p>{1}</p></div><div><p>{2}</p><p>{3}</p></div><a href='{4}'>Voir la fiche</a></div>",
    ],
)
def test_a_link_with_words_in_a_card_is_its_link(card: str, rows: list[dict[str, str]]) -> None:
    numbered = enumerate([list(row.items())[:2] for row in rows], 1)
    cards = "".join(card.format(*name, *country, f"https://example.org/{i}") for i, (name, country) in numbered)
    assert _said(_partners(cards)) == BOTH[: len(rows)]


def test_a_link_below_all_cards_is_the_link_of_none() -> None:
    cards = "".join(
        f"<dl><dt>{PARTNER}</dt><dd>{name}</dd><dt>Pays</dt><dd>Mali</dd></dl>" for name in ("Kayes", "Mopti")
    )
    links = [link for _, _, link in _said(_partners(f"<div>{cards}<a href='https://example.org/'>Retour</a></div>"))]
    assert links == [None, None]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
@pytest.mark.parametrize("link", ["<a href='{}'><img src='l.png' alt=''></a>", "<a href='{}'>Voir la fiche</a>"])
@pytest.mark.parametrize("rows", [BOTH, BOTH[:1]])
def test_the_links_of_a_flat_grid_are_those_of_their_rows(
    rows: list[tuple[str, str, str]], link: str, order: tuple[int, ...]
) -> None:
    table = [(PARTNER, "Pays", ""), *((name, country, link.format(address)) for name, country, address in rows)]
    cells = "".join(f"<div>{row[place]}</div>" for row in table for place in order)
    assert _said(_partners(f"<div style='display:grid'>{cells}</div>")) == rows


@pytest.mark.parametrize("names", [["Brumeval"], ["Brumeval", "Tilliac"]])
def test_a_flat_grid_of_names_and_icons_is_read(names: list[str]) -> None:
    head = "<div class=t>Nom de la collectivité territoriale</div><div class=t></div>"
    cells = "".join(
        f"<div class=c>{name}</div><div class=c><a href='https://example.org/{name}'><img alt=''></a></div>"
        for name in names
    )
    record = read(f"<h3>Collectivités territoriales partenaires du partenariat</h3><div>{head}{cells}</div>")
    assert [(each.name, each.link) for each in record.french_authorities] == [
        (name, f"https://example.org/{name}") for name in names
    ]


@pytest.mark.parametrize(
    ("card", "address"),
    [
        ("<div><div><div>{0}</div><div>{1}</div></div><a href='{2}'>Voir la fiche</a></div>", "https://example.org/1"),
        (
            "<div><div>{0}</div><div></div><div>{1}</div><div><a href='{2}'><img></a></div></div>",
            "https://example.org/1",
        ),
        ("<div><div>{0}</div><div>{1}</div></div>", None),
    ],
)
def test_what_stands_below_the_one_name_of_a_table_is_a_row_where_it_has_a_link(card: str, address: str | None) -> None:
    markup = card.format("Nom de la collectivité territoriale", "Brumeval", address)
    record = read(f"<h3>Collectivités territoriales partenaires du partenariat</h3>{markup}")
    said = [(each.name, each.link) for each in record.french_authorities]
    assert said == ([("Brumeval", address)] if address else [])
    assert bool(record.unread) is not bool(said)
