"""Rows of a table in flat text: the header is a line of column names, the cells of a row are joined by a space.

Columns that can be told by what they hold (a year, an amount, an address, a word of the vocabulary) are cut
off; a text between them is one cell when one column of free text stands there. Where several do, nothing says
where one ends, so they stay empty and the text goes to an issue.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from atlas_scraper.tables.columns import PageColumn, match_columns
from atlas_scraper.values.text import fold

_LONGEST_CELL = 14  # words of a cell that is told by what it holds
_LONGEST_ROW = 120  # words
_MOST_CUTS = 400


def cut_header(line: str, columns: Sequence[PageColumn]) -> tuple[PageColumn | None, ...] | None:
    """Read a line as a header of joined column names; `None` when it is none.

    Words between known names are an unlisted column.
    """
    words = line.split()
    if len(words) > _LONGEST_ROW:
        return None  # prose, and costly
    texts: list[str] = []
    unknown: list[str] = []
    headers = {fold(header) for column in columns for header in column.headers}
    place = 0
    while place < len(words):
        end = next((end for end in range(len(words), place, -1) if fold("".join(words[place:end])) in headers), 0)
        if not end:
            unknown.append(words[place])
            place += 1
            continue
        texts += [" ".join(unknown)] if unknown else []
        texts.append(" ".join(words[place:end]))
        unknown = []
        place = end
    texts += [" ".join(unknown)] if unknown else []
    matched = match_columns(texts, columns)
    listed = sum(len(text) for text, column in zip(texts, matched, strict=False) if column and column.is_listed)
    required = [column for column in columns if column.is_required]
    if listed < 0.4 * len(line) or not all(column in matched for column in required):
        return None
    return matched


def join_free_columns(columns: Sequence[PageColumn | None]) -> list[PageColumn]:
    """Join neighbouring columns of free text, between which a joined row shows no border, into one."""
    joined: list[PageColumn] = []
    for is_free, group in groupby(filter(None, columns), key=lambda column: column.is_free):
        members = list(group)
        if is_free and len(members) > 1:
            names = " + ".join(member.name for member in members)
            joined.append(PageColumn(names, (), always_filled=any(member.always_filled for member in members)))
        else:
            joined += members
    return joined


def cuts_of(line: str, columns: Sequence[PageColumn]) -> list[list[str]]:
    """Give the ways to cut a row of joined cells, likeliest first: cells that can be told, and text between."""
    words = line.split()
    if len(words) > _LONGEST_ROW:
        return []  # prose, not a row
    told = [column for column in columns if not column.is_free]
    cuts: list[list[str]] = []
    for cut in _cuts(words, 0, told, len(columns), allow_text=len(told) < len(columns)):
        if not any(_cuts_a_word(text, following, told) for text, following in pairwise(cut)):
            cuts.append(cut)
        if len(cuts) >= _MOST_CUTS:
            break
    return cuts


def _cuts_a_word(text: str, following: str, told: Sequence[PageColumn]) -> bool:
    """Tell whether a cut leaves the first words of a cell to the text before: `… démocratique du` and `Congo`."""
    words = text.split()
    longer = [" ".join([*words[start:], following]) for start in range(max(0, len(words) - 6), len(words))]
    return not any(column.fits(text) for column in told) and any(
        column.fits(following) and any(map(column.fits, longer)) for column in told
    )


def _cuts(
    words: Sequence[str], place: int, told: Sequence[PageColumn], cells: int, *, allow_text: bool
) -> Iterator[list[str]]:
    if place == len(words):
        yield []
        return
    if not cells:
        return
    for end in range(min(len(words), place + _LONGEST_CELL), place, -1):
        text = " ".join(words[place:end])
        if any(column.fits(text) for column in told):
            for rest in _cuts(words, end, told, cells - 1, allow_text=True):
                yield [text, *rest]
    if allow_text:
        for end in _ends_of_text(words, place, told):
            for rest in _cuts(words, end, told, cells - 1, allow_text=False):
                yield [" ".join(words[place:end]), *rest]


def _ends_of_text(words: Sequence[str], place: int, told: Sequence[PageColumn]) -> Iterator[int]:
    """Yield where a free text can end: before a cell that can be told, or with the row."""
    for end in range(place + 1, len(words)):
        longest = min(len(words), end + _LONGEST_CELL)
        if any(column.fits(" ".join(words[end:stop])) for stop in range(end + 1, longest + 1) for column in told):
            yield end
    yield len(words)
