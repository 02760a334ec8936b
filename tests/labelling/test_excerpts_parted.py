"""The beginning of a text above the whole one is an item of its own, which is ignored."""

import pytest
from lines import YEAR, item, table

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.excerpts import EXCERPT, part_excerpts
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label

WHOLE = "Two towns of one river."


def _line(*texts: str, label: Label | None = None) -> Item:
    """Make an item of several stretches."""
    runs = tuple([Run(text, f"{place}>") for place, text in enumerate(texts)])
    text = "".join(texts)
    return Item(Line(text, runs), text, runs, label=label)


def _said(*items: Item | str) -> list[tuple[str, bool]]:
    """Give what items say, and whether each is ignored as an excerpt."""
    made = [each if isinstance(each, Item) else item(each) for each in items]
    return [(each.text, each.by == EXCERPT) for each in part_excerpts(made)]


@pytest.mark.parametrize("end", ["…", "...", " […]", "[...]"])
def test_a_line_that_the_next_one_begins_with_is_ignored(end: str) -> None:
    excerpt = f"Two towns of on{end}"
    assert _said("Name", excerpt, WHOLE) == [("Name", False), (excerpt, True), (WHOLE, False)]


@pytest.mark.parametrize(
    ("excerpt", "below"),
    [("Two towns of on", WHOLE), ("Two towns of one…", "Two towns of two."), ("Two towns of…", WHOLE),
     ("Two towns of one river.…", WHOLE), ("Two towns of one…", "")],
)  # fmt: skip
def test_another_line_is_none(excerpt: str, below: str) -> None:
    assert not any(is_excerpt for _, is_excerpt in _said(excerpt, below))


def test_twelve_letters_and_signs_are_an_excerpt() -> None:
    assert _said("Two towns of 12…", "Two towns of 12 streets.")[0][1]
    assert not _said("Two towns of 1…", "Two towns of 12 streets.")[0][1]


def test_an_excerpt_may_say_several_lines_and_no_more_than_six() -> None:
    for count, is_one in ((6, True), (7, False)):
        lines = ["Two towns"] * (count - 1)
        assert _said(f"{' '.join(lines)} of…", *lines, "of one river.")[0][1] is is_one


def test_the_end_of_a_line_in_an_element_of_its_own_is_parted_from_it() -> None:
    parted = part_excerpts([_line("Aims ", "Two towns of on…"), item(WHOLE)])
    assert [(each.text, each.by, each.continues) for each in parted] == [
        ("Aims", "", False), ("Two towns of on…", EXCERPT, True), (WHOLE, "", False),
    ]  # fmt: skip
    assert [run.text for each in parted for run in each.runs] == ["Aims ", "Two towns of on…", WHOLE]
    assert not any(excerpt for _, excerpt in _said(_line("Aims", "Two towns of on…"), WHOLE))  # within a word


def test_a_label_is_none_and_what_stands_beside_it_may_be() -> None:
    label = _line("Year ", "Two towns of on…", label=YEAR)
    label.beside = "Two towns of on…"
    parted = part_excerpts([label, item(WHOLE)])
    assert [(each.text, each.label, each.beside) for each in parted[:2]] == [
        ("Year", YEAR, ""),
        ("Two towns of on…", None, ""),
    ]
    assert not _said(item("Two towns of on…", label=YEAR), WHOLE)[0][1]


def test_a_table_or_a_label_ends_what_stands_below() -> None:
    excerpt = "Two towns of one river.…"
    grid = Item(table("Name|Two", "a|b"), "Name Two a b")
    below = item("Two towns of one river.")
    assert not _said(excerpt, grid, below, "More.")[0][1]
    assert not _said(excerpt, below, item("Year", label=YEAR))[0][1]
    assert _said(excerpt, below, "More.")[0][1]


def test_what_is_ignored_already_is_no_part_of_the_text_below() -> None:
    button = item("Read on")
    button.ignore("action")
    assert _said("Two towns of on…", button, WHOLE)[0][1]
    taken = item("Two towns of on…")
    taken.ignore("action")
    assert _said(taken, WHOLE) == [("Two towns of on…", False), (WHOLE, False)]
