"""Name fields taken apart into people."""

import pytest

from atlas_scraper.people.names import Person, people_in, people_of_two

DUPONT = [("jean", ["dupont"])]


def said(people: tuple[Person, ...]) -> list[tuple[str, list[str]]]:
    return [(" ".join(person.first), [" ".join(last) for last in person.lasts]) for person in people]


@pytest.mark.parametrize(
    "name",
    [
        "Jean DUPONT",
        "DUPONT Jean",
        "M.DUPONT Jean",
        "MmeDUPONT Jean",
        "DUPONT, Jean",
        "Dupont, Jean",
        "DUPONT (Jean)",
        "Jean DUPONT (COCAC)",
        "Jean DUPONT, maire de la ville",
        "Jean DUPONT Directeur de l'Institut",
        "Jean Dupont - Conseiller",
        "S.E. M. Jean DUPONT",
        "Monsieur le Consul général Jean Dupont",
        "l'Ambassadeur Jean DUPONT",
        "Colonel Jean Dupont",
        "Premier Secrétaire : Jean Dupont",
        "Contact : Jean DUPONT",
        "Bureau de Jean DUPONT",
        "À l'attention de M. Jean DUPONT",
        "\u200bJean\u00ad DUPONT",
        "\u2068Jean\u2069 \u200eDUPONT",
        "Ｊｅａｎ ＤＵＰＯＮＴ",
    ],
)
def test_one_person_is_found_in_a_field(name: str) -> None:
    assert said(people_in(name)) == DUPONT


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("Anna ROY / Marie MARTIN", [("anna", ["roy"]), ("marie", ["martin"])]),
        ("Anna Roy et Marie Martin", [("anna", ["roy"]), ("marie", ["martin"])]),
        ("Anna ROY, Marie MARTIN", [("anna", ["roy"]), ("marie", ["martin"])]),
        ("Anna ROY ; M. MARTIN", [("anna", ["roy"]), ("", ["martin"])]),
        ("Mme DUPONT (née MARTEL)", [("", ["dupont", "martel"])]),
        ("Anne DUPONT née MARTEL", [("anne", ["dupont", "martel"])]),
        ("Bénédicte DE MONTLAUR", [("benedicte", ["de montlaur"])]),
        ("Fatou N’Diaye", [("fatou", ["n diaye"])]),
        ("Jean-Marc D’ARBLAY", [("jean marc", ["d arblay"])]),
        ("Maria João da Silva", [("maria", ["joao da silva"])]),
        ("RAKOTOMALALA Andriamihaja Jean", [("andriamihaja jean", ["rakotomalala"])]),
        ("JEAN DUPONT", [("jean", ["dupont", "jean"])]),
        ("J.-P. Dupont", [("j p", ["dupont"])]),
        ("MAIRE Jean", [("jean", ["maire"])]),
        ("Jean Maire", [("jean", ["maire"])]),
        ("M. de Montclar", [("", ["de montclar"])]),
        ("LE Anh", [("anh", ["le"])]),
    ],
)
def test_people_are_taken_apart(name: str, people: list[tuple[str, list[str]]]) -> None:
    assert said(people_in(name)) == people


@pytest.mark.parametrize(
    "name",
    [
        "Service de coopération",
        "Ambassade de France",
        "M. le Maire",
        "Conseiller",
        "SCAC",
        "Pas de correspondant",
        "Vacant",
        "Poste vacant",
        "à pourvoir",
        "",
        " - ",
    ],
)
def test_what_names_nobody_is_nobody(name: str) -> None:
    assert people_in(name) == ()


@pytest.mark.parametrize(
    ("first", "last", "people"),
    [
        ("Jean", "DUPONT", DUPONT),
        ("Jean", "Jean DUPONT", DUPONT),
        ("", "Jean DUPONT", DUPONT),
        ("Jean DUPONT", "-", DUPONT),
        ("M.", "DUPONT Jean", DUPONT),
        ("Jean", "M. DUPONT", DUPONT),
        ("Jean", "DUPONT (maire)", DUPONT),
        ("Jean", "DUPONT, Maire", DUPONT),
        ("Marie", "DUPONT née MARTEL", [("marie", ["dupont", "martel"])]),
        ("Anna et Paul", "ROY et MARTIN", [("anna", ["roy"]), ("paul", ["martin"])]),
        ("Anna et Paul", "ROY", [("anna", ["roy"]), ("paul", ["roy"])]),
        ("Jean", "Maire", [("jean", ["maire"])]),
        ("Paul", "Chevalier", [("paul", ["chevalier"])]),
        ("Mme", "ROY", [("", ["roy"])]),
        ("", "M. le Maire", []),
        ("DUPONT", "Jean", [("dupont", ["jean"]), *DUPONT]),
    ],
)
def test_two_fields_say_what_one_would(first: str, last: str, people: list[tuple[str, list[str]]]) -> None:
    assert said(people_of_two(first, last)) == people


def test_of_a_sentence_in_a_names_place_the_words_that_mean_nothing_are_names() -> None:
    people = people_in("Le poste est tenu par Vergnolle puis par Tournebize, en attendant la suite des travaux")
    assert [name for _, names in said(people) for name in names] == ["vergnolle", "tournebize"]


@pytest.mark.parametrize("last", ["Vandermolle", "de Montclair", "d’Arblay", "McVergnol", "Quorzan e Thielgou"])
def test_of_a_first_name_in_capitals_beside_a_name_that_is_not_either_may_be_the_family_name(last: str) -> None:
    name = " ".join(people_of_two("Aurélie", last)[0].lasts[0])
    assert said(people_of_two("AURÉLIE", last)) == [("aurelie", [name]), (name, ["aurelie"])]
