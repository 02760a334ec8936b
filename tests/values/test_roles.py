"""Functions and names, told apart."""

import pytest

from atlas_scraper.values.roles import is_role


@pytest.mark.parametrize(
    "text",
    [
        "Conseiller",
        "CONSEILLER :",
        "Conseillère",
        "Conseillers",
        "Attachée de coopération",
        "Secrétaire générale",
        "Consul honoraire",
        "Chargé de mission auprès du maire",
        "CONSEILLER DE COOPÉRATION ET D'ACTION CULTURELLE",
        "Directrice de l'Institut français de Lomé",
        "Vice-présidente",
        "COCAC",
        "Directeur général des services",
        "Volontaire international en administration",
    ],
)
def test_a_function_is_one(text: str) -> None:
    assert is_role(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Jean DUPONT",
        "Conseiller Jean DUPONT",
        "DUPONT, conseiller",
        "Mme Maire",
        "Maire DUPONT",
        "Directeur de Montclair",
        "Service de coopération",
        "Consul Petit",
        "Chef " * 100,
    ],
)
def test_what_names_somebody_or_something_else_is_none(text: str) -> None:
    assert not is_role(text)
