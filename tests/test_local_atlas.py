"""The local atlas says what its facts say, in each of its generations, and the parser reads it so."""

import json
from dataclasses import asdict

import pytest
from nights import page_of

from atlas_scraper import parse
from atlas_scraper.local_atlas.facts import exists, facts_of
from atlas_scraper.record.model import Partnership
from atlas_scraper.values.addresses import project_address

NUMBERS = [number for number in range(1, 40) if exists(number)]


def read(number: int) -> Partnership:
    return parse(page_of(number), url=project_address("http://127.0.0.1/cncdext/", number))


def as_facts(record: Partnership) -> dict[str, object]:
    """Write a record as `Facts` have it, with the site's curly apostrophes straight."""
    post, theme = record.post, record.theme
    found = {
        "title": record.title,
        "convention_year": record.convention_year,
        "start_year": record.start_year,
        "status": record.status_label,
        "end_date": f"{record.end_date:%d/%m/%Y}" if record.end_date else "",
        "theme": [theme.theme, theme.subtheme or "", theme.subsubtheme or ""] if theme else None,
        "context": record.context,
        "history": record.history,
        "objective": record.objective,
        "description": record.description,
        "post": post and post.name,
        "contacts": [[it.role, it.name, (it.email or "").replace("@", "[at]")] for it in post.contacts] if post else [],
        "partners": [[it.name, it.country] for it in record.foreign_partners],
        "people": [
            [it.organisation, it.last_name, it.first_name, it.position, it.email] for it in record.foreign_contacts
        ],
        "authorities": [it.name for it in record.french_authorities],
        "volunteers": [[it.last_name, it.first_name, it.mission, it.field, it.host] for it in record.volunteers],
    }
    return {name: straight(value) for name, value in found.items()}


def straight(value: object) -> object:
    return json.loads(json.dumps(value, ensure_ascii=False).replace("’", "'"))


@pytest.mark.parametrize("number", NUMBERS)
def test_a_page_is_read_as_its_facts_say(number: int) -> None:
    found, facts = as_facts(read(number)), json.loads(json.dumps(asdict(facts_of(number))))
    if facts["generation"] == 2:  # which has one label for both
        found |= {"context": facts["context"], "history": facts["history"]}
        found |= {"both": straight(read(number).context_and_history)}
        facts |= {"both": facts["context"] + facts["history"]}
    assert found == {name: facts[name] for name in found}


@pytest.mark.parametrize("number", NUMBERS)
def test_the_amounts_of_a_page_are_read_as_its_facts_say(number: int) -> None:
    rows = read(number).funding
    found = [((row.funder or "").replace("’", "'"), int(row.amount_eur or 0), row.year or 0) for row in rows]
    assert found == [(funder, amount, year) for funder, amount, _, year in facts_of(number).funding]


def test_all_three_generations_of_the_page_are_among_them() -> None:
    assert {facts_of(number).generation for number in NUMBERS} == {0, 1, 2}


@pytest.mark.parametrize("number", NUMBERS)
def test_nothing_of_a_page_is_left_unread(number: int) -> None:
    assert read(number).unread == []
