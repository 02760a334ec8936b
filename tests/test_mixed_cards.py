"""Cards of one table that are not of one shape: some look like a grid of boxes, others hold a line without a name."""

import pytest
from fragments import FUNDING, read

ELIGIBLE = "Thématique éligible"


def _goal(*pairs: tuple[str, str]) -> str:
    said = "".join(
        f"<div class=row><div class=k>{head}</div><div class=v>{text}</div></div>" if head else f"<div>{text}</div>"
        for head, text in pairs
    )
    return f"<div class=card>{said}</div>"


@pytest.mark.parametrize("further", [(), (("Type de structure", "communale"),)])
def test_goals_in_cards_keep_the_level_that_stands_there_without_a_name(further: tuple[tuple[str, str], ...]) -> None:
    first = _goal(*further, (ELIGIBLE, "4 - Éducation de qualité"))
    others = [_goal(*further, (ELIGIBLE, goal), ("", "2")) for goal in ("5 - Égalité", "6 - Eau propre")]
    record = read(f"<h3>Objectifs de développement durable - ODD</h3><div>{first}{''.join(others)}</div>")
    assert [(each.goal, each.level) for each in record.sdgs] == [(4, None), (5, 2), (6, 2)]
    assert [each.label for each in record.unread] == ["Type de structure"] * len(further)


@pytest.mark.parametrize("value", ["{}", "<a href='#'>{}</a>", "<span>{}</span>"])
def test_cards_of_stretches_are_rows_whatever_their_values_stand_in(value: str) -> None:
    rows = [("Tilliac", "900", "", "", "", "2016"), ("Vaubrun", "800", "40", "", "2", "2017")]
    cards = (
        "".join(
            f"<li><span>{head}</span> <span>{text and value.format(text)}</span></li>"
            for head, text in zip(FUNDING.split("|"), row, strict=True)
        )
        for row in rows
    )
    around = "".join(f"<li><ul>{card}</ul></li>" for card in cards)
    record = read(f"<h3>Financement du partenariat</h3><ul>{around}</ul>")
    assert [(each.funder, each.one_percent_eur, each.year) for each in record.funding] == [
        ("Tilliac", [None, None, None], 2016),
        ("Vaubrun", [40, None, 2], 2017),
    ]
    assert record.unread == []


@pytest.mark.parametrize("sign", ["–", "→", "="])
def test_the_sign_between_names_and_values_of_cards_is_no_part_of_either(sign: str) -> None:
    card = f"<div><b>Pays</b> {sign} {{}}<br><b>Nom de la collectivité étrangère</b> {sign} <a href='#'>{{}}</a></div>"
    cards = card.format("Niger", "Dosso") + card.format("Mali", "Kayes")
    record = read(f"<h3>Partenaires étrangers du partenariat</h3>{cards}")
    assert [(each.name, each.country) for each in record.foreign_partners] == [("Dosso", "Niger"), ("Kayes", "Mali")]


def test_a_header_of_stretches_without_rows_is_no_row() -> None:
    header = "<div><span>Nom</span> <span>Prénom</span> <span>Mission</span></div>"
    record = read(f"<h3>Volontaires impliqués dans le partenariat</h3><div>{header}</div>")
    assert record.volunteers == []


def test_a_link_in_a_table_within_a_cell_is_the_link_of_its_row() -> None:
    row = "<tr><td><table><tr><td>{}</td></tr></table></td><td><table><tr><td>{}</td></tr></table></td></tr>"
    link = "<a href='https://example.org/1'>Dosso</a>"
    rows = row.format("Nom de la collectivité étrangère", "Pays") + row.format(link, "Niger")
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table>{rows}</table>")
    assert [(each.name, each.link) for each in record.foreign_partners] == [("Dosso", "https://example.org/1")]


ICON = "<a title='Voir la fiche' href='https://example.org/{0}'><img alt='Voir la fiche'></a>"


@pytest.mark.parametrize("between", [" ", "</p><p>"])
def test_the_link_of_an_icon_in_a_card_of_lines_is_that_of_its_row(between: str) -> None:
    card = f"<div><p><b>Nom de la collectivité territoriale :</b> {{0}}{between}{ICON}</p></div>"
    cards = card.format("Lille") + card.format("Lyon")
    record = read(f"<h3>Collectivités territoriales partenaires du partenariat</h3>{cards}")
    assert [(each.name, each.link) for each in record.french_authorities] == [
        ("Lille", "https://example.org/Lille"),
        ("Lyon", "https://example.org/Lyon"),
    ]


def test_the_link_of_an_icon_at_the_head_of_a_card_is_not_that_of_the_card_above_it() -> None:
    card = f"<div>{ICON}<br><b>Nom de la collectivité territoriale :</b> {{0}}</div>"
    cards = card.format("Lille") + card.format("Lyon")
    record = read(f"<h3>Collectivités territoriales partenaires du partenariat</h3>{cards}")
    assert [each.name for each in record.french_authorities] == ["Lille", "Lyon"]
    assert all(each.link in {None, f"https://example.org/{each.name}"} for each in record.french_authorities)


NAME = "Nom de la collectivité étrangère"
CARDS_WITH_ICONS = {
    "behind the name": "<p><b>{name}</b> {icon}</p><p>{0}</p><p><b>Pays</b></p><p>{1}</p>",
    "before the name": "<p>{icon} <b>{name}</b> {0}</p><p><b>Pays</b> {1}</p>",
    "in the name": "<p><b>{name} {icon}</b></p><p>{0}</p><p><b>Pays</b></p><p>{1}</p>",
    "behind a colon": "<p>{name} : {icon} {0}</p><p>Pays : {1}</p>",
    "before the value": "<p><b>{name}</b></p><p>{icon} {0}</p><p><b>Pays</b></p><p>{1}</p>",
    "at the head": "<p>{icon}</p><p><b>{name}</b> {0}</p><p><b>Pays</b> {1}</p>",
    "at the end": "<p><b>{name}</b> {0}</p><p><b>Pays</b> {1}</p><p>{icon}</p>",
    "before a line": "{icon} <b>{name}</b> {0}<br><b>Pays</b> {1}<br>",
    "the name itself": "<p><a href='https://example.org/{0}'>{name}</a> : {0}</p><p>Pays : {1}</p>",
}


@pytest.mark.parametrize(
    "around", ["{}", "<div>{}</div>", "<ul><li>{}</li></ul>", "<table><tr><td>{}</td></tr></table>"]
)
@pytest.mark.parametrize("way", CARDS_WITH_ICONS)
def test_the_link_of_a_card_is_that_of_its_row_wherever_it_stands(way: str, around: str) -> None:
    rows = [("Dosso", "Niger"), ("Kayes", "Mali"), ("Tilliac", "Togo")]
    said = (CARDS_WITH_ICONS[way].format(*row, name=NAME, icon=ICON.format(row[0])) for row in rows)
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><div>{''.join(map(around.format, said))}</div>")
    links = [(each.name, each.country, each.link) for each in record.foreign_partners]
    assert links == [(name, country, f"https://example.org/{name}") for name, country in rows]


@pytest.mark.parametrize("row", ["<div><div>{}</div></div>", "{}<br>"])
def test_rows_of_one_column_below_its_name_keep_their_links(row: str) -> None:
    links = [f"<a href='https://example.org/{name}'>{name}</a>" for name in ("Lille", "Lyon")]
    body = "".join(map(row.format, ["Nom de la collectivité territoriale", *links]))
    record = read(f"<h3>Collectivités territoriales partenaires du partenariat</h3><div>{body}</div>")
    assert [(each.name, each.link) for each in record.french_authorities] == [
        ("Lille", "https://example.org/Lille"),
        ("Lyon", "https://example.org/Lyon"),
    ]


@pytest.mark.parametrize(
    "name", ["<p><b>{}</b> {}</p>", "<p>{} : {}</p>", "<b>{}</b> : {}<br>", "<p><b>{}</b></p><p>{}</p>"]
)
def test_cells_that_hold_a_card_each_are_read_by_its_lines(name: str) -> None:
    rows = [("Dosso", "Niger"), ("Kayes", "Mali")]
    cards = (f"<tr><td>{name.format(NAME, where)}{name.format('Pays', country)}</td></tr>" for where, country in rows)
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><table>{''.join(cards)}</table>")
    assert [(each.name, each.country) for each in record.foreign_partners] == rows


@pytest.mark.parametrize("cell", ["<p>{}</p>", "<div>{}</div>", "<span>{}</span> "])
@pytest.mark.parametrize("link", ["<a href='https://example.org/{0}'>{0}</a>", f"{{0}} {ICON}"])
def test_rows_of_boxes_keep_their_links(cell: str, link: str) -> None:
    rows = [("Dosso", "Niger"), ("Kayes", "Mali")]
    said = [(NAME, "Pays"), *((link.format(name), country) for name, country in rows)]
    body = "".join(f"<div>{''.join(map(cell.format, row))}</div>" for row in said)
    record = read(f"<h3>Partenaires étrangers du partenariat</h3><div>{body}</div>")
    links = [(each.name, each.country, each.link) for each in record.foreign_partners]
    assert links == [(name, country, f"https://example.org/{name}") for name, country in rows]


@pytest.mark.parametrize("tag", ["p", "h4"])
@pytest.mark.parametrize("cities", [["Brumeval"], ["Brumeval", "Tilliac"]])
def test_a_heading_below_the_name_that_a_card_begins_with_is_its_value(cities: list[str], tag: str) -> None:
    cards = "".join(
        f"<li><p>Nom de la collectivité étrangère</p><{tag}>{city}</{tag}>"
        "<ul><li>Nom : MARTIN</li><li>Prénom : Zoé</li><li>Fonction : maire</li><li>Courriel :</li></ul></li>"
        for city in cities
    )
    record = read(f"<h3>Contacts dans les partenaires étrangers du partenariat</h3><ul>{cards}</ul>")
    assert [(each.organisation, each.last_name, each.position) for each in record.foreign_contacts] == [
        (city, "MARTIN", "maire") for city in cities
    ]
