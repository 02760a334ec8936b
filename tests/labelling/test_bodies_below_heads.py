"""Boxes that look like two rows of a table, of which the second holds the rows."""

from collections.abc import Sequence

import pytest
from lines import line, table

from atlas_scraper.blocks.document import Block, Cell, PageTable
from atlas_scraper.labelling.body_below_head import are_rows, is_body_below_head

HEAD = (1, 1)


def _table(*body: Sequence[tuple[int, ...]], names: tuple[str, ...] = ("Name", "Country"), rows: int = 1) -> PageTable:
    """Make a table of names above cells that have lines in some boxes each."""
    head = [Cell(name, (line(name, path=(*HEAD, place)),) if name else ()) for place, name in enumerate(names)]
    cells = tuple([Cell("x" * len(paths), tuple([line("x", path=path) for path in paths])) for paths in body])
    return PageTable((tuple(head), *[cells] * rows))


Paths = Sequence[tuple[int, ...]]
TWO: Paths = [(1, 2, 1), (1, 2, 2)]
ONE: Paths = [(1, 2, 1)]
NONE: Paths = []


@pytest.mark.parametrize(
    ("body", "is_body"),
    [
        ([TWO, TWO], True),
        ([TWO, ONE], False),
        ([TWO, TWO, ONE], True),
        ([ONE, ONE], False),
        ([TWO, NONE], True),
        ([NONE, NONE], False),
        ([[(1, 2, 1), (1, 2, 1)]] * 2, False),
    ],
)
def test_most_cells_of_a_body_have_words_in_several_boxes(body: list[Sequence[tuple[int, ...]]], is_body: bool) -> None:
    assert is_body_below_head(_table(*body)) is is_body


def test_some_cells_do_where_all_words_stand_deeper_than_the_names() -> None:
    deep, deeper = [(1, 2, 1, 1)], [(1, 2, 1, 1), (1, 2, 1, 2)]
    assert is_body_below_head(_table(deeper, deep, deep))
    assert not is_body_below_head(_table(deeper, deep, ONE))
    assert not is_body_below_head(_table(deep, deep, deep))


def test_three_rows_are_rows_and_so_is_one() -> None:
    assert not is_body_below_head(_table(TWO, TWO, rows=2))
    assert not is_body_below_head(_table(TWO, TWO, rows=0))


@pytest.mark.parametrize(
    ("first", "is_body"), [((1, 2, 1), True), ((1, 2, 2), False), ((1, 2, 1, 1), False), ((1, 2), False)]
)
def test_words_below_a_blank_name_are_a_body_where_empty_boxes_stand_beside_each(
    first: tuple[int, ...], is_body: bool
) -> None:
    body: list[Paths] = [[first], [(1, 2, 3)]]
    assert is_body_below_head(_table(*body, names=("", "Name"))) is is_body
    assert not is_body_below_head(_table(*body))


def test_a_blank_name_above_nothing_tells_nothing() -> None:
    assert not is_body_below_head(_table([], [(1, 2, 1)], [(1, 2, 3)], names=("", "Name", "Country")))


@pytest.mark.parametrize(("second", "is_body"), [((1, 2, 6, 7), True), ((1, 2, 5, 6), False)])
def test_boxes_are_empty_by_the_number_of_the_next_beyond_those_around_the_words(
    second: tuple[int, ...], is_body: bool
) -> None:
    assert is_body_below_head(_table([(1, 2, 3, 4)], [second], names=("", "Name"))) is is_body


def test_lines_of_tables_within_cells_count() -> None:
    inner: tuple[Block, ...] = (table("a|b")._replace(rows=((Cell("a", (line("a", path=(1, 2, 1)),)),
                                                             Cell("b", (line("b", path=(1, 2, 2)),))),)),)  # fmt: skip
    head = _table(TWO, TWO).rows[0]
    assert is_body_below_head(PageTable((head, (Cell("a b", inner), Cell("a b", inner)))))


@pytest.mark.parametrize(
    ("counts", "depth", "expected"),
    [((2, 1), 1, True), ((2, 1), 2, False), ((1, 1), 1, False), ((2, 2, 1), 2, True), ((), 0, False)],
)
def test_cells_are_rows_by_their_boxes_or_by_their_depth(counts: tuple[int, ...], depth: int, expected: bool) -> None:
    assert are_rows([{(1, place) for place in range(count)} for count in counts], depth) is expected
