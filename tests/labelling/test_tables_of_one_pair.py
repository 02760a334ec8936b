"""Tables that are one pair of a section's own labels: cut there, and tables anywhere else."""

import pytest
from lines import STATE, WORDS, item, line, said, table

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.labels import Label, LabelIndex
from atlas_scraper.labelling.tables_of_pairs import cut_tables_of_pairs

POST = Label("post", ("Contacts",), reads_itself=True)
MAIL = Label("mail", ("Email",))
NAME = Label("name", ("Name",))
INDEX = LabelIndex([POST, STATE], [MAIL, NAME], [], WORDS)


def _below(label: Label | None, *tables: PageTable) -> list[Item]:
    head = item(label.spellings[0] if label else "x", path=(1, 2), label=label)
    return [head, *(Item(each, each.text) for each in tables)]


def _cut(*tables: PageTable, label: Label | None = POST) -> list[str]:
    """Cut tables below a label into items."""
    return said(cut_tables_of_pairs(_below(label, *tables), INDEX))[1:]


@pytest.mark.parametrize(
    ("rows", "parts"),
    [
        (["Email|a@example.org"], ["Email", "a@example.org"]),
        (["Email", "a@example.org"], ["Email", "a@example.org"]),
        (["Email"], ["Email"]),
        (["Email|"], ["Email"]),
        (["Email||a@example.org"], ["Email", "a@example.org"]),
        (["Email|", "|a@example.org"], ["Email", "a@example.org"]),
        (["Email :|a@example.org"], ["Email :", "a@example.org"]),
        (["|Email|a@example.org"], ["Email", "a@example.org"]),
        (["|Email||a@example.org"], ["Email", "a@example.org"]),
        (["|Email|"], ["Email"]),
    ],
)
def test_a_table_of_one_label_of_the_section_and_its_value_is_cut(rows: list[str], parts: list[str]) -> None:
    assert _cut(table(*rows)) == parts


@pytest.mark.parametrize(
    "rows",
    [
        ["Email|a@example.org|b"], ["Email|Name"], ["Town|Brest"], ["State|open"], ["a@example.org|Email"],
        ["|Email"], ["|"], ["Email|a", "b|"], ["Email|||", "a"], ["Contacts|x"], [" - |Email"], ["|Email", "a"],
    ],
)  # fmt: skip
def test_other_tables_are_left(rows: list[str]) -> None:
    made = table(*rows)
    assert _cut(made) == [made.text]


@pytest.mark.parametrize("label", [STATE, None])
def test_no_table_is_cut_below_labels_whose_sections_read_none_of_their_own(label: Label | None) -> None:
    made = table("Email|a@example.org")
    assert _cut(made, label=label) == [made.text]


def test_the_section_goes_on_behind_labels_of_its_own_to_the_next_of_the_page() -> None:
    pair = table("Email|a@example.org")
    items = [*_below(POST, pair), item("Name", path=(1, 3), label=NAME), *_below(None, pair), *_below(STATE, pair)]
    assert said(cut_tables_of_pairs(items, INDEX)) == [
        *("Contacts", "Email", "a@example.org", "Name", "x", "Email", "a@example.org", "State", pair.text)
    ]


def test_what_is_ignored_is_left_and_without_pairs_nothing_is_made() -> None:
    items = _below(POST, table("Email|a@example.org"))
    items[1].ignore("frame")
    assert cut_tables_of_pairs(items, INDEX) is items
    assert cut_tables_of_pairs(plain := [item("x")], INDEX) is plain


def test_a_label_and_its_value_are_the_lines_of_their_cells() -> None:
    label, value = cut_tables_of_pairs(_below(POST, table("Email|a@example.org")), INDEX)[1:]
    assert (label.label, label.mark, value.label, value.mark) == (MAIL, "td>", None, "td>")


def test_the_one_cell_below_a_label_that_was_taken_off_its_table_is_the_value() -> None:
    for rows, is_cut in ((["a@example.org"], True), (["a|b"], False), (["a", "b"], False)):
        made = table(*rows)._replace(path=(1, 2))
        head = item("Email", path=(1, 2, 5), label=MAIL)
        cut = cut_tables_of_pairs([*_below(POST), head, Item(made, made.text)], INDEX)
        assert (cut[-1].line is not None) is is_cut, rows
        first = Item(made, made.text)
        assert cut_tables_of_pairs([first, head], INDEX)[0] is first


def test_a_cell_below_another_label_or_outside_of_the_box_of_its_title_is_a_table() -> None:
    grid = [table("a@example.org")._replace(path=path) for path in ((1, 2), (1, 7), ())]
    for made, label, is_cut in zip(
        [*grid, grid[0]], (MAIL, MAIL, MAIL, STATE), (True, False, False, False), strict=True
    ):
        head = item("Email", path=(1, 2, 5), label=label)
        cut = cut_tables_of_pairs([*_below(POST), head, Item(made, made.text)], INDEX)
        assert (cut[-1].line is not None) is is_cut


def test_a_cell_of_text_without_a_line_has_one() -> None:
    made = PageTable(((Cell("Email", (line("Email", "td>"),)), Cell("a@example.org")),), (1, 2))
    assert _cut(made) == ["Email", "a@example.org"]
    assert _cut(PageTable(((Cell("Email"), Cell("")),), (1, 2))) == ["Email"]
