"""Lines that say where one goes from here, or how many letters a text has, are no labels and no texts."""

import pytest
from lines import INDEX, WORDS, line, table

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.frame import ONCE_MORE, OWN_WORDS
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.moves import aside_of, ignore_links_to_labels, ignore_moves


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


def test_a_label_and_a_line_of_an_authors_move_on_to_nothing() -> None:
    for change in ("is_authors", "label"):
        items = cut_into_items([line("Onward: Notes"), line("Notes")], INDEX)
        setattr(items[0], change, True if change == "is_authors" else INDEX.find("Aim"))
        ignore_moves(items, INDEX)
        assert items[0].fate is None


def test_what_is_ignored_or_a_table_moves_on_to_nothing_and_is_nothing_to_move_on_to() -> None:
    items = cut_into_items([line("Onward: Notes"), line("Notes")], INDEX)
    items[1].ignore("frame")
    ignore_moves(items, INDEX)
    assert items[0].fate is None
    data = Item(table("Notes"), "Notes")
    items = [*cut_into_items([line("Onward: Notes")], INDEX), data]
    ignore_moves(items, INDEX)
    assert items[0].fate is None


def test_a_title_that_is_a_stretch_of_its_line_is_one_to_move_on_to() -> None:
    title = Line("Part 2 Notes", (Run("Part 2", "h2>b"), Run(" Notes", "h2>")))
    items = cut_into_items([line("Onward: Notes"), title], INDEX)
    ignore_moves(items, INDEX)
    assert [item.fate is None for item in items] == [False, True]


def _linked(text: str, *, is_heading: int = 0, label: int = 0) -> Line:
    return Line(text, (Run(text, "a>", "/x", True, label),), (1, 9), is_heading=is_heading)


def _ignored(*lines: Line) -> list[str]:
    items = cut_into_items(lines, INDEX)
    ignore_links_to_labels(items, INDEX)
    assert all(item.by == ONCE_MORE for item in items if item.fate is not None)
    return [item.text for item in items if item.fate is not None]


def test_a_link_between_labels_that_says_one_of_the_page_is_ignored() -> None:
    first, last = [line(text) for text in ("Year", "State")], [line(text) for text in ("Context", "Aim")]
    assert _ignored(*first, _linked("Aim >"), *last) == ["Aim >"]
    assert _ignored(*first, _linked("< Year"), *last) == ["< Year"]
    assert _ignored(*first, *last, _linked("< Year")) == []
    assert _ignored(first[0], _linked("< Year"), *last) == ["< Year"]
    assert _ignored(*first, _linked("< Year"), last[0]) == ["< Year"]
    assert _ignored(_linked("Aim >"), *first, *last) == []
    for other in (_linked("Aim >", is_heading=2), _linked("Aim >", label=7), _linked("Notes >"), _linked("Aim")):
        assert _ignored(*first, other, *last) == []


@pytest.mark.parametrize(("own", "is_once_more"), [(4, True), (3, False)])
def test_links_that_say_labels_are_labels_where_more_than_a_fifth_of_those_are_links(
    own: int, is_once_more: bool
) -> None:
    first, *others = [line(text) for text in ("Year", "State", "Context", "Aim")[:own]]
    assert _ignored(first, _linked("< Year"), _linked("History >"), *others) == (["< Year"] if is_once_more else [])


def test_a_link_within_a_line_is_a_part_of_it() -> None:
    said = Line("See Aim", (Run("See ", "p>"), Run("Aim", "p>a", "/x", True)))
    of_links = Line("< Year Aim >", (Run("< Year", "a>", "/x", True), Run(" ", "p>"), Run("Aim >", "a>", "/y", True)))
    first, last = line("Year"), line("Aim")
    assert _ignored(first, said, last) == []
    assert _ignored(first, of_links, last) == ["< Year", "Aim >"]


def test_a_link_behind_words_of_moving_in_its_block_moves_on() -> None:
    def both(block: int, words: str = "Onward") -> list[Line]:
        runs = [(Run(text, "a>", "/x", True),) for text in (words, "Aim")]
        return [
            Line(text, run, block=number) for text, run, number in zip((words, "Aim"), runs, (8, block), strict=True)
        ]

    first, last = line("Year"), line("Aim")
    assert _ignored(first, *both(8), last) == ["Aim"]
    assert _ignored(first, *both(9), last) == []
    assert _ignored(first, *both(8, "Notes"), last) == []
    runs = (Run("Onward ", "a>", "/x", True), Run("Aim", "a>b", "/x", True))
    assert _ignored(first, Line("OnwardAim", runs), last) == ["Aim"]
