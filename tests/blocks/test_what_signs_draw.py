"""Rules and tables that a text of fixed pitch draws of signs."""

import re

import pytest
from lines import line, table

from atlas_scraper.blocks.document import Block, Line, PageTable, Run
from atlas_scraper.blocks.drawn import TAB, cells_at, read_drawn


def _read(*texts: str) -> list[str]:
    """Give blocks that lines are read as; the rows of a table are parted by slashes, its cells by bars."""
    return [
        " / ".join("|".join(cell.text for cell in row) for row in block.rows)
        if isinstance(block, PageTable)
        else block.text
        for block in read_drawn([line(text) for text in texts])
    ]


@pytest.mark.parametrize(
    ("above", "rule", "is_one"),
    [
        ("Context", "=======", True), ("Context", "====", True), ("Context", "===", False), ("Context", "=" * 9, True),
        ("Con", "=======", False), ("Context", "-" * 10, True), ("Con", "-" * 10, True), ("Con", "-" * 9, False),
        ("Context", "=-=-=-=", False), ("Context", "a======", False), ("Context", "╠" * 4, False),
    ],
)  # fmt: skip
def test_a_rule_is_about_as_wide_as_the_line_above_it_or_long(above: str, rule: str, *, is_one: bool) -> None:
    assert _read(above, rule, "Un puits.") == [above, *([] if is_one else [rule]), "Un puits."]


def test_a_rule_below_a_table_or_at_the_head_of_a_page_is_a_long_one() -> None:
    blocks: list[Block] = [table("a|b"), line("====="), line("x")]
    assert read_drawn(blocks) == [blocks[0], blocks[1], blocks[2]]
    assert _read("=====", "x") == ["=====", "x"]
    assert _read("=" * 10, "x") == ["x"]


def test_lines_between_bars_are_the_rows_of_a_table() -> None:
    assert _read("a", "| Name | Country |", "| Brest | Mali |", "b") == ["a", "Name|Country / Brest|Mali", "b"]
    assert _read("+-----+----+", "│ a │ b │", "+-----+----+") == ["a|b"]
    assert _read("| a |") == ["a"]
    assert _read("|") == ["|"]
    assert _read("|a", "b|") == ["|a", "b|"]


def test_a_border_without_rows_is_no_table() -> None:
    assert _read("+-----+----+", "a") == ["+-----+----+", "a"]


RULE = "+-----+----+"


def test_lines_between_two_rules_are_one_row_where_each_further_one_lacks_a_cell() -> None:
    head = [RULE, "| Name | Country |", RULE]
    assert _read(*head, "| New | Mali |", "| York | |", RULE, "| Lyon | Togo |", RULE) == [
        "Name|Country / New York|Mali / Lyon|Togo"
    ]
    assert _read(*head, "| New | Mali |", "| York | |", "| City | |", RULE, "| Lyon | Togo |", RULE) == [
        "Name|Country / New York City|Mali / Lyon|Togo"
    ]


def test_lines_between_two_rules_are_rows_where_one_is_full_or_only_the_header_has_rules() -> None:
    head = [RULE, "| Name | Country |", RULE]
    full = "Name|Country / Brest|Mali / Lyon|Togo / Metz|Niger"
    assert _read(*head, "| Brest | Mali |", "| Lyon | Togo |", RULE, "| Metz | Niger |", RULE) == [full]
    assert _read(*head, "| New | Mali |", "| York | |", RULE) == ["Name|Country / New|Mali / York|"]
    assert _read(*head, "| New | |", "| York | |", RULE, "| Lyon | |", RULE) == ["Name|Country / New| / York| / Lyon|"]


def test_a_cell_without_words_in_joined_lines_stays_empty_and_a_missing_one_too() -> None:
    head = [RULE, "| Name | Country | Size |", RULE]
    assert _read(*head, "| New | Mali | |", "| York | |", RULE, "| Lyon | Togo | 1 |", RULE) == [
        "Name|Country|Size / New York|Mali| / Lyon|Togo|1"
    ]


def test_the_cells_of_a_line_keep_their_stretches_and_links() -> None:
    whole = Line("a\tb c\t", (Run("a\tb", "p>"), Run(" c", "a>", "h"), Run("\t", "p>")), (1, 2), 7)
    first, second, last = cells_at(whole, TAB)
    assert (first.text, second.text, last.text) == ("a", "b c", "")
    assert (first.links, second.links, last.blocks, second.is_header) == ((), ("h",), (), False)
    (block,) = second.blocks
    assert isinstance(block, Line)
    assert (block.text, [run.text for run in block.runs], block.path, block.block) == ("b c", ["b", " c"], (1, 2), 7)
    assert [cell.text for cell in cells_at(whole, re.compile("x"))] == ["a b c"]


def test_joined_lines_of_a_cell_keep_their_links() -> None:
    rows = [line(RULE), line("| Name | Country |"), line(RULE)]
    more = [
        Line(f"| {text} | {land} |", (Run("| ", "p>"), Run(text, "a>", text), Run(f" | {land} |", "p>")))
        for text, land in (("New", "Mali"), ("York", ""))
    ]
    found = read_drawn([*rows, *more, line(RULE), line("| a | b |"), line(RULE)])
    assert isinstance(found[0], PageTable)
    cell = found[0].rows[1][0]
    assert (cell.text, cell.links, len(cell.blocks)) == ("New York", ("New", "York"), 2)
