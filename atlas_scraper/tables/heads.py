"""Headers that stand in boxes above the tables of their rows, as in grids whose rows alone move.

Each box has a number, also one without words: it tells where a column without a name is. Where that stays open, the
cells below do, or nothing is read.
"""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from atlas_scraper.blocks.document import Cell
from atlas_scraper.labelling.items import Item, whole_lines
from atlas_scraper.labelling.marks import common_box, without_places
from atlas_scraper.tables.box_rows import Line, path_of
from atlas_scraper.tables.card_entries import column_of, mark_of, runs_of
from atlas_scraper.tables.columns import Header, PageColumn, count_listed, match_columns
from atlas_scraper.tables.readings import count_misfits
from atlas_scraper.values.text import tidy

_MOST_OFFSETS = 4  # columns without a name before the first that has one


def head_in_lines(
    items: Sequence[Item], rows: Sequence[Sequence[Cell]], columns: Sequence[PageColumn]
) -> tuple[list[Item], Header] | None:
    """Give the header that the lines above rows are, and those lines; `None` where they are none.

    Args:
        items: the items above the rows, from the last table or the label on.
        rows: the rows, of equal length.
        columns: the columns that the table may have.
    """
    lines = whole_lines(items)
    named = sum(bool(column.headers) for column in columns)
    stretches = _stretches(lines[-1]) if lines else []
    if len(stretches) > 1:
        names, ways = lines[-1:], _by_filled(stretches, rows)
    else:
        names = _names(lines, columns)
        ways = _texts(names, rows) if names else []
    said = [text for text in ways[0] if text] if ways else []
    if not said or count_listed(match_columns(said, columns)) < max(min(2, named), len(said) / 2):
        return None
    headers = [header for texts in ways if (header := _header(texts, rows, columns))]
    fewest = min((misfits for misfits, _ in headers), default=0)
    best = [header for misfits, header in headers if misfits == fewest]
    return ([part for _, parts in names for part in parts], best[0]) if len(best) == 1 else None


def _stretches(line: Line) -> list[str]:
    return [tidied for run in runs_of(line) if (tidied := tidy(run.text))]


def _by_filled(texts: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """Give texts as the words of each column, or of each with words in it, where they are as many."""
    width = len(rows[0])
    filled = [place for place in range(width) if any(row[place].text for row in rows)]
    places = range(width) if len(texts) == width else filled
    if len(places) != len(texts):
        return []
    named = dict(zip(places, texts, strict=True))
    return [[named.get(place, "") for place in range(width)]]


def _names(lines: Sequence[Line], columns: Sequence[PageColumn]) -> list[Line]:
    """Give the last of some lines that are marked as the first name of a column among them, from there on."""
    first = next((line for line in lines if column_of(line[0], columns)), None)
    if first is None:
        return []
    mark, depth = without_places(mark_of(first)), len(path_of(first))
    last = takewhile(
        lambda line: without_places(mark_of(line)) == mark and len(path_of(line)) == depth, reversed(lines)
    )
    return [*last][::-1]


def _texts(lines: Sequence[Line], rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """Give the words of each column in each way that the boxes of the names, or the columns without words, allow."""
    texts = [text for text, _ in lines]
    ways = _by_filled(texts, rows)
    width = len(rows[0])
    if places := _places(lines):
        offsets = range(min(_MOST_OFFSETS, width - places[-1]))
        named = [{place + offset: text for place, text in zip(places, texts, strict=True)} for offset in offsets]
        ways += [way for each in named if (way := [each.get(place, "") for place in range(width)]) not in ways]
    return ways


def _places(lines: Sequence[Line]) -> list[int] | None:
    """Give the place of each name among those of the boxes beside each other, the first at 0."""
    paths = [path_of(line) for line in lines]
    if len(paths) == 1:
        return [0]
    level = len(common_box(paths))
    if any(len(path) <= level for path in paths):
        return None
    numbers = [path[level] for path in paths]
    step = min(after - before for before, after in pairwise(numbers))
    if step <= 0 or any((number - numbers[0]) % step for number in numbers):
        return None
    return [(number - numbers[0]) // step for number in numbers]


def _header(
    texts: Sequence[str], rows: Sequence[Sequence[Cell]], columns: Sequence[PageColumn]
) -> tuple[int, Header] | None:
    """Give the header that words of columns make, with how many cells do not fit it; `None` where any has no column."""
    matched = match_columns(texts, columns)
    if len(matched) > len(texts):
        return None
    misfits = 0
    for row in rows:
        cells = {place: cell.text for place, cell in enumerate(row) if cell.text}
        if any(matched[place] is None for place in cells):
            return None
        misfits += count_misfits(cells, matched)
        misfits += sum(
            bool(column and column.is_required and place not in cells) for place, column in enumerate(matched)
        )
    return misfits, Header(matched, tuple(texts), 0)
