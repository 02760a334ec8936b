"""A map of the world as SVG paths, its countries in classes from light to dark.

Countries that are too small for an outline are dots where something is counted there, as on the explorer's map. The
projection is Natural Earth's own, by the polynomials of Šavrič and others: A polynomial equation for the Natural Earth
projection, 2011.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import radians
from typing import Any

import pycountry

from atlas_scraper.outlines import countries
from atlas_scraper.report.cells import Drawing

_ANTARCTICA = "010"
_UNITS_A_RADIAN = 175
_DOT = 4
_LEFT, _TOP, _WIDTH, _HEIGHT = -480, -248, 960, 424
# Bounds of the classes, the same for every release, so that two maps can be compared; the finest that fits is taken.
_MOST_CLASSES = 7
_BOUNDS = ((1, 2, 5), (1, 3), (1,))
Point = countries.Place


def world(counts: Mapping[str, int]) -> Drawing:
    """Draw the countries of the world, darker the more is counted there.

    Args:
        counts: ISO alpha-2 code → count.
    """
    starts = bounds_of(max(counts.values(), default=1))
    classes = {
        country.numeric: class_of(count, starts)
        for code, count in counts.items()
        if (country := pycountry.countries.get(alpha_2=code))
    }
    paths = "".join(f'<path class="{_shade(classes.get(number))}" d="{path}"/>' for number, path in _paths())
    dots = "".join(_dot(number, shade) for number, shade in sorted(classes.items()))
    svg = f'<svg class="map" viewBox="{_LEFT} {_TOP} {_WIDTH} {_HEIGHT}">{paths}{dots}</svg>'
    ends = [*(start - 1 for start in starts[1:]), None]
    ranges = [_range(start, end) for start, end in zip(starts, ends, strict=True)]
    return Drawing(svg, [(f"s{place}", (text, text)) for place, text in enumerate(ranges)], "world")


def bounds_of(most: int) -> list[int]:
    """Give where each class of counts begins, at steps of equal ratio: 1, 2, 5, 10, … or fewer.

    >>> bounds_of(52)
    [1, 2, 5, 10, 20, 50]
    """
    for digits in _BOUNDS:
        found = [digit * 10**power for power in range(len(str(most))) for digit in digits]
        kept = [each for each in found if each <= most]
        if len(kept) <= _MOST_CLASSES:
            break
    return kept or [1]


def class_of(count: int, starts: Sequence[int]) -> int:
    """Give the class of a count, from 0.

    >>> class_of(39, [1, 2, 5, 10, 20, 50]), class_of(52, [1, 2, 5, 10, 20, 50])
    (4, 5)
    """
    return sum(start <= count for start in starts) - 1


def _dot(number: str, shade: int) -> str:
    """Draw a small state; nothing for a country that has an outline."""
    place = countries.small_states().get(number)
    if place is None:
        return ""
    x, y = _projected(*place)
    return f'<circle class="{_shade(shade)}" cx="{x:.1f}" cy="{y:.1f}" r="{_DOT}"/>'


def _range(start: int, end: int | None) -> str:
    if end is None:
        return f"≥ {start}"
    return str(start) if start == end else f"{start}–{end}"


def _shade(number: int | None) -> str:
    return "none" if number is None else f"s{number}"


@cache
def _paths() -> list[tuple[str, str]]:
    """Give ISO's number of each country, empty where it has none, and its outline."""
    topology = countries.world()
    arcs = [list(_points(arc, topology["transform"])) for arc in topology["arcs"]]
    return [
        (shape.get("id", ""), "".join(_outline(ring, arcs) for ring in _rings(shape)))
        for shape in topology["objects"]["countries"]["geometries"]
        if shape.get("id") != _ANTARCTICA
    ]


def _rings(shape: Mapping[str, Any]) -> list[list[int]]:
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return [ring for polygon in polygons for ring in polygon]


def _points(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Iterator[Point]:
    """Give the degrees of an arc, whose points are counted each from the one before (TopoJSON, 2.1.3 and 2.1.4)."""
    (east, north), (start_east, start_north) = transform["scale"], transform["translate"]
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * east + start_east, y * north + start_north


def _outline(ring: Sequence[int], arcs: Sequence[Sequence[Point]]) -> str:
    """Write a ring; one that crosses the 180th meridian goes on behind it, so that Russia is in one piece."""
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    turns, placed = 0, points[:1]
    for (before, _), (east, north) in pairwise(points):
        turns += (before - east > 180) - (east - before > 180)
        placed.append((east + 360 * turns, north))
    if min(east for east, _ in placed) < -180 - 1:
        placed = [(east + 360, north) for east, north in placed]
    return f"M{'L'.join('{:.1f},{:.1f}'.format(*_projected(*point)) for point in placed)}Z"


def _projected(east: float, north: float) -> Point:
    a, b = radians(east), radians(north)
    x = a * (0.8707 - 0.131979 * b**2 - 0.013791 * b**4 + 0.003971 * b**10 - 0.001529 * b**12)
    y = b * (1.007226 + 0.015085 * b**2 - 0.044475 * b**6 + 0.028874 * b**8 - 0.005916 * b**10)
    return x * _UNITS_A_RADIAN, -y * _UNITS_A_RADIAN
