"""The scrapers that the parser is measured against read the pages of the benchmark as right as the parser does."""

import json

import pytest
from bench_parse import page_of_size
from pages.compare import differences
from pages.page import Page
from rivals import by_soup, by_xpath

import atlas_scraper

PAGES = [page_of_size(seed, kilobytes) for kilobytes in (8, 40) for seed in range(6)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{len(page.data)}-bytes")
def test_parser_and_rivals_read_the_same_fields_of_a_page_of_the_benchmark(page: Page) -> None:
    ours = atlas_scraper.parse(page.data, url=page.url)
    assert ours.unread == []
    for record in (ours.model_dump_json(), by_xpath(page.data), by_soup(page.data)):
        assert differences(page.expected, json.loads(record)) == []
