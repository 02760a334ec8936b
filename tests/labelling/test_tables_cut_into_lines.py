"""Tables that are cut into lines: those of a text below its label, and cards of boxes."""

import pytest
from lines import INDEX, line, said, table

from atlas_scraper.blocks.document import Block, Cell, Line, PageTable, Run
from atlas_scraper.labelling.cutting import cut_into_items
from atlas_scraper.labelling.items import Item


def _items(*blocks: Block) -> list[Item]:
    return cut_into_items(blocks, INDEX)


def _is_cut(label: str, *rows: str, **more: bool) -> bool:
    """Tell whether a table below a label is read line by line."""
    return all(each.table is None for each in _items(line(label), table(*rows, **more)))


@pytest.mark.parametrize(
    ("label", "rows", "is_cut"),
    [
        ("Context", ["One.", "Two."], True),
        ("Context", ["One.|", "|Two."], True),
        ("Context", ["One.|a", "Two.|b"], False),
        ("Context", ["One.|a"], False),
        ("Context", ["Name|Country"], False),
        ("Partners", ["One.", "Two."], False),
        ("Year", ["2017|"], True),
        ("Year", ["2017|", "2018|"], False),
        ("Partners", ["One.|"], False),
        ("Town", ["One.|"], False),
    ],
)
def test_a_table_that_says_one_thing_in_each_row_is_the_lines_of_the_text_above(
    label: str, rows: list[str], is_cut: bool
) -> None:
    assert _is_cut(label, *rows) is is_cut


def test_a_table_whose_cells_have_no_places_or_whose_lines_are_links_is_none_of_a_text() -> None:
    assert not _is_cut("Context", "One.|", "Two.|", keeps_positions=False)
    linked = Line("One.", (Run("One.", "a>", "/x", True),))
    menu = table("x|", "y|")
    grid = tuple((row[0]._replace(blocks=(linked,)), row[1]) for row in menu.rows)
    assert _items(line("Context"), menu._replace(rows=grid))[1].table is not None
    mixed = (grid[0], menu.rows[1])
    assert _items(line("Context"), menu._replace(rows=mixed))[1].table is None


def _boxes(*rows: tuple[tuple[Line, ...], ...]) -> list[str]:
    made = [[Cell(" ".join(each.text for each in lines), lines) for lines in row] for row in rows]
    return said(_items(PageTable(tuple(map(tuple, made)), is_boxes=True)))


def _line(text: str, box: int) -> Line:
    return line(text, "p>", (1, box))


def test_boxes_of_a_card_are_read_name_by_name_and_stretches_in_no_box_of_their_own_as_one_line() -> None:
    own = [((_line("Name", number),), (_line("Brest", number + 1),)) for number in (2, 4)]
    assert _boxes(*own, ((_line("Country", 6),), (_line("France", 7),)))[-2:] == ["Country", "France"]
    stretches = ((_line("Name", 2),), (_line("Brest", 2),)), ((_line("Country", 3),), (_line("France", 3),))
    assert _boxes(*stretches) == ["Name Brest", "Country France"]


def test_a_head_without_a_name_stands_before_the_names_of_its_card() -> None:
    def row(head: str, name: str, country: str, box: int) -> tuple[tuple[Line, ...], ...]:
        texts = (head, "Name", name, "Country", country)
        return tuple((_line(text, box + place),) for place, text in enumerate(texts))

    assert _boxes(row("A", "Brest", "France", 10), row("B", "Kayes", "Mali", 20)) == [
        "A", "Name", "Brest", "Country", "France", "B", "Name", "Kayes", "Country", "Mali",
    ]  # fmt: skip


def test_a_colon_in_a_box_of_its_own_parts_a_label_from_its_value_and_is_neither() -> None:
    assert said(_items(line("Year"), line(":"), line("2017"))) == ["Year", "2017"]


@pytest.mark.parametrize(("interactive", "is_authors"), [(False, True), (True, False)])
def test_a_line_in_one_piece_that_no_word_of_the_site_begins_with_is_an_authors_unless_it_is_a_link(
    interactive: bool, is_authors: bool
) -> None:
    (only,) = _items(Line("Zebra", (Run("Zebra", "p>", "/x" if interactive else None, interactive),)))
    assert only.is_authors is is_authors


def test_a_table_of_data_below_its_title_is_one_whatever_buttons_in_its_headers_say() -> None:
    header = table("Name|Country").rows[0]
    button = header[0]._replace(
        text="Name Print", blocks=(Line("Name Print", (Run("Name ", "th>"), Run("Print", "th>a", None, True))),)
    )
    rows = ((*table("Partners").rows[0],), (button, header[1]), table("A|Mali").rows[0])
    title, data = _items(PageTable(rows))
    assert (title.label is not None, data.table is not None) == (True, True)
    assert data.table is not None
    assert [[cell.text for cell in row] for row in data.table.rows] == [["Name", "Country"], ["A", "Mali"]]
