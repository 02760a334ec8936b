"""Which of the tables below a label hold its rows, and under which header."""

import pytest
from lines import INDEX, PARTNERS, line, page

from atlas_scraper.blocks.document import Block, Cell, PageTable
from atlas_scraper.errors import LayoutError
from atlas_scraper.labelling.division import divide
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.reader import SectionReader
from atlas_scraper.tables.choosing import Chosen, choose_tables
from atlas_scraper.tables.columns import PageColumn

NAME = PageColumn("name", ("Name",), is_required=True)
LAND = PageColumn("land", ("Country",))
YEAR = PageColumn("year", ("Since",), fits=str.isdigit)
LINK = PageColumn("link", (), fits=lambda text: text.startswith("http"), may_lack_header=True)
COLUMNS = [NAME, LAND, YEAR]


def _table(*rows: str, path: tuple[int, ...] = (1, 2, 3), mark: str = "td>") -> PageTable:
    """Make a table of rows such as `Name|Country`; a cell that begins with a star is a header."""
    grid = [
        tuple(
            Cell((said := text.removeprefix("*")), (line(said, mark),) if said else (), (), text[:1] == "*")
            for text in row.split("|")
        )
        for row in rows
    ]
    return PageTable(tuple(grid), path)


def _choose(
    *blocks: Block, columns: list[PageColumn] | None = None
) -> tuple[list[Chosen], list[Chosen], list[str], list[Item]]:
    reader = SectionReader(divide(page(line("Partners")), INDEX))
    items = [Item(block, block.text, () if isinstance(block, PageTable) else block.runs) for block in blocks]
    chosen, others = choose_tables(reader, PARTNERS, items, columns or COLUMNS)
    return chosen, others, [issue.detail for issue in reader.issues], items


def _rows(*blocks: Block, columns: list[PageColumn] | None = None) -> list[list[str]]:
    """Give the rows of each chosen table, its header among them."""
    chosen = _choose(*blocks, columns=columns)[0]
    return [["|".join(cell.text for cell in row) for row in each.table.rows] for each in chosen]


def _names(*texts: str, box: int = 9) -> list[Block]:
    return [line(text, "h>", (1, box, box + 1 + place)) for place, text in enumerate(texts)]


HEADED = _table("Name|Country", "Brest|Mali")


def test_the_tables_with_the_header_that_names_most_are_chosen() -> None:
    best, alike, other = _table("Name|Country|Since", "a|b|1"), _table("Name|Country|Since", "c|d|2"), HEADED
    chosen, others, said, items = _choose(other, best, alike)
    assert [each.table for each in chosen] == [best, alike]
    assert [each.table for each in others] == [other]
    assert ([each.items for each in chosen], [each.named for each in chosen], said) == (
        [items[1:2], items[2:]],
        [3, 3],
        [],
    )
    assert _choose(line("a"))[:2] == ([], [])


def test_a_table_below_a_title_within_it_is_chosen_once() -> None:
    assert _rows(_table("All of it|All of it", "Name|Country", "Brest|Mali")) == [
        ["All of it|All of it", "Name|Country", "Brest|Mali"]
    ]


def test_a_header_without_the_required_column_is_an_error() -> None:
    with pytest.raises(LayoutError, match="the column 'Name'"):
        _choose(_table("Country|Since", "Mali|2017"))
    assert _choose(_table("Country|Size", "Mali|2017"))[:2] == ([], [])


def test_what_is_in_doubt_in_cards_below_each_other_is_said() -> None:
    columns = [NAME, LAND, PageColumn("other", ("Country",))]
    cards = _table("Name|Brest", "Country|Mali", "Country|Togo", "Name|Lyon", "Country|Niger")
    chosen, _, said, _ = _choose(cards, columns=columns)
    assert len(chosen) == 1
    assert said == ["one of several columns of that name: Country: Niger"]


def test_names_in_lines_are_the_header_of_the_tables_below_them() -> None:
    blocks = [*_names("Name", "Country"), _table("Brest|Mali"), _table("Lyon|Togo", path=(1, 2, 4))]
    chosen, _, _, items = _choose(*blocks)
    assert _rows(*blocks) == [["Name|Country", "Brest|Mali"], ["Name|Country", "Lyon|Togo"]]
    assert [list(each.items) for each in chosen] == [items[:3], items[3:]]
    assert [each.named for each in chosen] == [2, 0]
    assert all(cell.is_header for each in chosen for cell in each.table.rows[0])
    assert [each.header.row for each in chosen] == [0, 0]


def test_names_in_lines_are_read_with_the_rows_of_tables_that_stand_with_the_first_alone() -> None:
    names = [*_names("Country", "Since")]
    columns = [PageColumn("land", ("Country",)), YEAR]
    rows = _table("Mali||", path=(1, 2, 3))
    for aside in (_table("||2017", path=(7, 8, 9)), _table("||2017|9", path=(1, 2, 4))):
        assert _rows(*names, rows, aside, columns=columns) == [["Country|Since|", "Mali||"]]


@pytest.mark.parametrize(("number", "is_found"), [(1, True), (2, True), (3, True), (4, False)])
def test_names_are_sought_above_each_of_the_first_three_tables(number: int, *, is_found: bool) -> None:
    above = [each for place in range(1, number) for each in (line("About"), _table("x|y|z", path=(5, place)))]
    rows = _rows(*above, *_names("Name", "Country"), _table("Brest|Mali"))
    assert rows == ([["Name|Country", "Brest|Mali"]] if is_found else [])


def test_names_in_lines_are_no_header_where_one_stands_above_or_another_table_is_between() -> None:
    blocks = [HEADED, *_names("Name", "Since"), _table("Lyon|Mali", path=(7, 8, 9))]
    assert [[each.table for each in some] for some in _choose(*blocks)[:2]] == [[HEADED], []]
    assert _rows(*_names("Name", "Country"), _table("a|b|c"), _table("Brest|Mali", path=(7, 8, 9))) == []


HEAD = _table("Name|Country")


@pytest.mark.parametrize(
    ("row", "is_under"),
    [("Lyon|Togo", True), ("*Lyon|Togo", False), ("Lyon|Amount", False), ("Lyon", False), ("Lyon|Togo|", True),
     ("Lyon|Togo|x", False)],
)  # fmt: skip
def test_a_table_goes_on_under_a_header_alone_where_it_fits_its_width_and_has_none_itself(
    row: str, is_under: bool
) -> None:
    assert _rows(HEAD, _table(row)) == ([["Name|Country"], ["Name|Country", row]] if is_under else [["Name|Country"]])


def test_a_ragged_table_fits_no_header() -> None:
    assert _rows(_table("Name"), _table("Lyon", "Brest|Mali"), columns=[NAME]) == [["Name"]]
    assert len(_rows(_table("Name"), _table("Lyon", "Brest"), columns=[NAME])) == 2
    assert len(_rows(_table("Name|"), _table("Lyon", "Brest|"), columns=[NAME])) == 1


def test_columns_without_a_name_at_the_end_may_be_missing() -> None:
    assert len(_rows(_table("Name|Country|"), _table("Lyon|Togo"))) == 2
    assert len(_rows(_table("Name|Country|"), _table("Lyon|Togo"), columns=[NAME, LAND, LINK])) == 2
    assert len(_rows(_table("Name|Country|Since"), _table("Lyon|Togo"))) == 1


@pytest.mark.parametrize(
    ("path", "is_under"),
    [((1, 2, 4), True), ((1, 6, 4), True), ((5, 6, 4), False), ((1, 2), False), ((1, 2, 3, 4), False)],
)
def test_further_tables_under_a_header_alone_stand_as_the_first_does(path: tuple[int, ...], is_under: bool) -> None:
    rows = _rows(HEAD, _table("Lyon|Togo", path=(1, 2, 3)), _table("Brest|Mali", path=path))
    assert len(rows) == 2 + is_under


def test_a_box_more_apart_is_another_place() -> None:
    head, first = _table("Name|Country", path=(0, 1)), _table("Lyon|Togo", path=(0, 1, 2, 3))
    assert len(_rows(head, first, _table("Brest|Mali", path=(0, 5, 6, 7)))) == 2
    assert len(_rows(head, first, _table("Brest|Mali", path=(0, 1, 6, 7)))) == 3


@pytest.mark.parametrize(
    ("other", "is_under"),
    [
        (_table("Lyon|Togo", path=(1, 2, 4)), True),
        (_table("Lyon|Togo", path=(1, 2, 4), mark="b>"), False),
        (_table("|Togo", "|", path=(1, 2, 4)), False),
        (_table("Lyon|2017", path=(1, 2, 4)), False),
    ],
)
def test_rows_go_on_below_those_of_another_table_where_they_are_marked_and_of_kinds_as_those(
    other: PageTable, is_under: bool
) -> None:
    headed = _table("Name|Country|Since", "Brest|Mali|2017")
    wider = other._replace(rows=tuple((*row, Cell("")) for row in other.rows))
    chosen, _, said, _ = _choose(headed, wider)
    assert (len(chosen), said) == (1 + is_under, [])


def test_rows_of_free_text_alone_that_go_on_in_another_table_are_said() -> None:
    other = _table("Lyon|Togo", path=(1, 2, 4))
    detail = "rows read under the header of others have no header: Lyon | Togo"
    assert _choose(HEADED, other)[2] == [detail]
    assert _choose(_table("Name|", "Brest|"), _table("Lyon|", path=(1, 2, 4)))[2] == [
        detail.removesuffix(" | Togo") + " | "
    ]


def test_rows_of_a_part_of_a_sheet_may_be_pairs_and_that_is_said() -> None:
    chosen, _, said, _ = _choose(_table("Name|Since"), _table("Lyon|2017"), columns=[NAME, YEAR])
    assert len(chosen) == 2
    assert said == ["rows read under the header of others may be labels with their values: Lyon | 2017"]
    assert len(_choose(_table("Name|Since"), _table("Lyon|Togo"), columns=[NAME, YEAR])[0]) == 1
    assert _choose(_table("Name|Since", path=()), _table("Lyon|Togo", path=()), columns=[NAME, YEAR])[2] == []


@pytest.mark.parametrize(
    ("rows", "is_under"),
    [
        (["Name|", "Brest|Mali"], True),
        (["Name|Size", "Brest|Mali"], False),
        (["Name||", "Brest|Mali|"], False),
    ],
)
def test_a_table_whose_names_are_some_of_a_header_alone_above_it_is_read_under_that(
    rows: list[str], is_under: bool
) -> None:
    head, *below = _choose(HEAD, _table(*rows, path=(1, 2, 4)))[0]
    assert head.table is HEAD
    assert bool(below) is is_under
    if below:
        row, header = below[0].table.rows[1], below[0].header
        assert ([cell.text for cell in row], header.texts, header.row) == (["Brest", "Mali"], ("Name", "Country"), 0)


def test_names_stay_those_of_a_table_where_the_one_above_has_rows_or_more_stands_above_them() -> None:
    some = ["Name|", "Lyon|Togo"]
    assert _rows(HEADED, _table(*some, path=(1, 2, 4))) == [["Name|Country", "Brest|Mali"]]
    assert _rows(HEAD, _table("|", *some, path=(1, 2, 4))) == [["Name|Country"]]
