"""Pages nobody wrote: made up at random, read, and compared with the facts that they were made from."""

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from pages import Facts, Markup, compare, facts_strategy, make_page, markup_strategy
from pages.page import Page, page_of

from atlas_scraper import Partnership, parse
from atlas_scraper.explanation import explain
from atlas_scraper.values.text import fold

SETTINGS = settings(
    derandomize=True,
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@given(facts=facts_strategy(), markup=markup_strategy())
@SETTINGS
def test_reading_a_page_in_any_markup_gives_its_facts_back(facts: Facts, markup: Markup) -> None:
    page = page_of(facts, markup, "html")
    record = parse(page.data, url=page.url).model_dump(mode="json")
    assert compare(page.expected, record).differences == []


@pytest.mark.parametrize(
    ("rendition", "hard", "least"),
    [
        ("html", False, 0.995),
        ("html", True, 0.97),
        ("pipe", False, 0.99),
        ("pipe", True, 0.97),
        ("flat", False, 0.99),
        ("flat", True, 0.97),
    ],
)
def test_of_many_pages_nearly_every_field_is_right(rendition: str, hard: bool, least: float) -> None:
    outcomes = [compare(page.expected, record.model_dump(mode="json")) for page, record in many(rendition, hard)]
    assert sum(each.right for each in outcomes) / sum(each.total for each in outcomes) >= least


@cache
def many(rendition: str, hard: bool) -> list[tuple[Page, Partnership]]:
    """Give many pages, and what is read of each."""
    pages = [make_page(seed, rendition, hard=hard) for seed in range(1000, 1080)]  # type: ignore[arg-type]  # one of three
    return [(page, parse(page.data, url=page.url)) for page in pages]


def test_what_no_section_takes_is_kept_as_unread() -> None:
    kept = lost = 0
    for page, record in many("html", True):
        unread = " ".join(fold(f"{each.label} {each.text}") for each in record.unread)
        for _, text in page.extras:
            kept, lost = kept + (fold(text) in unread), lost + (fold(text) not in unread)
    assert kept / (kept + lost) >= 0.97
    assert kept > 100


@pytest.mark.parametrize("rendition", ["html", "pipe", "flat"])
@pytest.mark.parametrize("seed", range(40))
def test_every_block_is_taken_ignored_by_name_or_unread(seed: int, rendition: str) -> None:
    page = make_page(seed, rendition, hard=True)  # type: ignore[arg-type]  # one of the three
    explanation = explain(page.data, url=page.url)
    assert explanation.record is not None
    unread = " ".join(fold(f"{each.label} {each.text}") for each in explanation.record.unread)
    unaccounted = [
        block
        for block in explanation.blocks
        if (block.fate == "unread" and fold(block.text) not in unread) or (block.fate != "unread" and not block.by)
    ]
    assert unaccounted == []
