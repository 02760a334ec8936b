"""Cities of the world that everybody knows: those after which time zones are called, capitals for the most part."""

from functools import cache

from babel import Locale
from babel.core import get_global

_NO_CITIES = ("Antarctica/", "Etc/", "SystemV/", "US/", "Brazil/", "Canada/", "Chile/", "Mexico/")


@cache
def cities() -> frozenset[str]:
    """Give their names, in French where it has its own: `Alger`, `Dakar`, `Katmandou`.

    Source:
        Unicode CLDR through Babel.
    """
    french = {zone: names["city"] for zone, names in Locale("fr").time_zones.items() if "city" in names}
    zones = {zone for zone in {*get_global("zone_territories"), *french} if zone.count("/") == 1}
    # What CLDR gives no name of its own in French is called as its zone is.
    return frozenset(
        french.get(zone) or zone.partition("/")[2].replace("_", " ")
        for zone in zones
        if not zone.startswith(_NO_CITIES)
    )
