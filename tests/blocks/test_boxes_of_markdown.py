"""Lists and tables of a text in Markdown that a converter made of boxes: what stands in them, line by line."""

import pytest

from atlas_scraper.blocks.markdown_boxes import without_boxes
from atlas_scraper.blocks.markdown_tables import written_table
from atlas_scraper.blocks.pipe_rows import SPANNED, PipeTable


@pytest.mark.parametrize(
    ("lines", "without"),
    [
        (["* Titre", "  :   Un jumelage"], ["", "Titre", ":   Un jumelage"]),
        (["a", "* Titre", "  ~   x", "", "b"], ["a", "", "Titre", "~   x", "", "b"]),
        (["- ### Contexte", "  Un puits.", "- ### Aim", "  x"], ["", "### Contexte", "Un puits.", "", "### Aim", "x"]),
        (["*   ### A", "    x", "      y", " z"], ["", "### A", "x", "  y", " z"]),
        (["* ### A", "", "  x"], ["", "### A", "", "x"]),
        (["* ### A", "+ ### B"], ["", "### A", "", "### B"]),
        (["* ### A", "* b", "c"], ["", "### A", "", "b", "c"]),
        (["* ### A", "  x", "* one", "* two"], ["", "### A", "x", "", "one", "", "two"]),
    ],
)  # fmt: skip
def test_entries_that_hold_terms_or_begin_with_headings_are_boxes(lines: list[str], without: list[str]) -> None:
    assert without_boxes(lines) == without


@pytest.mark.parametrize(
    "lines",
    [
        ["* one", "* two"],
        ["* one", "  more"],
        ["a", "", "b"],
        ["* one", "+ two", "- three"],
        ["* one", "#### x"],
        ["*", "  : x"],
        ["* one", "a", "  :   x"],
        ["*     one", "  :   x"],
        ["  * one", "  * two"],
        ["  * one"],
        ["  * one", "    * two"],
        ["  * one", "    1. two"],
        ["  * one", "", "    two"],
        ["  * one", "   two"],
        ["    * one", "    two"],
    ],
)
def test_other_lists_stay_as_they_are(lines: list[str]) -> None:
    assert without_boxes(lines) == lines


@pytest.mark.parametrize(
    ("lines", "without"),
    [
        (["  * Titre", "    Un jumelage", "  * Year", "    2012"],
         ["", "Titre", "", "    Un jumelage", "", "Year", "", "    2012"]),
        (["x", "  - Titre", "    12. b"], ["x", "  - Titre", "    12. b"]),
        (["  * ### Contexte", "x"], ["", "### Contexte", "x"]),
        (["  + ###### A"], ["", "###### A"]),
        (["  * ###A"], ["  * ###A"]),
    ],
)  # fmt: skip
def test_terms_and_headings_that_are_indented_are_boxes_each_by_itself(lines: list[str], without: list[str]) -> None:
    assert without_boxes(lines) == without


def _written(*rows: str, lists_dashes: bool = False) -> list[str]:
    """Give the rows of a table as written: bars part cells, and `/` their lines; sizes of several places are said.

    A cell `<` is a place that the one before it spans.
    """
    cells = tuple(tuple(SPANNED if cell == "<" else cell for cell in row.split("|")) for row in rows)
    lines = [*written_table(PipeTable(0, len(rows), cells), lists_dashes=lists_dashes)]
    assert (lines[0], lines[-2:]) == ("<table>", ["</table>", ""])
    out: list[list[str]] = []
    is_open = False
    for line in lines[1:-2]:
        if line == "<tr>":
            out.append([])
        elif line.startswith("<td"):
            attributes, _, end = line.removeprefix("<td").partition(">")
            out[-1].append(attributes.strip())
            is_open = not end
        elif line and line[0] != "<":
            assert is_open
            out[-1][-1] += line.replace("\\\n", " / ")
    assert lines.count("</tr>") == len(out)
    return ["|".join(row) for row in out]


def test_rows_are_as_wide_as_they_are_and_a_header_without_a_word_is_none() -> None:
    assert _written("Name|Country", "Brest", "Lyon||x") == ["Name|Country", "Brest", "Lyon||x"]
    assert _written("|", "Brest|Mali") == ["Brest|Mali"]
    assert _written("|x", "Brest|Mali") == ["|x", "Brest|Mali"]


def test_a_cell_has_as_many_places_as_it_spans() -> None:
    assert _written("Name|All|<|<", "a|b|c|d") == ['Name|colspan="3"All', "a|b|c|d"]
    assert _written("<|a", "b|c") == ["|a", "b|c"]


def test_a_second_row_of_what_stands_below_spanning_cells_alone_is_part_of_the_header() -> None:
    head = 'rowspan="2"Name|colspan="2"All'
    assert _written("Name|All|<", "x|y", "a|b|c") == [head, "x|y", "a|b|c"]
    assert _written("Name|All|<", "x|y") == [head, "x|y"]
    assert _written("Name|All|<", "x") == ['Name|colspan="2"All', "x"]
    assert _written("Name|All|<", "x|y|z") == ['Name|colspan="2"All', "x|y|z"]
    assert _written("All|<", "x|y") == ['colspan="2"All', "x|y"]
    assert _written("Name|All|<") == ['Name|colspan="2"All']


@pytest.mark.parametrize(
    ("cell", "lines"),
    [("a<br>b", "a / b"), ("a<br/>b<br />c", "a / b / c"), ("a  b", "a / b"), ("a\\ b", "a / b"), ("a\\", "a"),
     ("a b", "a b"), ("a<br> <br>b", "a / b"), ("a\\b", "a\\b"), ("1. a", "1\\. a")],
)  # fmt: skip
def test_breaks_within_a_cell_are_its_lines(cell: str, lines: str) -> None:
    assert _written("Name|x", f"{cell}|y") == ["Name|x", f"{lines}|y"]


def test_entries_of_a_list_in_a_cell_are_its_lines() -> None:
    assert _written("Name|x", "* a * b|y") == ["Name|x", "a / b|y"]
    assert _written("Name|x", "+ a b|y") == ["Name|x", "a b|y"]
    assert _written("Name|x", "* a<br>* b + c|y") == ["Name|x", "a / b + c|y"]
    assert _written("Name|x", "*a|y") == ["Name|x", "*a|y"]


def test_dashes_are_entries_where_the_writer_has_them_or_two_cells_begin_with_one() -> None:
    assert _written("Name|x", "- a - b|y") == ["Name|x", "\\- a - b|y"]
    assert _written("Name|x", "- a - b|y", lists_dashes=True) == ["Name|x", "a / b|y"]
    assert _written("Name|x", "- a - b|y", "- c|z") == ["Name|x", "a / b|y", "c|z"]


def test_a_row_of_entries_alone_shows_that_they_only_wrap_what_cells_say() -> None:
    assert _written("Name|x", "- a - b|- c") == ["Name|x", "a - b|c"]
    assert _written("Name|x", "- a|- c|", "* d * e|f") == ["Name|x", "a|c|", "d * e|f"]
    assert _written("Name|x", "* a * b|") == ["Name|x", "a / b|"]
