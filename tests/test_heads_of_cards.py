"""Cards whose first field stands at their head without a name."""

from collections.abc import Sequence

import pytest
from fragments import LABELS, read

PARTNERS = [("Dosso", "Niger"), ("Kayes", ""), ("Ségou", "Mali")]
FUNDERS = [("Ville de Caen", "1200", "2011"), ("État", "50", "2012")]
WAYS = {
    "boxes": ("<div><div><h4>{}</h4></div>", "<div><div class=n>{}</div><div class=v>{}</div></div>", "</div>"),
    "definitions": ("<div><h4>{}</h4><dl>", "<dt>{}</dt><dd>{}</dd>", "</dl></div>"),
    "paragraphs": ("<div><h4>{}</h4>", "<p><b>{} :</b> {}</p>", "</div>"),
    "folds": ("<details><summary>{}</summary><ul>", "<li>{} : {}</li>", "</ul></details>"),
    "bold and breaks": ("<li><b>{}</b>", "<br>{} : {}", "</li>"),
    "bold and a list": ("<div><strong>{}</strong><ul>", "<li>{} : {}</li>", "</ul></div>"),
    "paragraph of a class": ("<div><p class=t>{}</p>", "<p>{} : {}</p>", "</div>"),
    "first paragraph": ("<div><p>{}</p>", "<p>{} : {}</p>", "</div>"),
    "box of a class": ("<div><div class=t>{}</div>", "<div><span class=k>{}</span> <span>{}</span></div>", "</div>"),
    "link": ('<li><a href="https://example.org/x">{}</a><dl>', "<dt>{}</dt><dd>{}</dd>", "</dl></li>"),
    "spans": ("<div><span class=t>{}</span>", "<span class=k>{}</span><span class=v>{}</span>", "</div>"),
}  # fmt: skip


def cards(way: str, label: str, names: list[str], rows: Sequence[tuple[str, ...]]) -> str:
    begin, pair, end = WAYS[way]
    html = "".join(
        begin.format(row[0]) + "".join(pair.format(*each) for each in zip(names, row[1:], strict=True)) + end
        for row in rows
    )
    return f"<h3>{label}</h3><div>{html}</div>"


@pytest.mark.parametrize("way", WAYS)
def test_the_head_of_a_card_is_the_column_that_none_names(way: str) -> None:
    record = read(cards(way, LABELS[5], ["Pays"], PARTNERS))
    assert [(each.name, each.country or "") for each in record.foreign_partners] == PARTNERS
    assert not record.unread


@pytest.mark.parametrize(("way", "count"), [*((way, 2) for way in WAYS), *((way, 1) for way in WAYS if way != "spans")])
def test_the_head_is_the_first_of_several_columns_that_none_names(way: str, count: int) -> None:
    record = read(cards(way, LABELS[8], ["Montant en euros", "Année"], FUNDERS[:count]))
    found = [(each.funder, str(each.amount_eur), str(each.year)) for each in record.funding]
    assert found == FUNDERS[:count]
    assert not record.unread


def test_the_first_of_some_heads_may_be_a_link() -> None:
    html = cards("bold and breaks", LABELS[5], ["Pays"], PARTNERS)
    record = read(html.replace("<b>Dosso</b>", '<b><a href="https://example.org/x">Dosso</a></b>'))
    assert [(each.name, each.country or "") for each in record.foreign_partners] == PARTNERS
    assert str(record.foreign_partners[0].link) == "https://example.org/x"


@pytest.mark.parametrize("way", ["definitions", "bold and breaks", "first paragraph", "paragraph of a class"])
@pytest.mark.parametrize("head", ["Partenaire n° {}", "{}", "Partenaire {} :"])
def test_heads_that_count_cards_are_the_cells_of_none(way: str, head: str) -> None:
    rows = [(head.format(number), "Maïga", "Ali", "Maire", "") for number in (1, 2)]
    record = read(cards(way, LABELS[6], ["Nom", "Prénom", "Fonction", "Courriel"], rows))
    assert not any(each.organisation for each in record.foreign_contacts)


def test_a_head_is_not_taken_for_the_last_name_where_a_card_names_no_first_name() -> None:
    record = read(cards("definitions", LABELS[9], ["Mission"], [("Ali Maïga", "Eau"), ("Awa Koné", "Santé")]))
    assert not any(each.last_name for each in record.volunteers)
    assert "Ali Maïga" in str(record.unread)


@pytest.mark.parametrize("header", ["<th></th><th>Pays</th>", "<td>&nbsp;</td><td>Pays</td>"])
def test_words_below_a_blank_first_header_are_the_required_column_that_has_no_other(header: str) -> None:
    rows = "".join(f"<tr><th>{name}</th><td>{land}</td></tr>" for name, land in PARTNERS)
    record = read(f"<h3>{LABELS[5]}</h3><table><tr>{header}</tr>{rows}</table>")
    assert [(each.name, each.country or "") for each in record.foreign_partners] == PARTNERS


@pytest.mark.parametrize("cells", ["12", "Voir", ""])
def test_numbers_and_actions_below_a_blank_header_are_no_required_column(cells: str) -> None:
    rows = "".join(f"<tr><td>{cells}</td><td>{land}</td></tr>" for land in ("Niger", "Mali"))
    record = read(f"<h3>{LABELS[5]}</h3><table><tr><th></th><th>Pays</th></tr>{rows}</table>")
    assert not any(each.name for each in record.foreign_partners)


def test_a_lone_card_may_name_a_field_without_a_value_below_its_heading() -> None:
    pairs = "".join(
        f"<p><b>{name} :</b> {said}</p>" for name, said in (("Nom", ""), ("Prénom", "Awa"), ("Fonction", "Maire"))
    )
    card = f"<div><p>Nom de la collectivité étrangère</p></div><h4>Ville : Dosso</h4><div>{pairs}</div>"
    (contact,) = read(f"<h3>{LABELS[6]}</h3><div><div>{card}</div></div>").foreign_contacts
    assert (contact.organisation, contact.last_name, contact.first_name, contact.position) == (
        "Ville : Dosso",
        None,
        "Awa",
        "Maire",
    )
