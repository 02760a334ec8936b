"""Lines that say where one goes from here, or how many letters a text has, are no labels and no texts."""

import pytest
from lines import INDEX, WORDS, line

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.frame import ONCE_MORE, OWN_WORDS
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.moves import aside_of, ignore_moves


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Next part: Context", ["Context"]),
        ("Onward Context →", ["Context"]),
        ("» Onward: Context", ["Context"]),
        ("Onward: A | next part: B", ["A", "B"]),
        ("Onward:", []),
        ("Onward: A onward", []),
        ("Go onward: A", []),
        ("Context", []),
        ("Onward " + "a" * 393, ["a" * 393]),
        ("Onward " + "a" * 394, []),
    ],
)
def test_what_is_moved_on_to_is_named_behind_words_of_moving(text: str, targets: list[str]) -> None:
    assert list(WORDS.targets(text)) == targets


@pytest.mark.parametrize(
    ("text", "is_count"),
    [("3 / 40 letters", True), ("7 letters left", True), ("a 3 / 40 letters", False), ("7", False)],
)
def test_a_count_of_letters_is_a_whole_text(text: str, is_count: bool) -> None:
    assert WORDS.counts_letters(text) is is_count


@pytest.mark.parametrize(
    ("text", "by"),
    [("Onward: Context", ONCE_MORE), ("Onward: Context | next part: Year", ONCE_MORE), ("3 / 40 letters", OWN_WORDS)],
)
def test_what_moves_on_to_known_labels_and_counts_of_letters_are_ignored(text: str, by: str) -> None:
    item = aside_of(line(text), INDEX)
    assert item is not None
    assert (item.by, item.label) == (by, None)


def test_what_moves_on_elsewhere_too_is_a_line_in_one_piece() -> None:
    said = Line("Onward: Context of it", (Run("Onward: ", "b>"), Run("Context", "i>"), Run(" of it", "b>")))
    item = aside_of(said, INDEX)
    assert item is not None
    assert (item.text, item.fate, item.label) == (said.text, None, None)


def test_other_lines_and_values_of_fields_are_read_as_ever() -> None:
    assert aside_of(line("Onward"), INDEX) is None
    assert aside_of(line("Onward: Context", is_value=True), INDEX) is None


def _cut(*texts: str) -> list[Item]:
    items = cut_into_items([line(text, path=(1, place)) for place, text in enumerate(texts)], INDEX)
    ignore_moves(items, INDEX)
    return items


def _left(*texts: str) -> list[str]:
    return [item.text for item in _cut(*texts) if item.fate is None]


def test_a_line_that_moves_on_is_cut_as_no_label() -> None:
    runs = (Run("Onward: ", "1:p>b"), Run("Context", "1:p>"))
    (item,) = cut_into_items([Line("Onward: Context", runs)], INDEX)
    assert (item.label, item.by) == (None, ONCE_MORE)


def test_what_moves_on_to_another_line_of_the_page_is_ignored_too() -> None:
    assert _left("Onward: Notes", "One.", "Notes", "Two.") == ["One.", "Notes", "Two."]
    assert _left("Onward: Notes | next part: Year", "Notes") == ["Notes"]


def test_what_moves_on_to_nothing_on_the_page_is_a_text() -> None:
    texts = ["Onward: Notes", "One.", "Onward: Notes", "Onward: a well"]
    assert _left(*texts) == texts
    assert _left("Onward: Notes | next part: a well", "Notes") == ["Onward: Notes | next part: a well", "Notes"]


def test_a_title_that_is_a_stretch_of_its_line_is_one_to_move_on_to() -> None:
    title = Line("Part 2 Notes", (Run("Part 2", "h2>b"), Run(" Notes", "h2>")))
    items = cut_into_items([line("Onward: Notes"), title], INDEX)
    ignore_moves(items, INDEX)
    assert [item.fate is None for item in items] == [False, True]
