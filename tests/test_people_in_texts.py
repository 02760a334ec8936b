"""People, addresses and numbers in texts: what goes, in every form, and what stays."""

import pytest
from invented import slug
from records import make_record

from atlas_scraper.people.leave_out import MAIL, NAME, NUMBER, without_people

PEOPLE = (
    *(("Jean", "DUPONT"), ("Anh", "LE"), ("Min-ho", "SON"), ("Paul", "PETIT"), ("Anne", "BREST"), ("Pierre", "Ba")),
    *(("José", "GARCIA LOPEZ"), ("Claire", "DUPONT-MARTEL"), ("Fatou", "N'DIAYE"), ("Anne Sophie", "de Montclar")),
    *(("Ibrahim", "IŞIK"), ("Zoé", "Le Goffanec"), ("Rose", "FONTAINE"), ("Nguyễn", "Văn An"), ("Ali", "MARCHAND")),
    ("Jean-Patrick", "VERGNOLLE"),
)
NAMES = (
    *("dupont", "petit", "brest", "garcia", "lopez", "martel", "diaye", "isik", "montclar", "goffanec", "fontaine"),
    *("marchand", "vergnolle", "tournebize", "rastignol", "jean", "aurelie", "pierre", "sophie"),
)
GO = (
    "M.DUPONT Jean",
    "Jean DUPONT (COCAC)",
    "DUPONT, Jean",
    "S.E. M. Dupont",
    "Mme Garcia a signé",
    "Mme Dupont",
    "Mme Martel",
    "N'DIAYE et Ndiaye et N’Diaye et NDIAYE",
    "Işık, ISIK, ışık, IŞIK",
    "Du‍pont",
    "Du­pont",
    "equipe-jean-dupont.html",
    "photo_Jean_Dupont.jpg",
    "#JeanDupont",
    "Jean%20DUPONT",
    "Fait à Lomé, le 3 mai 2012, Jean DUPONT",
    "Fait à Lomé, le 3 mai 2012, Paul Petit",
    "Fait à Lomé, le 3 mai 2012, Petit",
    "Fait à Lomé, le 3 mai 2012,\nPetit.",
    "Fait à Lomé, le 3 mai 2012,\nPetit !\nFin",
    "J. Dupont",
    "J.-P. Vergnolle",
    "P. Petit",
    "PETIT P.",
    "P PETIT a signé",
    "vu par R FONTAINE",
    "M MARCHAND et A. MARCHAND",
    "Mme Petit",
    "M. Petit",
    "M. PETIT, maire",
    "Petit, maire de Lomé",
    "le maire Petit",
    "le conseiller Petit",
    "Contact : Petit",
    "avec Petit et Dupont",
    "selon Petit, le projet",
    "M. Le a signé",
    "Anh LE",
    "LE Anh",
    "M. SON a signé",
    "Mme Brest",
    "Anne Brest",
    "Brest Anne",
    "jean.dupont chez example.org",
    "jeandupont",
    "jdupont",
    "photojeandupont.jpg",
    "Dupоnt",
    "ＤＵＰＯＮＴ",
    "&Eacute;crire &agrave; Dupont",
    "legoffanec",
    "LE GOFFANEC Zoé",
    "Goffanec",
    "Rose Fontaine",
    "Mme la Présidente Fontaine",
    "ROSE FONTAINE",
    "R. Fontaine",
    "FONTAINE a signé",
    "l'équipe de PETIT travaille",
    "Monsieur l'adjoint au maire Petit",
    "Dr Petit",
    "Mlle Rose Fontaine",
    "Mme Fontaine-Dupont",
    "Docteur Marchand",
    "MARCHAND Ali",
    "Ali Marchand",
    "le secrétaire général Marchand",
    "Marchand (COCAC)",
    "Marchand – directeur",
    "dit Pierre.",
    "Anne Sophie est là",
    "M. Văn An",
    "Mme Aurélie Tournebize",
    "M. Tournebize",
    "MM. Tournebize et Rastignol",
    "Mme A. Tournebize",
    "Jean <b>DUPONT</b>",
)
STAY = (
    "M. le maire a parlé",
    "Le projet de la ville",
    "Elle a le projet",
    "et son eau",
    "SON EAU",
    "un petit pont",
    "Le Petit Prince",
    "la ville de Brest",
    "à Brest, le maire a signé",
    "Brest accueille le projet",
    "Petit à petit, le projet avance",
    "la fontaine publique",
    "Fontaine publique",
    "les marchands du marché",
    "Le marchand, conseiller du roi",
    "UN PETIT PONT POUR LA VILLE",
    "un mur de pierre",
    "à la claire fontaine",
    "Une eau claire",
    "la rose des vents",
    "Saint-Pierre et Saint-Jean",
    "lycée Jean Moulin",
    "lycée Jean-Moulin",
    "le Rose Bowl",
    "M. le Maire de Brest",
    "M. LE MAIRE DE BREST",
    "Mme la Maire de Brest",
    "Monsieur le Président de la région",
    "MM. les maires",
    "5 m de long",
    "Ba",
    "La rue du Docteur Roux",
    "rue de Madame Curie",
    "Le Son et lumière",
    "Grand Lyon",
    "Mme la Ministre",
    "an de grâce",
    "Madame, Monsieur,",
    "Monsieur le Consul général de France",
    "Le Maire, Monsieur le Président",
    "M. l'Ambassadeur",
    "Messieurs les élus",
    "Port-Petit",
    "place du Marchand",
    "Un an après",
    "vu le code",
    "Rendez-vous at home.",
    "12 34 euros, 1 234 567 euros en 2012 2013",
    "du 12/05/2012 au 13-06-2013",
    "Me voici",
    "Fête de la Rose",
    "A BREST LE MAIRE A SIGNE",
    "L EAU DE LA FONTAINE",
    "<b>Le</b> projet",
)


def left_of(*texts: str) -> list[str]:
    """Give what is left of paragraphs of a page that names `PEOPLE`."""
    contacts = [
        {"organisation": None, "last_name": last, "first_name": first, "position": None, "email": None}
        for first, last in PEOPLE
    ]
    return without_people(make_record(objective=list(texts), foreign_contacts=contacts)).objective


@pytest.mark.parametrize("text", GO)
def test_a_name_that_stands_as_one_goes(text: str) -> None:
    (left,) = left_of(text)
    assert NAME in left or MAIL in left
    assert [name for name in NAMES if name in slug(left).replace("-", "")] == []


@pytest.mark.parametrize("text", STAY)
def test_what_stands_for_no_person_stays(text: str) -> None:
    assert left_of(text) == [text]


def test_a_name_goes_that_begins_in_one_paragraph_and_ends_in_the_next() -> None:
    assert left_of("Pour accord : Paul", "PETIT", "Le petit pont") == [f"Pour accord : {NAME}", NAME, "Le petit pont"]


@pytest.mark.parametrize(
    "text",
    [
        "jean.x＠example.org",
        "jean.x﹫example.org",
        "jean.x AT example DOT org",
        "jean.x arobas example.org",
        "jean.x (chez) example.org",
        "jean.x[à]example.org",
        "jean.x chez example.org",
        "jean.x à example.org",
        "jean.x (at) example (dot) org",
        "jean [point] x [arobase] example [point] org",
        "jean.x%40example.org",
        "jean.x&#64;example.org",
        "jean_x_at_example_dot_org",
        "jean.x @ example.org",
        "mailto:jean.x@example.org",
        "jean.x@localhost",
        "jean.x 'at' example 'dot' org",
        "jean.x[arobace]example.org",
        "jean.x ARROBA example.org",
        "jean.x -chez- example.org",
        "jean.x\n@example.org",
        "jean.x@\nexample.org",
        "jean.x 〔at〕 example.org",
        "jean.x%2540example.org",
        "jean.x\\u0040example.org",
        "jean.x&amp;#64;example.org",
    ],
)
def test_an_address_goes_in_every_disguise(text: str) -> None:
    (left,) = left_of(f"Écrire à {text}, ou venir.")
    assert left.replace("mailto:", "") == f"Écrire à {MAIL}, ou venir."


@pytest.mark.parametrize(
    "text", ["cooperation@ville.example.org", "mairie [at] example.org", "mairie (chez) example.org"]
)
def test_a_services_address_stays_in_every_disguise(text: str) -> None:
    assert left_of(f"Écrire à {text}.") == [f"Écrire à {text}."]


@pytest.mark.parametrize(
    "text",
    [
        "01 23 45 67 89",
        "01.23.45.67.89",
        "0123456789",
        "+33 1 23 45 67 89",
        "+33(0)1 23 45 67 89",
        "0033 1 23 45 67 89",
        "+221 77 123 45 67",
        "00221 33 849 12 34",
        "+49 (30) 1234-5678",
        "(514) 555-0199",
        "514-555-0199",
        "77 123 45 67",
        "22 50 12 34",
        "01/23/45/67/89",
        "01,23,45,67,89",
        "01_23_45_67_89",
        "01. 23. 45. 67. 89",
        "01 - 23 - 45 - 67 - 89",
        "0 123 456 789",
        "(0)1 23 45 67 89",
        "(33) 1 23 45 67 89",
        "33 1 23 45 67 89",
        "00.33.1.23.45.67.89",
        "00(33)123456789",
        "0612 345 678",
        "(221) 77 123 45 67",
        "034 12 345 67",
        "024 3825 1234",
        "0312 123 45 67",
        "010-12345678",
        "138 1234 5678",
        "1-514-555-0199",
        "514 555 0199",
        "02/123.45.67",
        "0475/12.34.56",
        "020 7946 0958",
        "8 (495) 123-45-67",
    ],
)
def test_a_telephone_number_goes(text: str) -> None:
    assert left_of(f"Appeler le {text}, le matin.") == [f"Appeler le {NUMBER}, le matin."]


@pytest.mark.parametrize(
    "text",
    [
        *("Tél : 849 12 34", "tél. portable 77 123 456", "Fax: 849123", "Tel.0123456789", "T. 849 12 34"),
        *("Mob. 771234567", "Cel. 77123456", "https://wa.me/33612345678", "Telefon 22 12 34", "Teléfono: 22 12 34"),
        *("Telefone (21) 123 456", "joignable au 849 12 34", "appelez le 84 91 23 4"),
    ],
)
def test_a_number_that_is_announced_as_a_telephones_goes(text: str) -> None:
    assert NUMBER in left_of(text)[0]


@pytest.mark.parametrize(
    "text",
    [
        "1 234 567 euros en 2012 et 2013",
        "du 12/05/2012 au 13-06-2013",
        "2010 2011 2012 2013",
        "25 000 000 FCFA, soit 38 112,25 €",
        "article L1115-1, loi 2014-773 du 7 juillet 2014",
        "de 10 000 à 12 000 habitants, 35 %",
        "ISO 9001:2015, 12 345 678 habitants",
        "n° 2012-123 456",
        "années 92 93 94 95, ou 10 12 14 16 18",
        "01/02/2012-03/04/2013, du 01-05/06/2012",
        "03/05/12 - 04/06/12 et 8h30-12h00 14h00-17h30",
        "SIRET 123 456 789 00012, code postal 01000 et 97400",
        "350 000 2012, 300 000 € (2011) 350 000 € (2012)",
        "(1) 12 345 678 euros, (2012) 12 345 678, 12.345.678 francs",
        "01 BP 1234 Ouagadougou 01, RN 12 34 km, 0,5 1,5 2,5",
    ],
)
def test_amounts_years_and_dates_are_no_telephone_numbers(text: str) -> None:
    assert left_of(text) == [text]


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/equipe/jean-dupont.html",
        "https://example.org/%C3%A9quipe/Jean%20DUPONT",
        "https://example.org/?contact=j.x%40example.org",
        "https://example.org/photo_Jean_Dupont.jpg",
        "tel:+33123456789",
    ],
)
def test_a_link_that_names_somebody_goes_whole(link: str) -> None:
    record = make_record(
        french_authorities=[{"name": "Commune de Saint-Avé", "link": link}],
        foreign_contacts=[
            {"organisation": None, "last_name": "DUPONT", "first_name": "Jean", "position": None, "email": None}
        ],
    )
    assert without_people(record).french_authorities[0].link is None


def test_a_link_that_names_nobody_stays() -> None:
    record = make_record(french_authorities=[{"name": "Commune", "link": "https://example.org/commune/le-petit-pont"}])
    assert without_people(record) == record


def test_a_town_that_is_a_partner_of_the_page_stays_in_its_names_and_texts() -> None:
    record = make_record(
        foreign_partners=[{"name": "Ville de Zarbieh", "country": "Liban", "country_code": "LB", "link": None}],
        objective=["Zarbieh reçoit Mme Zarbieh."],
        foreign_contacts=[
            {"organisation": None, "last_name": "ZARBIEH", "first_name": "Rima", "position": None, "email": None}
        ],
    )
    left = without_people(record)
    assert (left.foreign_partners, left.objective) == (record.foreign_partners, [f"Zarbieh reçoit Mme {NAME}."])


@pytest.mark.parametrize("email", ["aurelie.vergnolle@example.org", "Aurelie.Vergnolle [at] example.org"])
def test_an_address_tells_of_a_person_whom_no_field_names(email: str) -> None:
    contacts = [{"role": "Correspondant", "name": None, "email": email}]
    record = make_record(post={"name": None, "contacts": contacts}, objective=["Aurélie Vergnolle est là."])
    assert without_people(record).objective == [f"{NAME} est là."]


def test_a_name_that_nobody_took_for_one_is_looked_for_too() -> None:
    record = make_record(
        unread=[{"label": "Signature de Zoé TOURNEBIZE", "text": "Zoé TOURNEBIZE\nUne ligne | Une autre"}],
        objective=["Avec Tournebize."],
    )
    left = without_people(record)
    assert (left.objective, left.unread[0].label) == ([f"Avec {NAME}."], f"Signature de {NAME}")
