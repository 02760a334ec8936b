"""Names into the twin: invented people, named as pages name people, are in no field of a record without people."""

import re

from fuzzing import examples
from hypothesis import assume, given
from hypothesis import strategies as st
from invented import ANYWHERE, AS_A_NAME, FIRST, LAST, TOWNS, WORDS, Invented, is_named, said, slug
from records import make_record

from atlas_scraper.people.leave_out import without_people
from atlas_scraper.people.lexicon import is_place, is_word

SYLLABLES = (
    "bré",
    "quor",
    "zan",
    "thiel",
    "gou",
    "vrin",
    "ñe",
    "ka",
    "œuv",
    "lou",
    "ştef",
    "dreq",
    "mboz",
    "ywen",
    "tzil",
    "fôr",
)
MADE = (
    st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=4)
    .map("".join)
    .filter(lambda name: not any(is_word(slug(each)) or is_place(slug(each)) for each in (name, f"{name}s")))
    .map(str.capitalize)
)
"""Names that are nothing else: `loulou` is a word."""
PARTICLES = st.sampled_from(["", "", "", "de ", "d’", "O’", "Le ", "El ", "Van der ", "Ben ", "da "])
GLUE = st.sampled_from(["-", " "])
LONG = st.tuples(MADE, GLUE, MADE).map("".join)
LASTS = st.tuples(PARTICLES, MADE | LONG).map("".join) | st.sampled_from(LAST)
OF_FIRST = st.sampled_from(["", "", "El ", "Abou ", "Ben ", "De ", "Le "])
ALONE = MADE.filter(lambda name: name[0] != "Œ")  # `Œ.` is read as no initial
FIRSTS = st.sampled_from(FIRST) | st.tuples(OF_FIRST, ALONE).map("".join)
SENTENCES = st.sampled_from(
    [
        *(
            "",
            "Le puits de Brest est fini. ",
            "- ",
            "• ",
            "(",
            "« ",
            "12 000 € : ",
            "Objectif 1 :\n",
            "Vu le 3/5/2012, ",
        ),
        *(
            "La mairie, ",
            "ODD 6 – ",
            "Rappel ! ",
            "En 2014 ",
            "avec l’aide de l’AFD et de ",
            "\t",
            "1. ",
            "<p>",
            "&amp; ",
        ),
    ]
)
ENDS = st.sampled_from(
    ["", ".", " !", " »", ")", ", puis Lomé.", " (Togo)", "\nFin", " 2014", "</p>", " ; etc.", " et al."]
)
BESIDE = st.sampled_from(["", "Le projet. ", "Ville de Nantes : "])


def fields_of(person: Invented, way: int) -> dict[str, str | None]:
    """Name a person in the columns of a contact, as one of the ways in which these are filled in."""
    first, last = person
    names = (
        (last.upper(), first),
        (last, first.upper()),
        (f"{first} {last.upper()}", None),
        (f"{last.upper()}, {first}", None),
        (f"M. {last.upper()}", first),
        (f"Monsieur le Consul général {first} {last}", None),
        (f"Le Maire {first} {last}", None),
    )[way]
    email = (person.address, f"{slug(last)}@example.org", *[None] * 5)[way]
    return {"organisation": None, "position": None, "email": email, "last_name": names[0], "first_name": names[1]}


@examples()
@given(
    first=FIRSTS,
    last=LASTS,
    forms=st.lists(st.tuples(SENTENCES, st.sampled_from([*ANYWHERE, *AS_A_NAME]), ENDS), min_size=1, max_size=4),
    way=st.integers(0, 6),
    beside=BESIDE,
)
def test_fuzz_people(first: str, last: str, forms: list[tuple[str, str, str]], way: int, beside: str) -> None:
    person = Invented(first, last)
    assume(not is_named(person, first))  # a first name may stay, as in `prenom=Zoé`
    texts = [before + said(form, person) + behind for before, form, behind in forms]
    record = make_record(
        title=beside + texts[0],
        objective=texts,
        context=["\n".join(texts)],
        unread=[{"label": None, "text": texts[0]}],
        foreign_contacts=[fields_of(person, way)],
    )
    left = without_people(record)
    assert without_people(left) == left
    assert (len(left.objective), len(left.foreign_contacts)) == (len(texts), 1)
    named = [text for text in [left.title, *left.objective, *left.context] if is_named(person, text)]
    assert named == []
    assert not is_named(person, left.model_dump_json())


@examples()
@given(
    first=FIRSTS,
    last=st.sampled_from([*WORDS, *TOWNS]),
    form=st.tuples(SENTENCES, st.sampled_from(AS_A_NAME), ENDS),
    words=st.text(min_size=1),
)
def test_fuzz_people_who_are_words(first: str, last: str, form: tuple[str, str, str], words: str) -> None:
    person = Invented(first, last)
    before = "" if last in TOWNS and form[0].endswith("de ") else form[0]  # of a town, or of somebody: nobody knows
    is_signed = form[1].endswith("\n{last}")  # and no signature goes on
    text = before + said(form[1], person) + ("" if is_signed else form[2])
    left = without_people(make_record(objective=[text, words], foreign_contacts=[fields_of(person, 0)]))
    assert not is_named(person, left.objective[0].replace("puits de Brest", ""))  # the town
    addresses = left.objective[0].replace("contact@example.org", "")  # an office's
    assert not re.search(r"[^ ]@[^ ]+\.[a-z]{2}", addresses)
