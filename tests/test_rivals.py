"""The scrapers that the parser is measured against read the pages of the benchmark as right as the parser does."""

import json

import pytest
from bench_parse import page_of_size
from pages.compare import differences
from rivals import by_soup, by_xpath

import atlas_scraper


@pytest.mark.parametrize("kilobytes", [8, 40])
@pytest.mark.parametrize("seed", range(6))
def test_parser_and_rivals_read_the_same_fields_of_a_page_of_the_benchmark(seed: int, kilobytes: int) -> None:
    page = page_of_size(seed, kilobytes)
    ours = atlas_scraper.parse(page.data, url=page.url)
    assert ours.unread == []
    for record in (ours.model_dump_json(), by_xpath(page.data), by_soup(page.data)):
        assert differences(page.expected, json.loads(record)) == []
