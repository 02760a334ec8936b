"""Charts as inline SVG: Vega-Lite specifications, drawn by vl-convert without browser or network.

What is drawn is in a table beside each chart too, so a chart has no words of its own but the names of what it counts.
The map is Natural Earth's (public domain), as packaged by world-atlas 2.0.2 (ISC licence): 1 to 110 million, so small
states are in the table alone.
"""

import json
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import pycountry

from atlas_scraper.writers.extras import library

Row = dict[str, Any]
_WIDTH, _STEP = 640, 22
_PALETTE = (
    *("#2f6690", "#d08c3b", "#5b8e7d", "#a05195", "#8c8c8c", "#c8553d", "#4a4e9a", "#7a9e3a", "#b38b6d", "#3a9ea5"),
)
_CONFIG = {
    "background": None,
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": "currentColor",
        "tickColor": "currentColor",
        "domainColor": "currentColor",
        "gridOpacity": 0.25,
        "labelFontSize": 12,
        "labelLimit": 260,
        "title": None,
    },
    "legend": {"labelColor": "currentColor", "labelFontSize": 12, "title": None, "orient": "bottom", "columns": 4},
    "range": {"category": list(_PALETTE)},
    "bar": {"color": _PALETTE[0]},
}
_GRADIENT = re.compile(r"gradient_\d+")  # counted through the life of the process; one chart alone has one
_STYLE = re.compile(r'\sstyle="[^"]*"')


def bars(rows: Sequence[tuple[str, float]], title: str) -> str:
    """Draw a bar for each name, in the order given."""
    values = [{"name": name, "count": count} for name, count in rows]
    encoding = {
        "y": {"field": "name", "type": "nominal", "sort": None, "axis": {"title": None}},
        "x": {"field": "count", "type": "quantitative", "axis": {"title": None, "tickMinStep": 1}},
    }
    return _drawn({"mark": "bar", "height": {"step": _STEP}, "encoding": encoding}, values, title)


def columns(rows: Sequence[tuple[int, str, float]], title: str) -> str:
    """Draw a column for each year, stacked by kind."""
    values = [{"year": year, "kind": kind, "count": count} for year, kind, count in rows]
    kinds = list(dict.fromkeys(kind for _, kind, _ in rows))
    encoding = {
        "x": {"field": "year", "type": "ordinal", "axis": {"title": None, "labelOverlap": True, "labelAngle": 0}},
        "y": {"field": "count", "type": "quantitative", "axis": {"title": None, "format": "~s"}},
        "color": {"field": "kind", "type": "nominal", "scale": {"domain": kinds}, "legend": {"title": None}},
    }
    return _drawn({"mark": "bar", "height": 260, "encoding": encoding}, values, title)


def world(counts: dict[str, int], title: str) -> str:
    """Draw the countries of the world, darker the more is counted there.

    Args:
        counts: ISO alpha-2 code → count.
        title: what the map shows, for those who do not see it.
    """
    numbers = {code: getattr(pycountry.countries.get(alpha_2=code), "numeric", None) for code in counts}
    values = [{"id": numbers[code], "count": count} for code, count in sorted(counts.items()) if numbers[code]]
    shapes = {"values": _shapes(), "format": {"type": "topojson", "feature": "countries"}}
    spec = {
        "height": 330,
        "projection": {"type": "naturalEarth1"},
        "layer": [
            {"data": shapes, "mark": {"type": "geoshape", "fill": "#8884", "stroke": "#8888", "strokeWidth": 0.4}},
            {
                "data": shapes,
                "transform": [
                    {"lookup": "id", "from": {"data": {"values": values}, "key": "id", "fields": ["count"]}},
                    {"filter": "isValid(datum.count)"},
                ],
                "mark": {"type": "geoshape", "stroke": "#fff", "strokeWidth": 0.4},
                "encoding": {
                    "color": {
                        "field": "count",
                        "type": "quantitative",
                        "scale": {"type": "log", "range": ["#a9c8dc", "#173f5f"]} if values else {},
                        "legend": {"title": None, "orient": "bottom", "format": "d"},
                    }
                },
            },
        ],
    }
    return _drawn(spec, [], title)


@cache
def _shapes() -> Any:
    name = "world-natural-earth-4.1.0-110m.json"
    return json.loads(files("atlas_scraper.report").joinpath(name).read_text("utf-8"))


def _drawn(spec: dict[str, Any], values: list[Row], title: str) -> str:
    whole = {"data": {"values": values}, "width": _WIDTH, "config": _CONFIG, **spec}
    svg = _svg_of(json.dumps(whole))
    # A strict content security policy forbids style attributes; what they say is in our style sheet.
    svg = _GRADIENT.sub("gradient", _STYLE.sub("", svg))
    start, _, rest = svg.partition(">")
    start = re.sub(r'\s(?:width|height)="[^"]*"', "", start)
    return f'{start} role="img" aria-label="{_escaped(title)}">{rest}'


@lru_cache(maxsize=32)  # a release and its public twin show the same charts, of some ten a report
def _svg_of(spec: str) -> str:
    svg: str = library("vl_convert").vegalite_to_svg(vl_spec=spec)
    return svg


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
