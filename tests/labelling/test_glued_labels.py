"""Labels that a converter glued to what stands behind them, in the text of the label above."""

import pytest
from lines import AIM, BOTH, CONTEXT, INDEX, YEAR, cut, line, page, said

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.glued import find_glued, part_glued
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


def _parted(*texts: str) -> list[str]:
    blocks = [line(text, "p>", block=place) for place, text in enumerate(texts)]
    return said(part_glued(page(*blocks, rendition="markdown"), INDEX).blocks)


GLUED = ("StateOpen", "ContextA town", "Context and history2017 : a")


def test_labels_that_a_converter_glued_to_their_values_are_put_on_lines_of_their_own() -> None:
    assert _parted(*GLUED) == ["State", "Open", "Context", "A town", "Context and history", "2017 : a"]


@pytest.mark.parametrize("text", ["Year2017", "Year{none}"])
def test_where_several_are_glued_so_is_a_short_one_to_a_number_or_a_sign(text: str) -> None:
    assert _parted(*GLUED, text)[-2:] == ["Year", text[4:]]


@pytest.mark.parametrize("text", ["Year", "Year 2017", "Yearly", "Years", "Year: 2017", "Aims"])
def test_a_label_that_nothing_is_glued_to_stays_as_it_is(text: str) -> None:
    assert _parted(*GLUED, text)[6:] == [text]


@pytest.mark.parametrize("texts", [GLUED[:2], (*GLUED[:2], "StateClosed"), (*GLUED[1:], "State", "StateOpen")])
def test_what_few_labels_have_or_one_that_stands_whole_as_well_is_no_habit(texts: tuple[str, ...]) -> None:
    assert _parted(*texts) == [*texts]


def test_a_label_that_stands_whole_in_a_link_alone_is_that_of_a_menu() -> None:
    link = Line("State", (Run("State", "a>", "/state", interactive=True),))
    blocks = [link, *(line(text, "p>", block=place) for place, text in enumerate(GLUED))]
    assert said(part_glued(page(*blocks, rendition="markdown"), INDEX).blocks)[:3] == ["State", "State", "Open"]
