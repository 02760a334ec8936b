"""Pages whose sections stand in an order of their own: texts before facts, the sentence on three years anywhere."""

import random
from functools import partial

import pytest
from fragments import codes, page, read
from pages import compare, expected_record, random_facts
from pages.items import Item, Pair, Table
from pages.odd_html import PAIRS, write_odd_page
from test_odd_markups import without_links

from atlas_scraper import parse
from atlas_scraper.record.issues import IssueCode

# There labels and values have one mark.
MARKED_ALIKE = {"grid of spans", "property of schema.org"}
NO = "Le partenariat n'est pas triennal"
AUTHORITIES = "<h3>Collectivités territoriales partenaires du partenariat</h3>"
LYON = "<table><tr><th>Nom de la collectivité territoriale</th></tr><tr><td>Lyon</td></tr></table>"
FUNDING = "<h3>Financement du partenariat</h3>"
PAYER = "<table><tr><th>Nom du financeur</th><th>Montant en euros</th></tr><tr><td>Lyon</td><td>12</td></tr></table>"
DESCRIPTION = "<h3>Description détaillée du partenariat</h3>"
FORM = "<h3>Votre partenariat prend la forme d'un(e)</h3><p>Jumelage</p>"


def _shuffled(chance: random.Random, items: list[Item]) -> list[Item]:
    """Shuffle the sections of a page: facts, texts and themes stay together."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        kind = "text" if isinstance(item, Pair) and item.prose else "fact" if isinstance(item, Pair) else item.name
        is_theme = isinstance(item, Table) and item.name in {"other_themes", "sdgs"}
        groups.setdefault("theme" if is_theme else kind, []).append(item)
    order = list(groups.values())
    chance.shuffle(order)
    return [item for group in order for item in group]


@pytest.mark.parametrize("name", sorted(PAIRS.keys() - MARKED_ALIKE))
def test_a_page_whose_sections_stand_in_another_order_gives_its_facts_back(name: str) -> None:
    for seed in range(3):
        chance = random.Random(seed)  # noqa: S311 - no secret
        facts = random_facts(chance)
        written = write_odd_page(facts, name, chance, order=partial(_shuffled, chance))
        found = without_links(parse(written.data).model_dump(mode="json"))
        assert compare(without_links(expected_record(facts, "html")), found).differences == []


@pytest.mark.parametrize(
    "html",
    [
        f"{AUTHORITIES}{LYON}<p>{NO}</p>{FUNDING}{PAYER}",
        f"{AUTHORITIES}<p>{NO}</p>{LYON}{FUNDING}{PAYER}",
        f"{AUTHORITIES}{LYON}{FUNDING}<p>{NO}</p>{PAYER}",
        f"{AUTHORITIES}{LYON}{FUNDING}{PAYER}<p>{NO}</p>",
        f"{FORM}<p>{NO}</p>{AUTHORITIES}{LYON}{FUNDING}{PAYER}",
        f"{FORM}<p>Le partenariat est triennal : Non</p>{AUTHORITIES}{LYON}{FUNDING}{PAYER}",
        f"{FORM}{AUTHORITIES}{LYON}{FUNDING}{PAYER}<h3>Volontaires impliqués dans le partenariat</h3><p>{NO}</p>",
    ],
)
def test_the_sentence_on_three_years_may_stand_anywhere_and_interrupts_no_table(html: str) -> None:
    record = read(html)
    assert record.triennial is False
    assert [each.name for each in record.french_authorities] == ["Lyon"]
    assert [each.funder for each in record.funding] == ["Lyon"]
    assert (record.form, record.unread) == ("Jumelage" if FORM in html else None, [])


@pytest.mark.parametrize(
    ("text", "triennial", "description"),
    [
        (f"<p>Un.</p><p>{NO}</p>", False, ["Un."]),
        (f"<p>{NO}</p>", False, []),
        (f"<p>Un.</p><p>{NO}</p><p>Deux.</p>", None, ["Un.", NO, "Deux."]),
        (f"<p>{NO}</p><p>Un.</p>", None, [NO, "Un."]),
        (f"<p>Un.</p><p>{NO}.</p>", None, ["Un.", f"{NO}."]),
    ],
)
def test_the_sentence_in_the_midst_of_a_text_is_its_author_s(
    text: str, triennial: bool | None, description: list[str]
) -> None:
    record = read(f"{DESCRIPTION}{text}{AUTHORITIES}{LYON}{FUNDING}{PAYER}")
    assert (record.triennial, record.description) == (triennial, description)


def test_where_the_sentence_stands_in_its_place_an_author_s_stays_in_the_text() -> None:
    record = read(f"{DESCRIPTION}<p>Un.</p><p>{NO}</p>{AUTHORITIES}{LYON}<p>{NO}</p>{FUNDING}{PAYER}")
    assert (record.triennial, record.description) == (False, ["Un.", NO])


def test_of_texts_in_another_place_those_of_the_first_variant_are_the_page_s() -> None:
    texts = "<h3>Contexte et historique</h3><p>Un.</p><h3>Contexte</h3><p>Deux.</p>"
    head, _, rest = page().partition("<h3>Contexte</h3><h3>Historique</h3>")
    record = parse(f"{head}{rest.replace('</main>', f'{texts}</main>')}".encode())
    assert (record.context_and_history, record.context) == (["Un."], [])
    assert [(each.label, each.text) for each in record.unread] == [("Contexte", "Deux.")]


def test_a_table_that_stays_unread_says_that_rows_are_missing() -> None:
    pager = "<p><a href='?p=1'>Précédent</a> 1 <a href='?p=2'>2</a> <a href='?p=2'>Suivant</a></p>"
    record = read(f"<h3>Historique</h3><p>Un.</p><h3>Autres acteurs</h3>{LYON}{pager}<h3>Contexte</h3><p>x</p>")
    assert IssueCode.MISSING_ROWS in codes(record)
    assert IssueCode.MISSING_ROWS not in codes(read(f"<h3>Historique</h3><p>Un.</p><h3>Autres</h3>{LYON}"))
