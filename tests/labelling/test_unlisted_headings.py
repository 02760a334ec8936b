"""Headings that no list has: of a part of a page, of a group of labels, of a table, of a card, of a box with a name."""

import pytest
from lines import CONTEXT, INDEX, STATE, YEAR, item, said, table

from atlas_scraper.blocks.document import Block, Line, PageTable, Run
from atlas_scraper.labelling.behind_panes import behind_pane
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label
from atlas_scraper.labelling.marks import Marks, count_lines, count_marks
from atlas_scraper.labelling.unlisted import find_unlisted

PAIRS = ("Year|2017", "State|open", "Context|Un.", "History|Deux.")
UNKNOWN = table("x|y", "1|2", path=(1, 5))


def _line(text: str, mark: str, path: tuple[int, ...]) -> Line:
    """Make a line; a mark may stand before it, and a star says that it is a heading."""
    own, sign, words = text.rpartition(">")
    words, star, _ = words.partition("*")
    mark = own + sign or mark
    return Line(words, (Run(words, mark),), path, is_heading=bool(star))


def _blocks(*rows: str | PageTable, has_boxes: bool = True) -> list[Block]:
    """Make rows of a label and its values, each in a box of its own, with tables between them."""
    blocks: list[Block] = []
    for number, row in enumerate(rows):
        if isinstance(row, PageTable):
            blocks.append(row if has_boxes else row._replace(path=()))
            continue
        for place, text in enumerate(row.split("|")):
            path = (1, 5, 10 + number, 100 + 10 * number + place) if has_boxes else ()
            blocks.append(_line(text, "p>" if place else "b>", path)._replace(block=10 * number + place))
    return blocks


def _unlisted(items: list[Item], *, keeps_headings: bool = True) -> list[tuple[str, bool]]:
    """Give the words of the unlisted labels, and whether they are marked as labels are."""
    found: dict[Label, int] = {}
    for number, each in enumerate(items):
        if each.label in INDEX.rank:
            found.setdefault(each.label, number)
    marks = count_marks(items, found, INDEX, count_lines(items))
    labels = find_unlisted(items, found, marks, INDEX, keeps_headings=keeps_headings)
    return [(label.text, label.is_marked) for label in labels]


def _of(*rows: str | PageTable) -> list[tuple[str, bool]]:
    return _unlisted(cut_into_items(_blocks(*rows), INDEX))


def _in_text(*rows: str | PageTable) -> list[tuple[str, bool]]:
    """Ask of a rendition without boxes and marks."""
    plain = [row if isinstance(row, PageTable) else f"p>{row}" for row in rows]
    return _unlisted(cut_into_items(_blocks(*plain, has_boxes=False), INDEX), keeps_headings=False)


def test_a_heading_is_a_label_that_may_say_nothing_by_itself() -> None:
    assert _of(*PAIRS[:3], "h3>Budget*", PAIRS[3]) == [("Budget", False)]
    assert _of(*PAIRS[:3], "h3>Budget", PAIRS[3]) == []
    assert _of("h3>Budget*", *PAIRS) == []


@pytest.mark.parametrize(("others", "is_heading"), [(0, False), (1, True)])
def test_a_heading_is_none_where_more_than_a_third_of_those_marked_so_are_values(others: int, is_heading: bool) -> None:
    rows = ("Year|h3>2017", *PAIRS[1:3], "h3>Budget*", PAIRS[3], "u>Aim|Agir.", *["h3>x"] * others)
    assert _of(*rows) == ([("Budget", False)] if is_heading else [])


@pytest.mark.parametrize(("others", "is_heading"), [(0, False), (1, True)])
def test_a_heading_right_below_a_label_is_its_value_where_most_marked_so_are(others: int, is_heading: bool) -> None:
    rows = ("Year|2017", "u>State", "h3>Budget*", *PAIRS[2:], *["h3>x"] * others)
    assert _of(*rows) == ([("Budget", False)] if is_heading else [])


def test_a_heading_right_below_a_label_that_shares_its_box_with_what_follows_is_none_of_values() -> None:
    blocks = _blocks("Year|h3>2017", "u>State", "h3>Budget*", "p>12", *PAIRS[2:3], "History|h3>x")
    items = cut_into_items(blocks, INDEX)
    assert _unlisted(items) == []
    blocks[4] = blocks[4]._replace(path=(1, 5, 12, 121))
    assert _unlisted(cut_into_items(blocks, INDEX)) == [("Budget", False)]


def test_a_heading_above_its_text_is_a_value_of_long_text_where_values_are_headings() -> None:
    blocks = _blocks("Year|h3>2017", "State|h3>open", *PAIRS[2:3], "h3>Budget*", "p>12", PAIRS[3])
    blocks[7] = blocks[7]._replace(path=(1, 5, 13, 131))
    assert _unlisted(cut_into_items(blocks, INDEX)) == []


@pytest.mark.parametrize(
    ("rows", "captions"),
    [
        (("p>Budget", UNKNOWN), ["Budget"]),
        (("p>Budget", "p>Budget", UNKNOWN), ["Budget", "Budget"]),
        (("p>Budget", "p>Annexe", UNKNOWN), ["Annexe"]),
        (("p>Budget", "p>Budget", "p>Annexe", UNKNOWN), ["Annexe"]),
        (("p>Budget", "p>Budget", "p>Budget", UNKNOWN), ["Budget", "Budget"]),
        (("p>Budget", table("x|y", "1|2", path=(1, 7))), []),
        (("i>Budget", table("x|y", "1|2", path=(1, 7))), ["Budget"]),
        (("i>Budget", table("x|y", "1|2", path=(1, 7)), "i>x"), ["Budget"]),
        (("i>Budget", table("x|y", "1|2", path=(1, 7)), "i>x", "i>x"), []),
        (("i>Budget", table("Name|Country", "1|2", path=(1, 5))), []),
        (("i>Budget", table("x|y", "1|2", "Name|Country", path=(1, 5))), []),
        (("i>Budget", table("x|y", "1|2", "1|2", "Name|Country", path=(1, 5))), ["Budget"]),
        (("i>Budget",), []),
    ],
)  # fmt: skip
def test_the_line_above_a_table_that_no_section_knows_is_its_caption(
    rows: tuple[str | PageTable, ...], captions: list[str]
) -> None:
    assert _of(*PAIRS, "p>Une école.", *rows) == [(caption, False) for caption in captions]


def test_a_caption_above_the_first_label_is_one_and_a_table_without_line_above_has_none() -> None:
    assert _of("p>Budget", UNKNOWN, *PAIRS) == [("Budget", False)]
    assert _of(UNKNOWN, *PAIRS) == _of(*PAIRS, UNKNOWN) == []


@pytest.mark.parametrize(
    ("rows", "captions"),
    [
        ((*PAIRS, "Budget", UNKNOWN), ["Budget"]),
        (("Year|2017", "State", "Budget", UNKNOWN, *PAIRS[2:]), []),
        (("Year|2017", "State", "Budget", "Budget", UNKNOWN, *PAIRS[2:]), ["Budget", "Budget"]),
    ],
)
def test_in_text_the_line_above_an_unknown_table_is_its_caption_unless_it_may_be_the_value_of_a_label(
    rows: tuple[str | PageTable, ...], captions: list[str]
) -> None:
    assert _in_text(*rows) == [(caption, False) for caption in captions]


@pytest.mark.parametrize(
    ("rows", "is_group"),
    [
        ((*PAIRS[:3], "General information", PAIRS[3]), True),
        ((*PAIRS[:3], "General", PAIRS[3]), False),
        ((*PAIRS[:3], "General information :", PAIRS[3]), False),
        ((*PAIRS[:3], "General aims", PAIRS[3]), False),
        ((*PAIRS[:3], "General information", "Un.", PAIRS[3]), False),
        (("Year", "General information", *PAIRS[2:]), False),
        (("Year|2017", "General information", *PAIRS[2:]), True),
        ((*PAIRS[:2], "Context", "General information", PAIRS[3]), True),
        ((*PAIRS, "General information"), False),
        (("General information", *PAIRS), True),
    ],
)
def test_in_text_a_line_of_several_words_of_groups_before_a_label_heads_a_group(
    rows: tuple[str, ...], is_group: bool
) -> None:
    assert _in_text(*rows) == ([("General information", False)] if is_group else [])
    assert _unlisted(cut_into_items(_blocks(*rows, has_boxes=False), INDEX)) == []


def test_the_words_of_a_label_head_no_group() -> None:
    items = cut_into_items(_blocks(*PAIRS[:3], "General information", PAIRS[3], has_boxes=False), INDEX)
    items[6].label = YEAR
    assert _unlisted(items, keeps_headings=False) == []


CARDS = ("Partners", "Name|Brest", "Country|France", "Name|Lyon", "Country|Mali")


def test_the_names_of_columns_in_cards_and_what_stands_between_them_are_no_labels() -> None:
    assert _of(*PAIRS, *CARDS) == []
    assert _of(*PAIRS, *CARDS[:3], "Town|x", *CARDS[3:]) == []
    assert _of(*PAIRS, *CARDS, "Town|x") == [("Town", True)]
    assert _of(*PAIRS, "Partners", "Town|x") == [("Town", True)]


def test_cards_end_at_the_next_label() -> None:
    assert _of(*PAIRS, *CARDS[:3], "Town|x", "Funding of it", "Amount|1", "Name|y") == [("Town", True), ("Name", True)]
    assert _of(*PAIRS, "Name|y") == [("Name", True)]
    between = ("Funding of it", "Town|x", "Amount|1", "Years|2")
    assert _of(*PAIRS, "Partners", "Amount|3", *between) == [("Amount", True), ("Town", True)]


def _behind(*items: Item, end: int | None = None, is_heading: bool = True) -> tuple[int, str, list[str]] | None:
    """Give what stands behind the box that a label is the name of, whose path is `1, 2`."""
    label = item("Context", "b>", (1, 2), CONTEXT, is_heading=is_heading)
    every = [item("Year", "b>", (1, 9), YEAR), label, *items]
    unlisted = behind_pane(every, 1, len(every) if end is None else end, Marks())
    return (unlisted.start, unlisted.text, said(unlisted.value)) if unlisted else None


INSIDE, BEHIND = item("Un.", "p>", (1, 2, 3)), item("Budget :", "b>", (1, 4))


def test_what_stands_behind_the_box_of_a_label_is_no_part_of_its_value() -> None:
    assert _behind(INSIDE, BEHIND) == (3, "Budget", [])
    assert _behind(INSIDE, INSIDE, BEHIND, item("x", "p>", (1, 5))) == (4, "Budget", [])
    assert _behind(INSIDE, item("Plan X", "b>", (1, 4))) == (3, "Plan X", [])


def test_nothing_stands_behind_a_label_that_names_no_box() -> None:
    assert _behind(INSIDE, BEHIND, is_heading=False) is None
    assert _behind(BEHIND, INSIDE) is None
    assert _behind() is None
    assert _behind(INSIDE, INSIDE) is None
    assert _behind(INSIDE, BEHIND, end=3) is None
    bare = item("Context", "b>", (), CONTEXT, is_heading=True)
    assert behind_pane([bare, INSIDE, BEHIND], 0, 3, Marks()) is None
    assert behind_pane([Item(table("a", path=(1, 2)), "a"), INSIDE, BEHIND], 0, 3, Marks()) is None


def test_what_the_site_puts_beside_a_label_and_tables_stand_in_no_box() -> None:
    ignored = item("Modify", "p>", (1, 7))
    ignored.ignore("site's own words")
    assert _behind(ignored, INSIDE, ignored, Item(table("a", path=(1, 7)), "a"), BEHIND) == (6, "Budget", [])
    assert _behind(ignored) is None
    assert STATE.has_one_value


NUMBERED = ("h3>a) Year*|2017", "h3>b) State*|open", "h3>c) Context*|Un.", "h3>e) History*|Deux.")


def test_a_heading_that_is_numbered_as_those_of_the_sections_are_is_one() -> None:
    assert _of(*NUMBERED[:3], "h3>d) Budget*|Dix.", NUMBERED[3]) == [("d) Budget", True)]


def test_an_author_who_counts_anew_or_at_another_level_writes_a_list() -> None:
    assert _of(*NUMBERED[:3], "h3>a) Budget*|Dix.", NUMBERED[3]) == []
    assert _of("b>a) Year|2017", "b>b) State|open", "b>c) Context|Un.", "b>d) Budget|Dix.", "b>e) History|Deux.") == []
    assert _of("h3>a) Year*|2017", *PAIRS[1:3], "h3>d) Budget*|Dix.", PAIRS[3]) == []
