import csv
from collections import Counter
from pathlib import Path

import pytest

from atlas_scraper.values.register import KINDS, METHODS, STATUSES, book, identify, names_of
from atlas_scraper.values.register.book import VINTAGE
from atlas_scraper.values.register.groups import names_of_group

# Real names, with the codes written by hand; without a code where what is printed decides nothing.
with (Path(__file__).parent / "authorities_by_hand.csv").open(encoding="utf-8") as file:
    BY_HAND = list(csv.DictReader(file))
DECIDED = {
    "Commune de Lyon": "69123",
    "Ville du Mans": "72181",
    "Ville de Le Mans": "72181",
    "Mairie de Paris": "75056",
    "Ville de  Nantes ": "44109",
    "COMMUNE DE L'ABERGEMENT CLEMENCIAT": "01001",
    "Commune de l’Abergement-Clémenciat": "01001",
    "Commune d'Orsay": "91471",
    "Commune des Lilas": "93045",
    "Ville des Vans": "07334",
    "Ville d'Angers": "49007",
    "Ville de Nice": "06088",
    "La Ville de Nantes": "44109",
    "Ville de St-Étienne": "42218",
    "Ville de Saint-Denis (Réunion)": "97411",
    "Ville de Chalon-sur-Saône": "71076",
    "CC Faucigny-Glières": "200000172",
    "Ville de Saint-Denis (93)": "93066",
    "Commune de Saint-Denis (La Réunion)": "97411",
    "Ville de La Rochelle (Charente-Maritime)": "17300",
    "Conseil général de l'Ain": "01",
    "Département du Rhône": "69",
    "Conseil départemental des Hauts-de-Seine": "92",
    "CONSEIL GENERAL DU VAL D'OISE": "95",
    "Conseil départemental de la Réunion": "974",
    "Région Bretagne": "53",
    "Conseil régional d'Auvergne-Rhône-Alpes": "84",
    "Région Île de France": "11",
    "Région Réunion": "04",
    "Conseil régional des Pays de la Loire": "52",
    "Communauté urbaine d'Arras": "200033579",
    "Communauté de communes Faucigny-Glières": "200000172",
    "Communauté d'agglomération du Grand Dole": "200010650",
    "Bordeaux Métropole": "243300316",
    "Métropole de Lyon": "200046977",
}
UNDECIDED = (
    *("Lyon", "Saint-Denis", "Saint-Denis (93)", "Bretagne", "", None, "Commune", "Ville de", "Ville nouvelle"),
    *("Commune de Saint-Denis", "Ville de La Rochelle", "Ville de Saint-Denis (Paris)", "Ville de Lyon (jumelage)"),
    *("Ville de Lyonn", "Commune de Lyo", "Ville d'Évry", "Ville de Chalon", "Commune de Charleville"),
    *("Ville-d'Avray", "Syndicat des eaux d'Île-de-France", "Association Ville de demain", "Grand Lyon", "CA", "CC de"),
)


@pytest.mark.parametrize("row", BY_HAND, ids=[row["name"] for row in BY_HAND])
def test_a_real_name_gets_the_code_written_by_hand(row: dict[str, str]) -> None:
    found = identify(row["name"])
    assert (found.code if found else "", found.method if found else "") == (row["code"], row["method"])
    if row["siren"]:
        assert found
        assert found.siren == row["siren"]


@pytest.mark.parametrize("name", DECIDED)
def test_kind_and_name_decide_the_code(name: str) -> None:
    found = identify(name)
    assert found
    assert (found.code, found.vintage) == (DECIDED[name], VINTAGE)


@pytest.mark.parametrize("name", UNDECIDED)
def test_what_does_not_decide_gives_no_code(name: str | None) -> None:
    assert identify(name) is None


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("Ville de Nantes", "kind-and-name"),
        ("Ville de Nantes (44)", "kind-and-name"),
        ("Ville de Saint-Denis (93)", "kind-name-and-departement"),
        ("Conseil régional de Picardie", "historic"),
        ("Région PACA", "listed"),
    ],
)
def test_the_method_says_what_decided(name: str, method: str) -> None:
    found = identify(name)
    assert found
    assert (found.method, found.method in METHODS) == (method, True)


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("Ville de Nantes", "commune"),
        ("Rennes Métropole", "epci"),
        ("Est Ensemble (établissement public territorial)", "ept"),
        ("Conseil général de l'Ain", "departement"),
        ("Région Bretagne", "region"),
        ("Ville de Paris", "special"),
        ("Métropole de Lyon", "special"),
        ("Collectivité de Corse", "special"),
        ("Collectivité européenne d'Alsace", "special"),
        ("Département de Mayotte", "special"),
        ("Polynésie française", "overseas"),
    ],
)
def test_the_status_says_what_an_authority_is_by_law(name: str, status: str) -> None:
    found = identify(name)
    assert found
    assert (found.status, status in STATUSES) == (status, True)


def test_an_authority_has_its_place_and_its_people() -> None:
    found = identify("Ville de Nantes")
    assert found
    assert (found.name, found.departement, found.region, found.population_year) == ("Nantes", "44", "52", 2023)
    assert 300_000 < (found.population or 0) < 350_000
    assert (round(found.latitude or 0, 1), round(found.longitude or 0, 1)) == (47.2, -1.6)


def test_population_of_mayotte_is_of_its_own_year() -> None:
    found = identify("Département de Mayotte")
    assert found
    assert found.population_year == 2017


def test_a_group_that_lies_in_several_departements_is_in_none() -> None:
    found = identify("Communauté d'agglomération du Grand Avignon")
    assert found
    assert (found.departement, found.region) == (None, None)


def test_a_group_is_found_whichever_side_its_kind_stands_on() -> None:
    names = ("CA du Grand Chalon", "Grand Chalon agglomération", "Le Grand Chalon (communauté d'agglomération)")
    assert {found.code if (found := identify(name)) else None for name in names} == {"247100589"}


def test_words_that_look_like_letters_of_a_kind_are_none() -> None:
    assert list(names_of_group("ca va")) == []


def test_the_register_has_every_commune_departement_and_region() -> None:
    counts = Counter(it.kind for it in book.entries())
    assert [counts[kind] for kind in KINDS] == [34969, 1255, 11, 101, 18, 9]


def test_the_beginning_of_a_name_is_no_authority_of_its_own() -> None:
    assert {it.kind for it in book.entries()} == set(KINDS)


def test_every_authority_lies_in_a_region_of_the_register_or_in_none() -> None:
    regions = {it.code for it in book.entries() if it.kind == "region"} | {""}
    assert [it for it in book.entries() if it.region not in regions] == []


def test_a_commune_overseas_is_in_no_region() -> None:
    found = identify("Ville de Nouméa")
    assert found
    assert (found.code, found.region, found.region_name) == ("98818", None, None)


def test_every_siren_has_its_check_digit() -> None:
    wrong = [it for it in book.entries() if it.siren and not _passes_luhn(it.siren)]
    assert wrong == []


def _passes_luhn(siren: str) -> bool:
    """Tell whether a SIREN's digits check (ISO/IEC 7812-1, annex B)."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(siren))]
    return sum(digit // 10 + digit % 10 for digit in doubled) % 10 == 0


def test_every_departement_and_region_has_its_siren_or_no_body_of_its_own() -> None:
    # Corse's two and those of Martinique and Guyane are one with their region, Mayotte's region with its département.
    without = {it.code for it in book.entries() if it.kind in {"departement", "region"} and not it.siren}
    assert without == {"2A", "2B", "972", "973", "06"}


def test_every_commune_is_found_by_its_name_and_departement() -> None:
    rows = [it for it in book.entries() if it.kind == "commune"][::97]
    found = [identify(f"Commune de {it.name} ({it.departement})") for it in rows]
    wrong = [it.name for it, each in zip(rows, found, strict=True) if each and each.code != it.code]
    assert wrong == []
    assert sum(each is not None for each in found) > 0.97 * len(rows)


def test_every_group_is_found_by_its_name_in_the_list() -> None:
    rows = [it for it in book.entries() if it.kind == "epci"]
    found = [identify(it.name) for it in rows]
    wrong = [it.name for it, each in zip(rows, found, strict=True) if each and each.code != it.code]
    assert wrong == []
    assert sum(each is not None for each in found) > 0.95 * len(rows)


def test_the_names_of_a_kind_are_those_of_the_register_and_of_no_other_kind() -> None:
    communes, regions = set(names_of("commune")), set(names_of("region"))
    assert {"Brest", "Saint-Étienne"} <= communes
    assert "Bretagne" in regions
    assert not communes & {"Occitanie", "Finistère"}


@pytest.mark.parametrize("letters", ["CG01", "CD 01", "CD"])
def test_letters_of_a_council_in_brackets_leave_its_name_what_it_is(letters: str) -> None:
    found = identify(f"Conseil général de l'Ain ({letters})")
    assert found
    assert (found.kind, found.code) == ("departement", "01")
