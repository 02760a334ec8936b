"""Many invented people in many forms, none of whom stays; and many sentences about nobody, which do."""

import random
from collections.abc import Callable

import pytest
from harmless import NOUNS, sentences_with_towns, sentences_with_words, words
from harmless import TOWNS as HARMLESS_TOWNS
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import ANYWHERE, AS_A_NAME, FIRST, LAST, TOWNS, WORDS, Invented, is_named, people, said
from records import make_record

from atlas_scraper.people.known import Known, people_known
from atlas_scraper.people.leave_out import without_people
from atlas_scraper.record.model import Partnership

Fields = tuple[str | None, str]
FIELDS: dict[str, Callable[[str, str], Fields]] = {
    "two fields": lambda first, last: (first, last),
    "the whole in one": lambda first, last: (None, f"{first} {last.upper()}"),
    "a title glued on": lambda first, last: (first, f"M.{last}"),
    "brackets": lambda first, last: (first, f"{last} (COCAC)"),
    "a comma": lambda first, last: (None, f"{last.upper()}, {first}"),
    "behind a stroke": lambda first, last: (None, f"Anna XYZABC / {first} {last.upper()}"),
    "behind et": lambda first, last: (None, f"Anna Xyzabc et {first} {last}"),
    "an excellency": lambda first, last: (None, f"S.E. M. {first} {last}"),
    "a maiden name": lambda first, last: (first, f"Xyzabc (née {last})"),
    "a married name": lambda first, last: (first, f"{last} née Xyzabc"),
    "capitals": lambda first, last: (first.upper(), last.upper()),
    "a function": lambda first, last: (None, f"Monsieur le Consul {first} {last}"),
    "an announcement": lambda first, last: (None, f"Contact : {first} {last}"),
    "an office": lambda first, last: (None, f"Bureau de {first} {last.upper()}"),
    "a function behind": lambda first, last: (None, f"{first} {last}, conseiller"),
    "the family first": lambda first, last: (None, f"{last.upper()} {first}"),
}
BEHIND = (
    *("", "M. ", "Monsieur le Consul ", "Monsieur le Consul général de France ", "Le Consul ", "LE CONSUL "),
    *("S.E. Monsieur l’Ambassadeur ", "Madame la Maire adjointe ", "Docteur ", "Consul honoraire : "),
)
BEGINS_WITH_A_PARTICLE = (
    *(
        "El Hadj Omar",
        "Al Hassan",
        "Abou Bakr",
        "Ould Ahmed",
        "Ben Youssef",
        "Le Thi Hoa",
        "De Sales Anh",
        "Bint Zeïneb",
    ),
)
HANDLES = (
    *("http://example.org/~{initial_last}/", "fichier {glued}.pdf", "#{FirstLast}", "{last_joined} a dit"),
    *("http://www.example.org/equipe-{slug}.html", "{initials} {LAST}", "{initial}.{last}", "@{initials_last}"),
)
POST_FORMS = (*AS_A_NAME, "Avec {last}, le projet avance.", "{last} a signé la convention.")


def page_of(fields: Fields, text: str) -> Partnership:
    first, last = fields
    contact = {"organisation": None, "last_name": last, "first_name": first, "position": None, "email": None}
    return make_record(project_id=1, objective=[text], foreign_contacts=[contact])


def left_of(fields: Fields, text: str) -> str:
    return without_people(page_of(fields, text)).objective[0]


@pytest.mark.parametrize("form", ANYWHERE)
def test_a_name_that_is_nothing_else_goes_wherever_it_stands(form: str) -> None:
    texts = [(person, said(form, person)) for person in people(60)]
    assert [text for person, text in texts if is_named(person, left_of(person, text))] == []


@pytest.mark.parametrize("lasts", [LAST, WORDS, TOWNS], ids=["names", "words", "towns"])
@pytest.mark.parametrize("form", AS_A_NAME)
def test_any_name_goes_where_it_stands_as_one(form: str, lasts: tuple[str, ...]) -> None:
    texts = [(person, said(form, person)) for person in people(40, lasts)]
    assert [text for person, text in texts if is_named(person, left_of(person, text))] == []


@pytest.mark.parametrize("kind", FIELDS)
def test_a_name_is_looked_for_however_its_field_holds_it(kind: str) -> None:
    forms = random.Random(kind).sample([*ANYWHERE, *AS_A_NAME], 8)  # noqa: S311 - for tests
    texts = [(person, said(form, person)) for person in people(12, seed=2) for form in forms]
    kept = [text for person, text in texts if is_named(person, left_of(FIELDS[kind](*person), text))]
    assert kept == []


@settings(deadline=None)
@given(
    st.builds(Invented, st.sampled_from(FIRST), st.sampled_from(LAST)),
    st.sampled_from([*ANYWHERE, *AS_A_NAME]),
    st.sampled_from(sorted(FIELDS)),
    st.tuples(st.sampled_from(sentences_with_words(50)), st.sampled_from(sentences_with_towns(50))),
)
def test_a_random_name_in_a_random_form_leaves_a_random_text(
    person: Invented, form: str, kind: str, around: tuple[str, str]
) -> None:
    left = left_of(FIELDS[kind](*person), said(form, person).join((f"{around[0]} ", f"\n{around[1]}")))
    assert not is_named(person, left)


@pytest.mark.parametrize("title", BEHIND)
def test_a_first_name_that_begins_with_a_particle_hides_no_handle_of_its_name_behind_a_title(title: str) -> None:
    lasts = ("Le Goffanec", "VERGNOLLE", "Haudrecœur", "de Montclar-Vaux", "Ould Sidaty", "O’Dallaghan")
    texts = [
        (title, person, said(form, person))
        for person in (Invented(first, last) for first in BEGINS_WITH_A_PARTICLE for last in lasts)
        for form in HANDLES
    ]
    left = {text: left_of((None, f"{before}{' '.join(person)}"), text) for before, person, text in texts}
    assert [text for _, person, text in texts if is_named(person, left[text])] == []


@pytest.mark.parametrize("last", ["Ñeka", "Vrin", "Zouq", "Mboza"])
def test_a_name_of_four_letters_goes_in_the_plural_too(last: str) -> None:
    assert left_of(("Aurélie", last), f"Chez les {last}s, tout va.") == "Chez les [nom retiré], tout va."


@pytest.mark.parametrize("form", POST_FORMS)
def test_people_of_other_pages_posts_go_too(form: str) -> None:
    advisers = people(30, seed=3)
    contacts = [{"role": "Conseiller", "name": f"{first} {last}", "email": None} for first, last in advisers]
    known = people_known([make_record(project_id=2, post={"name": None, "contacts": contacts})], [])
    texts = [(person, said(form, person)) for person in advisers]
    left = [(person, without_people(make_record(objective=[text]), known).objective[0]) for person, text in texts]
    assert [text for person, text in left if is_named(person, text)] == []


def test_somebody_who_left_a_page_since_the_last_release_is_still_looked_for_on_it() -> None:
    person, text = Invented("Zoé", "TOURNEBIZET"), "Tournebizet a signé."
    now = page_of(("Anna", "XYZABC"), text)
    known = people_known([now], [page_of(person, text).model_dump(mode="json")])
    assert not is_named(person, without_people(now, known).model_dump_json())


def test_a_last_release_of_an_older_model_tells_nothing_and_stops_nothing() -> None:
    assert people_known([], [{"project_id": 1}]).of_pages == {}


def known_of(names: list[str]) -> tuple[Known, list[dict[str, str | None]]]:
    """Give people with these names on another page's post and, as contacts, on this one."""
    given = ("Pierre", "Rose", "Jean", "Claire", "Marie", "Paul", "Anh", "Victor", "Noël", "Fleur")
    both = [(given[place % len(given)], name) for place, name in enumerate(names)]
    contacts = [{"role": "Conseiller", "name": f"{first} {last}", "email": None} for first, last in both]
    known = people_known([make_record(project_id=2, post={"name": None, "contacts": contacts})], [])
    own = [
        {"organisation": None, "last_name": last, "first_name": first, "position": None, "email": None}
        for first, last in both
    ]
    return known, own


@pytest.mark.parametrize(
    ("sentences", "names"),
    [
        (sentences_with_words(2000), [*map(str.upper, NOUNS), *map(str.title, NOUNS), "LE", "Son", "BA", "VU"]),
        (sentences_with_towns(500), [*HARMLESS_TOWNS, *map(str.upper, HARMLESS_TOWNS)]),
    ],
    ids=["words", "towns"],
)
def test_of_sentences_about_nobody_hardly_a_word_goes(sentences: list[str], names: list[str]) -> None:
    known, own = known_of(names)
    left = [
        each
        for place in range(0, len(sentences), 10)
        for each in without_people(
            make_record(objective=sentences[place : place + 10], foreign_contacts=own), known
        ).objective
    ]
    struck = [text for text, before in zip(left, sentences, strict=True) if text != before]
    assert sum(text.count(" retiré") for text in struck) <= 0.005 * words(sentences), struck[:5]
