import csv
import math
from pathlib import Path

import pytest

from atlas_scraper.values.places import METHODS, VINTAGE, place_of

# Real towns, with their coordinates written by hand; without where the name is no town's, or several towns'.
with (Path(__file__).parent / "towns_by_hand.csv").open(encoding="utf-8") as file:
    BY_HAND = list(csv.DictReader(file))
NEAR_KM, RADIUS_KM = 25, 6371
# Real towns that stay without a code: not in GeoNames, shared by several, or named as a region or district that may as
# well be meant.
MISSING = {
    *("Yélimané", "Djerba Midoun", "Saint-Boniface", "Hanoï", "Shanghai"),
    *("Kindia", "Podor", "Tombouctou", "Rosso", "Saïda", "Jéricho", "Nara"),
}


def km_between(here: tuple[float, float], there: tuple[float, float]) -> float:
    (south, west), (north, east) = (tuple(map(math.radians, point)) for point in (here, there))
    half = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * RADIUS_KM * math.asin(math.sqrt(half))


@pytest.mark.parametrize("row", BY_HAND, ids=[f"{row['name']} {row['country_code']}" for row in BY_HAND])
def test_a_real_town_is_where_the_hand_put_it(row: dict[str, str]) -> None:
    found = place_of(row["name"], row["country_code"])
    if not row["latitude"] or row["name"] in MISSING:
        assert found is None
        return
    assert found
    by_hand = float(row["latitude"]), float(row["longitude"])
    assert km_between((found.latitude, found.longitude), by_hand) < NEAR_KM


@pytest.mark.parametrize(
    ("name", "country", "place"),
    [
        ("Commune de Dosso", "NE", "Dosso"),
        ("COMMUNE DE DOSSO", "NE", "Dosso"),
        ("Commune de Dosso (Niger)", "NE", "Dosso"),
        ("Dosso, Niger", "NE", "Dosso"),
        ("Ville du Caire", "EG", "Cairo"),
        ("Municipalité d’Essaouira", "MA", "Essaouira"),
        ("Comune di Torino", "IT", "Turin"),
        ("Stadt Köln", "DE", "Köln"),
        ("City of Birmingham", "GB", "Birmingham"),
        ("Ayuntamiento de Zaragoza", "ES", "Zaragoza"),
        ("Gmina Poznań", "PL", "Poznań"),
    ],
)
def test_words_for_a_town_are_taken_off(name: str, country: str, place: str) -> None:
    found = place_of(name, country)
    assert found
    assert (found.name, found.vintage) == (place, VINTAGE)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Dosso", None),
        (None, "NE"),
        ("", "NE"),
        ("Dosso", "ML"),
        ("Commune rurale de Dosso", "NE"),
        ("Commune de Dosso et Commune de Gaya", "NE"),
        ("Dosso (Mali)", "NE"),
        ("Ville", "NE"),
        ("Dosso", "ZZ"),
    ],
)
def test_what_does_not_decide_gives_no_place(name: str | None, country: str | None) -> None:
    assert place_of(name, country) is None


def test_the_method_says_whether_a_word_for_a_town_stood_there() -> None:
    found = [place_of(name, "NE") for name in ("Commune de Dosso", "Dosso")]
    assert [each.method if each else None for each in found] == list(METHODS)


@pytest.mark.parametrize(("name", "country"), [("Bahia", "BR"), ("Limbourg", "BE"), ("Jilin", "CN"), ("Podor", "SN")])
def test_a_bare_name_of_a_division_is_not_that_of_a_town_in_it(name: str, country: str) -> None:
    assert place_of(name, country) is None


@pytest.mark.parametrize("name", ["Łódź", "Lodz", "ŁÓDŹ"])
def test_a_letter_with_a_stroke_is_as_good_as_one_without(name: str) -> None:
    found = place_of(name, "PL")
    assert found
    assert found.name == "Łódź"


def test_a_bare_name_of_a_division_is_no_town_that_is_not_its_largest() -> None:
    bare, town = place_of("Québec", "CA"), place_of("Ville de Québec", "CA")
    assert town
    assert (bare, town.division_name) == (None, "Quebec")


def test_a_place_has_its_division_and_people() -> None:
    found = place_of("Ville de Thiès", "SN")
    assert found
    assert (found.division, found.division_name, found.population > 200_000) == ("SN.07", "Thiès", True)
