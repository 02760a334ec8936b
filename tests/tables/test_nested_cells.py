"""Rows under no names: each in an item of a list, and its second cell in a list within it."""

import pytest
from fragments import read

from atlas_scraper.blocks.document import Line, Run
from atlas_scraper.labelling.items import Item
from atlas_scraper.tables.columns import PageColumn
from atlas_scraper.tables.nested_cells import read_nested_cells

WORD = PageColumn("word", ("Word",), str.isalpha)
YEAR = PageColumn("year", ("Year",), str.isdigit)
ANY = PageColumn("any", ("Any",))
OPEN = PageColumn("open", ("Open",), str.isalpha, is_open=True)
CODE = PageColumn("code", ("Code",), str.isalnum)


def _rows(text: str, first: PageColumn = WORD, second: PageColumn = YEAR) -> list[list[str]] | None:
    """Read lines parted by bars, each behind the numbers of its boxes."""
    lines = []
    for part in text.split("|"):
        boxes, _, words = part.partition(" ")
        line = Line(words, (Run(words, "li>"),), tuple(map(int, boxes)))
        lines.append((words, [Item(line, words, line.runs)]))
    table = read_nested_cells(lines, [first, second])
    return [[cell.text for cell in row] for row in table.rows] if table else None


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("12 Dosso|123 2017|14 Kayes|145 2019", [["Dosso", "2017"], ["Kayes", "2019"]]),
        ("12 Dosso|14 Kayes|145 2019", [["Dosso", ""], ["Kayes", "2019"]]),
        ("12 Dosso|123 2017", [["Dosso", "2017"]]),
    ],
)
def test_a_box_within_that_of_a_first_cell_is_its_second(text: str, rows: list[list[str]]) -> None:
    assert _rows(text) == [["Word", "Year"], *rows]


@pytest.mark.parametrize(
    "text",
    [
        "12 Dosso|13 2017",  # beside it
        "12 Dosso|12 2017",  # in the same box
        "12 Dosso|14 Kayes|123 2019",  # in the one before
        "12 Dosso|123 2017|124 2018",  # two
        "12 2017|123 Dosso",
        "12 Dosso|123 Kayes|124 2017",  # one within the other
        "12 Dosso|123 2017|14 a 1",  # of no kind
        "12 Dosso|14 Kayes",
    ],
)
def test_other_lines_are_no_rows(text: str) -> None:
    assert _rows(text) is None


@pytest.mark.parametrize(("first", "second"), [(ANY, YEAR), (OPEN, YEAR), (WORD, ANY), (WORD, CODE), (CODE, YEAR)])
def test_kinds_that_do_not_tell_the_cells_apart_make_no_rows(first: PageColumn, second: PageColumn) -> None:
    assert _rows("12 Dosso|123 2017", first, second) is None


def test_the_goals_of_an_outline_have_the_levels_within_them() -> None:
    goals = "<li>6 - Eau propre<ul><li>2</li></ul></li><li>4 - Éducation<ul><li>1</li></ul></li>"
    record = read(f"<h3>Objectifs de développement durable - ODD</h3><ul>{goals}</ul>")
    assert [(goal.goal, goal.label, goal.level) for goal in record.sdgs] == [(6, "Eau propre", 2), (4, "Éducation", 1)]
    assert record.unread == []
