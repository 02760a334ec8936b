"""Make `atlas_scraper/values/register/authorities-<vintage>.csv.gz` from the official register's packaged extract.

    npm pack @etalab/decoupage-administratif@6.0.0 && tar xzf etalab-decoupage-administratif-6.0.0.tgz
    PYTHONPATH=. python tests/build_register.py package/data 2026

The package holds INSEE's Code officiel géographique and the DGCL's list of EPCI; data under Licence Ouverte.
"""

import csv
import gzip
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from atlas_scraper.values.text import fold

ROOM = Path(__file__).parent.parent / "atlas_scraper" / "values" / "register"
_KINDS = {"commune-actuelle": "commune", "commune-deleguee": "former", "commune-associee": "former"}


def rows(data: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield kind, code, SIREN, département and name."""

    def read(name: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads((data / f"{name}.json").read_text("utf-8"))
        return found

    communes = read("communes")
    yield from _short_names([each for each in communes if each["type"] == "commune-actuelle"])
    current = {each["code"]: each["nom"] for each in communes if each["type"] == "commune-actuelle"}
    for each in communes:
        # The part of a new commune that gave it its name is no other commune of that name.
        is_namesake = each["type"] != "commune-actuelle" and current.get(each.get("chefLieu", "")) == each["nom"]
        if (kind := _KINDS.get(each["type"])) and not is_namesake:
            yield kind, each["code"], each.get("siren", ""), each.get("departement", ""), each["nom"]
    for each in read("epci"):
        yield "epci", each["code"], each["code"], "", each["nom"]
    for kind, name in (("departement", "departements"), ("region", "regions")):
        for each in read(name):
            if each["zone"] != "com":  # overseas collectivities are neither
                yield kind, each["code"], "", each["code"] if kind == "departement" else "", each["nom"]


def _short_names(communes: list[dict[str, Any]]) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield names of communes with which a larger one's begins: `Chalon` may be short for Chalon-sur-Saône."""
    people = Counter[str]()
    for each in communes:
        people[fold(each["nom"])] = max(people[fold(each["nom"])], each.get("population", 0))
    for each in communes:
        for end in re.finditer(r"[ '’-]", each["nom"]):
            beginning = each["nom"][: end.start()]
            if fold(beginning) in people and people[fold(beginning)] < each.get("population", 0):
                yield "short", each["code"], "", each.get("departement", ""), beginning


def main() -> None:
    """Write the file; the same data give the same bytes."""
    data, vintage = Path(sys.argv[1]), sys.argv[2]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("kind", "code", "siren", "departement", "name"))
    writer.writerows(sorted(set(rows(data))))
    packed = gzip.compress(text.getvalue().encode(), 9, mtime=0)
    (ROOM / f"authorities-{vintage}.csv.gz").write_bytes(packed)


if __name__ == "__main__":
    main()
