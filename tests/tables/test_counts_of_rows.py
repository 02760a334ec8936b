"""Counts of rows: whether the words of a site say that a page shows fewer than there are."""

import pytest
from lines import WORDS

from atlas_scraper.tables.going_on import says_more


@pytest.mark.parametrize(
    ("text", "count", "are_more"),
    [
        ("1-5 of 12", 5, True),
        ("8-12 of 12", 5, True),
        ("1-5 of 5", 5, False),
        ("… 7 more.", 5, True),
        ("0 more", 5, False),
        ("7 more words", 5, False),
        ("", 0, False),
    ],
)
def test_fewer_rows_than_there_are_mean_that_there_are_more(text: str, count: int, are_more: bool) -> None:
    assert says_more(text, WORDS, count) is are_more
