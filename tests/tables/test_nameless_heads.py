"""Which column the heads of cards are the cells of, and which lines are such heads."""

import pytest

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.items import Item
from atlas_scraper.tables.card_entries import begun_by_name
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.nameless_heads import column_of_heads, heads_of_cards, heads_that_count

NAME = PageColumn("name", ("Name",), always_filled=True)
LAND = PageColumn("land", ("Country",))
NOTE = PageColumn("note", ("Note",))
YEAR = PageColumn("year", ("Year",), fits=str.isdigit)
KIND = PageColumn("kind", ("Kind",), fits=str.isupper, always_filled=True, is_open=True)
ICON = PageColumn("icon", (), may_lack_header=True)

LineOf = tuple[str, list[Item]]


def _line(text: str) -> LineOf:
    """Make a line; what stands before a bar is its mark, and a star says that it is a heading."""
    mark, _, words = text.rpartition("|")
    runs = (Run(words, mark.rstrip("*") or "p>"),)
    return words, [Item(Line(words, runs, (1, 2), is_heading=mark.endswith("*")), words, runs)]


@pytest.mark.parametrize(
    ("named", "columns", "head"),
    [
        ([LAND], [NAME, LAND, ICON], NAME),
        ([NAME], [NAME, LAND], LAND),
        ([NAME], [NAME, YEAR], None),
        ([NAME, LAND], [NAME, LAND], None),
        ([YEAR], [NAME, YEAR, NOTE], NAME),
        ([LAND], [NAME, LAND, NOTE], NAME),
        ([YEAR], [NAME, LAND, YEAR], None),
        ([NAME], [NAME, LAND, NOTE], None),
        ([YEAR], [KIND, YEAR, NOTE], KIND),
    ],
)
def test_heads_are_the_first_column_that_no_name_stands_for(
    named: list[PageColumn], columns: list[PageColumn], head: PageColumn | None
) -> None:
    assert column_of_heads(named, columns) is head


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        (["h4*|Dosso", "Country : Niger", "h4*|Kayes", "Country : Mali"], {0, 2}),
        (["b|Dosso", "Country : Niger", "b|Kayes", "Country :"], {0, 2}),
        (["b>a|Dosso", "Country : Niger", "b|Kayes", "Country : Mali"], {0, 2}),
        (["p[0]>|Dosso", "p[+]>|Country : Niger", "p[0]>|Kayes", "p[+]>|Country : Mali"], {0, 2}),
        (["b|A", "dt>|Country", "dd>|Niger", "b|B", "dt>|Country", "b|C", "dt>|Country", "dd>|Mali"], {0, 3, 5}),
        (["b|Dosso", "dt>|Country", "dd>|Niger", "b|Kayes", "dt>|Country", "b|Ségou"], set()),
        (["Dosso", "Country : Niger", "Kayes", "Country : Mali"], set()),
        (["b|Dosso", "b|Country : Niger"], set()),
        (["b|Dosso", "Country : Niger", "i|Kayes", "Country : Mali"], set()),
        (["b|Partner n° 1", "Country : Niger", "b|Partner n° 2", "Country : Mali"], set()),
        (["b|These are the partners:", "Country : Niger"], set()),
        (["b|Dosso", "b|Kayes", "Country : Mali"], set()),
        (["dt>|Country", "dd>|Niger"], set()),
        (["b|Dosso", "dt>|Country", "b|Niger"], set()),
    ],
)
def test_heads_are_marked_alike_and_as_no_name_or_value_is(texts: list[str], places: set[int]) -> None:
    lines = [*map(_line, texts)]
    columns = [NAME, LAND]
    found, column = heads_of_cards(lines, [begun_by_name(line, columns) for line in lines], columns)
    assert set(found) == places
    assert column is NAME or not places


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        (["Row 1", "Name : Dosso", "Country : Niger", "Row 2", "Name : Kayes"], {0, 3}),
        (["1.", "Name : Dosso", "2.", "Country : Mali"], {0, 2}),
        (["Row 1", "Name", "Dosso", "Row 2", "Name", "Kayes"], {0, 3}),
        (["Row 1", "Name : Dosso", "Year : 2019"], {0}),
        (["Row 1", "Country : Niger", "Row 2", "Country : Mali"], {0, 2}),
        (["Row 1", "Country : Niger"], set()),
        (["Row 2", "Name : Dosso", "Row 3", "Name : Kayes"], set()),
        (["Row 1", "Name : Dosso", "Row 3", "Name : Kayes"], set()),
        (["Row 1", "Name : Dosso", "Row 1", "Name : Kayes"], set()),
        (["Row 1", "Name", "Row 2", "Kayes"], set()),
        (["Row 1", "Name : Dosso", "Row 2"], set()),
        (["Name", "Row 1", "Country : Niger"], set()),
        (["Dosso", "Name : Kayes"], set()),
    ],
)
def test_heads_count_cards_where_they_say_the_same_but_numbers_from_one_on(texts: list[str], places: set[int]) -> None:
    lines = [*map(_line, texts)]
    columns = [NAME, LAND, YEAR]
    assert heads_that_count(lines, [begun_by_name(line, columns) for line in lines], columns) == places


@pytest.mark.parametrize(
    ("boxes", "texts", "places"),
    [
        (["12", "3", "34"], ["Name : Dosso", "Row 2", "Name : Kayes"], {1}),
        (["12", "3", "34", "5", "56"], ["Name : Dosso", "Row 2", "Name : Kayes", "Row 3", "Name : Ségou"], {1, 3}),
        (["12", "12", "3", "34"], ["Country", "Part 7", "Row 2", "Name : Kayes"], {2}),
        (["12", "3", "34"], ["Name : Dosso", "Row 1", "Name : Kayes"], set()),
        (["12", "3", "34"], ["Name : Dosso", "Row 3", "Name : Kayes"], set()),
        (["12", "3", "45"], ["Name : Dosso", "Row 2", "Name : Kayes"], set()),
        (["12", "1", "13"], ["Country", "Row 2", "Name : Kayes"], set()),
        (["12", "12", "12"], ["Country", "Row 2", "Name : Kayes"], set()),
    ],
)
def test_heads_count_from_two_on_where_the_box_of_each_holds_its_card(
    boxes: list[str], texts: list[str], places: set[int]
) -> None:
    lines = [
        (text, [Item(Line(text, (Run(text, "li>"),), tuple(map(int, box))), text, (Run(text, "li>"),))])
        for box, text in zip(boxes, texts, strict=True)
    ]
    columns = [NAME, LAND]
    assert heads_that_count(lines, [begun_by_name(line, columns) for line in lines], columns) == places
