"""Labels that a converter glued to what stands behind them, in the text of the label above."""

import pytest
from lines import AIM, BOTH, CONTEXT, INDEX, YEAR, cut

from atlas_scraper.labelling.glued import find_glued
from atlas_scraper.labelling.labels import Label


def _glued(*texts: str, above: Label = AIM) -> list[tuple[Label, int, int]]:
    items = cut("x", *texts)
    return find_glued({above: 0}, {above: items[1:]}, INDEX)


@pytest.mark.parametrize(
    ("text", "is_glued"),
    [
        ("Context and history2017 : a", True),
        ("Context and history* a", True),
        ("Context and historyA town", True),
        ("YearA", True),
        ("Year2017", False),
        ("Context and history of it", False),
        ("Context and history: a", False),
        ("Context and history", False),
        ("Context and historys", False),
        ("The Context and history2017", False),
    ],
)
def test_a_label_is_glued_where_a_capital_or_behind_a_long_one_a_sign_follows(text: str, is_glued: bool) -> None:
    assert bool(_glued(text)) is is_glued


def test_glued_labels_are_said_by_the_first_and_how_many_more() -> None:
    assert _glued("a", "YearA", "b", "StateB") == [(AIM, 2, 1)]


def test_only_texts_and_labels_that_the_page_does_not_have_are_looked_at() -> None:
    assert _glued("YearA", above=YEAR) == []
    items = cut("x", "y", "Context and history2017")
    assert find_glued({BOTH: 0, CONTEXT: 1}, {BOTH: [], CONTEXT: items[2:]}, INDEX) == []
