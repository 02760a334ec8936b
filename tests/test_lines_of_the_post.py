"""The block of the post in markups in which names stand above roles, on one line with them, or side by side."""

from typing import NamedTuple

import pytest
from fragments import page

from atlas_scraper import Partnership, parse
from atlas_scraper.sections.post_lines import is_person

ROLES = ("Correspondant coopération décentralisée", "Conseiller de coopération et d'action culturelle")
HEADING_OF_POST = '<h3>Contacts dans le poste diplomatique "Ambassade de France à Ottawa"</h3>'
NOBODY = "Pas de conseiller de coopération et d'action culturelle"


class Person(NamedTuple):
    role: str
    name: str
    email: str


ANA, BEA = Person(ROLES[0], "Ana DUR", "a[at]example.org"), Person(ROLES[1], "Béa DE LA RAS", "b[at]example.org")
GROUPS = [
    (ANA, BEA),
    (ANA,),
    (ANA._replace(email=""), BEA),
    (ANA, BEA._replace(email="")),
    (ANA, BEA._replace(name="", email="")),
    (ANA, BEA._replace(email=ANA.email)),
]
FORMS = {
    "name, role": "<li><strong>{1}</strong>, {0}<br>Courriel : {2}</li>",
    "name in a heading": "<h4>{1}</h4><p>{0}</p><p>Courriel : {2}</p>",
    "name above": "<p><strong>{1}</strong><br>{0}<br>Courriel : {2}</p>",
    "name and dash": "<p>{1} – {0}<br>Courriel : {2}</p>",
    "all on a line": "<p>{1}, {0} : {2}</p>",
    "role in brackets": "<p>{1} ({0})</p><p>Courriel : {2}</p>",
    "boxes": "<div><div>{1}</div><div>{0}</div><div>Courriel : {2}</div></div>",
    "role and comma": "<p>{0}, {1}</p><p>Courriel : {2}</p>",
    "marked role": "<p><b>{0}</b>, {1}</p><p>Courriel : {2}</p>",
    "pairs in an element each": (
        "<li><span class=r>{0}</span><br><i class=n>{1}</i><br><span class=t>Courriel : <span>{2}</span></span></li>"
    ),
    "role and name in one": "<p><i class=t>{0} : <b>{1}</b></i><br><i class=u>Courriel : <b>{2}</b></i></p>",
    "a comma before Courriel": "<li>{0} : {1}, Courriel : {2}</li>",
    "nothing before Courriel": "<p>{0}</p><p>{1} courriel : {2}</p>",
    "address in brackets": "<p><b>{0}</b> : {1} (Courriel : {2})</p>",
    "no label": "<p>{1}<br><em>{0}</em><br>{2}</p>",
    "definitions": "<dl><dt>{1}</dt><dd>{0}</dd><dt>Courriel :</dt><dd>{2}</dd></dl>",
    "card": "<div class=card><div class=head>{0}</div><div class=body><h5>{1}</h5><b>Courriel :</b> {2}</div></div>",
    "linked name": "<p><a href='mailto:{2}'>{1}</a>, {0}</p>",
    "captions below": (
        "<figure><blockquote>{1}</blockquote><figcaption>{0}</figcaption></figure>"
        "<figure><blockquote>{2}</blockquote><figcaption>Courriel :</figcaption></figure>"
    ),
    "definitions, roles first": "<dl><dt>{0}</dt><dd>{1}</dd><dt>Courriel :</dt><dd>{2}</dd></dl>",
}


def read(block: str) -> Partnership:
    return parse(page(above=f"<h3>Contacts dans le poste diplomatique</h3>{block}").encode())


def contacts_of(record: Partnership) -> list[tuple[str | None, str | None, str | None]]:
    assert record.post is not None
    return [(each.role, each.name, each.email) for each in record.post.contacts]


def expected(people: tuple[Person, ...]) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (person.role, person.name or None, person.email.replace("[at]", "@") or None)
        for person in people
        if person.name or person.email
    ]


@pytest.mark.parametrize("people", GROUPS)
@pytest.mark.parametrize("form", FORMS)
def test_each_contact_has_its_role_its_name_and_its_address(form: str, people: tuple[Person, ...]) -> None:
    record = read("".join(FORMS[form].format(*person) for person in people))
    assert (contacts_of(record), record.unread) == (expected(people), [])


@pytest.mark.parametrize("people", GROUPS)
@pytest.mark.parametrize(
    "line",
    [
        "Pour toute question, adressez-vous à :",
        "Vos interlocuteurs",
        "Vos contacts :",
        "11 avenue des Tilleuls",
        "Service de Coopération et d'Action Culturelle",
    ],
)
def test_a_line_above_the_first_role_is_no_contact_and_stays_unread(line: str, people: tuple[Person, ...]) -> None:
    record = read(f"<p>{line}</p>" + "".join(FORMS["definitions, roles first"].format(*person) for person in people))
    assert (contacts_of(record), [each.text for each in record.unread]) == (expected(people), [line])


def test_a_name_with_an_address_above_the_first_role_is_a_contact() -> None:
    record = read(f"<p>Céa BOR</p><p>Courriel : c[at]example.org</p><p>{ROLES[0]}</p><p>Ana DUR</p>")
    assert contacts_of(record) == [(None, "Céa BOR", "c@example.org"), (ROLES[0], "Ana DUR", None)]


def test_a_name_between_two_roles_is_that_of_the_first() -> None:
    record = read(f"<p>{ROLES[0]}</p><p>Ana DUR</p><p>{ROLES[1]}</p><p>Courriel : b[at]example.org</p>")
    assert contacts_of(record) == [(ROLES[0], "Ana DUR", None), (ROLES[1], None, "b@example.org")]


def test_a_link_below_words_for_nobody_is_no_contact() -> None:
    record = read(f"<p>{NOBODY}</p><p><a href='/a'>Voir le site de l'ambassade</a></p>")
    assert (contacts_of(record), record.unread[0].text) == ([], "Voir le site de l'ambassade")


@pytest.mark.parametrize("people", GROUPS)
@pytest.mark.parametrize(
    ("telephone", "text"),
    [
        ("<p>Téléphone : +33 1 02 03 04 05</p>", "Téléphone : +33 1 02 03 04 05"),
        ("<dl><dt>Téléphone :</dt><dd>+33 1 02 03 04 05</dd></dl>", "Téléphone :\n+33 1 02 03 04 05"),
        ("<p>modifié le 12/03/2019 10:11</p>", "modifié le 12/03/2019 10:11"),
    ],
)
def test_a_telephone_or_a_day_is_nobody_s_name(telephone: str, text: str, people: tuple[Person, ...]) -> None:
    form = f"<p><b>{{0}}</b></p><p>{{1}}</p>{telephone}<p>Courriel : {{2}}</p>"
    record = read("".join(form.format(*person) for person in people))
    assert contacts_of(record) == expected(people)
    assert [each.text for each in record.unread] == ["\n".join([text] * len(people))]


def test_what_a_mail_link_says_behind_its_own_address_is_no_part_of_it() -> None:
    form = "<dl><dt>{0}</dt><dd>{1}</dd><dt>Courriel :</dt><dd>{2} <a href='mailto:{2}'>Écrire</a></dd></dl>"
    record = read(form.format(*ANA))
    assert (contacts_of(record), [each.text for each in record.unread]) == (expected((ANA,)), ["Écrire"])


@pytest.mark.parametrize("cell", ["<td>{}</td>", "<td><p>{}</p></td>"])
@pytest.mark.parametrize(
    "people",
    [
        *(group for group in GROUPS if len(group) > 1),
        (ANA._replace(name=""), BEA),
        (ANA, Person(NOBODY, "", "")),
        (Person(NOBODY, "", ""), BEA),
    ],
)
def test_contacts_side_by_side_in_a_table_each_keep_what_is_theirs(people: tuple[Person, ...], cell: str) -> None:
    mails = [f"Courriel : {person.email}" if person.role in ROLES else "" for person in people]
    rows = [[person.role for person in people], [person.name for person in people], mails]
    record = read("<table>" + "".join(f"<tr>{''.join(map(cell.format, row))}</tr>" for row in rows) + "</table>")
    assert (contacts_of(record), record.unread) == (expected(people), [])


@pytest.mark.parametrize("name", ["Ana X", "DUR Ana", "Jean-Luc d'ARC", "Mme Béa de la Ras", "Nguyên Thi Ba"])
def test_words_in_capitals_are_a_name(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "text",
    ["Ana", "Vos contacts", "Ambassade de France", "Service Culturel", "12 Rue Haute", "Vu. Ici."],
)
def test_words_of_a_post_a_function_or_a_sentence_are_no_name(text: str) -> None:
    assert not is_person(text)


@pytest.mark.parametrize(
    ("behind", "rest"),
    [
        ("", None),
        (" :", None),
        (" (facultatif)", "(facultatif)"),
        (" – voir l'aide", "– voir l'aide"),
        ("Lire", "Lire"),
    ],
)
def test_the_name_of_the_post_ends_with_its_quotation_mark(behind: str, rest: str | None) -> None:
    heading = f'Contacts dans le poste diplomatique "Ambassade de France à Ottawa"{behind}'
    post = "<p>Correspondant coopération décentralisée</p><p>Ana DUR</p>"
    record = parse(page(f"<h3>{heading}</h3>{post}").encode())
    assert record.post is not None
    assert record.post.name == "Ambassade de France à Ottawa"
    assert [unread.text for unread in record.unread] == ([rest] if rest else [])


@pytest.mark.parametrize(
    ("line", "is_name"),
    [
        ("Ana DUR - 01 23 45 67 89", True),
        ("Mme Dur, tél. 01 23 45 67 89", True),
        ("VERGNOLLE 01 23 45 67 89", True),
        ("Téléphone : 01 23 45 67 89", False),
        ("TEL 01 23 45 67 89", False),
        ("Mis à jour le 12/03/2019", False),
    ],
)
def test_a_name_with_a_telephone_behind_it_is_one_and_a_telephone_is_none(line: str, is_name: bool) -> None:
    record = parse(page(f"{HEADING_OF_POST}<p>{ROLES[0]}</p><p>{line}</p><p>Courriel : a[at]example.org</p>").encode())
    assert record.post is not None
    assert [contact.name for contact in record.post.contacts] == [line if is_name else None]


@pytest.mark.parametrize(
    "form",
    [
        "<p>{0}</p><p>{1}</p><p><a href='mailto:{2}'>Courriel</a></p>",
        "<p>{0}</p><p>{1}</p><p><a href='mailto:{2}'>Courriel</a> : {2}</p>",
        "<p>{0}</p><p>{1}</p><p><a href='mailto:{2}'>Imprimer</a></p>",
        "<p>{0}</p><p>{1} <a href='mailto:{2}'>Contact</a></p>",
        "<p><a href='mailto:{2}'>{0}</a></p><p>{1}</p>",
    ],
)
@pytest.mark.parametrize("people", [(ANA,), (ANA, BEA), (ANA._replace(name=""), BEA)])
def test_an_address_that_the_site_s_own_words_or_a_role_link_to_is_that_of_the_contact(
    people: tuple[Person, ...], form: str
) -> None:
    linked = [person._replace(email=person.email.replace("[at]", "@")) for person in people]
    record = read("".join(form.format(*person) for person in linked))
    assert (contacts_of(record), record.unread) == (expected(people), [])


@pytest.mark.parametrize(
    "foot",
    [
        "<p><a href='mailto:web@example.org'>Contact</a></p>",
        "<div><a href='/m'>Mentions légales</a> <a href='mailto:web@example.org'>Contact</a></div>",
        "<footer><p><a href='mailto:web@example.org'>Contact</a></p></footer>",
    ],
)
@pytest.mark.parametrize("end", ["</main>", "</body>"])
def test_the_address_of_the_site_below_the_last_section_is_nobody_s(foot: str, end: str) -> None:
    block = f"{HEADING_OF_POST}<p>{ANA.role}</p><p>{ANA.name}</p>"
    text = page("<h3>Contexte</h3><p>Un texte.</p>").replace("</main>", f"{block}</main>").replace(end, f"{foot}{end}")
    assert contacts_of(parse(text.encode())) == [(ANA.role, ANA.name, None)]
