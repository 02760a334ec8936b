"""Pages in markups that are seldom seen, each whole in one way of pairing labels with values (`pages/odd_html.py`)."""

import json
import random
import re
from typing import Any

import pytest
from pages import compare, expected_record, make_page, random_facts
from pages.odd_html import MODES, PAIRS, write_odd_page
from pages.odd_tables_html import TABLES

from atlas_scraper import parse

SEEDS = range(12)


def read_back(name: str, seed: int, *, is_hard: bool, table: str = "table") -> tuple[list[str], list[str]]:
    """Write a page and read it: what differs, and which unlisted labels are not kept. Odd pages have no links."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    facts = random_facts(chance)
    modes = frozenset(each for each in MODES if is_hard and chance.random() < 0.5)
    page = write_odd_page(facts, name, chance, modes, table=table)
    found = parse(page.data).model_dump(mode="json")
    kept = json.dumps([found["unread"], found["issues"]], ensure_ascii=False)
    differences = compare(without_links(expected_record(facts, "html")), without_links(found)).differences
    return differences, [each for each in page.unlisted if each not in kept]


def without_links(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: without_links(each) for name, each in value.items() if name != "link"}
    return [without_links(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", PAIRS)
def test_a_page_in_a_markup_seldom_seen_gives_its_facts_back(name: str) -> None:
    assert [read_back(name, seed, is_hard=False) for seed in SEEDS] == [([], [])] * len(SEEDS)


@pytest.mark.parametrize("name", PAIRS)
def test_a_hard_page_in_such_a_markup_gives_its_facts_back_and_keeps_unlisted_labels(name: str) -> None:
    assert [read_back(name, seed, is_hard=True) for seed in SEEDS] == [([], [])] * len(SEEDS)


@pytest.mark.parametrize("is_hard", [False, True])
@pytest.mark.parametrize("table", TABLES)
def test_tables_in_a_markup_seldom_seen_give_their_rows_back(table: str, is_hard: bool) -> None:
    read = [read_back("row of two columns", seed, is_hard=is_hard, table=table) for seed in SEEDS]
    assert read == [([], [])] * len(SEEDS)


# What a replay of a web archive puts above a page, and a browser that saves the page keeps.
TOOLBAR = b"""<div id="bar"><div><a href="/web/"><img src="logo.svg" alt="The archive"></a></div>
<form action="/web/submit"><input type="text" name="url" value="https://example.org/page">
<input type="submit" value="Go"></form><a href="/web/2018*/page">12 captures</a>
<table><tr><td><a href="#">Nov</a></td><td>DEC</td><td>Jan</td></tr>
<tr><td><a href="#"><strong>2017</strong></a></td><td>2018</td><td>2020</td></tr></table>
<p>Kept by: an archive of ours, which reads the web</p></div>"""


def test_the_toolbar_of_a_web_archive_changes_no_field_of_a_page_and_its_table_is_kept_apart() -> None:
    pages = [page for page in map(make_page, range(16)) if b"<body" in page.data]  # not those in UTF-16
    assert len(pages) > 8
    for page in pages:
        shown = re.sub(rb"<body[^>]*>", lambda found: found.group() + TOOLBAR, page.data, count=1)
        record, with_toolbar = (parse(data, url=page.url).model_dump(mode="json") for data in (page.data, shown))
        kept = [each["text"] for each in with_toolbar["unread"] if each not in record["unread"]]
        assert kept == ["Nov | DEC | Jan\n2017 | 2018 | 2020"]
        about = {"provenance", "unread", "issues"}
        assert {**record, **dict.fromkeys(about)} == {**with_toolbar, **dict.fromkeys(about)}
