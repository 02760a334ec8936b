"""Lines in which tabs part the cells of a row, as in text that was copied from a browser or a spreadsheet."""

from collections.abc import Iterator, Sequence
from itertools import groupby


def grouped_by_tabs(lines: Sequence[str]) -> Iterator[tuple[bool, list[int]]]:
    """Give the numbers of neighbouring lines, and whether those are the rows of a table: two or more with cells."""
    are_rows = [_has_cells(line) for line in lines]
    for number in range(1, len(lines)):
        are_rows[number] |= are_rows[number - 1] and _goes_on(lines[number - 1], lines[number])
    for number in range(len(lines) - 1, 0, -1):
        are_rows[number - 1] |= are_rows[number] and _goes_on(lines[number], lines[number - 1])
    for is_table, group in groupby(range(len(lines)), lambda number: are_rows[number]):
        numbers = list(group)
        yield is_table and len(numbers) > 1, numbers


def _has_cells(line: str) -> bool:
    """Tell whether tabs part the cells of a row; one behind a bullet or a number, or an indent, does not."""
    first, tab, rest = line.partition("\t")
    return (
        bool(tab and rest.strip()) and (not first.strip() or any(map(str.isalpha, first))) and bool(line.strip("\t "))
    )


def _goes_on(row: str, line: str) -> bool:
    """Tell whether a line beside a row has its tabs: many, or one without anything behind it."""
    return 0 < line.count("\t") == row.count("\t") and (line.count("\t") > 1 or line.endswith("\t"))
