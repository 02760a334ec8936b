"""Coordinates of communes: GeoNames' places of the same name in the same region, where there is one on either side."""

from collections import defaultdict
from pathlib import Path

from atlas_scraper.values.text import fold
from register_sources.packages import Item, current_communes, towns

Point = tuple[str, str]
NOWHERE: Point = ("", "")
_OVERSEAS = {
    "GP": "01",
    "MQ": "02",
    "GF": "03",
    "RE": "04",
    "YT": "06",
    "PM": "975",
    "BL": "977",
    "MF": "978",
    "WF": "986",
    "PF": "987",
    "NC": "988",
}
# A hamlet that is called like a commune elsewhere in the region has another population; that of a town is often counted
# without the communes that have joined it.
_MOST_APART, _MOST_APART_OF_TOWNS, _TOWN = 2.0, 4.0, 10_000


def coordinates(data: Path) -> dict[str, Point]:
    """Give latitude and longitude of communes by their code, in degrees with three decimals (about 100 m)."""
    communes, places = defaultdict(list), defaultdict(list)
    for commune in current_communes(data):
        communes[commune["region"], fold(commune["nom"])].append(commune)
    for town in towns(data):
        # GeoNames' first-order divisions of France are INSEE's regions.
        region = town["admin1code"] if town["countrycode"] == "FR" else _OVERSEAS.get(town["countrycode"])
        if region:
            places[region, fold(town["name"])].append(town)
    return {
        found[0]["code"]: (f"{there[0]['latitude']:.3f}", f"{there[0]['longitude']:.3f}")
        for key, found in communes.items()
        if len(found) == len(there := places[key]) == 1 and _alike(found[0], there[0])
    }


def _alike(commune: Item, town: Item) -> bool:
    few, many = sorted((commune.get("population", 0), town["population"]))
    return bool(few > 0 and many / few <= (_MOST_APART if few < _TOWN else _MOST_APART_OF_TOWNS))
