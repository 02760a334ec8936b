"""Tables whose cells say their headers themselves: responsive tables, and a card for each row."""

import pytest
from fragments import FUNDING, codes, read

from atlas_scraper import Partnership
from atlas_scraper.record.issues import IssueCode

PARTNERS = "Partenaires étrangers du partenariat"
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
