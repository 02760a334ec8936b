"""What headings, labels and headers say in a second language is left out beside those that they translate."""

import pytest
from lines import INDEX, line

from atlas_scraper.blocks.document import Cell, Line, PageTable, PlainCells, Run
from atlas_scraper.labelling.second_language import without_second_headers, without_second_language

OTHER = "1:div>h3.foreign!>"


def _read(*blocks: Line, is_header: bool = False) -> tuple[list[str], list[str]]:
    spoken: list[Line] = []
    left = [*without_second_language(blocks, INDEX, spoken, is_header=is_header)]
    assert all(each.landmark == "spoken" for each in spoken)
    return [each.text for each in left], [each.text for each in spoken]


def _title(text: str, level: int = 3) -> Line:
    return line(text, "1:div>h3>", is_heading=level, block=len(text))


def _other(text: str, level: int = 3) -> Line:
    return line(text, OTHER, is_heading=level, block=-len(text))


def test_a_heading_beside_the_label_that_it_translates_is_left_out() -> None:
    assert _read(_title("Context"), _other("Kontext"), line("One.")) == (["Context", "One."], ["Kontext"])
    assert _read(_other("Kontext"), _title("Context"), line("One.")) == (["Context", "One."], ["Kontext"])
    blocks = [_title("Context"), _other("Kontext"), _other("Contexto"), line("One.")]
    assert _read(*blocks) == (["Context", "One."], ["Kontext", "Contexto"])


def test_a_heading_below_several_in_another_language_is_the_one_that_they_translate() -> None:
    blocks = [line("One."), _other("Kontext"), _other("Contexto"), _title("Context"), line("Two.")]
    assert _read(*blocks) == (["One.", "Context", "Two."], ["Kontext", "Contexto"])


def test_headings_beside_titles_that_nobody_has_listed_are_left_out_where_one_is_listed() -> None:
    notes = [_title("Notes"), _other("Notizen"), line("Two.")]
    assert _read(*notes) == (["Notes", "Notizen", "Two."], [])
    both = [_title("Context"), _other("Kontext"), line("One."), *notes]
    assert _read(*both) == (["Context", "One.", "Notes", "Two."], ["Kontext", "Notizen"])


@pytest.mark.parametrize(
    "blocks",
    [
        [_title("Context"), _other("Kontext", 4)],
        [_title("Context"), line("One."), _other("Kontext")],
        [line("Context", block=1), _other("Kontext")],
        [_title("Context"), _title("Kontext")],
        [_other("Kontext")],
        [_title("Context"), Line("", (Run(" ", OTHER),), is_heading=4)],
    ],
)
def test_other_headings_stay(blocks: list[Line]) -> None:
    assert _read(*blocks) == ([each.text for each in blocks], [])


def test_a_line_of_the_same_block_or_header_is_left_out_whatever_its_level() -> None:
    above, below = _title("Context")._replace(block=5), _other("Kontext", 0)._replace(block=5)
    assert _read(above, below) == (["Context"], ["Kontext"])
    assert _read(line("Name", block=1), line("Nombre", OTHER, block=2), is_header=True) == (["Name"], ["Nombre"])


def _both(first: str, second: str, mark: str = "1:div>h3>i.foreign!", level: int = 3) -> Line:
    return Line(f"{first} {second}", (Run(f"{first} ", "1:div>h3>"), Run(second, mark)), is_heading=level)


def test_words_in_a_second_language_behind_a_label_are_left_out_and_behind_others_marked_alike() -> None:
    assert _read(_both("Context", "Kontext")) == (["Context"], ["Kontext"])
    assert _read(_both("Notes", "Notizen")) == (["Notes Notizen"], [])
    assert _read(_both("Context", "Kontext"), _both("Notes", "Notizen")) == (
        ["Context", "Notes"],
        ["Kontext", "Notizen"],
    )
    marked = _both("Notes", "of all", "1:div>h3>b.foreign!")
    assert _read(_both("Context", "Kontext"), marked) == (["Context", "Notes of all"], ["Kontext"])
    assert _read(_both("Context", "Kontext", level=0)) == (["Context Kontext"], [])
    assert _read(_both("Context", "Kontext", level=0), is_header=True) == (["Context"], ["Kontext"])


def _cell(text: str) -> Cell:
    """Make a cell: `*` stands before a header, and `~` before one in another language."""
    said = text.lstrip("*~")
    mark = "1:tr>th.foreign!>" if text[:1] == "~" else "1:tr>td>"
    return Cell(said, (line(said, mark),) if said else (), (), text[:1] in {"*", "~"})


def _rows(*rows: str) -> tuple[list[str], list[str]]:
    spoken: list[Line] = []
    table = PageTable(tuple(tuple(map(_cell, row.split("|"))) for row in rows))
    read = without_second_headers(table, INDEX, spoken)
    assert (read is table) is (not spoken)
    return ["|".join(cell.text for cell in row) for row in read.rows], [each.text for each in spoken]


def test_headers_in_a_second_language_beside_labels_are_empty() -> None:
    rows = ["*Year|2017|~Jahr", "*Notes|none|~Notizen", "*State||~Zustand"]
    assert _rows(*rows) == (["Year|2017|", "Notes|none|", "State||"], ["Jahr", "Notizen", "Zustand"])
    assert _rows("~Jahr|*Year|2017") == (["|Year|2017"], ["Jahr"])


def test_headers_in_columns_beside_no_label_stay_and_so_do_cells_that_are_none() -> None:
    for rows in (["*Notes|none|~Notizen"], ["*Year|2017|*Jahr"], ["*Year|2017|", "*A|b|c|~d"], ["*Year"]):
        assert _rows(*rows) == ([row.replace("*", "").replace("~", "") for row in rows], [])


def test_a_row_of_columns_in_a_second_language_is_left_out_and_other_rows_stay() -> None:
    rows = ["*Name|*Country", "~Nombre|~Pais", "A|Mali", "~Bath|Mali", "|"]
    assert _rows(*rows) == (["Name|Country", "A|Mali", "Bath|Mali", "|"], ["Nombre", "Pais"])


@pytest.mark.parametrize(("name", "left"), [("th.foreign!", ["Year", ""]), ("th", ["Year", "Jahr"])])
def test_cells_in_one_piece_are_told_by_how_they_are_marked(name: str, left: list[str]) -> None:
    cells = Cell("Year", (), (), True), Cell("Jahr", (), (), True)
    table = PageTable((cells,), plain=PlainCells("1:tr>", [["th", name]], 1, 1, 0))
    assert [cell.text for cell in without_second_headers(table, INDEX, []).rows[0]] == left
