"""What a cell says by the names of columns, and what by none."""

import pytest
from lines import INDEX

from atlas_scraper.blocks.document import Cell, Line, Run
from atlas_scraper.tables.card_entries import ALONE, APART
from atlas_scraper.tables.cell_parts import INSIDE, parts_of
from atlas_scraper.tables.columns import PageColumn

NAME = PageColumn("name", ("Name",), is_required=True)
LAND = PageColumn("land", ("Country",))
MAIL = PageColumn("mail", (), fits=lambda text: "@" in text, may_lack_header=True)
YEAR = PageColumn("year", ("Year",), fits=str.isdigit)
COLUMNS = [NAME, LAND, MAIL, YEAR]


def _cell(*lines: str) -> Cell:
    """Make a cell of lines in boxes of their own; a star marks a stretch as names are, and a bar ends it.

    A plus says that a line stands in the box of the one above it.
    """
    made: list[Line] = []
    for place, text in enumerate(lines):
        number = place - text.startswith("+")
        parts = text.removeprefix("+").split("|")
        runs = tuple(Run(part.removeprefix("*"), "b>i" if part.startswith("*") else "td>") for part in parts)
        made.append(Line("".join(run.text for run in runs), runs, (1, 2, number), number))
    return Cell(" ".join(line.text for line in made), tuple(made))


def _parts(*lines: str, is_lone: bool = False) -> list[tuple[str, str]] | None:
    parts = parts_of(_cell(*lines), COLUMNS, INDEX, is_lone=is_lone)
    return None if parts is None else [(part.header, " ".join(part.texts)) for part in parts]


@pytest.mark.parametrize(
    ("lines", "parts"),
    [
        (["Brest"], None),
        (["Brest", "Lyon"], None),
        (["Brest", "Country: Mali"], [("", "Brest"), ("Country", "Mali")]),
        (["Brest", "*Country", "Mali"], [("", "Brest"), ("Country", "Mali")]),
        (["Brest", "*Country", "Mali", "Togo"], [("", "Brest"), ("Country", "Mali Togo")]),
        (["Brest", "*Country", "*Size", "9"], [("", "Brest"), ("Country", ""), ("Size", "9")]),
        (["Brest", "*Country", "*Size|9"], [("", "Brest"), ("Country", ""), ("Size", "9")]),
        (["*Brest", "*Country|Mali"], [("", "Brest"), ("Country", "Mali")]),
        (["*Name|Brest", "*Country|Mali"], [("", ""), ("Name", "Brest"), ("Country", "Mali")]),
        (["*Country|Mali", "a@b"], [("", ""), ("Country", "Mali"), ("mail", "a@b")]),
        (["*Country|Mali", "More"], [("", ""), ("Country", "Mali"), ("", "More")]),
        (["Brest |*Country| Mali"], [("", "Brest"), ("Country", "Mali")]),
        (["Brest |*Country :|: Mali|*Year|9"], [("", "Brest"), ("Country", "Mali"), ("Year", "9")]),
        (["*Country|Mali", "2017"], [("", ""), ("Country", "Mali"), ("", "2017")]),
        (["*Country|Mali", "+Togo"], [("", ""), ("Country", "Mali Togo")]),
        (["*Country|Mali", ""], [("", ""), ("Country", "Mali")]),
        (["*Country|", "a@b"], [("", ""), ("Country", "a@b")]),
        (["*Country", "*Mali", "*Size", "9"], [("", ""), ("Country", "Mali Size 9")]),
        (["*Country", "*Mali| ", "*Size", "9"], [("", ""), ("Country", "Mali  Size 9")]),
        (["*Country", "*Mali", "Togo", "*Size", "9"], [("", ""), ("Country", ""), ("Mali", "Togo"), ("Size", "9")]),
        (["*Country", "*Mali", "*Togo", "*Size|9"], [("", ""), ("Country", "Mali Togo Size9")]),
        (["*Country", "Mali", "*Name", "*Size|9"], [("", ""), ("Country", "Mali"), ("Name", ""), ("Size", "9")]),
        (["Country: Mali", "*Size|9"], [("", ""), ("Country", "Mali"), ("", "Size9")]),
    ],
)
def test_a_cell_is_its_own_text_and_what_it_says_by_name(lines: list[str], parts: list[tuple[str, str]] | None) -> None:
    assert _parts(*lines) == parts


def test_an_unlisted_name_is_told_by_its_mark_before_known_ones_only_in_a_cell_alone_in_its_row() -> None:
    lines = "*Size|9", "*Country|Mali"
    assert _parts(*lines, is_lone=True) == [("", ""), ("Size", "9"), ("Country", "Mali")]
    assert _parts(*lines) == [("", "Size9"), ("Country", "Mali")]


@pytest.mark.parametrize(("length", "is_name"), [(120, True), (121, False)])
def test_an_unlisted_name_has_120_letters_at_most(length: int, is_name: bool) -> None:
    parts = _parts("*Country|Mali", f"*{'s' * length}|9")
    assert parts is not None
    assert (len(parts) == 3 and parts[2][1] == "9") is is_name


def test_a_line_of_names_alone_is_a_cells_parts_where_no_other_cell_of_its_row_says_anything() -> None:
    assert _parts("Country|Year", is_lone=True) == [("", ""), ("Country", ""), ("Year", "")]
    assert _parts("Country|Year") is None


@pytest.mark.parametrize(
    ("line", "ways"),
    [("Brest |*Country| Mali", [INSIDE, INSIDE]), ("Country|Year", [APART] * 3), ("*Country|Mali", [ALONE, APART])],
)
def test_the_parts_of_a_cell_say_how_their_names_stand(line: str, ways: list[str]) -> None:
    assert [part.way for part in parts_of(_cell(line), COLUMNS, INDEX, is_lone=True) or ()] == ways


def test_a_part_has_the_lines_below_its_name_and_their_links() -> None:
    path = (1, 2, 3)
    link = Line("Mali", (Run("Mali", "td>a", "/mali", interactive=True),), path, 3)
    blank = Line("", (Run("", "td>a", "/blank", interactive=True),), path, 3)
    cell = Cell("", (Line("Country", (Run("Country", "b>i"),), path, 2), link, blank))
    _, part = parts_of(cell, COLUMNS, INDEX, is_lone=False) or ()
    assert (part.texts, part.links, [text for text, _ in part.below]) == (["Mali"], ["/mali", "/blank"], ["Mali"])
