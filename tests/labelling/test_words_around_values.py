"""What a page says on the lines of most of its values, in an element of its own, is none of their words."""

import pytest
from lines import INDEX, line, page, table

from atlas_scraper.blocks.document import Block, Line, PageTable, Run
from atlas_scraper.labelling.around_values import without_words, words_around_values
from atlas_scraper.labelling.cutting import cut_into_items

LABELS = ("Year", "State", "Year", "State", "Year")


def _value(*texts: str, mark: str = "1:p>") -> Line:
    runs = [Run(text, mark if number == len(texts) - 2 else f"{mark}i") for number, text in enumerate(texts)]
    return Line("".join(texts), tuple(runs))


def _read(*values: Line) -> tuple[list[str], list[str]]:
    blocks = [each for label, value in zip(LABELS, values, strict=False) for each in (line(label), value)]
    words = words_around_values(cut_into_items(blocks, INDEX), INDEX)
    read = without_words(page(*blocks), words)
    return [each.text for each in read.blocks if each.text not in LABELS], [each.text for each in read.hidden]


VALUES = ["2017", "open", "2018", "shut"]


def test_words_behind_most_values_are_left_out() -> None:
    read = _read(*[_value(value, " copy it") for value in VALUES])
    assert read == (VALUES, ["copy it"])


def test_words_before_most_values_are_left_out() -> None:
    values = [Line(f"it is {value}", (Run("it is ", "1:p>i"), Run(value, "1:p>"))) for value in VALUES]
    assert _read(*values) == (VALUES, ["it is"])


def test_words_behind_an_empty_value_and_on_a_later_line_of_one_are_left_out_too() -> None:
    values = [_value(value, " copy it") for value in VALUES]
    read = _read(*values, Line("copy it", (Run("copy it", "1:p>i"),)))
    assert read == (VALUES, ["copy it"])
    read = _read(*values, Line("on copy it", (Run("on", "1/br:p>"), Run(" copy it", "1/br:p>i"))))
    assert read == ([*VALUES, "on"], ["copy it"])


@pytest.mark.parametrize(
    "values",
    [
        [_value(value, " copy it") for value in VALUES[:3]],
        [_value(value, f" {number}") for number, value in enumerate(VALUES)],
        [_value(value, " *") for value in VALUES],
        [_value("2017", " copy it")] * 4,
        [_value(value, " copy it") for value in VALUES[:3]] + [_value("shut", " for now")] * 2,
        [Line(f"{value} copy it", (Run(value, "1:p>"), Run(" copy it", "1:p>"))) for value in VALUES],
    ],
)
def test_words_behind_few_values_or_no_words_or_in_no_element_of_their_own_stay(values: list[Line]) -> None:
    assert _read(*values) == ([each.text for each in values], [])


def test_such_words_in_cells_of_a_table_are_left_out_of_these() -> None:
    words = words_around_values(
        cut_into_items([each for value in VALUES for each in (line("Year"), _value(value, " copy it"))], INDEX), INDEX
    )
    rows = table("Name|Country", "A|Mali")
    cell = rows.rows[1][0]._replace(text="A copy it", blocks=(_value("A", " copy it"),))
    read = without_words(page(rows._replace(rows=(rows.rows[0], (cell, rows.rows[1][1])))), words)
    assert [each.text for each in read.blocks] == ["Name | Country\nA | Mali"]


@pytest.mark.parametrize(("mark", "href"), [("1:p>sup", None), ("1:p>i", "/x")])
@pytest.mark.parametrize("sign", ["+", "1"])
def test_a_sign_or_number_behind_most_values_is_left_out_where_it_is_raised_or_a_link(
    sign: str, mark: str, href: str | None
) -> None:
    values = [Line(f"{value} {sign}", (Run(value, "1:p>"), Run(f" {sign}", mark, href))) for value in VALUES]
    assert _read(*values) == (VALUES, [sign])


def test_a_sign_before_values_stays() -> None:
    values = [Line(f"+ {value}", (Run("+ ", "1:p>i", "/x"), Run(value, "1:p>"))) for value in VALUES]
    assert _read(*values)[1] == []


def _column(*cells: Line) -> tuple[list[str], list[str]]:
    rows = table("Name|Country", *[f"{cell.text}|Mali" for cell in cells])
    grid = [rows.rows[0]]
    for cell, (name, country) in zip(cells, rows.rows[1:], strict=True):
        grid.append((name._replace(blocks=(cell,)), country))
    blocks: list[Block] = [line("Partners"), rows._replace(rows=tuple(grid))]
    words = words_around_values(cut_into_items(blocks, INDEX), INDEX)
    read = without_words(page(*blocks), words).blocks[1]
    assert isinstance(read, PageTable)
    return [row[0].text for row in read.rows[1:]], sorted(each.text for each in words)


def _signed(text: str, sign: str = "+", mark: str = "1:td>i", href: str | None = "/x") -> Line:
    return Line(f"{text} {sign}", (Run(text, "1:td>"), Run(f" {sign}", mark, href)))


def test_a_sign_behind_most_of_a_column_is_left_out_of_it() -> None:
    assert _column(_signed("A"), _signed("B")) == (["A", "B"], ["+"])
    raised = [_signed(text, "*", "1:td>sup", None) for text in "ABCD"]
    assert _column(*raised, line("E", "1:td>")) == ([*"ABCDE"], ["*"])


@pytest.mark.parametrize(
    "cells",
    [
        [_signed("A")],
        [_signed("A"), _signed("A")],
        [_signed("A"), _signed("B", "-")],
        [_signed("A"), _signed("B"), line("C", "1:td>")],
        [_signed("A", "1"), _signed("B", "1")],
        [_signed("A", "all"), _signed("B", "all")],
        [_signed("A", href=None), _signed("B", href=None)],
    ],
)
def test_a_sign_behind_few_cells_words_and_numbers_stay(cells: list[Line]) -> None:
    assert _column(*cells) == ([each.text for each in cells], [])


def test_a_sign_in_a_link_behind_a_name_that_is_another_is_left_out() -> None:
    cells = [Line(f"{text} +", (Run(text, "1:td>a", "/y"), Run(" +", "1:td>a", "/x"))) for text in "AB"]
    assert _column(*cells) == (["A", "B"], ["+"])
    same = [each._replace(runs=tuple(run._replace(href="/x") for run in each.runs)) for each in cells]
    assert _column(*same) == (["A +", "B +"], [])


@pytest.mark.parametrize(("sign", "is_left_out"), [("✓ ", True), ("=> ", True), ("« ", False), ("( ", False)])
def test_a_sign_in_an_element_before_most_values_is_left_out_unless_it_opens_what_an_author_says(
    sign: str, is_left_out: bool
) -> None:
    values = [Line(f"{sign}{value}", (Run(sign, "1:p>i"), Run(value, "1:p>"))) for value in VALUES]
    assert _read(*values) == ((VALUES, [sign.strip()]) if is_left_out else ([each.text for each in values], []))
