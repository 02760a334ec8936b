"""Captions and header rows over tables of pairs: headings of the group, and no part of what stands around them."""

import pytest
from fragments import page, read

from atlas_scraper import Partnership, parse

ROLE = "Correspondant coopération décentralisée"
OPENINGS = [
    "<caption>{0}</caption>",
    "<thead><tr><th>{0}</th><th>Valeur</th></tr></thead>",
    "<tr><th>{0}</th><th>Valeur</th></tr>",
    "<tr><th colspan=2>{0}</th></tr>",
]
PAIRS = ["<tr><th>{}</th><td>{}</td></tr>", "<tr><td>{}</td><td>{}</td></tr>"]


def _table(opening: str, pair: str, *pairs: tuple[str, str]) -> str:
    return f"<table>{opening}{''.join(pair.format(*both) for both in pairs)}</table>"


def _with_text_above(opening: str, pair: str) -> Partnership:
    pairs = (
        ("Description détaillée du partenariat", "Un forage."),
        ("Votre partenariat prend la forme d'un(e)", "Jumelage"),
    )
    return read("<h3>Contexte</h3><p>Un puits.</p>" + _table(opening, pair, *pairs))


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("opening", OPENINGS)
def test_the_heading_of_a_table_of_pairs_is_no_end_of_the_text_above(opening: str, pair: str) -> None:
    record = _with_text_above(opening.format("Repères"), pair)
    assert (record.context, record.description, record.form) == (["Un puits."], ["Un forage."], "Jumelage")
    assert [each.text for each in record.unread] == ["Repères"]


@pytest.mark.parametrize("opening", OPENINGS)
def test_such_a_heading_in_words_of_the_site_is_ignored(opening: str) -> None:
    record = _with_text_above(opening.format("Rubrique"), PAIRS[0])
    assert (record.context, record.unread) == (["Un puits."], [])


@pytest.mark.parametrize("pair", PAIRS)
@pytest.mark.parametrize("opening", OPENINGS)
def test_the_heading_of_a_table_with_a_contact_of_the_post_is_no_contact(opening: str, pair: str) -> None:
    table = _table(opening.format("Repères"), pair, (ROLE, "Ana DE LA TOUR"), ("Courriel", "a[at]example.org"))
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{table}").encode())
    assert record.post is not None
    assert [(each.role, each.name) for each in record.post.contacts] == [(ROLE, "Ana DE LA TOUR")]
    assert [each.text for each in record.unread] == ["Repères"]


@pytest.mark.parametrize("pair", PAIRS)
def test_so_it_is_where_a_table_holds_one_pair(pair: str) -> None:
    caption = OPENINGS[0].format("Repères")
    whole = _table("", pair, (ROLE, "Ana DE LA TOUR"), ("Courriel", "a[at]example.org"))
    lone = _table(caption, pair, ("Courriel", ""))
    record = parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{whole}{lone}").encode())
    assert record.post is not None
    assert [each.name for each in record.post.contacts] == ["Ana DE LA TOUR"]
    assert [each.text for each in record.unread] == ["Repères"]
