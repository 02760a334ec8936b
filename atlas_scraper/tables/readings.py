"""Cells whose positions a rendition has lost: which column each belongs to, by what it is.

Pipe text drops empty cells from the middle of a row; flat text joins the cells of a row by a space. The cells
keep their order, so a *reading* is a way to give each, in order, to a column that it fits. Of all readings
those count that fill most of the columns which the site always fills. What all of these agree on is read; what
they differ in is not invented.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

from atlas_scraper.tables.columns import PageColumn

_MOST_READINGS = 5000
_LONGEST_NUMBER = 5  # words, such as `1 250 000,00 €` has

Reading = dict[int, str]  # number of the column -> text of its cell


def likeliest(cuts: Iterable[Sequence[str]], columns: Sequence[PageColumn | None]) -> list[Reading]:
    """Find the likeliest readings of a row.

    Args:
        cuts: the ways to cut the row into cells; one where the rendition kept the cells apart.
        columns: the columns in the header's order; `None` for one that holds no text.

    Returns:
        The readings that are equally likely: one when there is no doubt, none when there are too many cells.
    """
    best: list[Reading] = []
    best_score: tuple[int, int] | None = None
    for reading in islice(_readings(cuts, columns), _MOST_READINGS):
        score = _score(reading, columns)
        if best_score is None or score > best_score:
            best, best_score = [], score
        if score == best_score and reading not in best:
            best.append(reading)
    return best


def agreed(readings: Sequence[Reading]) -> Reading:
    """Give what the readings with the fewest cells have in common.

    Only where the cells were joined do readings differ in their number: `12 500` is one amount rather than two.
    """
    fewest = min(map(len, readings), default=0)
    first, *others = [reading for reading in readings if len(reading) == fewest] or [{}]
    return {place: text for place, text in first.items() if all(other.get(place) == text for other in others)}


def describe(readings: Sequence[Reading], columns: Sequence[PageColumn | None]) -> str:
    """Say in words what the readings are."""
    shown = [
        "; ".join(f"{column.name}={text}" for place, text in reading.items() if (column := columns[place]))
        for reading in readings[:6]
    ]
    more = f" or {len(readings) - 6} more" if len(readings) > 6 else ""
    return " or ".join(f"({reading})" for reading in shown) + more


def count_misfits(reading: Reading, columns: Sequence[PageColumn | None]) -> int:
    """Count the cells of a reading that do not fit their column; half where the column's vocabulary is open.

    Any text fits a column of free text, but one that ends with a number or an address does not where a column
    of such stands by.
    """
    told = [column for column in columns if column and not column.is_free]
    misfits = 0
    for place, text in reading.items():
        column = columns[place]
        if column and column.is_free:
            misfits += 2 * any(other.fits(end) for end in _unwordly_ends(text) for other in told)
        elif column:
            misfits += 0 if column.fits(text) else 1 if column.is_open else 2
    return misfits


def _unwordly_ends(text: str) -> Iterator[str]:
    """Yield the last words of a text, one and more, as long as they are not only words."""
    words = text.split()[-_LONGEST_NUMBER:]
    for start in range(len(words)):
        end = " ".join(words[start:])
        if not end.replace(" ", "").replace("-", "").replace("'", "").replace("’", "").isalpha():
            yield end


def _readings(cuts: Iterable[Sequence[str]], columns: Sequence[PageColumn | None]) -> Iterator[Reading]:
    """Yield every way to give the cells of a cut, in order, to columns."""
    places = [place for place, column in enumerate(columns) if column is not None]
    for cells in cuts:
        for chosen in combinations(places, len(cells)):
            yield dict(zip(chosen, cells, strict=True))


def _score(reading: Reading, columns: Sequence[PageColumn | None]) -> tuple[int, int]:
    """Score a reading: first by the cells that do not fit, then by the columns filled that always are."""
    filled = sum(column.always_filled for place in reading if (column := columns[place]))
    return -count_misfits(reading, columns), filled
