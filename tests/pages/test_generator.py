"""The generator itself: its pages hold what their facts say, and the comparison counts what it should."""

import pytest
from hypothesis import given, settings

from .compare import compare, differences
from .expected import Rendition, expected_record, is_lost, lost
from .facts import Facts
from .facts_strategies import facts_strategy
from .markup import Markup, markup_strategy
from .page import make_page, page_of
from .selfcheck import missing_texts
from .text_options import TextOptions, text_options_strategy


@settings(max_examples=40, deadline=None)
@given(facts_strategy(), markup_strategy(hard=True))
def test_an_html_page_holds_all_its_facts(facts: Facts, markup: Markup) -> None:
    assert missing_texts(page_of(facts, markup, "html")) == []


@settings(max_examples=40, deadline=None)
@given(facts_strategy(), text_options_strategy(hard=True))
def test_a_text_page_holds_all_its_facts_that_are_not_lost(facts: Facts, options: TextOptions) -> None:
    assert missing_texts(page_of(facts, options, "pipe")) == []
    assert missing_texts(page_of(facts, options, "flat")) == []


@pytest.mark.parametrize("rendition", ["html", "pipe", "flat"])
def test_the_same_seed_gives_the_same_page(rendition: Rendition) -> None:
    assert make_page(7, rendition, hard=True) == make_page(7, rendition, hard=True)


def test_a_record_as_expected_has_no_difference() -> None:
    expected = make_page(3).expected
    outcome = compare(expected, expected)
    assert outcome.differences == []
    assert outcome.right == outcome.total > 20


def test_each_wrong_leaf_is_named_by_its_path() -> None:
    expected = expected_record(Facts("old", "Jumelage", start_year=1999), "html")
    assert differences(expected, expected | {"start_year": 2000}) == ["start_year: expected 1999, found 2000"]
    assert differences(expected, expected | {"volunteers": [{}]}) == ["volunteers: expected [], found [{}]"]


def test_a_lost_fact_may_be_null_or_the_truth_but_no_guess() -> None:
    expected = {"year": lost(1999)}
    assert is_lost(expected["year"])
    assert differences(expected, {"year": None}) == differences(expected, {"year": 1999}) == []
    assert differences(expected, {"year": 2001}) != []
    assert differences(expected, {"year": 2001, "issues": [{"code": "ambiguous_cells"}]}) == []
