"""People are in the full release and nowhere else."""

import html
import json
import random
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest
from explored import data_in
from invented import ANYWHERE, AS_A_NAME, HOST, Invented, is_named, people, said, slug
from nights import bytes_of, leave_out_what_is_slow, night
from records import make_record
from typer.testing import CliRunner

from atlas_scraper.commands.app import app
from atlas_scraper.local_atlas.server import LocalAtlas
from atlas_scraper.people.leave_out import MAIL, NAME, TEXT, without_people
from atlas_scraper.people.opposition import BadOpposition, Opposition, read_opposition
from atlas_scraper.record.model import Partnership

KEY = b"a secret of tests alone"
PEOPLE = people(300)
HARD = [*ANYWHERE, *AS_A_NAME]
IN_LAST_NAMES = ("{last}", "M.{last}", "{last} (COCAC)", "{last} (née Xyzabc)", "{first} {LAST}", "Xyzabc née {last}")
AT_THE_POST = (
    *("{first} {LAST}", "{LAST}, {first}", "S.E. M. {first} {LAST}", "Contact : {first} {last}"),
    *("{first} {LAST} (COCAC)", "Monsieur le Consul {first} {LAST}", "Bureau de {first} {LAST}"),
    *("Anna XYZABC / {first} {LAST}", "{first} {LAST} - 01 23 45 67 89", "Le Maire, {first} {LAST}"),
)


def seeded(number: int, people: list[Invented]) -> Partnership:
    (a, b, c, d) = people
    texts = [
        f"{a[0]} {a[1]} a rencontré Mme {b[1].upper()} ; M. {c[1]} et {d[1]} {d[0]} suivent le projet.",
        f"Écrire à {b.address}, ou à {c.address.replace('@', ' [at] ')}, ou à mailto:{d.address}.",
        f"{c[0]} et {d[0][0]}. {d[1]} ont signé.",
    ]
    return make_record(
        project_id=number,
        title=f"Le projet de {a[0]} {a[1]}",
        objective=texts,
        context=texts[:1],
        post={
            "name": "Ambassade de France à Ottawa",
            "contacts": [
                {"role": "Correspondant", "name": f"{a[0]} {a[1]}", "email": a.address},
                {"role": "Conseiller", "name": None, "email": "scac.ottawa-amba@diplomatie.example.org"},
            ],
        },
        foreign_partners=[
            {
                "name": f"Fondation {b[0]} {b[1]}",
                "country": "Canada",
                "country_code": "CA",
                "link": f"https://example.org/?q={b.address}",
            }
        ],
        foreign_contacts=[
            {
                "organisation": "Ville",
                "last_name": b[1],
                "first_name": b[0],
                "position": "Maire",
                "email": b.address,
            },
            {"organisation": None, "last_name": c[1], "first_name": c[0], "position": None, "email": None},
        ],
        funding=[
            {"funder": f"Mme {d[0]} {d[1]}", "amount_eur": 5, "one_percent_eur": [None, None, None], "year": 2012}
        ],
        volunteers=[{"last_name": d[1], "first_name": d[0], "mission": f"Avec {b[0]}", "field": None, "host": d[1]}],
        unread=[{"label": "Signature", "text": f"{d[0]} {d[1]}"}],
        issues=[{"code": "suspicious_email", "section": "post", "detail": a.address}],
    )


RECORDS = [seeded(place + 1, PEOPLE[4 * place : 4 * place + 4]) for place in range(len(PEOPLE) // 4)]


def named_in(text: str, people: list[Invented] = PEOPLE) -> list[Invented]:
    """Give the people whom a text names, by name or by address."""
    lower = text.lower()
    has_addresses = HOST in lower  # of anybody
    return [each for each in people if (has_addresses and each.address in lower) or is_named(each, text)]


def words_in(folder: Path) -> str:
    """Read everything in a folder, compressed files too, as one text in lower case."""
    texts = [data.decode("utf-8", "replace") for data in bytes_of(folder).values()]
    texts += [pd.read_parquet(path).to_csv() for path in sorted(folder.glob("*.parquet"))]
    texts += [json.dumps(data_in(path.read_text("utf-8")), ensure_ascii=False) for path in folder.glob("explore.html")]
    for path in folder.glob("*.xlsx"):
        book = openpyxl.load_workbook(path, read_only=True)
        texts += [str(row) for sheet in book for row in sheet.iter_rows(values_only=True)]
    for path in folder.glob("*.sqlite"):
        with closing(sqlite3.connect(path)) as db:
            texts += db.iterdump()
    return "\n".join(texts).lower()


def page_of_people(number: int, people: list[Invented]) -> bytes:
    """Write a page that names its four people in forms of its own, in fields, texts, a title, names and links."""
    (a, b, c, d) = people
    chance = random.Random(number)  # noqa: S311 - for tests

    def form(person: Invented, forms: Sequence[str] = HARD) -> str:
        return said(chance.choice(forms), person)

    def cell(text: str) -> str:
        return f"<td>{html.escape(text)}</td>"

    rows = "".join(
        f"<tr>{''.join(map(cell, ('Ville', form(each, IN_LAST_NAMES), each.first, 'Maire', each.address)))}</tr>"
        for each in (b, c, d)
    )
    texts = "".join(f"<p>Le {place} : {html.escape(form(each))}</p>" for place in range(6) for each in people)
    link = f"https://example.org/{slug(b.first)}/{slug(b.last)}.html"
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Détail projet</title></head><body>
<h3>Contacts dans le poste diplomatique "Ambassade de France à Ottawa"</h3>
<p>Correspondant coopération décentralisée</p><p>{html.escape(form(a, AT_THE_POST))}</p><p>Courriel : {a.address}</p>
<p>Conseiller de coopération et d'action culturelle</p><p>{html.escape(form(b, AT_THE_POST))}</p>
<p>Courriel : scac.ottawa-amba@diplomatie.example.org</p>
<dl><dt>Titre</dt><dd>Échange n° {number} avec {html.escape(form(a, AS_A_NAME))}</dd>
<dt>Année de début du partenariat</dt><dd>2012</dd><dt>Le partenariat est</dt><dd>En cours</dd></dl>
<h3>Contexte</h3>{texts}<p>Écrire à {c.address.replace("@", " [à] ")}, ou {d.address.replace("@", " AT ")}.</p>
<h3>Objectif du partenariat</h3><p>Un but, dit {html.escape(d.first)} {html.escape(d.last)}.</p>
<h3>Partenaires étrangers du partenariat</h3><table><tr><th>Nom de la collectivité étrangère</th><th>Pays</th>
<th>&nbsp;</th></tr><tr><td>Fondation {html.escape(b.first)} {html.escape(b.last)}</td><td>Canada</td>
<td><a href="{link}">Voir</a></td></tr></table>
<h3>Contacts dans les partenaires étrangers du partenariat</h3><table><tr><th>Nom de la collectivité étrangère</th>
<th>Nom</th><th>Prénom</th><th>Fonction</th><th>Courriel</th></tr>{rows}</table>
<p>Le partenariat n'est pas triennal</p></body></html>""".encode()


def answer(body: bytes) -> tuple[int, dict[str, str], bytes]:
    return 200, {"Content-Type": "text/html;charset=UTF-8"}, body


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of two nights over pages that name 300 people, of which one page changes and one goes wrong."""
    output, numbers = tmp_path_factory.mktemp("people"), range(1, len(PEOPLE) // 4 + 1)
    with LocalAtlas(numbers) as atlas:
        for turn in (0, 1):
            for number in numbers:
                said = PEOPLE[4 * number - 4 : 4 * number]
                body = page_of_people(number, said[::-1] if turn and number == 2 else said)
                body = body[: len(body) // 2] if turn and number == 3 else body
                atlas.answers[number] = partial(answer, body)
            assert night(output, atlas.base_url, tuple(numbers)).release
    return output


@pytest.fixture(scope="module")
def release(output: Path) -> Path:
    return (output / "latest").resolve()


def test_all_of_300_people_are_in_the_full_release(release: Path) -> None:
    said = "\n".join(path.read_text("utf-8") for path in release.glob("*.json*")).lower()
    assert named_in(said) == PEOPLE


def test_none_of_300_people_is_in_any_byte_of_the_public_twin(release: Path) -> None:
    said = words_in(release / "public")
    assert named_in(said) == []


def test_rows_roles_and_shared_mailboxes_stay(release: Path) -> None:
    public, full = (
        pd.read_csv(folder / "post_contacts.csv", dtype=str, keep_default_na=False)
        for folder in (release / "public", release)
    )
    assert (len(public), public.role.tolist()) == (len(full), full.role.tolist())
    assert set(public.email) == {"", "scac.ottawa-amba@diplomatie.example.org"}


def test_a_full_release_is_its_owners_alone_and_the_public_twin_everybodys(release: Path) -> None:
    assert {path.stat().st_mode & 0o777 for path in release.iterdir() if path.is_file()} == {0o600}
    assert release.stat().st_mode & 0o044 == 0
    assert {path.stat().st_mode & 0o777 for path in (release / "public").iterdir()} == {0o644}


def test_no_field_of_a_record_names_people_who_are_left_out() -> None:
    said = "\n".join(without_people(record).model_dump_json() for record in RECORDS).lower()
    assert named_in(said) == []


def test_leaving_people_out_again_changes_nothing() -> None:
    once = [without_people(record) for record in RECORDS]
    assert [without_people(record) for record in once] == once


def test_texts_about_nobody_stay_as_they_are() -> None:
    record = make_record(
        title="Marché de la mairie de Saint-Martin",
        objective=["Rendez-vous at home.", "Voir www.example.org/page@2x ?", "Clair et Net"],
        foreign_contacts=[
            {"organisation": "X", "last_name": "Martin", "first_name": "Al", "position": "Maire", "email": None}
        ],
    )
    left = without_people(record)
    assert (left.title, left.objective[0], left.objective[2]) == (
        record.title,
        record.objective[0],
        record.objective[2],
    )


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("cooperation@ville.example.org", True),
        ("scac.ottawa-amba@example.org", True),
        ("relations-internationales@example.org", True),
        ("mairie[at]example.org", True),
        ("j.vergnolle@example.org", False),
        ("aurelie@example.org", False),
        ("cooperation.vergnolle@example.org", False),
        ("vergnolle.cooperation@example.org", False),
        ("12@example.org", False),
        ("cooperation@ville@example,org", True),
    ],
)
def test_a_mailbox_stays_only_if_every_word_of_it_is_a_services(address: str, stays: bool) -> None:
    contacts = [{"role": "Correspondant", "name": None, "email": address}]
    record = make_record(post={"name": "Ambassade de France à Ottawa", "contacts": contacts}, objective=[address])
    left = without_people(record)
    assert left.post
    assert (left.post.contacts[0].email, left.objective[0]) == ((address, address) if stays else (None, MAIL))


@pytest.mark.parametrize(
    "text",
    [
        "Le puits de {0} {1}",
        "Le puits de {1} {0}",
        "Mme {1}",
        "M. le Maire {1}",
        "A. {1}",
        "A.-S. {1}",
        "{1}",
        "Montclair",
        "www.example.org/{1}",
        "Anne Sophie est là",
    ],
)
def test_a_person_is_found_in_a_running_text_in_many_forms(text: str) -> None:
    first, last = "Anne Sophie", "de Montclair"
    contact = {"organisation": None, "last_name": last, "first_name": first, "position": None, "email": None}
    record = make_record(objective=[text.format(first, last)], foreign_contacts=[contact])
    left = " ".join(without_people(record).objective)
    assert NAME in left
    assert not any(word in left for word in ("Montclair", "Sophie"))


def test_a_first_name_that_is_a_word_too_stays_in_small_letters() -> None:
    contact = {"organisation": None, "last_name": "Ba", "first_name": "Pierre", "position": None, "email": None}
    record = make_record(objective=["Un mur de pierre, dit Pierre."], foreign_contacts=[contact])
    assert without_people(record).objective == [f"Un mur de pierre, dit {NAME}."]


def test_a_service_in_place_of_a_name_is_nobody_to_look_for() -> None:
    contact = {"role": "Correspondant", "name": "Service de coopération", "email": None}
    record = make_record(objective=["Service de coopération"], post={"name": "Ambassade", "contacts": [contact]})
    assert without_people(record).objective == ["Service de coopération"]


def test_what_nobody_understood_is_left_out_whole() -> None:
    left = without_people(RECORDS[0])
    assert (left.unread[0].text, left.issues[0].detail, left.unread[0].label) == (TEXT, TEXT, "Signature")


@pytest.mark.parametrize("who", ["Jean-Marc D’Arblay", "d'arblay jean marc", "DARBLAY Jean-Marc".replace("DA", "D'A")])
def test_whoever_objects_is_left_out_under_every_spelling(who: str) -> None:
    listed = Opposition(KEY, frozenset({Opposition(KEY, frozenset()).digest(who)}))
    record = make_record(
        objective=["Vu avec Jean-Marc d’Arblay, et avec D'ARBLAY Jean Marc."],
        foreign_contacts=[
            {
                "organisation": "Ville",
                "last_name": "D’ARBLAY",
                "first_name": "Jean-Marc",
                "position": "Maire",
                "email": "jm@example.org",
            }
        ],
    )
    left = listed.apply(record)
    assert left.objective == [f"Vu avec {NAME}, et avec {NAME}."]
    (contact,) = left.foreign_contacts
    assert (contact.last_name, contact.first_name, contact.email, contact.position) == (None, None, None, "Maire")


def test_an_address_that_objects_takes_its_person_along() -> None:
    listed = Opposition(KEY, frozenset({Opposition(KEY, frozenset()).digest("A.B@Example.org")}))
    contact = {"organisation": "V", "last_name": "B", "first_name": "A", "position": None, "email": "a.b@example.org"}
    left = listed.apply(make_record(objective=["Écrire à A.B@example.org !"], foreign_contacts=[contact]))
    assert (left.objective, left.foreign_contacts[0].last_name) == ([f"Écrire à {MAIL} !"], None)


def test_others_stay_when_one_objects() -> None:
    listed = Opposition(KEY, frozenset({Opposition(KEY, frozenset()).digest(" ".join(PEOPLE[5]))}))
    assert [listed.apply(record) == record for record in RECORDS].count(False) == 1


@pytest.mark.parametrize("content", [b"Jean Dupont\n", b"ab\n", b"\xff\n"])
def test_a_list_that_holds_anything_but_digests_is_refused_without_quoting_it(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "opposition.txt"
    path.write_bytes(content)
    with pytest.raises(BadOpposition) as caught:
        read_opposition(path, KEY.decode())
    assert "Dupont" not in str(caught.value)


def test_a_short_key_is_refused() -> None:
    with pytest.raises(BadOpposition, match="16 bytes"):
        Opposition(b"short", frozenset())


def test_none_of_300_people_is_in_what_a_night_logs(output: Path, caplog: pytest.LogCaptureFixture) -> None:
    with LocalAtlas(range(1, 3)) as atlas, caplog.at_level("DEBUG"):
        body = page_of_people(1, PEOPLE[:4])
        atlas.answers[1] = lambda: (200, {"Content-Type": "text/html"}, body[: len(body) // 2])
        night(output.parent / "logged", atlas.base_url, (1, 2))
    assert "criteres.prjId=1" in caplog.text
    assert named_in(caplog.text) == []


def test_somebody_who_left_a_page_nights_ago_is_still_nobody_in_the_public_twin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_out_what_is_slow(monkeypatch)
    left, page = Invented("Zoé", "TOURNEBIZET"), page_of_people(1, PEOPLE[:4]).decode()
    page = re.sub("(<p>Correspondant[^<]*</p>)<p>[^<]*</p>", r"\1<p>Zoé TOURNEBIZET</p>", page)
    page = page.replace("Échange n° 1", "Tournebizet, n° 1")
    later = page.replace("Zoé TOURNEBIZET", "Anna XYZABC")
    with LocalAtlas(range(1, 3)) as atlas:
        for body in (page, later, later.replace(">2012<", ">2013<")):
            atlas.answers[1] = partial(answer, body.encode())
            folder = night(tmp_path, atlas.base_url, (1, 2)).release
            assert folder
            assert is_named(left, words_in(folder))
            assert not is_named(left, words_in(folder / "public"))


def test_somebody_who_left_a_row_nights_ago_is_still_nobody_in_a_text_of_the_public_twin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_out_what_is_slow(monkeypatch)
    row = "<tr><td>Une ville</td><td>TOURNEBIZET</td><td>Zoé</td><td></td><td></td></tr>"
    page = page_of_people(1, PEOPLE[:4]).decode().replace("Échange n° 1", "Tournebizet, n° 1")
    there = page.replace("</table>\n<p>", f"{row}</table>\n<p>")
    with LocalAtlas(range(1, 3)) as atlas:
        for body in (there, page, page.replace(">2012<", ">2013<")):
            atlas.answers[1] = partial(answer, body.encode())
            folder = night(tmp_path, atlas.base_url, (1, 2)).release
            assert folder
            assert ["tournebizet" in words_in(each).lower() for each in (folder, folder / "public")] == [True, False]


def test_people_can_be_left_out_of_everything_that_is_published(tmp_path: Path) -> None:
    with LocalAtlas(range(1, 3)) as atlas:
        body = page_of_people(1, PEOPLE[:4])
        atlas.answers[1] = lambda: (200, {"Content-Type": "text/html"}, body)
        folder = night(tmp_path, atlas.base_url, (1,), people="drop").release
    assert folder
    assert not (folder / "public").exists()
    assert named_in(words_in(folder)) == []


def test_none_of_300_people_is_in_any_byte_that_parse_writes_without_people(tmp_path: Path) -> None:
    numbers = range(1, len(PEOPLE) // 4 + 1)
    (tmp_path / "pages").mkdir()
    for number in numbers:
        page = page_of_people(number, PEOPLE[4 * number - 4 : 4 * number])
        (tmp_path / "pages" / f"{number}.html").write_bytes(page)
    formats = [part for name in ("json", "jsonl", "csv", "xlsx", "parquet", "sqlite") for part in ("--format", name)]
    command = ["parse", str(tmp_path / "pages"), "--people", "drop", "--output", str(tmp_path / "out"), *formats]
    result = CliRunner().invoke(app, command)
    assert (result.exit_code, f"{len(numbers)} records" in result.output) == (0, True)
    assert named_in(result.output + words_in(tmp_path / "out")) == []


def test_whoever_objects_is_not_even_stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leave_out_what_is_slow(monkeypatch)
    digest = Opposition(KEY, frozenset()).digest(" ".join(PEOPLE[1]))
    (tmp_path / "list").write_text(f"# asked on 2026-01-02\n{digest}\n")
    with LocalAtlas(range(1, 3)) as atlas:
        body = page_of_people(1, PEOPLE[:4])
        atlas.answers[1] = lambda: (200, {"Content-Type": "text/html"}, body)
        settings: dict[str, Any] = {"opposition": tmp_path / "list", "opposition_key": KEY.decode()}
        folder = night(tmp_path / "data", atlas.base_url, (1,), **settings).release
    assert folder
    stored = (tmp_path / "data" / "store.sqlite").read_bytes() + bytes_of(folder)["partnerships.json"]
    assert (PEOPLE[1][1].encode() in stored, PEOPLE[0][1].encode() in stored) == (False, True)


def test_oppose_prints_the_line_for_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATLAS_OPPOSITION_KEY", KEY.decode())
    result = CliRunner().invoke(app, ["oppose", "Aurélie Vergnolle"])
    assert result.stdout == Opposition(KEY, frozenset()).digest("VERGNOLLE Aurelie") + "\n"


@pytest.mark.parametrize("who", ["Vergnolle", "Aurélie Vergnolle"])
def test_oppose_without_a_key_or_with_one_word_is_wrong_usage(who: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if who == "Vergnolle":
        monkeypatch.setenv("ATLAS_OPPOSITION_KEY", KEY.decode())
    assert CliRunner().invoke(app, ["oppose", who]).exit_code == 2
