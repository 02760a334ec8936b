"""What a cell says by the names of columns, and what by none."""

import pytest
from lines import INDEX

from atlas_scraper.blocks.document import Cell, Line, Run
from atlas_scraper.tables.cell_parts import parts_of
from atlas_scraper.tables.columns import PageColumn

NAME = PageColumn("name", ("Name",), is_required=True)
LAND = PageColumn("land", ("Country",))
MAIL = PageColumn("mail", (), fits=lambda text: "@" in text, may_lack_header=True)
COLUMNS = [NAME, LAND, MAIL]


def _cell(*lines: str) -> Cell:
    """Make a cell of lines in boxes of their own; a star marks a stretch as names are, and a bar ends it."""
    made = []
    for number, text in enumerate(lines):
        parts = text.split("|")
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
    ],
)
def test_a_cell_is_its_own_text_and_what_it_says_by_name(lines: list[str], parts: list[tuple[str, str]] | None) -> None:
    assert _parts(*lines) == parts


def test_an_unlisted_name_is_told_by_its_mark_before_known_ones_only_in_a_cell_alone_in_its_row() -> None:
    lines = "*Size|9", "*Country|Mali"
    assert _parts(*lines, is_lone=True) == [("", ""), ("Size", "9"), ("Country", "Mali")]
    assert _parts(*lines) == [("", "Size9"), ("Country", "Mali")]
