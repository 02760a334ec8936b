"""Where the search for people has a limit: the shortest names, the longest lists, what a page's places say."""

import pytest
from records import make_record

from atlas_scraper.people.leave_out import MAIL, NAME, NUMBER, without_people
from atlas_scraper.people.opposition import BadOpposition, Opposition
from atlas_scraper.record.model import Partnership

KEY = b"a secret of tests alone"


def with_contact(text: str, first: str | None, last: str | None, **fields: object) -> Partnership:
    contact = {"organisation": None, "last_name": last, "first_name": first, "position": None, "email": None}
    return make_record(objective=[text], foreign_contacts=[contact], **fields)


def left_of(text: str, first: str | None, last: str | None) -> str:
    return without_people(with_contact(text, first, last)).objective[0]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Vu avec Mme Ba.", f"Vu avec Mme {NAME}."),
        ("Vu avec Awa Ba.", f"Vu avec {NAME}."),
        ("Vu avec BA Awa.", f"Vu avec {NAME}."),
        ("Vu avec A. Ba.", f"Vu avec {NAME}."),
        ("Le puits de Ba Lon", "Le puits de Ba Lon"),
        ("Ba et Ly sont des villages", "Ba et Ly sont des villages"),
        ("Bac et bal", "Bac et bal"),
    ],
)
def test_a_family_name_of_two_letters_goes_only_where_it_stands_as_a_name(text: str, left: str) -> None:
    assert left_of(text, "Awa", "Ba") == left


def test_a_family_name_of_three_letters_goes_by_itself() -> None:
    assert left_of("Le puits de Xyz", "Awa", "Xyz") == f"Le puits de {NAME}"


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("cooperation.togo@example.org", True),
        ("mairie.lome@example.org", True),
        ("mairie.nantes@example.org", True),
        ("ambassade.ottawa@example.org", True),
        ("region.bretagne@example.org", True),
        ("cooperation.benin@example.org", False),
        ("togo@example.org", False),
        ("togo.lome@example.org", False),
        ("cooperation.ama@example.org", False),
    ],
)
def test_places_and_bodies_of_the_page_are_words_of_its_shared_mailboxes(address: str, stays: bool) -> None:
    contacts = [{"role": "Correspondant", "name": None, "email": address}]
    record = with_contact(
        f"Écrire à {address}",
        "Ama",
        "Xyzabc",
        post={"name": "Ambassade de France à Ottawa", "contacts": contacts},
        foreign_partners=[{"name": "Lomé", "country": "Togo", "country_code": "TG", "link": None}],
        french_authorities=[{"name": "Nantes", "link": None}],
        funding=[{"funder": "Bretagne", "amount_eur": None, "one_percent_eur": [None] * 3, "year": None}],
    )
    left = without_people(record)
    assert left.post
    assert left.post.contacts[0].email == (address if stays else None)
    assert left.objective == [f"Écrire à {address if stays else MAIL}"]


def listed(who: str) -> Opposition:
    return Opposition(KEY, frozenset({Opposition(KEY, frozenset()).digest(who)}))


@pytest.mark.parametrize(
    ("who", "text", "left"),
    [
        ("Xyza Xyzb", "Vu par Xyza Xyzb.", f"Vu par {NAME}."),
        ("Xyza de la Xyzb", "Vu par Xyza de la Xyzb ce jour.", f"Vu par {NAME} ce jour."),
        ("Xa Xb Xc Xd Xe", "Ce jour : Xa Xb Xc Xd Xe.", f"Ce jour : {NAME}."),
        ("xa xb xc xd xe", "xa xb xc xd xe", NAME),
        ("xa xb", "xa xb", NAME),
        ("xa xb", "vu par xa xb hier", "vu par xa xb hier"),
        ("Xyza", "Xyza", "Xyza"),
        ("Xyza Xyzb", "Xyza, et non Xyzb.", "Xyza, et non Xyzb."),
        ("Xa Xb Xc Xd Xe Xf", "Xa Xb Xc Xd Xe Xf", "Xa Xb Xc Xd Xe Xf"),
        ("Xyza de la du le Xyzb", "Vu par Xyza de la du le Xyzb.", "Vu par Xyza de la du le Xyzb."),
    ],
)
def test_a_name_of_up_to_five_words_and_no_longer_is_found_if_it_objects(who: str, text: str, left: str) -> None:
    assert listed(who).apply(make_record(objective=[text])).objective == [left]


def test_a_name_of_six_words_that_objects_is_found_where_a_field_names_it() -> None:
    contact = {"role": None, "name": "Xa Xb Xc Xd Xe XF", "email": None}
    left = listed("Xa Xb Xc Xd Xe Xf").apply(make_record(post={"name": "Ambassade", "contacts": [contact]}))
    assert left.post
    assert left.post.contacts[0].name is None


@pytest.mark.parametrize("length", [0, 15])
def test_a_key_of_fewer_than_16_bytes_is_refused_and_one_of_16_is_taken(length: int) -> None:
    with pytest.raises(BadOpposition, match=f"{length} bytes"):
        Opposition(b"k" * length, frozenset())
    Opposition(b"k" * 16, frozenset())


@pytest.mark.parametrize(
    "text", ["Un mur de cent m. Vergnolle", "Un mur de 12 M. Vergnolle", "Un mur de 12M. Vergnolle"]
)
def test_a_metre_is_no_title(text: str) -> None:
    assert without_people(make_record(objective=[text])).objective == [text]


PETIT = [{"last_name": "PETIT", "first_name": "Jean", "organisation": None, "position": None, "email": None}]


@pytest.mark.parametrize("text", ["En 2014 M. Petit", "Vu le 3/5/2012\nM. Petit", "mai 1999 M. Petit", "1998 M. Petit"])
def test_a_title_behind_a_year_is_one(text: str) -> None:
    left = without_people(make_record(objective=[text], foreign_contacts=PETIT))
    assert "Petit" not in left.objective[0]


def test_a_word_behind_of_is_a_name_where_a_function_follows_a_comma() -> None:
    texts = ["Avec l’aide de Petit, maire de Brest", "Le marché de Petit, à Brest", "Le Petit, maire de Brest"]
    left = without_people(make_record(objective=texts, foreign_contacts=PETIT))
    assert left.objective == ["Avec l’aide de [nom retiré], maire de Brest", *texts[1:]]


def test_a_town_behind_of_is_a_name_where_a_function_follows_a_comma() -> None:
    brest = [{**PETIT[0], "last_name": "BREST"}]
    texts = ["L’aide de l’AFD et de Brest, maire de la commune", "Le port de Brest, la rade", "Le maire de Brest"]
    left = without_people(make_record(objective=texts, foreign_contacts=brest))
    assert left.objective == ["L’aide de l’AFD et de [nom retiré], maire de la commune", *texts[1:]]


def test_what_stands_behind_of_is_a_name_before_a_function_in_brackets_that_names_nobody_else() -> None:
    both = [{**PETIT[0], "last_name": "BOIS"}, {**PETIT[0], "last_name": "BREST"}]
    texts = [
        "L’aide de l’AFD et de BOIS (COCAC)",
        ": fin",
        "Le budget de bois (2 000 €)",
        "La ville de Brest (maire : à élire)",
    ]
    left = without_people(make_record(objective=texts, foreign_contacts=both))
    assert left.objective == ["L’aide de l’AFD et de [nom retiré] (COCAC)", *texts[1:]]


def test_a_first_name_whose_capital_an_address_escapes_goes_with_the_family_name() -> None:
    stefan = [{**PETIT[0], "last_name": "QUORQUOR", "first_name": "Ştefan"}]
    link = "https://example.org/%C5%9Etefan%20Quorquor"
    left = without_people(make_record(objective=[link], foreign_contacts=stefan))
    assert left.objective == ["https://example.org/[nom retiré]"]


def test_a_first_name_in_emphasis_goes_with_the_family_name_beside_it() -> None:
    text = "*Petit*, _Jean_ et **Jean** *Petit*"
    left = without_people(make_record(objective=[text], foreign_contacts=PETIT))
    assert left.objective == ["*[nom retiré]*, _[nom retiré]_ et **[nom retiré]** *[nom retiré]*"]


def test_a_word_in_capitals_is_a_name_behind_an_unknown_first_name_and_not_within_capitals() -> None:
    texts = ["Vu par Ismérie PETIT hier", "Le projet GRAND PETIT avance"]
    left = without_people(make_record(objective=texts, foreign_contacts=PETIT)).objective
    assert ("PETIT" in left[0], left[1]) == (False, texts[1])


def test_words_in_small_letters_with_a_hyphen_are_a_name_in_an_address_alone() -> None:
    texts = ["Le port du jean-petit", "Voir http://www.example.org/jean-petit"]
    left = without_people(make_record(objective=texts, foreign_contacts=PETIT)).objective
    assert (left[0], "petit" in left[1]) == (texts[0], False)


def test_an_unknown_word_behind_a_name_goes_with_capitals_alone() -> None:
    contact = PETIT[0] | {"last_name": "Vergnolle", "first_name": None}
    texts = ["Vu par VERGNOLLE Kwabora hier", "Vu par Vergnolle Kwabora hier"]
    left = without_people(make_record(objective=texts, foreign_contacts=[contact])).objective
    assert left == ["Vu par [nom retiré] hier", "Vu par [nom retiré] Kwabora hier"]


@pytest.mark.parametrize("text", ["à 12 M. Petit bassin", "1,2014 M. Petit bassin", "12014 M. Petit", "1899 M. Petit"])
def test_a_metre_behind_another_number_is_none(text: str) -> None:
    assert without_people(make_record(objective=[text], foreign_contacts=PETIT)).objective == [text]


@pytest.mark.parametrize("name", ["Bréœuv", "Œuvrard", "Æbelholt", "Haudrecœur"])
def test_a_name_in_spaced_letters_goes_with_its_ligatures(name: str) -> None:
    contact = PETIT[0] | {"last_name": name, "first_name": None}
    spaced = " ".join(name.upper())
    left = without_people(make_record(objective=[f"Avec {spaced} à Brest"], foreign_contacts=[contact]))
    assert left.objective == ["Avec [nom retiré] à Brest"]


@pytest.mark.parametrize(
    "number", ["04 123 45 67", "12 34 56 78", "1 22 33 44 55", "123 45 67 89", "123 45 678 90 12", "01/23/45/67/89"]
)
def test_a_number_in_the_groups_of_a_telephones_goes_without_a_word_before_it(number: str) -> None:
    assert without_people(make_record(objective=[f"Voir {number} demain"])).objective == [f"Voir {NUMBER} demain"]


@pytest.mark.parametrize("number", ["04 123 456", "12 34 56 7", "123 456 789", "12 34 5678"])
def test_a_number_in_other_groups_stays(number: str) -> None:
    assert without_people(make_record(objective=[f"Voir {number} demain"])).objective == [f"Voir {number} demain"]


@pytest.mark.parametrize(
    ("published", "text"),
    [
        ("Ǣgirsson", "AEGIRSSON"),
        ("Kɔffivi", "Koffivi"),
        ("Ɓalɗeejo", "Baldeejo"),
        ("Ŋomsène", "Ngomsene"),
        ("Məmmədzadə", "Memmedzade"),
        ("Øksendahl", "Oksendahl"),
        ("Ƴaroye", "ƳAROYE"),
        ("Wɪlmsen", "Wilmsen"),
        ("Ǽlfrichs", "Aelfrichs"),
    ],
)
def test_a_letter_with_a_hook_or_a_stroke_is_the_letter_that_unicode_names_it_after(published: str, text: str) -> None:
    assert left_of(f"Avec {text} hier", "Awa", published) == f"Avec {NAME} hier"
    assert left_of(f"Avec {published} hier", "Awa", text) == f"Avec {NAME} hier"


FORMS_OF_WRITING = (
    "F E R R E I R I N H A",
    "ferREIRINHA",
    "Fe<b>rreirinha</b>",
    "Ferreirinhas",
    "Jos%25C3%25A9%2520Ferreirinha",
    "&amp;#70;erreirinha",
    "\\u0046erreirinha",
    "\\x46erreirinha",
    "Fer-\nreirinha",
    "fERREIRINHA",
    "ferreirinhajose2014.pdf",
    "jferreirinha.doc",
    "〔Ferreirinha〕",
)


@pytest.mark.parametrize("text", FORMS_OF_WRITING)
def test_a_name_goes_however_its_letters_are_parted_or_escaped(text: str) -> None:
    left = left_of(f"Avec {text}, hier", "José", "FERREIRINHA")
    assert NAME in left
    assert "reirinha" not in left.lower().replace(" ", "")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("ETXEBERRIAGA", "Iñaki"),
        ("Etxeberriaga", "Iñaki"),
        ("IÑAKI", "ETXEBERRIAGA"),
        ("ETXEBERRIAGA", "IÑAKI"),
        (None, "ETXEBERRIAGA (Iñaki)"),
        (None, "ETXEBERRIAGA IBARBURU (Iñaki)"),
        (None, "Iñaki Ibarburu Etxeberriaga"),
    ],
)
@pytest.mark.parametrize(
    "text", ["Vu par Iñaki Etxeberriaga hier", "Vu par M. Etxeberriaga hier", "ETXEBERRIAGA Iñaki"]
)
def test_a_name_goes_whichever_column_holds_which_half(first: str | None, last: str, text: str) -> None:
    assert "etxeberriaga" not in left_of(text, first, last).lower()


def test_a_particle_of_one_letter_or_of_the_first_name_is_part_of_a_family_name_in_capitals() -> None:
    for first, last, text in (
        ("Luís Miguel", "D'ALBUQUERQUIM E CASTROVAL", "#dalbuquerquimecastroval"),
        ("SIOBHÁN", "Ó DUBHGHAILL", "#odubhghaill"),
        ("MARIA DA GRAÇA", "FERREIRINHA DA COSTINHA", "#ferreirinhadacostinha"),
    ):
        assert left_of(text, first, last) == f"#{NAME}"


@pytest.mark.parametrize("text", ["Avec Awa Camara, 東京", "Avec Awa Camara, مدينة", "東京 : Awa Camara"])
def test_a_name_goes_from_a_text_that_has_letters_of_another_script_as_well(text: str) -> None:
    assert left_of(text, "Awa", "Camara") == text.replace("Awa Camara", NAME)


def test_whom_a_text_not_understood_names_behind_a_title_goes_from_the_others_as_well() -> None:
    record = make_record(
        objective=["Le puits de Vergnolle"], unread=[{"label": "Signature", "text": "Mme Zoé Vergnolle"}]
    )
    assert without_people(record).objective == [f"Le puits de {NAME}"]


@pytest.mark.parametrize(
    ("first", "last", "text"), [("Eli", "Brene", "photoelibrene.pdf"), ("Zoé", "Bréñe", "zoebrene2")]
)
def test_a_name_of_eight_letters_is_found_within_a_longer_word(first: str, last: str, text: str) -> None:
    contact = {"organisation": None, "position": None, "email": None, "last_name": last, "first_name": first}
    left = without_people(make_record(objective=[f"Voir {text} demain"], foreign_contacts=[contact]))
    assert f"{first}{last}".casefold()[:4] not in left.objective[0].casefold().replace("é", "e")
