"""Words that stand beside most labels: when they are the site's, and when a value or an author's."""

import pytest
from lines import INDEX, item

from atlas_scraper.labelling.chorus import BESIDE_LABELS, ignore_chorus
from atlas_scraper.labelling.items import Evidence, Item


def _item(text: str) -> Item:
    """Make an item; marked as a label is if it is one, by a star as one of another kind, by a sign as a heading."""
    said = text.strip("*#~")
    label = INDEX.find(said)
    mark = "i>" if "*" in text else "b>" if label else "p>"
    found = item(said, mark, label=label, is_heading="#" in text)
    found.evidence = Evidence.COLON if "~" in text else Evidence.WHOLE
    return found


def _chorus(*sections: str) -> tuple[list[str], list[str]]:
    """Give the words beside labels in sections written as `Year|Options|2017`, and the items that are ignored."""
    items = [_item(text) for section in sections for text in section.split("|")]
    labelled = [number for number, each in enumerate(items) if each.label is not None]
    words = ignore_chorus(items, labelled, INDEX)
    return words, [each.text for each in items if each.by == BESIDE_LABELS]


def _is_chorus(*sections: str) -> bool:
    return bool(_chorus(*sections)[0])


BEHIND = ["Year|Options|2017", "State|Options|open", "Partners|Options|Brest"]
BEFORE = ["Year|2017|Options", "State|open|Options", "Partners|Brest|Options", "Aim|x"]


@pytest.mark.parametrize("sections", [BEHIND, BEFORE])
def test_words_beside_three_labels_are_the_sites_and_ignored(sections: list[str]) -> None:
    assert _chorus(*sections) == (["Options"], ["Options"] * 3)
    assert _chorus(*sections[1:]) == ([], [])
    assert _chorus(*sections, "State") == (["Options"], ["Options"] * 3)
    assert _chorus("Town", *sections) == (["Options"], ["Options"] * 3)


def test_words_that_are_all_below_a_label_may_be_its_value() -> None:
    assert _is_chorus("Year|Yes|2017", "State|Yes|open", "Year|Yes", "Aim|x")
    assert not _is_chorus("Year|Yes|2017", "State|Yes", "Year|Yes", "Aim|x")
    assert _is_chorus("Year|2017|Yes", "State|open|Yes", "Year|Yes", "Aim|x")
    assert not _is_chorus("Year|2017|Yes", "State|Yes", "Year|Yes", "Aim|x")
    assert not _is_chorus("Year|Yes|2017", "Aim|x|y", "State|Yes", "Aim|x|y", "Year|Yes")


def test_half_of_the_labels_of_a_kind_have_them() -> None:
    others = ["Year|2018", "State|shut", "Aim|x"]
    assert _is_chorus(*BEHIND, *others)
    assert not _is_chorus(*BEHIND, *others, "Year|2019")
    assert _is_chorus(*BEHIND, *others, "Year*|2019")
    assert _is_chorus(*BEHIND, *others[:2], "Aim", "Year|2019")


def test_texts_may_end_alike_and_tables_and_short_values_do_not() -> None:
    texts = ["Context|x|End", "History|y|End", "Aim|z|End", "Context and history|u|End"]
    assert not _is_chorus(*texts, "Year|2017")
    assert _is_chorus("Partners|Brest|End", *texts, "Year|2017")
    assert _is_chorus("Year|2017|End", *texts, "State|open")
    assert not _is_chorus("Year|End", *texts, "State|open")
    assert _is_chorus("Partners|End", *texts, "State|open")


@pytest.mark.parametrize("words", ["back next", "No information", "none yet", "Name"])
def test_words_that_are_read_in_another_way_are_no_chorus(words: str) -> None:
    assert not _is_chorus(*(section.replace("Options", words) for section in BEHIND))


def test_headings_and_long_texts_are_no_chorus() -> None:
    assert not _is_chorus(*(section.replace("Options", "#Options") for section in BEHIND))
    for letters, is_one in ((120, True), (121, False)):
        assert _is_chorus(*(section.replace("Options", "x" * letters) for section in BEHIND)) is is_one


def test_labels_within_a_line_or_in_a_link_do_not_count() -> None:
    assert not _is_chorus(*BEHIND[:2], "~Partners|Options|Brest")
    items = [_item(text) for section in BEHIND for text in section.split("|")]
    items[0].has_link = True
    assert ignore_chorus(items, [0, 3, 6], INDEX) == []


@pytest.mark.parametrize(("linked", "below", "is_chorus"), [(3, 3, True), (2, 2, False), (3, 2, False), (4, 3, True)])
def test_labels_in_links_count_where_several_have_something_else_below_them(
    linked: int, below: int, is_chorus: bool
) -> None:
    sections = [*BEHIND, "Aim|Options|x"][-linked:] if linked > 3 else BEHIND
    items = [_item(text) for section in sections for text in section.split("|")]
    labelled = [number for number, each in enumerate(items) if each.label is not None]
    for number in labelled[:linked]:
        items[number].has_link = True
    for number in labelled[below:]:
        items[number + 1].has_link = number in labelled[:linked]
    assert (ignore_chorus(items, labelled, INDEX) == ["Options"]) is is_chorus


def test_a_label_in_a_link_may_end_the_page() -> None:
    items = [_item(text) for section in [*BEHIND, "State"] for text in section.split("|")]
    items[-1].has_link = True
    assert ignore_chorus(items, [0, 3, 6, 9], INDEX) == ["Options"]


def test_the_words_are_ignored_beside_unlisted_labels_too_where_they_are_marked_alike() -> None:
    assert _chorus(*BEHIND, "Aim|x", "Size|Options|9", "Depth|*Options|8")[1] == ["Options"] * 4
    assert _chorus("Aim|x", "Year|Top", "State|Top") == ([], [])


def test_words_behind_and_before_labels_are_found_at_once() -> None:
    sections = ["Year|Options|2017|Top", "State|Options|open|Top", "Partners|Options|Brest|Top", "Aim|x"]
    assert _chorus(*sections)[0] == ["Options", "Top"]


@pytest.mark.parametrize(
    ("sections", "ignored"),
    [
        (["Box#|Role|Zoe", "Box#|Year|2017", "Box#|State|open"], 3),
        (["Box#|Year|2017", "Box#|State|open", "Box#|Aim|x", "Box#|*Town|Brest"], 3),  # what stands below is no label
        (["Box#|Year|2017", "Box#|State|open", "Box#|Town|Brest"], 0),  # above two labels
        (["Box#|Year|2017", "Box|State|open", "Box|Aim|x"], 0),  # one heading
        (["Box#|Year|2017", "Case#|State|open", "Chest#|Aim|x"], 0),
        (["Box#|Role|Zoe", "Box#|Role|Max", "Box#|Year|2017"], 0),  # of cards of a section
    ],
)
def test_a_heading_that_stands_above_several_groups_of_labels_is_the_pages(sections: list[str], ignored: int) -> None:
    assert _chorus(*sections)[1] == ["Box"] * ignored


def test_such_a_heading_above_a_label_that_nobody_has_listed_is_the_pages_where_that_is_marked_as_labels_are() -> None:
    items = [_item(text) for text in "Box#|Year|2017|Box#|State|open|Box#|Aim|x|Box#|Town|Brest|Box#|Words".split("|")]
    items[10].runs = items[1].runs
    items[10].mark = items[1].mark
    labelled = [number for number, each in enumerate(items) if each.label is not None]
    assert ignore_chorus(items, labelled, INDEX) == ["Box"]
    assert [number for number, each in enumerate(items) if each.by] == [0, 3, 6, 9]


def test_words_right_below_a_label_that_stands_below_another_are_of_the_second() -> None:
    assert _chorus("Year", "State|Options|open", *BEHIND[2:], "Aim|Options|x")[0] == ["Options"]


def test_words_above_a_label_with_nothing_else_in_the_section_are_its_value() -> None:
    assert not _is_chorus("Year|Top", "State|Top", "Partners|Top", "Aim|x")
    assert _is_chorus("Year|2017|Top", "State|open|Top", "Partners|Top", "Aim|x")


def test_words_of_a_pager_right_behind_labels_on_their_lines_are_the_sites() -> None:
    items = [_item(text) for text in "Year|1|2017|State|1|open|Partners|1|Brest|Aim|x".split("|")]
    for number in (1, 4, 7):
        items[number].continues = True
    labelled = [number for number, each in enumerate(items) if each.label is not None]
    assert ignore_chorus(items, labelled, INDEX) == ["1"]
    for number in (1, 4, 7):
        items[number].continues, items[number].fate = False, None
    assert ignore_chorus(items, labelled, INDEX) == []
