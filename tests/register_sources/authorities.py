"""The authorities of today, one row each."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from atlas_scraper.values.text import fold
from register_sources.packages import NEWEST, Item, current_communes, items, sirens
from register_sources.places import NOWHERE, Point, coordinates

HEADER = ("kind", "code", "siren", "departement", "region", "population", "latitude", "longitude", "name")
Row = tuple[str, str, str, str, str, str, str, str, str]
# Collectivities of INSEE's lists that are neither; the first by INSEE's list of collectivities with the powers of a
# département, which packages do not have. SIREN by https://annuaire-entreprises.data.gouv.fr/entreprise/200094332.
_ALSACE = ("collectivity", "6AE", "200094332", "", "44", "Collectivité européenne d'Alsace")


def rows(data: Path) -> Iterator[Row]:
    """Yield the rows."""
    points, communes = coordinates(data), current_communes(data)
    people = Counter[tuple[str, str]]()
    for each in communes:
        yield _row("commune", each, points.get(each["code"], NOWHERE))
        people["d", each["departement"]] += each.get("population", 0)
        people["r", each["region"]] += each.get("population", 0)
    yield from _short_names(communes)
    yield from _intercommunal(data, {each["code"]: each for each in communes}, points)
    known = sirens(data)
    for kind, name, letter in (("departement", "departements", "d"), ("region", "regions", "r")):
        for each in items(data, NEWEST, name):
            point = points.get(each["chefLieu"], NOWHERE)
            region = str(each.get("region", each["code"]))
            departement = each["code"] if kind == "departement" else ""
            count = str(people[letter, each["code"]] or "")
            if each["zone"] != "com":
                siren = known.get((kind, each["code"]), "")
                yield (kind, each["code"], siren, departement, region, count, *point, each["nom"])
            elif kind == "departement":  # overseas collectivities stand in both lists
                yield ("collectivity", each["code"], "", "", "", count, *point, each["nom"])
    kind, code, siren, departement, region, name = _ALSACE
    count = str(people["d", "67"] + people["d", "68"])
    yield (kind, code, siren, departement, region, count, *points.get("67482", NOWHERE), name)


def _row(kind: str, each: Item, point: Point) -> Row:
    count = str(each.get("population", ""))
    region = "" if each["zone"] == "com" else each["region"]  # overseas collectivities are no regions
    return (kind, each["code"], each.get("siren", ""), each["departement"], region, count, *point, each["nom"])


def _intercommunal(data: Path, communes: dict[str, Item], points: dict[str, Point]) -> Iterator[Row]:
    """Yield EPCI and Paris's établissements publics territoriaux; where they lie in several départements, in none."""
    for kind, name in (("epci", "epci"), ("ept", "ept")):
        for each in items(data, NEWEST, name):
            members = [communes[member["code"]] for member in each["membres"] if member["code"] in communes]
            largest = max(members, key=lambda member: member.get("population", 0))
            departements, regions = ({member[level] for member in members} for level in ("departement", "region"))
            place = (_only(departements), _only(regions), str(each["populationMunicipale"]))
            yield (kind, each["code"], each["code"], *place, *points.get(largest["code"], NOWHERE), each["nom"])


def _only(values: set[str]) -> str:
    return next(iter(values)) if len(values) == 1 else ""


def _short_names(communes: list[Item]) -> Iterator[Row]:
    """Yield names of communes with which a larger one's begins: `Chalon` may be short for Chalon-sur-Saône."""
    people: defaultdict[str, int] = defaultdict(int)
    for each in communes:
        people[fold(each["nom"])] = max(people[fold(each["nom"])], each.get("population", 0))
    for each in communes:
        for end in re.finditer(r"[ '’-]", each["nom"]):
            beginning = each["nom"][: end.start()]
            if fold(beginning) in people and people[fold(beginning)] < each.get("population", 0):
                yield ("short", each["code"], "", each["departement"], "", "", *NOWHERE, beginning)
