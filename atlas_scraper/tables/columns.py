"""Columns of a table, found by header whatever their order.

The header is the row that names most of a table's columns; it needs no `th`. The same header may stand over
several columns (the three of the 1 % schemes), and a header row may come again further down. A column that
nobody has listed, or a cell beyond the last header, goes to the record's `unread`.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from atlas_scraper.blocks.document import Cell, PageTable
from atlas_scraper.tables.hints import may_have_hint, piece_of, without_common_words, without_hints
from atlas_scraper.values.text import fold, says_something

_ONCE = 1
_SECOND = 2  # the number of the second column of a name
_REMEMBERED = 1024  # headers; a site's own come again on every page
_HEADER_WITHIN = 4  # rows; above it stand at most a title and a group row. `three-equal-headers-colspan`


def any_text(_: str) -> bool:
    """Accept any text: the kind of a column of names."""
    return True


@dataclass(frozen=True, slots=True, eq=False)
class PageColumn:
    """A column of a table.

    Args:
        name: the field that its cells become.
        headers: every spelling of its header.
        fits: tells whether a text can stand in it.
        always_filled: whether every row of the site has it; decides between readings where positions are lost.
        is_required: whether a table without it cannot be read at all.
        is_open: whether it may hold texts that do not fit, since its vocabulary is open.
        may_lack_header: whether its header can be blank, or missing altogether.
        is_listed: whether we know it; an unlisted column takes its name from its header.
        folded: the spellings, folded.
    """

    name: str
    headers: tuple[str, ...]
    fits: Callable[[str], object] = any_text
    always_filled: bool = False
    is_required: bool = False
    is_open: bool = False
    may_lack_header: bool = False
    is_listed: bool = True
    folded: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", frozenset(map(fold, self.headers)))

    @property
    def is_free(self) -> bool:
        """Whether any text can stand in it."""
        return self.fits is any_text


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: what its columns are.

    Args:
        columns: a column for each place; `None` where the header is blank.
        texts: the words of each place.
        row: number of the row that it is.
    """

    columns: tuple[PageColumn | None, ...]
    texts: tuple[str, ...]
    row: int

    def lacks(self, columns: Sequence[PageColumn]) -> list[PageColumn]:
        """Give the required columns that the header does not name."""
        return [column for column in columns if column.is_required and column not in self.columns]

    def names_all(self, columns: Sequence[PageColumn]) -> bool:
        """Tell whether the header names each of some columns."""
        return count_listed(self.columns) == len(columns)


def match_columns(texts: Sequence[str], columns: Sequence[PageColumn]) -> tuple[PageColumn | None, ...]:
    """Find the column of each header; equal headers stand for the columns of that header in turn."""
    return _match(tuple(texts), tuple(columns))


@lru_cache(maxsize=_REMEMBERED)
def _match(texts: tuple[str, ...], columns: tuple[PageColumn, ...]) -> tuple[PageColumn | None, ...]:
    left = list(columns)
    matched: list[PageColumn | None] = []
    if any(map(may_have_hint, texts)):
        texts = without_hints(texts, _counts_of(columns))
    said = Counter(map(fold, texts))
    used = {column.name: _SECOND for column in columns}
    for text in texts:
        # A header over several columns that are called the same, of which Markdown fills the first only.
        folded = fold(text) or (
            fold(matched[-1].headers[0]) if matched and matched[-1] and _covers_next(matched[-1], left, said) else ""
        )
        column = next((column for column in left if folded in column.folded), None) if folded else None
        if column:
            left.remove(column)
        elif folded:
            column = PageColumn(_unused(text, used), (text,), is_listed=False)
        matched.append(column)
    for column in left:
        if column.may_lack_header:
            blank = matched.index(None) if None in matched else len(matched)
            matched[blank : blank + 1] = [column]
    return tuple(matched)


def _covers_next(column: PageColumn, left: Sequence[PageColumn], said: Mapping[str, int]) -> bool:
    """Tell whether the header of a column stands over the next place too: others have it, and lack one of their own."""
    alike = [other for other in left if other.headers == column.headers]
    return bool(alike) and sum(said[name] for name in column.folded) <= _ONCE


def _is_spanned(row: Sequence[Cell], place: int) -> bool:
    """Tell whether a place of the header is covered by the cell before it, as a column of icons often is."""
    return 0 < place < len(row) and row[place] is row[place - 1]


def _without_spans(row: Sequence[Cell], texts: tuple[str, ...], columns: Sequence[PageColumn]) -> tuple[str, ...]:
    """Give the texts of a row, one that spans places once where all columns of its name have a cell of their own."""
    if len(set(map(id, row))) == len(row):
        return texts
    cells = Counter(fold(cell.text) for cell in {id(cell): cell for cell in row}.values())
    is_again = (_is_spanned(row, place) for place in range(len(row)))
    alike = {name: sum(name in column.folded for column in columns) for name in cells}
    once = {name for name, count in cells.items() if count >= alike[name]}
    return tuple("" if again and fold(text) in once else text for again, text in zip(is_again, texts, strict=False))


def _unused(name: str, used: dict[str, int]) -> str:
    """Give an unlisted column a name that no other column of the table has, and note it.

    Args:
        name: its header.
        used: the names that there are, with the number to try next for one more of that name.
    """
    unused, number = name, used.get(name, _SECOND)
    while unused in used:
        unused, number = f"{name} ({number})", number + 1
    used[name], used[unused] = number, _SECOND
    return unused


def unlisted_column(header: str, names: Iterable[str]) -> PageColumn:
    """Give a column that nobody has listed, with a name that none of some others has."""
    return PageColumn(_unused(header, dict.fromkeys(names, _SECOND)), (header,), is_listed=False)


def find_header(table: PageTable, columns: Sequence[PageColumn]) -> Header | None:
    """Find the header of a table; `None` when no row names a column."""
    best: Header | None = None
    for number, row in enumerate(table.rows[:_HEADER_WITHIN]):
        texts = tuple([cell.text for cell in row])
        if table.plain is None and (pieces := [piece_of(cell) for cell in row]) and any(pieces):
            texts = without_hints(texts, _counts_of(tuple(columns)), pieces)
        texts = _without_common_words(texts, columns)
        if not _may_be_header(texts, columns):
            continue
        if not table.keeps_short_rows:
            texts = _widened(texts, columns, max(map(len, table.rows)))
        matched = tuple(
            None if column and not column.is_listed and _is_spanned(row, place) else column
            for place, column in enumerate(match_columns(_without_spans(row, texts, columns), columns))
        )
        if count_listed(matched) > (count_listed(best.columns) if best else 0) and _has_header(matched, texts):
            texts = tuple([cell.text for cell in row]) if len(texts) == len(row) else texts
            below = table.rows[number + 1 :]
            matched = _with_heads(_nameless_in_place(matched, texts, below), texts, below, columns)
            best = Header(matched, texts, number)
        if best and best.names_all(columns):
            break  # no other row names more
    return best


def _without_common_words(texts: tuple[str, ...], columns: Sequence[PageColumn]) -> tuple[str, ...]:
    """Give the texts of a header without the words that all begin with, where that makes one a known name."""
    bare = without_common_words(texts)
    if bare is texts:
        return texts
    names = names_of(tuple(columns))
    are_told = any(fold(short) in names for short, text in zip(bare, texts, strict=True) if short != text)
    return tuple(bare) if are_told else texts


def _nameless_in_place(
    columns: tuple[PageColumn | None, ...], texts: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> tuple[PageColumn | None, ...]:
    """Give the columns of a header, one without a name where its cells are: of several blanks they may be in any."""
    blank = [place for place, text in enumerate(texts) if not fold(text) and columns[place] is None]
    place = next((place for place, column in enumerate(columns) if column and column.may_lack_header), None)
    if not blank or place is None or (place < len(texts) and fold(texts[place])):
        return columns
    column = columns[place]
    own = _said(rows, place)
    # Numbers that count the rows may be those of the rows; where another column has its kind, they are.
    numbers = [str(number) for number in range(len(rows) + 1)]
    are_counted = own == numbers[:-1] or (len(own) > 1 and own == numbers[1:])
    if column is None or column.is_free or (own and not are_counted):
        return columns
    said = {other: _said(rows, other) for other in blank}
    fitting = [other for other, cells in said.items() if cells and all(map(column.fits, cells))]
    if len(fitting) != 1:
        return columns
    out = [*columns]
    out[place], out[fitting[0]] = None, column
    return tuple(out)


def _with_heads(
    found: tuple[PageColumn | None, ...],
    texts: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    columns: Sequence[PageColumn],
) -> tuple[PageColumn | None, ...]:
    """Give the columns of a header, its first blank one as the required one that it lacks, if words stand in each row.

    So it is where each row is a card, or has its name as a header of its own.
    """
    lacking = [column for column in columns if column.is_required and column not in found]
    own = _said(rows, 0)
    if len(lacking) != 1 or not lacking[0].is_free or texts[0] or not rows or len(own) != len(rows):
        return found
    if not all(any(map(str.isalpha, text)) for text in own) or (len(own) > 1 and len(set(own)) == 1):
        return found
    return match_columns((lacking[0].headers[0], *texts[1:]), columns)


def _said(rows: Sequence[Sequence[Cell]], place: int) -> list[str]:
    return [row[place].text for row in rows if place < len(row) and says_something(row[place].text)]


def _widened(texts: tuple[str, ...], columns: Sequence[PageColumn], width: int) -> tuple[str, ...]:
    """Widen a header that is short by the columns that one of its cells covered: those that are called the same."""
    missing = width - len(texts)
    for place, column in enumerate(match_columns(texts, columns)) if missing > 0 and any(texts) else ():
        if column and sum(other.headers == column.headers for other in columns) == missing + 1:
            return (*texts[: place + 1], *[""] * missing, *texts[place + 1 :])
    return texts


def _may_be_header(texts: Sequence[str], columns: Sequence[PageColumn]) -> bool:
    """Tell whether a row names a column, or has a sign in place of a name: a quick test before cells are matched."""
    folded = [fold(text) for text in texts if text]
    names = names_of(tuple(columns))
    return "" in folded or not names.isdisjoint(folded) or any(map(may_have_hint, texts))


@lru_cache(maxsize=_REMEMBERED)
def names_of(columns: tuple[PageColumn, ...]) -> frozenset[str]:
    """Give all names of some columns."""
    return frozenset().union(*(column.folded for column in columns))


@lru_cache(maxsize=_REMEMBERED)
def _counts_of(columns: tuple[PageColumn, ...]) -> Mapping[str, int]:
    """Give all names of some columns, with how many have each."""
    return Counter(name for column in columns for name in column.folded)


def count_listed(columns: Sequence[PageColumn | None]) -> int:
    """Count the columns that we know."""
    return sum(column is not None and column.is_listed for column in columns)


def _has_header(columns: Sequence[PageColumn | None], texts: Sequence[str]) -> bool:
    return any(text and column and column.is_listed for column, text in zip(columns, texts, strict=False))
