"""Columns by year as SVG, stacked by kind: places in per cent, letters in pixels, so that it narrows with its page."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import ceil, log10

from atlas_scraper.report.cells import Drawing, Words

_MOST_YEARS = 60
_MOST_STEPS = 5
_TOP, _BOTTOM = 5, 9
"""Per cent of the picture left above its columns, and to the years below."""
_GAP = 0.15
_EVERY = 5
"""Years between two that are named, where there are many."""
_FEW = 8
_UNITS = ((1_000_000_000, ("bn", "Md")), (1_000_000, ("M", "M")), (1_000, ("k", "k")))


def columns(counts: Mapping[tuple[int, str], float], kinds: Mapping[str, Words]) -> Drawing:
    """Draw a column for each year, stacked by kind; no year between two of them is left out.

    Args:
        counts: year and kind → count, above 0.
        kinds: what each kind is called, in the order in which they are stacked, from below.
    """
    totals = Counter[int]()
    for (year, _), count in counts.items():
        totals[year] += count  # type: ignore[assignment]
    years = _years(totals)
    step = _step(max(totals[year] for year in years))
    steps = ceil(max(totals[year] for year in years) / step)
    top = step * steps
    names = list(kinds)
    stacked = "".join(
        _stack([(place, counts.get((year, kind), 0)) for place, kind in enumerate(names)], at / len(years), years, top)
        for at, year in enumerate(years)
    )
    numbers = [number * step for number in range(steps + 1)]
    grid, axis = ("".join(draw(number, top) for number in numbers) for draw in (_line, _number))
    named = "".join(_named(year, at, len(years)) for at, year in enumerate(years))
    svg = f'<svg class="axis">{axis}</svg><svg>{grid}{stacked}{named}</svg>'
    shown = {kind for (year, kind), count in counts.items() if count and year in years}
    legend = [(f"k{place}", kinds[kind]) for place, kind in enumerate(names) if kind in shown]
    return Drawing(svg, legend, "columns", "other_years" if set(totals) - set(years) else "")


def _years(totals: Mapping[int, float]) -> range:
    """Give the years to draw: all, or the sixty in a row that hold the most where a year far off would squeeze them."""
    first, last = min(totals), max(totals)
    if last - first < _MOST_YEARS:
        return range(first, last + 1)
    windows = [range(year, year + _MOST_YEARS) for year in range(first, last - _MOST_YEARS + 2)]
    best = max(windows, key=lambda years: sum(totals[year] for year in years if year in totals))
    held = [year for year in best if year in totals]
    return range(held[0], held[-1] + 1)


def _step(most: float) -> int:
    """Give the step of an axis: the smallest of 1, 2, 5, 10, … of which few reach the top.

    >>> _step(9), _step(52), _step(1_300_000)
    (2, 20, 500000)
    """
    power = max(0, int(log10(most)) - 1)
    steps = (digit * int(10**each) for each in (power, power + 1) for digit in (1, 2, 5))
    return next(step for step in steps if most / step <= _MOST_STEPS)


def _height(count: float, top: float) -> float:
    return count / top * (100 - _TOP - _BOTTOM)


def _stack(parts: Sequence[tuple[int, float]], left: float, years: range, top: float) -> str:
    width, bottom, drawn = 100 / len(years), 100.0 - _BOTTOM, []
    for place, count in parts:
        height = _height(count, top)
        bottom -= height
        if count:
            x, wide = 100 * left + width * _GAP / 2, width * (1 - _GAP)
            drawn.append(f'<rect class="k{place}" x="{x:.2f}%" y="{bottom:.2f}%" width="{wide:.2f}%" ')
            drawn.append(f'height="{height:.2f}%"/>')
    return "".join(drawn)


def _line(number: int, top: float) -> str:
    y = 100 - _BOTTOM - _height(number, top)
    return f'<line x1="0" x2="100%" y1="{y:.2f}%" y2="{y:.2f}%"/>'


def _number(number: int, top: float) -> str:
    y = 100 - _BOTTOM - _height(number, top)
    place = f'x="90%" y="{y:.2f}%" dy=".32em" text-anchor="end"'
    english, french = _short(number)
    if english == french:
        return f"<text {place}>{english}</text>"
    return f'<text class="t" lang="en" {place}>{english}</text><text class="t" lang="fr" {place}>{french}</text>'


def _short(number: int) -> Words:
    r"""Write a number of an axis, a few times 1, 2 or 5 of a power of ten, in as few letters as say it.

    >>> _short(1_500_000), _short(20)
    (('1.5\xa0M', '1,5\xa0M'), ('20', '20'))
    """
    unit, letters = next(((unit, letters) for unit, letters in _UNITS if number >= unit), (1, ("", "")))
    text = f"{number / unit:,.1f}".removesuffix(".0").replace(",", "\u202f")
    return f"{text}\u00a0{letters[0]}".strip(), f"{text.replace('.', ',')}\u00a0{letters[1]}".strip()


def _named(year: int, at: int, count: int) -> str:
    """Name a year: each one where there are few, else every fifth, and on a narrow page every tenth."""
    if count > _FEW and year % _EVERY:
        return ""
    minor = ' class="minor"' if count > _FEW * 3 and year % (2 * _EVERY) else ""
    return f'<text{minor} x="{100 * (at + 0.5) / count:.2f}%" y="98%" text-anchor="middle">{year}</text>'
