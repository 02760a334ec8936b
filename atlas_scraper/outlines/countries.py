"""The world's countries: outlines, and places of those that are too small for one.

Natural Earth's (public domain), as packaged by world-atlas 2.0.2 (ISC licence); `tests/build_vendored.py` renews them.
Countries are told by their numbers in ISO 3166-1, such as `466` for Mali.
"""

import csv
import json
from functools import cache
from importlib.resources import files
from typing import Any

Place = tuple[float, float]
"""Degrees east and north."""


@cache
def world() -> dict[str, Any]:
    """Give the outlines of all countries at 1 to 110 million, as TopoJSON: `objects.countries`, an `id` each."""
    return _json("world-110m.json")


@cache
def france() -> dict[str, Any]:
    """Give the outline of European France at 1 to 50 million, as GeoJSON: that of `world` is coarse from near."""
    return _json("france.json")


@cache
def small_states() -> dict[str, Place]:
    """Give the middles of countries that `world` has no outline of.

    >>> small_states()["690"]
    (55.48, -4.66)
    """
    rows = csv.DictReader(_text("small-states.csv").splitlines())
    return {row["numeric"]: (float(row["longitude"]), float(row["latitude"])) for row in rows}


def _json(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_text(name))
    return found


def _text(name: str) -> str:
    return files("atlas_scraper.outlines").joinpath(name).read_text("utf-8")
