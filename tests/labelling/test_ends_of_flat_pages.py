"""What stands around the content of a page that keeps no boxes: its breadcrumb and the links that end it."""

import pytest
from lines import INDEX, item, table

from atlas_scraper.labelling.ends_of_text import start_of_last_links, start_of_trail
from atlas_scraper.labelling.items import Item


def _items(*texts: str) -> list[Item]:
    """Make items; an `@` stands before a link, and a `#` before a table."""
    made = []
    for text in texts:
        words = text.lstrip("@#")
        each = Item(table(words), words) if text.startswith("#") else item(words)
        each.runs = tuple([run._replace(interactive=text.startswith("@")) for run in each.runs])
        made.append(each)
    return made


@pytest.mark.parametrize(
    ("above", "start"),
    [
        (["menu", "Home", "Atlas", "Sheet"], 1),
        (["menu", "Home > Atlas > Sheet"], 1),
        (["Home", "menu", "Home", "Atlas", "Sheet", "x"], 2),
        (["menu", "Home", "Atlas"], 0),
        (["menu", "Home > Atlas"], 0),
        (["menu", "Sheet"], 0),
        (["Home", "Atlas", "Sheet"], 0),
        (["menu", "more"], 0),
        (["menu", "Home", "Atlas", "x", "Sheet"], 0),
        (["menu", "#Home", "Atlas", "Sheet"], 0),
        ([], 0),
    ],
)
def test_a_breadcrumb_is_three_words_of_the_way_here_in_a_row(above: list[str], start: int) -> None:
    items = _items(*above, "Year", "Home", "Atlas", "Sheet")
    assert start_of_trail(items, len(above), INDEX) == start


def test_of_two_breadcrumbs_the_last_one_stands_over_the_content() -> None:
    items = _items("menu", "Home", "Atlas", "Sheet", "x", "Home", "Atlas", "Sheet", "Year")
    assert start_of_trail(items, 8, INDEX) == 5


@pytest.mark.parametrize(
    ("below", "links"),
    [
        (["a text", "@Terms", "@Print"], 2),
        (["a text", "@Terms", "@Print", "@Home"], 3),
        (["a text", "@Terms"], 0),
        (["@Terms", "@Print"], 0),
        (["a text", "@Terms", "Print"], 0),
        (["a text", "@Terms", "x", "@Print", "@Home"], 2),
        (["a text", "#Terms", "@Print"], 0),
        (["a text", "#Terms", "@Print", "@Home"], 2),
        (["a text"], 0),
        ([], 0),
    ],
)
def test_two_links_or_more_that_end_a_page_below_a_text_are_at_its_foot(below: list[str], links: int) -> None:
    items = _items("@Menu", "Year", *below)
    assert start_of_last_links(items, 1) == len(items) - links
