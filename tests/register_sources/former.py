"""Names of the past with the authority of today that stands in their place.

A commune's by INSEE's history and the lists of each year since; an EPCI's by the lists since 2018: the one with the
same SIREN, or the one that all its members belong to. What is older than those lists is in `former.csv`, written
by hand.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from register_sources.packages import NEWEST, SINCE, WITH_HISTORY, Item, current_communes, items

HEADER = ("kind", "code", "departement", "name")
Row = tuple[str, str, str, str]
_SINCE = "1990"  # a commune that ended before signed nothing that the atlas tells of


def rows(data: Path) -> Iterator[Row]:
    """Yield kind and code of today's authority, the département that the name of the past stood in, and the name."""
    successors = _successors(data)
    current = {each["code"]: each["nom"] for each in current_communes(data)}
    for code, name in _names_of_communes(data):
        successor = successors.get(code)
        if successor and current[successor] != name:
            yield "commune", successor, code[:3] if code.startswith("97") else code[:2], name
    yield from _intercommunal(data, successors)
    with (Path(__file__).parent / "former.csv").open(encoding="utf-8") as file:
        by_name = {each["nom"]: each["code"] for name in ("epci", "ept") for each in items(data, NEWEST, name)}
        for row in csv.DictReader(file):
            yield row["kind"], row["code"] or by_name[row["successor"]], "", row["name"]


def _successors(data: Path) -> dict[str, str]:
    """Give the commune of today for each code that there has been."""
    found = {each["code"]: each["code"] for each in current_communes(data)}
    for each in items(data, NEWEST, "communes"):
        for code in each.get("anciensCodes", ()):
            found.setdefault(code, each["code"])
        if each["type"] in {"commune-deleguee", "commune-associee"}:
            found.setdefault(each["code"], each["chefLieu"])
    ended = {each["code"]: each["pole"] for each in items(data, WITH_HISTORY, "historique-communes") if "pole" in each}
    for code, pole in ended.items():
        seen, at = {code}, pole
        while at:  # `COM-50129@2000-02-28`
            at = at.partition("-")[2].partition("@")[0]
            if at in found:
                found.setdefault(code, found[at])
                break
            if at in seen:
                break
            seen.add(at)
            at = ended.get(at, "")
    return found


def _names_of_communes(data: Path) -> Iterator[tuple[str, str]]:
    for each in items(data, WITH_HISTORY, "historique-communes"):
        if each["type"] == "COM" and each.get("dateFin", "9999") >= _SINCE:
            yield each["code"], each["nom"]
    for version in (NEWEST, *SINCE):
        for each in items(data, version, "communes"):
            if each.get("type") in {"commune-actuelle", "commune-deleguee", "commune-associee"}:
                yield each["code"], each["nom"]


def _intercommunal(data: Path, successors: dict[str, str]) -> Iterator[Row]:
    current = {each["code"]: each for each in items(data, NEWEST, "epci")}
    of_member = {member["code"]: code for code, each in current.items() for member in each["membres"]}
    for version in SINCE:
        for each in items(data, version, "epci"):
            successor = each["code"] if each["code"] in current else _joint(each, successors, of_member)
            if successor and current[successor]["nom"] != each["nom"]:
                yield "epci", successor, "", each["nom"]


def _joint(each: Item, successors: dict[str, str], of_member: dict[str, str]) -> str | None:
    """Give the EPCI of today that all members of one of the past belong to, if there is one."""
    found = {of_member.get(successors.get(member["code"], "")) for member in each["membres"]}
    return found.pop() if len(found) == 1 else None
