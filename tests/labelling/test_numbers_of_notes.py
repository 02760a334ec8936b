"""Numbers of notes behind values and names, in elements of their own, are none of their words where they count up."""

from collections.abc import Sequence

import pytest
from lines import INDEX, line, page, table

from atlas_scraper.blocks.document import Block, Line, PlainCells, Run, Signal
from atlas_scraper.labelling.around_values import AROUND_VALUES
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.note_numbers import without_note_numbers


def _noted(text: str, note: str, mark: str = "1:p>i", *, block: int = 0, href: str | None = None) -> Line:
    return Line(
        f"{text} {note}".strip(), (Run(text, "1:p>"), Run(f" {note} ", mark, href), Run(" ", "1:p>")), (), block
    )


def _values(*values: Line) -> list[Block]:
    return [
        block
        for label, value in zip(("Year", "State", "Year", "State"), values, strict=False)
        for block in (line(label), value)
    ]


def _read(blocks: Sequence[Block], *, has_signal: bool = True) -> tuple[list[str], list[str]]:
    document = page(*blocks)._replace(signals=frozenset([Signal.NOTES] if has_signal else []))
    read = without_note_numbers(document, cut_into_items(blocks, INDEX), INDEX)
    assert all(each.landmark == AROUND_VALUES for each in read.hidden)
    return [each.text for each in read.blocks], [each.text for each in read.hidden]


NOTES = [("[1]", "1:p>i"), ("1", "1:p>sup"), ("(1)", "1:p>i>sup.n"), (" [1]", "1:p>sup")]


@pytest.mark.parametrize(("note", "mark"), NOTES)
def test_numbers_that_count_up_behind_values_are_left_out(note: str, mark: str) -> None:
    values = [_noted(f"v{n}", note.replace("1", str(n)), mark, block=n) for n in (1, 2, 11)]
    assert _read(_values(*values)) == (["Year", "v1", "State", "v2", "Year", "v11"], ["[1]", "[2]", "[11]"])


def test_a_number_in_a_link_of_its_own_is_one_of_a_note() -> None:
    values = [_noted(f"v{n}", str(n), block=n, href=f"#n{n}") for n in (1, 2, 3)]
    assert _read(_values(*values))[1] == ["[1]", "[2]", "[3]"]
    of_one = [each._replace(runs=tuple(run._replace(href="/x") for run in each.runs)) for each in values]
    assert _read(_values(*of_one))[1] == []


@pytest.mark.parametrize("numbers", [(1, 2), (1, 2, 2), (2, 1, 3), (1, 2, 12), (0, 1, 2)])
def test_few_numbers_and_those_that_do_not_count_up_stay(numbers: tuple[int, ...]) -> None:
    blocks = _values(*[_noted("v", f"[{number}]", block=place) for place, number in enumerate(numbers, start=1)])
    assert _read(blocks) == ([block.text for block in blocks], [])


@pytest.mark.parametrize(
    ("note", "mark"), [("1", "1:p>i"), ("(1)", "1:p>i"), ("[1]", "1:p>"), ("[1a]", "1:p>sup"), ("[1)", "1:p>i")]
)
def test_numbers_that_may_be_words_of_the_value_stay(note: str, mark: str) -> None:
    blocks = _values(*[_noted("v", note.replace("1", str(n)), mark, block=n) for n in (1, 2, 3)])
    expected = [] if note != "[1)" else ["[1]", "[2]", "[3]"]
    assert _read(blocks)[1] == expected


@pytest.mark.parametrize("other", [("of it", "1:p>i"), ("5", "1:p>i")])
def test_values_without_a_note_stand_between_those_that_have_one(other: tuple[str, str]) -> None:
    values = [_noted(f"v{n}", f"[{n}]", block=n) for n in (1, 2, 3)]
    between = _noted("w", *other, block=9)
    read, hidden = _read(_values(values[0], between, *values[1:]))
    assert (read[1::2], hidden) == (["v1", f"w {other[0]}", "v2", "v3"], ["[1]", "[2]", "[3]"])


def test_a_number_before_words_in_a_table_is_no_note() -> None:
    blocks = [*_values(_noted("v", "[1]", block=1)), line("Partners"), table("[1] A.|x", "b|c")]
    assert _read(blocks)[1] == []


def test_a_page_without_a_trace_of_notes_is_not_looked_at() -> None:
    blocks = _values(*[_noted("v", f"[{n}]", block=n) for n in (1, 2, 3)])
    assert _read(blocks, has_signal=False)[1] == []


@pytest.mark.parametrize(
    ("below", "is_note"), [("[1] http://a", True), ("(1) A.", True), ("[2] A.", False), ("[1]", False), ("1 A.", False)]
)
def test_a_number_that_stands_again_before_a_note_is_one(below: str, is_note: bool) -> None:
    blocks = [*_values(_noted("v", "[1]", block=1)), line("Aim"), line("A."), line(below)]
    assert _read(blocks)[1] == (["[1]"] if is_note else [])


def test_numbers_behind_names_in_a_table_are_left_out_of_its_cells() -> None:
    rows = table("Name|Country", "A|Mali", "B|Mali", "C|Mali")
    grid = [rows.rows[0]]
    for number, (cell, other) in enumerate(rows.rows[1:], start=1):
        noted = _noted(cell.text, f"[{number}]", block=number)
        grid.append((cell._replace(text=noted.text, blocks=(noted,)), other))
    read, hidden = _read([line("Partners"), rows._replace(rows=tuple(grid))])
    assert read[1] == "Name | Country\nA | Mali\nB | Mali\nC | Mali"
    assert hidden == ["[1]", "[2]", "[3]"]


def test_numbers_in_a_table_that_lays_out_the_page_and_in_cells_of_several_lines_are_told_by_their_lines() -> None:
    rows = table("Name|Country", "A|Mali", "B|Mali", "C|Mali")
    grid = [rows.rows[0]]
    for number, (cell, other) in enumerate(rows.rows[1:], start=1):
        lines = (line("at", block=20 + number), _noted(cell.text, f"[{number}]", block=number))
        grid.append((cell._replace(text=f"at {lines[1].text}", blocks=lines), other))
    data = rows._replace(rows=tuple(grid))
    read, hidden = _read([line("Partners"), data])
    assert (read[1], hidden) == ("Name | Country\nat A | Mali\nat B | Mali\nat C | Mali", ["[1]", "[2]", "[3]"])
    laid_out = data._replace(plain=PlainCells("1:tr>", [["td", "td"]] * 4, 1, 1, 0))
    assert _read([line("Partners"), laid_out])[1] == []


def test_a_value_that_is_a_number_alone_is_none_of_a_note() -> None:
    alone = [Line(f"[{n}]", (Run(" ", "1:p>"), Run(f"[{n}]", "1:p>sup")), (), n) for n in (1, 2, 3)]
    assert _read(_values(*alone))[1] == []
    assert _read(_values(*[each._replace(runs=each.runs[1:]) for each in alone]))[1] == []


def test_a_note_of_number_none_is_an_authors() -> None:
    values = [_noted("v", f"[{number}]", block=place) for place, number in enumerate((5, 0, 6, 7), start=1)]
    assert _read(_values(*values)) == (
        ["Year", "v", "State", "v [0]", "Year", "v", "State", "v"],
        ["[5]", "[6]", "[7]"],
    )


def test_numbers_in_a_text_stay() -> None:
    blocks = [line("Context"), *[_noted("One.", f"[{n}]", block=n) for n in (1, 2, 3)]]
    assert _read(blocks)[1] == []
