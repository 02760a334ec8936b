from collections import Counter

import pytest

from atlas_scraper.values.register import KINDS, METHODS, VINTAGE, _rows, identify

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
    *("Région Rhône-Alpes", "Région Centre", "Conseil régional de Lorraine", "Ville de Lyonn", "Commune de Lyo"),
    *("Ville d'Évry", "Ville de Chalon", "Commune de Charleville", "Ville-d'Avray", "Ville d'Évry (91)"),
    *("Ville d'Arbignieu", "Syndicat des eaux d'Île-de-France", "Association Ville de demain", "Grand Lyon"),
)


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
    ],
)
def test_the_method_says_what_decided(name: str, method: str) -> None:
    found = identify(name)
    assert found
    assert (found.method, found.method in METHODS) == (method, True)


def test_the_register_has_every_commune_departement_and_region() -> None:
    counts = Counter(row["kind"] for row in _rows())
    assert [counts[kind] for kind in KINDS] == [34969, 1255, 101, 18]


def test_every_commune_is_found_by_its_name_and_departement() -> None:
    rows = [row for row in _rows() if row["kind"] == "commune"][::97]
    found = [identify(f"Commune de {row['name']} ({row['departement']})") for row in rows]
    wrong = [row["name"] for row, each in zip(rows, found, strict=True) if each and each.code != row["code"]]
    assert wrong == []
    assert sum(each is not None for each in found) > 0.97 * len(rows)
