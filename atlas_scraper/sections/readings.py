"""Cells whose positions a rendition has lost: which column each belongs to, by what it is.

Pipe text drops empty cells from the middle of a row; flat text joins the cells of a row by a space. The cells
keep their order, so a *reading* is a way to give each, in order, to a column that it fits. Of all readings
those count that fill most of the columns which the site always fills. What all of these agree on is read; what
they differ in is not invented.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

from atlas_scraper.sections.columns import Column

_MOST_READINGS = 5000

Reading = dict[int, str]  # number of the column -> text of its cell


def likeliest(cuts: Iterable[Sequence[str]], columns: Sequence[Column | None]) -> list[Reading]:
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
        if score == best_score:
            best.append(reading)
    return best


def agreed(readings: Sequence[Reading]) -> Reading:
    """Give what all readings have in common."""
    if not readings:
        return {}
    first, *others = readings
    return {place: text for place, text in first.items() if all(other.get(place) == text for other in others)}


def describe(readings: Sequence[Reading], columns: Sequence[Column | None]) -> str:
    """Say in words what the readings are."""
    shown = [
        "; ".join(f"{column.name}={text}" for place, text in reading.items() if (column := columns[place]))
        for reading in readings[:6]
    ]
    more = f" or {len(readings) - 6} more" if len(readings) > 6 else ""
    return " or ".join(f"({reading})" for reading in shown) + more


def count_misfits(reading: Reading, columns: Sequence[Column | None]) -> int:
    """Count the cells of a reading that do not fit their column."""
    return sum(not column.fits(text) for place, text in reading.items() if (column := columns[place]))


def _readings(cuts: Iterable[Sequence[str]], columns: Sequence[Column | None]) -> Iterator[Reading]:
    """Yield every way to give the cells of a cut, in order, to columns."""
    places = [place for place, column in enumerate(columns) if column is not None]
    for cells in cuts:
        for chosen in combinations(places, len(cells)):
            yield dict(zip(chosen, cells, strict=True))


def _score(reading: Reading, columns: Sequence[Column | None]) -> tuple[int, int]:
    """Score a reading: first by the cells that do not fit, then by the columns filled that always are."""
    filled = sum(column.always_filled for place in reading if (column := columns[place]))
    return -count_misfits(reading, columns), filled
