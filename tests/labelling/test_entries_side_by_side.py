"""Entries side by side in a table: read column by column, where each column begins one."""

from collections.abc import Sequence

from lines import item, said

from atlas_scraper.labelling.items import Item
from atlas_scraper.labelling.side_by_side import column_by_column

TABLE = (1, 5)


def cells(*rows: str, box: str = "") -> list[Item]:
    """Make the lines of a table's cells, in a box of their own each where one is given; cells are parted by `|`."""
    made = []
    for number, row in enumerate(rows):
        for column, text in enumerate(row.split("|")):
            path = (*TABLE, 100 + 10 * number + column)
            mark = f"6:td[{column}]>{box}>" if box else f"5:table>td[{column}]>"
            made += [item(text, mark, (*path, path[-1] + 500) if box else path)] if text else []
    return made


def read(items: Sequence[Item]) -> list[str]:
    return said(column_by_column(items, lambda each: each.text.isupper()))


def test_what_stands_below_the_beginning_of_an_entry_follows_it() -> None:
    for box in ("", "p[0]", "p"):
        assert read(cells("A|B", "a|b", "1|", box=box)) == ["A", "a", "1", "B", "b"]
        assert read([item("x"), *cells("A|B", "|b", box=box), item("y")]) == ["x", "A", "B", "b", "y"]


def test_rows_of_pairs_or_of_several_entries_stay_as_they_are() -> None:
    for rows in (("A|a", "B|b"), ("A|B", "a|b", "C|D"), ("A", "a", "B"), ("x|A", "y|B"), ("A|B|c", "a|b|c")):
        assert read(cells(*rows)) == [each.text for each in cells(*rows)]


def test_lines_outside_tables_stay_as_they_are() -> None:
    lines = [item(text, path=(1, number)) for number, text in enumerate("ABab")]
    assert read(lines) == list("ABab")
