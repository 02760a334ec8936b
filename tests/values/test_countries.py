"""Countries: an exact name has a code, any other has none, and a flat row is cut where its country begins."""

import pycountry
import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from atlas_scraper.values.countries import country_code, without_own_code

CODES = sorted(country.alpha_2 for country in pycountry.countries)
FRENCH = Locale("fr").territories


@pytest.mark.parametrize("code", CODES)
def test_the_french_name_of_every_country_has_its_code(code: str) -> None:
    assert country_code(FRENCH[code]) == code


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("CG", "Congo|Congo-Brazzaville|Congo Brazzaville|République du Congo|Congo (République du)"),
        ("CD", "Congo-Kinshasa|République démocratique du Congo|RDC|RD Congo|Congo (RDC)|Zaïre|Zaire"),
        ("CD", "Congo (République démocratique)|Congo (République démocratique du)|Congo, République démocratique du"),
        ("PS", "Palestine|Territoires palestiniens|Autorité palestinienne|Palestine, État de|Cisjordanie"),
        ("RU", "Russie|Fédération de Russie|Russie, Fédération de|Russie (Fédération de)"),
        ("MD", "Moldavie|Moldova|République de Moldova|Moldova, République de"),
        ("GB", "Royaume-Uni|Royaume Uni|ROYAUME-UNI|Grande-Bretagne|Grande Bretagne|Angleterre|Écosse"),
        ("KR", "Corée du Sud|République de Corée|Corée, République de|Corée (République de)"),
        ("KP", "Corée du Nord|République populaire démocratique de Corée"),
        ("VN", "Vietnam|Viêt Nam|Viêt-Nam|Viet nam"),
        ("MM", "Birmanie|Myanmar|Myanmar (Birmanie)"),
        ("US", "Etats-Unis|États-Unis|Etats Unis d'Amérique|États-Unis d’Amérique|USA"),
        ("IR", "Iran|Iran (République islamique d')|Iran, République islamique d’|République islamique d'Iran"),
        ("CI", "Côte d'Ivoire|Côte d’Ivoire|COTE D'IVOIRE|Cote dIvoire"),
        ("BY", "Bélarus|Biélorussie"),
        ("MK", "Macédoine|ARYM|Macédoine du Nord|Ex-République yougoslave de Macédoine"),
        ("SZ", "Swaziland|Eswatini"),
        ("CV", "Cap-Vert|Cap Vert|Cabo Verde"),
        ("BF", "Burkina Faso|Burkina-Faso|Burkina|Haute-Volta"),
        ("BJ", "Bénin|BENIN|Dahomey|République du Bénin|Bénin (République du)"),
        ("CF", "Centrafrique|République centrafricaine"),
        ("CZ", "Tchéquie|République tchèque"),
        ("TD", "Tchad"),
        ("BR", "Brésil"),
        ("CN", "Chine|République populaire de Chine"),
        ("TW", "Taïwan|Taiwan"),
        ("HK", "Hong Kong|Hong-Kong"),
        ("VA", "Vatican|Saint-Siège"),
        ("AE", "Emirats arabes unis|Émirats Arabes Unis"),
        ("SB", "Iles Salomon|Salomon (Îles)|Salomon, Îles"),
        ("LA", "Laos|République démocratique populaire lao"),
        ("SY", "Syrie|République arabe syrienne"),
        ("TL", "Timor oriental|Timor-Leste"),
        ("MU", "Maurice|Île Maurice|Ile Maurice"),
    ],
)
def test_other_names_of_a_country_have_its_code(code: str, names: str) -> None:
    assert {name: country_code(name) for name in names.split("|")} == dict.fromkeys(names.split("|"), code)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Nigéria", "NG"),
        ("Guinée", "GN"),
        ("Guinée-Bissau", "GW"),
        ("Guinée équatoriale", "GQ"),
        ("Papouasie-Nouvelle-Guinée", "PG"),
        ("Dominique", "DM"),
        ("République dominicaine", "DO"),
        ("Soudan", "SD"),
        ("Soudan du Sud", "SS"),
        ("Irlande", "IE"),
        ("Irlande du Nord", "GB"),
    ],
)
def test_countries_with_names_alike_are_told_apart(name: str, code: str) -> None:
    assert country_code(name) == code


TRICKY = [
    pytest.param("", id="nothing"),
    pytest.param("???", id="nothing once folded"),
    pytest.param("Nige", id="a country cut short"),
    pytest.param("Lybie", id="a spelling that is only near"),
    pytest.param("FR", id="a code is not a name"),
    pytest.param("EU", id="a region of Babel"),
    pytest.param("Union européenne", id="the name of a region of Babel"),
    pytest.param("Région indéterminée", id="Babel's word for none"),
    pytest.param("Germany", id="an English name"),
    pytest.param("Kosovo", id="no ISO code"),
    pytest.param("Corée", id="two states"),
    pytest.param("Tchécoslovaquie", id="two heirs"),
    pytest.param("Yougoslavie", id="several heirs"),
    pytest.param("Sénégal, Mali", id="two countries"),
]


@pytest.mark.parametrize("name", TRICKY)
def test_a_name_that_means_no_one_country_has_no_code(name: str) -> None:
    assert country_code(name) is None


@given(st.text())
def test_reading_any_text_never_raises(text: str) -> None:
    code = country_code(text)
    assert code is None or code in CODES


@pytest.mark.parametrize(
    "text", ["Mali (ML)", "Mali [ML]", "Mali (MLI)", "Mali - ML", "ML - Mali", "(ML) Mali", "ML Mali"]
)
def test_the_own_code_of_a_country_is_no_part_of_its_name(text: str) -> None:
    assert without_own_code(text) == "Mali"


@pytest.mark.parametrize(
    "text", ["Mali", "Mali (NE)", "Congo (RDC)", "MALI", "RD Congo", "Kayes (ML)", "Guinée-Bissau", ""]
)
def test_anything_else_beside_the_name_of_a_country_stays(text: str) -> None:
    assert without_own_code(text) == text
