"""The lines of a cell, in the boxes within it as well, and which cells are more than a text in one piece."""

import pytest
from lines import WORDS, line

from atlas_scraper.blocks.document import Block, Cell, Line, PageTable, Run
from atlas_scraper.labelling.items import text_of
from atlas_scraper.tables.cell_lines import any_may_name, is_of_pieces, lines_of_cell


def _boxes(*cells: Cell) -> PageTable:
    return PageTable((cells,), is_boxes=True)


def _cell(*blocks: Block) -> Cell:
    return Cell(" ".join(block.text for block in blocks), blocks)


def _texts(*blocks: Block) -> list[str]:
    """Give the lines of a cell, a bar between their stretches."""
    lines = lines_of_cell(_cell(*blocks), WORDS)
    assert all(text == text_of(items[0].runs) for text, items in lines)
    return ["|".join(run.text for run in items[0].runs) for _, items in lines]


def test_the_lines_of_a_cell_are_given_with_those_of_boxes_within_it() -> None:
    inner = _boxes(_cell(line("b", path=(1, 2))), _cell(line("c", path=(1, 3))))
    assert _texts(line("a"), inner, line("d")) == ["a", "b", "c", "d"]


def test_stretches_that_stand_in_no_box_of_their_own_are_one_line() -> None:
    one, two, three = (_cell(line(text, path=(1, 2))) for text in "abc")
    assert _texts(_boxes(one, two)) == ["a| |b| "]
    assert _texts(_boxes(one, two, three)) == ["a| |b| |c| "]
    assert _texts(_boxes(one, two, _cell(line("c", path=(1, 3))))) == ["a", "b", "c"]
    assert _texts(_boxes(_cell(line("c", path=(1, 3))), one, two)) == ["c", "a", "b"]
    assert _texts(_boxes(one)) == ["a"]


def test_a_box_that_spans_gives_its_lines_once() -> None:
    one = _cell(line("a", path=(1, 2)))
    assert _texts(_boxes(one, one)) == ["a"]


def test_a_colon_in_a_box_of_its_own_is_no_line_but_for_the_first() -> None:
    assert _texts(line("Name"), line(":"), line("Brest")) == ["Name", "Brest"]
    assert _texts(line(":"), line("Brest")) == [":", "Brest"]


def test_the_sites_own_words_at_the_end_of_a_line_are_left_out() -> None:
    runs = (Run("Brest ", "td>"), Run("Print", "td>a", "/print", interactive=True))
    assert _texts(Line("Brest Print", runs)) == ["Brest "]


def test_below_others_a_line_of_the_sites_own_words_has_no_text_and_keeps_its_link() -> None:
    action = Line("Print", (Run("Print", "td>a", "/print", interactive=True),))
    said = [(text, items[0].runs[0].href) for text, items in lines_of_cell(_cell(line("Brest"), action), WORDS)]
    assert said == [("Brest", None), ("", "/print")]
    assert [text for text, _ in lines_of_cell(_cell(action, line("Brest")), WORDS)] == ["Print", "Brest"]
    assert [text for text, _ in lines_of_cell(_cell(line("Brest"), line("Print")), WORDS)] == ["Brest", "Print"]


@pytest.mark.parametrize(
    ("blocks", "are_several"),
    [
        ([], False),
        ([line("a")], False),
        ([line("a"), line("b")], True),
        ([Line("ab", (Run("a", "b>"), Run("b", "td>")))], True),
        ([_boxes(_cell(line("a")))], True),
    ],
)
def test_a_cell_is_of_pieces_where_it_has_two_lines_or_stretches_or_a_box(
    blocks: list[Block], are_several: bool
) -> None:
    assert is_of_pieces(_cell(*blocks)) is are_several


@pytest.mark.parametrize(
    ("rows", "may_name"),
    [
        (["a|b", "c|d"], False),
        (["a: b|c", "d|e"], False),
        (["a|b", "c: d|"], True),
        (["a|b", "c|"], False),
        (["a: x|b", "c|"], False),
    ],
)
def test_a_cell_in_one_piece_may_name_a_column_where_it_is_alone_and_has_a_colon(
    rows: list[str], may_name: bool
) -> None:
    cells = [tuple(_cell(line(text)) if text else Cell("") for text in row.split("|")) for row in rows]
    assert any_may_name(PageTable(tuple(cells)), cells) is may_name


def test_a_cell_of_pieces_may_name_a_column_wherever_it_stands() -> None:
    rows = (Cell("a b", (line("a"), line("b"))), Cell("c", (line("c"),))), (Cell("d"), Cell("e"))
    assert any_may_name(PageTable(rows), rows)
